# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""test-terminal.py CONVENE PRACTICE-FOLDER: the whole main job, from the words of a terminal to what Zoom was told and what people received."""

import errno
import fcntl
import json
import os
import pty
import re
import signal
import stat
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[2])

import icalendar
from practice import HOST, equal, run
from terminal import Terminal, body, calendars, options, states

PROGRAM = sys.argv[1]
MANAGER = "Hana Manager <hana@example.com>"
URGENT = "URGENT: Zoom Meeting Creation Failed - Interview: Staff Engineer"


def terminal(**more):
    return Terminal(PROGRAM, **more)


def find_operations(interview, kind):
    return [operation for operation in interview["operations"] if operation["kind"] == kind]


# --- what Zoom is told --------------------------------------------------------------------------------------------------------------------

def one_call():
    with terminal() as t:
        interview = t.schedule()
        equal(states(interview), [("meeting-create", "done"), ("mail-invitation", "done")])
        equal(interview["meeting"]["state"], "live")
        equal(len(t.practice.meetings()), 1)
        equal(len(t.letters()), 1)


def payload():
    with terminal() as t:
        t.schedule()
        meeting = t.meeting()
        equal(meeting["type"], 2)
        equal(meeting["topic"], "Staff Engineer Interview")
        equal(meeting["start_time"], "2098-12-01T16:00:00Z")
        equal(meeting["timezone"], "America/Mexico_City")
        equal(meeting["duration"], 45)
        assert re.fullmatch(r"Introduction\r?\nExperience\r?\nQuestions\s+Convene ref [0-9A-Z]{4}-[0-9A-Z]{4}", meeting["agenda"]), meeting["agenda"]


def settings():
    with terminal() as t:
        t.schedule()
        settings = t.meeting()["settings"]
        wanted = {"host_video": True, "participant_video": True, "join_before_host": True, "mute_upon_entry": False, "audio": "both", "auto_recording": "none"}
        equal({name: settings[name] for name in wanted}, wanted)


def agenda_required():
    with terminal() as t:
        for platform in ("zoom", None):
            answer = t.practise(*options(agenda=None, platform=platform), status=2)
            equal((answer["error"]["code"], answer["error"]["field"]), ("invalid", "agenda"))
        equal(t.practice.meetings(), [])
        equal(t.practise("list", "--all")["total"], 0)


def agenda_in_letter():
    with terminal() as t:
        t.schedule()
        letter = t.letters()[0]
        for kind in ("plain", "html"):
            assert "Experience" in body(letter, kind)
            assert "Convene ref" not in body(letter, kind)


def password_given():
    with terminal() as t:
        interview = t.schedule(password="aB3@_*-9")
        equal(t.meeting()["password"], "aB3@_*-9")
        equal(interview["meeting"]["password"], "aB3@_*-9")


def password_left_to_zoom():
    with terminal() as t:
        for password in (None, ""):
            interview = t.schedule(password=password)
            kept = {str(meeting["id"]): meeting["password"] for meeting in t.practice.meetings()}
            assert kept[interview["meeting"]["id"]]
            equal(interview["meeting"]["password"], kept[interview["meeting"]["id"]])


def details_are_kept():
    with terminal() as t:
        answered = t.schedule(hiring_manager=MANAGER, attendee=["a@example.com"], optional=["Bo <b@example.com>"], details="Bring work", notes="Knows C")
        meeting = t.meeting()
        wanted = {"id": str(meeting["id"]), "join_url": meeting["join_url"], "password": meeting["password"], "host": HOST, "state": "live",
                  "entry": "open", "drift": [], "at_zoom": None}
        equal({name: answered["meeting"][name] for name in wanted}, wanted)
        equal(t.practise("show", answered["uid"]), answered)
        equal(t.practise("show", answered["uid"][:6]), answered)
        equal(t.practise("list"), {"interviews": [answered], "total": 1})
        equal(answered["candidate"], {"name": "María López", "address": "maria@example.org", "timezone": "America/Mexico_City", "response": "needs-action",
                                      "answered": None, "language": None})
        equal(answered["hiring_manager"], {"name": "Hana Manager", "address": "hana@example.com", "response": "needs-action",
                                           "answered": None, "language": None})
        equal([(person["address"], person["role"]) for person in answered["attendees"]], [("a@example.com", "required"), ("b@example.com", "optional")])
        equal((answered["start"], answered["timezone"], answered["duration"]), ("2098-12-01T16:00:00Z", "America/Mexico_City", 45))
        equal((answered["details"], answered["notes"], answered["agenda"]), ("Bring work", "Knows C", "Introduction\nExperience\nQuestions"))


