# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Other projects' parsers, as far as they are installed. Each is given several files and answers one dictionary a file."""

import datetime
import functools
import json
import os
import pathlib
import subprocess
import zoneinfo

import tap

HERE = pathlib.Path(__file__).resolve().parent


def as_text(instant, zone):
    """A time as it stands in the file, for a reader that only knows text."""
    form = "%Y%m%dT%H%M%SZ" if zone == "UTC" else f"TZID={zone} %Y%m%dT%H%M%S"
    return datetime.datetime.fromtimestamp(instant, zoneinfo.ZoneInfo(zone)).strftime(form)


def check_octets(path):
    """RFC 5545 §3.1: CRLF after every line, 75 octets at most, no character cut in two."""
    lines = path.read_bytes().split(b"\r\n")
    complaints = []
    if lines.pop() != b"" or b"\n" in b"".join(lines) or b"\r" in b"".join(lines):
        complaints.append(f"{path.name}: a line does not end with CR LF")
    complaints += [f"{path.name}: {line!r} has {len(line)} octets" for line in lines if not 0 < len(line) <= 75]
    for line in lines:
        line.decode("utf-8")
    return complaints


def by_embedded(vtimezone, time):
    """The instant of a wall clock by the rules in the file, whatever the reader knows of a zone of that name."""
    try:
        zone = vtimezone.to_tz(lookup_tzid=False)
    except TypeError:
        zone = vtimezone.to_tz()
    wall = time.replace(tzinfo=None)
    return zone.localize(wall) if hasattr(zone, "localize") else wall.replace(tzinfo=zone)


def read_python_icalendar(paths, embedded=False):
    try:
        import icalendar
    except ImportError:
        raise tap.Skip("python3-icalendar is not installed") from None

    for path in paths:
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        event = calendar.walk("VEVENT")[0]
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        zones = calendar.walk("VTIMEZONE")
        if embedded and zones:
            start, end = by_embedded(zones[0], start), by_embedded(zones[0], end)
        yield {
            "method": str(calendar["METHOD"]),
            "uid": str(event["UID"]),
            "sequence": int(event["SEQUENCE"]),
            "start": int(start.timestamp()),
            "end": int(end.timestamp()),
            "summary": str(event["SUMMARY"]),
            "description": str(event["DESCRIPTION"]),
            "url": str(event["URL"]) if "URL" in event else None,
            "attendees": len(event["ATTENDEE"]),
            "complaints": [str(error) for component in calendar.walk() for error in getattr(component, "errors", [])],
        }


def read_python_vobject(paths):
    try:
        import vobject
    except ImportError:
        raise tap.Skip("python3-vobject is not installed") from None

    for path in paths:
        calendar = vobject.readOne(path.read_bytes().decode("utf-8"))
        calendar.validate(raiseException=True)
        event = calendar.vevent
        start, end = event.dtstart.value, event.dtend.value
        if hasattr(calendar, "vtimezone"):
            # It prefers pytz's zone of that name to the one in the file, which is what is looked at here.
            zone = calendar.vtimezone.tzinfo
            start, end = start.replace(tzinfo=zone), end.replace(tzinfo=zone)
        yield {
            "method": calendar.method.value,
            "uid": event.uid.value,
            "sequence": int(event.sequence.value),
            "start": int(start.timestamp()),
            "end": int(end.timestamp()),
            "summary": event.summary.value,
            "description": event.description.value,
            "url": event.url.value if hasattr(event, "url") else None,
            "attendees": len(event.attendee_list),
        }


def read_by_program(probe, command, package, paths):
    try:
        installed = subprocess.run(probe, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0
    except FileNotFoundError:
        installed = False
    if not installed:
        raise tap.Skip(f"{package} is not installed")

    run = subprocess.run([*command, *paths], capture_output=True, text=True, encoding="utf-8", check=False)
    if run.returncode != 0:
        raise ValueError(f"{package}: {run.stderr.strip()}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def read_icaljs(paths):
    """Thunderbird's. It is no Debian package: CONVENE_ICAL_JS names its file."""
    module = os.environ.get("CONVENE_ICAL_JS")
    if not module or not os.environ.get("CONVENE_TEST_LONG"):
        raise tap.Skip("it takes part in the long run, where CONVENE_ICAL_JS names its file")
    return read_by_program(["node", "--version"], ["node", HERE / "read.mjs", module], "node", paths)


READERS = {
    "python3-icalendar": read_python_icalendar,
    "python3-icalendar by the VTIMEZONE": functools.partial(read_python_icalendar, embedded=True),
    "python3-vobject": read_python_vobject,
    "php-sabre-vobject": functools.partial(
        read_by_program,
        ["php", "-r", "exit(is_file('/usr/share/php/Sabre/VObject/autoload.php') ? 0 : 1);"],
        ["php", HERE / "read.php"],
        "php-sabre-vobject",
    ),
    "ruby-icalendar": functools.partial(read_by_program, ["ruby", "-ricalendar", "-e", "0"], ["ruby", HERE / "read.rb"], "ruby-icalendar"),
    "libdata-ical-perl": functools.partial(read_by_program, ["perl", "-MData::ICal", "-e", "0"], ["perl", HERE / "read.pl"], "libdata-ical-perl"),
    "ical.js": read_icaljs,
}


def answer(name, paths):
    """What the reader of that name says of the files, or why it says nothing: for a process of its own."""
    try:
        return list(READERS[name](paths))
    except tap.Skip as reason:
        return str(reason)


class Reading:
    """One reader's answers, got when the first case asks; one that is not installed skips every case."""

    def __init__(self, read, paths):
        self.read = read
        self.paths = paths

    @functools.cached_property
    def outcome(self):
        try:
            return {path.stem: answer for path, answer in zip(self.paths, self.read(self.paths), strict=True)}
        except tap.Skip as reason:
            return reason

    def __getitem__(self, name):
        if isinstance(self.outcome, tap.Skip):
            raise self.outcome
        return self.outcome[name]
