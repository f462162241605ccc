# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs named checks and says their results in the Test Anything Protocol."""

import sys
import traceback


class Skip(Exception):
    """What a check raises that cannot be made here; its text says why."""


def complaints_of(check):
    """Line by line: what is not TAP confuses who reads it."""
    try:
        return [line for complaint in check() for line in str(complaint).splitlines()]
    except Skip:
        raise
    except Exception:
        return traceback.format_exc().splitlines()


def run(checks, attempts=1):
    """Runs (name, function) pairs in order. A function returns its complaints, a list of lines, empty where all is well. Where keys are pressed through
    an X server, one may get lost between two windows: such checks have another attempt, which the output tells of."""
    failed = 0
    print(f"1..{len(checks)}")
    for number, (name, check) in enumerate(checks, 1):
        try:
            complaints = complaints_of(check)
            for _ in range(attempts - 1):
                if complaints:
                    print("\n".join(f"# {line}" for line in [*complaints, "tried again"]), flush=True)
                    complaints = complaints_of(check)
        except Skip as reason:
            print(f"ok {number} - {name} # SKIP {reason}", flush=True)
            continue
        for complaint in complaints:
            print(f"# {complaint}")
        print(f"{'not ok' if complaints else 'ok'} {number} - {name}", flush=True)
        failed += bool(complaints)
    sys.exit(1 if failed else 0)
