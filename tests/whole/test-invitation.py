#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-invitation.py CONVENE PRACTICE-SERVER: what the program sends when it schedules interviews, judged by other projects' parsers."""

import datetime
import functools
import pathlib
import sys
import zoneinfo

import program
import readers
import tap
from practice import Practice

MANAGER = "hugo@example.org"
TEAM = {"required": "ines@example.org", "optional": "otto@example.org"}

# Zones on either side of their changes, one without any, one with half an hour, and none.
CASES = [
    ("Staff Engineer", "America/Mexico_City", (12, 1, "10:00"), {"duration": "45", "password": "q_1-W*e@"}),
    ("Ingénieur·e, C; C++", "Europe/Berlin", (7, 1, "15:30"), {"candidate": "Zoë “Zed” Ñandú-李 <zoe@example.com>", "details": "Bring, please;\na notebook ☕"}),
    ("Night Watch", "Australia/Lord_Howe", (1, 15, "23:30"), {"duration": "90"}),
    ("Summer Watch", "America/New_York", (7, 15, "08:15"), {"candidate_timezone": "Asia/Kolkata"}),
    ("Clerk", "UTC", (5, 4, "12:00"), {}),
]


class Case:
    """One interview that was scheduled, with the one letter about it."""

    def __init__(self, profile, practice, job, zone, start, options):
        answer = profile.expect(*program.schedule(job, program.next_year(*start), timezone=zone, hiring_manager=f"Hugo Haupt <{MANAGER}>",
                                                  attendee=f"Inés Ibarra <{TEAM['required']}>", optional=f"Otto <{TEAM['optional']}>", **options))
        self.job = job
        self.zone = zone
        self.shown = profile.expect("show", answer["uid"])
        self.meeting = self.shown["meeting"]
        self.at_zoom = {str(meeting["id"]): meeting for meeting in practice.meetings()}[self.meeting["id"]]
        self.envelopes = practice.state()["letters"][-1:]
        self.octets = pathlib.Path(practice.folder, "mail", self.envelopes[0]["file"]).read_bytes()
        self.letter = program.read_letter(self.octets)
        self.part, self.calendar, self.attachment = program.calendars_of(self.letter)
        self.invited = profile.expect("invite", answer["uid"])["calendar"]
        self.path = profile.folder / f"{answer['uid']}.ics"
        self.path.write_bytes(self.calendar)

    def instants(self):
        start = program.read_instant(self.shown["start"])
        return start, start + self.shown["duration"] * 60

    def texts(self):
        return {kind: program.text_of(self.letter, kind) for kind in ("plain", "html")}


def check_number(practice, cases):
    letters = practice.state()["letters"]
    complaints = [f"{len(practice.meetings())} meetings at Zoom"] if len(practice.meetings()) != len(cases) else []
    if len(letters) != len(cases) or len({letter["message_id"] for letter in letters}) != len(cases):
        complaints.append(f"{len(letters)} letters")
    return complaints


def check_recipients(cases):
    complaints = []
    for case in cases:
        candidate = case.shown["candidate"]["address"]
        reached = set(case.envelopes[0]["to"])
        if reached != {candidate, MANAGER, *TEAM.values()}:
            complaints.append(f"{case.job}: went to {sorted(reached)}")
        if [address.addr_spec for address in case.letter["to"].addresses] != [candidate]:
            complaints.append(f"{case.job}: To is {case.letter['to']}")
        if {address.addr_spec for address in case.letter["cc"].addresses} != {MANAGER, *TEAM.values()}:
            complaints.append(f"{case.job}: Cc is {case.letter['cc']}")
    return complaints


def check_link(cases):
    """Zoom's own, in both forms of the text and in the .ics, for whoever gets the letter."""
    complaints = []
    for case in cases:
        link = case.at_zoom["join_url"]
        if case.meeting["join_url"] != link:
            complaints.append(f"{case.job}: the link shown is {case.meeting['join_url']}, Zoom's is {link}")
        for kind, text in case.texts().items():
            if link not in text.replace("&amp;", "&"):
                complaints.append(f"{case.job}: the link is not in the {kind} text")
        if 'href="' + link.replace("&", "&amp;") not in case.texts()["html"]:
            complaints.append(f"{case.job}: the link cannot be clicked")
        if link not in case.calendar.replace(b"\r\n ", b"").decode():
            complaints.append(f"{case.job}: the link is not in the .ics")
    return complaints


