#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-conformance.py WRITER: other projects' parsers read invitations, updates and cancellations for every zone of tzdata on both sides of its
changes (O-7, TA-9), and each file is held against RFC 5545 and 5546.

The slow ones read, without CONVENE_TEST_LONG, one zone of those that go alike over these years."""

import collections
import concurrent.futures
import datetime
import functools
import os
import pathlib
import subprocess
import sys
import tempfile
import zoneinfo

import readers
import tap

METHODS = ["REQUEST", "update", "CANCEL"]
LENGTH = datetime.timedelta(hours=1)
HOUR = datetime.timedelta(hours=1)
UTC = datetime.timezone.utc
FROM, UNTIL = datetime.datetime(2026, 1, 10, 12, 30, tzinfo=UTC), datetime.datetime(2028, 12, 20, tzinfo=UTC)
SPREAD = [FROM + datetime.timedelta(days=days) for days in (17, 136, 270, 500)]
URL = "https://video.example.com/j/81234567890?pwd=q.12"
UNICODE = "José “Pepe” Ñandú-李, \\ 100 %; 👩‍💻 "
REMOVED = "Otto <otto@example.org>", "ines@example.org"
MOST = 20
CHUNK = 400
SLOW = "python3-vobject", "ruby-icalendar", "libdata-ical-perl"

Invitation = collections.namedtuple("Invitation", "name zone start method uid sequence job details candidate removed", defaults=[()])


def find_changes(zone):
    """The instants of the zone's next two changes of offset, to the second."""
    changes, at = [], FROM
    while at < UNTIL and len(changes) < 2:
        later = at + datetime.timedelta(days=5)
        if at.astimezone(zone).utcoffset() != later.astimezone(zone).utcoffset():
            low, high = int(at.timestamp()), int(later.timestamp())
            offset = at.astimezone(zone).utcoffset()
            while high - low > 1:
                middle = (low + high) // 2
                same = datetime.datetime.fromtimestamp(middle, zone).utcoffset() == offset
                low, high = (middle, high) if same else (low, middle)
            changes.append(datetime.datetime.fromtimestamp(high, UTC))
        at = later
    return changes


def find_starts(zone):
    """Four instants: on each side of two changes, or spread over the time."""
    changes = find_changes(zone)
    sides = [change + side for change in changes for side in (-3 * HOUR, 2 * HOUR)]
    return sides + SPREAD[len(sides):]


def list_zones():
    """Every name that tzdata has."""
    return sorted(zoneinfo.available_timezones() - {"localtime", "posixrules", "Factory"})


def list_unlike(zones):
    """One zone for each way in which they go."""
    alike = {}
    for name in zones:
        zone = zoneinfo.ZoneInfo(name)
        way = tuple((start, start.astimezone(zone).utcoffset(), start.astimezone(zone).tzname()) for start in find_starts(zone))
        alike.setdefault(way, name)
    return set(alike.values())


def type_start(start, zone):
    """The start as a person types it who says which of two readings is meant."""
    return start.astimezone(zone).strftime("%Y-%m-%dT%H:%M") + start.astimezone(zone).isoformat()[-6:]


def the_set(zones):
    texts = "Staff Engineer", "Bring a notebook.", "Ada Lovelace"
    for name in zones:
        zone = zoneinfo.ZoneInfo(name)
        starts = find_starts(zone)
        for number, start in enumerate(starts):
            moved = starts[(number + 1) % len(starts)]
            stem = f"{name.replace('/', '_')}-{number}"
            yield Invitation(f"{stem}-REQUEST", name, start, "REQUEST", f"{stem}@uid", 0, *texts)
            yield Invitation(f"{stem}-update", name, moved, "REQUEST", f"{stem}@uid", 1, *texts)
            yield Invitation(f"{stem}-CANCEL", name, moved, "CANCEL", f"{stem}@uid", 2, *texts)
    yield Invitation("removed", "Europe/Berlin", SPREAD[0], "CANCEL", "removed@uid", 2, *texts, REMOVED)
    yield Invitation("texts", "Europe/Berlin", SPREAD[0], "REQUEST", "texts@uid", 0, "Ingénieur·e, C; C++", UNICODE * 200, UNICODE.strip())


