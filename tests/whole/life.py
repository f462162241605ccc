# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An interview that was scheduled in practice, what is done about it in terminals, and what is wrong with what came of it."""

import functools
import subprocess

import icalendar
import program
import tap
from terminal import Terminal, calendars, options

MANAGER = "Hana Manager <hana@example.com>"
BOB = "Bob <bob@example.com>"
LINK = "https://meet.example.com/room?x=1&y=2"
MOVED = ("reschedule", "--start", "2098-12-02 11:30")
SETTLED = {"done", "dropped", "handed-over"}


class Desk(Terminal):
    """A terminal, what one begins there, and what is wrong with what came of it: complaints are kept, so that one look tells all."""

    def __init__(self, convene):
        super().__init__(convene)
        self.complaints = []

    def begin(self, *words):
        return subprocess.Popen([self.program, "--practice", "--json", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment())

    def words(self, *more):
        return [*options(), *more]

    def change(self, interview, command, *words, status=0):
        """A command about an interview; its UID may be left out of the words."""
        return self.practise(command, interview["uid"], *words, status=status)

    def check(self, what, got, wanted):
        if got != wanted:
            self.complaints.append(f"{what}: {got!r} is not {wanted!r}")

    def count(self, *calls):
        counts = self.practice.state()["counts"]
        return [counts.get(call, 0) for call in calls]

    def check_cost(self, what, before, *wanted):
        """Creates, changes and deletes since then."""
        now = self.count("create", "patch", "delete")
        self.check(f"{what}: creates, changes, deletes", [one - then for one, then in zip(now, before, strict=True)], list(wanted))

    def cost(self):
        return self.count("create", "patch", "delete")

    def at_zoom(self, number):
        return {str(meeting["id"]): meeting for meeting in self.practice.meetings()}.get(str(number))

    def check_letter(self, what, index, addresses, method, sequence):
        """Whom one of the letters reached, and what its .ics says; the event, to be looked at further."""
        letter = self.letters()[index]
        reached = {one.addr_spec for header in ("to", "cc") if letter[header] for one in letter[header].addresses}
        self.check(f"{what}: reached", reached, set(addresses))
        calendar = icalendar.Calendar.from_ical(calendars(letter)[0][2])
        event = calendar.walk("VEVENT")[0]
        self.check(f"{what}: method and sequence", (str(calendar["METHOD"]), int(event["SEQUENCE"])), (method, sequence))
        return letter, event

    def check_settled(self, interview):
        for operation in interview["operations"]:
            if operation["state"] not in SETTLED and not (operation["kind"] == "mail-reminder" and operation["state"] == "waiting"):
                self.complaints.append(f"{operation['kind']} is {operation['state']}: {operation['error']}")

    def check_pairs(self):
        """Whoever was invited to something that is cancelled was told so, last of all."""
        last = {}
        for letter in self.letters():
            calendar = icalendar.Calendar.from_ical(calendars(letter)[0][2])
            last[str(calendar.walk("VEVENT")[0]["UID"])] = str(calendar["METHOD"])
        self.check("the last word about each", set(last.values()) - {"CANCEL"}, set())

    def wait_for(self, call, before):
        program.wait_until(lambda: self.count(call)[0] > before, f"a {call}")


def at_desk(convene, check):
    with Desk(convene) as desk:
        check(desk)
        return desk.complaints


def run(checks, convene, *words):
    """The checks at a desk of their own each; with words, those alone whose name has one of them."""
    tap.run([(name, functools.partial(at_desk, convene, check)) for name, check in checks if not words or any(word in name for word in words)])


def kinds(interview, state):
    return sorted(operation["kind"] for operation in interview["operations"] if operation["state"] == state and operation["kind"] != "mail-reminder")
