#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""benchmark-invitations.py PROGRAM: how many invitations are written and read in a second of processor time, beside others in the same run.

CONVENE_ICAL_JS names the file of ical.js (dist/ical.js of its package), which is compared with if there is node."""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import measure

HERE = pathlib.Path(__file__).resolve().parent
ROUNDS = 5
SECONDS = 0.5

# By how much at least ours is to be faster (`meson test --benchmark` prints it, and judges nothing).
GOALS = {"libical": 0.7, "libical at least": 0.7, "python3-icalendar": 7, "ical.js": 1.7}


def rebuild(component):
    copy = type(component)()
    for name, value in component.items():
        copy[name] = value
    for child in component.subcomponents:
        copy.add_component(rebuild(child))
    return copy


def count_python(work, file):
    """By icalendar, in this process."""
    import icalendar

    data = file.read_bytes()
    tree = icalendar.Calendar.from_ical(data)
    works = {
        "write": lambda: rebuild(tree).to_ical(),
        "read": lambda: icalendar.Calendar.from_ical(data).walk("VEVENT")[0]["DTSTART"].dt.timestamp(),
    }
    number, started = 0, time.process_time()
    while time.process_time() - started < SECONDS:
        works[work]()
        number += 1
    return number / (time.process_time() - started)


def count(command):
    return float(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def find_others(program, file):
    """Each peer's name and what counts for it, as far as it is installed."""
    others = {
        "libical": lambda work: count([program, f"{work}-libical", str(SECONDS), file]),
        "libical at least": lambda work: count([program, f"{work}-least", str(SECONDS), file]),
    }
    try:
        import icalendar  # noqa: F401
        others["python3-icalendar"] = lambda work: count_python(work, file)
    except ImportError:
        print("python3-icalendar is not installed")
    module = os.environ.get("CONVENE_ICAL_JS")
    if module and shutil.which("node"):
        others["ical.js"] = lambda work: count(["node", HERE / "invitations-icaljs.mjs", work, str(SECONDS), file, module])
    else:
        print("ical.js is not compared with: CONVENE_ICAL_JS names no file, or there is no node")
    return others


def main(program):
    measure.show_machine()
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "invitation.ics"
        subprocess.run([program, "make", "0", file], check=True)
        print("an invitation of %d octets" % file.stat().st_size)
        others = find_others(program, file)
        for work in "write", "read":
            rates = {name: [] for name in ["convene", *others]}
            for _ in range(ROUNDS):
                rates["convene"].append(count([program, work, str(SECONDS), file]))
                for name, other in others.items():
                    rates[name].append(other(work))
            ours = statistics.median(rates["convene"])
            for name, values in rates.items():
                rate = statistics.median(values)
                ratio = "" if name == "convene" else "  ours / theirs %6.2f (goal %.1f)" % (ours / rate, GOALS[name])
                print("%-5s %-18s median %7.0f/s  min %7.0f  max %7.0f%s" % (work, name, rate, min(values), max(values), ratio), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
