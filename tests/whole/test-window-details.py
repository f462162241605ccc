#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-details.py CONVENE PRACTICE-SERVER, inside display.py --a11y: what can be done with an interview in its details, by keyboard alone: copied,
sent again, and joined from the bar of the next one (SH-30, SH-31, VC-23); and the shortcuts and preferences (O-14)."""

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
import tap

CONVENE, SERVER = sys.argv[1:]

CLIPBOARD = pathlib.Path(__file__).with_name("clipboard.py")

# What Zoom gives out itself is not looked at; how it is spaced is the window's.
COPIES = (
    ("Copy Link", "Link copied", lambda meeting: meeting["join_url"]),
    ("Copy password", "Password copied", lambda meeting: meeting["password"]),
    ("Copy meeting number", "Meeting number copied", lambda meeting: meeting["id"]),
    ("Copy Invitation", "Invitation copied", lambda meeting: meeting["join_url"]),
)

SHORTCUTS = ("Schedule interview", "Reschedule", "Edit", "Cancel", "Join the next interview", "Search", "Month, week, day, agenda", "Go to today", "Go to date",
             "Print the day", "Help", "Main menu", "Preferences", "Quit")


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


def find(person, name):
    person.wait(person.focused, "focus")
    person.key("ctrl+f")
    person.wait(lambda: person.focused() is not None and "editable" in person.focused().states, "focus in the search")
    person.type(name)
    person.key("Return")
    person.wait(lambda: person.focused() is not None and "editable" not in person.focused().states, "focus in the list")
    person.key("Return")
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


def check_rest():
    """The shortcuts, complete, and the preferences by their keys."""
    here = desk.Desk(CONVENE, SERVER)
    try:
        with mainwindow.opened(here.profile) as person:
            person.wait(person.focused, "focus")
            person.key("ctrl+question")
            shortcuts = person.window("Keyboard Shortcuts")
            said = " ".join(sight.name for sight in shortcuts.walk())
            missing = [word for word in SHORTCUTS if word not in said]
            mainwindow.close_window(person, "Keyboard Shortcuts")
            person.key("ctrl+comma")
            preferences = person.window("Preferences")
            person.see(inside=preferences, role="list")
            mainwindow.close_window(person, "Preferences")
            mainwindow.quit_by_key(person)
        return [f"no {word} among the shortcuts" for word in missing]
    finally:
        here.close()


def main():
    missing = screen.missing_tools()
    if missing:
        print(f"1..0 # SKIP {', '.join(missing)} is not installed")
        return
    tap.run([
        ("SH-31/copied by keyboard", check_copies),
        ("SH-30/sent again by keyboard", check_again),
        ("VC-23/next one joined by keyboard", check_next),
        ("O-14/shortcuts and preferences by keyboard", check_rest),
    ], attempts=2)


main()
