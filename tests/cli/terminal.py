# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The program as it is used from a terminal, in a home of its own, over practice's server."""

import email
import email.policy
import json
import os
import shutil
import subprocess
import tempfile

from practice import Practice

# What a test gives unless it says otherwise: a Zoom interview in December 2098, in a zone that is neither the machine's nor the candidate's.
USUAL = {
    "job": "Staff Engineer",
    "candidate": "María López <maria@example.org>",
    "start": "2098-12-01 10:00",
    "timezone": "America/Mexico_City",
    "duration": "45",
    "platform": "zoom",
    "agenda": "Introduction\nExperience\nQuestions",
}


def options(**changes):
    """The words of a schedule: USUAL with changes, in which None takes an option away and a list gives it several times."""
    words = ["schedule"]
    for name, value in {**USUAL, **changes}.items():
        option = "--" + name.replace("_", "-")
        if value is True:
            words.append(option)
        elif value is not None:
            for one in value if isinstance(value, list) else [value]:
                words += [option, one]
    return words


class Answer:
    def __init__(self, process):
        self.status = process.returncode
        self.out = process.stdout
        self.err = process.stderr

    def json(self):
        return json.loads(self.out)

    def text(self):
        return self.out.decode()


class Terminal:
    """`online` starts practice's server beforehand, so that it can be asked and told things; the program finds it there."""

    def __init__(self, program, online=True):
        self.program = program
        self.home = tempfile.mkdtemp(prefix="convene-terminal-")
        self.data = os.path.join(self.home, "data")
        self.folder = os.path.join(self.data, "convene", "practice")
        self.practice = None
        os.mkdir(self.data, 0o700)
        if online:
            os.makedirs(self.folder, 0o700)
            self.practice = Practice(program, self.folder)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        if self.practice is not None:
            self.practice.stop()
            os.close(self.practice.lease)
        shutil.rmtree(self.home)

    def environment(self, **more):
        """No display, no session bus, and nothing of whoever runs the tests."""
        kept = {name: value for name, value in os.environ.items()
                if name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")
                and not name.startswith("CONVENE_") and not name.startswith("ZOOM_")}
        return {**kept, "HOME": self.home, "XDG_DATA_HOME": self.data, "XDG_CONFIG_HOME": self.home, "XDG_CACHE_HOME": self.home,
                "TZ": "America/New_York", **more}

    def call(self, *words, stdin=b"", **environment):
        """Any call; words may be bytes."""
        return Answer(subprocess.run([self.program, *words], input=stdin, capture_output=True, env=self.environment(**environment), timeout=110))

    def practise(self, *words, status=0, **more):
        """A call on the practice account with JSON, which must end with this status: what it answered."""
        answer = self.call("--practice", "--json", *words, **more)
        assert answer.status == status, (answer.status, answer.out, answer.err)
        return answer.json()

    def schedule(self, status=0, **changes):
        return self.practise(*options(**changes), status=status)

    def letters(self):
        """Every letter that practice filed, in the order of their arrival."""
        folder = os.path.join(self.folder, "mail")
        names = sorted(name for name in os.listdir(folder) if name.endswith(".eml")) if os.path.isdir(folder) else []
        letters = []
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                letters.append(email.message_from_bytes(file.read(), policy=email.policy.SMTP))
        return letters

    def meeting(self):
        """The one meeting that there is."""
        meetings = self.practice.meetings()
        assert len(meetings) == 1, meetings
        return meetings[0]


def body(letter, kind):
    """The text of the letter as plain or html."""
    return letter.get_body((kind,)).get_content()


def calendars(letter):
    """The .ics of a letter, as (disposition, method, octets) for each part that holds it."""
    found = []
    for part in letter.walk():
        if part.get_content_type() in ("text/calendar", "application/ics"):
            found.append((part.get_content_disposition(), part.get_param("method"), part.get_payload(decode=True)))
    return found


def states(interview):
    """Kind and state of each operation that is no reminder."""
    return [(one["kind"], one["state"]) for one in interview["operations"] if one["kind"] != "mail-reminder"]