def check_password(cases):
    complaints = []
    for case in cases:
        password = case.at_zoom["password"]
        if not password or case.meeting["password"] != password:
            complaints.append(f"{case.job}: the password shown is {case.meeting['password']!r}, Zoom's is {password!r}")
        complaints += [f"{case.job}: the password is not in the {kind} text" for kind, text in case.texts().items() if password not in text]
    if cases[0].at_zoom["password"] != CASES[0][3]["password"]:
        complaints.append("the password that was asked for is another one at Zoom")
    return complaints


def check_parts(cases):
    complaints = []
    for case in cases:
        if case.part.get_param("method") != "REQUEST" or case.part.get_content_charset() != "utf-8":
            complaints.append(f"{case.job}: the part is {case.part['content-type']}")
        if case.calendar != case.attachment:
            complaints.append(f"{case.job}: the attachment is not the calendar part")
        if case.invited.encode() != case.calendar:
            complaints.append(f"{case.job}: “convene invite” is not what was sent")
        if "Convene ref" in case.octets.decode() + case.calendar.decode() + "".join(case.texts().values()):
            complaints.append(f"{case.job}: Zoom's reference is shown")
    return complaints


def check_reading(reading, case):
    answer = reading[case.shown["uid"]]
    times = case.instants()
    if isinstance(answer["start"], str):
        times = [readers.as_text(time, case.zone) for time in times]
    expected = {"method": "REQUEST", "uid": case.shown["uid"], "sequence": 0, "start": times[0], "end": times[1], "summary": f"{case.job} Interview",
                "url": case.meeting["join_url"], "complaints": []}
    return [f"{case.job}: {key} is {answer[key]!r}, not {value!r}" for key, value in expected.items() if key in answer and answer[key] != value]


def check_readings(reading, cases):
    return [complaint for case in cases for complaint in check_reading(reading, case)]


def check_asked(cases):
    """What is shown is what was asked for: the readers above are compared with what is shown."""
    complaints = []
    for case, (job, zone, start, options) in zip(cases, CASES, strict=True):
        wall = datetime.datetime.fromisoformat(program.next_year(*start)).replace(tzinfo=zoneinfo.ZoneInfo(zone))
        if case.instants()[0] != wall.timestamp() or case.shown["duration"] != int(options.get("duration", 60)) or case.shown["timezone"] != zone:
            complaints.append(f"{job}: {case.shown['start']} in {case.shown['timezone']}, {case.shown['duration']} minutes")
    return complaints


def main(convene, server):
    profile = program.Profile(convene, "--practice", "--json")
    practice = None
    try:
        profile.data.mkdir(parents=True)
        practice = Practice(server, str(profile.data))
        cases = [Case(profile, practice, *case) for case in CASES]
        checks = [
            ("SH-27 one meeting and one letter for each interview", functools.partial(check_number, practice, cases)),
            ("TA-9 the letter goes to everybody", functools.partial(check_recipients, cases)),
            ("SH-2 the link of Zoom", functools.partial(check_link, cases)),
            ("SH-3 the password of Zoom", functools.partial(check_password, cases)),
            ("SH-27 the .ics as a part and attached, equal octets", functools.partial(check_parts, cases)),
            ("SH-27 lines and octets of the .ics", lambda: [complaint for case in cases for complaint in readers.check_octets(case.path)]),
            ("SH-27 the time is the one asked for", functools.partial(check_asked, cases)),
        ]
        for name, read in readers.READERS.items():
            reading = readers.Reading(read, [case.path for case in cases])
            checks.append((f"SH-27 {name} reads what was sent", functools.partial(check_readings, reading, cases)))
        tap.run(checks)
    finally:
        if practice:
            practice.close()
        profile.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
