#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-open.py CONVENE: calendar files and mails that come back, from the words of a terminal to what is stored, sent and held at Zoom (O-8)."""

import base64
import json
import pathlib
import sys
import tempfile
import time

import life
from life import MANAGER, MOVED

PATIENCE = 10  # seconds in which a file is refused, on a machine that is ten times too slow
MARIA = "maria@example.org"


def reply(interview, address=MARIA, answer="ACCEPTED", sequence=None, stamp="20260101T090000Z", method="REPLY", more=()):
    """What a calendar sends back for somebody."""
    lines = [
        "BEGIN:VCALENDAR", "PRODID:-//Example//Calendar//EN", "VERSION:2.0", f"METHOD:{method}", "BEGIN:VEVENT",
        f"UID:{interview['uid']}", f"DTSTAMP:{stamp}", f"SEQUENCE:{interview['sequence'] if sequence is None else sequence}",
        "ORGANIZER:mailto:recruiter@example.com", f"ATTENDEE;CN=Somebody;PARTSTAT={answer}:mailto:{address}",
        *(more or ["DTSTART:20981201T160000Z", "DTEND:20981201T164500Z"]), "END:VEVENT", "END:VCALENDAR", "",
    ]
    return "\r\n".join(lines)


def foreign(method="REQUEST", sequence=0, start="20981203T150000Z", end="20981203T154500Z"):
    """An invitation of somebody else's."""
    return "\r\n".join([
        "BEGIN:VCALENDAR", "PRODID:-//Example//Calendar//EN", "VERSION:2.0", f"METHOD:{method}", "BEGIN:VEVENT", "UID:other-1@example.com",
        "DTSTAMP:20260101T090000Z", f"SEQUENCE:{sequence}", f"DTSTART:{start}", f"DTEND:{end}", "SUMMARY:Talk with Otto",
        "LOCATION:https://example.zoom.us/j/98765432109?pwd=abc", "ORGANIZER;CN=Agency:mailto:agency@example.org",
        "ATTENDEE;CN=Otto;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:otto@example.org",
        "ATTENDEE;CN=Recruiter;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:recruiter@example.com", "END:VEVENT", "END:VCALENDAR", "",
    ])


def mail(calendar, sender=MARIA, method="REPLY"):
    """The same as a mail program keeps it."""
    body = base64.encodebytes(calendar.encode()).decode()
    return "\r\n".join([
        f"From: Maria <{sender}>", "To: recruiter@example.com", "Subject: Accepted", "MIME-Version: 1.0",
        "Content-Type: multipart/alternative; boundary=b", "", "--b", "Content-Type: text/plain; charset=UTF-8", "", "Yes", "--b",
        f"Content-Type: text/calendar; charset=UTF-8; method={method}", "Content-Transfer-Encoding: base64", "", body, "--b--", "",
    ])


def open_file(desk, content, *words, name="answer.ics", status=0):
    with tempfile.TemporaryDirectory(prefix="convene-open-") as folder:
        path = pathlib.Path(folder) / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return desk.practise("open", str(path), *words, status=status)


def check_reply(desk):
    first = desk.schedule(hiring_manager=MANAGER)
    cost, letters = desk.cost(), len(desk.letters())
    shown = open_file(desk, reply(first))
    desk.check("shown", (shown["kind"], shown["verdict"], shown["applied"], shown["interview"]["uid"]), ("reply", "answer", False, first["uid"]))
    desk.check("nothing changed by looking", desk.practise("show", first["uid"]), first)
    taken = open_file(desk, reply(first), "--apply")
    desk.check("taken", (taken["applied"], taken["interview"]["candidate"]["response"], taken["interview"]["candidate"]["answered"]),
               (True, "accepted", "2026-01-01T09:00:00Z"))
    again = open_file(desk, reply(first), "--apply")
    desk.check("twice is once", (again["verdict"], again["applied"], len(again["interview"]["answers"])), ("answer-same", False, 1))
    changed = open_file(desk, mail(reply(first, answer="DECLINED", stamp="20260102T090000Z")), "--apply", name="answer.eml")
    desk.check("a mail", (changed["applied"], changed["interview"]["candidate"]["response"]), (True, "declined"))
    older = open_file(desk, reply(first, answer="TENTATIVE", stamp="20260101T120000Z"), "--apply", status=1)
    desk.check("an older one changes nothing", (older["verdict"], older["interview"]["candidate"]["response"]), ("answer-old", "declined"))
    manager = open_file(desk, reply(first, address="HANA@example.com", answer="TENTATIVE"), "--apply")
    desk.check("the manager's", (manager["interview"]["hiring_manager"]["response"], manager["interview"]["candidate"]["response"]), ("tentative", "declined"))
    desk.check("no letters", len(desk.letters()), letters)
    desk.check_cost("nothing at Zoom", cost, 0, 0, 0)


