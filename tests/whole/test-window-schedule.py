#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-window-schedule.py CONVENE PRACTICE-SERVER, inside display.py --a11y: somebody without a mouse schedules an interview in the window, and
somebody else the same in the terminal. What is kept, what Zoom has and what arrives has to be the same (SH-18 to SH-23)."""

import os
import pathlib
import re
import sys

import program
import screen
from practice import Practice

CONVENE, SERVER = sys.argv[1:]
START = program.next_year(3, 2, "10:00")

INTERVIEW = {
    "job": "Platform Engineer",
    "candidate": "Casey Candidate <casey@example.com>",
    "start": START,
    "duration": "45",
    "timezone": "Europe/Berlin",
    "candidate-timezone": "America/Mexico_City",
    "platform": "zoom",
    "agenda": "Introduction, then a talk about your work",
    "password": "abc123",
    "hiring-manager": "Harper Manager <harper@example.com>",
    "attendee": "Iris Interviewer <iris@example.org>",
    "details": "We look forward to meeting you.",
    "notes": "Ask about the garden.",
}


class Desk:
    """A profile with practice's server under it, which outlives each program."""

    def __init__(self):
        self.profile = program.Profile(CONVENE, "--practice", "--json", **screen.screen_variables())
        self.profile.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.practice = Practice(SERVER, str(self.profile.data))
        # Rows that the first window brings would be in the way of nothing, but take their time.
        self.profile.run("list")

    def close(self):
        self.practice.close()
        self.profile.close()

    def interviews(self):
        return self.profile.expect("list", "--all", "--search", INTERVIEW["job"])["interviews"]

    def describe(self):
        """What is kept, what Zoom has, and the letters, each without what differs from one time to the next."""
        found = self.interviews()
        assert len(found) == 1, f"{len(found)} interviews"
        kept = self.profile.expect("show", found[0]["uid"])
        topic = f"{INTERVIEW['job']} Interview"
        meetings = [meeting for meeting in self.practice.meetings() if meeting["topic"] == topic]
        letters = []
        for envelope in self.practice.state()["letters"]:
            letter = program.read_letter(pathlib.Path(self.practice.folder, "mail", envelope["file"]).read_bytes())
            if INTERVIEW["job"] in str(letter["Subject"]):
                letters.append((sorted(envelope["to"]) if "to" in envelope else None, letter))
        return blank(kept, [kept]), [blank(meeting, [kept]) for meeting in meetings], [tell(letter, kept) for letter in letters]


VOLATILE = {"id", "uuid", "created_at", "join_url", "start_url", "reference", "uid", "registration_url", "checked"}


def blank_text(text, kept):
    meeting = kept["meeting"] or {}
    for name, value in (("UID", kept["uid"]), ("LINK", meeting.get("join_url")), ("NUMBER", meeting.get("id"))):
        if value:
            text = text.replace(value, name).replace(value.replace("&", "&amp;"), name)
    number = meeting.get("id") or ""
    if number:
        text = text.replace(f"{number[:3]} {number[3:7]} {number[7:]}", "NUMBER")
    text = re.sub(r"ref [A-Z0-9]{4}-[A-Z0-9]{4}", "ref", text)
    return re.sub(r"\b(DTSTAMP|CREATED|LAST-MODIFIED):\w+", r"\1", text)


def blank(value, kept):
    if isinstance(value, dict):
        return {name: "…" if name in VOLATILE and one else blank(one, kept) for name, one in value.items()}
    if isinstance(value, list):
        return [blank(one, kept) for one in value]
    return blank_text(value, kept[0]) if isinstance(value, str) else value


def unfold(text):
    return re.sub(r"\r?\n[ \t]", "", text)


def tell(pair, kept):
    recipients, letter = pair
    headers = {name: blank_text(str(letter[name]), kept) for name in ("From", "To", "Cc", "Subject", "Importance", "X-Priority") if letter[name]}
    parts = [(part.get_content_type(), part.get_content_disposition(), blank_text(unfold(str(part.get_content() if part.get_content_maintype() == "text"
             else part.get_payload(decode=True).decode())), kept)) for part in letter.walk() if not part.is_multipart()]
    return recipients, headers, parts


def in_terminal(desk):
    words = ["schedule"]
    for name, value in INTERVIEW.items():
        words += ["--" + name, value]
    return desk.profile.run(*words)


def split_person(text):
    return re.fullmatch(r"(.*) <(.*)>", text).groups()


def fill_setup(person, wizard):
    page = person.see("Setup", "panel", wizard)
    name, address = split_person(INTERVIEW["candidate"])
    person.fill("Job", INTERVIEW["job"], page)
    person.fill("Name", name, page)
    person.fill("Mail address", address, page)
    person.fill("Agenda", INTERVIEW["agenda"], page)
    person.fill(r"Password \(optional\)", INTERVIEW["password"], page)
    person.key("Return")


