#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-life-trouble.py CONVENE: interviews are changed in terminals while networks fail, programs are killed, and others change them too."""

import contextlib
import functools
import random
import signal
import subprocess
import sys
import time

import icalendar
import life
import program
from life import MANAGER, MOVED, kinds
from practice import HOST
from terminal import body, calendars


def check_network_gone(desk):
    """O-12: saved all the same, said, and done by the next sync that has a network."""
    first = desk.schedule()
    desk.practice.fault("drop-before", on="patch", times=3)
    moved = desk.change(first, *MOVED, "--wait", "2", status=1)
    desk.check("saved", (moved["start"], moved["sequence"]), ("2098-12-02T17:30:00Z", 1))
    desk.check("and said", moved["error"]["code"] in ("unreachable", "still-waiting"), True)
    desk.practise("sync")
    desk.check("moved after all", desk.meeting()["start_time"], "2098-12-02T17:30:00Z")
    desk.check("one letter", len(desk.letters()), 2)
    desk.check_settled(desk.practise("show", first["uid"]))


def check_wait(desk):
    first = desk.schedule()
    moved = desk.change(first, *MOVED, "--wait", "0", status=1)
    desk.check("not waited for", moved["error"]["code"], "still-waiting")
    edited = desk.change(first, "edit", "--details", "Bring work", "--wait", "0", status=1)
    desk.check("again", edited["error"]["code"], "still-waiting")
    before = desk.cost()
    desk.practise("sync")
    letters = desk.letters()
    last = body(letters[-1], "plain")
    desk.check("two edits are one letter or two, never three", len(letters) in (2, 3), True)
    desk.check("the last one says it all", ("Bring work" in last, desk.meeting()["start_time"]), (True, "2098-12-02T17:30:00Z"))
    desk.check("at most one request", desk.cost()[1] - before[1] <= 1, True)


def check_retry(desk):
    first = desk.schedule()
    desk.practice.fault("3161", on="patch", times=1)
    moved = desk.change(first, *MOVED, status=1)
    desk.check("refused", moved["error"]["code"], "refused")
    again = desk.change(first, "retry", "--wait", "30")
    desk.check("moved", desk.meeting()["start_time"], "2098-12-02T17:30:00Z")
    desk.check_settled(again)


def check_interrupt(desk):
    """After the commit a person who interrupts is told that it is saved."""
    first = desk.schedule()
    before = desk.count("patch")[0]
    desk.practice.fault("slow", on="patch", before_ms=10000)
    process = desk.begin("reschedule", first["uid"], *MOVED[1:])
    with program.ended(process):
        desk.wait_for("patch", before)
        process.send_signal(signal.SIGINT)
        answer = program.finish(process)
    desk.check("status, code", (answer.status, answer.code), (1, "cancelled"))
    desk.check("saved", answer.document["start"], "2098-12-02T17:30:00Z")
    desk.practise("sync")
    desk.check("moved, told once", (desk.meeting()["start_time"], len(desk.letters())), ("2098-12-02T17:30:00Z", 2))


def check_killed(words, call, fault, desk):
    """O-1: killed while Zoom does it: the next sync looks, and ends it once."""
    first = desk.schedule()
    before = desk.count(call)[0]
    desk.practice.fault("slow", on=call, **fault)
    process = desk.begin(words[0], first["uid"], *words[1:])
    with program.ended(process):
        desk.wait_for(call, before)
        time.sleep(0.1)
        process.kill()
        process.wait()
    time.sleep(max(fault.values()) / 1000)
    desk.practise("sync")
    shown = desk.practise("show", first["uid"])
    desk.check_settled(shown)
    desk.check("letters", len(desk.letters()), 2)
    if words[0] == "cancel":
        desk.check("cancelled", (shown["status"], shown["meeting"]["state"], desk.practice.meetings()), ("cancelled", "deleted", []))
    else:
        desk.check("moved", (shown["start"], desk.meeting()["start_time"]), ("2098-12-02T17:30:00Z", "2098-12-02T17:30:00Z"))


def check_two_edits(desk):
    """Each is put onto what the other one wrote."""
    first = desk.schedule()
    changes = {"details": "Bring work", "notes": "Knows C", "job": "Cook"}
    processes = [desk.begin("edit", first["uid"], f"--{field}", value) for field, value in changes.items()]
    with program.ended(*processes):
        for process in processes:
            answer = program.finish(process)
            desk.check("an edit", answer.status, 0)
    desk.practise("sync")
    shown = desk.practise("show", first["uid"])
    desk.check("all of it", {field: shown[field] for field in changes}, changes)
    desk.check("at Zoom", desk.meeting()["topic"], "Cook Interview")
    last = body(desk.letters()[-1], "plain")
    desk.check("the last letter says it all", ("Bring work" in last, "Cook" in last), (True, True))
    desk.check_settled(shown)


