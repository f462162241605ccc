#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-details.py CONVENE PRACTICE-SERVER, inside display.py --a11y: what can be done with an interview in its details, by keyboard alone: copied,
sent again, fixed, marked as it went, and joined from the bar of the next one (SH-30, SH-31, O-13, O-14, VC-23)."""

import contextlib
import datetime
import pathlib
import re
import subprocess
import sys

import browser
import desk
import mainwindow
import program
import screen

CONVENE, SERVER = sys.argv[1:]

CLIPBOARD = pathlib.Path(__file__).with_name("clipboard.py")

# What Zoom gives out itself is not looked at; how it is spaced is the window's.
COPIES = (
    ("Copy Link", "Link copied", lambda meeting: meeting["join_url"]),
    ("Copy password", "Password copied", lambda meeting: meeting["password"]),
    ("Copy meeting number", "Meeting number copied", lambda meeting: meeting["id"]),
    ("Copy Invitation", "Invitation copied", lambda meeting: meeting["join_url"]),
)

# What is done, the words for it, and what the interview is then.
OUTCOMES = (("Mark as Completed", "Marked as completed", "completed"), ("Back to Scheduled", "Scheduled again", "scheduled"), ("Mark as No-Show", "Marked as no-show", "no-show"))


def in_minutes(count):
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=count)).strftime("%Y-%m-%d %H:%M")


def copied():
    return subprocess.run([sys.executable, str(CLIPBOARD)], check=True, capture_output=True, text=True, timeout=60).stdout


@contextlib.contextmanager
def details():
    """Found by a search for its candidate, and opened from the list."""
    here = desk.Desk(CONVENE, SERVER)
    try:
        with mainwindow.opened(here.profile) as person:
            find(person, desk.CANDIDATE)
            yield here, person
    finally:
        here.close()


def find(person, name, *keys):
    """The one that the list begins with, or to which keys lead."""
    person.wait(person.focused, "focus")
    person.key("ctrl+f")
    person.wait(lambda: person.focused() is not None and "editable" in person.focused().states, "focus in the search")
    person.type(name)
    person.key("Return")
    person.wait(lambda: person.focused() is not None and "editable" not in person.focused().states, "focus in the list")
    person.key(*keys, "Return")
    person.see("Export .ics…", "button")


def press(person, name):
    person.tab_to(name, "button")
    person.key("Return")


def check_copies():
    complaints = []
    with details() as (here, person):
        meeting = here.interview()["meeting"]
        for button, toast, value in COPIES:
            press(person, button)
            person.see_toast(toast)
            text = copied()
            if str(value(meeting)) not in text.replace(" ", "") and str(value(meeting)) not in text:
                complaints.append(f"{button}: {text!r} instead of {value(meeting)!r}")
        person.tab_to("Show password", "button", back=True)
        person.key("space")
        person.see_words(re.escape(meeting["password"]))
        person.tab_to("Copy Diagnostics", "button")
        mainwindow.quit_by_key(person)
    return complaints


def check_again():
    with details() as (here, person):
        letters = here.letters()
        press(person, "Send Invitation Again")
        person.wait(lambda: here.letters() == letters + 1, "letter sent again")
        mainwindow.quit_by_key(person)
    return []


def check_next():
    """What begins soon stands below the calendar; Ctrl+J leads to it."""
    here = desk.Desk(CONVENE, SERVER, in_minutes(8), timezone="UTC")
    opened = here.profile.folder / "opened"
    browser.install(here.profile.folder, here.profile.folder / "home" / "data", here.profile.folder / "home" / "config", ("http", "https"))
    try:
        with mainwindow.opened(here.profile) as person:
            person.see_words(f"Next: {desk.CANDIDATE}, {desk.JOB}, in .* minutes")
            person.key("ctrl+j")
            person.wait(opened.exists, "the browser")
            mainwindow.quit_by_key(person)
        join = here.interview()["meeting"]["join_url"]
        return [] if opened.read_text().strip() == join else [f"{opened.read_text()!r} was opened, not {join!r}"]
    finally:
        here.close()


def fix(person, trouble, option, follows):
    """One of the things that can be done about it, by Down, where it is told what follows; and done."""
    press(person, "Fix Meeting…")
    window = person.window("Fix Meeting")
    person.see(trouble, "list item", window)
    person.see("Letters", "label", window)
    person.tab_to(".*", "radio button", window)
    chosen = mainwindow.down_to(person, option, window)
    person.key("space")
    person.wait(lambda: "checked" in chosen.states, f"{option!r} chosen")
    assert follows in chosen.description, f"of {option!r} it is told: {chosen.description!r}"
    person.tab_to("Fix Meeting", "button", window)
    person.key("Return")
    person.wait(lambda: len(person.windows()) == 1, "main window alone")


def is_done(here):
    """Whether what was to be done at Zoom is."""
    return {one["state"] for one in here.interview()["operations"] if one["kind"] == "meeting-update"} == {"done"}


def check_fix():
    """What somebody changed at Zoom becomes again what was sent, and what they deleted there is made anew."""
    with details() as (here, person):
        meeting, letters = here.meeting(), here.letters()
        here.practice.control({"patch": {"id": int(here.number), "body": {"start_time": meeting["start_time"].replace(":30:", ":45:")}}})
        here.profile.run("sync")
        fix(person, "Zoom has another time", "Restore what was sent", "nobody gets mail")
        person.wait(lambda: is_done(here), "meeting as it was")
        complaints = [] if (here.meeting()["start_time"], here.letters()) == (meeting["start_time"], letters) else ["somebody got mail, or Zoom has another time"]
        here.practice.control({"delete": {"id": int(here.number)}})
        here.profile.run("sync")
        fix(person, "The meeting no longer exists", "Make a new meeting", "1 person gets an update by mail")
        mainwindow.quit_by_key(person)
        here.profile.run("sync")
        made = here.interview()["meeting"]
        if made["state"] != "live" or [meeting["join_url"] for meeting in here.practice.meetings()] != [made["join_url"]] or here.letters() != letters + 1:
            complaints.append(f"in the end: {made}, {here.practice.meetings()}, {here.letters() - letters} letters")
    return complaints


def check_outcome():
    """The interview of practice's own that nobody came to, the last one of its candidate in the list: marked otherwise, and the last mark taken back."""
    profile = program.Profile(CONVENE, "--practice", "--json", **screen.screen_variables())
    complaints = []
    try:
        profile.expect("list")
        with mainwindow.opened(profile) as person:
            person.see(r".*\d interviews?")
            missed = profile.expect("list", "--all", "--status", "no-show")["interviews"][0]
            find(person, missed["candidate"]["name"], "End")
            for button, toast, status in OUTCOMES:
                press(person, button)
                person.see_toast(toast)
                said = profile.expect("show", missed["uid"])["status"]
                complaints += [] if said == status else [f"{button}: {said}"]
            mainwindow.undo(person)
            person.wait(lambda: profile.expect("show", missed["uid"])["status"] == "scheduled", "interview as it was before")
            mainwindow.quit_by_key(person)
        return complaints
    finally:
        profile.close()


def main():
    screen.run([
        ("SH-31/copied by keyboard", check_copies),
        ("SH-30/sent again by keyboard", check_again),
        ("VC-23/next one joined by keyboard", check_next),
        ("O-13/fixed by keyboard: moved at Zoom, and deleted there", check_fix),
        ("O-14/marked as it went by keyboard, and taken back", check_outcome),
    ])


main()