def fill_time(person, wizard):
    page = person.see("Date & Time", "panel", wizard)
    person.see("Date.*", "text", page)
    date, time = INTERVIEW["start"].split()
    person.fill("Date.*", date, page)
    person.fill("Time, such.*", time, page)
    person.fill("Time zone of the interview", INTERVIEW["timezone"], page)
    person.fill("Candidate.s time zone", INTERVIEW["candidate-timezone"], page)
    person.see_words("03:00 for Casey", page)
    person.key("shift+Tab", "Return")


def fill_attendees(person, wizard):
    page = person.see("Attendees", "panel", wizard)
    name, address = split_person(INTERVIEW["hiring-manager"])
    person.see("Name", "text", page)
    person.fill("Name", name, page)
    person.fill("Mail address", address, page)
    person.fill("Add.*", INTERVIEW["attendee"], page)
    person.key("Return")
    person.see_words("iris@example.org", page)
    person.tab_to("Next", "button", wizard)
    person.key("Return")


def fill_details(person, wizard):
    page = person.see("Details", "panel", wizard)
    person.see("Message", "text", page)
    person.fill("Message", INTERVIEW["details"], page)
    person.fill("Notes", INTERVIEW["notes"], page)
    person.tab_to("Next", "button", wizard)
    person.key("Return")


def read_preview(person, wizard):
    """The plan's sentences and the letter's text are there before anything is done."""
    page = person.see("Preview", "panel", wizard)
    for words in ("Harper Manager|harper@example.com", "recruiter@example.com", INTERVIEW["details"], "Platform Engineer"):
        person.see_words(words, page)
    person.tab_to("Next", "button", wizard)
    person.key("Return")


def in_window(desk, outcome, fault):
    """The whole way, from Ctrl+N to Done. `outcome` is what the last page says in the end. What is to go wrong does so only then: the samples of a
    first start are scheduled too."""
    process = desk.profile.start_window()
    with program.ended(process):
        person = screen.Screen(process)
        try:
            person.window("Convene (Practice)")
            person.see_words("^Schedule Interview$")
            person.key("ctrl+n")
            wizard = person.window("Schedule Interview")
            for step in (fill_setup, fill_time, fill_attendees, fill_details, read_preview):
                step(person, wizard)
            page = person.see("Finalize", "panel", wizard)
            assert not desk.interviews(), "something was written before it was asked for"
            person.see("Schedule Interview", "button", page)
            if fault:
                desk.practice.fault(fault, on="create")
            person.tab_to("Schedule Interview", "button", page)
            person.key("Return")
            person.see_words(outcome, page)
            person.tab_to("Done", "button", page)
            person.key("Return")
            person.wait(lambda: len(person.windows()) == 1, "end of the wizard")
            person.key("ctrl+q")
            person.leave()
        except Exception:
            if os.environ.get("CONVENE_PICTURES"):
                person.picture(os.path.join(os.environ["CONVENE_PICTURES"], "failed.png"))
            print("\n".join("# " + line for line in person.describe().splitlines()), flush=True)
            raise


def compare(name, window, terminal):
    complaints = []
    for what, ours, theirs in zip(("rows", "meeting", "letters"), window, terminal):
        if ours != theirs:
            complaints += [f"{name}: {what} differ", f"window:   {ours}", f"terminal: {theirs}"]
        if not ours:
            complaints.append(f"{name}: there are no {what}")
    return complaints


def check_equal(name, outcome, fault=None, status=0):
    """The same interview both ways, each with its own Zoom, which may fail."""
    window, terminal = Desk(), Desk()
    try:
        in_window(window, outcome, fault)
        if fault:
            terminal.practice.fault(fault, on="create")
        said = in_terminal(terminal)
        if said.status != status:
            return [f"the terminal said: {said}"]
        ours, theirs = window.describe(), terminal.describe()
        if fault and (ours[1] or theirs[1]):
            return [f"{name}: Zoom has a meeting"]
        complaints = compare(name, ours, theirs)
        return [line for line in complaints if not (fault and line.endswith("no meeting"))]
    finally:
        window.close()
        terminal.close()


def main():
    screen.run([
        ("SH-23/wizard by keyboard: the same rows, meeting and letter as the terminal", lambda: check_equal("all well", "Everything is done|[Ss]cheduled")),
        ("SH-36/the same while Zoom fails", lambda: check_equal("Zoom fails", "without a link|could not", fault="300", status=1)),
    ])


main()
