#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""run-fuzzer.py FUZZER DICTIONARY FOLDER...

Lets one of the fuzzers make up octets for CONVENE_FUZZ_SECONDS (60), beginning with the files of the folders. What it finds stays beside it in
FUZZER-finds, and what it learnt in FUZZER-corpus, where the next run goes on.
"""

import os
import pathlib
import subprocess
import sys

import tap

fuzzer, dictionary, *folders = (pathlib.Path(argument) for argument in sys.argv[1:])
finds, corpus = (fuzzer.with_name(f"{fuzzer.name}-{what}") for what in ("finds", "corpus"))

SAID_AT_MOST = 120  # lines
SLOW = 10  # seconds for one file: the parsers take a thousandth of one


def check_fuzzer():
    for folder in (finds, corpus):
        folder.mkdir(exist_ok=True)
    before = set(finds.iterdir())
    command = [fuzzer, f"-max_total_time={os.environ.get('CONVENE_FUZZ_SECONDS', '60')}", f"-timeout={SLOW}", "-rss_limit_mb=2048", "-max_len=8192",
               f"-dict={dictionary}", f"-artifact_prefix={finds}/", corpus, *(folder for folder in folders if folder.is_dir())]
    run = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = run.stdout.decode(errors="replace").splitlines()
    print("\n".join(f"# {line}" for line in said if line.startswith(("Done ", "INFO: seed corpus"))))
    if run.returncode == 0:
        return []

    target = fuzzer.name.removeprefix("fuzz-")
    found = [f"Found: {path} (once mended, it belongs into tests/fuzz/finds/{target})" for path in sorted(set(finds.iterdir()) - before)]
    return [*said[-SAID_AT_MOST:], f"{fuzzer.name} ended with {run.returncode}", *found]


tap.run([(fuzzer.name, check_fuzzer)])
