#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No secret in any file, log, argument or child's environment. Everything that the program does with secrets is done once, with secrets that are like
nothing else, and then they are looked for. Runs within keyring-session.py, which hands on the environment: CONVENE_TEST_PROGRAM and
CONVENE_TEST_PRACTICE_SERVER are the two programs."""

import base64
import email.message
import os
import pathlib
import secrets
import subprocess
import sys
import tempfile
import urllib.parse

import browser
import program
import scan
import tap
from practice import HOST, SECOND_HOST, Practice
from relay import Relay

try:
    import keyring
    from mailserver import MailServer
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(0)

USER, ADDRESS = "rita", "rita@example.org"
CLIENT_ID = "client-id-of-the-test"
START = program.next_year(12, 1, "10:00")
BUS = "DBUS_SESSION_BUS_ADDRESS"
CLIENT_VARIABLES = ["CONVENE_ZOOM_CLIENT_ID", "CONVENE_ZOOM_CLIENT_SECRET", "ZOOM_API_CLIENT_ID", "ZOOM_API_CLIENT_SECRET"]


def new_secret():
    """Has what percent-encoding, JSON and base64 change."""
    return f"{secrets.token_hex(8)}+/=&%\"\\{secrets.token_hex(8)}"


class Session:
    """A person's session with the program, watched from outside."""

    def __init__(self, convene, server):
        self.client_secret, self.wrong_secret = new_secret(), new_secret()
        self.password, self.wrong_password = new_secret(), new_secret()
        self.practice = Practice(server)
        self.relay = Relay(self.practice, CLIENT_ID, self.client_secret)
        self.mail = MailServer(USER, self.password)
        self.profile = program.Profile(convene, CONVENE_ZOOM_API_URL=f"{self.relay.address}/v2", CONVENE_ZOOM_OAUTH_URL=f"{self.relay.address}/oauth",
                                       G_MESSAGES_DEBUG="all", **{BUS: os.environ[BUS]})
        self.watches = []
        self.said = []
        self.complaints = []

    def close(self):
        self.profile.close()
        self.relay.close()
        self.mail.close()
        self.practice.close()

    def run(self, *arguments, status=0, said="", act=None):
        """A call, whole; `act` is what a person does while it waits for them."""
        process = self.profile.start(*arguments)
        with program.ended(process), scan.Watch(process.pid) as watch:
            if act is None:
                answer = program.finish(process, said)
            else:
                waiting = browser.Waiting(process, said)
                act(waiting)
                answer = waiting.finish()
        self.watches.append((arguments, watch))
        self.said.append((arguments, answer))
        if answer.status != status:
            self.complaints.append(f"{arguments}: {answer}")
        self.complaints += self.scanner().scan_folder(self.profile.folder)
        return answer

    def scanner(self):
        """Knows all that is secret by now."""
        scanner = scan.Scanner()
        scanner.add("the client secret", self.client_secret)
        scanner.add("a wrong client secret", self.wrong_secret)
        scanner.add("id and client secret", f"{CLIENT_ID}:{self.client_secret}")
        scanner.add("id and client secret as forms have them", f"{CLIENT_ID}:{urllib.parse.quote(self.client_secret, safe='')}")
        scanner.add("the mail password", self.password)
        scanner.add("a wrong mail password", self.wrong_password)
        scanner.add("the mail sign-in", f"\0{USER}\0{self.password}")
        for number, token in enumerate(sorted(self.relay.tokens), 1):
            scanner.add(f"{self.relay.tokens[token]} {number}", token)
        for number, address in enumerate(sorted(self.relay.start_urls), 1):
            scanner.add(f"start_url {number}", address)
            scanner.add(f"the key in start_url {number}", urllib.parse.parse_qs(urllib.parse.urlsplit(address).query)["zak"][0])
        return scanner

    # --- the session itself ---

    def connect_zoom(self, secret, status=0):
        return self.run("--json", "account", "connect", "zoom", "--server-to-server", "--account-id", "practice", "--client-id", CLIENT_ID, "--host", HOST,
                        said=f"{secret}\n", status=status)

    def connect_mail(self, password, status=0):
        return self.run("account", "connect", "mail", "--address", ADDRESS, "--server", f"127.0.0.1:{self.mail.port}", "--security", "none", "--user", USER,
                        said=f"{password}\n", status=status)

    def sign_in(self, act, status=0):
        """By browser, with an app of one's own that has a secret."""
        return self.run("account", "connect", "zoom", "--no-browser", "--client-id", CLIENT_ID, "--client-secret", said=f"{self.client_secret}\n", act=act,
                        status=status)

    def allow(self, waiting):
        browser.get(browser.answer(waiting.find_address()))

    def decline(self, waiting):
        browser.get(browser.answer(waiting.find_address(), allow=False))

    def mistake(self, waiting):
        """Somebody else's answer comes first."""
        sent = browser.answer(waiting.find_address())
        browser.get(browser.with_query(sent, state="A" * 43))
        browser.get(sent)

    def type_code(self, waiting):
        self.practice.control({"device": {"user_code": waiting.find_code(), "user": SECOND_HOST, "allow": True}})

    def live_with_people(self):
        """Signing in as oneself, by browser and by code: well, declined, badly answered; a token that is refreshed, a refresh whose answer is lost, a
        sign-in that is ended at Zoom; leaving while Zoom does not listen."""
        self.practice.set(device_interval_s=1, access_life_s=240)
        self.sign_in(self.decline, status=1)
        for fault in ("invalid-json", "html", "4738", "bad-api-url"):
            self.practice.fault(fault, on="token", match="authorization_code")
            self.sign_in(self.allow, status=1)
        self.sign_in(self.mistake)
        self.run("account", "connect", "zoom", "--device", "--client-id", "practice", act=self.type_code)
        self.run("--json", *program.schedule("As myself", START, no_mail=True))
        self.run("account", "check")
        self.practice.fault("lost-refresh")
        self.run("account", "check", HOST, status=1)
        self.run(*program.schedule("Waits", START, no_mail=True, hiring_manager=f"Robin <{HOST}>"), "--wait", "2", status=1)
        self.sign_in(self.allow)
        self.run("sync")
        self.practice.control({"revoke": {"user": SECOND_HOST}})
        self.run("--json", "account", "check", SECOND_HOST, status=1)
        self.practice.fault("503", on="revoke", times=4)
        self.run("account", "disconnect", HOST)
        self.run("account", "disconnect", SECOND_HOST)
        self.run("sync")
        self.practice.set(access_life_s=3599)
        return self.complaints

    def live(self):
        """Signing in rightly and wrongly, the main job, a token that ends, a Zoom that fails, a password that was changed elsewhere."""
        self.connect_zoom(self.wrong_secret, status=1)
        self.connect_zoom(self.client_secret)
        self.connect_mail(self.wrong_password, status=1)
        self.connect_mail(self.password)
        self.run("account", "list")
        uid = self.run("--json", *program.schedule("Staff Engineer", START))
        if uid.status != 0:
            return self.complaints
        uid = uid.document["uid"]
        self.practice.fault("401", on="create")
        self.run(*program.schedule("Another token", START))
        self.practice.fault("300", on="create")
        self.run("--json", *program.schedule("Refused", START), status=1)
        self.mail.account = self.mail.account._replace(password=b"another word")
        self.run(*program.schedule("No mail", START), "--wait", "2", status=1)
        for words in (["show", uid], ["list", "--all"], ["invite", uid], ["export"], ["account", "list"]):
            self.run(*words)
        self.run("sync", "--wait", "2", status=1)
        self.run("account", "disconnect", HOST)
        self.run("account", "disconnect", ADDRESS)
        return self.complaints

    def was_real(self):
        """There was something to be found: what was looked for was in use, and the looking was close."""
        complaints = []
        kinds = list(self.relay.tokens.values())
        few = [name for name, least in (("access_token", 6), ("refresh_token", 6), ("code", 6), ("code_verifier", 6), ("device_code", 1)) if kinds.count(name) < least]
        if few or not self.relay.start_urls:
            complaints.append(f"{sorted(kinds)} and {len(self.relay.start_urls)} start_urls were given out: too few {few}")
        if not self.mail.letters or not all(letter.user == USER for letter in self.mail.letters) or False not in self.mail.sign_ins:
            complaints.append(f"letters {len(self.mail.letters)}, sign-ins {self.mail.sign_ins}")
        if sum(watch.looks for _arguments, watch in self.watches) < 5 * len(self.watches) or any(not watch.arguments for _arguments, watch in self.watches):
            complaints.append(f"looked {[watch.looks for _arguments, watch in self.watches]} times")
        if not list(self.profile.data.glob("*.db")):
            complaints.append("there is no database")
        return complaints

    # --- what is looked through ---

    def files(self):
        return self.scanner().scan_folder(self.profile.folder)

    def logs(self):
        scanner = self.scanner()
        complaints = []
        for arguments, answer in self.said:
            complaints += scanner.scan(f"standard output of {arguments}", answer.output.encode())
            complaints += scanner.scan(f"standard error of {arguments}", answer.errors.encode())
        if not any(answer.errors for _arguments, answer in self.said):
            complaints.append("nothing was logged at all")
        return complaints

    def arguments(self):
        scanner = self.scanner()
        return [complaint for arguments, watch in self.watches for octets in watch.arguments
                for complaint in scanner.scan(f"arguments of {arguments}", octets)]

    def environments(self):
        scanner = self.scanner()
        complaints = []
        for arguments, watch in self.watches:
            for octets in watch.environments.union(*watch.children.values()):
                complaints += scanner.scan(f"environment of {arguments}", octets)
        return complaints

    def letters(self):
        scanner = self.scanner()
        return [complaint for letter in self.mail.letters for complaint in scan_letter(scanner, letter.octets)]

    def keyring_forgets(self):
        return [f"the keyring keeps {item}" for item in keyring.list_items()]


