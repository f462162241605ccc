# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""How long the main thread is busy with a frame when the month, the week and a day are turned and the list is scrolled, with little and much stored.

benchmark-frames.py FILL-STORE MEASURE-CALENDAR MEASURE-INTERVIEWS
"""

import os
import subprocess
import sys
import tempfile

import measure

# Where the clock of the measuring programs stands, in seconds since 1970 UTC.
NOW = 1796116800

# How many are stored, and over how many days before and after. The many are what a hundred a week come to in nineteen years, spread over ten.
STORED = ((0, 1), (1000, 182), (100000, 1826))


def main():
    fill, *programs = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="convene-benchmark-") as folder:
        for count, days in STORED:
            profile = os.path.join(folder, str(count))
            os.mkdir(profile, mode=0o700)
            subprocess.run([fill, profile, str(count), str(NOW), str(days), str(days)], check=True)
            measure.show_machine()
            for program in programs:
                print("%d stored" % count, flush=True)
                subprocess.run([program, profile], check=True, stdin=subprocess.DEVNULL)


main()
