#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program and a real SMTP server that makes it difficult: what leaves, how often, and what the program says of it. Runs within
keyring-session.py, which hands on the environment: CONVENE_TEST_PROGRAM is the program."""

import itertools
import os
import re
import subprocess
import sys

import program
import tap

try:
    from mailserver import MailServer, make_untrusted_context
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(0)

USER, PASSWORD = "rita", "correct horse battery"
ADDRESS = "rita@example.org"
ADA, HUGO = "ada@example.com", "hugo@example.org"
START = program.next_year(12, 1, "10:00")
BUS = "DBUS_SESSION_BUS_ADDRESS"
AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt"

# A file system of its own, in which the machine trusts one certificate and no other.
TRUSTING = ["unshare", "--user", "--map-current-user", "--keep-caps", "--mount", "sh", "-c", 'mount --bind "$1" "$2" && shift 2 && exec "$@"', "sh"]


class Trusting(program.Profile):
    """A profile on a machine whose authorities are in a file of the test's."""

    def __init__(self, convene, *options, **variables):
        super().__init__(convene, *options, **variables)
        self.context = make_untrusted_context(self.folder)
        self.machine = [*TRUSTING, str(self.folder / "server.pem"), AUTHORITIES]

    def check(self):
        tried = subprocess.run([*self.machine, "true"], capture_output=True, check=False)
        if tried.returncode != 0 or not os.path.exists(AUTHORITIES):
            raise tap.Skip("no file system of one's own here")

    def start(self, *arguments, **variables):
        environment = {**self.environment, **variables}
        return subprocess.Popen([*self.machine, self.program, *self.options, *arguments], env=environment, cwd=self.folder,
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def connect(profile, mail, security="none"):
    return profile.run("account", "connect", "mail", "--address", f"Rita Recruiter <{ADDRESS}>", "--server", f"127.0.0.1:{mail.port}",
                       "--security", security, "--user", USER, said=f"{PASSWORD}\n")


def words(job, **options):
    """An interview that needs no Zoom, so that its letter is all there is to do."""
    return program.schedule(job, START, candidate=f"Ada Lovelace <{ADA}>", hiring_manager=f"Hugo Haupt <{HUGO}>", platform="link",
                            link="https://example.org/room", **options)


def invitation_of(answer):
    return next(operation for operation in answer.document["operations"] if operation["kind"] == "mail-invitation")


def differences(found, expected):
    return [f"{key} is {found.get(key)!r}, not {value!r}" for key, value in expected.items() if found.get(key) != value]


def ids_of(letters):
    return [program.read_letter(letter.octets)["message-id"] for letter in letters]


class Post:
    """A machine with a mail account, and the server that it is at. Each check has an interview of its own."""

    def __init__(self, convene):
        self.mail = MailServer(USER, PASSWORD)
        self.profile = program.Profile(convene, "--json", **{BUS: os.environ[BUS]})
        connected = connect(self.profile, self.mail)
        assert connected.status == 0, connected

    def close(self):
        self.profile.close()
        self.mail.close()

    def begin(self, refusals=None, endings=()):
        self.mail.letters.clear()
        self.mail.arrivals.clear()
        self.mail.refusals = refusals or {}
        self.mail.endings = iter(endings)

    def schedule(self, job, *more, refusals=None, endings=()):
        self.begin(refusals, endings)
        return self.profile.run(*words(job), *more)

    def sent_once(self, answer, copies=1, equal=True):
        """What is wrong about an invitation that should have been taken once, for all, after it came so often."""
        complaints = [] if answer.status == 0 else [f"{answer}"]
        complaints += differences(invitation_of(answer), {"state": "done"})
        if len(self.mail.letters) != 1 or len(self.mail.arrivals) != copies:
            return complaints + [f"{len(self.mail.letters)} letters taken of {len(self.mail.arrivals)}"]
        if equal and (len({letter.octets for letter in self.mail.arrivals}) != 1 or len(set(ids_of(self.mail.arrivals))) != 1):
            complaints.append("the copies are not equal")
        if set(self.mail.letters[0].recipients) != {ADA, HUGO}:
            complaints.append(f"it went to {self.mail.letters[0].recipients}")
        return complaints + self.nothing_more()

    def nothing_more(self):
        """Nothing is left that another run of the program would send."""
        before = len(self.mail.arrivals)
        self.profile.run("sync")
        return [] if len(self.mail.arrivals) == before else ["the next run sent it again"]

    # --- refused for good ---

    def one_refused(self):
        answer = self.schedule("One Refused", refusals={HUGO: itertools.repeat("550 5.1.1 nobody here")})
        operation = invitation_of(answer)
        complaints = [] if answer.status == 1 and answer.code == "mail-refused" else [f"{answer}"]
        complaints += differences(operation, {"state": "failed"})
        if HUGO not in operation["error"]["message"] or ADA in operation["error"]["message"]:
            complaints.append(f"it says {operation['error']}")
        if [letter.recipients for letter in self.mail.letters] != [[ADA]]:
            complaints.append(f"it went to {[letter.recipients for letter in self.mail.letters]}")
        return complaints + self.nothing_more()

    def all_refused(self):
        answer = self.schedule("All Refused", refusals={address: itertools.repeat("550 5.1.1 nobody here") for address in (ADA, HUGO)})
        operation = invitation_of(answer)
        complaints = [] if answer.status == 1 and answer.code == "mail-refused" else [f"{answer}"]
        complaints += differences(operation, {"state": "failed"}) + differences(answer.document, {"status": "scheduled"})
        if ADA not in operation["error"]["message"] or self.mail.arrivals:
            complaints.append(f"it says {operation['error']}, and {len(self.mail.arrivals)} letters came")
        return complaints + self.nothing_more()

    def retried(self):
        """A person who corrected the server, or its rule, tries again."""
        answer = self.schedule("Tried Again", refusals={ADA: iter(["550 5.1.1 nobody here"]), HUGO: iter(["550 5.1.1 nobody here"])})
        if answer.status != 1:
            return [f"{answer}"]
        return self.sent_once(self.profile.run("retry", answer.document["uid"]))

    # --- refused for now ---

    def candidate_later(self):
        return self.sent_once(self.schedule("Candidate Later", refusals={ADA: iter(["450 4.2.0 greylisted", "451 4.3.0 later"])}))

    def letter_later(self):
        """The server said that it has not got it: what is sent next may be written anew."""
        return self.sent_once(self.schedule("Letter Later", endings=["451 4.3.0 later", "452 4.3.1 no room"]), copies=3, equal=False)

    def still_waiting(self):
        """Whoever waits no longer reads that it is not lost."""
        answer = self.schedule("Still Waiting", "--wait", "2", refusals={ADA: itertools.repeat("450 4.2.0 greylisted")})
        complaints = [] if answer.status == 1 and answer.code == "rate-limited" else [f"{answer}"]
        operation = invitation_of(answer)
        complaints += differences(operation, {"state": "waiting"})
        if not operation["due"] or operation["error"]["code"] != "rate-limited" or ADA not in operation["error"]["message"]:
            complaints.append(f"it says {operation['error']}")
        self.mail.refusals = {}
        return complaints + self.sent_once(self.profile.run("retry", answer.document["uid"]))

    # --- nobody knows ---

    def lost_after_data(self):
        return self.sent_once(self.schedule("Lost", endings=["drop", "drop"]), copies=3)

    def killed_after_data(self):
        """The program is gone between the letter's last octet and the answer."""
        self.begin(endings=["hang"])
        process = self.profile.start(*words("Killed While Sending"))
        with program.ended(process):
            program.wait_until(lambda: self.mail.arrivals, "the letter")
            process.kill()
            process.wait()
        listed = self.profile.expect("list", "--search", "Killed While Sending")["interviews"]
        return self.sent_once(self.profile.run("retry", listed[0]["uid"]), copies=2)

    # --- encryption ---

    def with_starttls(self, convene):
        profile = Trusting(convene, "--json", **{BUS: os.environ[BUS]})
        try:
            profile.check()
            mail = MailServer(USER, PASSWORD, starttls=profile.context)
            try:
                complaints = self.encrypted(profile, mail)
            finally:
                mail.close()
            return complaints or self.stripped(profile, mail.port)
        finally:
            profile.close()

    def encrypted(self, profile, mail):
        connected = connect(profile, mail, "starttls")
        answer = profile.run(*words("Encrypted")) if connected.status == 0 else connected
        if answer.status != 0 or len(mail.letters) != 1:
            return [f"{answer}", f"{len(mail.letters)} letters"]
        letter = mail.letters[0]
        complaints = differences(letter._asdict(), {"sender": ADDRESS, "user": USER})
        if set(letter.recipients) != {ADA, HUGO} or b"\n" in re.sub(rb"\r\n", b"", letter.octets):
            complaints.append(f"the letter to {letter.recipients} is not as it left")
        return complaints

    def stripped(self, profile, port):
        """Somebody on the way takes STARTTLS out of the server's answers: neither the password nor a letter goes there."""
        open_one = MailServer(USER, PASSWORD, port=port)
        try:
            answer = profile.run(*words("Stripped"), "--wait", "5")
            complaints = [] if answer.status == 1 and "STARTTLS" in invitation_of(answer)["error"]["message"] else [f"{answer}"]
            if open_one.sign_ins or open_one.arrivals:
                complaints.append("the password, or a letter, went out in the open")
        finally:
            open_one.close()
        return complaints


def main(convene):
    post = Post(convene)
    try:
        tap.run([
            ("SH-29 a recipient is refused: the others have the letter, and a person reads who has not", post.one_refused),
            ("SH-29 all are refused", post.all_refused),
            ("SH-29 tried again after a refusal", post.retried),
            ("O-1 the candidate's server says later, then takes it", post.candidate_later),
            ("O-1 the letter is put off after its data, then taken", post.letter_later),
            ("O-1 put off for longer than anybody waits", post.still_waiting),
            ("O-1 lost after the data: the same octets again", post.lost_after_data),
            ("O-1 killed after the data: the same octets again", post.killed_after_data),
            ("SH-50 STARTTLS, and nothing without it", lambda: post.with_starttls(convene)),
        ])
    finally:
        post.close()


if __name__ == "__main__":
    main(os.environ["CONVENE_TEST_PROGRAM"])
