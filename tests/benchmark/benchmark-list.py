#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""benchmark-list.py CONVENE FILL-STORE RUN-MEASURED [COUNT]: what `convene list` costs with 10 and with 100,000 interviews stored.

The goal for the first page: no slower than 1.5 times. Filling is not part of it."""

import functools
import json
import os
import subprocess
import sys
import tempfile
import time

import measure

CONVENE, FILL, RUNNER = sys.argv[1:4]
COUNT = int(sys.argv[4]) if len(sys.argv) > 4 else 100000
FEW = 10
PAGE = 50
PAIRS = 31
ROUNDS = 9


def make_profile(data, count, before, after):
    """The environment of a profile that holds so many interviews, from so many days ago to so many days ahead."""
    folder = os.path.join(data, "convene")
    os.makedirs(folder, mode=0o700)
    begun = time.time()
    subprocess.run([FILL, folder, str(count), str(int(begun)), str(before), str(after)], check=True)
    size = os.path.getsize(os.path.join(folder, "convene.db")) / measure.MIB
    print("filled: %d interviews, %.1f MiB, in %.0f s" % (count, size, time.time() - begun), flush=True)
    return dict(os.environ, XDG_DATA_HOME=data)


def convene(environment, *words):
    return functools.partial(measure.run, RUNNER, [CONVENE, "--json", *words], environment)


def ask(environment, *words):
    return json.loads(measure.read([CONVENE, "--json", *words], environment))


def check_page(environment, rows):
    page = ask(environment, "list")
    if len(page["interviews"]) != rows:
        sys.exit("the first page has %d interviews, not %d" % (len(page["interviews"]), rows))


def compare(few, many):
    """The first page; and one with as many rows as the small profile has, so that it shows what the number alone costs."""
    check_page(few, FEW)
    check_page(many, PAGE)
    base, whole, part = measure.alternate(PAIRS, convene(few, "list"), convene(many, "list"), convene(many, "list", "--limit", str(FEW)))
    measure.show("list, %d stored" % FEW, base)
    measure.show("list, %d stored, a page of %d" % (COUNT, PAGE), whole, base)
    measure.show("list --limit %d, %d stored" % (FEW, COUNT), part, base)
    return base


def show_rest(many, base):
    uid = ask(many, "list")["interviews"][0]["uid"]
    for name, *words in (["list --all", "list", "--all"], ["list --status cancelled (none)", "list", "--status", "cancelled"],
                         ["list --search castillo", "list", "--search", "castillo"],
                         ["list --search (three words)", "list", "--search", "lucia castillo staff"], ["show UID", "show", uid]):
        measure.show("%s, %d stored" % (name, COUNT), measure.alternate(ROUNDS, convene(many, *words))[0], base)


def main():
    with tempfile.TemporaryDirectory(prefix="convene-benchmark-") as folder:
        few = make_profile(os.path.join(folder, "few"), FEW, 0, 30)
        many = make_profile(os.path.join(folder, "many"), COUNT, 365, 365)
        measure.show_machine()
        show_rest(many, compare(few, many))


main()