def escape(value):
    return str(value).replace("\\", "\\\\").replace("\n", "\\n")


def write(writer, directory, invitations):
    """Has the helper write every invitation, and gives the paths in the same order."""
    directory.mkdir()
    keys = directory / "set.ini"
    with open(keys, "w", encoding="utf-8") as file:
        for invitation in invitations:
            file.write(f"[{invitation.name}]\n")
            values = invitation._asdict() | {"start": type_start(invitation.start, zoneinfo.ZoneInfo(invitation.zone)), "removed": ";".join(invitation.removed)}
            file.writelines(f"{key}={escape(value)}\n" for key, value in values.items() if key != "name")
    subprocess.run([writer, keys, directory], check=True)
    return [directory / f"{invitation.name}.ics" for invitation in invitations]


def read_lines(path):
    """The unfolded lines of a file, by eye and not by a parser: (component, name, parameters, value)."""
    component, lines = [], []
    for line in path.read_bytes().decode("utf-8").replace("\r\n ", "").split("\r\n")[:-1]:
        head, _, value = line.partition(":")
        name, *parameters = head.split(";")
        if name == "BEGIN":
            component.append(value)
        elif name == "END":
            component.pop()
        else:
            lines.append(("/".join(component), name, parameters, value))
    return lines


# RFC 5546 §3.2.2 and §3.2.5: how often a property stands in the event, at least and at most, and in the alarm.
ONCE = {"UID", "DTSTAMP", "DTSTART", "DTEND", "ORGANIZER", "SUMMARY", "SEQUENCE"}
AT_MOST_ONCE = {"CLASS", "CREATED", "DESCRIPTION", "LOCATION", "PRIORITY", "STATUS", "TRANSP", "URL"}
NEVER = {"REQUEST-STATUS", "DURATION", "RECURRENCE-ID", "RRULE", "RDATE", "EXDATE"}


def check_table(path, invitation):
    lines = read_lines(path)
    event = collections.Counter(name for component, name, _, _ in lines if component == "VCALENDAR/VEVENT")
    values = {name: value for component, name, _, value in lines if component == "VCALENDAR/VEVENT"}
    head = {name: value for component, name, _, value in lines if component == "VCALENDAR"}
    alarms = [name for component, name, _, _ in lines if component.endswith("VALARM")]
    complaints = [f"{name} stands {event[name]} times" for name in ONCE if event[name] != 1]
    complaints += [f"{name} stands {event[name]} times" for name in AT_MOST_ONCE if event[name] > 1]
    complaints += [f"{name} is there" for name in NEVER if event[name]]
    status = None if invitation.removed else "CANCELLED" if invitation.method == "CANCEL" else "CONFIRMED"
    if values.get("STATUS") != status:
        complaints.append(f"STATUS is {values.get('STATUS')}")
    if head.get("METHOD") != invitation.method or head.get("VERSION") != "2.0" or "PRODID" not in head:
        complaints.append(f"the calendar's own are {head}")
    if (invitation.method == "CANCEL") == bool(alarms) or event["ATTENDEE"] < 1:
        complaints.append("alarms or attendees are not as the method has them")
    return complaints + check_zone_table(lines)


def check_zone_table(lines):
    """RFC 5545 §3.2.19, §3.6.5: each zone that a time names is there, under that very name, with one STANDARD and one DAYLIGHT at most where it has rules."""
    named = {parameter.removeprefix("TZID=") for _, name, parameters, _ in lines for parameter in parameters if parameter.startswith("TZID=")}
    given = [value for component, name, _, value in lines if component == "VCALENDAR/VTIMEZONE" and name == "TZID"]
    starts = [component for component, name, _, _ in lines if component.startswith("VCALENDAR/VTIMEZONE/") and name == "DTSTART"]
    rules = [component for component, name, _, _ in lines if name == "RRULE"]
    floating = [value for component, name, parameters, value in lines if component == "VCALENDAR/VEVENT" and name in ("DTSTART", "DTEND")
                and bool(parameters) == value.endswith("Z")]
    complaints = [] if sorted(named) == given else [f"the times name {named}, and {given} are there"]
    if rules and (sorted(rules) != sorted(starts) or len(rules) != len(set(rules)) or len(rules) != 2):
        complaints.append(f"the zone has {starts} and rules in {rules}")
    return complaints + [f"{time} is in no zone, or in two" for time in floating]


