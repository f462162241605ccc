#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""benchmark-window.py CONVENE BARE-WINDOW FILL-STORE [COUNT]: from exec to the first frame that shows the month's interviews, and memory two seconds
later, against an empty window of the toolkit, in alternated rounds, with a few, 1,000 and 100,000 interviews stored.

Goals: the median within 1.6 times, and not growing with what is stored; memory within 1.5 times, growing by less than 20 MiB. Runs inside display.py."""

import os
import select
import statistics
import subprocess
import sys
import tempfile
import time

import measure

CONVENE, BARE, FILL = sys.argv[1:4]
COUNT = int(sys.argv[4]) if len(sys.argv) > 4 else 100000
FEW = 10 # without any, the window says how to begin, and shows no month
SOME = 1000
PAIRS = 20
SIGN = b"The month is on the screen"
PATIENCE = 60


def wait_for_sign(process):
    """Reads what it logs until the sign is there, or the time is over."""
    read, end = b"", time.monotonic() + PATIENCE
    while SIGN not in read:
        ready, _, _ = select.select([process.stderr], [], [], max(0, end - time.monotonic()))
        piece = os.read(process.stderr.fileno(), 65536) if ready else b""
        if not piece:
            sys.exit("no frame: %r" % read[-1000:])
        read += piece


class Sample:
    def __init__(self, command, environment, memory):
        environment = dict(environment, G_MESSAGES_DEBUG="convene-ui", GSK_RENDERER="cairo")
        environment.pop("G_DEBUG", None)
        begun = time.monotonic()
        process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            wait_for_sign(process)
            self.frame = (time.monotonic() - begun) * 1000
            if memory:
                time.sleep(2)
                self.pss, self.private = measure.read_memory(process.pid)
        finally:
            process.terminate()
            process.communicate()


def show(name, samples, field, unit, base=None):
    values = [getattr(sample, field) for sample in samples]
    line = "%-34s %-8s n %3d  median %8.1f %-3s  min %8.1f  max %8.1f" % (
        name, field, len(values), statistics.median(values), unit, min(values), max(values))
    if base is not None:
        line += "  ratio %6.3f" % (statistics.median(values) / statistics.median(getattr(sample, field) for sample in base))
    print(line, flush=True)


def make_profile(data, count, days):
    folder = os.path.join(data, "convene")
    os.makedirs(folder, mode=0o700)
    subprocess.run([FILL, folder, str(count), str(int(time.time())), str(days), str(days)], check=True)
    return dict(os.environ, XDG_DATA_HOME=data)


def grow(few, many, name):
    """Memory that comes with what is stored."""
    for field in ("pss", "private"):
        medians = [statistics.median(getattr(sample, field) for sample in samples) for samples in (few, many)]
        print("%-34s %-8s %+8.1f MiB" % ("%s against %d" % (name, FEW), field, medians[1] - medians[0]), flush=True)


def main():
    with tempfile.TemporaryDirectory(prefix="convene-benchmark-") as folder:
        # A hundred a week, the most that one person schedules, are SOME after ten weeks and COUNT after nineteen years: the month looks the same, and what
        # differs between them comes with the store alone. The last profile has a fuller month.
        kinds = ((FEW, 5, "%d stored" % FEW), (SOME, 35, "%d stored" % SOME), (COUNT, 3500, "%d stored" % COUNT), (COUNT, 1826, "%d, 27 a day" % COUNT))
        profiles = [make_profile(os.path.join(folder, str(days)), count, days) for count, days, _ in kinds]
        measure.show_machine()
        for memory, rounds, fields, unit in ((False, PAIRS, ("frame",), "ms"), (True, 5, ("pss", "private"), "MiB")):
            calls = [lambda: Sample([BARE], os.environ, memory)] + [lambda profile=profile: Sample([CONVENE], profile, memory) for profile in profiles]
            bare, *filled = measure.alternate(rounds, *calls)
            for field in fields:
                show("bare window", bare, field, unit)
                for (_, _, name), samples in zip(kinds, filled):
                    show("Convene, %s" % name, samples, field, unit, bare)
                for (_, _, name), samples in list(zip(kinds, filled))[1:]:
                    show("%s against %d" % (name, FEW), samples, field, unit, filled[0])
                show("%d stored against %d" % (COUNT, SOME), filled[2], field, unit, filled[1])
        for (_, _, name), samples in list(zip(kinds, filled))[1:]:
            grow(filled[0], samples, name)


main()
