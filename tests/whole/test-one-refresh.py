#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""SH-16: however many want a token, it is refreshed once: fifty pieces of work of one process, and processes beside each other. A second refresh would end
the first. Runs within keyring-session.py, which hands on the environment: CONVENE_TEST_PROGRAM and CONVENE_TEST_PRACTICE_SERVER are the two programs."""

import contextlib
import functools
import os
import sys

import browser
import program
import tap
from practice import HOST, Practice

try:
    import keyring
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(0)

BUS = "DBUS_SESSION_BUS_ADDRESS"
START = program.next_year(12, 1, "10:00")
FIFTY = 50


class Desk:
    """One who signed in by browser a while ago: the access token lives no longer than it takes to be asked for."""

    def __init__(self, convene, server):
        self.practice = Practice(server)
        self.practice.set(access_life_s=240)
        self.profile = program.Profile(convene, "--json", CONVENE_ZOOM_API_URL=self.practice.place["api_url"], CONVENE_ZOOM_CLIENT_ID="practice",
                                       CONVENE_ZOOM_OAUTH_URL=self.practice.place["oauth_url"], **{BUS: os.environ[BUS]})
        process = self.profile.start("account", "connect", "zoom", "--no-browser")
        with program.ended(process):
            waiting = browser.Waiting(process)
            browser.get(browser.answer(waiting.find_address()))
            answer = waiting.finish()
        assert answer.status == 0, f"{answer}"
        self.refreshed = self.refreshes()
        # The next one is good for an hour: whoever comes later has no reason to ask again.
        self.practice.set(access_life_s=3599)

    def close(self):
        self.profile.run("account", "disconnect", HOST)
        self.profile.close()
        self.practice.close()

    def refreshes(self):
        return self.practice.state()["grants"].get("refresh_token", 0)

    def judge(self, works):
        """One refresh; every meeting is there, and the sign-in lives."""
        complaints = []
        if self.refreshes() != self.refreshed + 1:
            complaints.append(f"{self.refreshes() - self.refreshed} refreshes")
        if len(self.practice.meetings()) != works:
            complaints.append(f"{len(self.practice.meetings())} meetings, not {works}")
        checked = self.profile.run("account", "check", HOST)
        if checked.status != 0 or checked.document["state"] != "connected":
            complaints.append(f"{checked}")
        kinds = sorted(item["kind"] for item in keyring.list_items())
        return complaints if kinds == ["access-token", "refresh-token"] else complaints + [f"the keyring keeps {kinds}"]


def check_fifty(desk):
    """Work that was written down while Zoom could not be reached wants to be done at once when it is back."""
    desk.practice.kill()
    for number in range(FIFTY):
        desk.profile.run(*program.schedule(f"Job {number}", START, no_mail=True), "--wait", "0")
    desk.practice.start()
    desk.refreshed = 0
    synced = desk.profile.run("sync", "--wait", "110")
    complaints = [] if synced.status == 0 else [f"{synced}"]
    return complaints + desk.judge(FIFTY)


def check_processes(number, desk):
    """They start at once, each with something to be done, and each asks for itself, too."""
    with contextlib.ExitStack() as stack:
        processes = []
        for one in range(number):
            for words in (program.schedule(f"Job {one}", START, no_mail=True), ["account", "check", HOST]):
                processes.append(desk.profile.start(*words))
                stack.enter_context(program.ended(processes[-1]))
        answers = [program.finish(process) for process in processes]
    complaints = [f"{answer}" for answer in answers if answer.status != 0]
    return complaints + desk.judge(number)


def check_slow(desk):
    """While Zoom takes its time over the refresh, nobody loses patience and asks as well."""
    desk.practice.fault("slow", on="token", match="refresh_token", ms=3000)
    return check_processes(2, desk)


def at_desk(convene, server, check):
    desk = Desk(convene, server)
    try:
        return check(desk)
    finally:
        desk.close()


def main(convene, server):
    checks = [
        ("SH-16 fifty pieces of work, one refresh", check_fifty),
        ("SH-16 two processes, one refresh", functools.partial(check_processes, 2)),
        ("SH-16 five processes, one refresh", functools.partial(check_processes, 5)),
        ("SH-16 two processes and a slow Zoom", check_slow),
    ]
    tap.run([(name, functools.partial(at_desk, convene, server, check)) for name, check in checks])


if __name__ == "__main__":
    main(os.environ["CONVENE_TEST_PROGRAM"], os.environ["CONVENE_TEST_PRACTICE_SERVER"])
