#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""counting.py SOURCE: whether build-aux/count-results.py counts what the runner saw, with programs that end in every way."""

import pathlib
import subprocess
import sys
import tempfile

import tap

# A program's shell script, how the runner ends, and what is counted.
PROGRAMS = [
    ("three cases", "echo 1..3; echo ok 1; echo ok 2; echo ok 3", 0, (3, 0, 0)),
    ("one failing case", "echo 1..2; echo ok 1; echo not ok 2; exit 1", 1, (1, 1, 0)),
    ("a failing case and status 0", "echo 1..2; echo not ok 1; echo ok 2", 1, (1, 1, 0)),
    ("one skipped case", "echo 1..2; echo ok 1; echo 'ok 2 # SKIP no bus'", 0, (1, 0, 1)),
    ("a skipped program", "echo '1..0 # SKIP no bus'", 0, (0, 0, 1)),
    ("a crash after two cases", "echo 1..3; echo ok 1; echo ok 2; kill -SEGV $$", 1, (2, 1, 0)),
    ("a crash after a failing case", "echo 1..3; echo not ok 1; echo ok 2; kill -SEGV $$", 1, (1, 2, 0)),
    ("an assertion", "echo 1..3; echo ok 1; echo not ok 2 - ERROR; echo 'Bail out!'; kill -ABRT $$", 1, (1, 1, 0)),
    ("a sanitizer's verdict at the end", "echo 1..1; echo ok 1; exit 1", 1, (1, 1, 0)),
    ("too few cases", "echo 1..3; echo ok 1", 1, (1, 1, 0)),
    ("no time left", "echo 1..2; echo ok 1; exec sleep 60", 1, (1, 1, 0)),
    ("a program that cannot start", "exit 127", 1, (0, 1, 0)),
    ("a crash before any case", "kill -SEGV $$", 1, (0, 1, 0)),
    ("nothing at all", "true", 0, (0, 1, 0)),
]


def count(source, scripts):
    """Runs the scripts as one project's tests; answers the runner's status, the counter's, and the counter's last line."""
    with tempfile.TemporaryDirectory(prefix="convene-counting-") as folder:
        project = pathlib.Path(folder)
        lines = ["project('fake')", "shell = find_program('/bin/sh')"]
        for number, script in enumerate(scripts):
            (project / f"{number}.sh").write_text(script + "\n", encoding="utf-8")
            lines.append(f"test('case {number}', shell, args: files('{number}.sh'), protocol: 'tap', timeout: 2)")
        (project / "meson.build").write_text("\n".join(lines) + "\n", encoding="utf-8")
        build = project / "build"
        subprocess.run(["meson", "setup", build, project], check=True, capture_output=True)
        ran = subprocess.run(["meson", "test", "-C", build, "--no-rebuild"], capture_output=True, check=False)
        counted = subprocess.run(
            [sys.executable, source / "build-aux" / "count-results.py", f"{build}={1 if ran.returncode else 0}"],
            capture_output=True, text=True, check=False)
        return 1 if ran.returncode else 0, counted.returncode, counted.stdout.splitlines()[-1]


def check_program(source, script, expected_run, expected):
    passed, failed, skipped = expected
    ran, status, line = count(source, [script])
    complaints = []
    if ran != expected_run:
        complaints.append(f"the runner ended with {ran}, not {expected_run}")
    if line != f"{passed} passed, {failed} failed, {skipped} skipped":
        complaints.append(f"counted {line}, not {expected}")
    if (status == 0) != (failed == 0 and passed > 0):
        complaints.append(f"ended with status {status}")
    return complaints


def check_all(source):
    totals = [sum(program[3][i] for program in PROGRAMS) for i in range(3)]
    _ran, status, line = count(source, [program[1] for program in PROGRAMS])
    if line != "{} passed, {} failed, {} skipped".format(*totals) or status != 1:
        return [f"counted {line} with status {status}, not {totals}"]
    return []


def check_absent(source):
    with tempfile.TemporaryDirectory(prefix="convene-counting-") as folder:
        counted = subprocess.run([sys.executable, source / "build-aux" / "count-results.py", f"{folder}=1"],
                                 capture_output=True, text=True, check=False)
    if counted.returncode != 1 or counted.stdout != "0 passed, 1 failed, 0 skipped\n":
        return [f"counted {counted.stdout!r} with status {counted.returncode}"]
    return []


def main():
    source = pathlib.Path(sys.argv[1])
    checks = [(f"counting/{name}", lambda script=script, ran=ran, expected=expected: check_program(source, script, ran, expected))
              for name, script, ran, expected in PROGRAMS]
    checks.append(("counting/all of them together", lambda: check_all(source)))
    checks.append(("counting/no results", lambda: check_absent(source)))
    tap.run(checks)


main()
