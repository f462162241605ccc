#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-preferences.py CONVENE PRACTICE-SERVER, inside display.py --a11y: preferences by keyboard alone, in effect at once and there again at the next
start (HL-5, HL-6, X-11); the list of shortcuts, and the help of each window (O-14)."""

import pathlib
import sys

import browser
import desk
import mainwindow
import program
import screen

CONVENE, SERVER = sys.argv[1:]

HELP = pathlib.Path(__file__).parents[2] / "data" / "help" / "C"

SHORTCUTS = ("Schedule interview", "Reschedule", "Edit", "Cancel", "Join the next interview", "Search", "Month, week, day, agenda", "Go to today", "Go to date",
             "Print the day", "Help", "Main menu", "Preferences", "Quit")

# As the terminal has them, after what is done below.
CHOSEN = {"password-in-letters": "unless-in-link", "reminders": "1440,120,60"}


def open_preferences(person):
    person.wait(person.focused, "focus")
    person.key("ctrl+comma")
    window = person.window("Preferences")
    person.wait(lambda: "sensitive" in person.see("New interviews", "combo box", window).states, "what new interviews have")
    return window


def open_rules(person, window):
    person.tab_to("Links & Reminders", "page tab", window)
    person.key("space")
    person.see("Leave out passwords", "check box", window)


def choose_place(person, window):
    """New interviews are held by phone; those of the job that has another place, too, as is asked then."""
    person.tab_to("New interviews", "combo box", window)
    person.key("Return")
    mainwindow.down_to(person, "Phone", window)
    person.key("Return")
    question = person.see("Use Phone for 1 Other Job Too\\?", "dialog")
    person.see_words(desk.JOB, question)
    person.tab_to("Use for All", "button", question)
    person.key("Return")
    person.wait(lambda: len(person.windows()) == 2, "end of the question")


def choose_rules(person, window):
    """Letters leave out the password, and candidates are reminded once more."""
    open_rules(person, window)
    switch = person.tab_to("Leave out passwords", "check box", window)
    person.key("space")
    person.wait(lambda: "checked" in switch.states, "switch that is on")
    person.key("Tab")
    person.wait(lambda: person.focused(window) is not None and person.focused(window).name == "Candidates are reminded", "focus in the reminders")
    person.key("Return")
    person.see("1 week before", "check box", window)
    person.key("Tab")
    again = mainwindow.down_to(person, "2 hours before", window)
    person.key("space")
    person.wait(lambda: "checked" in again.states, "one more reminder")


def read_letter(here):
    """The last one."""
    envelope = here.practice.state()["letters"][-1]
    return program.text_of(program.read_letter(pathlib.Path(here.practice.folder, "mail", envelope["file"]).read_bytes()), "plain")


def judge_effect(here, person):
    """In the next letter, in the terminal, and where an interview is scheduled."""
    password, letters = here.interview()["meeting"]["password"], [read_letter(here)]
    here.profile.expect("resend", here.uid)
    letters.append(read_letter(here))
    said = [password in letter for letter in letters]
    complaints = [] if said == [True, False] else [f"the password is in the letter before and after: {said}"]
    kept = here.profile.expect("preferences")["preferences"]
    complaints += [f"{name}: {kept[name]}" for name, value in CHOSEN.items() if kept[name] != value]
    person.key("ctrl+n")
    wizard = person.window("Schedule Interview")
    person.see("Number to call", "text", person.see("Setup", "panel", wizard))
    mainwindow.close_window(person, "Schedule Interview")
    return complaints


def see_again(person):
    """In the window that was started again."""
    window = open_preferences(person)
    person.see("Phone", "label", person.see("New interviews", "combo box", window))
    open_rules(person, window)
    person.wait(lambda: "checked" in person.see("Leave out passwords", "check box", window).states, "switch that is on")
    person.see("1 day, 2 hours, 1 hour before", "label", window)
    mainwindow.close_window(person, "Preferences")


def check_preferences():
    here = desk.Desk(CONVENE, SERVER)
    try:
        with mainwindow.opened(here.profile) as person:
            window = open_preferences(person)
            choose_place(person, window)
            choose_rules(person, window)
            mainwindow.close_window(person, "Preferences")
            complaints = judge_effect(here, person)
            mainwindow.quit_by_key(person)
        with mainwindow.opened(here.profile) as person:
            see_again(person)
            mainwindow.quit_by_key(person)
        return complaints
    finally:
        here.close()


def judge_help(person, opened, page):
    """F1 asks the desktop for a page, which there is."""
    opened.unlink(missing_ok=True)
    person.key("F1")
    person.wait(opened.exists, "the program that shows the help")
    asked = opened.read_text().strip()
    return ([] if asked == f"help:convene/{page}" else [f"{asked} is opened, not {page}"]) + ([] if (HELP / f"{page}.page").is_file() else [f"there is no {page}"])


def judge_shortcuts(person):
    """All of them are told."""
    person.key("ctrl+question")
    shortcuts = person.window("Keyboard Shortcuts")
    said = " ".join(sight.name for sight in shortcuts.walk())
    mainwindow.close_window(person, "Keyboard Shortcuts")
    return [f"no {word} among the shortcuts" for word in SHORTCUTS if word not in said]


def check_help():
    profile = program.Profile(CONVENE, "--practice", "--json", **screen.screen_variables())
    opened = profile.folder / "opened"
    browser.install(profile.folder, profile.folder / "home" / "data", profile.folder / "home" / "config", ("help",))
    try:
        profile.expect("list")
        with mainwindow.opened(profile) as person:
            person.wait(person.focused, "focus")
            complaints = judge_shortcuts(person) + judge_help(person, opened, "index")
            for keys, title, page in (("ctrl+comma", "Preferences", "preferences"), ("ctrl+n", "Schedule Interview", "schedule")):
                person.key(keys)
                person.wait(lambda title=title: "active" in person.window(title).states, f"keyboard in {title!r}")
                complaints += judge_help(person, opened, page)
                mainwindow.close_window(person, title)
            mainwindow.quit_by_key(person)
        return complaints
    finally:
        profile.close()


def main():
    screen.run([
        ("HL-5/HL-6/X-11/preferences by keyboard: in effect, and kept", check_preferences),
        ("O-14/shortcuts and help by keyboard", check_help),
    ])


main()