def scan_letter(scanner, octets):
    complaints = scanner.scan("a letter", octets)
    for part in program.read_letter(octets).walk():
        if not part.is_multipart():
            complaints += scanner.scan(f"{part.get_content_type()} of a letter", part.get_payload(decode=True))
    return complaints


def check_children(convene):
    """The practice server is begun by the program, and lives longer: it must know nothing of what the program was told."""
    values = {name: new_secret() for name in CLIENT_VARIABLES}
    scanner = scan.Scanner()
    for name, value in values.items():
        scanner.add(f"the value of {name}", value)
    profile = program.Profile(convene, "--practice", "--json", G_MESSAGES_DEBUG="all", **values)
    try:
        process = profile.start(*program.schedule("Staff Engineer", START))
        with program.ended(process), scan.Watch(process.pid) as watch:
            answer = program.finish(process)
        complaints = [] if answer.status == 0 else [f"{answer}"]
        servers = [arguments for arguments in watch.children if b"--practice-server" in arguments.split(b"\0")]
        if not servers:
            complaints.append(f"no practice server was seen, but {list(watch.children)}")
        for arguments, environments in watch.children.items():
            for octets in environments:
                complaints += scanner.scan(f"environment of {arguments}", octets)
                complaints += [f"{name} stands in the environment of {arguments}" for name in CLIENT_VARIABLES if name.encode() in octets]
        return complaints + scanner.scan("what it said", (answer.output + answer.errors).encode()) + scanner.scan_folder(profile.folder)
    finally:
        profile.close()


