#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-corpus.py READER: every calendar file of the folder that CONVENE_TEST_CORPUS names is read at once, and says what other parsers see in it (O-8)."""

import collections
import contextlib
import datetime
import email
import email.policy
import functools
import json
import logging
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import warnings

import tap

LIMIT = 1.0
PATIENCE = 5
ANSWERS = {"NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED"}
REASONS = ["vCalendar 1.0", "binary", "ends in the middle", "is damaged", "no calendar file", "no event"]

# Files whose start nobody can know for sure, and why.
LYING = {
    "tz_windows_format.ics": "its VTIMEZONE is Berlin's under the name of New Zealand's",
    "2445.ics": "its VTIMEZONE begins after the event",
}

Event = collections.namedtuple("Event", "method uid start organizer answers")


@contextlib.contextmanager
def deadline():
    """There are files on which the other parsers hang."""
    def stop(_number, _frame):
        raise TimeoutError("it takes too long")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def address_of(value):
    """A mailbox as it is compared, or None."""
    text = re.sub(r"(?i)^mailto:", "", str(value).strip()).split("?")[0].strip().lower()
    return text if re.fullmatch(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9.-]+", text) else None


def answer_of(value):
    return str(value).upper() if value is not None and str(value).upper() in ANSWERS else None


def answers_of(people):
    """What each person of (address, PARTSTAT) answers; the first says it where one is named twice."""
    answers = {}
    for address, answer in people:
        if address is not None:
            answers.setdefault(address, answer_of(answer))
    return answers


def start_of(time):
    """The instant, the day, or None for what nobody can know."""
    if isinstance(time, datetime.datetime):
        return int(time.timestamp()) if time.tzinfo is not None else None
    return str(time) if isinstance(time, datetime.date) else None


