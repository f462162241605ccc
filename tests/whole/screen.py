# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the screen: sees what a screen reader is told (AT-SPI), and has a keyboard and a mouse (XTEST). Runs inside display.py --a11y --wm openbox."""

import contextlib
import os
import re
import shutil
import subprocess
import time

import tap

# Before what else brings GLib, which would be as strict here as in the program.
import accessibility  # isort: skip

PATIENCE = 120

TOOLS = ("xdotool", "openbox")


def run(checks, *tools, around=contextlib.nullcontext):
    """Runs pairs of a name and a check, those alone whose name has what CONVENE_TEST_ONLY says, `around` them what all of them need; nothing where a tool is
    not installed. What another program on the screen spoils is tried again."""
    missing = [tool for tool in (*TOOLS, *tools) if shutil.which(tool) is None]
    if missing:
        print(f"1..0 # SKIP {', '.join(missing)} is not installed")
        return
    with around():
        tap.run([(name, check) for name, check in checks if os.environ.get("CONVENE_TEST_ONLY", "") in name], attempts=2)


class Screen:
    """The started program's windows."""

    def __init__(self, process):
        self.process = process
        self.bus = accessibility.Bus()
        self.root = None
        self.root = self.wait(self.find_program, "the program on the accessibility bus")

    def leave(self):
        """Waits for the program's own end, which has to be a good one."""
        status = self.process.wait(PATIENCE)
        assert status == 0, f"the program ended with {status}"

    def is_program(self, program):
        return self.bus.find_process(program.place[0]) == self.process.pid

    def find_program(self):
        """What the started program tells of itself, as soon as it has a window."""
        found = next(filter(self.is_program, self.bus.programs()), None)
        return found if found is not None and found.children else None

    def wait(self, question, what, patience=PATIENCE):
        end = time.monotonic() + patience
        while True:
            answer = question()
            if answer:
                return answer
            assert self.process.poll() is None, f"the program ended with {self.process.returncode} before there was {what}"
            if time.monotonic() > end:
                raise TimeoutError(f"there was no {what}; on the screen:\n{self.describe()}")
            time.sleep(0.02)

    def windows(self):
        return [window for window in self.root.children if window.role in ("frame", "window", "dialog")]

    def window(self, title, patience=PATIENCE):
        return self.wait(lambda: next((window for window in self.windows() if window.name == title), None), f"window {title!r}", patience)

    def find_all(self, name=None, role=None, inside=None, text=None, back=False):
        """Sights of all things with such a name (a regular expression that fits the whole of it)."""
        for sight in (inside or self.root).walk(back):
            if role is not None and sight.role != role:
                continue
            if name is not None and not re.fullmatch(name, sight.name):
                continue
            if text is not None and not re.search(text, sight.node.text or ""):
                continue
            yield sight

    def find(self, name=None, role=None, inside=None, text=None, back=False):
        """The first of them, or None. From the end, what lies over the rest is the first."""
        return next((sight.node for sight in self.find_all(name, role, inside, text, back)), None)

    def see(self, name=None, role=None, inside=None, text=None, patience=PATIENCE, back=False):
        return self.wait(lambda: self.find(name, role, inside, text, back), f"{role or 'thing'} {name!r} {text or ''}", patience)

    def see_toast(self, words):
        """What is there for some seconds only, which is not longer where all else takes longer."""
        return self.see(f".*{words}.*", "label", back=True)

    def see_words(self, words, inside=None, patience=PATIENCE):
        """Something whose name, description or text has such words."""

        def look():
            sights = list((inside or self.root).walk())
            said = next((sight.node for sight in sights if re.search(words, sight.name) or re.search(words, sight.description)), None)
            if said is not None:
                return said
            return next((sight.node for sight, text in zip(sights, self.bus.read_texts(sights)) if re.search(words, text or "")), None)

        return self.wait(look, f"words {words!r}", patience)

    def focused(self, inside=None):
        """Where the keyboard's focus is, as far as it is told."""
        for sight in (inside or self.root).walk():
            if "focused" in sight.states and sight.role not in ("frame", "window", "application"):
                return sight.node
        return None

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

    def see_still(self, node):
        """Where it is, once nothing moves it any more: what has just come may still be scrolled to."""

        def look():
            before = node.look().extents
            time.sleep(0.1)
            return before if before == node.look().extents else None

        return self.wait(look, f"place for {node}")

    def find_corner(self):
        """Where on the screen a window's own places begin, of the one that has the keyboard's focus: what is in it stands in the middle of what it draws, which
        has an edge around it. GTK 4.18 has a place for the edge, too, and GTK 4.8 none."""
        answer = subprocess.run(["xdotool", "getactivewindow", "getwindowgeometry", "--shell"], check=True, capture_output=True, text=True).stdout
        told = {name: int(value) for name, value in (line.split("=") for line in answer.split())}
        window = self.wait(lambda: next((window.look() for window in self.windows() if "active" in window.states), None), "window with the keyboard's focus")
        left, top, width, height = window.children[0].extents
        return told["X"] + (told["WIDTH"] - width) // 2 - left, told["Y"] + (told["HEIGHT"] - height) // 2 - top

    def click(self, x, y, times=1):
        """With the mouse, at a place of that window."""
        left, top = self.find_corner()
        subprocess.run(["xdotool", "mousemove", str(left + x), str(top + y), "click", "--repeat", str(times), "--delay", "60", "1"], check=True)

    def drag(self, x, y, down, *keys):
        """From a place of that window so much further down, step by step as a hand does it. Keys are pressed before it lets go."""
        left, top = self.find_corner()
        words = ["mousemove", str(left + x), str(top + y), "mousedown", "1"]
        for step in range(1, 6):
            words += ["mousemove", str(left + x), str(top + y + down * step // 5), "sleep", "0.02"]
        subprocess.run(["xdotool", *words, *(["key", *keys] if keys else []), "mouseup", "1"], check=True)

    def entry_with_caret(self, entries):
        """The one of them that has the keyboard's focus, or None. GTK 4.8 does not tell of the focus inside of libadwaita's rows, so it is tried out: a
        letter at the end, and taken away again."""
        before = self.bus.read_texts(entries)
        self.key("End", "x")
        end = time.monotonic() + 1
        found = None
        while found is None and time.monotonic() < end:
            found = next((place for place, text in enumerate(self.bus.read_texts(entries)) if text != before[place]), None)
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
        # A GtkMenuButton lies around the button that has the focus.
        found = self.wait(lambda: list(self.find_all(name, role, inside)), f"{role or 'thing'} {name!r}")
        target = next((sight.node for sight in found if "focusable" in sight.states), found[0].node)
        entries = []
        if target.text is not None:
            entries = [target] + [sight.node for sight in (inside or self.root).walk() if "editable" in sight.states and sight.node != target]
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
        if self.root is None:
            return "nothing"
        lines = []

        def add(sight, texts, depth):
            states = ",".join(sorted(sight.states & {"focused", "checked", "selected", "expanded", "sensitive", "editable"}))
            text = texts[sight.place]
            lines.append("  " * depth + f"[{sight.role}] {sight.name!r} {sight.description!r}"
                         + (f" text {text!r}" if text is not None else "") + f" {sight.extents} {states}")
            for child in sight.children:
                add(child, texts, depth + 1)

        for window in self.root.children:
            sights = list(window.walk())
            if sights:
                add(sights[0], dict(zip((sight.place for sight in sights), self.bus.read_texts(sights))), 0)
        return "\n".join(lines or ["no window"])

    def picture(self, path):
        """The whole screen, for a person who looks into a failure."""
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", path], check=False)


def screen_variables():
    """What a program needs of this session to be on its screen."""
    names = ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "GSK_RENDERER", "GDK_DEBUG", "GDK_BACKEND", "GTK_A11Y", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")
    return {name: os.environ[name] for name in names if name in os.environ}