def links_differ():
    with terminal() as t:
        first, second = t.schedule(), t.schedule()
        assert first["uid"] != second["uid"]
        assert first["meeting"]["id"] != second["meeting"]["id"]
        assert first["meeting"]["join_url"] != second["meeting"]["join_url"]


# --- what people receive ------------------------------------------------------------------------------------------------------------------

def invitation():
    with terminal() as t:
        interview = t.schedule(password="s3cret_1", candidate_timezone="Europe/Berlin")
        letter = t.letters()[0]
        for kind in ("plain", "html"):
            text = body(letter, kind).replace("&amp;", "&")
            assert interview["meeting"]["join_url"] in text, text
            assert "s3cret_1" in text
            assert "17:00" in text or "5:00" in text, text
        parts = calendars(letter)
        equal(sorted((disposition or "inline") for disposition, method, octets in parts), ["attachment", "inline"])
        equal([method for disposition, method, octets in parts if disposition != "attachment"], ["REQUEST"])
        equal(len({octets for disposition, method, octets in parts}), 1)
        calendar = icalendar.Calendar.from_ical(parts[0][2])
        event = calendar.walk("VEVENT")[0]
        equal(str(calendar["METHOD"]), "REQUEST")
        equal(str(event["UID"]), interview["uid"])
        equal(event["DTSTART"].dt.timestamp(), 4068288000.0)


def invite_is_what_was_sent():
    with terminal() as t:
        interview = t.schedule()
        sent = calendars(t.letters()[0])[0][2]
        printed = t.call("--practice", "invite", interview["uid"][:8])
        equal((printed.status, printed.out), (0, sent))
        path = os.path.join(t.home, "invite.ics")
        equal(t.practise("invite", interview["uid"], "--output", path), {"uid": interview["uid"], "output": path})
        with open(path, "rb") as file:
            equal(file.read(), sent)
        equal(t.practise("invite", interview["uid"])["calendar"].encode(), sent)


def reminders_are_queued():
    with terminal() as t:
        interview = t.schedule()
        reminders = find_operations(interview, "mail-reminder")
        equal([(one["state"], one["due"], one["attempts"]) for one in reminders],
              [("waiting", "2098-11-30T16:00:00Z", 0), ("waiting", "2098-12-01T15:00:00Z", 0)])
        equal(len(t.letters()), 1)
        equal(t.practise("sync"), {"done": [], "waiting": [], "failed": []})


def copies():
    with terminal() as t:
        t.schedule(hiring_manager=MANAGER, attendee=["Ann <ann@example.com>"], optional=["bo@example.com"])
        letters = t.letters()
        equal(len(letters), 1)
        equal([one.addr_spec for one in letters[0]["To"].addresses], ["maria@example.org"])
        equal(sorted(one.addr_spec for one in letters[0]["Cc"].addresses), ["ann@example.com", "bo@example.com", "hana@example.com"])
        equal([one.addr_spec for one in letters[0]["From"].addresses], [HOST])


def everybody_gets_the_link():
    with terminal() as t:
        interview = t.schedule(hiring_manager=MANAGER, attendee=["ann@example.com", "Maria again <MARIA@example.org>"])
        envelopes = t.practice.state()["letters"]
        equal(len(envelopes), 1)
        equal(sorted(envelopes[0]["to"]), ["ann@example.com", "hana@example.com", "maria@example.org"])
        assert interview["meeting"]["join_url"] in body(t.letters()[0], "plain")


def no_mail():
    with terminal() as t:
        interview = t.schedule(no_mail=True)
        equal([operation["kind"] for operation in interview["operations"]], ["meeting-create"])
        equal(t.letters(), [])


