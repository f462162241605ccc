#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-health.py CONVENE PRACTICE-SERVER, inside display.py --a11y: a sign-in at Zoom that ended is told of by a notification, which leads to where
one signs in again, and then all is well by itself. With a keyring daemon, the desktop's notifications and a browser of the test's own."""

import contextlib
import re
import sqlite3
import sys

# Before what else brings GLib, which would be as strict here as in the program.
import screen  # isort: skip

import browser
import keyring
import mainwindow
import notifications
import program
from practice import HOST, Practice

CONVENE, SERVER = sys.argv[1:]
ID = "io.github.conveneapp.Convene"
HOUR = 3600 * 1000000
FIRST, SECOND = program.next_year(12, 1, "10:00"), program.next_year(12, 2, "10:00")

TITLE = "Convene was removed at Zoom"
NEXT = r" The next interview at Zoom is on \w{3} 1 December, 09:00\."
NEEDED = rf"Reconnect {HOST} before an interview needs it\.{NEXT}"
WAITED = rf"{HOST}: 1 interview waits for it\.{NEXT}"
BANNER = rf"^{TITLE}\.$"
BANNER_WAITED = rf"^{TITLE}; 1 interview waits for it\.$"


class Desk:
    """A person whose Zoom account is connected, with an interview there in a year."""

    def __init__(self):
        self.practice = Practice(SERVER)
        self.profile = program.Profile(CONVENE, "--json", CONVENE_ZOOM_API_URL=self.practice.place["api_url"], CONVENE_ZOOM_CLIENT_ID="practice",
                                       CONVENE_ZOOM_OAUTH_URL=self.practice.place["oauth_url"], **screen.screen_variables())
        home = self.profile.folder / "home"
        browser.install(self.profile.folder, home / "data", home / "config")
        self.opened = self.profile.folder / "opened"
        self.sign_in()
        self.profile.expect(*program.schedule("Staff Engineer", FIRST, no_mail=True))
        self.account = self.find_account()["id"]

    def close(self):
        self.profile.run("account", "disconnect", self.account)
        self.profile.close()
        self.practice.close()

    def find_account(self):
        return self.profile.expect("account", "list")["accounts"][0]

    def sign_in(self):
        process = self.profile.start("account", "connect", "zoom", "--no-browser")
        with program.ended(process):
            waiting = browser.Waiting(process)
            browser.get(browser.answer(waiting.find_address()))
            answer = waiting.finish()
        assert answer.status == 0, f"{answer}"

    def remove_at_zoom(self):
        self.practice.control({"revoke": {"user": HOST}})

    def let_hours_pass(self):
        """Since the accounts were asked after."""
        with contextlib.closing(sqlite3.connect(self.profile.data / "convene.db")) as database, database:
            database.execute("UPDATE account SET checked_at = checked_at - ?", (2 * HOUR,))

    def leave_waiting(self):
        """An interview whose meeting cannot be made, in the terminal."""
        answer = self.profile.run(*program.schedule("Managed", SECOND, no_mail=True), "--wait", "20")
        assert answer.status == 1 and answer.code == "signed-out", f"{answer}"
        return answer.document["uid"]

    def count_meetings(self, job):
        return sum(meeting["topic"] == f"{job} Interview" for meeting in self.practice.meetings())


@contextlib.contextmanager
def at_desk():
    desk = Desk()
    try:
        yield desk
    finally:
        desk.close()


def judge_told(desk, service, body, actions):
    """What is wrong with the last notification."""
    told = service.told[-1]
    complaints = [] if told.title == TITLE and re.fullmatch(body, told.body) else [f"the words of {told}"]
    return complaints + ([] if told.actions == actions else [f"{told} leads elsewhere"])


def see_banner(person, words):
    """The window says it too, and has the keyboard's focus by then."""
    window = person.window("Convene")
    person.wait(lambda: "active" in window.states, "keyboard")
    person.see_words(words, window)
    person.see("Reconnect", "button", window)


def see_reconnect(person):
    """The page of Connected Apps where one signs in again."""
    accounts = person.window("Connected Apps")
    person.see("Continue in Browser", "button", accounts)
    person.see_words(HOST, accounts)
    return accounts


def sign_in_by_window(desk, person, accounts):
    """With the desktop's browser, which the program starts."""
    desk.opened.unlink(missing_ok=True)
    person.tab_to("Continue in Browser", "button", accounts)
    person.key("Return")
    program.wait_until(desk.opened.exists, "the browser")
    page = browser.get(browser.answer(desk.opened.read_text().strip()))
    return [] if page is not None and page.status == 200 else [f"{page}"]


