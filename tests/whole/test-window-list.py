#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-list.py CONVENE PRACTICE-SERVER, inside display.py --a11y: the list of interviews by keyboard alone: searched, sorted, narrowed, saved as a
view, and several at once (SH-59, TA-14). Whatever it shows is what the terminal answers to the same question."""

import contextlib
import datetime
import re
import sys

import accessibility
import mainwindow
import program
import screen
from practice import Practice

CONVENE, SERVER = sys.argv[1:]

SORTS = (("Candidate", "candidate"), ("Job", "job"), ("Type", "platform"), ("State", "status"), ("Host", "host"), ("Hiring Manager", "manager"), ("Time", "start"))

# A chip, what is chosen of it, and the terminal's words for it; the time is counted by hand.
FILTERS = (
    ("Platform", "Phone", ("--platform", "phone")),
    ("State", "No-show", ("--status", "no-show")),
    ("Job", "Data Analyst", ("--job", "Data Analyst")),
    ("Host", "recruiter@example.com", ("--host", "recruiter@example.com")),
    ("Person", "Jonas Weber.*", ("--search", "Jonas Weber")),
    ("Time", "Past", None),
)

LAST_FIRST = ("--sort", "start", "--descending")

# One thing of each kind that is looked through, with an accent left out and a word not typed to its end.
WORDS = ("hernandez", "product des", "zither", "quorum")


class Desk:
    """Practice's server under a profile."""

    def __init__(self):
        self.profile = program.Profile(CONVENE, "--practice", "--json", **screen.screen_variables())
        self.profile.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.practice = Practice(SERVER, str(self.profile.data))
        self.profile.run("list")
        self.uid = None

    def schedule(self):
        """Beside the samples that the first window brings, an interview with an agenda and notes of its own; all of them settled."""
        scheduled = self.profile.expect(*program.schedule("Luthier", program.next_year(3, 2, "10:00"), agenda="The zither", notes="A quorum"))
        self.profile.run("sync")
        self.uid = scheduled["uid"]

    def close(self):
        self.practice.close()
        self.profile.close()

    def answer(self, *words):
        """What the terminal lists, in its order."""
        return self.profile.expect("list", "--all", *words)["interviews"]

    def names(self, *words):
        return [one["candidate"]["name"] for one in self.answer(*words)]

    def uids(self):
        return [one["uid"] for one in self.answer()]

    def past(self):
        """Whose interviews are over."""
        now = datetime.datetime.now(datetime.timezone.utc).timestamp()
        return [one["candidate"]["name"] for one in self.answer(*LAST_FIRST) if program.read_instant(one["start"]) + 60 * one["duration"] <= now]

    def count_letters(self):
        return len(self.practice.state()["letters"])

    def statuses(self, uids):
        return [self.profile.expect("show", uid)["status"] for uid in uids]


class List:
    """The page with the interviews, and somebody before it. All else of the window is not looked at, which takes its time."""

    def __init__(self, desk, person):
        self.desk = desk
        self.person = person
        self.page = person.see("ConveneInterviewsPage", "filler")
        self.table = self.person.see("Interviews", "list", self.page)

    def rows(self):
        """What a screen reader reads of each interview, in order."""
        sights = accessibility.look_at(self.page.bus, self.table.children)
        return [sight.name for sight in sights if sight.is_seen and ", " in sight.name]

    def see_rows(self, names, what):
        """Exactly those, in that order."""

        def fits():
            found = self.rows()
            return len(found) == len(names) and all(name in row for name, row in zip(names, found))

        self.person.wait(lambda: self.person.find("No Interviews Found", inside=self.page) if not names else fits(), f"list of {what}: {names}")

    def press(self, name):
        self.person.tab_to(name, "button", self.page)
        self.person.key("Return")

    def choose_in_menu(self, button, item):
        self.press(button)
        mainwindow.down_to(self.person, item, self.person.see(role="menu", inside=self.page))
        self.person.key("Return")

    def choose_in_chip(self, chip, label):
        self.press(chip)
        choices = self.person.see(chip, "list", self.page)
        self.person.see(label, "list item", choices)
        if self.person.focused(choices) is None:
            self.person.key("Tab")
            self.person.wait(lambda: self.person.focused(choices), "focus in the choices")
        mainwindow.down_to(self.person, label, choices)
        self.person.key("Return")
        self.person.see(f"{chip}: .*", "button", self.page)

    def open_views(self):
        self.press("Saved Views")
        self.person.see("Name of a New View", inside=self.page)

    def choose_three(self):
        """The first ones: from the search by Enter into the list, and on with Shift."""
        self.person.key("ctrl+f", "Return")
        self.person.wait(lambda: self.person.focused(self.table), "focus in the list")
        self.person.key("Home", "shift+Down", "shift+Down")
        self.person.see("3 chosen", "label", self.page)

    def go_on(self, title, button):
        """What follows is told before it is done."""
        window = self.person.window(title)
        self.person.see_words("What Follows", window)
        self.person.tab_to(button, "button", window)
        self.person.key("Return")
        self.person.wait(lambda: len(self.person.windows()) == 1, "main window alone")