# --- other platforms ----------------------------------------------------------------------------------------------------------------------

LINK = "https://meet.example.com/room?x=1&y=2"


def pasted_link():
    with terminal() as t:
        interview = t.schedule(platform="link", link=LINK, agenda=None)
        equal((interview["platform"], interview["link"], interview["meeting"]), ("link", LINK, None))
        equal(states(interview), [("mail-invitation", "done")])
        equal(t.practise("show", interview["uid"])["link"], LINK)
        equal(t.practice.meetings(), [])
        assert LINK in body(t.letters()[0], "plain")


def link_chooses_platform():
    with terminal() as t:
        interview = t.schedule(platform=None, agenda=None, link="https://example.com/room")
        equal((interview["platform"], interview["link"], interview["meeting"]), ("link", "https://example.com/room", None))


def last_platform_is_the_next():
    with terminal() as t:
        t.schedule(platform="phone", location="+1 555 0100", agenda=None)
        equal(t.schedule(platform=None, location="+1 555 0101", agenda=None)["platform"], "phone")
        equal(t.schedule(platform=None, job="Cook")["platform"], "zoom")


# --- when Zoom fails ----------------------------------------------------------------------------------------------------------------------

def refused(t, **changes):
    t.practice.fault("3161", on="create", times=100)
    return t.schedule(status=1, hiring_manager=MANAGER, **changes)


def saved_all_the_same():
    with terminal() as t:
        interview = refused(t)
        equal(interview["error"]["code"], "refused")
        equal(dict(states(interview))["meeting-create"], "failed")
        del interview["error"]
        equal(t.practise("show", interview["uid"]), interview)
        equal(t.practise("list")["total"], 1)
        equal(t.practice.meetings(), [])


def invitation_without_link():
    with terminal() as t:
        interview = refused(t)
        equal(dict(states(interview))["mail-invitation"], "done")
        invitations = [letter for letter in t.letters() if letter["Subject"] != URGENT]
        equal(len(invitations), 1)
        equal([one.addr_spec for one in invitations[0]["To"].addresses], ["maria@example.org"])
        assert "zoom.us" not in body(invitations[0], "plain") and "/j/" not in body(invitations[0], "plain")
        equal(len(calendars(invitations[0])), 2)


def urgent_letter():
    with terminal() as t:
        equal(dict(states(refused(t)))["mail-urgent"], "done")
        urgent = [letter for letter in t.letters() if letter["Subject"] == URGENT]
        equal(len(urgent), 1)
        equal([one.addr_spec for one in urgent[0]["To"].addresses], ["hana@example.com"])
        equal(urgent[0]["Cc"], None)
        assert "link" in body(urgent[0], "plain")
        equal(calendars(urgent[0]), [])


def failure_is_shown():
    with terminal() as t:
        interview = refused(t)
        error = find_operations(interview, "meeting-create")[0]["error"]
        equal(error["code"], "refused")
        assert error["message"] and "\n" not in error["message"]
        shown = t.call("--practice", "show", interview["uid"])
        equal(shown.status, 0)
        assert "The meeting could not be created: " + error["message"] in shown.text(), shown.text()
        assert "The urgent letter was sent" in shown.text()


def failure_in_text():
    with terminal() as t:
        t.practice.fault("3161", on="create", times=100)
        answer = t.call("--practice", *options(hiring_manager=MANAGER))
        equal(answer.status, 1)
        equal(answer.err.count(b"\n"), 1)
        assert "The meeting could not be created" in answer.text() and "The invitation was sent" in answer.text(), answer.text()


def elsewhere(t):
    """Practice's server as a profile that is none of practice's finds it, like any other Zoom."""
    return {"CONVENE_ZOOM_API_URL": t.practice.place["api_url"], "CONVENE_ZOOM_OAUTH_URL": t.practice.place["oauth_url"]}


