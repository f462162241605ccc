# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the screen: sees what a screen reader is told (AT-SPI), and has a keyboard (XTEST). Runs inside display.py --a11y."""

import os
import re
import shutil
import subprocess
import time

# libatspi warns of programs that it asks too early, which is nothing to end a test for.
os.environ.pop("G_DEBUG", None)

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 120

# In milliseconds, for an answer and for a program's start: a machine may be slow.
Atspi.set_timeout(30000, 60000)

TOOLS = ("xdotool", "openbox")

# For what has no place of its own.
SOME = (0, 0, 1, 1)

# Kinds of a thing that newer toolkits call otherwise.
ROLES = {"push button": "button"}


def missing_tools():
    return [tool for tool in TOOLS if shutil.which(tool) is None]


class Node:
    """One thing on the screen as it is told to a screen reader. It may be gone at any time: then it has nothing."""

    def __init__(self, accessible):
        self.accessible = accessible

    def __eq__(self, other):
        return isinstance(other, Node) and self.accessible == other.accessible

    def __hash__(self):
        return hash(self.accessible)

    def ask(self, question, otherwise):
        try:
            answer = question(self.accessible)
        except GLib.Error:
            return otherwise
        return otherwise if answer is None else answer

    @property
    def role(self):
        role = self.ask(Atspi.Accessible.get_role_name, "")
        return ROLES.get(role, role)

    @property
    def name(self):
        """Without the mark of a mnemonic, which GTK 4.8 tells as a text of its own: "_Back Back"."""
        name = self.ask(Atspi.Accessible.get_name, "").replace("_", "")
        half = len(name) // 2
        return name[:half] if len(name) % 2 and name[half] == " " and name[:half] == name[half + 1:] else name

    @property
    def description(self):
        return self.ask(Atspi.Accessible.get_description, "")

    @property
    def states(self):
        found = self.ask(Atspi.Accessible.get_state_set, None)
        return {state.value_nick for state in found.get_states()} if found else set()

    @property
    def text(self):
        """What stands in it, or None where it is no text."""
        face = self.ask(Atspi.Accessible.get_text_iface, None)
        if face is None:
            return None
        try:
            return Atspi.Text.get_text(face, 0, Atspi.Text.get_character_count(face))
        except GLib.Error:
            return None

    @property
    def extents(self):
        """x, y, width and height in its window."""
        face = self.ask(Atspi.Accessible.get_component_iface, None)
        try:
            box = Atspi.Component.get_extents(face, Atspi.CoordType.WINDOW) if face else None
        except GLib.Error:
            return None
        return (box.x, box.y, box.width, box.height) if box else None

    @property
    def actions(self):
        face = self.ask(Atspi.Accessible.get_action_iface, None)
        try:
            return [Atspi.Action.get_action_name(face, at) for at in range(Atspi.Action.get_n_actions(face))] if face else []
        except GLib.Error:
            return []

    @property
    def children(self):
        count = self.ask(Atspi.Accessible.get_child_count, 0)
        found = [self.ask(lambda thing, at=at: thing.get_child_at_index(at), None) for at in range(count)]
        return [Node(child) for child in found if child is not None]

    def walk(self, visible=True, back=False):
        """It and all below it, as one reads, or each thing's last part first; what cannot be seen is left out with all that is in it."""
        if visible and self.role != "application" and ("visible" not in self.states or (self.extents or SOME)[2:] == (0, 0)):
            return
        yield self
        for child in reversed(self.children) if back else self.children:
            yield from child.walk(visible, back)

    def press(self):
        face = self.ask(Atspi.Accessible.get_action_iface, None)
        return bool(face) and Atspi.Action.do_action(face, 0)

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"


