#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""count-results.py BUILD=STATUS...

Counts the test cases of one or more runs of "meson test" from what the runner itself wrote, says which failed, and closes with
"N passed, N failed, N skipped". STATUS is the exit status that the runner ended with. Exits 1 if anything failed, or nothing ran.

Two files are needed: testlog.junit.xml has the cases, testlog.json has how each program ended, which the first leaves out for a program
that crashed or ran out of time after some cases passed.
"""

import collections
import json
import pathlib
import sys
import xml.etree.ElementTree

GOOD_ENDS = {"OK", "SKIP", "EXPECTEDFAIL"}
CUT_SHORT = {"TIMEOUT", "INTERRUPT"}


def read_cases(logs):
    """The cases of each program, as a dictionary from its name to pairs of the case's name and "passed", "failed" or "skipped"."""
    cases = collections.defaultdict(list)
    for suite in xml.etree.ElementTree.parse(logs / "testlog.junit.xml").getroot().iter("testsuite"):
        # A program with cases is a suite "project.program"; those without share a suite "project", and are judged by how they ended.
        _project, dot, program = suite.get("name").partition(".")
        if not dot:
            continue
        for case in suite.iter("testcase"):
            kinds = {child.tag for child in case}
            if kinds & {"failure", "error"}:
                cases[program].append((case.get("name"), "failed"))
            elif "skipped" in kinds:
                cases[program].append((case.get("name"), "skipped"))
            else:
                cases[program].append((case.get("name"), "passed"))
    return cases


def judge_end(run, verdicts):
    """What a program's end adds to its cases: "passed", "failed", "skipped", or None where the cases say it all."""
    end, said = run["result"], run.get("stdout") or ""
    if not verdicts:
        if end == "SKIP" and run["returncode"] == 0 and "1..0" not in said:
            return "failed"  # it ended well and ran nothing, without saying that it skips
        return {"OK": "passed", "EXPECTEDFAIL": "passed", "SKIP": "skipped"}.get(end, "failed")
    if end in GOOD_ENDS:
        return None
    if end in CUT_SHORT or "failed" not in verdicts:
        return "failed"
    # GLib's own "not ok" for the case, then "Bail out!" and abort, are one failure; dying in silence is another one.
    died = run["returncode"] < 0 or run["returncode"] > 128
    return "failed" if died and "Bail out!" not in said else None


def count_run(folder, status, counts, failures):
    logs = pathlib.Path(folder, "meson-logs")
    failed_before = counts["failed"]
    try:
        cases = read_cases(logs)
        runs = [json.loads(line) for line in (logs / "testlog.json").read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError, xml.etree.ElementTree.ParseError) as error:
        cases, runs = {}, []
        failures.append(f"{folder}: no results: {error}")
        counts["failed"] += 1
    for run in runs:
        name = run["name"]
        mine = cases.get(name, [])
        for case, verdict in mine:
            counts[verdict] += 1
            if verdict == "failed":
                failures.append(f"{folder}: {name}: {case}")
        end = judge_end(run, [verdict for _case, verdict in mine])
        if end is not None:
            counts[end] += 1
        if end == "failed":
            failures.append(f"{folder}: {name}: the program ended with {run['result']}, exit status {run['returncode']}")
    if status != 0 and counts["failed"] == failed_before:
        failures.append(f"{folder}: the runner ended with status {status}")
        counts["failed"] += 1


def main(arguments):
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    failures = []
    for argument in arguments:
        folder, _equals, status = argument.rpartition("=")
        count_run(folder, int(status), counts, failures)
    for failure in failures:
        print(f"failed: {failure}", file=sys.stderr)
    sys.stderr.flush()
    print("{passed} passed, {failed} failed, {skipped} skipped".format(**counts))
    return 1 if counts["failed"] or not counts["passed"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