def listed(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def read_by_icalendar(octets):
    import icalendar

    for calendar in icalendar.Calendar.from_ical(octets, multiple=True):
        if calendar.name != "VCALENDAR":
            continue
        for event in calendar.walk("VEVENT"):
            method, start, organizer = calendar.get("METHOD"), event.get("DTSTART"), event.get("ORGANIZER")
            yield Event(
                str(method).upper() if method is not None else None,
                str(event["UID"]) if "UID" in event else None,
                start_of(start.dt) if start is not None else None,
                address_of(organizer) if organizer is not None else None,
                answers_of((address_of(person), person.params.get("PARTSTAT")) for person in listed(event.get("ATTENDEE"))),
            )


def read_by_vobject(octets):
    import vobject

    for calendar in vobject.readComponents(octets.decode("utf-8")):
        if calendar.name != "VCALENDAR":
            continue
        for event in calendar.contents.get("vevent", []):
            child = functools.partial(event.getChildValue)
            method = calendar.getChildValue("method")
            organizer = child("organizer")
            yield Event(
                method.upper() if method else None,
                child("uid"),
                start_of(child("dtstart")),
                address_of(organizer) if organizer is not None else None,
                answers_of((address_of(person.value), person.params.get("PARTSTAT", [None])[0]) for person in event.contents.get("attendee", [])),
            )


def read_by_libical(octets):
    """libical through introspection. It is not asked for instants: its zones are what hangs."""
    import gi

    gi.require_version("ICalGLib", "3.0")
    from gi.repository import ICalGLib

    def components(parent, kind):
        child = parent.get_first_component(kind)
        while child is not None:
            yield child
            child = parent.get_next_component(kind)

    def properties(component, kind):
        found = component.get_first_property(kind)
        while found is not None:
            yield found
            found = component.get_next_property(kind)

    def value(component, kind):
        return next((item.get_value_as_string() for item in properties(component, kind)), None)

    kinds = ICalGLib.PropertyKind
    root = ICalGLib.Component.new_from_string(octets.decode("utf-8"))
    if root is None:
        raise ValueError("libical sees nothing")
    calendars = [root] if root.isa() == ICalGLib.ComponentKind.VCALENDAR_COMPONENT else list(components(root, ICalGLib.ComponentKind.VCALENDAR_COMPONENT))
    for calendar in calendars:
        method = value(calendar, kinds.METHOD_PROPERTY)
        for event in components(calendar, ICalGLib.ComponentKind.VEVENT_COMPONENT):
            organizer = value(event, kinds.ORGANIZER_PROPERTY)
            people = [(address_of(person.get_value_as_string()), person.get_parameter_as_string("PARTSTAT")) for person in properties(event, kinds.ATTENDEE_PROPERTY)]
            yield Event(method, event.get_uid(), None, address_of(organizer) if organizer else None, answers_of(people))


OTHERS = {"python3-icalendar": read_by_icalendar, "python3-vobject": read_by_vobject, "libical": read_by_libical}


def read_by_others(octets):
    """What each of the others sees, of those that are installed and accept the file."""
    seen = {}
    for name, read in OTHERS.items():
        try:
            with deadline(), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                seen[name] = list(read(octets))
        except Exception:
            continue
    return seen


def run_reader(reader, arguments):
    run = subprocess.run([reader, *arguments], capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)
    if run.returncode != 0:
        raise ValueError(f"the reader ended with {run.returncode}: {run.stderr.strip()}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def to_event(claim):
    organizer = claim["organizer"]
    start = claim["start"] // 1000000 if claim["time-kind"] == "known" else claim["wall"] if claim["time-kind"] == "date" else None
    people = [(person["address"].lower() if person["address"] else None, person["response"]) for person in claim["people"]]
    return Event(claim["method"], claim["uid"], start, organizer["address"].lower() if organizer and organizer["address"] else None, answers_of(people))


def by_uid(events):
    groups = collections.defaultdict(list)
    for event in events:
        groups[" ".join((event.uid or "").split())].append(event)
    return groups


def compare_group(uid, ours, theirs, is_lying):
    def texts(events, field):
        return sorted(str(getattr(event, field)) for event in events)

    if len(ours) != len(theirs):
        yield f"{uid}: {len(ours)} events and not {len(theirs)}"
    for field in ("method", "organizer", "answers"):
        if texts(ours, field) != texts(theirs, field):
            yield f"{uid}: {field} is {texts(ours, field)} and not {texts(theirs, field)}"
    starts = {event.start for event in theirs}
    for event in ours:
        if event.start is not None and None not in starts and event.start not in starts and not is_lying:
            yield f"{uid}: starts at {event.start} and not at one of {starts}"


def compare(ours, theirs, is_lying):
    ours, theirs = by_uid(ours), by_uid(theirs)
    if set(ours) != set(theirs):
        return [f"the UIDs are {sorted(ours)} and not {sorted(theirs)}"]
    return [complaint for uid in ours for complaint in compare_group(uid, ours[uid], theirs[uid], is_lying)]


def judge(result, seen, name):
    """A refusal has its reason, and is none of what others read without one; what is read is what one of the others sees at least, and each of two that agree."""
    if "error" in result:
        return [] if any(reason in result["error"] for reason in REASONS) else [f"refused: {result['error']}; others see {seen}"]

    ours = [to_event(claim) for claim in result["claims"]]
    complaints = {other: compare(ours, theirs, name in LYING) for other, theirs in seen.items()}
    agreeing = [other for other, lines in complaints.items() if not lines]
    if len(agreeing) >= min(2, len(complaints)):
        return []
    return [f"{other}: {line}" for other, lines in complaints.items() for line in lines]


def parts_of(path):
    """The calendar data of a file, with its charset: itself, or the parts of a mail."""
    if path.suffix != ".eml":
        return [(path.read_bytes(), None)]
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    return [
        (part.get_payload(decode=True), part.get_content_charset())
        for part in mail.walk()
        if part.get_content_type() in ("text/calendar", "application/ics") or (part.get_filename() or "").endswith(".ics")
    ]


Part = collections.namedtuple("Part", "octets arguments")


class Corpus:
    """The files of a folder, each with its parts written where the reader finds them."""

    def __init__(self, reader, root, scratch):
        self.reader = reader
        self.parts = {}
        for path in sorted(path for path in root.rglob("*") if path.suffix in (".ics", ".eml")):
            self.parts[path] = []
            for octets, charset in parts_of(path):
                file = scratch / f"{len(self.parts)}-{len(self.parts[path])}.ics"
                file.write_bytes(octets)
                self.parts[path].append(Part(octets, [charset or "-", str(file)]))

    @functools.cached_property
    def results(self):
        """All in one process; None where one of them ends it."""
        arguments = [argument for parts in self.parts.values() for part in parts for argument in part.arguments]
        try:
            lines = iter(run_reader(self.reader, arguments))
        except (ValueError, subprocess.TimeoutExpired):
            return None
        return {path: [next(lines) for _ in parts] for path, parts in self.parts.items()}

    def read(self, path):
        if self.results is not None:
            return self.results[path]
        return [run_reader(self.reader, part.arguments)[0] for part in self.parts[path]]

    def check(self, path):
        complaints = []
        for part, result in zip(self.parts[path], self.read(path), strict=True):
            complaints += judge(result, read_by_others(part.octets), path.name)
            if result["took"] > LIMIT:
                complaints.append(f"it takes {result['took']} s")
        return complaints


def main(reader):
    folder = os.environ.get("CONVENE_TEST_CORPUS")
    logging.disable(logging.CRITICAL)
    if not folder:
        def skip():
            raise tap.Skip("CONVENE_TEST_CORPUS names no folder")

        tap.run([("O-8 corpus", skip)])

    root = pathlib.Path(folder)
    with tempfile.TemporaryDirectory() as scratch:
        corpus = Corpus(reader, root, pathlib.Path(scratch))
        tap.run([(f"O-8 {path.relative_to(root)}", functools.partial(corpus.check, path)) for path in corpus.parts])


if __name__ == "__main__":
    main(sys.argv[1])