def check_earlier(desk):
    first = desk.schedule()
    moved = desk.change(first, *MOVED)
    late = open_file(desk, reply(first, sequence=0), "--apply")
    desk.check("to the earlier time", (late["verdict"], late["applied"], late["interview"]["candidate"]["response"], late["interview"]["answers"][0]["earlier"]),
               ("answer-earlier", True, "needs-action", True))
    right = open_file(desk, reply(first, sequence=moved["sequence"], stamp="20260103T090000Z"), "--apply")
    desk.check("to this one", right["interview"]["candidate"]["response"], "accepted")
    unsent = open_file(desk, reply(first, sequence=7), "--apply", status=1)
    desk.check("to one that was never sent", (unsent["verdict"], unsent["applied"]), ("impossible", False))


def check_stranger(desk):
    first = desk.schedule()
    stranger = reply(first, address="m.lopez@example.com")
    shown = open_file(desk, stranger)
    desk.check("named", ("m.lopez@example.com" in shown["claims"] + (shown["warning"] or ""), shown["verdict"]), (True, "answer-stranger"))
    refused = open_file(desk, stranger, "--apply", status=2)
    desk.check("asked", refused["error"]["field"], "as")
    desk.check("nothing changed", desk.practise("show", first["uid"]), first)
    taken = open_file(desk, stranger, "--apply", "--as", MARIA)
    desk.check("as hers", taken["interview"]["candidate"]["response"], "accepted")
    unknown = open_file(desk, reply({"uid": "11111111-2222-4333-8444-555555555555", "sequence": 0}), "--apply", status=1)
    desk.check("to no interview", (unknown["verdict"], unknown["interview"]), ("unknown-reply", None))


def check_counter(desk):
    first = desk.schedule()
    cost, letters = desk.cost(), len(desk.letters())
    proposal = reply(first, answer="TENTATIVE", method="COUNTER", more=["SUMMARY:Other time", "DTSTART:20981202T180000Z", "DTEND:20981202T184500Z"])
    shown = open_file(desk, proposal)
    desk.check("shown", (shown["kind"], shown["verdict"], shown["applied"]), ("counter", "proposal", False))
    moved = open_file(desk, proposal, "--apply")
    desk.check("moved", (moved["applied"], moved["interview"]["start"], moved["interview"]["sequence"]), (True, "2098-12-02T18:00:00Z", 1))
    desk.check_cost("one update", cost, 0, 1, 0)
    desk.check("one letter", len(desk.letters()), letters + 1)


def check_foreign(desk):
    desk.schedule()
    cost, letters = desk.cost(), len(desk.letters())
    added = open_file(desk, foreign(), "--apply")
    interview = added["interview"]
    desk.check("added", (added["kind"], added["applied"], interview["candidate"]["address"], interview["start"]),
               ("request", True, "otto@example.org", "2098-12-03T15:00:00Z"))
    desk.check("its link is Zoom's", "98765432109" in json.dumps([interview["link"], interview["meeting"]]), True)
    open_file(desk, foreign(sequence=1, start="20981203T160000Z", end="20981203T164500Z"), "--apply")
    desk.check("follows", desk.practise("show", interview["uid"])["start"], "2098-12-03T16:00:00Z")
    open_file(desk, foreign(method="CANCEL", sequence=2), "--apply")
    desk.check("cancelled", desk.practise("show", interview["uid"])["status"], "cancelled")
    desk.check("nobody got mail", len(desk.letters()), letters)
    desk.check_cost("nothing at Zoom", cost, 0, 0, 0)