def no_account():
    """A profile with a mail account alone."""
    with terminal() as t:
        here = elsewhere(t)
        connected = t.call("--json", "account", "connect", "mail", "--address", "Robin <robin@example.com>", "--server",
                           "127.0.0.1:%d" % t.practice.place["smtp_port"], "--security", "none", "--user", "", **here)
        equal((connected.status, connected.json()["kind"]), (0, "mail"))
        answer = t.call("--json", *options(hiring_manager=MANAGER), **here)
        equal(answer.status, 1)
        interview = answer.json()
        equal(interview["error"]["code"], "no-account")
        create = find_operations(interview, "meeting-create")[0]
        equal((create["state"] in ("waiting", "failed"), create["error"]["code"]), (True, "no-account"))
        equal((interview["meeting"] or {}).get("join_url"), None)
        equal(dict(states(interview))["mail-invitation"], "done")
        equal(sorted(letter["Subject"] == URGENT for letter in t.letters()), [False, True])


def retry():
    with terminal() as t:
        t.practice.fault("3161", on="create", times=1)
        interview = t.schedule(status=1, hiring_manager=MANAGER)
        again = t.practise("retry", interview["uid"][:8])
        equal(again["meeting"]["state"], "live")
        equal(len(t.practice.meetings()), 1)
        equal(dict(states(again))["mail-link-ready"], "done")
        assert t.meeting()["join_url"] in body(t.letters()[-1], "plain")


def passing_trouble_heals():
    with terminal() as t:
        t.practice.fault("503", on="create", times=1)
        interview = t.schedule()
        equal(len(t.practice.meetings()), 1)
        assert find_operations(interview, "meeting-create")[0]["attempts"] >= 2
        equal(len(t.letters()), 1)


def waiting_runs_out():
    with terminal() as t:
        t.practice.fault("hang", on="create", times=100)
        interview = t.schedule(status=1, wait="2")
        equal(interview["error"]["code"], "still-waiting")
        equal(t.practise("list")["total"], 1)


def sync_tells_in_order():
    """What was done stands in the order in which it was done."""
    with terminal() as t, open(os.path.join(t.folder, "outbox.lock"), "w", encoding="utf-8") as lock:
        # As if another terminal ran the outbox, and went.
        fcntl.flock(lock, fcntl.LOCK_EX)
        uids = [t.schedule(status=1, wait="0")["uid"] for _ in range(3)]
        fcntl.flock(lock, fcntl.LOCK_UN)
        done = t.practise("sync")["done"]
        for uid in uids:
            equal([one["kind"] for one in done if one["uid"] == uid], ["meeting-create", "mail-invitation"])


def interrupted():
    with terminal() as t:
        t.practice.fault("hang", on="create", times=100)
        process = subprocess.Popen([PROGRAM, "--practice", "--json", *options()], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=t.environment())
        while process.poll() is None and t.practice.state()["faults"][0]["times"] == 100:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        equal(process.returncode, 1)
        interview = json.loads(out)
        equal(interview["error"]["code"], "cancelled")
        equal(t.practise("list")["interviews"][0]["uid"], interview["uid"])


# --- the terminal itself ------------------------------------------------------------------------------------------------------------------

def plan():
    with terminal() as t:
        answer = t.schedule(dry_run=True, hiring_manager=MANAGER)["plan"]
        equal((answer["host"], answer["quota"]), (HOST, {"cost": 1, "left": 99}))
        assert answer["host_reason"] and answer["link"]
        equal([operation["kind"] for operation in answer["operations"]], ["meeting-create", "mail-invitation", "mail-reminder", "mail-reminder"])
        equal(answer["letters"][0]["to"], ["María López <maria@example.org>"])
        equal(answer["letters"][0]["cc"], [MANAGER])
        equal((t.practice.meetings(), t.letters(), t.practise("list", "--all")["total"]), ([], [], 0))


def entry():
    with terminal() as t:
        assert "unless" in t.schedule(dry_run=True)["plan"]["entry"]
        t.practice.set(waiting_room=True, password_length=8)
        t.practise("account", "check")
        plan = t.schedule(dry_run=True)["plan"]
        assert "nobody can join before the host" in plan["entry"], plan["entry"]
        assert plan["entry"] in t.call("--practice", *options(), "--dry-run").text()
        equal(t.schedule(dry_run=True, platform="phone", location="+1 555 0100")["plan"]["entry"], None)

        refused = t.practise(*options(password="seven77"), status=2)["error"]
        equal((refused["code"], refused["field"]), ("invalid", "password"))
        interview = t.schedule(password="eight888")
        equal((interview["meeting"]["entry"], t.meeting()["settings"]["waiting_room"]), ("waiting-room", True))
        assert plan["entry"] in t.call("--practice", "show", interview["uid"]).text()


