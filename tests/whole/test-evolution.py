#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-evolution.py CONVENE PRACTICE-SERVER: Evolution Data Server, which Evolution and GNOME Calendar stand on, takes the invitation, its update and its
cancellation out of the letters that left (TA-9, SH-29), as a mail program hands them to it."""

import datetime
import pathlib
import sys
import zoneinfo

import program
import tap
from practice import Practice

ADA, HUGO, INES, OTTO = "ada@example.com", "hugo@example.org", "ines@example.org", "otto@example.org"
START, LATER = program.next_year(12, 1, "10:00"), program.next_year(12, 2, "11:30")
ZONE = "Europe/Berlin"


def load():
    """The libraries, where they are installed. Without its zones' own data a calendar would be asked for in vain."""
    try:
        import gi
        for name, version in (("ECal", "2.0"), ("EDataServer", "1.2"), ("ICalGLib", "3.0")):
            gi.require_version(name, version)
        from gi.repository import ECal, EDataServer, ICalGLib
    except (ImportError, ValueError):
        raise tap.Skip("gir1.2-ecal-2.0 is not installed") from None
    if not pathlib.Path("/usr/share/dbus-1/services/org.gnome.evolution.dataserver.Calendar8.service").exists():
        raise tap.Skip("evolution-data-server is not installed")
    return ECal, EDataServer, ICalGLib


def instant_of(typed):
    return int(datetime.datetime.fromisoformat(typed).replace(tzinfo=zoneinfo.ZoneInfo(ZONE)).timestamp())


class Peer:
    """A recruiter's letters, and the calendar of somebody who is invited."""

    def __init__(self, convene, server):
        self.convene, self.server = convene, server
        self.profile = self.practice = self.client = self.uid = None

    def open(self):
        self.ecal, sources, self.ical = load()
        self.profile = program.Profile(self.convene, "--practice", "--json")
        self.profile.data.mkdir(parents=True)
        self.practice = Practice(self.server, str(self.profile.data))
        registry = sources.SourceRegistry.new_sync(None)
        # It waits for the calendar, not for the network: there is none that it would tell of.
        self.client = self.ecal.Client.connect_sync(registry.ref_builtin_calendar(), self.ecal.ClientSourceType.EVENTS, 0xFFFFFFFF, None)
        return []

    def close(self):
        if self.practice:
            self.practice.close()
        if self.profile:
            self.profile.close()

    def need(self):
        if self.client is None:
            load()
            raise ValueError("there is no calendar")

    def take(self, *words):
        """Calls the program, and gives the .ics of the letter that left to the calendar."""
        before = len(self.practice.state()["letters"])
        answer = self.profile.expect(*words)
        envelopes = self.practice.state()["letters"][before:]
        assert len(envelopes) == 1, f"{words}: {len(envelopes)} letters, {answer}"
        letter = program.read_letter(pathlib.Path(self.practice.folder, "mail", envelopes[0]["file"]).read_bytes())
        _, calendar, _ = program.calendars_of(letter)
        component = self.ical.Component.new_from_string(calendar.decode())
        assert self.client.receive_objects_sync(component, self.ecal.OperationFlags.NONE, None), "it does not take it"
        return answer

    def events(self):
        _, found = self.client.get_object_list_sync("#t", None)
        return found or []

    def text_of(self, event, kind):
        found = event.get_first_property(kind)
        return found.get_value_as_string() if found else None

    def instant(self, event, time):
        """By the calendar's own zones: what it keeps of the ones in the file."""
        zone = time.get_timezone()
        if zone is None and time.get_tzid():
            _, zone = self.client.get_timezone_sync(time.get_tzid(), None)
        return time.as_timet_with_zone(zone)

    def differences(self, start, sequence):
        kind, events = self.ical.PropertyKind, self.events()
        if len(events) != 1:
            return [f"there are {len(events)} events"]
        event = events[0]
        people, person = {}, event.get_first_property(kind.ATTENDEE_PROPERTY)
        while person:
            people[person.get_value_as_string().removeprefix("mailto:")] = person.get_parameter_as_string("PARTSTAT"), person.get_parameter_as_string("RSVP")
            person = event.get_next_property(kind.ATTENDEE_PROPERTY)
        seen = {
            "uid": event.get_uid(),
            "summary": event.get_summary(),
            "sequence": event.get_sequence(),
            "start": self.instant(event, event.get_dtstart()),
            "end": self.instant(event, event.get_dtend()),
            "status": event.get_status(),
            "asked": sorted(address for address, (answer, asked) in people.items() if (answer, asked) == ("NEEDS-ACTION", "TRUE")),
            "link": event.get_location() == self.text_of(event, kind.URL_PROPERTY) and event.get_location().startswith("https://"),
        }
        expected = {
            "uid": self.uid,
            "summary": "Staff Engineer Interview",
            "sequence": sequence,
            "start": instant_of(start),
            "end": instant_of(start) + 60 * 60,
            "status": self.ical.PropertyStatus.CONFIRMED,
            "asked": [ADA, HUGO, INES, OTTO],
            "link": True,
        }
        return [f"{name} is {seen[name]!r}, not {value!r}" for name, value in expected.items() if seen[name] != value]

    def invitation(self):
        self.need()
        self.uid = self.take(*program.schedule("Staff Engineer", START, candidate=f"Ada Lovelace <{ADA}>", hiring_manager=f"Hugo Haupt <{HUGO}>",
                                               attendee=f"Inés Ibarra <{INES}>", optional=f"Otto <{OTTO}>"))["uid"]
        return self.differences(START, 0)

    def update(self):
        self.need()
        self.take("reschedule", self.uid, "--start", LATER, "--timezone", ZONE)
        return self.differences(LATER, 1)

    def cancellation(self):
        self.need()
        self.take("cancel", self.uid)
        return [f"still there: {event.as_ical_string()}" for event in self.events()]


def main(convene, server):
    peer = Peer(convene, server)
    try:
        tap.run([
            ("SH-29 Evolution's calendar is there", peer.open),
            ("TA-9 it takes the invitation: the event, its time, its people", peer.invitation),
            ("TA-9 it takes the update: the same event at its new time", peer.update),
            ("TA-9 it takes the cancellation: no event is left", peer.cancellation),
        ])
    finally:
        peer.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
