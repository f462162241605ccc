#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-sandbox.py PRACTICE-SERVER, inside display.py --a11y: the installed Flatpak (flatpak/README.md) as a person uses it, in its sandbox: an interview, a
secret, a calendar file, a notification. Skipped where it is not installed."""

import configparser
import contextlib
import datetime
import os
import pathlib
import pwd
import shutil
import subprocess
import sys
import tempfile

# Before what else brings GLib, which would be as strict here as in the program.
import screen  # isort: skip

import program
import tap
from gi.repository import Gio, GLib
from practice import HOST, Practice

try:
    from mailserver import MailServer
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(0)

from portals import DOCUMENTS, Portals

ID = "io.github.conveneapp.Convene"
USER, ADDRESS, PASSWORD = "rita", "rita@example.org", "correct horse battery"
JOIN = ("Join", "Start")
START = program.next_year(12, 1, "10:00")
PERMISSIONS = {("Context", "shared"): {"network", "ipc"}, ("Context", "sockets"): {"x11", "wayland", "fallback-x11"}, ("Context", "devices"): {"dri"}}

# The person's own installation, although the session has another home.
os.environ.setdefault("FLATPAK_USER_DIR", os.path.join(pwd.getpwuid(os.getuid()).pw_dir, ".local/share/flatpak"))

# What display.py says of portals is for programs without a sandbox.
for name in ("GTK_USE_PORTAL", "ADW_DISABLE_PORTAL", "G_DEBUG"):
    os.environ.pop(name, None)


def ask_flatpak(*words):
    return subprocess.run(["flatpak", *words], capture_output=True, text=True, check=False)


def is_installed():
    return shutil.which("flatpak") is not None and ask_flatpak("info", ID).returncode == 0


class SandboxScreen(screen.Screen):
    """The program is behind a proxy of the accessibility bus: it is known by its name."""

    def is_program(self, program):
        return program.name in ("convene", ID, "Convene")


class Sandbox:
    """One person's application, whose folder is below the home of this session."""

    def __init__(self, **variables):
        self.home = pathlib.Path(os.environ["HOME"])
        self.own = self.home / ".var" / "app" / ID
        self.options = [f"--env={name}={value}" for name, value in variables.items()]

    def command(self, *words, options=()):
        return ["flatpak", "run", *self.options, *options, ID, *words]

    def start(self, *words):
        return subprocess.Popen(self.command(*words), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    @staticmethod
    def stop():
        """Whatever of it still runs: to end what was called here leaves the sandbox."""
        ask_flatpak("kill", ID)

    def run(self, *words, said="", options=()):
        process = subprocess.Popen(self.command(*words, options=options), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        return program.finish(process, said)

    def expect(self, *words, said=""):
        answer = self.run("--json", *words, said=said)
        assert answer.status == 0, f"{words}: {answer}"
        return answer.document

    def shell(self, script):
        return self.run("-c", script, options=["--command=sh"])


@contextlib.contextmanager
def stopped(process):
    """Nothing of it outlives a failed check."""
    try:
        with program.ended(process):
            yield
    finally:
        box.stop()


portals = None
box = None
mail = None


def check_permissions():
    """Those of the manifest, as they arrived, and no others."""
    given = configparser.RawConfigParser(strict=True, delimiters="=")
    given.read_string(ask_flatpak("info", "--show-permissions", ID).stdout)
    found = {(section, key): set(filter(None, value.split(";"))) for section in given.sections() for key, value in given[section].items()}
    complaints = [f"{section}: {key}={';'.join(sorted(values - PERMISSIONS.get((section, key), set())))}" for (section, key), values in found.items()
                  if values - PERMISSIONS.get((section, key), set())]
    return complaints + [f"no {key}={value}" for (_section, key), values in PERMISSIONS.items() for value in values - {"x11"} - found.get((_section, key), set())]


def check_no_home():
    """What a person has is not there."""
    (box.home / "private.txt").write_text("private")
    answer = box.shell(f"test ! -e {box.home}/private.txt && test -e /.flatpak-info && touch $XDG_DATA_HOME/own && echo well")
    return [] if answer.output == "well\n" and (box.own / "data" / "own").exists() else [f"{answer}"]


def check_exported():
    """What the desktop finds of it."""
    share = pathlib.Path(ask_flatpak("info", "--show-location", ID).stdout.strip()) / "export" / "share"
    names = [f"applications/{ID}.desktop", f"applications/{ID}.Practice.desktop", f"dbus-1/services/{ID}.service", f"icons/hicolor/scalable/apps/{ID}.svg",
             f"gnome-shell/search-providers/{ID}.search-provider.ini"]
    complaints = [f"{name} is not there" for name in names if not (share / name).exists()]
    entry = (share / names[0]).read_text(encoding="utf-8")
    return complaints + [f"the desktop file has no {words}" for words in ("MimeType=text/calendar;", f"X-Flatpak={ID}", "--file-forwarding", "@@u %U @@")
                         if words not in entry]


def check_practice():
    """Scheduled in one sandbox, which ends and takes practice's server with it; seen in the next one."""
    made = box.expect("--practice", *program.schedule("Staff Engineer", START))
    complaints = [] if made["meeting"]["join_url"] and made["meeting"]["state"] == "live" else [f"{made['meeting']}"]
    listed = box.expect("--practice", "list")
    if [one["uid"] for one in listed["interviews"]] != [made["uid"]]:
        complaints.append(f"list: {listed}")
    moved = box.expect("--practice", "reschedule", made["uid"], "--start", program.next_year(12, 2, "11:00"))
    return complaints + ([] if moved["sequence"] == 1 and moved["meeting"]["id"] == made["meeting"]["id"] else [f"{moved}"])


def check_secret():
    """Stored by one sandbox, encrypted, in the application's own folder; used by the next one."""
    box.expect("account", "connect", "zoom", "--server-to-server", "--account-id", "practice", "--client-id", "practice", "--host", HOST, said="practice\n")
    box.expect("account", "connect", "mail", "--address", f"Rita Recruiter <{ADDRESS}>", "--server", f"127.0.0.1:{mail.port}", "--security", "none",
               "--user", USER, said=f"{PASSWORD}\n")
    complaints = [] if "Secret" in portals.asked else ["the portal was not asked for a key"]
    kept = list((box.own / "data").rglob("*.keyring"))
    if len(kept) != 1 or PASSWORD.encode() in kept[0].read_bytes():
        complaints.append(f"the keyring: {kept}")
    box.expect(*program.schedule("Designer", START), "--wait", "60")
    if len(mail.letters) != 1 or mail.letters[0].user != USER:
        complaints.append(f"letters: {mail.letters}")
    return complaints


def check_notification():
    """Told of an interview that begins soon, through the portal, and with Join. A press on it arrives in the sandbox."""
    soon = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=9)).strftime("%Y-%m-%d %H:%M")
    made = box.expect(*program.schedule("Writer", soon, timezone="UTC", no_mail=True), "--wait", "60")
    process = box.start("--gapplication-service")
    with stopped(process):
        told = program.wait_until(lambda: next((what for name, what in portals.notifications.items() if made["uid"] in name), None), "the notification")
        complaints = [] if told["title"].startswith("Ada Lovelace") else [f"{told}"]
        press(next((button for button in told.get("buttons", []) if button["label"] in JOIN), None) or fail(told))
        program.wait_until(lambda: portals.opened, "the browser")
        activate("quit")
        process.wait(program.PATIENCE)
    return complaints + ([] if portals.opened == [made["meeting"]["join_url"]] else [f"{portals.opened} was opened"])