def text():
    with terminal() as t:
        answer = t.call("--practice", *options(candidate_timezone="Europe/Berlin", password="s3cret_1"))
        equal((answer.status, answer.err), (0, b""))
        for part in ("Mon 1 December 2098, 10:00 (America/Mexico_City)", "Mon 1 December 2098, 17:00 (Europe/Berlin)", "s3cret_1",
                     t.meeting()["join_url"], "The meeting was created", "The invitation was sent: María López <maria@example.org>", "A reminder is queued"):
            assert part in answer.text(), (part, answer.text())


def c_locale():
    with terminal() as t:
        answer = t.call("--practice", "--json", *options(job="Ingénieur 山"), LC_ALL="C")
        equal((answer.status, answer.json()["job"]), (0, "Ingénieur 山"))
        equal(t.meeting()["topic"], "Ingénieur 山 Interview")
        listed = t.call("--practice", "list", LC_ALL="C")
        assert "Ingénieur 山" in listed.text()


def listing():
    with terminal() as t:
        first = t.schedule(start="2098-12-03 09:00", job="Cook")
        second = t.schedule(start="2098-12-02 09:00", platform="link", link=LINK)
        third = t.schedule(start="2098-12-02 23:30", candidate="Zoë <zoe@example.com>", timezone="America/New_York")

        def uids(*words):
            answer = t.practise("list", *words)
            return [interview["uid"] for interview in answer["interviews"]], answer["total"]

        equal(uids(), ([second["uid"], third["uid"], first["uid"]], 3))
        equal(uids("--limit", "1"), ([second["uid"]], 3))
        equal(uids("--platform", "link"), ([second["uid"]], 1))
        equal(uids("--search", "zo"), ([third["uid"]], 1))
        equal(uids("--from", "2098-12-03"), ([first["uid"]], 1))
        equal(uids("--to", "2098-12-02"), ([second["uid"], third["uid"]], 2))
        equal(uids("--to", "2098-12-02 12:00"), ([second["uid"]], 1))
        equal(uids("--status", "cancelled"), ([], 0))


def export():
    with terminal() as t:
        uids = {t.schedule()["uid"], t.schedule(platform="link", link=LINK, timezone="Europe/Berlin")["uid"]}
        printed = t.call("--practice", "export")
        equal(printed.status, 0)
        equal({str(event["UID"]) for event in icalendar.Calendar.from_ical(printed.out).walk("VEVENT")}, uids)
        equal(t.practise("export", "--from", "2098-12-01")["calendar"].count("BEGIN:VEVENT"), 2)
        equal(t.practise("export", "--to", "2098-11-30")["calendar"].count("BEGIN:VEVENT"), 0)


def accounts():
    with terminal() as t:
        t.schedule()
        listed = t.practise("account", "list")["accounts"]
        equal(sorted(account["kind"] for account in listed), ["mail", "zoom"])
        zoom = [account for account in listed if account["kind"] == "zoom"][0]
        equal((zoom["address"], zoom["method"], zoom["state"], zoom["quota"]["limit"], zoom["quota"]["used"]), (HOST, "server-to-server", "connected", 100, 1))
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", zoom["quota"]["resets"])


def no_keyring():
    """Where secrets cannot be kept, nothing is; and a wrong secret is told from that."""
    words = ["--json", "account", "connect", "zoom", "--server-to-server", "--account-id", "practice", "--client-id", "practice", "--host", HOST]
    with terminal() as t:
        for secret, codes in ((b"practice\n", ("no-keyring",)), (b"hunter2\n", ("signed-out", "no-keyring"))):
            answer = t.call(*words, stdin=secret, **elsewhere(t))
            equal(answer.status, 1)
            assert answer.json()["error"]["code"] in codes, answer.out
            assert b"hunter2" not in answer.out + answer.err
        equal(t.call("--json", "account", "list").json(), {"accounts": []})


