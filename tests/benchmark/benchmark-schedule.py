#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""benchmark-schedule.py CONVENE RUN-MEASURED: what `convene schedule` costs, from the command to the letter that the mail server took, against
a practice Zoom that answers at once and sets no pace. The ratio is to `convene list` on the same profile."""

import json
import os
import shutil
import sys
import tempfile

import measure
import practice

CONVENE, RUNNER = sys.argv[1:3]
ROUNDS = 20
WORDS = ["--job", "Staff Engineer", "--candidate", "Ada Abara <ada@example.com>", "--hiring-manager", "Björn Brandt <bjorn@example.com>",
         "--attendee", "Chiara Castillo <chiara@example.com>", "--timezone", "America/Mexico_City", "--agenda", "Introductions, then your questions."]


def schedule(environment, number):
    start = "2097-03-%02d 10:00" % (number % 28 + 1)
    return measure.run(RUNNER, [CONVENE, "--practice", "--json", "schedule", *WORDS, "--start", start], environment)


def check(server, environment, count):
    """Whether the command did what its time is told for."""
    listed = json.loads(measure.read([CONVENE, "--practice", "--json", "list"], environment))
    letters = [name for name in os.listdir(os.path.join(server.folder, "mail")) if name.endswith(".eml")]
    counts = (listed["total"], len(server.meetings()), len(letters))
    if counts != (count, count, count):
        sys.exit("%d interviews, %d meetings, %d letters for %d times schedule" % (*counts, count))


def main():
    data = tempfile.mkdtemp(prefix="convene-benchmark-")
    folder = os.path.join(data, "convene", "practice")
    os.makedirs(folder, mode=0o700)
    environment = dict(os.environ, XDG_DATA_HOME=data)
    server = practice.Practice(CONVENE, folder)
    numbers = iter(range(ROUNDS + 1))
    try:
        server.set(pace=0, latency_ms=0)
        measure.show_machine()
        listed, scheduled = measure.alternate(ROUNDS, lambda: measure.run(RUNNER, [CONVENE, "--practice", "--json", "list"], environment),
                                              lambda: schedule(environment, next(numbers)))
        check(server, environment, ROUNDS + 1)
        measure.show("list, practice", listed)
        measure.show("schedule, practice", scheduled, listed)
    finally:
        server.close()
        shutil.rmtree(data)


main()
