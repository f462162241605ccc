# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program tells a screen reader (AT-SPI). It is asked on the accessibility bus itself: many questions are on their way at once, so that a look at a
whole window takes as long as a few of them, and a program that is slow to answer is never taken for one that is gone."""

import os

# libatspi, of which nothing but its lists is used here, would be as strict as the program.
os.environ.pop("G_DEBUG", None)

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

# In milliseconds, for an answer: a machine may be slow.
PATIENCE = 60000

ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
COMPONENT = "org.a11y.atspi.Component"
APPLICATION = "org.a11y.atspi.Application"
PROPERTIES = "org.freedesktop.DBus.Properties"
TEXT = "org.a11y.atspi.Text"
ROOT = "/org/a11y/atspi/accessible/root"

ALL = (PROPERTIES, "GetAll", GLib.Variant("(s)", (ACCESSIBLE,)))
COUNT = (PROPERTIES, "Get", GLib.Variant("(ss)", (ACCESSIBLE, "ChildCount")))
EXTENTS = (COMPONENT, "GetExtents", GLib.Variant("(u)", (int(Atspi.CoordType.WINDOW),)))
LENGTH = (PROPERTIES, "Get", GLib.Variant("(ss)", (TEXT, "CharacterCount")))
ROLE = (ACCESSIBLE, "GetRole", None)
STATES = (ACCESSIBLE, "GetState", None)

STATE_NAMES = {int(state): Atspi.StateType(state).value_nick for state in range(int(Atspi.StateType.LAST_DEFINED))}

# Kinds of a thing that newer toolkits call otherwise.
OTHER_ROLES = {"push button": "button"}

# For what has no place of its own.
SOME = (0, 0, 1, 1)


def read_role(answer):
    try:
        name = Atspi.role_get_name(Atspi.Role(answer[0])) if answer else ""
    except ValueError:
        name = f"role {answer[0]}"
    return OTHER_ROLES.get(name, name)


def read_states(answer):
    bits = sum(part << 32 * place for place, part in enumerate(answer[0])) if answer else 0
    return {name for bit, name in STATE_NAMES.items() if bits >> bit & 1}


def read_name(answer):
    """Without the mark of a mnemonic, which GTK 4.8 tells as a text of its own: "_Back Back"."""
    name = (answer[0] if answer else "").replace("_", "")
    half = len(name) // 2
    return name[:half] if len(name) % 2 and name[half] == " " and name[:half] == name[half + 1:] else name


class Bus:
    """The accessibility bus of this session."""

    def __init__(self):
        address = Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, Gio.DBusCallFlags.NONE, PATIENCE, None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags)
        self.context = GLib.MainContext()

    def ask(self, questions):
        """What is answered to each (place, (interface, method, arguments)), None where nothing is."""
        answers = [None] * len(questions)
        left = set(range(len(questions)))

        def answered(connection, result, at):
            left.discard(at)
            try:
                answers[at] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass

        self.context.push_thread_default()
        try:
            for at, ((name, path), (interface, method, arguments)) in enumerate(questions):
                self.connection.call(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, PATIENCE, None, answered, at)
            while left:
                self.context.iteration(True)
        finally:
            self.context.pop_thread_default()
        return answers

    def find_process(self, name):
        """Of somebody on the bus, or None."""
        question = ("org.freedesktop.DBus", "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))
        answer = self.ask([(("org.freedesktop.DBus", "/org/freedesktop/DBus"), question)])[0]
        return answer[0] if answer else None

    def read_version(self, program):
        """Of the program's toolkit, such as (4, 8)."""
        answer = self.ask([(program.place, (PROPERTIES, "Get", GLib.Variant("(ss)", (APPLICATION, "Version"))))])[0]
        return tuple(int(part) for part in answer[0].split(".")[:2])

    def programs(self):
        """All that have told of themselves."""
        return Node(self, ("org.a11y.atspi.Registry", ROOT)).children

    def find_children(self, places, counts):
        """Of each. Not by GetChildren (), where GTK 4.8 leaves out the pages of a stack, by whose names one hears where one is."""
        asked = [(at, (ACCESSIBLE, "GetChildAtIndex", GLib.Variant("(i)", (number,)))) for at, count in enumerate(counts) for number in range(count)]
        found = [[] for _ in places]
        for (at, _), answer in zip(asked, self.ask([(places[at], question) for at, question in asked])):
            if answer:
                found[at].append(Node(self, tuple(answer[0])))
        return found

    def read_texts(self, things):
        """What stands in each, None for what is no text."""
        lengths = self.ask([(thing.place, LENGTH) for thing in things])
        asked = [(thing, (TEXT, "GetText", GLib.Variant("(ii)", (0, length[0])))) for thing, length in zip(things, lengths) if length]
        texts = {thing.place: text[0] for (thing, _), text in zip(asked, self.ask([(thing.place, question) for thing, question in asked])) if text}
        return [texts.get(thing.place) for thing in things]


