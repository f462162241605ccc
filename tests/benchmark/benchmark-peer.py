#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""benchmark-peer.py CONVENE FILL-STORE DISPLAY-RUNNER [COUNT...]: Convene and GNOME's calendar, in alternated rounds, with the same events (`convene
export` gives them to the other): from exec to the first change of the screen, and to the last one, after which nothing changes for two seconds; then memory.

Both are measured from outside, and alike. Says so and does nothing where gnome-calendar or what fills it is not installed: it is not among what the tests
install. Runs itself inside DISPLAY-RUNNER, with a session for each COUNT."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import measure
import screen_watch

CONVENE, FILL, RUNNER = sys.argv[1:4]
INSIDE = "--inside"
CALENDAR = "gnome-calendar"
SERVICES = ("org.gnome.evolution.dataserver.Sources5", "org.gnome.evolution.dataserver.Calendar8", "org.gnome.evolution.dataserver.UserPrompter0")
COUNTS = (10, 1000, 100000) # without any, Convene says how to begin, and shows no month
ROUNDS = 5
QUIET = 2
PATIENCE = 120
FIELDS = (("first", "ms"), ("last", "ms"), ("cpu", "ms"), ("pss", "MiB"), ("private", "MiB"))


def read_cpu(pid):
    """Milliseconds of all of its threads."""
    with open("/proc/%d/stat" % pid) as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


class Sample:
    def __init__(self, command, environment, screen, empty, unfinished=()):
        while screen.read() != empty:
            time.sleep(0.1)
        begun = time.monotonic()
        process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            seen = screen.watch(empty, QUIET, PATIENCE, unfinished)
            if seen is None or process.poll() is not None:
                keep_picture(command[0])
                sys.exit("%s: nothing to see for %d seconds, or no end of changes" % (command[0], PATIENCE))
            self.first, self.last = ((at - begun) * 1000 for at in seen[:2])
            self.shown = seen[2]
            self.cpu = read_cpu(process.pid)
            self.pss, self.private = measure.read_memory(process.pid)
            keep_picture(command[0])
        finally:
            process.terminate()
            process.wait()


def keep_picture(command):
    """For somebody to see what was measured."""
    if os.environ.get("CONVENE_PICTURES") and shutil.which("import"):
        name = "peer-%s-%s.png" % (os.path.basename(command), sys.argv[5])
        subprocess.run(["import", "-window", "root", os.path.join(os.environ["CONVENE_PICTURES"], name)], check=False)


def show(name, samples, base=None):
    for field, unit in FIELDS:
        values = [getattr(sample, field) for sample in samples]
        line = "%-34s %-8s n %3d  median %8.1f %-3s  min %8.1f  max %8.1f" % (
            name, field, len(values), statistics.median(values), unit, min(values), max(values))
        if base is not None:
            line += "  ratio %6.3f" % (statistics.median(values) / statistics.median(getattr(sample, field) for sample in base))
        print(line, flush=True)


def make_profile(folder, count):
    """As benchmark-window.py has them: a hundred a week."""
    days = max(5, count * 35 // 1000)
    own = os.path.join(folder, "convene")
    os.makedirs(own, mode=0o700)
    subprocess.run([FILL, own, str(count), str(int(time.time())), str(days), str(days)], check=True)
    return dict(os.environ, XDG_DATA_HOME=folder)


def make_theirs():
    """Its window at first is small, and folded: it gets Convene's size."""
    folder = os.path.join(os.environ["HOME"], ".config", "glib-2.0", "settings")
    os.makedirs(folder)
    with open(os.path.join(folder, "keyfile"), "w") as file:
        file.write("[org/gnome/calendar]\nactive-view='month'\nwindow-size=(1180, 760)\n")
    return dict(os.environ, GSETTINGS_BACKEND="keyfile")


def compare(count):
    import calendar_peer

    os.environ.pop("G_DEBUG", None)
    with tempfile.TemporaryDirectory(prefix="convene-benchmark-") as folder:
        screen = screen_watch.Screen()
        empty = screen.read()
        ours, theirs = make_profile(folder, count), make_theirs()
        # What it shows before it has its events does not count as being done.
        blank = Sample([CALENDAR], theirs, screen, empty).shown
        begun = time.monotonic()
        there = calendar_peer.put(measure.read([CONVENE, "export"], ours).decode())
        print("%d interviews; %d events in GNOME's calendar, put there in %.1f s" % (count, there, time.monotonic() - begun), flush=True)
        convene, peer = measure.alternate(ROUNDS, lambda: Sample([CONVENE], ours, screen, empty), lambda: Sample([CALENDAR], theirs, screen, empty, blank))
        show("GNOME Calendar, %d stored" % count, peer)
        show("Convene, %d stored" % count, convene, peer)
        servers = [measure.read_memory(pid) for pid in calendar_peer.find_servers()]
        print("%-34s pss %8.1f MiB  private %8.1f MiB, beside it" % ("its %d data servers" % len(servers), *map(sum, zip(*servers))), flush=True)


def is_missing():
    """What is not there."""
    if shutil.which(CALENDAR) is None:
        return CALENDAR
    try:
        import calendar_peer
        screen_watch.ctypes.CDLL("libX11.so.6")
    except (ImportError, ValueError, OSError) as error:
        return str(error)
    return None


def main():
    if sys.argv[4:5] == [INSIDE]:
        compare(int(sys.argv[5]))
        return
    missing = is_missing()
    if missing is not None:
        print("not there: %s" % missing)
        sys.exit(77)
    measure.show_machine()
    services = [word for name in SERVICES for word in ("--service", name)]
    for count in sys.argv[4:] or COUNTS:
        subprocess.run([sys.executable, RUNNER, *services, sys.executable, __file__, *sys.argv[1:4], INSIDE, str(count)], check=True)


main()
