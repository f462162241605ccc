# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Secret Service of the session holds, asked for without the library that the program asks with."""

import contextlib
import os
import subprocess

from gi.repository import Gio, GLib

import program

NAME = "org.freedesktop.secrets"
PATH = "/org/freedesktop/secrets"
SCHEMA = "io.github.conveneapp.Convene"


def call(path, interface, method, arguments):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return bus.call_sync(NAME, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 30000, None).unpack()


def ask(path, interface, name):
    return call(path, "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (interface, name)))[0]


def list_items():
    """The attributes of every item of the program, in every keyring."""
    items = []
    for collection in ask(PATH, "org.freedesktop.Secret.Service", "Collections"):
        for item in ask(collection, "org.freedesktop.Secret.Collection", "Items"):
            attributes = ask(item, "org.freedesktop.Secret.Item", "Attributes")
            if attributes.get("xdg:schema") == SCHEMA or attributes.get("account"):
                items.append(attributes)
    return items


def lock():
    """Locks every keyring, as a person's session does when they leave."""
    collections = [path for path in ask(PATH, "org.freedesktop.Secret.Service", "Collections") if not path.endswith("/session")]
    call(PATH, "org.freedesktop.Secret.Service", "Lock", GLib.Variant("(ao)", (collections,)))
    for collection in collections:
        assert ask(collection, "org.freedesktop.Secret.Collection", "Locked")


@contextlib.contextmanager
def daemon():
    """A keyring of one's own on a session bus that has none: open, as it is after a person's login."""
    environment = {name: value for name, value in os.environ.items() if name != "G_DEBUG"}
    process = subprocess.Popen(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"], env=environment, stdin=subprocess.PIPE,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with program.ended(process):
        process.stdin.write(b"pass")
        process.stdin.close()
        program.wait_until(is_open, "the keyring")
        yield


def is_open():
    try:
        return not ask(f"{PATH}/collection/login", "org.freedesktop.Secret.Collection", "Locked")
    except GLib.Error:
        return False
