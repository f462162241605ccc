# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's portals that Convene asks from inside of its sandbox, as a service of the test on the session bus."""

import os
import threading

from gi.repository import Gio, GLib

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"

INTERFACES = """<node>
 <interface name="org.freedesktop.portal.Secret">
  <property name="version" type="u" access="read"/>
  <method name="RetrieveSecret"><arg type="h" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
 </interface>
 <interface name="org.freedesktop.portal.Notification">
  <property name="version" type="u" access="read"/>
  <method name="AddNotification"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/></method>
  <method name="RemoveNotification"><arg type="s" direction="in"/></method>
  <signal name="ActionInvoked"><arg type="s"/><arg type="s"/><arg type="av"/></signal>
 </interface>
 <interface name="org.freedesktop.portal.Background">
  <property name="version" type="u" access="read"/>
  <method name="RequestBackground"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
 </interface>
 <interface name="org.freedesktop.portal.OpenURI">
  <property name="version" type="u" access="read"/>
  <method name="OpenURI">
   <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/>
  </method>
 </interface>
</node>"""

# Of this session and this application, as the desktop keeps it for every one.
MASTER = bytes(range(64))


class Portals:
    """`notifications`: those that are shown, by their id; `asked`: the interfaces' names, in the order of the calls; `opened`: addresses."""

    def __init__(self):
        self.notifications = {}
        self.asked = []
        self.opened = []
        self.ready = threading.Event()
        self.context = GLib.MainContext()
        self.loop = GLib.MainLoop.new(self.context, False)
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()
        assert self.ready.wait(60), f"{NAME} was not to be had"

    def serve(self):
        self.context.push_thread_default()
        self.bus = Gio.DBusConnection.new_for_address_sync(
            Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION),
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        for interface in Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces:
            self.bus.register_object(PATH, interface, self.call, lambda *_: GLib.Variant("u", 1), None)
        Gio.bus_own_name_on_connection(self.bus, NAME, Gio.BusNameOwnerFlags.NONE, lambda *_: self.ready.set(), None)
        self.loop.run()
        self.bus.close_sync()
        self.context.pop_thread_default()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.loop.quit()
        self.thread.join()

    def call(self, bus, sender, path, interface, method, parameters, invocation):
        self.asked.append(interface.rpartition(".")[2])
        answer = getattr(self, method)(invocation, *parameters.unpack())
        if answer is None:
            invocation.return_value(None)
            return
        token = parameters.unpack()[-1].get("handle_token", "t")
        request = f"{PATH}/request/{sender[1:].replace('.', '_')}/{token}"
        invocation.return_value(GLib.Variant("(o)", (request,)))
        bus.emit_signal(sender, request, "org.freedesktop.portal.Request", "Response", GLib.Variant("(ua{sv})", (0, answer)))

    def RetrieveSecret(self, invocation, handle, options):
        descriptor = invocation.get_message().get_unix_fd_list().get(handle)
        os.write(descriptor, MASTER)
        os.close(descriptor)
        return {}

    def AddNotification(self, invocation, name, what):
        self.notifications[name] = what

    def RemoveNotification(self, invocation, name):
        self.notifications.pop(name, None)

    def RequestBackground(self, invocation, window, options):
        return {"background": GLib.Variant("b", True), "autostart": GLib.Variant("b", options.get("autostart", False))}

    def OpenURI(self, invocation, window, address, options):
        self.opened.append(address)
        return {}
