#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-two-terminals.py CONVENE PRACTICE-SERVER: several processes work on one profile at once, and each interview is done once."""

import functools
import sys

import program
import tap
from practice import Practice

START = program.next_year(7, 1, "15:30")
SETTLED = {"done", "dropped", "handed-over"}


class Desk:
    """A practice profile whose server stays, and what was scheduled in it."""

    def __init__(self, convene, server):
        self.profile = program.Profile(convene, "--practice", "--json")
        self.server = server
        self.practice = None
        self.jobs = []

    def open_server(self):
        """The program starts one itself where there is none; the test's own lease keeps whichever there is."""
        if self.practice is None:
            self.profile.data.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.practice = Practice(self.server, str(self.profile.data))
            if self.practice.place["pid"] != self.practice.process.pid:
                # There was one: the second has nothing to do and goes.
                self.practice.process.wait()
        return self.practice

    def effort(self):
        """What it has cost so far: requests that make a meeting, looks for one that may have been made, letters."""
        state = self.open_server().state()
        return [state["counts"].get("create", 0), state["counts"].get("list", 0), len(state["letters"])]

    def begin(self, *more, **variables):
        """A terminal that begins to schedule the next interview."""
        self.jobs.append(f"Job {len(self.jobs) + 1}")
        return self.profile.start(*program.schedule(self.jobs[-1], START), *more, **variables)

    def is_kept(self, job):
        listed = self.profile.run("list", "--search", job)
        return listed.status == 0 and any(interview["job"] == job for interview in listed.document["interviews"])

    def sync(self):
        answer = self.profile.run("sync")
        return [] if answer.status == 0 else [f"sync: {answer}"]

    def judge(self):
        """What is wrong: as many meetings and letters as interviews, each of them whole, and nothing under way."""
        practice = self.open_server()
        listed = self.profile.expect("list", "--all")
        complaints = []
        topics = sorted(meeting["topic"] for meeting in practice.meetings())
        letters = practice.state()["letters"]
        if sorted(interview["job"] for interview in listed["interviews"]) != sorted(self.jobs) or listed["total"] != len(self.jobs):
            complaints.append(f"interviews {sorted(interview['job'] for interview in listed['interviews'])} of {listed['total']}")
        if topics != sorted(f"{job} Interview" for job in self.jobs):
            complaints.append(f"meetings {topics}")
        if len({letter["message_id"] for letter in letters}) != len(self.jobs):
            complaints.append(f"letters {sorted(letter['to'] for letter in letters)}")
        for interview in listed["interviews"]:
            complaints += judge_interview(self.profile.expect("show", interview["uid"]), practice)
        return complaints

    def close(self):
        if self.practice:
            self.practice.close()
        self.profile.close()


def judge_interview(interview, practice):
    complaints = []
    meeting = interview["meeting"]
    if not meeting or meeting["state"] != "live" or meeting["id"] not in {str(other["id"]) for other in practice.meetings()}:
        complaints.append(f"{interview['job']}: the meeting is {meeting}")
    kinds = sorted(operation["kind"] for operation in interview["operations"] if operation["kind"] != "mail-reminder")
    if kinds != ["mail-invitation", "meeting-create"]:
        complaints.append(f"{interview['job']}: to do were {kinds}")
    for operation in interview["operations"]:
        later = operation["kind"] == "mail-reminder" and operation["state"] == "waiting"
        if operation["state"] not in SETTLED and not later:
            complaints.append(f"{interview['job']}: {operation['kind']} is {operation['state']}")
    return complaints


def at_desk(convene, server, check):
    desk = Desk(convene, server)
    try:
        return check(desk)
    finally:
        desk.close()


def complain(answer):
    """A call to schedule that went as it should has made a meeting."""
    if answer.status == 0 and answer.document["meeting"]["state"] == "live" and answer.document["status"] == "scheduled":
        return []
    return [f"{answer}"]


def check_round(terminals, desk):
    processes = [desk.begin() for _ in range(terminals)]
    with program.ended(*processes):
        return [complaint for process in processes for complaint in complain(program.finish(process))]


def check_rounds(terminals, rounds, desk):
    """The first round has neither a database nor a server: the terminals make them at the same time too. Nobody does what another one is at."""
    complaints = check_round(terminals, desk)
    before = desk.effort()
    for _ in range(rounds - 1):
        complaints += check_round(terminals, desk)
    spent = [now - then for now, then in zip(desk.effort(), before, strict=True)]
    done = terminals * (rounds - 1)
    if spent != [done, 0, done]:
        complaints.append(f"{done} interviews took {spent[0]} requests, {spent[1]} looks and {spent[2]} letters")
    return complaints + desk.judge()


def check_slow_zoom(desk):
    """They overlap from end to end: Zoom takes its time for every answer."""
    desk.open_server().set(latency_ms=300)
    return check_rounds(3, 2, desk)


def begin_slowly(desk, fault):
    """A terminal that runs the outbox and is in the middle of making its meeting when this returns."""
    practice = desk.open_server()
    practice.fault("slow", on="create", **fault)
    before = practice.state()["counts"].get("create", 0)
    process = desk.begin()
    program.wait_until(lambda: practice.state()["counts"].get("create", 0) > before, "the request")
    return process


def check_early_exit(desk):
    """One that does not wait leaves its work to the one that runs, or to the next sync."""
    runner = begin_slowly(desk, {"before_ms": 1500})
    with program.ended(runner):
        hasty = program.finish(desk.begin("--wait", "0"))
        complaints = complain(program.finish(runner))
    if hasty.status != 1 or hasty.code != "still-waiting" or hasty.document["job"] != desk.jobs[-1]:
        complaints.append(f"--wait 0: {hasty}")
    return complaints + desk.sync() + desk.judge()


def check_hasty_runner(desk):
    """The one that runs goes before the others are done: one of them takes over."""
    desk.open_server().set(latency_ms=300)
    hasty = desk.begin("--wait", "0")
    others = [desk.begin(), desk.begin()]
    with program.ended(hasty, *others):
        complaints = [complaint for process in others for complaint in complain(program.finish(process))]
        program.finish(hasty)
    return complaints + desk.sync() + desk.judge()


def check_killed_runner(fault, desk):
    """The runner is killed while Zoom makes its meeting: who waited looks for what it did, and finishes both."""
    runner = begin_slowly(desk, fault)
    with program.ended(runner):
        other = desk.begin()
        with program.ended(other):
            program.wait_until(lambda: desk.is_kept(desk.jobs[-1]), "the other terminal's interview")
            runner.kill()
            runner.wait()
            complaints = complain(program.finish(other))
    # Who took over left when its own interview was done; looking for a meeting that may come late takes its time.
    return complaints + desk.sync() + desk.judge()


def main(convene, server):
    checks = [
        ("O-1 two terminals at once", functools.partial(check_rounds, 2, 3)),
        ("O-1 four terminals at once", functools.partial(check_rounds, 4, 2)),
        ("O-1 three terminals and a slow Zoom", check_slow_zoom),
        ("O-1 a terminal that does not wait", check_early_exit),
        ("O-1 the terminal that runs does not wait", check_hasty_runner),
        ("O-1 the terminal that runs is killed before its answer", functools.partial(check_killed_runner, {"after_ms": 2500})),
        ("O-1 the terminal that runs is killed before its meeting is made", functools.partial(check_killed_runner, {"before_ms": 2500})),
    ]
    tap.run([(name, functools.partial(at_desk, convene, server, check)) for name, check in checks])


if __name__ == "__main__":
    main(*sys.argv[1:])
