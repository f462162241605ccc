#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-names.py CONVENE PRACTICE-SERVER, inside display.py --a11y: whatever a person meets on any page has a name that says what it is, and
every page is reached by keyboard (O-14)."""

import contextlib
import re
import sys
import time

import accessibility
import mainwindow
import program
import screen

CONVENE = sys.argv[1]

# What only holds others together. A screen reader goes through it without a word, unless it has a name or takes the focus.
STRUCTURE = {"application", "filler", "panel", "label", "separator", "scroll pane", "scroll bar", "unknown", "redundant object", "section"}
# From GTK 4.10 on: boxes that are given no role; and a caption, and what is told when it changes, may have no name, but what it says.
LATER = {"grouping", "status bar", "caption"}
CLASS = re.compile(r"(Gtk|Adw|Gdk|Convene)[A-Z]\w*")

# What the toolkits' older versions (GTK 4.8, libadwaita 1.2) make and give nobody a way to name: its role and name, the same of something around it,
# and what it is. There is no such thing in those of this version and later ones.
ALL_NAMED = (4, 18)
ALLOWED = [
    ("image GtkImage", "text .*", "the pencil at the end of an AdwEntryRow"),
    ("button GtkImage", "text .*", "the eye of an AdwPasswordEntryRow: its description says what it does"),
    ("image GtkImage", "combo box .*", "the arrow of an AdwComboRow"),
    ("image GtkImage", "list item ((Interview|Reminder): .*|Candidates are reminded)", "the arrow of an AdwExpanderRow"),
    ("image GtkImage", "list People", "the same"),
    ("list (GtkListView)?", "combo box .*", "what shows an AdwComboRow's choice is a list of one item; the choice is its label"),
    ("list item ", "combo box .*", "that item"),
    ("panel GtkStackPage", "(panel|grouping) (Day of the interview|Day that is shown)", "the month's name in it, which rolls"),
    ("table row GtkListItemWidget", "tree table Interviews", "the row of titles of a GtkColumnView"),
    ("list (GtkColumnListView)?", "tree table Interviews", "its rows as a whole"),
    ("table cell (GtkColumnViewCell)?", "table row .+, .+", "a GtkColumnView's cell, in a row that says all"),
    ("label GtkInscription", "table cell GtkColumnViewCell", "such a cell of which there is nothing to say"),
    ("button GtkImage", "frame Keyboard Shortcuts", "how a GtkShortcutsWindow is searched"),
    (r"\w+ Gtk\w+|list ", "(frame|dialog) About", "AdwAboutWindow is the toolkit's as a whole: its icon, the button of the version, its lists and their arrows"),
]

# The pages of Connected Apps: the buttons and rows that lead to one, each in front of the one before, and what is seen there.
PAGES = [
    (["Connect another Zoom account.*"], "Continue in Browser"),
    (["Connect another Zoom account.*", "A code for another device.*"], "Get a Code"),
    (["Advanced.*"], "Client ID"),
    (["Advanced.*", "How to make an app.*"], "I Have a Client ID"),
    (["Advanced.*", "Server-to-server app.*"], "Account ID"),
    (["Change the mail account"], "Server"),
    (["What Convene keeps.*"], "Shared screens"),
]

VIEWS = [("2", "Week"), ("3", "Day"), ("4", "Agenda"), ("1", "Month")]

JOB = "Pattern Maker"


def is_named(node):
    said = [part for part in (node.name.strip(), node.description.strip()) if part]
    return bool(said) and not any(CLASS.fullmatch(part) for part in said[:1])


def describe(node):
    return f"{node.role} {node.name}"


def stops_at(node):
    """Whether Tab can stop at it. A pane that scrolls is a stop where nothing in it is one, and so is a list that is called a panel."""
    if "focusable" not in node.states:
        return False
    passed = ("scroll pane", "panel")
    return node.role not in passed or not any("focusable" in inner.states and inner.role not in passed for inner in node.walk())


def is_allowed(node, parents, allowed):
    around = [describe(parent) for parent in parents]
    return any(re.fullmatch(what, describe(node)) and any(re.fullmatch(inside, one) for one in around) for what, inside, _reason in allowed)


def look_at(node, structure, allowed, parents=()):
    """The complaints about it and all that is seen in it."""
    if 0 in (node.extents or accessibility.SOME)[2:]:
        return []
    found = []
    misnamed = node.role not in ("filler", "scroll bar") and CLASS.fullmatch(node.name)
    if (misnamed or ((node.role not in structure or stops_at(node)) and not is_named(node))) and not is_allowed(node, parents, allowed):
        found.append(f"{node!r} at {node.extents} in " + " > ".join(map(repr, parents[-5:])))
    for child in node.children:
        found += look_at(child, structure, allowed, (*parents, node))
    return found


class Walk:
    """A person on the way through the program, who looks at each page."""

    def __init__(self, person):
        self.person = person
        self.complaints = []
        version = person.bus.read_version(person.root)
        self.structure = STRUCTURE | (LATER if version >= (4, 10) else set())
        self.allowed = ALLOWED if version < ALL_NAMED else []

    def find(self, inside):
        sight = self.person.wait(lambda: (inside or self.person.windows()[-1]).look(), "something to look at")
        return look_at(sight, self.structure, self.allowed)

    def look(self, page, inside=None):
        """At what is in front: the window that came last, unless told otherwise. Once more where a name is missing: a page may have been on its way out."""
        found = self.find(inside)
        if found:
            time.sleep(0.5)
            found = [complaint for complaint in self.find(inside) if complaint in found]
        self.complaints += [f"{page}: {complaint}" for complaint in dict.fromkeys(found)]


@contextlib.contextmanager
def walk(*options, **variables):
    """Of a profile of its own."""
    profile = program.Profile(CONVENE, *options, **{**screen.screen_variables(), **variables})
    try:
        with mainwindow.opened(profile) as person:
            yield Walk(person)
    finally:
        profile.close()


def find_about(person):
    """A window of its own, or, from libadwaita 1.5 on, a dialog inside of the main one."""
    return next(iter(person.windows()[1:]), None) or person.find("About", "dialog", person.windows()[0])


def check_main_window():
    with walk("--practice") as here:
        person = here.person
        person.see(r".*\d interviews?")
        here.look("month")
        for key, view in VIEWS:
            person.key(key)
            person.wait(lambda view=view: "checked" in person.see(view, "radio button").states, view)
            here.look(view)
        person.key("ctrl+g")
        person.wait(lambda: person.focused() is not None and person.focused().role == "text", "focus in the date")
        here.look("another date")
        person.key("Escape")
        person.key("ctrl+f")
        person.see_words("Search", person.windows()[0])
        here.look("interviews")
        person.see("Calendar", "radio button").press()
        mainwindow.grid(person)
        mainwindow.menu_item(person, "About Convene")
        here.look("menu")
        person.key("Return")
        about = person.wait(lambda: find_about(person), "about")
        person.see("Convene", "label", about)
        here.look("about", about)
        person.key("Escape")
        person.wait(lambda: find_about(person) is None, "end of about")
        person.key("ctrl+question")
        person.window("Keyboard Shortcuts")
        here.look("shortcuts")
        mainwindow.close_window(person, "Keyboard Shortcuts")
        person.key("ctrl+comma")
        person.window("Preferences")
        here.look("preferences")
        person.tab_to("Links & Reminders", "page tab", person.window("Preferences"))
        person.key("space")
        person.see_words("Work in the background", person.window("Preferences"))
        here.look("rules")
        mainwindow.close_window(person, "Preferences")
        mainwindow.go_to_day(person, r"\d interview")
        mainwindow.open_day(person)
        here.look("day")
        mainwindow.open_details(person)
        here.look("details")
        mainwindow.quit_by_key(person)
        return here.complaints


def go_to(person, name, inside):
    """By Tab to the list, and by Down in it."""
    target = person.wait(lambda: person.find(name, "button", inside) or person.find(name, "list item", inside), f"button or row {name!r}")
    lists = ([row.node for row in sight.children] for sight in inside.walk() if sight.role == "list")
    rows = next((rows for rows in lists if target in rows), [])
    for _ in range(40):
        if "focused" in target.states:
            return target
        person.key("Down" if any("focused" in row.states for row in rows) else "Tab")
        time.sleep(0.05)
    raise TimeoutError(f"no key leads to {target}")


def look_at_page(here, apps, rows, page):
    """Goes there, and back to where it began."""
    person, passed = here.person, []
    for row in rows:
        passed.append(go_to(person, row, apps))
        person.key("Return")
        person.wait(lambda: "focused" not in passed[-1].states, "the next page")
    person.see(page, None, apps)
    here.look(f"Connected Apps, {page}")
    while passed:
        row = passed.pop()
        person.key("Escape")
        person.wait(lambda row=row: "focused" in row.states if not passed else person.find(row.name, row.role, apps), "way back")


def check_connected_apps():
    with walk("--practice") as here:
        person = here.person
        person.see(r".*\d interviews?")
        mainwindow.menu_item(person, "Connected Apps")
        person.key("Return")
        apps = person.window("Connected Apps")
        person.see("Disconnect.*", "button", apps)
        here.look("list")
        for rows, page in PAGES:
            look_at_page(here, apps, rows, page)
        mainwindow.close_window(person, "Connected Apps")
        mainwindow.quit_by_key(person)
        return here.complaints


def next_step(person, wizard, step):
    person.tab_to("Next", "button", wizard)
    person.key("Return")
    return person.see(step, "panel", wizard)


def check_wizard():
    with walk("--practice") as here:
        person = here.person
        person.see(r".*\d interviews?")
        person.key("ctrl+n")
        wizard = person.window("Schedule Interview")
        page = person.see("Setup", "panel", wizard)
        here.look("Setup, empty")
        for name, text in (("Job", JOB), ("Name", "Bo Sample"), ("Mail address", "bo@example.com"), ("Agenda", "Hello")):
            person.fill(name, text, page)
        here.look("Setup")
        page = next_step(person, wizard, "Date & Time")
        date, time = program.next_year(3, 2, "10:00").split()
        person.see("Date.*", "text", page)
        person.fill("Date.*", date, page)
        person.fill("Time, such.*", time, page)
        here.look("Date & Time")
        for step, sign in (("Attendees", "Add an interviewer.*"), ("Details", "Message.*"), ("Preview", "What Will Be Done"), ("Finalize", "Schedule Interview")):
            page = next_step(person, wizard, step)
            person.see(sign, inside=page)
            here.look(step)
        person.tab_to("Schedule Interview", "button", page)
        person.key("Return")
        person.see("Done", "button", page)
        here.look("Finalize, done")
        person.tab_to("Done", "button", page)
        person.key("Return")
        person.wait(lambda: len(person.windows()) == 1, "end of the wizard")
        mainwindow.quit_by_key(person)
        return here.complaints


def check_empty():
    with walk() as here:
        person = here.person
        person.see("Connect Zoom", "button")
        here.look("empty")
        person.tab_to("Connect Zoom", "button")
        person.key("Return")
        apps = person.window("Connected Apps")
        person.see("I Have a Client ID", "button", apps)
        here.look("guide")
        mainwindow.quit_by_key(person)
        return here.complaints


def check_error():
    """Where the database is something else."""
    profile = program.Profile(CONVENE, **screen.screen_variables())
    try:
        profile.data.mkdir(mode=0o700, parents=True)
        (profile.data / "convene.db").write_bytes(b"not a database, but long enough to be one" * 100)
        with mainwindow.opened(profile) as person:
            here = Walk(person)
            person.see("Try Again", "button")
            here.look("error")
            person.tab_to("Quit", "button")
            person.key("Return")
            person.leave()
            return here.complaints
    finally:
        profile.close()


def check_opened_file():
    """An invitation of others on the command line; Enter takes it, and then shows it."""
    start = program.next_year(3, 3, "10:00").replace("-", "").replace(":", "").replace(" ", "T") + "00Z"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", "METHOD:REQUEST", "BEGIN:VEVENT", "UID:names@example.org", "DTSTAMP:20260101T100000Z",
             f"DTSTART:{start}", "DURATION:PT45M", "ORGANIZER;CN=Olga Other:mailto:olga@example.org", "ATTENDEE;CN=Cy Candidate:mailto:cy@example.org",
             "SUMMARY:Chat with Cy", "LOCATION:https://example.org/j/1", "END:VEVENT", "END:VCALENDAR", ""]
    profile = program.Profile(CONVENE, "--practice", **screen.screen_variables())
    try:
        file = profile.folder / "invitation.ics"
        file.write_text("\r\n".join(lines), encoding="utf-8")
        with mainwindow.opened(profile, str(file)) as person:
            here = Walk(person)
            opened = person.window("Opened File")
            person.see("Add to Convene", "button", opened)
            here.look("opened file", opened)
            person.tab_to("Add to Convene", "button", opened)
            person.key("Return")
            person.see_words("The interview is in Convene", opened)
            here.look("opened file, taken", opened)
            person.tab_to("Show Interview", "button", opened)
            person.key("Return")
            person.see("Back to the day", "button")
            person.see_words("Cy Candidate", person.windows()[0])
            mainwindow.quit_by_key(person)
            return here.complaints
    finally:
        profile.close()


def main():
    screen.run([
        ("O-14/names in the month, the day, the details, the menu, the shortcuts and about", check_main_window),
        ("O-14/names in Connected Apps and its forms", check_connected_apps),
        ("O-14/names in the six steps of the wizard", check_wizard),
        ("O-14/names in a file that was opened", check_opened_file),
        ("O-14/names where there is nothing yet", check_empty),
        ("O-14/names where nothing can be opened", check_error),
    ])


main()
