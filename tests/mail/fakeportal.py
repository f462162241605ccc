#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A desktop's e-mail portal on the session bus (org.freedesktop.portal.Email, version 3), for tests.

Usage: fakeportal.py LOG PLAN

Writes each draft that it is asked for into LOG as a line of JSON, with its files' octets as they are then, and answers as PLAN says:
"open" the draft was opened, "close" the person closed the question, "fail" no mail program, "slow" and "slower" opened after a while, "leave" it
goes without an answer. "READY" on the standard output: it is there.
"""

import base64
import json
import os
import sys

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

NAME = 'org.freedesktop.portal.Desktop'
PATH = '/org/freedesktop/portal/desktop'
CODES = {'open': 0, 'close': 1, 'fail': 2, 'slow': 0, 'slower': 0}
DELAYS = {'slow': 500, 'slower': 3000}  # milliseconds
INTERFACES = '''<node>
 <interface name="org.freedesktop.portal.Email">
  <property name="version" type="u" access="read"/>
  <method name="ComposeEmail">
   <arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/>
  </method>
 </interface>
 <interface name="org.freedesktop.portal.Request">
  <method name="Close"/>
  <signal name="Response"><arg type="u"/><arg type="a{sv}"/></signal>
 </interface>
</node>'''


class Portal:
    def __init__(self, log, plan):
        self.log, self.plan = log, plan
        self.email, self.request = Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces
        self.loop = GLib.MainLoop()
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.bus.register_object(PATH, self.email, self.call, lambda *_: GLib.Variant('u', 3), None)
        Gio.bus_own_name_on_connection(self.bus, NAME, Gio.BusNameOwnerFlags.NONE, lambda *_: print('READY', flush=True), None)

    def write(self, entry):
        with open(self.log, 'a', encoding='utf-8') as file:
            file.write(json.dumps(entry) + '\n')

    def read_files(self, invocation):
        """Name, mode and octets of each file that came with a call."""
        files = []
        descriptors = invocation.get_message().get_unix_fd_list()
        for number in descriptors.steal_fds() if descriptors else []:
            path = os.readlink(f'/proc/self/fd/{number}')
            with open(path, 'rb') as file:
                octets = file.read()
            files.append({'path': path, 'mode': oct(os.stat(path).st_mode & 0o777), 'folder_mode': oct(os.stat(os.path.dirname(path)).st_mode & 0o777),
                          'octets': base64.b64encode(octets).decode('ascii')})
            os.close(number)
        return files

    def call(self, bus, sender, path, interface, method, parameters, invocation):
        options = {name: value for name, value in parameters.unpack()[1].items() if name != 'attachment_fds'}
        handle = f"{PATH}/request/{sender[1:].replace('.', '_')}/{options.pop('handle_token')}"
        self.write({**options, 'files': self.read_files(invocation)})
        if self.plan == 'leave':
            self.loop.quit()
            return
        bus.register_object(handle, self.request, self.call, None, None)
        invocation.return_value(GLib.Variant('(o)', (handle,)))
        if self.plan in CODES:
            GLib.timeout_add(DELAYS.get(self.plan, 10), self.respond, sender, handle)

    def respond(self, sender, handle):
        self.bus.emit_signal(sender, handle, 'org.freedesktop.portal.Request', 'Response', GLib.Variant('(ua{sv})', (CODES[self.plan], {})))
        return GLib.SOURCE_REMOVE


Portal(sys.argv[1], sys.argv[2]).loop.run()
