# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The mail server: what it files, what it refuses, and how it fails when it is told to."""

import glob
import json
import os
import shutil
import signal
import smtplib
import socket
import subprocess
import sys

from practice import Practice, Skip, equal, run, sleeper

practice = Practice(sys.argv[1])
LETTER = b"Message-ID: <1@example.com>\r\nSubject: t\r\n\r\n.dot\r\n..two\r\n\xc3\xa9\r\n"


def client():
    return smtplib.SMTP("127.0.0.1", practice.place["smtp_port"], timeout=60, local_hostname="localhost")


def send(letter=LETTER, sender="a@example.com", recipients=("b@example.com",)):
    with client() as smtp:
        return smtp.sendmail(sender, recipients, letter, mail_options=["BODY=8BITMIME"])


def letters():
    practice.state()  # the server does one thing after the other: what it was doing is done once it has answered
    return sorted(glob.glob(os.path.join(practice.folder, "mail", "*.eml")))


def refused(kind, code, **more):
    before = len(letters())
    try:
        send(**more)
    except kind as error:
        got = error.smtp_code if hasattr(error, "smtp_code") else error.recipients["b@example.com"][0] if hasattr(error, "recipients") else None
        equal((got, len(letters())), (code, before))
        return
    raise AssertionError("it was taken")


def files_the_very_octets():
    equal(send(recipients=["b@example.com", "c@example.com"]), {})
    name = letters()[-1]
    with open(name, "rb") as file:
        equal(file.read(), LETTER)
    with open(name[:-4] + ".json") as file:
        equal(json.load(file), {"file": os.path.basename(name), "message_id": "<1@example.com>", "from": "a@example.com",
                                "to": ["b@example.com", "c@example.com"], "size": len(LETTER)})
    equal(practice.state()["letters"][-1]["file"], os.path.basename(name))
    equal(oct(os.stat(name).st_mode & 0o777), "0o600")


def curl_is_understood():
    if shutil.which("curl") is None:
        raise Skip("there is no curl")
    before = len(letters())
    subprocess.run(["curl", "--silent", "--show-error", "--url", "smtp://127.0.0.1:%d/localhost" % practice.place["smtp_port"], "--mail-from", "a@example.com",
                    "--mail-rcpt", "b@example.com", "--upload-file", "-"], input=LETTER, check=True)
    equal(len(letters()), before + 1)
    with open(letters()[-1], "rb") as file:
        equal(file.read(), LETTER)


def several_on_one_connection():
    before = len(letters())
    with client() as smtp:
        for number in range(3):
            smtp.sendmail("a@example.com", ["b@example.com"], b"Message-ID:\r\n <%d@example.com>\r\n\r\nx\r\n" % number)
    equal(len(letters()), before + 3)
    equal([letter["message_id"] for letter in practice.state()["letters"][-3:]], ["<0@example.com>", "<1@example.com>", "<2@example.com>"])


def pipelining():
    before = len(letters())
    text = b"EHLO x\r\nMAIL FROM:<a@example.com>\r\nRCPT TO:<b@example.com>\r\nDATA\r\nSubject: p\r\n\r\nx\r\n.\r\nQUIT\r\n"
    with socket.create_connection(("127.0.0.1", practice.place["smtp_port"])) as connection:
        for octet in text:
            connection.sendall(bytes([octet]))
        got = b""
        while data := connection.recv(4096):
            got += data
    equal([line[:3] for line in got.split(b"\r\n") if line[3:4] == b" "], [b"220", b"250", b"250", b"250", b"354", b"250", b"221"])
    equal(len(letters()), before + 1)


def a_large_letter():
    before = len(letters())
    letter = b"Subject: large\r\n\r\n" + (b"x" * 76 + b"\r\n") * 40000
    send(letter)
    equal((len(letters()), os.path.getsize(letters()[-1])), (before + 1, len(letter)))


def too_large():
    refused(smtplib.SMTPSenderRefused, 552, letter=b"Subject: large\r\n\r\n" + (b"x" * 76 + b"\r\n") * 150000)


def strict_lines():
    refused(smtplib.SMTPDataError, 500, letter=b"Subject: x\r\n\r\n" + b"y" * 999 + b"\r\n")
    practice.set(strict_lines=False)
    send(b"Subject: x\r\n\r\n" + b"y" * 999 + b"\r\n")
    practice.set(strict_lines=True)


