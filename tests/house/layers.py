#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""layers.py SOURCE BUILD: whether each folder under src/ sees the folders it declares and no others.

Each case compiles one include with exactly the compiler, flags and include path that the build uses for a file of that folder.
"""

import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

import tap

TOOLKIT = ["gtk", "adwaita"]

# A folder's face to the others, what it may see, and the libraries that it wraps beside GLib. A new edge is a decision about the
# architecture: it is made here and in src/README.md, then in a meson.build.
FOLDERS = {
    "model": ("convene-interview.h", [], []),
    "store": ("convene-store.h", ["model"], ["sqlite"]),
    "secrets": ("convene-vault.h", ["model"], ["libsecret"]),
    "http": ("convene-http-session.h", ["model"], ["libsoup", "json_glib"]),
    "oauth": ("convene-oauth-session.h", ["http", "secrets", "model"], ["json_glib"]),
    "zoom": ("convene-zoom-client.h", ["http", "model"], ["json_glib"]),
    "invite": ("convene-invite.h", ["model"], ["libical", "icu"]),
    "mail": ("convene-letter-writer.h", ["model"], ["gmime", "libcurl", "libportal", "icu"]),
    "workflow": ("convene-engine.h", ["store", "secrets", "http", "oauth", "zoom", "invite", "mail", "model"], []),
    "practice": ("convene-practice.h", ["model"], ["libsoup", "json_glib"]),
    "cli": ("convene-command.h", ["workflow", "model"], ["json_glib"]),
    "ui/base": ("convene-words.h", ["workflow", "model"], TOOLKIT),
    "ui/export": ("convene-ics-export.h", ["ui/base", "workflow", "model"], TOOLKIT),
    "ui/calendar": ("convene-month-view.h", ["ui/base", "ui/export", "workflow", "model"], TOOLKIT),
    "ui/interview": ("convene-interview-pane.h", ["ui/base", "ui/export", "workflow", "model"], TOOLKIT),
    "ui/interviews": ("convene-interviews-page.h", ["ui/base", "ui/export", "ui/calendar", "ui/interview", "workflow", "model"], TOOLKIT),
    "ui/opening": ("convene-opening-window.h", ["ui/base", "ui/interview", "workflow", "model"], TOOLKIT),
    "ui/accounts": ("convene-accounts-window.h", ["ui/base", "workflow", "model"], TOOLKIT),
    "ui/wizard": ("convene-wizard.h", ["ui/base", "ui/interview", "workflow", "model"], TOOLKIT),
    "ui/window": ("convene-window.h", ["ui/base", "ui/export", "ui/calendar", "ui/interview", "ui/interviews", "ui/opening", "ui/accounts", "ui/wizard", "workflow", "model"], TOOLKIT),
}


def name_dependency(folder):
    return folder.replace("/", "_")


def read_declared(source, folder):
    """The names before "_dep" in the dependencies of a folder's library, or libraries: what is loaded late is one of its own."""
    text = (source / "src" / folder / "meson.build").read_text(encoding="utf-8")
    libraries = re.findall(r"static_library\(.*?dependencies: \[(.*?)\]", text, re.DOTALL)
    return {name for library in libraries for name in re.findall(r"\b(\w+)_dep\b", library)}


def check_declared(source, folder):
    declared = read_declared(source, folder)
    _face, sees, wraps = FOLDERS[folder]
    intended = {"glib", *map(name_dependency, sees), *wraps}
    complaints = [f"src/{folder}/meson.build declares {name}, which it may not see" for name in sorted(declared - intended)]
    return complaints + [f"src/{folder}/meson.build does not declare {name}" for name in sorted(intended - declared)]


def read_order(source, above=""):
    """The folders that hold a library, in the order in which they are built."""
    text = (source / "src" / above / "meson.build").read_text(encoding="utf-8")
    below = [above + name for name in re.findall(r"^subdir\('(\w+)'\)", text, re.MULTILINE)]
    return sum((read_order(source, f"{name}/") or [name] for name in below), [])


def check_order(source):
    order = read_order(source)
    complaints = [f"src/{folder} is not in the table" for folder in order if folder not in FOLDERS]
    complaints += [f"src/meson.build does not list {folder}" for folder in FOLDERS if folder not in order]
    if not complaints:
        for folder, (_face, sees, _wraps) in FOLDERS.items():
            complaints += [f"{folder} stands before {below}, which it needs" for below in sees if order.index(below) > order.index(folder)]
    return complaints


def find_commands(source, build):
    """For each folder the compiler's command line without source and output, and where it is run."""
    commands = {}
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        file = (pathlib.Path(entry["directory"]) / entry["file"]).resolve()
        folder = str(file.parent.relative_to(source / "src")) if file.is_relative_to(source / "src") else ""
        if file.suffix != ".c" or folder not in FOLDERS or folder in commands:
            continue
        words = shlex.split(entry["command"])
        for option in ("-o", "-MF", "-MQ", "-c"):
            if option in words:
                at = words.index(option)
                del words[at:at + 2]
        words = [word for word in words if word not in ("-MD", entry["file"])]
        commands[folder] = (words, entry["directory"])
    return commands


def may_see(folder, other):
    return other == folder or other in FOLDERS[folder][1]


def check_include(source, commands, scratch, folder, other):
    if folder not in commands:
        return [f"the build compiles nothing in src/{folder}"]
    words, directory = commands[folder]
    header, _sees, _wraps = FOLDERS[other]
    if not (source / "src" / other / header).is_file():
        return [f"src/{other} has no {header}"]
    probe = scratch / f"{name_dependency(folder)}-{name_dependency(other)}.c"
    probe.write_text(f'#include "{header}"\n', encoding="utf-8")
    compiled = subprocess.run([*words, "-fdiagnostics-color=never", "-fsyntax-only", str(probe)], cwd=directory, capture_output=True, text=True, check=False)
    if may_see(folder, other):
        return compiled.stderr.splitlines() if compiled.returncode else []
    if compiled.returncode == 0:
        return [f"src/{folder} can include {header} of src/{other}"]
    # Only not finding it counts: an error inside the header would mean that it was found.
    if f"{header}: No such file" not in compiled.stderr and f"'{header}' file not found" not in compiled.stderr:
        return compiled.stderr.splitlines()
    return []


def main():
    source, build = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    commands = find_commands(source, build)
    checks = [("layers/order", lambda: check_order(source))]
    for folder in FOLDERS:
        checks.append((f"layers/{folder}/declares", lambda folder=folder: check_declared(source, folder)))
    with tempfile.TemporaryDirectory(prefix="convene-layers-") as scratch:
        for folder in FOLDERS:
            for other in FOLDERS:
                checks.append((f"layers/{folder}/{'sees' if may_see(folder, other) else 'cannot see'} {other}",
                               lambda folder=folder, other=other: check_include(source, commands, pathlib.Path(scratch), folder, other)))
        tap.run(checks)


main()
