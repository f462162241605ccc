#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-keys.py CONVENE PRACTICE-SERVER, inside display.py --a11y: the main window by keyboard alone (O-14), alive while others write (SH-39,
TA-10), and with drafts that outlive the program (SH-26)."""

import contextlib
import datetime
import re
import signal
import sqlite3
import sys

import mainwindow
import program
import screen
from practice import Practice

CONVENE, SERVER = sys.argv[1:]

# How long Zoom takes where the window has to be seen waiting for it, in milliseconds.

DRAFT = {
    "Job": "Luthier, 2nd class",
    "Name": "Zoe O'Neil",
    "Mail address": "zoe@example.com",
    "Agenda": "First: the \"oud\" & its neck\n\nThen: <questions>?",
}


@contextlib.contextmanager
def profile():
    """In practice, with what its first start puts there."""
    one = program.Profile(CONVENE, "--practice", "--json", **screen.screen_variables())
    try:
        one.expect("list")
        yield one
    finally:
        one.close()


def check_month():
    """Page Down and Page Up turn, T goes back, arrows choose, Enter goes to the day, Enter opens, Escape goes back to where one was."""
    with profile() as one, mainwindow.opened(one) as person:
        person.see(r".*\d interviews?")
        mainwindow.go_to_month(person)
        title = mainwindow.grid(person).name
        today = mainwindow.chosen(person)[0].name
        assert today.startswith("Today"), f"{today} is chosen"
        person.key("Next")
        after = person.wait(lambda: mainwindow.grid(person).name != title and mainwindow.grid(person).name, "next month")
        person.see(after, "label", person.windows()[0])
        person.key("Prior", "Prior")
        person.wait(lambda: mainwindow.grid(person).name not in (title, after), "month before")
        person.key("t")
        person.wait(lambda: mainwindow.grid(person).name == title and mainwindow.chosen(person)[0].name == today, "today")
        place = mainwindow.chosen(person)[1]
        person.key("Up")
        person.wait(lambda: mainwindow.chosen(person)[1] != place, "the day a week before")
        person.key("Down")
        person.wait(lambda: mainwindow.chosen(person)[1] == place, "today again")
        mainwindow.go_to_day(person, r"\d interview")
        row = mainwindow.open_day(person)
        words = row.name
        mainwindow.open_details(person)
        person.key("Escape")
        person.wait(lambda: person.focused() is not None and person.focused().name == words, "focus where it was")
        mainwindow.quit_by_key(person)
    return []


def check_views():
    """1 to 4 choose how the calendar is shown, Ctrl+G asks for a date, Ctrl+F goes to the interviews, where words are typed."""
    with profile() as one, mainwindow.opened(one) as person:
        person.see(r".*\d interviews?")
        mainwindow.go_to_month(person)
        for key, view in (("2", "Week"), ("3", "Day"), ("4", "Agenda"), ("1", "Month")):
            person.key(key)
            button = person.see(view, "radio button")
            person.wait(lambda button=button: "checked" in button.states, f"{view} chosen")
        person.key("ctrl+g")
        person.wait(lambda: person.focused() is not None and person.focused().role == "text", "focus in the date")
        person.key("ctrl+a")
        person.type("2031-05-17")
        person.key("Return")
        person.see("May 2031", inside=person.windows()[0])
        person.key("ctrl+f")
        person.wait(lambda: person.focused() is not None and person.focused().role in ("text", "entry", "search box"), "focus in the search")
        assert "checked" in person.see("Interviews", "radio button").states
        mainwindow.quit_by_key(person)
    return []


def check_menu():
    with profile() as one, mainwindow.opened(one) as person:
        person.see(r".*\d interviews?")
        person.key("ctrl+question")
        person.window("Keyboard Shortcuts")
        mainwindow.close_window(person, "Keyboard Shortcuts")
        mainwindow.menu_item(person, "Keyboard Shortcuts")
        person.key("Return")
        person.window("Keyboard Shortcuts")
        mainwindow.close_window(person, "Keyboard Shortcuts")
        mainwindow.quit_by_key(person)
    return []


def kept_draft(one):
    """What stands in the database of it, as text; empty where nothing does."""
    database = sqlite3.connect(f"file:{one.data / 'convene.db'}?mode=ro", uri=True)
    try:
        return "\n".join(str(value) for row in database.execute("SELECT * FROM preference") for value in row)
    finally:
        database.close()


def open_wizard(person):
    person.key("ctrl+n")
    wizard = person.window("Schedule Interview")
    return person.see("Setup", "panel", wizard)


def read_draft(person, page):
    return {name: person.see(name, "text", page).text for name in DRAFT}


def check_draft():
    """Escape closes the wizard and keeps what was typed; so does the end of the program, also a violent one."""
    with profile() as one:
        with mainwindow.opened(one) as person:
            person.see(r".*\d interviews?")
            page = open_wizard(person)
            person.fill("Job", DRAFT["Job"], page)
            mainwindow.close_window(person, "Schedule Interview")
            page = open_wizard(person)
            person.see("Job", "text", page, text=f"^{re.escape(DRAFT['Job'])}$")
            for name, text in DRAFT.items():
                person.fill(name, text, page)
            person.wait(lambda: "Then: <questions>?" in kept_draft(one), "kept draft")
            person.process.send_signal(signal.SIGKILL)
            person.process.wait()
        with mainwindow.opened(one) as person:
            person.see(r".*\d interviews?")
            page = open_wizard(person)
            person.see("Job", "text", page, text=f"^{re.escape(DRAFT['Job'])}$")
            person.see_words("draft from before")
            found = read_draft(person, page)
            assert not one.expect("list", "--all", "--search", DRAFT["Job"])["interviews"], "a draft became an interview"
            mainwindow.quit_by_key(person)
    return [f"{name}: {found[name]!r} instead of {text!r}" for name, text in DRAFT.items() if found[name] != text]


def soon():
    """A time that the month of today shows, before the hours of practice's own interviews."""
    return f"{datetime.date.today() + datetime.timedelta(days=3)} 07:30"


