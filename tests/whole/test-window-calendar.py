#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-calendar.py CONVENE PRACTICE-SERVER, inside display.py --a11y: the week, the day and the agenda by keyboard alone: turned, with a second
time zone beside, and interviews moved and made longer from where they stand in the week (TA-10, TA-11, SH-45)."""

import re
import sys

import mainwindow
import screen
from desk import CANDIDATE, Desk, soon

CONVENE, SERVER = sys.argv[1:]

VIEWS = (("2", "Week"), ("3", "Day"), ("4", "Agenda"))
BLOCK = f".*{CANDIDATE}, .*"


def title(person):
    """What times the views show, the one that was opened last of all, as a screen reader is told: where there is little room the header says less."""
    views = person.see("ConveneCalendarViews", "filler")
    return [sight.name for sight in views.walk() if sight.role == "panel" and sight.name]


def check_turning():
    """Each view later, earlier, to another date and back to today."""
    desk = Desk(CONVENE, SERVER)
    try:
        with mainwindow.opened(desk.profile) as person:
            mainwindow.go_to_month(person)
            for key, view in VIEWS:
                person.key(key)
                person.wait(lambda view=view: "checked" in person.see(view, "radio button").states, view)
                for turn, page in (("Next .*|Later", "Next"), ("Previous .*|Earlier", "Prior")):
                    person.tab_to(turn, "button")
                    for key in ("Return", page):
                        before = title(person)
                        person.key(key)
                        person.wait(lambda before=before: title(person) != before, f"{view}: {key} on {turn}")
                mainwindow.go_to_date(person, "2031-05-17")
                person.wait(lambda: any("2031" in name for name in title(person)), f"{view} of that date")
                person.key("t")
                person.wait(lambda: "2031" not in title(person)[-1], f"{view} of today again")
            mainwindow.quit_by_key(person)
    finally:
        desk.close()
    return []


def choose_in_view_menu(person, name):
    """F10, the menu of views, and in it by Down to an item."""
    mainwindow.menu_item(person, "View")
    person.key("Return")
    person.see("Go to Date.*", "menu item")
    mainwindow.down_to(person, name, person.see(role="menu"))
    person.key("Return")


def choose_second_zone(person):
    """The second ruler, which a screen reader is told of, too."""
    mainwindow.go_to_month(person)
    choose_in_view_menu(person, "Second Time Zone.*")
    zone = person.window("Second Time Zone")
    person.fill("City or time zone.*", "Nowhere", zone)
    person.key("Return")
    person.see_words("There is no such time zone", zone)
    person.fill("City or time zone.*", "Asia/Tokyo", zone)
    person.tab_to("Apply", "button", zone)
    person.key("Return")
    person.wait(lambda: len(person.windows()) == 1, "main window alone")


def go_to_slot(person, date):
    """The hours of a day in the week."""
    person.key("2")
    person.wait(lambda: "checked" in person.see("Week", "radio button").states, "week")
    mainwindow.go_to_date(person, date)
    return person.wait(lambda: next((at for at in [person.focused()] if at is not None and at.role == "table cell"), None), "focus in the week")


def reschedule(person, *changes):
    """Ctrl+R on the interview in the week."""
    person.tab_to(BLOCK, "button")
    person.key("ctrl+r")
    mainwindow.reschedule(person, *changes)


def check_hours():
    """In the week: a second ruler, a move and a longer interview with what follows told before and Undo after, and the wizard of an empty hour."""
    desk = Desk(CONVENE, SERVER)
    complaints = []
    try:
        with mainwindow.opened(desk.profile) as person:
            choose_second_zone(person)
            before, meeting, letters = desk.interview(), desk.meeting(), desk.letters()
            date = soon("07:30").split()[0]
            slot = go_to_slot(person, date)
            if not re.fullmatch(r"\d\d:\d\d Tokyo", slot.description):
                complaints.append(f"of the second ruler it is told: {slot.description!r}")

            reschedule(person, lambda page: person.fill("Time, such.*", "08:15", page))
            person.wait(lambda: desk.interview()["start"] != before["start"], "moved interview")
            mainwindow.undo(person)
            person.wait(lambda: desk.interview()["start"] == before["start"], "interview as it was")
            complaints += [] if (desk.meeting(), desk.letters()) == (meeting, letters) else ["somebody heard of what was undone"]

            def lengthen(page):
                person.tab_to("2 h", "button", page)
                person.key("Return")

            go_to_slot(person, date)
            reschedule(person, lengthen)
            person.wait(lambda: desk.interview()["duration"] == 120, "longer interview")

            go_to_slot(person, date)
            person.key("Return")
            person.see("Setup", "panel", person.window("Schedule Interview"))
            mainwindow.close_window(person, "Schedule Interview")
            mainwindow.quit_by_key(person)
        after = desk.interview()
        if (after["start"], after["duration"], desk.meeting()["duration"]) != (before["start"], 120, 120):
            complaints.append(f"in the end: {after['start']}, {after['duration']} minutes, at Zoom {desk.meeting()['duration']}")
    finally:
        desk.close()
    return complaints


def main():
    screen.run([
        ("TA-10/week, day and agenda are turned by keyboard", check_turning),
        ("TA-11/SH-45/from its place in the week an interview is moved, and made longer", check_hours),
    ])


main()
