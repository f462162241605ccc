#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""needs.py CONVENE TERMINAL OUTSIDE WINDOW: what is loaded when: neither the toolkit nor what speaks with the outside world keeps the program waiting, and a
window holds nothing that is the terminal's."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import tap

CONVENE, TERMINAL, OUTSIDE, WINDOW = map(pathlib.Path, sys.argv[1:5])

# A call of one of the outside's functions that convene-outside.c does not have links the library itself into the program: it shows here.
OF_OUTSIDE = {"libsecret-1", "libsoup-3.0", "libical", "libgmime-3.0", "libcurl", "libportal", "libicui18n", "libicuuc"}
OF_WINDOW = {"libgtk-4", "libadwaita-1"}
OF_TERMINAL = {"libjson-glib-1.0"}


def read_needed(path):
    lines = subprocess.run(["readelf", "--dynamic", path], check=True, capture_output=True, text=True).stdout
    return {name.split(".so")[0] for name in re.findall(r"\(NEEDED\).*\[(.*)\]", lines)}


def check_late(path, late):
    return [f"{path.name} needs {name}" for name in sorted(read_needed(path) & late)]


def check_there(path, late):
    return [f"{path.name} does not need {name}" for name in sorted(late - read_needed(path))]


def run(folder):
    return subprocess.run([folder / CONVENE.name, "--version"], capture_output=True, text=True, timeout=60)


def check_missing(folder, module):
    answer = run(folder)
    shutil.copy(module, folder)
    return [] if answer.returncode == 1 and module.name in answer.stderr and not answer.stdout else [f"without {module.name}: {answer}"]


def check_damaged():
    """A program without its modules says so at once, and not in the middle of its work."""
    with tempfile.TemporaryDirectory(prefix="convene-needs-") as name:
        folder = pathlib.Path(name)
        for path in (CONVENE, WINDOW):
            shutil.copy(path, folder)
        complaints = [*check_missing(folder, OUTSIDE), *check_missing(folder, TERMINAL)]
        answer = run(folder)
        return complaints + ([] if answer.returncode == 0 else [f"with all modules: {answer}"])


def check_bound(words, expected):
    """Modules are bound as they are used: what nobody defines would end the program in the middle of its work."""
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    answer = subprocess.run([CONVENE, *words], env=environment | {"LD_BIND_NOW": "1"}, capture_output=True, text=True, timeout=60)
    return [] if answer.returncode == 2 and expected in answer.stderr else [f"{words}: {answer}"]


tap.run([
    ("the program loads neither face, nor the outside's libraries", lambda: check_late(CONVENE, OF_OUTSIDE | OF_WINDOW | OF_TERMINAL)),
    ("the terminal loads neither the toolkit nor the outside's libraries", lambda: check_late(TERMINAL, OF_OUTSIDE | OF_WINDOW)),
    ("the window loads neither the terminal's libraries nor the outside's", lambda: check_late(WINDOW, OF_OUTSIDE | OF_TERMINAL)),
    ("the outside's libraries are the outside's", lambda: check_there(OUTSIDE, OF_OUTSIDE)),
    ("all that the window calls is there", lambda: check_bound([], "display")),
    ("all that the outside calls is there", lambda: check_bound(["--practice-server"], "FOLDER")),
    ("a module that is missing is told of first of all", check_damaged),
])