def check_three_share(desk):
    """HL-15: whoever comes second into a slot finds the first one's meeting, however close behind."""
    processes = [desk.begin(*desk.words("--link-policy", "share")) for _ in range(3)]
    with program.ended(*processes):
        answers = [program.finish(process) for process in processes]
    desk.check("all are saved", [answer.status for answer in answers], [0, 0, 0])
    desk.check("one meeting", len({answer.document["meeting"]["id"] for answer in answers} | {str(meeting["id"]) for meeting in desk.practice.meetings()}), 1)
    desk.check("a letter each, with the link", [desk.meeting()["join_url"] in body(letter, "plain") for letter in desk.letters()], [True, True, True])


def check_edit_and_cancel(desk):
    first = desk.schedule()
    processes = [desk.begin("cancel", first["uid"]), desk.begin("reschedule", first["uid"], *MOVED[1:])]
    with program.ended(*processes):
        cancelled, moved = [program.finish(process) for process in processes]
    desk.check("the cancellation", cancelled.status, 0)
    desk.check("the other one", (moved.status, moved.code) in ((0, None), (1, "refused")), True)
    desk.practise("sync")
    shown = desk.practise("show", first["uid"])
    desk.check("cancelled", (shown["status"], desk.practice.meetings()), ("cancelled", []))
    calendar = icalendar.Calendar.from_ical(calendars(desk.letters()[-1])[0][2])
    desk.check("the last word", (str(calendar["METHOD"]), int(calendar.walk("VEVENT")[0]["SEQUENCE"])), ("CANCEL", shown["sequence"]))
    desk.check_settled(shown)


def check_cancel_unmade(desk):
    """Cancelled while nobody knows whether Zoom made the meeting: nothing is left of it."""
    desk.practice.fault("commit-then-drop", on="create", times=1)
    desk.practice.fault("drop-before", on="list", times=2)
    first = desk.schedule(status=1, wait="1")
    cancelled = desk.practise("cancel", first["uid"], "--wait", "60")
    desk.check("cancelled", (cancelled["status"], desk.practice.meetings()), ("cancelled", []))
    desk.check_settled(cancelled)
    desk.check_pairs()


def check_cancel_at_once(desk):
    """Whatever had begun, in the end there is nothing, and nobody has an invitation without its cancellation."""
    for wait in (0, 0.05, 0.1, 0.2):
        process = desk.begin(*desk.words("--wait", "0"))
        with program.ended(process):
            answer = program.finish(process)
        time.sleep(wait)
        desk.practise("cancel", answer.document["uid"])
    desk.practise("sync")
    desk.check("meetings", desk.practice.meetings(), [])
    desk.check_pairs()


def check_move_unmade(desk):
    """Moved while nobody knows whether Zoom made the meeting: it is found, and moved."""
    desk.practice.fault("commit-then-drop", on="create", times=1)
    desk.practice.fault("drop-before", on="list", times=2)
    first = desk.schedule(status=1, wait="1")
    desk.change(first, *MOVED, "--wait", "0", status=1)
    desk.practise("sync", "--wait", "90")
    shown = desk.practise("show", first["uid"])
    desk.check("one meeting, moved", [meeting["start_time"] for meeting in desk.practice.meetings()], ["2098-12-02T17:30:00Z"])
    desk.check("it is the interview's", shown["meeting"]["id"], str(desk.meeting()["id"]))
    desk.check_settled(shown)
    last = desk.letters()[-1]
    desk.check("the link is told", desk.meeting()["join_url"] in body(last, "plain"), True)
    event = icalendar.Calendar.from_ical(calendars(last)[0][2]).walk("VEVENT")[0]
    desk.check("the time too", (event["DTSTART"].dt.timestamp(), int(event["SEQUENCE"])), (4068379800.0, shown["sequence"]))


