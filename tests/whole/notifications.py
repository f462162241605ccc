# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's notifications, as a service of the test on the session bus: those of most desktops (org.freedesktop.Notifications), or GNOME Shell's
(org.gtk.Notifications)."""

import threading

from gi.repository import Gio, GLib

FREEDESKTOP = "org.freedesktop.Notifications"
GTK = "org.gtk.Notifications"
CLOSED_BY_PERSON, CLOSED_BY_CALL = 2, 3

INTERFACES = """<node>
 <interface name="org.freedesktop.Notifications">
  <method name="Notify">
   <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
   <arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
   <arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
 </interface>
 <interface name="org.gtk.Notifications">
  <method name="AddNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/></method>
  <method name="RemoveNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/></method>
 </interface>
</node>"""


class Notification:
    """One as it was asked for. `actions` are what can be pressed: those of the words, or the action and its target."""

    def __init__(self, number, title, body, actions):
        self.number = number
        self.title = title
        self.body = body
        self.actions = actions

    def __repr__(self):
        return f"notification {self.number}: {self.title!r} {self.body!r} {self.actions}"


class Notifications:
    """`told`: all that was asked for, in order; `shown`: what is still there, by its number or id; `withdrawn`: the numbers or ids that were taken back,
    also those that were not there."""

    def __init__(self, name):
        self.name = name
        self.told = []
        self.shown = {}
        self.withdrawn = []
        self.ready = threading.Event()
        self.context = GLib.MainContext()
        self.loop = GLib.MainLoop.new(self.context, False)
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()
        assert self.ready.wait(60), f"{name} was not to be had"

    def serve(self):
        self.context.push_thread_default()
        self.bus = Gio.DBusConnection.new_for_address_sync(
            Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION),
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.bus.register_object("/" + self.name.replace(".", "/"), Gio.DBusNodeInfo.new_for_xml(INTERFACES).lookup_interface(self.name), self.call, None, None)
        Gio.bus_own_name_on_connection(self.bus, self.name, Gio.BusNameOwnerFlags.NONE, lambda *_: self.ready.set(), None)
        self.loop.run()
        self.bus.close_sync()
        self.context.pop_thread_default()

    def close(self):
        self.loop.quit()
        self.thread.join()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def call(self, bus, sender, path, interface, method, parameters, invocation):
        answer = getattr(self, method)(*parameters.unpack())
        invocation.return_value(answer)

    def add(self, number, notification):
        self.shown[number] = notification
        self.told.append(notification)

    def remove(self, number):
        self.withdrawn.append(number)
        return self.shown.pop(number, None)

    def Notify(self, application, replaces, icon, title, body, actions, hints, timeout):
        number = replaces or len(self.told) + 1
        self.add(number, Notification(number, title, body, actions))
        return GLib.Variant("(u)", (number,))

    def CloseNotification(self, number):
        if self.remove(number):
            self.signal("NotificationClosed", GLib.Variant("(uu)", (number, CLOSED_BY_CALL)))

    def GetCapabilities(self):
        return GLib.Variant("(as)", (["actions", "body", "persistence"],))

    def GetServerInformation(self):
        return GLib.Variant("(ssss)", ("Test", "Test", "1", "1.2"))

    def AddNotification(self, application, name, what):
        self.add(name, Notification(name, what["title"], what["body"], [what["default-action"], what.get("default-action-target")]))

    def RemoveNotification(self, application, name):
        self.remove(name)

    def signal(self, name, parameters):
        self.bus.emit_signal(None, "/" + self.name.replace(".", "/"), self.name, name, parameters)

    def press(self, notification):
        """A person clicks on it, and it goes. GNOME Shell asks the application by itself: see activate ()."""
        self.shown.pop(notification.number)
        self.signal("ActionInvoked", GLib.Variant("(us)", (notification.number, "default")))
        self.signal("NotificationClosed", GLib.Variant("(uu)", (notification.number, CLOSED_BY_PERSON)))


def owns(name):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner", GLib.Variant("(s)", (name,)), None,
                         Gio.DBusCallFlags.NONE, 30000, None).unpack()[0]


def activate(application, action, target):
    """What GNOME Shell does where a notification is clicked on: an action with a text as its target."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.call_sync(application, "/" + application.replace(".", "/"), "org.freedesktop.Application", "ActivateAction",
                  GLib.Variant("(sava{sv})", (action, [GLib.Variant("s", target)], {})), None, Gio.DBusCallFlags.NONE, 30000, None)