def not_found():
    with terminal() as t:
        for command in ("show", "invite", "retry"):
            answer = t.practise(command, "abcdef", status=1)
            equal(answer["error"]["code"], "not-found")


def broken_pipe():
    with terminal() as t:
        for target in ("/dev/full", None):
            if target is None:
                reading, writing = os.pipe()
                os.close(reading)
            else:
                writing = os.open(target, os.O_WRONLY)
            process = subprocess.run([PROGRAM, "--practice", "--json", "list"], stdout=writing, stderr=subprocess.PIPE, env=t.environment(), timeout=60)
            os.close(writing)
            equal(process.returncode, 1)
            equal(process.stderr.count(b"\n"), 1)


def closed_output():
    """What is printed must not end up in a file that the program opened: the answer cannot be written, as to a full disk."""
    with terminal() as t:
        for streams in (">&-", "<&- >&-"):
            process = subprocess.run(["/bin/sh", "-c", 'exec "$0" "$@" ' + streams, PROGRAM, "--practice", *options()],
                                     stderr=subprocess.PIPE, env=t.environment(), timeout=60)
            equal(process.returncode, 1)
            assert os.strerror(errno.EBADF).encode() in process.stderr, process.stderr
        equal(t.practise("list")["total"], 2)


def output_to_device():
    with terminal() as t:
        t.schedule()
        uid = t.practise("list")["interviews"][0]["uid"]
        link, target = os.path.join(t.home, "link.ics"), os.path.join(t.home, "target.ics")
        with open(target, "w", encoding="utf-8"):
            os.symlink(target, link)
        t.practise("invite", uid, "--output", link)
        assert os.path.islink(link)
        assert os.path.getsize(target) > 0
        pipe = os.path.join(t.home, "pipe")
        os.mkfifo(pipe)
        reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        t.practise("invite", uid, "--output", pipe)
        assert os.read(reading, 15) == b"BEGIN:VCALENDAR"
        os.close(reading)
        assert stat.S_ISFIFO(os.stat(pipe).st_mode)
        nowhere = os.path.join(t.home, "nowhere", "a.ics")
        message = t.practise("invite", uid, "--output", nowhere, status=1)["error"]["message"]
        assert nowhere in message and nowhere + "." not in message, message


def damaged_database():
    with terminal() as t:
        t.schedule()
        names = [name for name in os.listdir(t.folder) if name.endswith(".db")]
        equal(len(names), 1)
        path = os.path.join(t.folder, names[0])
        for suffix in ("-wal", "-shm"):
            if os.path.exists(path + suffix):
                os.remove(path + suffix)
        with open(path, "r+b") as file:
            file.write(b"no database " * 400)
        answer = t.practise("list", status=1)
        equal(answer["error"]["code"], "database")


def password_prompt(interrupt):
    """At a terminal the secret is asked for and not shown, and the terminal is as before, however it ended."""
    with terminal(online=False) as t:
        child, master = pty.fork()
        if child == 0:
            os.execve(PROGRAM, [PROGRAM, "account", "connect", "zoom", "--server-to-server", "--account-id", "a", "--client-id", "c",
                                "--host", "h@example.com"], t.environment(CONVENE_ZOOM_OAUTH_URL="http://127.0.0.1:9/oauth", CONVENE_ZOOM_API_URL="http://127.0.0.1:9/v2"))
        import termios
        seen = b""
        while b"secret" not in seen.lower():
            seen += os.read(master, 1000)
        equal(bool(termios.tcgetattr(master)[3] & termios.ECHO), False)
        os.write(master, b"\x03" if interrupt else b"hunter2\n")
        try:
            while True:
                seen += os.read(master, 1000)
                if not seen:
                    break
        except OSError:
            pass
        _, status = os.waitpid(child, 0)
        equal(os.waitstatus_to_exitcode(status), 1)
        assert b"hunter2" not in seen
        equal(bool(termios.tcgetattr(master)[3] & termios.ECHO), True)
        os.close(master)


