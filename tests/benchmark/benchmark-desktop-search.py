#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""benchmark-desktop-search.py CONVENE FILL-STORE [COUNT], inside display.py: what a question of the desktop's search takes, from the call to the described results,
while the program runs as a service over 10,000 stored interviews; beside it a call that nothing has to be read for. The goal (O-14): less than 50 ms."""

import os
import statistics
import subprocess
import sys
import tempfile
import time

import measure

try:
    from gi.repository import Gio, GLib
except ImportError as missing:
    sys.exit(f"{missing}")

CONVENE, FILL = sys.argv[1:3]
COUNT = int(sys.argv[3]) if len(sys.argv) > 3 else 10000
ID = "io.github.conveneapp.Convene"
PATH = "/" + ID.replace(".", "/")
ROUNDS = 51
QUESTIONS = [("a",), ("fát",), ("tomas", "garc"), ("senior", "eng"), ("rosa", "4", "pm"), ("rosa", "16:30"), ("861",), ("nobody",)]


def call(bus, path, interface, method, parameters):
    return bus.call_sync(ID, path, interface, method, parameters, None, Gio.DBusCallFlags.NONE, 120000, None).unpack()


def ask(bus, terms):
    """How many there were, and milliseconds."""
    begun = time.monotonic()
    uids = call(bus, PATH + "/SearchProvider", "org.gnome.Shell.SearchProvider2", "GetInitialResultSet", GLib.Variant("(as)", (terms,)))[0]
    metas = call(bus, PATH + "/SearchProvider", "org.gnome.Shell.SearchProvider2", "GetResultMetas", GLib.Variant("(as)", (uids,)))[0]
    assert len(metas) == len(uids)
    return len(uids), (time.monotonic() - begun) * 1000


def show(name, found, times):
    ordered = sorted(times)
    print("%-24s found %3d  n %3d  median %7.1f ms  p95 %7.1f ms  max %7.1f ms" % (
        name, found, len(ordered), statistics.median(ordered), ordered[int(len(ordered) * 0.95)], ordered[-1]), flush=True)


def measure_questions(bus):
    call(bus, PATH, "org.freedesktop.DBus.Peer", "Ping", None)
    first = ask(bus, QUESTIONS[0])
    print("the first answer, with opening the profile: %.0f ms" % first[1])
    empty = []
    for _ in range(ROUNDS):
        begun = time.monotonic()
        call(bus, PATH, "org.freedesktop.DBus.Peer", "Ping", None)
        empty.append((time.monotonic() - begun) * 1000)
    show("(a call)", 0, empty)
    for terms in QUESTIONS:
        answers = [ask(bus, terms) for _ in range(ROUNDS)]
        show(" ".join(terms), answers[0][0], [milliseconds for _, milliseconds in answers])


def main():
    measure.show_machine()
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    with tempfile.TemporaryDirectory(prefix="convene-search-") as data:
        folder = os.path.join(data, "convene")
        os.makedirs(folder, mode=0o700)
        subprocess.run([FILL, folder, str(COUNT), str(int(time.time())), "1000", "90"], check=True)
        service = subprocess.Popen([CONVENE, "--gapplication-service"], env=dict(os.environ, XDG_DATA_HOME=data), stdin=subprocess.DEVNULL)
        try:
            while not bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner", GLib.Variant("(s)", (ID,)), None,
                                    Gio.DBusCallFlags.NONE, -1, None).unpack()[0]:
                time.sleep(0.01)
            print("%d stored" % COUNT)
            measure_questions(bus)
        finally:
            service.terminate()
            service.wait()


main()