# --- that a secret would be found ---


def plant_in_files(secret, folder):
    """Each way of writing it down in a file of its own, with something before and after."""
    for form, octets in scan.encode_all(secret):
        path = pathlib.Path(folder, f"{form}.bin")
        path.write_bytes(b"before " + octets + b" after")
        yield form, path
    database = pathlib.Path(folder, "database.db")
    subprocess.run(["/usr/bin/python3", "-c", "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('CREATE TABLE t (x)');"
                    "c.execute('INSERT INTO t VALUES (?)', ['a' * 4000 + sys.argv[2] + 'b' * 9000]); c.commit()", database, secret], check=True)
    yield "in the middle of a long row", database


def check_finds_files():
    secret = new_secret()
    scanner = scan.Scanner()
    scanner.add("it", secret)
    with tempfile.TemporaryDirectory(prefix="convene-planted-") as folder:
        complaints = [f"{form} is not found" for form, path in plant_in_files(secret, folder) if not scanner.scan_file(path)]
        wrapped = "\n".join(base64.encodebytes(f"{CLIENT_ID}:{secret}".encode() * 3).decode().split())
        if not scanner.scan("wrapped", wrapped.encode()):
            complaints.append("base64 in lines is not found")
        pathlib.Path(folder, secret.replace("/", "_")).touch()
        pathlib.Path(folder, "link").symlink_to(secret)
        if not [complaint for complaint in scanner.scan_folder(folder) if "/link" in complaint]:
            complaints.append("a link's target is not found")
    return complaints + scanner.scan("what has none", secrets.token_bytes(100000))