def secret_not_on_command_line():
    with terminal(online=False) as t:
        for words in (["--client-secret=hunter2"], ["--client-secret", "hunter2"]):
            answer = t.call("account", "connect", "zoom", "--server-to-server", *words)
            equal(answer.status, 2)
            assert b"hunter2" not in answer.err + answer.out
        equal(os.listdir(t.data), [])


# --- what bad input gets ------------------------------------------------------------------------------------------------------------------

BAD = [
    ("empty job", {"job": ""}, "job"),
    ("no job", {"job": None}, "job"),
    ("empty candidate", {"candidate": ""}, "candidate"),
    ("no candidate", {"candidate": None}, "candidate"),
    ("candidate without address", {"candidate": "Maria"}, "candidate"),
    ("candidate with half an address", {"candidate": "Maria <maria@>"}, "candidate"),
    ("hiring manager without address", {"hiring_manager": "Hana"}, "hiring_manager"),
    ("attendee without address", {"attendee": ["a@example.com", "b"]}, "attendees"),
    ("optional without address", {"optional": ["b"]}, "attendees"),
    ("alternative host without address", {"alternative_host": ["b"]}, "alternative_hosts"),
    ("line break in the job", {"job": "Staff\nEngineer"}, "job"),
    ("header in the job", {"job": "Staff\r\nBcc: x@example.com"}, "job"),
    ("control character in the job", {"job": "Staff\x07"}, "job"),
    ("line break in the candidate", {"candidate": "Maria\nX <maria@example.org>"}, "candidate"),
    ("line break in the manager", {"hiring_manager": "Hana\r <hana@example.com>"}, "hiring_manager"),
    ("line break in an attendee", {"attendee": ["A\n <a@example.com>"]}, "attendees"),
    ("line break in the location", {"platform": "phone", "location": "1\n2"}, "location"),
    ("control character in the agenda", {"agenda": "a\x1b[31m"}, "agenda"),
    ("control character in the details", {"details": "a\x01b"}, "details"),
    ("control character in the notes", {"notes": "a\x7f"}, "notes"),
    ("job that is not UTF-8", {"job": b"Ing\xe9nieur"}, "job"),
    ("candidate that is not UTF-8", {"candidate": b"Mar\xeda <maria@example.org>"}, "candidate"),
    ("agenda that is not UTF-8", {"agenda": b"\xc3("}, "agenda"),
    ("details that are not UTF-8", {"details": b"\xff"}, "details"),
    ("notes that are not UTF-8", {"notes": b"\xff"}, "notes"),
    ("location that is not UTF-8", {"platform": "phone", "location": b"\xff"}, "location"),
    ("zone that is not UTF-8", {"timezone": b"\xff"}, "timezone"),
    ("start that is not UTF-8", {"start": b"\xff"}, "start"),
    ("start in the past", {"start": "2020-12-01 10:00"}, "start"),
    ("start that is none", {"start": "tomorrow"}, "start"),
    ("no start", {"start": None}, "start"),
    ("start that the clock skips", {"timezone": "Europe/Berlin", "start": "2090-03-26 02:30"}, "start"),
    ("start that the clock shows twice", {"timezone": "Europe/Berlin", "start": "2090-10-29 02:30"}, "start"),
    ("unknown zone", {"timezone": "Mars/Olympus"}, "timezone"),
    ("unknown zone of the candidate", {"candidate_timezone": "EST5EDT4"}, "candidate_timezone"),
    ("duration below 1", {"duration": "0"}, "duration"),
    ("duration above 1440", {"duration": "1441"}, "duration"),
    ("duration that is no number", {"duration": "1h"}, "duration"),
    ("no agenda for Zoom", {"agenda": None}, "agenda"),
    ("empty agenda for Zoom", {"agenda": " "}, "agenda"),
    ("agenda over 2000", {"agenda": "é" * 2001}, "agenda"),
    ("topic over 200", {"job": "é" * 191 + "x"}, "job"),
    ("password over 10", {"password": "12345678901"}, "password"),
    ("password outside its letters", {"password": "a b"}, "password"),
    ("link without https", {"platform": "link", "link": "http://example.com/"}, "link"),
    ("no link", {"platform": "link"}, "link"),
    ("link for Zoom", {"platform": "zoom", "link": "https://example.com/room"}, "link"),
]