class Node:
    """One thing on the screen, which is asked each time. It may be gone at any time: then it has nothing."""

    def __init__(self, bus, place):
        self.bus = bus
        self.place = place

    def __eq__(self, other):
        return isinstance(other, Node) and self.place == other.place

    def __hash__(self):
        return hash(self.place)

    def ask(self, question):
        return self.bus.ask([(self.place, question)])[0]

    @property
    def role(self):
        return read_role(self.ask(ROLE))

    @property
    def name(self):
        return read_name(self.ask((PROPERTIES, "Get", GLib.Variant("(ss)", (ACCESSIBLE, "Name")))))

    @property
    def description(self):
        answer = self.ask((PROPERTIES, "Get", GLib.Variant("(ss)", (ACCESSIBLE, "Description"))))
        return answer[0] if answer else ""

    @property
    def states(self):
        return read_states(self.ask(STATES))

    @property
    def text(self):
        """What stands in it, or None where it is no text."""
        return self.bus.read_texts([self])[0]

    @property
    def children(self):
        count = self.ask(COUNT)
        return self.bus.find_children([self.place], [count[0] if count else 0])[0]

    def look(self):
        """What is seen of it and all below it now, or None."""
        return look(self)

    def walk(self, back=False):
        """What is seen of it and all below it now: as one reads, or each thing's last part first. Sights do not change, but have the thing itself."""
        sight = look(self)
        return sight.walk(back) if sight else iter(())

    def press(self):
        answer = self.ask((ACTION, "DoAction", GLib.Variant("(i)", (0,))))
        return bool(answer) and answer[0]

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"


class Sight:
    """How a thing was when somebody looked."""

    def __init__(self, node, answers):
        properties, role, states, extents = answers
        self.node = node
        told = properties[0] if properties else {}
        self.name = read_name((told.get("Name", ""),))
        self.description = told.get("Description", "")
        self.count = told.get("ChildCount", 0)
        self.role = read_role(role)
        self.states = read_states(states)
        self.extents = extents[0] if extents else None
        self.children = []

    @property
    def place(self):
        return self.node.place

    @property
    def is_seen(self):
        return self.role == "application" or ("visible" in self.states and (self.extents or SOME)[2:] != (0, 0))

    def walk(self, back=False):
        yield self
        for child in reversed(self.children) if back else self.children:
            yield from child.walk(back)

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"


def look_at(bus, nodes):
    questions = (ALL, ROLE, STATES, EXTENTS)
    answers = bus.ask([(node.place, question) for node in nodes for question in questions])
    return [Sight(node, answers[at * len(questions):(at + 1) * len(questions)]) for at, node in enumerate(nodes)]


def look(node):
    """Level by level, each of them at once; what cannot be seen is left out with all that is in it."""
    first = look_at(node.bus, [node])[0]
    level = [first] if first.is_seen else []
    while level:
        found = node.bus.find_children([sight.place for sight in level], [sight.count for sight in level])
        below = [(parent, child) for parent, children in zip(level, found) for child in children]
        level = []
        for (parent, _), child in zip(below, look_at(node.bus, [child for _, child in below])):
            if child.is_seen:
                parent.children.append(child)
                level.append(child)
    return first if first.is_seen else None