def names_go_on():
    before = letters()
    practice.stop()
    practice.start()
    send()
    equal(len(letters()), len(before) + 1)
    equal(letters()[:-1], before)
    equal(len(practice.state()["letters"]), len(before) + 1)


def refusals():
    for name, more, kind, code in [("refuse-sender", {}, smtplib.SMTPSenderRefused, 550), ("refuse-recipient", {}, smtplib.SMTPRecipientsRefused, 550),
                                   ("later", {}, smtplib.SMTPRecipientsRefused, 451), ("later", {"when": "mail"}, smtplib.SMTPSenderRefused, 451),
                                   ("later", {"when": "data"}, smtplib.SMTPDataError, 451), ("later", {"when": "after-data"}, smtplib.SMTPDataError, 451),
                                   ("later", {"when": "after-data", "reply": "554 No"}, smtplib.SMTPDataError, 554),
                                   ("421", {}, smtplib.SMTPConnectError, 421), ("421", {"when": "mail"}, smtplib.SMTPSenderRefused, 421)]:
        practice.fault(name, on="smtp", **more)
        refused(kind, code)
        send()


def one_recipient_of_two():
    practice.fault("refuse-recipient", on="smtp", match="c@example.com", times=2)
    equal(list(send(recipients=["b@example.com", "c@example.com"])), ["c@example.com"])
    equal(practice.state()["letters"][-1]["to"], ["b@example.com"])
    equal(send(), {})
    practice.reset()


def drops():
    for when, filed in [("connect", 0), ("mail", 0), ("rcpt", 0), ("data", 0), ("in-data", 0), ("after-data", 0), ("after-file", 1)]:
        for name in ("drop", "reset"):
            before = len(letters())
            practice.fault(name, on="smtp", when=when)
            try:
                send()
                raise AssertionError("it was taken")
            except (smtplib.SMTPServerDisconnected, ConnectionError):
                pass
            equal((name, when, len(letters()) - before), (name, when, filed))


def slow():
    practice.control(*[{"fault": "slow", "on": "smtp", "when": when, "ms": 20} for when in ("connect", "mail", "rcpt", "data", "in-data", "after-data", "after-250")])
    send()
    equal(practice.state()["faults"], [])


def hang():
    practice.fault("hang", on="smtp", when="after-data")
    before = len(letters())
    with socket.create_connection(("127.0.0.1", practice.place["smtp_port"]), timeout=0.5) as connection:
        connection.sendall(b"EHLO x\r\nMAIL FROM:<a@example.com>\r\nRCPT TO:<b@example.com>\r\nDATA\r\nx\r\n.\r\n")
        try:
            while connection.recv(4096):
                pass
            raise AssertionError("it was closed")
        except TimeoutError:
            pass
    equal(len(letters()), before)
    send()


def kills():
    for when, filed in [("connect", 1), ("mail", 1), ("rcpt", 1), ("data", 1), ("in-data", 1), ("after-data", 1), ("after-file", 1), ("after-250", 1)]:
        before = len(letters())
        victim = sleeper()
        practice.fault("kill", on="smtp", pid=victim.pid, when=when)
        send()
        equal((when, victim.wait(), len(letters()) - before), (when, -signal.SIGKILL, filed))


CLIENT = """
import smtplib, os, sys
print(os.getpid(), flush=True)
sys.stdin.readline()
smtp = smtplib.SMTP("127.0.0.1", int(sys.argv[1]), local_hostname="localhost")
smtp.sendmail("a@example.com", ["b@example.com"], b"Message-ID: <k@example.com>\\r\\n\\r\\nx\\r\\n")
smtp.noop()
print("alive", flush=True)
"""


def kills_who_sends():
    for when, filed in [("connect", 0), ("mail", 0), ("rcpt", 0), ("data", 0), ("after-data", 1), ("after-file", 1), ("after-250", 1)]:
        before = len(letters())
        process = subprocess.Popen([sys.executable, "-c", CLIENT, str(practice.place["smtp_port"])], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        practice.fault("kill", on="smtp", pid=int(process.stdout.readline()), when=when)
        process.stdin.write("go\n")
        process.stdin.flush()
        out = process.communicate()[0]
        equal((when, process.returncode, out, len(letters()) - before), (when, -signal.SIGKILL, "", filed))


def the_end():
    practice.close()


run([files_the_very_octets, curl_is_understood, several_on_one_connection, pipelining, a_large_letter, too_large, strict_lines, names_go_on,
     refusals, one_recipient_of_two, drops, slow, hang, kills, kills_who_sends, the_end])
