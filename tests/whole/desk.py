# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody in practice who has an interview that everybody knows of, as several tests of the window begin."""

import datetime

import program
import screen
from practice import Practice

JOB = "Glass Blower"
CANDIDATE = "Vera Glass"
ADDRESS = "vera@example.com"


def soon(clock):
    """A time that the month of today shows, before the hours of practice's own interviews."""
    return f"{datetime.date.today() + datetime.timedelta(days=3)} {clock}"


class Desk:
    """A profile with that interview: its meeting is made, its invitation is sent. Variables are added to the program's environment."""

    def __init__(self, convene, server, start=None, variables=None, **options):
        self.profile = program.Profile(convene, "--practice", "--json", **screen.screen_variables(), **(variables or {}))
        self.profile.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.practice = Practice(server, str(self.profile.data))
        self.profile.run("list")
        self.uid = self.profile.expect(*program.schedule(JOB, start or soon("07:30"), candidate=f"{CANDIDATE} <{ADDRESS}>", **options))["uid"]
        self.number = self.interview()["meeting"]["id"]

    def close(self):
        self.practice.close()
        self.profile.close()

    def interview(self):
        return self.profile.expect("show", self.uid)

    def meeting(self):
        """As Zoom has it; None where it does not."""
        return next((meeting for meeting in self.practice.meetings() if str(meeting["id"]) == str(self.number)), None)

    def letters(self, address=ADDRESS):
        """How many were sent there."""
        return len([letter for letter in self.practice.state()["letters"] if address in str(letter)])