def see_healed(desk, person, service, accounts, waiting):
    """What waited goes on without anybody, once."""
    person.wait(lambda: not service.shown, "end of the notification")
    person.wait(lambda: desk.count_meetings("Managed"), "meeting")
    person.see(rf".*, {HOST}, Zoom, Connected", "list item", accounts)
    person.wait(lambda: person.find("Reconnect", "button", person.window("Convene")) is None, "end of the banner")
    complaints = [] if (desk.count_meetings("Staff Engineer"), desk.count_meetings("Managed")) == (1, 1) else [f"{desk.practice.meetings()}"]
    program.wait_until(lambda: desk.profile.expect("show", waiting)["meeting"]["state"] == "live", "link")
    account = desk.find_account()
    if (account["id"], account["state"]) != (desk.account, "connected"):
        complaints.append(f"{account}")
    return complaints


def check_found():
    """The window's first check finds it, with nothing that waits; what comes to wait later is told in the window alone."""
    with at_desk() as desk, notifications.Notifications(notifications.FREEDESKTOP) as service:
        desk.remove_at_zoom()
        desk.let_hours_pass()
        with mainwindow.opened(desk.profile) as person:
            person.wait(lambda: service.told, "notification")
            complaints = judge_told(desk, service, NEEDED, ["default", ""])
            see_banner(person, BANNER)
            waiting = desk.leave_waiting()
            see_banner(person, BANNER_WAITED)
            service.press(service.told[0])
            accounts = see_reconnect(person)
            complaints += sign_in_by_window(desk, person, accounts)
            complaints += see_healed(desk, person, service, accounts, waiting)
            mainwindow.quit_by_key(person)
        return complaints + ([] if len(service.told) == 1 else [f"told {service.told}"])


def check_known():
    """Found out in the terminal before the window is there, which tells once each time that it is started: GNOME Shell puts one in place of the other. A
    click starts the program, and leads to the same page."""
    with at_desk() as desk, notifications.Notifications(notifications.GTK) as service:
        desk.remove_at_zoom()
        waiting = desk.leave_waiting()
        complaints = []
        for start in (1, 2):
            with mainwindow.opened(desk.profile) as person:
                see_banner(person, BANNER_WAITED)
                person.wait(lambda start=start: len(service.told) == start, f"notification {start}")
                complaints += judge_told(desk, service, WAITED, ["app.reconnect", desk.account])
                mainwindow.quit_by_key(person)
            complaints += [] if list(service.shown) == [f"account:{desk.account}"] else [f"after start {start} there are {service.shown}"]
        with started_by_click(desk) as person:
            accounts = see_reconnect(person)
            complaints += sign_in_by_window(desk, person, accounts)
            complaints += see_healed(desk, person, service, accounts, waiting)
            mainwindow.quit_by_key(person)
        return complaints + ([] if len(service.told) <= 3 else [f"told {service.told}"])


@contextlib.contextmanager
def started_by_click(desk):
    """As the session bus starts the program where GNOME Shell asks it for an action."""
    process = desk.profile.start_window("--gapplication-service", G_DEBUG="fatal-criticals")
    with program.ended(process):
        program.wait_until(lambda: notifications.owns(ID), "the program")
        notifications.activate(ID, "reconnect", desk.account)
        person = screen.Screen(process)
        person.window("Convene")
        yield person


def check_healed_beside():
    """Who signs in again in the terminal sees the notification go, and nothing more is told."""
    with at_desk() as desk, notifications.Notifications(notifications.FREEDESKTOP) as service:
        desk.remove_at_zoom()
        desk.let_hours_pass()
        with mainwindow.opened(desk.profile) as person:
            see_banner(person, BANNER)
            person.wait(lambda: service.told, "notification")
            desk.sign_in()
            person.wait(lambda: not service.shown, "end of the notification")
            complaints = [] if service.withdrawn == [service.told[0].number] else [f"taken back: {service.withdrawn}"]
            mainwindow.quit_by_key(person)
        return complaints + ([] if len(service.told) == 1 else [f"told {service.told}"])


def check_healed_without():
    """The same while no window is there: the next one takes back what GNOME Shell shows still."""
    with at_desk() as desk, notifications.Notifications(notifications.GTK) as service:
        desk.remove_at_zoom()
        desk.let_hours_pass()
        with mainwindow.opened(desk.profile) as person:
            see_banner(person, BANNER)
            person.wait(lambda: service.told, "notification")
            complaints = judge_told(desk, service, NEEDED, ["app.reconnect", desk.account])
            mainwindow.quit_by_key(person)
        desk.sign_in()
        with mainwindow.opened(desk.profile) as person:
            person.wait(lambda: not service.shown, "end of the notification")
            person.wait(lambda: "active" in person.window("Convene").states, "keyboard")
            mainwindow.quit_by_key(person)
        return complaints + ([] if len(service.told) == 1 else [f"told {service.told}"])


def main():
    screen.run([
        ("SH-41 SH-52 told by the first check, and healed in the window", check_found),
        ("SH-41 TH-21 known before the window", check_known),
        ("SH-41 healed beside the window", check_healed_beside),
        ("SH-41 healed without the window", check_healed_without),
    ], "gnome-keyring-daemon", around=keyring.daemon)


main()