@contextlib.contextmanager
def at_list():
    desk = Desk()
    try:
        with mainwindow.opened(desk.profile) as person:
            person.see(r".*\d interviews?")
            desk.schedule()
            person.key("ctrl+f")
            here = List(desk, person)
            here.see_rows(desk.names(), "everybody")
            yield here
    finally:
        desk.close()


def check_search(here):
    number = here.desk.profile.expect("show", here.desk.uid)["meeting"]["id"]
    for words in (*WORDS, str(number)[:7]):
        here.person.key("ctrl+f")
        here.person.type(words)
        found = here.desk.names("--search", words)
        assert found, f"the terminal finds nothing for {words}"
        here.see_rows(found, words)
    here.person.key("Escape")
    here.see_rows(here.desk.names(), "everybody again")


def check_sorting(here):
    """By the menu: the heads of a GTK table are no stops of Tab."""
    for label, order in SORTS:
        here.choose_in_menu("Sort", label)
        here.see_rows(here.desk.names("--sort", order), f"sorted by {order}")
    here.choose_in_menu("Sort", "Descending")
    here.see_rows(here.desk.names(*LAST_FIRST), "the last one first")


def check_filters(here):
    everybody = here.desk.names(*LAST_FIRST)
    for chip, label, words in FILTERS:
        here.choose_in_chip(chip, label)
        here.see_rows(here.desk.names(*words, *LAST_FIRST) if words else here.desk.past(), label)
        here.press(f"Clear {chip}")
        here.see_rows(everybody, f"everybody without {label}")
    here.person.tab_to("Needs Attention", "button", here.page)
    here.person.key("space")
    here.see_rows(here.desk.names("--attention"), "what needs attention")
    here.press("Clear Filters|Clear Search and Filters")
    here.see_rows(everybody, "everybody")


def check_views(here):
    person, analysts = here.person, here.desk.names("--job", "Data Analyst", *LAST_FIRST)
    here.choose_in_chip("Job", "Data Analyst")
    here.see_rows(analysts, "analysts")
    here.open_views()
    person.tab_to("Name of a New View", inside=here.page)
    person.type("Analysts")
    person.key("Return")
    person.see_toast("View saved")
    here.press("Clear Filters")
    here.open_views()
    person.tab_to("Analysts", "list item", here.page)
    person.key("Return")
    here.see_rows(analysts, "the view")
    for undone in (True, False):
        here.open_views()
        here.press("Delete “Analysts”")
        person.see_toast("View deleted")
        if undone:
            mainwindow.undo(person)
            person.see_toast("View saved")
    here.open_views()
    person.key("Escape")
    person.wait(lambda: here.person.focused(here.page), "focus on the page again")


def check_list():
    with at_list() as here:
        for part in (check_search, check_sorting, check_filters, check_views):
            part(here)
        mainwindow.quit_by_key(here.person)
    return []


def check_export(here, uids):
    """The chosen ones as a file, whose name is typed where the toolkit asks for it; and nobody else."""
    person, file = here.person, here.desk.profile.folder / "three.ics"
    here.press("Export…")
    chooser = person.wait(lambda: next((window for window in person.root.children if window.name == "Export Interviews"), None), "question for a file")
    name = person.see("Name:", "text", chooser)
    person.wait(lambda: name.text == "Interviews.ics" and "focused" in name.states, "focus in the name")
    person.key("ctrl+a")
    person.type(str(file))
    person.wait(lambda: name.text == str(file), "name of the file")
    person.key("Return")
    person.see_toast("File saved")
    found = re.findall(r"^UID:(.*)\r$", file.read_bytes().decode(), re.MULTILINE)
    return [] if sorted(found) == sorted(uids) else [f"the file has {found}, not {uids}"]


def check_several():
    with at_list() as here:
        desk, person = here.desk, here.person
        uids = desk.uids()[:3]
        letters = desk.count_letters()
        here.choose_three()
        complaints = check_export(here, uids)
        here.press("Send Again.*")
        here.go_on("Send Invitations Again", "Send .*")
        person.wait(lambda: desk.count_letters() == letters + 3, "three letters")
        for undone in (True, False):
            here.choose_three()
            person.key("Delete")
            here.go_on("Cancel Interviews", "Cancel .*")
            person.wait(lambda: desk.statuses(uids) == ["cancelled"] * 3, "three cancelled interviews")
            if undone:
                mainwindow.undo(person)
                person.wait(lambda: desk.statuses(uids) == ["scheduled"] * 3, "interviews as they were")
        mainwindow.quit_by_key(person)
        if desk.statuses(uids) != ["cancelled"] * 3:
            complaints.append(f"in the end: {desk.statuses(uids)}")
    return complaints


def main():
    screen.run([
        ("SH-59/TA-14/searched, sorted, narrowed and saved as a view, as the terminal answers", check_list),
        ("SH-59/several at once: exported, sent again, cancelled, taken back", check_several),
    ])


main()