def check_quota(desk):
    """TH-18: at 100 the change waits for the next day, and says so; the new time is told at once, with the link that stays."""
    first = desk.schedule()
    desk.practice.control({"quota": {"host": HOST, "used": 100}})
    moved = desk.change(first, *MOVED, status=1)
    desk.check("why", moved["error"]["code"], "quota")
    desk.check("the letter left", kinds(moved, "done"), ["mail-invitation", "mail-update", "meeting-create"])
    waiting = [operation for operation in moved["operations"] if operation["kind"] == "meeting-update"]
    desk.check("until midnight UTC", [(one["state"], one["due"][10:15]) for one in waiting], [("waiting", "T00:0")])
    listed = [account for account in desk.practise("account", "list")["accounts"] if account["kind"] == "zoom"]
    desk.check("learnt", [account["quota"]["used"] for account in listed], [100])


def check_unmanaged(desk):
    """TA-27: a meeting that only another host may change."""
    first = desk.schedule()
    desk.practice.fault("3003", on="patch", times=1)
    moved = desk.change(first, *MOVED, status=1)
    desk.check("why", (moved["error"]["code"], moved["meeting"]["state"]), ("not-host", "unmanaged"))
    desk.check("the link works on", moved["meeting"]["join_url"], first["meeting"]["join_url"])
    fixed = desk.change(first, "fix", "--recreate")
    desk.check("anew", (fixed["meeting"]["state"], fixed["meeting"]["id"] != first["meeting"]["id"]), ("live", True))
    desk.check("told", fixed["meeting"]["join_url"] in body(desk.letters()[-1], "plain"), True)


def check_gone_while_moving(desk):
    first = desk.schedule(hiring_manager=MANAGER)
    desk.practice.control({"delete": {"id": int(first["meeting"]["id"])}})
    moved = desk.change(first, *MOVED, status=1)
    desk.check("why", (moved["error"]["code"], moved["meeting"]["state"]), ("gone", "missing"))
    fixed = desk.change(first, "fix", "--recreate")
    desk.check("anew, at the new time", (fixed["meeting"]["state"], desk.meeting()["start_time"]), ("live", "2098-12-02T17:30:00Z"))
    desk.check("told", fixed["meeting"]["join_url"] in body(desk.letters()[-1], "plain"), True)


def check_blind(desk):
    """O-13: where Zoom cannot be asked, a sync says so, and nothing is taken for gone."""
    first = desk.schedule()
    desk.practice.fault("drop-before", on="get", times=50)
    synced = desk.practise("sync", "--wait", "20", status=1)
    desk.check("said", (synced["error"]["code"], synced["done"], synced["failed"], "differing" in synced), ("unreachable", [], [], False))
    desk.check("as it was", desk.practise("show", first["uid"])["meeting"]["state"], "live")
    desk.check("not asked for, not said", desk.practise("sync", "--wait", "0"), {"done": [], "waiting": [], "failed": []})


def check_failed_before(desk):
    """What had failed is not held against what is done now."""
    desk.practice.fault("3161", on="create", times=1)
    first = desk.schedule(status=1)
    edited = desk.change(first, "edit", "--details", "Bring work")
    desk.check("edited", (edited["details"], kinds(edited, "failed")), ("Bring work", ["meeting-create"]))
    desk.check("told", "Bring work" in body(desk.letters()[-1], "plain"), True)
    linked = desk.change(first, "retry")
    desk.check("and made at last", (linked["meeting"]["state"], desk.meeting()["join_url"] in body(desk.letters()[-1], "plain")), ("live", True))


def check_mail_gone(desk):
    """The mail server is away: letters wait, and one tells it all."""
    first = desk.schedule()
    desk.practice.fault("drop", on="smtp", when="connect", times=1000)
    process = desk.begin("reschedule", first["uid"], *MOVED[1:])
    with program.ended(process):
        program.wait_until(lambda: desk.practice.state()["faults"][0]["times"] < 1000, "a letter's turn")
        program.wait_until(lambda: desk.meeting()["start_time"] == "2098-12-02T17:30:00Z", "the moved meeting, without its letter,")
        process.send_signal(signal.SIGINT)
        moved = program.finish(process)
    desk.check("saved, and not done", (moved.status, moved.document["sequence"]), (1, 1))
    edited = desk.change(first, "edit", "--details", "Bring work", "--wait", "1", status=1)
    desk.check("one change more", edited["sequence"] in (1, 2), True)
    desk.practice.control({"heal": {}})
    desk.practise("sync", "--wait", "90")
    last = desk.letters()[-1]
    event = icalendar.Calendar.from_ical(calendars(last)[0][2]).walk("VEVENT")[0]
    shown = desk.practise("show", first["uid"])
    desk.check("the last letter says it all", ("Bring work" in body(last, "plain"), event["DTSTART"].dt.timestamp(), int(event["SEQUENCE"])), (True, 4068379800.0, shown["sequence"]))
    desk.check_settled(shown)