def check_tables(paths, invitations):
    return [f"{invitation.name}: {complaint}" for path, invitation in zip(paths, invitations, strict=True) for complaint in check_table(path, invitation)]


def check_octets(paths):
    return [complaint for path in paths for complaint in readers.check_octets(path)]


def check_same(paths, others):
    """Written in the opposite order by another process: what was kept from the one before makes no difference."""
    return [f"{path.name} is written in two ways" for path, other in zip(paths, others, strict=True) if path.read_bytes() != other.read_bytes()]


def compare(invitation, answer):
    expected = {
        "method": invitation.method,
        "uid": invitation.uid,
        "sequence": invitation.sequence,
        "summary": f"{invitation.job} Interview",
        "url": URL if invitation.method == "REQUEST" else None,
        "attendees": len(invitation.removed) or 5,
        "complaints": [],
    }
    times = [int(invitation.start.timestamp()), int((invitation.start + LENGTH).timestamp())]
    if isinstance(answer["start"], str):
        zone = invitation.zone if answer["start"].startswith("TZID=") else "UTC"
        times = [readers.as_text(time, zone) for time in times]
    expected["start"], expected["end"] = times
    complaints = [f"{invitation.name}: {key} is {answer[key]!r}, not {value!r}" for key, value in expected.items() if key in answer and answer[key] != value]
    if invitation.name == "texts" and "description" in answer and invitation.details.strip() not in answer["description"]:
        complaints.append("the details are not read as they were typed")
    return complaints


class Readings:
    """All readers' answers, each got by processes of their own, several at once."""

    def __init__(self, directory, sets):
        self.pool = concurrent.futures.ProcessPoolExecutor(max_workers=os.cpu_count())
        self.futures = {}
        for name, invitations in sets.items():
            paths = [directory / f"{invitation.name}.ics" for invitation in invitations]
            self.futures[name] = [self.pool.submit(readers.answer, name, paths[at:at + CHUNK]) for at in range(0, len(paths), CHUNK)]

    @functools.lru_cache(maxsize=None)
    def get(self, name):
        answers = []
        for future in self.futures[name]:
            chunk = future.result()
            if isinstance(chunk, str):
                return chunk
            answers += chunk
        return answers


def check_reader(readings, name, invitations, kind):
    answers = readings.get(name)
    if isinstance(answers, str):
        raise tap.Skip(answers)
    return [complaint for invitation, answer in zip(invitations, answers, strict=True) if invitation.name.endswith(kind)
            for complaint in compare(invitation, answer)][:MOST]


def main(writer):
    zones = list_zones()
    unlike = list_unlike(zones) | {"Europe/Berlin"}
    invitations = list(the_set(zones))
    few = invitations if os.environ.get("CONVENE_TEST_LONG") else [invitation for invitation in invitations if invitation.zone in unlike]
    sets = {name: few if name in SLOW else invitations for name in readers.READERS}
    with tempfile.TemporaryDirectory() as folder:
        directory = pathlib.Path(folder) / "first"
        paths = write(writer, directory, invitations)
        others = write(writer, pathlib.Path(folder) / "second", invitations[::-1])[::-1]
        readings = Readings(directory, sets)
        checks = [
            ("SH-27 lines and octets", functools.partial(check_octets, paths)),
            ("SH-27 the same input gives the same octets", functools.partial(check_same, paths, others)),
            ("TA-9 the properties that RFC 5546 wants, and none that it forbids", functools.partial(check_tables, paths, invitations)),
        ]
        for name, given in sets.items():
            count = len({invitation.zone for invitation in given})
            for method in METHODS:
                checks.append((f"O-7 {name} reads each {method} of {count} zones", functools.partial(check_reader, readings, name, given, f"-{method}")))
            for kind in "removed", "texts":
                checks.append((f"SH-27 {name} reads {kind}", functools.partial(check_reader, readings, name, given, kind)))
        tap.run(checks)


if __name__ == "__main__":
    main(sys.argv[1])