def check_own(desk):
    first = desk.schedule()
    invitation = desk.practise("invite", first["uid"])["calendar"]
    own = open_file(desk, invitation, "--apply")
    desk.check("ours", (own["verdict"], own["applied"], own["interview"]["uid"]), ("own", False, first["uid"]))


BAD = {
    "empty": b"",
    "text": b"Dear Sir or Madam",
    "binary": bytes(range(256)) * 64,
    "truncated": reply({"uid": "x", "sequence": 0}).encode()[:120],
    "too large": b"BEGIN:VCALENDAR\r\n" + b"X-A:" + b"a" * (10 << 20) + b"\r\nEND:VCALENDAR\r\n",
    "deep": b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 5000 + b"END:VEVENT\r\n" * 5000 + b"END:VCALENDAR\r\n",
    "NUL": reply({"uid": "x", "sequence": 0}).replace("Somebody", "Some\0body").encode(),
}


def check_bad(desk):
    first = desk.schedule()
    for name, content in BAD.items():
        begun = time.monotonic()
        answer = open_file(desk, content, "--apply", status=2)
        desk.check(f"{name}: refused", (answer["error"]["code"], answer["error"]["field"], "\n" in answer["error"]["message"]), ("invalid", "file", False))
        desk.check(f"{name}: soon", time.monotonic() - begun < PATIENCE, True)
    bomb = reply(first, more=["DTSTART:20981201T160000Z", "RRULE:FREQ=SECONDLY;BYMONTH=1;BYMONTHDAY=1;BYHOUR=0"])
    begun = time.monotonic()
    open_file(desk, bomb)
    desk.check("a bomb of recurrences: soon", time.monotonic() - begun < PATIENCE, True)
    desk.check("no such file", desk.practise("open", "/nonexistent/answer.ics", status=1)["error"]["code"], "not-found")
    desk.check("nothing changed", desk.practise("show", first["uid"]), first)


def check_export(desk):
    one, two, _ = desk.schedule(), desk.schedule(), desk.schedule()
    chosen = desk.practise("export", one["uid"][:8], two["uid"])["calendar"]
    desk.check("a selection", sorted(uid in chosen for uid in (one["uid"], two["uid"])) + [chosen.count("BEGIN:VEVENT")], [True, True, 2])
    desk.check("one that is not there", desk.practise("export", "00000000", status=1)["error"]["code"], "not-found")


def check_language(desk):
    spanish = desk.schedule(candidate_language="es")
    desk.check("language", spanish["candidate"]["language"], "es")
    letter = desk.letters()[-1]
    desk.check("a Spanish letter", "entrevista" in str(letter["subject"]).lower(), True)
    desk.practise("preferences", "letters", "apart")
    before = len(desk.letters())
    desk.schedule(hiring_manager=MANAGER)
    each = desk.letters()[before:]
    desk.check("one letter each", [bool(one["cc"]) for one in each], [False, False])


def main(*arguments):
    life.run([
        ("O-8: an answer is taken", check_reply),
        ("O-8: an answer to an earlier time", check_earlier),
        ("O-8: a stranger's answer", check_stranger),
        ("O-8: another time is proposed", check_counter),
        ("O-8: an invitation of others", check_foreign),
        ("O-8: our own invitation comes back", check_own),
        ("O-8: bad files", check_bad),
        ("O-7: a selection is exported", check_export),
        ("SH-27, X-12: languages, and one letter each", check_language),
    ], *arguments)


if __name__ == "__main__":
    main(*sys.argv[1:])
