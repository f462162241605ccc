#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-readers.py WRITER: other projects' parsers read invitations (O-7). Each reader runs once, over all files."""

import collections
import datetime
import functools
import pathlib
import subprocess
import sys
import tempfile
import zoneinfo

import readers
import tap

ZONES = """Europe/Berlin Europe/London Europe/Dublin Europe/Chisinau Europe/Istanbul Europe/Moscow Africa/Casablanca Africa/Cairo Africa/Lagos
Asia/Kolkata Asia/Kathmandu Asia/Tehran Asia/Jerusalem Asia/Beirut Asia/Gaza Asia/Tokyo Asia/Shanghai Australia/Lord_Howe Australia/Sydney
Australia/Adelaide Pacific/Chatham Pacific/Auckland Pacific/Apia Pacific/Honolulu America/New_York America/Los_Angeles America/St_Johns
America/Mexico_City America/Sao_Paulo America/Santiago America/Nuuk America/Havana Antarctica/Troll Etc/GMT+5 UTC""".split()
STARTS = ["2026-12-01 10:00", "2027-07-01 15:30"]
METHODS = ["REQUEST", "CANCEL"]
LENGTH = datetime.timedelta(hours=1)
URL = "https://video.example.com/j/81234567890?pwd=q.12"
UNICODE = "José “Pepe” Ñandú-李, \\ 100 %; 👩‍💻 "

REMOVED = "Otto <otto@example.org>", "ines@example.org"

Invitation = collections.namedtuple("Invitation", "name zone start method uid sequence job details candidate removed", defaults=[()])


def the_set():
    for zone in ZONES:
        for number, start in enumerate(STARTS):
            for sequence, method in enumerate(METHODS):
                name = f"{zone.replace('/', '_')}-{number}-{method}"
                yield Invitation(name, zone, start, method, f"{name}@uid", sequence, "Staff Engineer", "Bring a notebook.", "Ada Lovelace")
            name = f"{zone.replace('/', '_')}-{number}-removed"
            yield Invitation(name, zone, start, "CANCEL", f"{name}@uid", 2, "Staff Engineer", "Bring a notebook.", "Ada Lovelace", REMOVED)
    yield Invitation("texts", "Europe/Berlin", STARTS[0], "REQUEST", "texts@uid", 0, "Ingénieur·e, C; C++", UNICODE * 200, UNICODE.strip())


def escape(value):
    return str(value).replace("\\", "\\\\").replace("\n", "\\n")


def write(writer, directory, invitations):
    """Has the helper write every invitation, and gives the paths in the same order."""
    keys = directory / "set.ini"
    with open(keys, "w", encoding="utf-8") as file:
        for invitation in invitations:
            file.write(f"[{invitation.name}]\n")
            for key, value in list(invitation._asdict().items())[1:-1]:
                file.write(f"{key}={escape(value)}\n")
            file.write(f"removed={';'.join(invitation.removed)}\n")
    subprocess.run([writer, keys, directory], check=True)
    return [directory / f"{invitation.name}.ics" for invitation in invitations]


def instants(invitation):
    start = datetime.datetime.fromisoformat(invitation.start).replace(tzinfo=zoneinfo.ZoneInfo(invitation.zone))
    end = start.astimezone(datetime.timezone.utc) + LENGTH
    return int(start.timestamp()), int(end.timestamp())


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
    times = instants(invitation)
    if isinstance(answer["start"], str):
        times = [readers.as_text(time, invitation.zone) for time in times]
    expected["start"], expected["end"] = times
    return [f"{invitation.name}: {key} is {answer[key]!r}, not {value!r}" for key, value in expected.items() if key in answer and answer[key] != value]


def check_zone(reading, invitations):
    return [complaint for invitation in invitations for complaint in compare(invitation, reading[invitation.name])]


def check_texts(reading, invitation):
    answer = reading[invitation.name]
    complaints = compare(invitation, answer)
    if "description" in answer and invitation.details.strip() not in answer["description"]:
        complaints.append("the details are not read as they were typed")
    return complaints


def check_octets(paths):
    return [complaint for path in paths for complaint in readers.check_octets(path)]


def main(writer):
    invitations = list(the_set())
    with tempfile.TemporaryDirectory() as directory:
        paths = write(writer, pathlib.Path(directory), invitations)
        checks = [("SH-27 lines and octets", functools.partial(check_octets, paths))]
        for name, read in readers.READERS.items():
            reading = readers.Reading(read, paths)
            for zone in ZONES:
                of_zone = [invitation for invitation in invitations if invitation.zone == zone and invitation.name != "texts"]
                checks.append((f"O-7 {name} reads {zone}", functools.partial(check_zone, reading, of_zone)))
            checks.append((f"SH-27 {name} reads long texts", functools.partial(check_texts, reading, invitations[-1])))
        tap.run(checks)


if __name__ == "__main__":
    main(sys.argv[1])