class Screen:
    """The started program's windows."""

    def __init__(self, process):
        self.process = process
        self.manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.root = None
        self.root = self.wait(self.find_program, "the program on the accessibility bus")

    def close(self):
        self.manager.kill()
        self.manager.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def leave(self):
        """Waits for the program's own end, which has to be a good one."""
        status = self.process.wait(PATIENCE)
        assert status == 0, f"the program ended with {status}"

    def find_program(self):
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(at)
            try:
                if program is not None and program.get_process_id() == self.process.pid:
                    # What is remembered of a window from before it was shown would stay.
                    program.set_cache_mask(Atspi.Cache.NONE)
                    return Node(program) if Node(program).children else None
            except GLib.Error:
                continue
        assert self.process.poll() is None, f"the program ended with {self.process.returncode}"
        return None

    def look_again(self):
        """A program that is slow to answer may be taken for one that is gone."""
        if self.root is not None and not self.root.children:
            self.root = self.find_program() or self.root

    def wait(self, question, what, patience=PATIENCE):
        end = time.monotonic() + patience
        while True:
            answer = question()
            if answer:
                return answer
            assert self.process.poll() is None, f"the program ended with {self.process.returncode} before there was {what}"
            self.look_again()
            if time.monotonic() > end:
                raise TimeoutError(f"there was no {what}; on the screen:\n{self.describe()}")
            time.sleep(0.02)

    def windows(self):
        return [window for window in self.root.children if window.role in ("frame", "window", "dialog")]

    def window(self, title, patience=PATIENCE):
        return self.wait(lambda: next((window for window in self.windows() if window.name == title), None), f"window {title!r}", patience)

    def find(self, name=None, role=None, inside=None, text=None, back=False):
        """The first thing with such a name (a regular expression that fits the whole of it), or None. Looked for from the end, what lies over the rest is
        found at once; to look at everything takes long."""
        for node in (inside or self.root).walk(back=back):
            if role is not None and node.role != role:
                continue
            if name is not None and not re.fullmatch(name, node.name):
                continue
            if text is not None and not re.search(text, node.text or ""):
                continue
            return node
        return None

    def see(self, name=None, role=None, inside=None, text=None, patience=PATIENCE, back=False):
        return self.wait(lambda: self.find(name, role, inside, text, back), f"{role or 'thing'} {name!r} {text or ''}", patience)

    def see_toast(self, words):
        """What is there for some seconds only, which is not longer where all else takes longer."""
        return self.see(f".*{words}.*", "label", back=True)

    def see_words(self, words, inside=None, patience=PATIENCE):
        """Something whose name, description or text has such words."""

        def look():
            for node in (inside or self.root).walk():
                if any(re.search(words, part or "") for part in (node.name, node.description, node.text)):
                    return node
            return None

        return self.wait(look, f"words {words!r}", patience)

    def focused(self, inside=None):
        """Where the keyboard's focus is, as far as it is told."""
        inside = inside or self.root
        states = inside.states
        if "focused" in states and inside.role not in ("frame", "window", "application"):
            return inside
        if states and "visible" not in states:
            return None
        return next(filter(None, map(self.focused, inside.children)), None)

    def key(self, *keys, delay=12):
        subprocess.run(["xdotool", "key", "--delay", str(delay), *keys], check=True)

    def type(self, text):
        """Types like somebody quick; line breaks are Return. ASCII alone: for any other letter the keyboard is remapped under the program's feet, which then
        misses some."""
        assert text.isascii(), text
        for number, line in enumerate(text.split("\n")):
            if number:
                self.key("Return")
            if line:
                subprocess.run(["xdotool", "type", "--delay", "6", "--", line], check=True)

    def entry_with_caret(self, entries):
        """The one of them that has the keyboard's focus, or None. GTK 4.8 does not tell of the focus inside of libadwaita's rows, so it is tried out: a
        letter at the end, and taken away again."""
        before = [entry.text for entry in entries]
        self.key("End", "x")
        end = time.monotonic() + 1
        found = None
        while found is None and time.monotonic() < end:
            found = next((place for place, entry in enumerate(entries) if entry.text != before[place]), None)
        self.key("BackSpace")
        if found is None:
            return None
        self.wait(lambda: entries[found].text == before[found], f"the text {before[found]!r} again")
        return entries[found]

    def is_at(self, target, entries):
        """Whether the keyboard's focus is there."""
        if "focused" in target.states:
            return True
        return target in entries and self.focused() is None and self.entry_with_caret(entries) is target

    def tab_to(self, name, role=None, inside=None, back=False, most=40):
        """By Tab alone, as somebody without a mouse gets there."""
        target = self.see(name, role, inside)
        entries = [target] + [node for node in (inside or self.root).walk() if "editable" in node.states and node != target] if target.text is not None else []
        for _ in range(most):
            if self.is_at(target, entries):
                return target
            self.key("shift+Tab" if back else "Tab")
            time.sleep(0.03)
        raise TimeoutError(f"Tab does not lead to {target}; on the screen:\n{self.describe()}")

    def fill(self, name, text, inside=None):
        """Goes to an entry and puts a text in place of what is there."""
        target = self.tab_to(name, "text", inside)
        self.key("ctrl+a")
        self.type(text)
        self.wait(lambda: target.text == text, f"text {text!r} in {target}, which has {target.text!r}")

    def describe(self):
        lines = []
        if self.root is None:
            return "nothing"

        def add(node, depth):
            if node.role != "application" and ("visible" not in node.states or (node.extents or SOME)[2:] == (0, 0)):
                return
            text = node.text
            states = ",".join(sorted(node.states & {"focused", "checked", "selected", "expanded", "sensitive", "editable"}))
            lines.append("  " * depth + f"[{node.role}] {node.name!r} {node.description!r}"
                         + (f" text {text!r}" if text is not None else "") + f" {node.extents} {states}")
            for child in node.children:
                add(child, depth + 1)

        for window in self.root.children:
            add(window, 0)
        if not lines:
            lines.append(f"no window; the program says {self.root.ask(lambda thing: f'it has {thing.get_child_count()}', 'nothing')}")
        return "\n".join(lines)

    def picture(self, path):
        """The whole screen, for a person who looks into a failure."""
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", path], check=False)


def screen_variables():
    """What a program needs of this session to be on its screen."""
    names = ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "GSK_RENDERER", "GDK_DEBUG", "GDK_BACKEND", "GTK_A11Y", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")
    return {name: os.environ[name] for name in names if name in os.environ}