def press(button):
    """What the portal does where a person presses it: it asks the application by its own name."""
    target = button.get("target")
    activate(button["action"].removeprefix("app."), GLib.Variant("s", target) if isinstance(target, str) else None)


def activate(action, target=None):
    call(ID, "/" + ID.replace(".", "/"), "org.freedesktop.Application", "ActivateAction",
         GLib.Variant("(sava{sv})", (action, [target] if target else [], {})))


def fail(told):
    raise AssertionError(f"no Join: {told}")


def call(name, path, interface, method, parameters):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return bus.call_sync(name, path, interface, method, parameters, None, Gio.DBusCallFlags.NONE, program.PATIENCE * 1000, None)


def answer_of(interview):
    """What the candidate's calendar sends back."""
    return "\r\n".join([
        "BEGIN:VCALENDAR", "PRODID:-//Example//Calendar//EN", "VERSION:2.0", "METHOD:REPLY", "BEGIN:VEVENT", f"UID:{interview['uid']}",
        "DTSTAMP:20260101T090000Z", f"SEQUENCE:{interview['sequence']}", "ORGANIZER:mailto:recruiter@example.com",
        f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{interview['candidate']['address']}", "DTSTART:20981201T160000Z", "DTEND:20981201T164500Z", "END:VEVENT",
        "END:VCALENDAR", ""])


