#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-life.py CONVENE PRACTICE-SERVER, inside display.py --a11y: somebody without a mouse moves, edits and cancels interviews in the window, and
takes that back (SH-45, SH-46, TA-11)."""

import contextlib
import re
import sys

import mainwindow
import program
import screen
from desk import CANDIDATE, Desk

CONVENE, SERVER = sys.argv[1:]


@contextlib.contextmanager
def details():
    """The interview's details in front of somebody, and everything done that the first start wants to do."""
    desk = Desk(CONVENE, SERVER)
    try:
        with mainwindow.opened(desk.profile) as person:
            cell = person.wait(lambda: next((cell for cell in mainwindow.cells(person) if CANDIDATE in cell.description), None), "the interview's day")
            desk.profile.run("sync")
            mainwindow.go_to_day(person, f"^{re.escape(cell.name)}$")
            mainwindow.open_day(person)
            for _ in range(10):
                row = person.wait(person.focused, "focus in the day")
                if CANDIDATE in row.name:
                    break
                person.key("Down")
                person.wait(lambda row=row: "focused" not in row.states, "next interview")
            mainwindow.open_details(person)
            yield desk, person
    finally:
        desk.close()


def press(person, name, inside=None):
    person.tab_to(name, "button", inside)
    person.key("Return")


def back_in_main(person):
    person.wait(lambda: len(person.windows()) == 1, "main window alone")


def move(person, clock):
    """From the details to the saved change, by Ctrl+R."""
    person.key("ctrl+r")
    wizard = person.window("Reschedule")
    page = person.see("Date & Time", "panel", wizard)
    person.fill("Time, such.*", clock, page)
    person.key("Return")
    page = person.see("Preview", "panel", wizard)
    person.see_words("link stays", page)
    press(person, "Next", wizard)
    press(person, "Save Changes", person.see("Finalize", "panel", wizard))
    back_in_main(person)
    person.see_toast("Moved to")


def check_move_and_undo():
    """Undone in time, nobody has heard of it: neither Zoom nor the candidate."""
    with details() as (desk, person):
        before, meeting, letters = desk.interview(), desk.meeting(), desk.letters()
        move(person, "08:15")
        person.wait(lambda: desk.interview()["start"] != before["start"], "moved interview")
        mainwindow.undo(person)
        person.wait(lambda: desk.interview()["start"] == before["start"], "interview as it was")
        person.see_toast("as it was before")
        assert desk.meeting() == meeting, f"Zoom has {desk.meeting()} instead of {meeting}"
        assert desk.letters() == letters, "somebody got a letter"
        mainwindow.quit_by_key(person)
        assert desk.meeting() == meeting and desk.letters() == letters, "it was done after all"
    return []


def check_move_and_leave():
    """Closing the window is as good as waiting: Zoom and the candidate know before the program is gone; the link stays (X-1)."""
    with details() as (desk, person):
        before, meeting, letters = desk.interview(), desk.meeting(), desk.letters()
        move(person, "08:15")
        mainwindow.quit_by_key(person)
        after, moved = desk.interview(), desk.meeting()
        complaints = [] if program.read_instant(after["start"]) - program.read_instant(before["start"]) == 45 * 60 else [f"it is at {after['start']}"]
        if moved["start_time"] == meeting["start_time"]:
            complaints.append("the meeting was not moved")
        if moved["join_url"] != meeting["join_url"]:
            complaints.append("the link changed")
        if desk.letters() != letters + 1:
            complaints.append(f"{desk.letters() - letters} letters instead of one")
        if after["sequence"] != before["sequence"] + 1:
            complaints.append(f"sequence {after['sequence']} after {before['sequence']}")
    return complaints


def check_edit():
    """Ctrl+E, through all the steps. Zoom's agenda follows; nothing else does."""
    with details() as (desk, person):
        before = desk.meeting()
        person.key("ctrl+e")
        wizard = person.window("Edit Interview")
        person.fill("Agenda", "Bring a bowl", person.see("Setup", "panel", wizard))
        press(person, "Next", wizard)
        person.see("Date & Time", "panel", wizard)
        person.key("Return")
        for step in ("Attendees", "Details", "Preview"):
            person.see(step, "panel", wizard)
            press(person, "Next", wizard)
        page = person.see("Finalize", "panel", wizard)
        press(person, "Save Changes", page)
        back_in_main(person)
        person.see_toast("Changes saved")
        mainwindow.quit_by_key(person)
        after = desk.meeting()
        assert "Bring a bowl" in after["agenda"], f"Zoom has {after['agenda']!r}"
        assert after["start_time"] == before["start_time"] and after["join_url"] == before["join_url"]
    return []


def cancel(person, reason):
    person.key("Delete")
    question = person.window("Cancel Interview")
    person.see_words("meeting is deleted", question)
    person.fill("Reason", reason, question)
    press(person, "Cancel Interview", question)
    back_in_main(person)
    person.see_toast("Interview cancelled")


def check_cancel():
    """Delete says first what follows. Taken back, it is as before; left alone, the meeting goes by itself, and the candidate is told why."""
    with details() as (desk, person):
        letters = desk.letters()
        person.key("Delete")
        question = person.window("Cancel Interview")
        press(person, "Keep", question)
        back_in_main(person)
        assert desk.interview()["status"] == "scheduled"

        cancel(person, "A mistake")
        mainwindow.undo(person)
        person.wait(lambda: desk.interview()["status"] == "scheduled", "interview as it was")
        person.see("Cancel Interview…", "button")

        cancel(person, "The oven broke")
        person.wait(lambda: desk.meeting() is None, "end of the meeting at Zoom")
        person.wait(lambda: desk.letters() == letters + 1, "letter to the candidate")
        assert desk.interview()["cancel_reason"] == "The oven broke"
        person.see_words("^Cancelled$")
        person.wait(lambda: person.find("Cancel Interview…", "button") is None, "details that offer it no more")
        mainwindow.quit_by_key(person)
    return []


def check_row():
    """In the list of the day, without its details."""
    with details() as (desk, person):
        person.key("Escape")
        person.wait(lambda: person.focused() is not None and CANDIDATE in person.focused().name, "focus in the day")
        person.key("ctrl+r")
        person.window("Reschedule")
        mainwindow.close_window(person, "Reschedule")
        person.key("Delete")
        person.window("Cancel Interview")
        mainwindow.close_window(person, "Cancel Interview")
        assert desk.interview()["status"] == "scheduled"
        mainwindow.quit_by_key(person)
    return []


def main():
    screen.run([
        ("SH-45/moved by keyboard, and taken back", check_move_and_undo),
        ("SH-45/X-1/moved, and the window closed at once", check_move_and_leave),
        ("TA-11/edited by keyboard", check_edit),
        ("SH-46/cancelled by keyboard, and taken back", check_cancel),
        ("O-14/asked for in the list of the day", check_row),
    ])


main()
