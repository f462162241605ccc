#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""keyring-session.py SITUATION PROGRAM: runs PROGRAM, which prints TAP, in a private session.

no-bus         there is no session bus
no-service     a bus on which nothing can be started
no-collection  a keyring daemon without a keyring
unlocked       a keyring daemon whose one keyring is open
locked         the same; the program locks it
"""

import os
import shutil
import subprocess
import sys
import tempfile

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir={folder}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

# The daemon answers its caller before it has its name on the bus and its keyring open. Its own warnings, as when no prompter is there, are not ours to be strict about.
WAIT = """for i in $(seq 200); do
  dbus-send --session --print-reply {question} 2>/dev/null | grep -q "boolean {answer}" && break
  sleep 0.05
done
"""
NAMED = WAIT.format(
    question="--dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets",
    answer="true",
)
OPEN = WAIT.format(
    question="--dest=org.freedesktop.secrets /org/freedesktop/secrets/collection/login "
    "org.freedesktop.DBus.Properties.Get string:org.freedesktop.Secret.Collection string:Locked",
    answer="false",
)

KEYRING = {
    "no-bus": None,
    "no-service": "",
    "no-collection": "G_DEBUG= gnome-keyring-daemon --daemonize --components=secrets </dev/null >/dev/null 2>&1\n" + NAMED,
    "unlocked": "printf pass | G_DEBUG= gnome-keyring-daemon --daemonize --unlock --components=secrets >/dev/null 2>&1\n" + OPEN,
}
KEYRING["locked"] = KEYRING["unlocked"]


def make_environment(folder):
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "DBUS_", "GNOME_KEYRING", "SECRET_"))
        and name not in ("DISPLAY", "WAYLAND_DISPLAY", "SSH_AUTH_SOCK")
    }
    for name in ("home", "run", "services"):
        os.mkdir(os.path.join(folder, name), 0o700)
    environment["HOME"] = os.path.join(folder, "home")
    environment["XDG_RUNTIME_DIR"] = os.path.join(folder, "run")
    return environment


def main():
    situation, program = sys.argv[1:]
    keyring = KEYRING[situation]
    for tool in ("dbus-run-session", "gnome-keyring-daemon"):
        if shutil.which(tool) is None:
            print(f"1..0 # SKIP {tool} is not installed")
            return 0

    with tempfile.TemporaryDirectory(prefix="convene-keyring-", ignore_cleanup_errors=True) as folder:
        environment = make_environment(folder)
        command = [os.path.abspath(program), situation]
        if keyring is not None:
            config = os.path.join(folder, "bus.conf")
            with open(config, "w", encoding="utf-8") as file:
                file.write(BUS.format(folder=folder))
            command = ["dbus-run-session", f"--config-file={config}", "--", "sh", "-c", keyring + 'exec "$0" "$1"'] + command
        return subprocess.run(command, env=environment, check=False).returncode


sys.exit(main())