def bad_input(changes, field):
    def check():
        with terminal(online=False) as t:
            for locale in ("C.UTF-8", "C"):
                answer = t.call("--practice", "--json", *options(**changes), LC_ALL=locale)
                equal((answer.status, answer.err.count(b"\n")), (2, 1))
                error = answer.json()["error"]
                equal((error["code"], error["field"]), ("invalid", field))
                assert error["message"].encode() in answer.err or locale == "C", answer.err
                plain = t.call("--practice", *options(**changes), LC_ALL=locale)
                equal((plain.status, plain.out, plain.err.count(b"\n")), (2, b"", 1))
                assert len(plain.err) > 20
            equal(os.listdir(t.data), [])
    return check


def readings_are_named():
    with terminal(online=False) as t:
        for start, readings in (("2090-03-26 02:30", (b"2090-03-26T02:30+01:00", b"2090-03-26T02:30+02:00")),
                                ("2090-10-29 02:30", (b"2090-10-29T02:30+02:00", b"2090-10-29T02:30+01:00"))):
            answer = t.call("--practice", *options(timezone="Europe/Berlin", start=start))
            assert all(reading in answer.err for reading in readings), answer.err


def named(name, function):
    """The name under which the test is counted: the product's row, where there is one."""
    function.__name__ = name
    return function


run([named(*test) for test in [
    ("SH-1: one call does it all", one_call),
    ("SH-24: what Zoom is told", payload),
    ("SH-25: the six settings", settings),
    ("SH-21: Zoom needs an agenda", agenda_required),
    ("SH-21: the agenda is in the letter", agenda_in_letter),
    ("SH-22: a password given is sent", password_given),
    ("SH-22: without one Zoom's is kept", password_left_to_zoom),
    ("SH-26: everything is kept", details_are_kept),
    ("HL-2: a link of its own for each", links_differ),
    ("SH-27: link, password and .ics", invitation),
    ("SH-27: invite is what was sent", invite_is_what_was_sent),
    ("SH-28: reminders are queued", reminders_are_queued),
    ("SH-29: copies", copies),
    ("TA-9: everybody gets the link, once", everybody_gets_the_link),
    ("no letters where none are wanted", no_mail),
    ("SH-49, TH-15: a pasted link", pasted_link),
    ("SH-49: a link says the platform", link_chooses_platform),
    ("the last platform of a job is its next", last_platform_is_the_next),
    ("SH-34: no account", no_account),
    ("SH-36: saved all the same", saved_all_the_same),
    ("SH-37: the invitation goes without a link", invitation_without_link),
    ("SH-38: the urgent letter", urgent_letter),
    ("SH-39: the failure is kept and shown", failure_is_shown),
    ("SH-39: and said in text", failure_in_text),
    ("retry, and the link follows", retry),
    ("passing trouble heals within one call", passing_trouble_heals),
    ("waiting runs out", waiting_runs_out),
    ("sync tells in order", sync_tells_in_order),
    ("interrupted", interrupted),
    ("the plan, and nothing done", plan),
    ("X-4 how people get in, SH-22 what passwords have to be", entry),
    ("text for people", text),
    ("the C locale", c_locale),
    ("list", listing),
    ("export", export),
    ("account list", accounts),
    ("no account without a keyring", no_keyring),
    ("an interview that is not there", not_found),
    ("an answer that cannot be written", broken_pipe),
    ("standard output is closed", closed_output),
    ("an .ics into a pipe, behind a link, and where there is no folder", output_to_device),
    ("a damaged database", damaged_database),
    ("a secret is asked for without echo", lambda: password_prompt(False)),
    ("an interrupted prompt", lambda: password_prompt(True)),
    ("no secret on the command line", secret_not_on_command_line),
    ("both readings of a wrong time", readings_are_named),
] + [("bad input: " + name, bad_input(changes, field)) for name, changes, field in BAD]])
