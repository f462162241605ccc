#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-pointer.py CONVENE PRACTICE-SERVER, inside display.py --a11y: what a mouse alone can do in the day: an interview dragged to another hour, made
longer at its lower edge, and an empty hour clicked twice (TA-11, SH-45)."""

import datetime
import re
import sys

import mainwindow
import program
import screen
from desk import CANDIDATE, Desk, soon

CONVENE, SERVER = sys.argv[1:]

FIELDS = {"Job": "Luthier", "Name": "Bo Sample", "Mail address": "bo@example.com", "Agenda": "Hello"}


class Day:
    """The day with the interview, an hour of it long, and somebody with a mouse before it."""

    def __init__(self, desk, person):
        self.desk = desk
        self.person = person
        mainwindow.go_to_month(person)
        person.key("3")
        mainwindow.go_to_date(person, soon("07:30").split()[0])
        self.block = person.see(f".*{CANDIDATE}, .*", "button")
        person.wait(lambda: person.focused() is not None and person.focused().role == "table cell", "focus in the day")
        self.extents = person.see_still(self.block)
        self.hour = self.extents[3]
        self.middle = self.extents[0] + self.extents[2] // 2

    def drag(self, start, minutes, *keys):
        """So much later, from there."""
        self.person.drag(self.middle, start, self.hour * minutes // 60, *keys)

    def drag_whole(self, minutes, *keys):
        self.drag(self.extents[1] + self.hour // 2, minutes, *keys)

    def drag_edge(self, minutes):
        self.drag(self.extents[1] + self.hour - 2, minutes)

    def find_time(self):
        """Of the interview, as the terminal lists it: its start and its length."""
        found = next(one for one in self.desk.profile.expect("list", "--all")["interviews"] if one["uid"] == self.desk.uid)
        return program.read_instant(found["start"]), found["duration"]

    def see_time(self, time):
        self.person.wait(lambda: self.find_time() == time, f"interview at {time}, in the terminal")

    def see_undone(self, time, before):
        """Nobody heard of it."""
        self.see_time(time)
        mainwindow.undo(self.person)
        self.see_time(before)


def check_drags(day):
    """Moved, made longer, each with what follows told before and Undo after; Escape lets go of it where it was."""
    start, length = day.find_time()
    known = day.desk.meeting(), day.desk.letters()
    for drag, minutes, time in ((day.drag_whole, 90, (start + 90 * 60, length)), (day.drag_edge, 30, (start, length + 30))):
        drag(minutes)
        mainwindow.reschedule(day.person)
        day.see_undone(time, (start, length))
    day.drag_whole(120, "Escape")
    return [] if (day.desk.meeting(), day.desk.letters()) == known else ["somebody heard of what was undone"]


def check_empty_hour(day):
    """Three and a half hours after the interview's start nothing is: twice there, and the wizard begins with it."""
    person = day.person
    wanted = datetime.datetime.strptime(re.match(r"\d\d:\d\d", day.block.name)[0], "%H:%M") + datetime.timedelta(hours=3, minutes=30)
    person.click(day.middle, day.extents[1] + 7 * day.hour // 2 + 4, 2)
    wizard = person.window("Schedule Interview")
    windows = [window.name for window in person.windows()]
    page = person.see("Setup", "panel", wizard)
    for name, text in FIELDS.items():
        person.fill(name, text, page)
    person.tab_to("Next", "button", wizard)
    person.key("Return")
    page = person.see("Date & Time", "panel", wizard)
    asked = [person.see(name, "text", page).text for name in ("Date.*", "Time, such.*")]
    mainwindow.close_window(person, "Schedule Interview")
    wanted = [soon("").strip(), f"{wanted:%H:%M}"]
    return ([] if asked == wanted else [f"the wizard begins with {asked}, not {wanted}"]) + ([] if "Reschedule" not in windows else ["Escape did not end the drag"])


def check_day():
    desk = Desk(CONVENE, SERVER)
    try:
        with mainwindow.opened(desk.profile) as person:
            day = Day(desk, person)
            complaints = check_drags(day) + check_empty_hour(day)
            mainwindow.quit_by_key(person)
        return complaints
    finally:
        desk.close()


def main():
    screen.run([
        ("TA-11/SH-45/dragged in the day to another hour, and to another length; an empty hour clicked twice", check_day),
    ])


main()
