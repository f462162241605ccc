#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""clipboard.py: prints the text that was copied last on this display. A process of its own, because the accessibility bus of a test is no place for GTK."""

import sys

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

PATIENCE_MS = 20000


def main():
    Gtk.init()
    loop = GLib.MainLoop()
    texts = []

    def read(clipboard, result):
        texts.append(clipboard.read_text_finish(result))
        loop.quit()

    Gdk.Display.get_default().get_clipboard().read_text_async(None, read)
    GLib.timeout_add(PATIENCE_MS, loop.quit)
    loop.run()
    if not texts:
        sys.exit("nobody answers for the clipboard")
    print(texts[0] or "", end="")


main()