def put_answer(folder):
    interview = next(one for one in box.expect("list")["interviews"] if one["job"] == "Designer")
    path = folder / "answer.ics"
    path.write_bytes(answer_of(interview).encode())
    return path


def need_documents():
    """What lends a sandbox single files is a part of xdg-desktop-portal, and mounts a file system."""
    try:
        call(DOCUMENTS, "/org/freedesktop/portal/documents", DOCUMENTS, "GetMountPoint", None)
    except GLib.Error as error:
        raise tap.Skip(error.message) from error


def check_window():
    """The window; a calendar file that is opened as a file manager would, while it runs; the search of the Shell."""
    path = put_answer(box.own / "data")
    process = box.start()
    with stopped(process):
        person = SandboxScreen(process)
        person.window("Convene")
        found = call(ID, f"/{ID.replace('.', '/')}/SearchProvider", "org.gnome.Shell.SearchProvider2", "GetInitialResultSet",
                     GLib.Variant("(as)", (["designer"],))).unpack()[0]
        second = box.run(str(path))
        window = person.window("Opened File")
        person.see_words("accept", inside=window)
        if os.environ.get("CONVENE_PICTURES"):
            person.picture(os.path.join(os.environ["CONVENE_PICTURES"], "flatpak.png"))
        complaints = [] if second.status == 0 else [f"{second}"]
        if len(found) != 1:
            complaints.append(f"the Shell finds {found}")
        activate("quit")
        process.wait(program.PATIENCE)
    return complaints


def check_document():
    """Opened as a file manager would: it is lent to the sandbox, which does not see the folder that it is in."""
    need_documents()
    path = put_answer(box.home)
    process = box.start(portals.lend_file(path))
    with stopped(process):
        person = SandboxScreen(process)
        person.see_words("accept", inside=person.window("Opened File"))
        activate("quit")
        process.wait(program.PATIENCE)
    return []


def check_export():
    """Everything is saved as a file that the person chooses, and as no other one."""
    need_documents()
    process = box.start()
    with stopped(process):
        person = SandboxScreen(process)
        person.window("Convene")
        call(ID, f"/{ID.replace('.', '/')}/window/1", "org.gtk.Actions", "Activate", GLib.Variant("(sava{sv})", ("export-all", [], {})))
        saved = program.wait_until(lambda: [path for path in portals.folder.iterdir() if path.read_bytes().endswith(b"END:VCALENDAR\r\n")], "the file")
        count = saved[0].read_bytes().count(b"BEGIN:VEVENT")
        activate("quit")
        process.wait(program.PATIENCE)
    wanted = len(box.expect("list")["interviews"])
    return [] if count == wanted > 0 and [path.suffix for path in saved] == [".ics"] else [f"{saved}: {count} of {wanted} interviews"]


def check_draft():
    """Without a mail account the invitation is a draft of the person's mail program, with its calendar file, while there is a window."""
    box.expect("account", "disconnect", ADDRESS)
    process = box.start()
    with stopped(process):
        person = SandboxScreen(process)
        person.window("Convene")
        box.expect(*program.schedule("Translator", START))
        draft = program.wait_until(lambda: portals.drafts, "the draft")[0]
        activate("quit")
        process.wait(program.PATIENCE)
    return [] if "Translator" in draft["subject"] and b"BEGIN:VCALENDAR" in b"".join(draft["files"]) else [f"{draft}"]


if not is_installed():
    print(f"1..0 # SKIP {ID} is not installed as a Flatpak")
    sys.exit(0)

with tempfile.TemporaryDirectory() as folder, Portals(ID, pathlib.Path(folder)) as portals:
    server = Practice(sys.argv[1])
    mail = MailServer(USER, PASSWORD)
    box = Sandbox(CONVENE_ZOOM_API_URL=server.place["api_url"], CONVENE_ZOOM_OAUTH_URL=server.place["oauth_url"])
    try:
        tap.run([
            ("flatpak/permissions", check_permissions),
            ("flatpak/no home", check_no_home),
            ("flatpak/exported", check_exported),
            ("flatpak/practice", check_practice),
            ("flatpak/secret", check_secret),
            ("flatpak/notification", check_notification),
            ("flatpak/window", check_window),
            ("flatpak/document", check_document),
            ("flatpak/export", check_export),
            ("flatpak/draft", check_draft),
        ])
    finally:
        mail.close()
        server.close()
