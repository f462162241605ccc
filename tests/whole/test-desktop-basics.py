#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-desktop-basics.py: the program as a desktop has it, started, raised, activated over D-Bus, and without a display. Run by display.py."""

import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import tap

ID = "io.github.conveneapp.Convene"
PRACTICE = f"{ID}.Practice"
PATIENCE = 120

program = os.environ["CONVENE_TEST_PROGRAM"]


def wait_until(question, what):
    end = time.monotonic() + PATIENCE
    while True:
        answer = question()
        if answer:
            return answer
        if time.monotonic() > end:
            raise TimeoutError(f"{what} did not come in {PATIENCE} seconds")
        time.sleep(0.02)


@contextlib.contextmanager
def profile():
    """Folders of its own; every process that is left ends with them."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="convene-desktop-"))
    env = dict(os.environ, XDG_DATA_HOME=str(folder / "data"), XDG_CACHE_HOME=str(folder / "cache"), G_DEBUG="fatal-criticals")
    started = []
    try:
        yield env, started
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.wait(timeout=PATIENCE)
        shutil.rmtree(folder, ignore_errors=True)


def start(env, started, *arguments):
    process = subprocess.Popen([program, *arguments], env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    started.append(process)
    return process


def call(*arguments):
    """Asks the bus; answers what it says, or '' where it refuses."""
    done = subprocess.run(["gdbus", "call", "--session", "--timeout", "60", *arguments], capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


def owns(name):
    return "true" in call("--dest", "org.freedesktop.DBus", "--object-path", "/org/freedesktop/DBus", "--method", "org.freedesktop.DBus.NameHasOwner", name)


def await_turn():
    """Whatever was sent to the application before is done when it answers this; who starts it a second time does not wait for that."""
    call("--dest", ID, "--object-path", "/" + ID.replace(".", "/"), "--method", "org.gtk.Actions.List")


def windows(title):
    """How many windows of that title are on the screen."""
    done = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"], capture_output=True, text=True, check=False)
    return len(done.stdout.split())


def end_well(process):
    """Asked to go, it goes by itself, and closes what it had open."""
    process.send_signal(signal.SIGTERM)
    status = process.wait(timeout=PATIENCE)
    return [] if status == 0 else [f"it ended with {status}", process.stdout.read().decode(errors="replace")]


def starting_twice():
    with profile() as (env, started):
        first = start(env, started)
        wait_until(lambda: windows("Convene"), "the window")
        second = start(env, started)
        status = second.wait(timeout=PATIENCE)
        await_turn()
        complaints = [f"the second start ended with {status}"] if status else []
        if windows("Convene") != 1 or first.poll() is not None:
            complaints.append(f"there are {windows('Convene')} windows")
        return complaints + end_well(first)


def practice_beside():
    """Practice is another application: both windows stand side by side, each with its own title."""
    with profile() as (env, started):
        first = start(env, started)
        second = start(env, started, "--practice")
        wait_until(lambda: windows("Convene") and windows(r"Convene \(Practice\)"), "both windows")
        complaints = [] if owns(ID) and owns(PRACTICE) else ["they are not two applications"]
        return complaints + end_well(second) + end_well(first)


def activated():
    """As the session bus starts it: no window until somebody asks for one."""
    with profile() as (env, started):
        service = start(env, started, "--gapplication-service")
        wait_until(lambda: owns(ID), "the service")
        complaints = ["a window was there before anybody asked"] if windows("Convene") else []
        call("--dest", ID, "--object-path", "/" + ID.replace(".", "/"), "--method", "org.freedesktop.Application.Activate", "{}")
        wait_until(lambda: windows("Convene"), "the window")
        return complaints + end_well(service)


def action_of_the_desktop_file():
    with profile() as (env, started):
        service = start(env, started, "--gapplication-service")
        wait_until(lambda: owns(ID), "the service")
        call("--dest", ID, "--object-path", "/" + ID.replace(".", "/"), "--method", "org.freedesktop.Application.ActivateAction", "schedule", "[]", "{}")
        wait_until(lambda: windows("Schedule Interview"), "the wizard")
        return end_well(service)


def file_opened():
    """A file shows the window, which says that it cannot read files yet."""
    with profile() as (env, started):
        first = start(env, started, "invite.ics")
        wait_until(lambda: windows("Convene"), "the window")
        return end_well(first)


def without_bus():
    """Practice needs none."""
    with profile() as (env, started):
        env["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent"
        first = start(env, started, "--practice")
        wait_until(lambda: windows(r"Convene \(Practice\)"), "the window")
        return end_well(first)


def without_display():
    complaints = []
    with profile() as (env, _started):
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            env.pop(name, None)
        for arguments in ([], ["--practice"], ["invite.ics"]):
            done = subprocess.run([program, *arguments], env=env, capture_output=True, text=True, check=False, timeout=PATIENCE)
            if done.returncode != 2 or done.stdout or len(done.stderr.splitlines()) != 1 or "convene --help" not in done.stderr:
                complaints.append(f"{arguments}: {done.returncode}, {done.stderr!r}, {done.stdout!r}")
        # The terminal needs none, and does not even load what would look for one.
        done = subprocess.run([program, "--practice", "list"], env=dict(env, LD_DEBUG="files"), capture_output=True, text=True, check=False, timeout=PATIENCE)
        if done.returncode != 0 or "libgtk" in done.stderr:
            complaints.append(f"list: {done.returncode}" + (", and GTK was loaded" if "libgtk" in done.stderr else done.stderr))
    return complaints


def damaged():
    """A profile that cannot be opened: the window says so, and nothing is done to it."""
    with profile() as (env, started):
        database = pathlib.Path(env["XDG_DATA_HOME"]) / "convene" / "convene.db"
        database.parent.mkdir(parents=True)
        database.write_bytes(b"no database at all " * 1000)
        first = start(env, started)
        wait_until(lambda: windows("Convene"), "the window")
        complaints = [] if first.poll() is None else ["the program ended"]
        complaints += end_well(first)
        if database.read_bytes() != b"no database at all " * 1000:
            complaints.append("what was there was changed")
        return complaints


def main():
    for tool in ("gdbus", "xdotool"):
        if shutil.which(tool) is None:
            print(f"1..0 # SKIP {tool} is not installed")
            sys.exit(0)
    tap.run([
        ("desktop/basics/starting twice raises the window", starting_twice),
        ("desktop/basics/practice stands beside", practice_beside),
        ("desktop/basics/activated over D-Bus", activated),
        ("desktop/basics/action of the desktop file", action_of_the_desktop_file),
        ("desktop/basics/a file", file_opened),
        ("desktop/basics/practice without a session bus", without_bus),
        ("desktop/basics/no display", without_display),
        ("desktop/basics/damaged profile", damaged),
    ])


main()
