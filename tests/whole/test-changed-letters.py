#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-changed-letters.py CONVENE PRACTICE-SERVER: the letters that follow an invitation, and the .ics in them, judged by other projects' parsers."""

import functools
import pathlib
import re
import sys

import program
import readers
import tap
from practice import Practice

ADA, BEA, HUGO, INES, OTTO = "ada@example.com", "bea@example.com", "hugo@example.org", "ines@example.org", "otto@example.org"
START, LATER = program.next_year(12, 1, "10:00"), program.next_year(12, 2, "11:30")
REASON = "The position, alas; is filled."


class Letter:
    """One that left, and its .ics as a file."""

    def __init__(self, practice, profile, number, envelope):
        self.to = sorted(envelope["to"])
        self.letter = program.read_letter(pathlib.Path(practice.folder, "mail", envelope["file"]).read_bytes())
        self.part, self.calendar, self.attachment = program.calendars_of(self.letter)
        self.path = profile.folder / f"letter-{number}.ics"
        self.path.write_bytes(self.calendar)

    def says(self, *words):
        texts = {kind: re.sub(r"</?(span|b)\b[^>]*>", "", program.text_of(self.letter, kind)) for kind in ("plain", "html")}
        return [f"the {kind} text does not say {word!r}: {text}" for kind, text in texts.items() for word in words if word not in text]

    def lines(self):
        return self.calendar.replace(b"\r\n ", b"").decode().split("\r\n")