def check_finds_tokens():
    token = "eyJhbGciOiJIUzUxMiJ9." + secrets.token_urlsafe(300)
    scanner = scan.Scanner()
    scanner.add("it", token)
    complaints = [] if scanner.scan("log", f"Bearer …{token[-40:]} was refused".encode()) else ["a token's end is not found"]
    return complaints + scanner.scan("another token", ("eyJhbGciOiJIUzUxMiJ9." + secrets.token_urlsafe(300)).encode())


def check_finds_processes():
    """A shell that is given one in its arguments and in its environment, and gives another to a child."""
    first, second, third = new_secret(), new_secret(), new_secret()
    process = subprocess.Popen(["sh", "-c", "IN_CHILD=$2 sleep 600; :", "sh", first, second], env={**os.environ, "OWN": third})
    try:
        with scan.Watch(process.pid) as watch:
            program.wait_until(lambda: watch.children, "the child")
    finally:
        for child in scan.list_children().get(process.pid, []):
            os.kill(child, 9)
        process.kill()
        process.wait()
    complaints = []
    for secret, name, seen in ((first, "in an argument", watch.arguments), (third, "in an environment", watch.environments),
                               (second, "in a child's environment", set().union(*watch.children.values()))):
        scanner = scan.Scanner()
        scanner.add("it", secret)
        if not any(scanner.scan("process", octets) for octets in seen):
            complaints.append(f"it is not found {name}")
    return complaints


def check_finds_letters():
    secret = new_secret()
    scanner = scan.Scanner()
    scanner.add("it", secret)
    letter = email.message.EmailMessage()
    letter.set_content(f"Bonjour,\n{'x' * 70}{secret}\n", cte="quoted-printable")
    return [] if scan_letter(scanner, letter.as_bytes()) else ["it is not found in a letter"]


def main(convene, server):
    session = Session(convene, server)
    try:
        tap.run([
            ("planted secrets are found in files", check_finds_files),
            ("planted tokens are found by their end", check_finds_tokens),
            ("planted secrets are found in processes", check_finds_processes),
            ("planted secrets are found in letters", check_finds_letters),
            ("TA-16 signing in by browser and by code, with secrets", session.live_with_people),
            ("a session with secrets", session.live),
            ("the session was one", session.was_real),
            ("SH-15 no secret in any file", session.files),
            ("TA-20 no secret in any log", session.logs),
            ("no secret in any argument", session.arguments),
            ("no secret in any environment", session.environments),
            ("no secret in any letter", session.letters),
            ("TA-16 TA-23 no secret in the keyring after disconnecting", session.keyring_forgets),
            ("SH-43 the app's variables are not handed on", lambda: check_children(convene)),
        ])
    finally:
        session.close()


if __name__ == "__main__":
    main(os.environ["CONVENE_TEST_PROGRAM"], os.environ["CONVENE_TEST_PRACTICE_SERVER"])
