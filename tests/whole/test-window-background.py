#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-background.py CONVENE PRACTICE-SERVER, inside display.py --a11y: what leaves while no window is open, and for how long the process stays for
it. With a keyring daemon, the desktop's notifications, a mail server and a browser of the test's own."""

import contextlib
import datetime
import sqlite3
import subprocess
import sys
import time

# Before what else brings GLib, which would be as strict here as in the program.
import screen  # isort: skip

import browser
import keyring
import mainwindow
import notifications
import portal
import program
from practice import HOST, Practice

try:
    from mailserver import MailServer
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(0)

CONVENE, SERVER = sys.argv[1:]
ID = "io.github.conveneapp.Convene"
SERVICE = "--gapplication-service"
USER, PASSWORD = "rita", "correct horse battery"
SECOND = 1000000
HOUR = 3600 * SECOND
STRICT = {"G_DEBUG": "fatal-criticals"}


class Desk:
    """A person whose accounts are connected."""

    def __init__(self):
        self.practice = Practice(SERVER)
        self.mail = MailServer(USER, PASSWORD)
        self.profile = program.Profile(CONVENE, "--json", CONVENE_ZOOM_API_URL=self.practice.place["api_url"],
                                       CONVENE_ZOOM_OAUTH_URL=self.practice.place["oauth_url"], **screen.screen_variables())
        self.home = self.profile.folder / "home"
        self.opened = self.profile.folder / "opened"
        self.autostart = self.home / "config" / "autostart" / f"{ID}.desktop"
        browser.install(self.profile.folder, self.home / "data", self.home / "config", ("http", "https"))

    def close(self):
        self.profile.close()
        self.mail.close()
        self.practice.close()

    def connect(self):
        self.say("account", "connect", "zoom", "--server-to-server", "--account-id", "practice", "--client-id", "practice", "--host", HOST, said="practice\n")
        self.say("account", "connect", "mail", "--address", "Rita Recruiter <rita@example.org>", "--server", f"127.0.0.1:{self.mail.port}",
                 "--security", "none", "--user", USER, said=f"{PASSWORD}\n")

    def say(self, *words, said=""):
        return self.profile.expect(*words, said=said)

    def schedule(self, start, **options):
        return self.say(*program.schedule("Staff Engineer", start, timezone="UTC", **options), "--wait", "60")["uid"]

    def write(self, *statement):
        """While the program does not run."""
        with contextlib.closing(sqlite3.connect(self.profile.data / "convene.db")) as database, database:
            return database.execute(*statement).rowcount

    def start_service(self, **variables):
        return self.profile.start_window(SERVICE, **{**STRICT, **variables})


@contextlib.contextmanager
def at_desk():
    desk = Desk()
    try:
        desk.connect()
        yield desk
    finally:
        desk.close()


def in_minutes(minutes):
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=minutes)).strftime("%Y-%m-%d %H:%M")


def ends(process, what):
    """It ends by itself, and well."""
    try:
        status = process.wait(program.PATIENCE)
    except subprocess.TimeoutExpired:
        return [f"{what}: the process stays"]
    return [] if status == 0 else [f"{what}: it ended with {status}"]


def close_main(person):
    """As by the button of its frame: no end of the program is asked for."""
    person.window("Convene")
    person.wait(lambda: "active" in person.window("Convene").states, "keyboard")
    person.key("ctrl+w")
    person.wait(lambda: not person.windows(), "end of the window")


def check_stays():
    """Closed with an interview to come, it stays, and the desktop starts it the next time; with the preference off it leaves, and is not started."""
    with at_desk() as desk, notifications.Notifications(notifications.FREEDESKTOP):
        desk.schedule(program.next_year(12, 1, "10:00"), no_mail=True)
        with mainwindow.opened(desk.profile) as person:
            program.wait_until(desk.autostart.exists, "the autostart file")
            line = f'Exec="{desk.profile.program}" {SERVICE}'
            complaints = [] if line in desk.autostart.read_text().splitlines() else [desk.autostart.read_text()]
            close_main(person)
            time.sleep(5)
            if person.process.poll() is not None:
                complaints.append("it left although an interview comes")
            desk.say("preferences", "background", "off")
            complaints += ends(person.process, "background off")
        return complaints + (["the autostart file is there still"] if desk.autostart.exists() else [])


def check_quit():
    """Who quits means it: at once, whatever is due; the desktop starts it again."""
    with at_desk() as desk, notifications.Notifications(notifications.FREEDESKTOP):
        desk.schedule(program.next_year(12, 1, "10:00"), no_mail=True)
        with mainwindow.opened(desk.profile) as person:
            program.wait_until(desk.autostart.exists, "the autostart file")
            mainwindow.quit_by_key(person)
        return [] if desk.autostart.exists() else ["the autostart file is gone"]


def check_nothing_due():
    """Without anything to come nothing stays, and nothing is left behind."""
    with at_desk() as desk, notifications.Notifications(notifications.FREEDESKTOP):
        with mainwindow.opened(desk.profile) as person:
            close_main(person)
            complaints = ends(person.process, "nothing due")
        service = desk.start_service()
        with program.ended(service):
            complaints += ends(service, "service with nothing due")
        return complaints + (["an autostart file"] if desk.autostart.exists() else [])


def check_reminder():
    """Started by the desktop, it sends the reminder that falls due while no window is there, and leaves."""
    with at_desk() as desk, notifications.Notifications(notifications.FREEDESKTOP) as service:
        desk.say("preferences", "notify-before", "0")
        desk.say("preferences", "reminders", "1440")
        desk.schedule(in_minutes(3 * 24 * 60))
        program.wait_until(lambda: desk.mail.letters, "the invitation")
        arrived = len(desk.mail.letters)
        # Nobody is reminded of what they have only just read.
        desk.write("UPDATE operation SET settled = settled - ? WHERE kind = 'mail-invitation'", (3 * HOUR,))
        due = time.time() + 8
        desk.write("UPDATE operation SET due = ? WHERE kind = 'mail-reminder' AND state = 'waiting'", (int(due * SECOND),))
        process = desk.start_service()
        with program.ended(process):
            program.wait_until(lambda: len(desk.mail.letters) > arrived, "the reminder")
            early = due - time.time()
            complaints = [] if early <= 0 else [f"the reminder left {early} seconds before its time"]
            complaints += ends(process, "the reminder left")
        letters = desk.mail.letters[arrived:]
        join = desk.say("list")["interviews"][0]["meeting"]["join_url"]
        text = program.text_of(program.read_letter(letters[0].octets), "plain")
        if join not in text:
            complaints.append(f"no join link in {text}")
        return complaints + ([f"told {service.told}"] if service.told else [])


def check_bell():
    """Told of an interview that begins soon, by the service; Start, as one is its host, leads to the meeting, and says that it has not begun."""
    with at_desk() as desk, notifications.Notifications(notifications.FREEDESKTOP) as service:
        desk.practice.set(waiting_room=True)
        desk.schedule(in_minutes(9), no_mail=True)
        join = desk.say("list")["interviews"][0]["meeting"]["join_url"]
        process = desk.start_service()
        with program.ended(process):
            told = program.wait_until(lambda: service.told and service.told[0], "the notification")
            complaints = [] if told.title.startswith("Ada Lovelace") else [f"{told}"]
            buttons = dict(zip(told.actions[::2], told.actions[1::2]))
            if "Start" not in buttons.values() or "default" not in buttons:
                return [*complaints, f"{told} has no Start"]
            service.signal("ActionInvoked", notifications.GLib.Variant("(us)", (told.number, next(name for name, label in buttons.items() if label == "Start"))))
            person = screen.Screen(process)
            person.see_toast("The host has not started the meeting yet")
            program.wait_until(desk.opened.exists, "the browser")
            mainwindow.quit_by_key(person)
        opened = desk.opened.read_text().strip()
        return complaints + ([] if opened == join else [f"{opened} was opened, not {join}"])


def check_bell_itself():
    """The notification itself leads to the interview; it is told once, whoever starts again."""
    with at_desk() as desk, notifications.Notifications(notifications.GTK) as service:
        uid = desk.schedule(in_minutes(9), no_mail=True)
        process = desk.start_service()
        with program.ended(process):
            told = program.wait_until(lambda: service.told and service.told[0], "the notification")
            complaints = [] if told.actions == ["app.show-interview", uid] and told.number == f"bell:{uid}" else [f"{told}"]
            notifications.activate(ID, "show-interview", uid)
            person = screen.Screen(process)
            person.see("Back to the day", "button")
            mainwindow.quit_by_key(person)
        with mainwindow.opened(desk.profile) as person:
            person.wait(lambda: "active" in person.window("Convene").states, "keyboard")
            mainwindow.quit_by_key(person)
        return complaints + ([] if len(service.told) == 1 else [f"told {service.told}"])


def check_portal():
    """In a sandbox the desktop is asked, and no file is written."""
    for granted in (True, False):
        with at_desk() as desk, portal.Portal(granted) as service:
            desk.schedule(program.next_year(12, 1, "10:00"), no_mail=True)
            process = desk.start_service(GTK_USE_PORTAL="1")
            with program.ended(process):
                program.wait_until(lambda service=service: service.asked, "the question")
                asked = service.asked[0]
                complaints = [] if asked["autostart"] is True and asked["commandline"] == ["convene", SERVICE] and asked["reason"] else [f"asked {asked}"]
                desk.say("preferences", "background", "off")
                complaints += ends(process, "background off")
            if [question["autostart"] for question in service.asked] != [True, False]:
                complaints.append(f"asked {service.asked}")
            if desk.autostart.exists():
                complaints.append("a file in a sandbox")
        if complaints:
            return complaints
    return []


def check_practice():
    """Practice neither stays nor comes back."""
    profile = program.Profile(CONVENE, "--practice", "--json", **screen.screen_variables())
    try:
        with mainwindow.opened(profile) as person:
            person.wait(lambda: person.window(mainwindow.PRACTICE).states, "window")
            time.sleep(5)
            person.key("ctrl+w")
            complaints = ends(person.process, "practice")
        autostart = profile.folder / "home" / "config" / "autostart"
        return complaints + (["an autostart file of practice"] if autostart.exists() else [])
    finally:
        profile.close()


def main():
    screen.run([
        ("SH-28 stays while something is due", check_stays),
        ("SH-28 quitting ends it", check_quit),
        ("SH-28 leaves where nothing is due", check_nothing_due),
        ("SH-28 a reminder without a window", check_reminder),
        ("SH-5 VC-24 VC-38 a notification with Start", check_bell),
        ("SH-5 a notification itself", check_bell_itself),
        ("SH-28 the background portal", check_portal),
        ("SH-28 practice does not stay", check_practice),
    ], "gnome-keyring-daemon", around=keyring.daemon)


main()