class Life:
    """An interview is planned, moved, held without one of the team, and called off. Each step is a letter, and one of them two."""

    def __init__(self, convene, server):
        self.profile = program.Profile(convene, "--practice", "--json")
        self.profile.data.mkdir(parents=True)
        self.practice = Practice(server, str(self.profile.data))
        self.letters = []
        self.uid = None
        self.moved = None

    def live(self):
        self.uid = self.step(1, *program.schedule("Staff Engineer", START, candidate=f"Ada Lovelace <{ADA}>", hiring_manager=f"Hugo Haupt <{HUGO}>",
                                                  attendee=f"Inés Ibarra <{INES}>", optional=f"Otto <{OTTO}>"))["uid"]
        self.moved = self.step(1, "reschedule", self.uid, "--start", LATER, "--timezone", "Europe/Berlin")
        self.step(2, "edit", self.uid, "--optional", "")
        self.step(1, "cancel", self.uid, "--reason", REASON)

    def replace(self):
        """Another interview, whose candidate gives way to another one."""
        self.letters = []
        uid = self.step(1, *program.schedule("Clerk", START, candidate=f"Ada Lovelace <{ADA}>", hiring_manager=f"Hugo Haupt <{HUGO}>"))["uid"]
        self.step(2, "edit", uid, "--candidate", f"Bea Beyer <{BEA}>", "--start", LATER)
        update, removal = self.letters[1:]
        complaints = [] if [update.to, removal.to] == [sorted([BEA, HUGO]), [ADA]] else [f"{update.to}, {removal.to}"]
        complaints += update.says("you are invited to an interview", "Bea Beyer", "11:30") + removal.says("has been cancelled", "Ada Lovelace", "10:00–11:00")
        if not any(line.startswith("DTSTART") and line.endswith("T100000") for line in removal.lines()):
            complaints.append("another time is called off than the one that was known")
        for letter, word in ((update, "Ada"), (update, "10:00"), (removal, "Bea"), (removal, "11:30"), (removal, "without you")):
            if word in program.text_of(letter.letter, "plain") or word in "".join(letter.lines()):
                complaints.append(f"{letter.to} read of {word!r}")
        return complaints

    def close(self):
        self.practice.close()
        self.profile.close()

    def step(self, count, *words):
        """Calls the program, and keeps the letters that left; those of one step by the number of their recipients."""
        before = len(self.practice.state()["letters"])
        answer = self.profile.expect(*words)
        envelopes = self.practice.state()["letters"][before:]
        assert len(envelopes) == count, f"{words}: {len(envelopes)} letters, {answer}"
        for envelope in sorted(envelopes, key=lambda envelope: -len(envelope["to"])):
            self.letters.append(Letter(self.practice, self.profile, len(self.letters), envelope))
        return answer

    def recipients(self):
        team = sorted([ADA, HUGO, INES])
        expected = [sorted([*team, OTTO]), sorted([*team, OTTO]), team, [OTTO], team]
        return [f"{letter.to}, not {to}" for letter, to in zip(self.letters, expected, strict=True) if letter.to != to]

    def thread(self):
        first = self.letters[0].letter["message-id"]
        complaints = [f"{letter.letter['subject']} is of no thread" for letter in self.letters[1:] if letter.letter["in-reply-to"] != first]
        if len({letter.letter["message-id"] for letter in self.letters}) != len(self.letters):
            complaints.append("two have the same Message-ID")
        return complaints

    def moved_letter(self):
        year = START[:4]
        return self.letters[1].says("What has changed", f"1 December {year}, 10:00–11:00 (Berlin, UTC+1), is now", f"2 December {year}, 11:30–12:30 (Berlin, UTC+1)")

    def smaller_letters(self):
        return self.letters[2].says("Otto") + self.letters[3].says("Otto", "without you")

    def cancelled_letter(self):
        return self.letters[4].says("has been cancelled", REASON, f"2 December {START[:4]}, 11:30–12:30 (Berlin, UTC+1)")

    def parts(self):
        complaints = []
        for letter in self.letters:
            if letter.calendar != letter.attachment or f"METHOD:{letter.part.get_param('method')}" not in letter.lines():
                complaints.append(f"{letter.letter['subject']}: its .ics are not one")
        return complaints

    def calendars(self):
        """RFC 5546: one UID, a SEQUENCE that grows, STATUS:CANCELLED only where all is off, nobody named in a partial one who stays."""
        complaints = []
        for number, (sequence, status, attendees) in enumerate([(0, "CONFIRMED", 5), (1, "CONFIRMED", 5), (2, "CONFIRMED", 4), (2, None, 1), (3, "CANCELLED", 4)]):
            lines = self.letters[number].lines()
            found = (next(line for line in lines if line.startswith("SEQUENCE:")), [line for line in lines if line.startswith("STATUS:")],
                     sum(line.startswith("ATTENDEE") for line in lines))
            if found != (f"SEQUENCE:{sequence}", [f"STATUS:{status}"] if status else [], attendees) or f"UID:{self.uid}" not in lines:
                complaints.append(f"letter {number} has {found}")
        return complaints

    def read_by(self, reading):
        first, later = (program.read_instant(answer["start"]) for answer in ({"start": f"{START[:10]}T09:00:00Z"}, self.moved))
        complaints = []
        for number, (method, start) in enumerate([("REQUEST", first), ("REQUEST", later), ("REQUEST", later), ("CANCEL", later), ("CANCEL", later)]):
            answer = reading[f"letter-{number}"]
            times = [start, start + 3600]
            if isinstance(answer["start"], str):
                times = [readers.as_text(time, "Europe/Berlin") for time in times]
            expected = {"method": method, "uid": self.uid, "start": times[0], "end": times[1], "summary": "Staff Engineer Interview", "complaints": []}
            complaints += [f"letter {number}: {key} is {answer[key]!r}, not {value!r}" for key, value in expected.items() if key in answer and answer[key] != value]
        return complaints


def main(convene, server):
    life = Life(convene, server)
    try:
        life.live()
        paths = [letter.path for letter in life.letters]
        checks = [
            ("SH-45 each letter goes to whom it is for", life.recipients),
            ("SH-45 all are of one thread", life.thread),
            ("SH-45 the moved interview's letter says both times", life.moved_letter),
            ("SH-45 who is removed hears of it, and so do the others", life.smaller_letters),
            ("SH-46 the cancellation says why, and which time", life.cancelled_letter),
            ("SH-45 the .ics as a part and attached, equal octets", life.parts),
            ("SH-45 UID, SEQUENCE, STATUS and ATTENDEEs of each", life.calendars),
            ("SH-45 lines and octets of each .ics", lambda: [complaint for path in paths for complaint in readers.check_octets(path)]),
        ]
        for name, read in readers.READERS.items():
            checks.append((f"O-7 {name} reads what was sent", functools.partial(life.read_by, readers.Reading(read, paths))))
        tap.run([*checks, ("SH-45 a candidate who is replaced, and who replaces, read nothing of each other", life.replace)])
    finally:
        life.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
