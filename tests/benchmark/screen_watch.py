# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""When a screen changes, seen from outside, so that any program is measured alike: rows of pixels are fetched again and again and compared."""

import ctypes
import hashlib
import time

STEP = 12 # pixels between the rows that are looked at: no line of text fits between two
PAUSE = 0.004
Z_PIXMAP = 2


class Picture(ctypes.Structure):
    """The beginning of Xlib's XImage."""

    _fields_ = [(name, ctypes.c_int) for name in ("width", "height", "xoffset", "format")] + [("data", ctypes.c_void_p)] + [
        (name, ctypes.c_int) for name in ("byte_order", "bitmap_unit", "bitmap_bit_order", "bitmap_pad", "depth", "bytes_per_line")]


class Screen:
    """Where libX11 is not to be had, an OSError."""

    def __init__(self):
        self.x11 = ctypes.CDLL("libX11.so.6")
        for name in ("XOpenDisplay", "XDefaultRootWindow"):
            getattr(self.x11, name).restype = ctypes.c_void_p
        self.x11.XGetImage.restype = ctypes.POINTER(Picture)
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        self.root = ctypes.c_void_p(self.x11.XDefaultRootWindow(self.display))
        self.width = self.x11.XDisplayWidth(self.display, 0)
        self.height = self.x11.XDisplayHeight(self.display, 0)

    def read_row(self, y):
        image = self.x11.XGetImage(self.display, self.root, 0, y, self.width, 1, ctypes.c_ulong(0xffffffff), Z_PIXMAP)
        pixels = ctypes.string_at(image.contents.data, image.contents.bytes_per_line)
        self.x11.XFree(ctypes.c_void_p(image.contents.data))
        self.x11.XFree(image)
        return pixels

    def read(self):
        """Equal for equal screens."""
        digest = hashlib.blake2b(digest_size=16)
        for y in range(STEP // 2, self.height, STEP):
            digest.update(self.read_row(y))
        return digest.digest()

    def watch(self, empty, quiet, patience, unfinished=()):
        """The times (time.monotonic ()) at which the screen was first seen to be other than `empty` and at which it last changed before it stayed as it
        was for `quiet` seconds, and all that it showed. While it shows what is in `unfinished`, more is to come. None where it did not come to rest within
        `patience` seconds."""
        first, last, seen, shown, end = None, None, empty, set(), time.monotonic() + patience
        while time.monotonic() < end:
            at = time.monotonic()
            now = self.read()
            if now != seen:
                first, last, seen = first or at, at, now
                shown.add(now)
            elif first is not None and at - last > quiet and now not in unfinished:
                return first, last, shown
            time.sleep(PAUSE)
        return None
