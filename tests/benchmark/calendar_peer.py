# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""GNOME's calendar: where its events live, and what belongs to it."""

import os

import gi

gi.require_version("ECal", "2.0")
gi.require_version("EDataServer", "1.2")
gi.require_version("ICalGLib", "3.0")

from gi.repository import ECal, EDataServer, ICalGLib

AT_ONCE = 1000 # events of a call, far below what a message of D-Bus may hold
FOREVER = 0xffffffff
SERVERS = ("evolution-source-registry", "evolution-calendar-factory")


def split(text):
    """The VEVENTs of a calendar, each as text."""
    return ["BEGIN:VEVENT" + piece.partition("END:VEVENT")[0] + "END:VEVENT\r\n" for piece in text.split("BEGIN:VEVENT")[1:]]


def add_zones(client, text):
    """An event names its zone, which its calendar must know."""
    for piece in text.split("BEGIN:VTIMEZONE")[1:]:
        zone = ICalGLib.Timezone.new()
        zone.set_component(ICalGLib.Component.new_from_string("BEGIN:VTIMEZONE" + piece.partition("END:VTIMEZONE")[0] + "END:VTIMEZONE\r\n"))
        client.add_timezone_sync(zone, None)


def put(text):
    """Puts the events of a calendar file into the person's own calendar; answers how many there were."""
    registry = EDataServer.SourceRegistry.new_sync(None)
    client = ECal.Client.connect_sync(registry.ref_builtin_calendar(), ECal.ClientSourceType.EVENTS, FOREVER, None)
    add_zones(client, text)
    events = split(text)
    taken = 0
    for at in range(0, len(events), AT_ONCE):
        pieces = [ICalGLib.Component.new_from_string(event) for event in events[at:at + AT_ONCE]]
        taken += len(client.create_objects_sync(pieces, ECal.OperationFlags.NONE, None)[1])
    return taken


def find_servers():
    """The ids of the processes that keep the events, of this session's bus alone."""
    bus = ("DBUS_SESSION_BUS_ADDRESS=" + os.environ["DBUS_SESSION_BUS_ADDRESS"]).encode() # a daemon adds its guid
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/cmdline" % name, "rb") as file:
                command = os.path.basename(file.read().split(b"\0")[0]).decode(errors="replace")
            with open("/proc/%s/environ" % name, "rb") as file:
                variables = file.read().split(b"\0")
        except OSError:
            continue
        if command.startswith(SERVERS) and any(variable.startswith(bus) for variable in variables):
            found.append(int(name))
    return found
