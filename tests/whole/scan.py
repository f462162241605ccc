# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for secrets where none may be: in files, in what programs say, in their arguments and environments."""

import base64
import contextlib
import json
import os
import pathlib
import sqlite3
import threading
import time
import urllib.parse

# Of a long secret, such as a token whose beginning is everybody's, its end is as telling as the whole.
TELLING = 24


def encode_base64(octets):
    """As it stands in the base64 of anything that it is a part of: at each of three places, without the edges that depend on what is beside it."""
    for shift in range(3):
        whole = base64.b64encode(bytes(shift) + octets)
        piece = whole[-(-shift * 8 // 6):(shift + len(octets)) * 8 // 6]
        yield piece
        yield piece.translate(bytes.maketrans(b"+/", b"-_"))


def encode_percent(text):
    quoted = urllib.parse.quote(text, safe="")
    yield quoted.encode()
    yield urllib.parse.quote_plus(text).encode()
    yield urllib.parse.quote(quoted, safe="").encode()
    yield "".join(f"%{octet:02X}" for octet in text.encode()).encode()


def encode_all(text):
    """Octets under which a secret may hide, by how it hides."""
    forms = [("raw", text.encode()), ("UTF-16LE", text.encode("utf-16-le")), ("UTF-16BE", text.encode("utf-16-be")), ("hexadecimal", text.encode().hex().encode())]
    forms += [("base64", octets) for octets in encode_base64(text.encode())]
    forms += [("base64 of UTF-16", octets) for octets in encode_base64(text.encode("utf-16-le"))]
    forms += [("percent", octets) for octets in encode_percent(text)]
    forms += [("JSON", json.dumps(text)[1:-1].encode()), ("JSON", json.dumps(text)[1:-1].replace("/", "\\/").encode())]
    return forms


class Scanner:
    """Knows secrets by a name each, which is what it tells of them."""

    def __init__(self):
        self.secrets = {}

    def add(self, name, text):
        assert len(text) >= 12, f"{name} is too short to be told from chance"
        self.secrets.setdefault(text, name)
        if len(text) > 2 * TELLING:
            self.secrets.setdefault(text[-TELLING:], f"the end of {name}")

    def scan(self, where, octets):
        """What was found, a complaint each."""
        # base64 is often broken into lines.
        joined = octets.translate(None, b" \r\n\t")
        lower = octets.lower()
        complaints = []
        for text, name in self.secrets.items():
            for form, needle in encode_all(text):
                if needle in octets or needle in joined or (form in ("percent", "hexadecimal") and needle.lower() in lower):
                    complaints.append(f"{where}: {name} ({form})")
                    break
        return complaints

    def scan_file(self, path):
        octets = path.read_bytes()
        complaints = self.scan(path.name, f"{path}".encode() + b"\n" + octets)
        if octets.startswith(b"SQLite format 3"):
            # What is long lies in pieces in the file.
            with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
                complaints += self.scan(f"{path.name} as text", "\n".join(database.iterdump()).encode())
        return complaints

    def scan_folder(self, folder):
        complaints = []
        for path in sorted(pathlib.Path(folder).rglob("*")):
            if path.is_symlink():
                complaints += self.scan(f"{path}", os.fsencode(os.readlink(path)))
            elif path.is_file():
                complaints += self.scan_file(path)
        return complaints


def read_proc(pid, name):
    try:
        return pathlib.Path("/proc", str(pid), name).read_bytes()
    except OSError:
        return b""


def list_children():
    """Which processes each process has begun."""
    children = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            stat = read_proc(entry, "stat")
            if stat:
                children.setdefault(int(stat.rpartition(b")")[2].split()[1]), []).append(int(entry))
    return children


class Watch:
    """Reads, over and over, what the system shows to everybody of a process and of all that it begins: a context."""

    def __init__(self, pid):
        self.pid = pid
        self.arguments = set()
        self.environments = set()
        self.children = {}
        self.looks = 0
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)

    def __enter__(self):
        self.look()
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()

    def watch(self):
        while not self.over.is_set():
            self.look()
            time.sleep(0.001)

    def look(self):
        own = read_proc(self.pid, "cmdline")
        if own:
            self.looks += 1
            self.arguments.add(own)
            self.environments.add(read_proc(self.pid, "environ"))
        begun = list_children()
        pending = list(begun.get(self.pid, []))
        while pending:
            child = pending.pop()
            pending += begun.get(child, [])
            self.look_at_child(child, own)

    def look_at_child(self, child, own):
        """Until it has become a program of its own, a child shows its parent's memory; its arguments, which are read first, tell."""
        arguments = read_proc(child, "cmdline")
        if arguments and arguments != own:
            self.arguments.add(arguments)
            self.children.setdefault(arguments, set()).add(read_proc(child, "environ"))
