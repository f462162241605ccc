# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs named checks and says their results in the Test Anything Protocol."""

import sys
import traceback


class Skip(Exception):
    """What a check raises that cannot be made here; its text says why."""


def run(checks):
    """Runs (name, function) pairs in order. A function returns its complaints, a list of lines, empty where all is well."""
    failed = 0
    print(f"1..{len(checks)}")
    for number, (name, check) in enumerate(checks, 1):
        try:
            complaints = check()
        except Skip as reason:
            print(f"ok {number} - {name} # SKIP {reason}", flush=True)
            continue
        except Exception:
            complaints = traceback.format_exc().splitlines()
        for complaint in complaints:
            print(f"# {complaint}")
        print(f"{'not ok' if complaints else 'ok'} {number} - {name}", flush=True)
        failed += bool(complaints)
    sys.exit(1 if failed else 0)