def day_with(person, candidate):
    return next((cell for cell in mainwindow.cells(person) if candidate in cell.description), None)


def go_to_row(person, candidate):
    """By Down to the interview in the list of the day."""
    for _ in range(10):
        row = person.wait(person.focused, "focus in the day")
        if candidate in row.name:
            return
        person.key("Down")
        person.wait(lambda row=row: "focused" not in row.states, "next interview")
    raise TimeoutError(f"Down does not lead to {candidate}")


def operations_done(person):
    """For each thing that is to be done at once, whether it is told to be done."""
    told = {row.name: row.description for row in person.see("Activity", "list").walk() if row.role == "list item"}
    return [told[name].startswith("Done") for name in ("Create the Zoom meeting", "Send the invitation") if name in told]


@contextlib.contextmanager
def served(one):
    """Practice's server under the profile, for as long as it is told what to do."""
    server = Practice(SERVER, str(one.data))
    try:
        yield server
    finally:
        server.close()


def check_alive():
    """Somebody works in a terminal: the open window shows a new interview on its day, and the open details that what failed is done at last."""
    with profile() as one, served(one) as server, mainwindow.opened(one) as person:
        person.see(r".*\d interviews?")
        mainwindow.go_to_day(person, r"\d interview")
        # The samples of the first start are made at Zoom too.
        one.run("sync")
        server.fault("300", on="create")
        scheduled = one.run(*program.schedule("Glass Blower", soon(), candidate="Vera Glass <vera@example.com>"))
        cell = person.wait(lambda: day_with(person, "Vera Glass"), "new interview on its day")
        mainwindow.go_to_day(person, f"^{re.escape(cell.name)}$")
        mainwindow.open_day(person)
        go_to_row(person, "Vera Glass")
        mainwindow.open_details(person)
        person.wait(lambda: operations_done(person) == [False, True], "failed operation")
        one.expect("retry", scheduled.document["uid"])
        person.wait(lambda: operations_done(person) == [True, True], "done operations without any key")
        mainwindow.quit_by_key(person)
    return []


def check_notes():
    """Changed notes can be taken back for a while."""
    with profile() as one:
        scheduled = one.expect(*program.schedule("Glass Blower", soon(), candidate="Vera Glass <vera@example.com>", notes="Before"))
        uid = scheduled["uid"]
        with mainwindow.opened(one) as person:
            cell = person.wait(lambda: day_with(person, "Vera Glass"), "the interview's day")
            mainwindow.go_to_day(person, f"^{re.escape(cell.name)}$")
            mainwindow.open_day(person)
            go_to_row(person, "Vera Glass")
            mainwindow.open_details(person)
            person.tab_to("Edit", "button")
            person.key("Return")
            notes = person.see("Notes for the team", "text")
            person.wait(lambda: "focused" in notes.states, "focus in the notes")
            person.key("ctrl+a")
            person.type("After")
            person.key("ctrl+Return")
            person.wait(lambda: one.expect("show", uid)["notes"] == "After", "changed notes")
            mainwindow.undo(person)
            person.wait(lambda: one.expect("show", uid)["notes"] == "Before", "notes as they were")
            mainwindow.quit_by_key(person)
    return []


def check_one_window():
    """The program started twice raises the window that is there."""
    with profile() as one, mainwindow.opened(one) as person:
        person.see(r".*\d interviews?")
        second = one.start_window()
        with program.ended(second):
            assert second.wait(program.PATIENCE) == 0, f"the second ended with {second.returncode}"
        assert len(person.windows()) == 1, f"{person.windows()}"
        mainwindow.quit_by_key(person)
    return []


def main():
    screen.run([
        ("O-14/months, days, interviews and back by keyboard", check_month),
        ("TA-11/views, another date and the search by keyboard", check_views),
        ("O-14/shortcuts and the menu by keyboard", check_menu),
        ("SH-26/a draft outlives the wizard and the program, to the letter", check_draft),
        ("TA-10/SH-39/what a terminal schedules appears, and its operations become done", check_alive),
        ("O-14/changed notes can be taken back", check_notes),
        ("O-14/started twice it is one window", check_one_window),
    ])


main()
