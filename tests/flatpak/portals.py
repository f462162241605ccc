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
 <interface name="org.freedesktop.portal.Email">
  <property name="version" type="u" access="read"/>
  <method name="ComposeEmail"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
 </interface>
 <interface name="org.freedesktop.portal.FileChooser">
  <property name="version" type="u" access="read"/>
  <method name="SaveFile"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
 </interface>
</node>"""

# Of the interfaces that are newer; the others are at their first.
VERSIONS = {"org.freedesktop.portal.Email": 3, "org.freedesktop.portal.FileChooser": 3}

DOCUMENTS = "org.freedesktop.portal.Documents"

# Of this session and this application, as the desktop keeps it for every one.
MASTER = bytes(range(64))


def read_files(invocation):
    """The octets of the files that came with a call."""
    found = []
    for descriptor in invocation.get_message().get_unix_fd_list().steal_fds():
        with open(f"/proc/self/fd/{descriptor}", "rb") as file:
            found.append(file.read())
        os.close(descriptor)
    return found


class Portals:
    """`notifications`: those that are shown, by their id; `asked`: the interfaces' names, in the order of the calls; `opened`: addresses; `drafts`: those of
    the mail program, each with its `files`. What is saved is saved in `folder`, under the name that was proposed, by the application called `of`."""

    def __init__(self, of, folder):
        self.of = of
        self.folder = folder
        self.drafts = []
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
            self.bus.register_object(PATH, interface, self.call, self.version, None)
        Gio.bus_own_name_on_connection(self.bus, NAME, Gio.BusNameOwnerFlags.NONE, lambda *_: self.ready.set(), None)
        self.loop.run()
        self.bus.close_sync()
        self.context.pop_thread_default()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.loop.quit()
        self.thread.join()

    @staticmethod
    def version(_bus, _sender, _path, interface, _property):
        return GLib.Variant("u", VERSIONS.get(interface, 1))

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

    def ComposeEmail(self, invocation, window, options):
        self.drafts.append({**options, "files": read_files(invocation)})
        return {}

    def SaveFile(self, invocation, window, title, options):
        """As the desktop does: that one file is lent, and nothing else of the folder."""
        name = options["current_name"]
        lent = self.lend(self.folder, name, "AddNamed", GLib.Variant("(haybb)", (0, name.encode() + b"\0", True, False)), ["read", "write"])
        return {"uris": GLib.Variant("as", [lent])}

    def lend_file(self, path):
        """The address that a file has inside of the sandbox; what `flatpak run --file-forwarding` does, which takes a session's folder to be where
        it usually is."""
        return self.lend(path, path.name, "Add", GLib.Variant("(hbb)", (0, True, False)), ["read"])

    def lend(self, path, name, method, parameters, permissions):
        descriptor = os.open(path, os.O_PATH)
        document, = self.ask_documents(method, parameters, Gio.UnixFDList.new_from_array([descriptor]))
        self.ask_documents("GrantPermissions", GLib.Variant("(ssas)", (document, self.of, permissions)))
        return Gio.File.new_for_path(f"/run/user/{os.getuid()}/doc/{document}/{name}").get_uri()

    def ask_documents(self, method, parameters, descriptors=None):
        answer, _ = self.bus.call_with_unix_fd_list_sync(DOCUMENTS, "/org/freedesktop/portal/documents", DOCUMENTS, method, parameters, None,
                                                         Gio.DBusCallFlags.NONE, -1, descriptors, None)
        return answer.unpack()
