#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-search-provider.py CONVENE SOURCE, inside display.py: the program as GNOME Shell searches in it, started by the session bus for that alone. Where it
is on the bus stands in the files that are installed."""

import configparser
import contextlib
import datetime
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import time

import browser
import program
import screen
import tap

try:
    from gi.repository import Gio, GLib
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(0)

CONVENE, DATA = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
ID = "io.github.conveneapp.Convene"
INTERFACE = "org.gnome.Shell.SearchProvider2"
SERVICES = pathlib.Path(os.environ["DBUS_SESSION_BUS_ADDRESS"].removeprefix("unix:path=").split(",")[0]).parent / "services"

provider = configparser.RawConfigParser(strict=True, delimiters="=", comment_prefixes="#")
provider.optionxform = str
provider.read(DATA / f"{ID}.search-provider.ini", encoding="utf-8")
place = provider["Shell Search Provider"]
bus = Gio.bus_get_sync(Gio.BusType.SESSION)


def call(method, parameters, name=place["BusName"], path=place["ObjectPath"], interface=INTERFACE):
    return bus.call_sync(name, path, interface, method, parameters, None, Gio.DBusCallFlags.NONE, program.PATIENCE * 1000, None).unpack()


def ask_bus(method, name):
    return call(method, GLib.Variant("(s)", (name,)), "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")[0]


def runs():
    return ask_bus("NameHasOwner", ID)


def search(*terms):
    return call("GetInitialResultSet", GLib.Variant("(as)", (terms,)))[0]


def narrow(previous, *terms):
    return call("GetSubsearchResultSet", GLib.Variant("(asas)", (previous, terms)))[0]


def describe(uids):
    return [(meta["id"], meta["name"], meta["description"]) for meta in call("GetResultMetas", GLib.Variant("(as)", (uids,)))[0]]


def choose(uid, *terms):
    call("ActivateResult", GLib.Variant("(sasu)", (uid, terms, 0)))


def windows(title):
    """How many windows of that title are on the screen."""
    done = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"], capture_output=True, text=True, check=False)
    return len(done.stdout.split())


def in_minutes(minutes):
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=minutes)).strftime("%Y-%m-%d %H:%M")


class Desk:
    """A person's folders, and the session bus that starts the program in them."""

    def __init__(self):
        self.profile = program.Profile(CONVENE, "--json", **screen.screen_variables())
        home = self.profile.folder / "home"
        browser.install(self.profile.folder, home / "data", home / "config")
        for file in (home / "config" / "mimeapps.list", home / "data" / "applications" / "test-browser.desktop"):
            file.write_text(file.read_text().replace("scheme-handler/http", "scheme-handler/https"))
        # What the bus starts has the bus's environment, and not this one.
        variables = {**self.profile.environment, "XDG_CONFIG_HOME": str(home / "config"), "G_DEBUG": "fatal-criticals"}
        command = shlex.join(["/usr/bin/env", "-i", *(f"{name}={value}" for name, value in variables.items()), CONVENE, "--gapplication-service"])
        self.service = SERVICES / f"{ID}.service"
        self.service.write_text(f"[D-BUS Service]\nName={ID}\nExec={command}\n")
        call("ReloadConfig", None, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")

    def schedule(self, candidate, start, **options):
        options = {"platform": "link", "link": "https://example.com/room", "candidate": f"{candidate} <someone@example.com>", "timezone": "UTC", **options}
        return self.profile.expect(*program.schedule("Staff Engineer", start, no_mail=True, **options))["uid"]

    def close(self):
        self.service.unlink()
        if runs():
            # It may be gone before it answers.
            with contextlib.suppress(GLib.Error):
                call("Activate", GLib.Variant("(sava{sv})", ("quit", [], {})), ID, "/" + ID.replace(".", "/"), "org.gtk.Actions")
            program.wait_until(lambda: not runs(), "the end of the program")
        self.profile.close()


@contextlib.contextmanager
def at_desk():
    desk = Desk()
    try:
        yield desk
    finally:
        desk.close()


def check_found():
    """Started by the question itself, it answers, and shows no window until something is chosen."""
    with at_desk() as desk:
        maria = desk.schedule("María García", program.next_year(12, 1, "16:00"))
        other = desk.schedule("Maria Example", program.next_year(12, 2, "10:00"))
        complaints = [] if not runs() else ["it runs before it is asked"]
        asked = [(search("mari"), [maria, other]), (search("mari", "4", "pm"), [maria]), (narrow([maria, other], "maria", "gar"), [maria]), (search("nobody"), []),
                 (search("staff", "engineer"), [maria, other])]
        complaints += [f"{found} was found, not {wanted}" for found, wanted in asked if found != wanted]
        told = describe([other, "nothing", maria])
        if [told[0][:2], told[1][:2]] != [(other, "Maria Example"), (maria, "María García")] or "Staff Engineer" not in told[1][2] or "16:00" not in told[1][2]:
            complaints.append(f"described as {told}")
        if len(describe([maria] * 5000)) != 10:
            complaints.append("more is described than a search finds")
        if search("a," * 100000) or search("9 " * 100000):
            complaints.append("nonsense is found")
        if windows("Convene"):
            complaints.append("a window nobody asked for")
        choose(maria, "maria")
        program.wait_until(lambda: windows("Convene"), "the window")
        return complaints


def check_join():
    """Ten minutes before, choosing it leads to the meeting, and no window comes in between."""
    with at_desk() as desk:
        uid = desk.schedule("Ada Example", in_minutes(5))
        told = describe(search("ada"))
        complaints = [] if len(told) == 1 and told[0][2].startswith("Join now") else [f"described as {told}"]
        choose(uid)
        opened = desk.profile.folder / "opened"
        program.wait_until(opened.exists, "the browser")
        return complaints + ([] if opened.read_text().strip() == "https://example.com/room" else [opened.read_text()])


def check_launched():
    """The whole search opens in the window."""
    with at_desk():
        call("LaunchSearch", GLib.Variant("(asu)", (("maria", "garcía"), 0)))
        program.wait_until(lambda: windows("Convene"), "the window")
        return []


def check_leaves():
    """Where nothing is due, a search keeps the process for a while only; and in a profile that cannot be opened nothing is found: what is chosen of
    before shows the window with the reason."""
    with at_desk() as desk:
        complaints = [f"{search('maria')} was found"] if search("maria") else []
        time.sleep(6)
        if not runs():
            complaints.append("it left at once")
        program.wait_until(lambda: not runs(), "its end")
        (desk.profile.data / "convene.db").write_bytes(b"no database at all " * 1000)
        for file in desk.profile.data.glob("convene.db-*"):
            file.unlink()
        if search("maria") or describe(["uid"]):
            complaints.append("a damaged profile answers")
        if windows("Convene"):
            complaints.append("a damaged profile shows a window that nobody asked for")
        choose("uid")
        program.wait_until(lambda: windows("Convene"), "the window that says why")
        return complaints


def check_practice():
    """Its interviews are invented."""
    profile = program.Profile(CONVENE, "--practice", **screen.screen_variables())
    try:
        process = profile.start_window()
        with program.ended(process):
            program.wait_until(lambda: windows(r"Convene \(Practice\)"), "the window")
            with contextlib.suppress(GLib.Error):
                call("GetInitialResultSet", GLib.Variant("(as)", (("a",),)), f"{ID}.Practice", place["ObjectPath"].replace("Convene", "Convene/Practice"))
                return ["practice answers"]
            process.terminate()
            process.wait(program.PATIENCE)
        return []
    finally:
        profile.close()


def main():
    missing = [tool for tool in ("xdotool",) if shutil.which(tool) is None]
    if missing:
        print(f"1..0 # SKIP {', '.join(missing)} is not installed")
        return
    checks = [
        ("O-14 found by the search of the desktop", check_found),
        ("O-14 joined from the search of the desktop", check_join),
        ("O-14 the whole search in the window", check_launched),
        ("O-14 a search keeps nothing running", check_leaves),
        ("O-14 practice is not searched", check_practice),
    ]
    only = os.environ.get("CONVENE_TEST_ONLY", "")
    tap.run([(name, check) for name, check in checks if only in name])


main()