def kill_once(desk, words, patience):
    """One command, and its end after so many seconds at most; what came of it, for whoever looks into a failure."""
    process = desk.begin(*words)
    with program.ended(process), contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(patience)
    return f"{words[0]} {'killed' if process.returncode < 0 else f'ended with {process.returncode}'} within {patience:.3f} s"


def kill_often(desk, interview, whole):
    """Changes, each killed between its first moment and the one at which it would have ended, in `whole` seconds. Where too little was done by then the
    machine is slower than it was, and they get more time."""
    dice = random.Random(5)
    turns = []
    for turn in range(24):
        words = ["edit", interview["uid"], "--agenda", f"Turn {turn}"] if turn % 3 else ["reschedule", interview["uid"], "--start", f"2098-12-{turn + 2:02} 10:00"]
        turns.append(kill_once(desk, words, dice.uniform(0.05, 1.1) * whole))
        if turn >= 11:
            if desk.practise("show", interview["uid"])["sequence"] > 2:
                break
            whole *= 1.5
    return turns


def check_killed_anywhere(desk):
    """O-1: killed at a moment that nobody chose, again and again; afterwards everything is as the last word was."""
    desk.practice.set(latency_ms=60)
    interview = desk.schedule()
    started = time.monotonic()
    desk.change(interview, "edit", "--agenda", "First")
    turns = kill_often(desk, interview, time.monotonic() - started)
    desk.practise("sync", "--wait", "90")
    shown = desk.practise("show", interview["uid"])
    desk.check_settled(shown)
    meeting = desk.meeting()
    desk.check("at Zoom", (meeting["start_time"], meeting["agenda"].split("\n")[0].strip()), (shown["start"], shown["agenda"].split("\n")[0]))
    letters = {letter["Message-ID"]: letter for letter in desk.letters()}
    event = icalendar.Calendar.from_ical(calendars(desk.letters()[-1])[0][2]).walk("VEVENT")[0]
    desk.check("the last letter", (int(event["SEQUENCE"]), shown["agenda"] in body(desk.letters()[-1], "plain")), (shown["sequence"], True))
    sequences = [int(icalendar.Calendar.from_ical(calendars(letter)[0][2]).walk("VEVENT")[0]["SEQUENCE"]) for letter in letters.values()]
    desk.check("each sequence once", sequences, sorted(set(sequences)))
    desk.check("something was done", shown["sequence"] > 2, True)
    if desk.complaints:
        desk.complaints += turns


def main(*arguments):
    life.run([
        ("O-12: the network is gone", check_network_gone),
        ("not waited for", check_wait),
        ("SH-56: tried again", check_retry),
        ("O-12: interrupted", check_interrupt),
        ("O-1: killed before Zoom moved it", functools.partial(check_killed, MOVED, "patch", {"before_ms": 1500})),
        ("O-1: killed after Zoom moved it", functools.partial(check_killed, MOVED, "patch", {"after_ms": 1500})),
        ("O-1: killed before Zoom deleted it", functools.partial(check_killed, ("cancel",), "delete", {"before_ms": 1500})),
        ("O-1: killed after Zoom deleted it", functools.partial(check_killed, ("cancel",), "delete", {"after_ms": 1500})),
        ("O-1: three edits at once", check_two_edits),
        ("HL-15: a slot shared at once", check_three_share),
        ("O-1: moved and cancelled at once", check_edit_and_cancel),
        ("O-1: cancelled while nobody knows whether the meeting was made", check_cancel_unmade),
        ("O-1: cancelled at once", check_cancel_at_once),
        ("O-1: moved while nobody knows whether the meeting was made", check_move_unmade),
        ("TH-18, X-3: the day is full", check_quota),
        ("TA-27: another host's meeting", check_unmanaged),
        ("SH-56: gone while it is moved", check_gone_while_moving),
        ("O-13: Zoom cannot be asked", check_blind),
        ("SH-36: what had failed before", check_failed_before),
        ("O-12: no mail server", check_mail_gone),
        ("O-1: killed at any moment", check_killed_anywhere),
    ], *arguments)


if __name__ == "__main__":
    main(*sys.argv[1:])
