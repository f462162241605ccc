#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A profile as people have it: a Zoom that is reached by its addresses, a mail server with a sign-in, a keyring. Runs within keyring-session.py,
which hands on the environment: CONVENE_TEST_PROGRAM and CONVENE_TEST_PRACTICE_SERVER are the two programs."""

import os
import sys

import program
import tap
from practice import HOST, Practice

try:
    import keyring
    from mailserver import MailServer, make_untrusted_context
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(0)

SECRET = "practice"
USER, PASSWORD = "rita", "correct horse battery"
ADDRESS = "rita@example.org"
START = program.next_year(12, 1, "10:00")
BUS = "DBUS_SESSION_BUS_ADDRESS"


class Office:
    """A person's machine, and the world around it. The checks are in the order of a person's day: one leaves to the next what it made."""

    def __init__(self, convene, server):
        self.practice = Practice(server)
        self.mail = MailServer(USER, PASSWORD)
        self.profile = program.Profile(convene, "--json", CONVENE_ZOOM_API_URL=self.practice.place["api_url"],
                                       CONVENE_ZOOM_OAUTH_URL=self.practice.place["oauth_url"], **{BUS: os.environ[BUS]})
        self.interview = None

    def close(self):
        self.profile.close()
        self.mail.close()
        self.practice.close()

    # --- signing in ---

    def connect_zoom(self, secret=SECRET, **variables):
        return self.profile.run("account", "connect", "zoom", "--server-to-server", "--account-id", "practice", "--client-id", "practice", "--host", HOST,
                                said=f"{secret}\n", **variables)

    def connect_mail(self, password=PASSWORD, port=None, security="none", **variables):
        return self.profile.run("account", "connect", "mail", "--address", f"Rita Recruiter <{ADDRESS}>", "--server", f"127.0.0.1:{port or self.mail.port}",
                                "--security", security, "--user", USER, said=f"{password}\n", **variables)

    def refused(self, answer, code, status=1):
        """What is wrong about an answer that should be a refusal that left nothing behind."""
        complaints = [] if answer.status == status and answer.code == code else [f"not {code}: {answer}"]
        if "error" in answer.document and not answer.document["error"]["message"]:
            complaints.append("nothing is said to a person")
        return complaints + self.nothing_kept()

    def nothing_kept(self):
        complaints = []
        accounts = self.profile.expect("account", "list")["accounts"]
        if accounts:
            complaints.append(f"accounts are kept: {accounts}")
        if keyring.list_items():
            complaints.append(f"the keyring keeps {keyring.list_items()}")
        return complaints

    def wrong_client_secret(self):
        return self.refused(self.connect_zoom("wrong"), "signed-out")

    def wrong_mail_password(self):
        return self.refused(self.connect_mail("wrong"), "signed-out")

    def untrusted_certificate(self):
        complaints = []
        context = make_untrusted_context(self.profile.folder)
        for security, options in (("tls", {"context": context}), ("starttls", {"starttls": context})):
            server = MailServer(USER, PASSWORD, **options)
            try:
                answer = self.connect_mail(port=server.port, security=security)
                complaints += self.refused(answer, "refused")
                if server.sign_ins:
                    complaints.append(f"{security}: the password was said")
            finally:
                server.close()
        return complaints

    def no_session_bus(self):
        complaints = []
        for address in (None, f"unix:path={self.profile.folder}/nobody"):
            complaints += self.refused(self.connect_zoom(**{BUS: address}), "no-keyring")
            complaints += self.refused(self.connect_mail(**{BUS: address}), "no-keyring")
        return complaints

    def wrong_addresses(self):
        """Plain http is for loopback alone, and what is no address is none: nothing is touched, not even a folder."""
        complaints = []
        profile = program.Profile(self.profile.program, "--json")
        for variable in ("CONVENE_ZOOM_API_URL", "CONVENE_ZOOM_OAUTH_URL"):
            for address in ("http://zoom.example.com/v2", "http://127.0.0.1.example.com/", "ftp://127.0.0.1/", "http://me:word@127.0.0.1/", "zoom", "https://"):
                answer = profile.run("account", "list", **{variable: address})
                if answer.status != 2 or answer.code != "invalid" or answer.document["error"]["field"] != variable:
                    complaints.append(f"{variable}={address}: {answer}")
        if profile.data.exists():
            complaints.append("something was touched")
        profile.close()
        return complaints

    def connect(self):
        zoom, mail = self.connect_zoom(), self.connect_mail()
        if zoom.status != 0 or mail.status != 0:
            return [f"zoom: {zoom}", f"mail: {mail}"]
        complaints = []
        expected = {"kind": "zoom", "method": "server-to-server", "address": HOST, "name": "Robin Recruiter", "state": "connected", "plan": "licensed",
                    "missing_scopes": []}
        complaints += differences("zoom", zoom.document, expected)
        complaints += differences("mail", mail.document, {"kind": "mail", "method": "password", "address": ADDRESS, "name": "Rita Recruiter", "state": "connected"})
        return complaints

    def list_accounts(self):
        accounts = {account["kind"]: account for account in self.profile.expect("account", "list")["accounts"]}
        complaints = [] if set(accounts) == {"zoom", "mail"} else [f"accounts {accounts}"]
        quota = accounts["zoom"]["quota"]
        if quota["limit"] != 100 or quota["used"] != 0:
            complaints.append(f"the quota is {quota}")
        kept = {item["kind"] for item in keyring.list_items()}
        return complaints + [f"the keyring has no {what}, but {kept}" for what in ("client-secret", "mail-password") if what not in kept]

    # --- the main job ---

    def schedule(self):
        answer = self.profile.run(*program.schedule("Staff Engineer", START, timezone="America/Mexico_City", duration="45", password="q_1-W"))
        if answer.status != 0:
            return [f"{answer}"]
        self.interview = answer.document
        meetings = self.practice.meetings()
        complaints = differences("interview", self.interview, {"status": "scheduled", "sequence": 0, "job": "Staff Engineer", "duration": 45, "platform": "zoom",
                                                               "timezone": "America/Mexico_City", "start": f"{START[:10]}T16:00:00Z"})
        if len(meetings) != 1:
            return complaints + [f"{len(meetings)} meetings"]
        complaints += differences("meeting", self.interview["meeting"], {"id": str(meetings[0]["id"]), "join_url": meetings[0]["join_url"], "password": "q_1-W",
                                                                         "host": HOST, "state": "live"})
        return complaints

    def letter(self):
        if len(self.mail.letters) != 1:
            return [f"{len(self.mail.letters)} letters"]
        letter = self.mail.letters[0]
        parsed = program.read_letter(letter.octets)
        complaints = differences("letter", letter._asdict(), {"sender": ADDRESS, "recipients": [self.interview["candidate"]["address"]], "user": USER})
        for kind in ("plain", "html"):
            if self.interview["meeting"]["join_url"] not in program.text_of(parsed, kind).replace("&amp;", "&"):
                complaints.append(f"the link is not in the {kind} text")
        _part, calendar, attachment = program.calendars_of(parsed)
        if calendar != attachment:
            complaints.append("the attachment is another .ics")
        return complaints + self.judge_calendar(calendar)

    def judge_calendar(self, octets, method="REQUEST"):
        try:
            import icalendar
        except ImportError:
            raise tap.Skip("python3-icalendar is not installed") from None
        calendar = icalendar.Calendar.from_ical(octets)
        event = calendar.walk("VEVENT")[0]
        start = program.read_instant(self.interview["start"])
        found = {"method": str(calendar["METHOD"]), "uid": str(event["UID"]), "start": int(event["DTSTART"].dt.timestamp()),
                 "end": int(event["DTEND"].dt.timestamp())}
        return differences(".ics", found, {"method": method, "uid": self.interview["uid"], "start": start, "end": start + 45 * 60})

    def look(self):
        uid = self.interview["uid"]
        listed = self.profile.expect("list")
        complaints = [] if listed["total"] == 1 and listed["interviews"][0]["uid"] == uid else [f"list: {listed}"]
        if self.profile.expect("show", uid[:8]) != self.interview:
            complaints.append("show says something else than schedule did")
        invited = self.profile.expect("invite", uid)["calendar"]
        if invited.encode() != program.calendars_of(program.read_letter(self.mail.letters[0].octets))[1]:
            complaints.append(f"invite is not what was sent: {invited}")
        path = self.profile.folder / "export.ics"
        exported = self.profile.run("export", "--output", str(path))
        if exported.status != 0:
            return complaints + [f"export: {exported}"]
        return complaints + self.judge_calendar(path.read_bytes(), "PUBLISH")

    def other_oauth_address(self):
        """An account is used only with the address that it was connected under: its secret is for nobody else."""
        with_other = {"CONVENE_ZOOM_OAUTH_URL": self.practice.place["oauth_url"].replace("127.0.0.1", "localhost")}
        before = self.practice.state()["counts"]
        answer = self.profile.run(*program.schedule("Elsewhere", START, no_mail=True), "--wait", "5", **with_other)
        complaints = [] if answer.status == 1 and answer.code == "no-account" else [f"{answer}"]
        if self.practice.state()["counts"] != before:
            complaints.append(f"it was called: {before} became {self.practice.state()['counts']}")
        return complaints

    # --- leaving ---

    def disconnect(self):
        complaints = []
        for address in (HOST, ADDRESS):
            answer = self.profile.run("account", "disconnect", address)
            if answer.status != 0 or answer.document["disconnected"] != address:
                complaints.append(f"{answer}")
        meeting = self.profile.expect("show", self.interview["uid"])["meeting"]
        if meeting["state"] != "unmanaged":
            complaints.append(f"the meeting is {meeting}")
        return complaints + self.nothing_kept()

    def locked_keyring(self):
        again = self.connect_zoom()
        keyring.lock()
        complaints = [] if again.status == 0 else [f"connected again: {again}"]
        for words in (program.schedule("Locked", START, no_mail=True) + ["--wait", "5"], None):
            answer = self.profile.run(*words) if words else self.connect_zoom()
            if answer.status != 1 or answer.code != "keyring-locked":
                complaints.append(f"{answer}")
        return complaints


def differences(what, found, expected):
    return [f"{what}: {key} is {found[key]!r}, not {value!r}" for key, value in expected.items() if found[key] != value]


def main(convene, server):
    office = Office(convene, server)
    try:
        tap.run([
            ("SH-43 a wrong client secret is refused and nothing kept", office.wrong_client_secret),
            ("a wrong mail password is refused and nothing kept", office.wrong_mail_password),
            ("a mail server without a good certificate gets no password", office.untrusted_certificate),
            ("no session bus, no account", office.no_session_bus),
            ("wrong addresses of Zoom touch nothing", office.wrong_addresses),
            ("accounts are connected", office.connect),
            ("accounts are listed, their secrets in the keyring", office.list_accounts),
            ("SH-1 an interview is scheduled", office.schedule),
            ("SH-27 its one letter and the .ics in it", office.letter),
            ("list, show, invite and export", office.look),
            ("an account is used under its own address alone", office.other_oauth_address),
            ("nothing is kept of an account that is disconnected", office.disconnect),
            ("a locked keyring", office.locked_keyring),
        ])
    finally:
        office.close()


if __name__ == "__main__":
    main(os.environ["CONVENE_TEST_PROGRAM"], os.environ["CONVENE_TEST_PRACTICE_SERVER"])
