#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-life-terminal.py CONVENE: what becomes of an interview after it was scheduled, from the words of a terminal to what Zoom holds and people receive."""

import json
import sys

import icalendar
import life
from life import BOB, LINK, MANAGER, MOVED, kinds
from practice import HOST
from terminal import body, calendars


# --- rescheduling and editing -------------------------------------------------------------------------------------------------------------

def check_reschedule(desk):
    first = desk.schedule(hiring_manager=MANAGER)
    before = desk.cost()
    moved = desk.change(first, *MOVED, "--duration", "30")
    desk.check("uid, sequence", (moved["uid"], moved["sequence"]), (first["uid"], 1))
    desk.check("time", (moved["start"], moved["timezone"], moved["duration"]), ("2098-12-02T17:30:00Z", "America/Mexico_City", 30))
    desk.check("meeting", (moved["meeting"]["id"], moved["meeting"]["join_url"]), (first["meeting"]["id"], first["meeting"]["join_url"]))
    desk.check_cost("an update in place", before, 0, 1, 0)
    meeting = desk.meeting()
    desk.check("at Zoom", (meeting["start_time"], meeting["duration"], meeting["timezone"]), ("2098-12-02T17:30:00Z", 30, "America/Mexico_City"))
    desk.check("letters", len(desk.letters()), 2)
    letter, event = desk.check_letter("the update", -1, ["maria@example.org", "hana@example.com"], "REQUEST", 1)
    desk.check("same event", (str(event["UID"]), event["DTSTART"].dt.timestamp()), (first["uid"], 4068379800.0))
    desk.check("the link is in the letter", first["meeting"]["join_url"] in body(letter, "plain"), True)
    desk.check("reminders", [one["due"] for one in moved["operations"] if one["kind"] == "mail-reminder" and one["state"] == "waiting"],
               ["2098-12-01T17:30:00Z", "2098-12-02T16:30:00Z"])
    desk.check_settled(moved)
    desk.check("shown", desk.practise("show", first["uid"]), moved)


def check_nothing_for_zoom(desk):
    """What Zoom does not hold costs nothing there; what nobody is told, no letter either."""
    first = desk.schedule()
    before = desk.cost()
    noted = desk.change(first, "edit", "--notes", "Knows C", "--link-policy", "new")
    desk.check("notes", (noted["notes"], noted["link_policy"], noted["sequence"]), ("Knows C", "new", 0))
    desk.check("letters for notes", len(desk.letters()), 1)
    detailed = desk.change(first, "edit", "--details", "Bring work")
    desk.check("details", (detailed["details"], detailed["sequence"]), ("Bring work", 1))
    desk.check("letters for details", len(desk.letters()), 2)
    desk.check("told", "Bring work" in body(desk.letters()[-1], "plain"), True)
    same = desk.change(first, "edit", "--job", "Staff Engineer", "--start", "2098-12-01 10:00", "--details", "Bring work")
    desk.check("nothing", same, detailed)
    desk.check("letters for nothing", len(desk.letters()), 2)
    desk.check_cost("none of it", before, 0, 0, 0)


def check_title_and_agenda(desk):
    first = desk.schedule()
    before = desk.cost()
    edited = desk.change(first, "edit", "--job", "Cook", "--agenda", "Eggs")
    desk.check_cost("one request for both", before, 0, 1, 0)
    meeting = desk.meeting()
    desk.check("at Zoom", (meeting["topic"], meeting["agenda"].split("\n")[0].strip()), ("Cook Interview", "Eggs"))
    desk.check("the link stays", edited["meeting"]["join_url"], first["meeting"]["join_url"])
    desk.check_letter("the update", -1, ["maria@example.org"], "REQUEST", 1)


def check_password(desk):
    """SH-45: a changed password is read back and told, with the link that carries it."""
    first = desk.schedule(password="first_1")
    edited = desk.change(first, "edit", "--password", "second_2")
    meeting = desk.meeting()
    desk.check("at Zoom", meeting["password"], "second_2")
    desk.check("kept", (edited["meeting"]["password"], edited["meeting"]["join_url"]), ("second_2", meeting["join_url"]))
    last = body(desk.letters()[-1], "plain")
    desk.check("told", ("second_2" in last, meeting["join_url"] in last), (True, True))
    desk.check("no drift is seen in it", (edited["meeting"]["drift"], desk.practise("sync")), ([], {"done": [], "waiting": [], "failed": []}))


def check_people(desk):
    first = desk.schedule(hiring_manager=MANAGER, attendee=[BOB])
    before = desk.cost()
    edited = desk.change(first, "edit", "--attendee", "Ann <ann@example.com>")
    desk.check("people", [one["address"] for one in edited["attendees"]], ["ann@example.com"])
    desk.check_cost("Zoom knows no attendees", before, 0, 0, 0)
    desk.check("letters", len(desk.letters()), 3)
    letters = {tuple(sorted(one.addr_spec for header in ("to", "cc") if letter[header] for one in letter[header].addresses)): letter for letter in desk.letters()[1:]}
    desk.check("recipients", set(letters), {("bob@example.com",), ("ann@example.com", "hana@example.com", "maria@example.org")})
    methods = {reached: str(icalendar.Calendar.from_ical(calendars(letter)[0][2])["METHOD"]) for reached, letter in letters.items()}
    desk.check("methods", methods, {("bob@example.com",): "CANCEL", ("ann@example.com", "hana@example.com", "maria@example.org"): "REQUEST"})
    alone = desk.change(first, "edit", "--attendee", "", "--hiring-manager", "")
    desk.check("nobody else", (alone["attendees"], alone["hiring_manager"]), ([], None))


def check_candidate(desk):
    """Another candidate: the first one's interview is cancelled, the second one is invited."""
    first = desk.schedule()
    edited = desk.change(first, "edit", "--candidate", "Li <li@example.org>")
    desk.check("candidate", edited["candidate"]["address"], "li@example.org")
    methods = {letter["to"].addresses[0].addr_spec: str(icalendar.Calendar.from_ical(calendars(letter)[0][2])["METHOD"]) for letter in desk.letters()}
    desk.check("each the last word", methods, {"maria@example.org": "CANCEL", "li@example.org": "REQUEST"})
    text = desk.call("--practice", "show", first["uid"]).text()
    desk.check("who was told", ("The cancellation was sent: María López <maria@example.org>\n" in text, "The changed invitation was sent: Li <li@example.org>\n" in text,
                                "The invitation was sent\n" in text), (True, True, True))


def check_alternative_hosts(desk):
    """Zoom is told; nobody else."""
    first = desk.schedule(alternative_host=["hiring.manager@example.com"])
    before = desk.cost()
    edited = desk.change(first, "edit", "--alternative-host", "")
    desk.check("hosts", (edited["alternative_hosts"], desk.meeting()["settings"].get("alternative_hosts") or ""), ([], ""))
    desk.check_cost("one change", before, 0, 1, 0)
    desk.check("letters", len(desk.letters()), 1)


def check_platforms(desk):
    first = desk.schedule()
    linked = desk.change(first, "edit", "--link", LINK)
    desk.check("platform, link", (linked["platform"], linked["link"]), ("link", LINK))
    desk.check("no meeting is left", desk.practice.meetings(), [])
    desk.check("told", LINK in body(desk.letters()[-1], "plain"), True)
    back = desk.change(first, "edit", "--platform", "zoom")
    desk.check("a meeting again", (back["platform"], back["link"], back["meeting"]["state"]), ("zoom", None, "live"))
    desk.check("told again", desk.meeting()["join_url"] in body(desk.letters()[-1], "plain"), True)
    desk.check_settled(back)


def check_without_mail(desk):
    first = desk.schedule()
    moved = desk.change(first, *MOVED, "--no-mail")
    desk.check("letters", len(desk.letters()), 1)
    desk.check("moved at Zoom", desk.meeting()["start_time"], "2098-12-02T17:30:00Z")
    desk.check_settled(moved)
    desk.change(first, "cancel", "--no-mail")
    desk.check("letters", len(desk.letters()), 1)
    desk.check("meetings", desk.practice.meetings(), [])


def check_new_link(desk):
    """HL-14: by preference or for one interview, a new time is a new link."""
    desk.practise("preferences", "link-policy", "new")
    first = desk.schedule()
    before = desk.cost()
    moved = desk.change(first, *MOVED)
    desk.check_cost("a new meeting, the old one deleted", before, 1, 0, 1)
    desk.check("another link", moved["meeting"]["join_url"] != first["meeting"]["join_url"], True)
    desk.check("at Zoom", [str(meeting["id"]) for meeting in desk.practice.meetings()], [moved["meeting"]["id"]])
    desk.check("told", moved["meeting"]["join_url"] in body(desk.letters()[-1], "plain"), True)
    kept = desk.change(first, "reschedule", "--start", "2098-12-03 09:00", "--link-policy", "keep")
    desk.check("kept by its own word", kept["meeting"]["join_url"], moved["meeting"]["join_url"])
    desk.check_settled(kept)


def check_shared_link(desk):
    """HL-15, X-13: interviews of a slot share a meeting, which goes with the last of them."""
    first = desk.schedule(link_policy="share")
    before = desk.cost()
    second = desk.schedule(link_policy="share", candidate="Li <li@example.org>")
    desk.check_cost("the second joins", before, 0, 0, 0)
    desk.check("one link", second["meeting"]["join_url"], first["meeting"]["join_url"])
    desk.check("told", first["meeting"]["join_url"] in body(desk.letters()[-1], "plain"), True)
    third = desk.schedule(link_policy="share", start="2098-12-05 09:00", candidate="Zoë <zoe@example.com>")
    plan = desk.change(third, "reschedule", "--start", "2098-12-01 10:00", "--dry-run")["plan"]
    desk.check("preview", plan["link_effect"], "joins")
    joined = desk.change(third, "reschedule", "--start", "2098-12-01 10:00")
    desk.check("joined", joined["meeting"]["id"], first["meeting"]["id"])
    desk.check("its own is deleted", len(desk.practice.meetings()), 1)
    left = desk.change(second, "cancel", "--dry-run")["plan"]
    desk.check("the others keep it", left["link_effect"], "left")
    for one in (second, first):
        desk.change(one, "cancel")
        desk.check("still there", len(desk.practice.meetings()), 1)
    desk.change(third, "cancel")
    desk.check("gone with the last", desk.practice.meetings(), [])


# --- cancelling ---------------------------------------------------------------------------------------------------------------------------

def check_cancel(desk):
    first = desk.schedule(hiring_manager=MANAGER)
    cancelled = desk.change(first, "cancel", "--reason", "The position is filled.")
    desk.check("status, reason, sequence", (cancelled["status"], cancelled["cancel_reason"], cancelled["sequence"]), ("cancelled", "The position is filled.", 1))
    meeting = cancelled["meeting"]
    desk.check("the reference is gone, its number kept", (meeting["state"], meeting["join_url"], meeting["password"], meeting["id"]),
               ("deleted", None, None, first["meeting"]["id"]))
    desk.check("at Zoom", desk.practice.meetings(), [])
    desk.check("letters", len(desk.letters()), 2)
    letter, event = desk.check_letter("the cancellation", -1, ["maria@example.org", "hana@example.com"], "CANCEL", 1)
    desk.check("of the event", (str(event["UID"]), str(event["STATUS"])), (first["uid"], "CANCELLED"))
    desk.check("the reason", "The position is filled." in body(letter, "plain"), True)
    desk.check("no reminder is left", [one["state"] for one in cancelled["operations"] if one["kind"] == "mail-reminder"], ["dropped", "dropped"])
    for words in (("cancel",), MOVED, ("edit", "--job", "Cook"), ("fix", "--recreate")):
        again = desk.change(first, *words, status=1)
        desk.check(f"{words[0]} of a cancelled one", again["error"]["code"], "refused")
    desk.check("letters after all that", len(desk.letters()), 2)
    desk.check("listed", desk.practise("list", "--status", "cancelled")["total"], 1)


def check_cancel_gone(desk):
    first = desk.schedule()
    desk.practice.control({"delete": {"id": int(first["meeting"]["id"])}})
    cancelled = desk.change(first, "cancel")
    desk.check("already gone is done", kinds(cancelled, "done"), ["mail-cancellation", "mail-invitation", "meeting-create", "meeting-delete"])


def check_cancel_held(desk):
    """A meeting that is being held cannot be deleted: that is said, and tried again when it is over."""
    first = desk.schedule()
    desk.practice.control({"start": {"id": int(first["meeting"]["id"])}})
    cancelled = desk.change(first, "cancel", status=1)
    desk.check("cancelled all the same", (cancelled["status"], cancelled["error"]["code"], len(desk.letters())), ("cancelled", "refused", 2))
    desk.practice.control({"end": {"id": int(first["meeting"]["id"])}})
    desk.check("deleted after it", desk.change(first, "retry")["meeting"]["state"], "deleted")


def check_cancel_failed(desk):
    """What had failed is not held against a cancellation, and nothing is deleted that was never made."""
    desk.practice.fault("3161", on="create", times=1)
    first = desk.schedule(status=1)
    before = desk.cost()
    cancelled = desk.change(first, "cancel")
    desk.check("status", cancelled["status"], "cancelled")
    desk.check_cost("nothing at Zoom", before, 0, 0, 0)


# --- what is otherwise at Zoom ------------------------------------------------------------------------------------------------------------

def drift(desk, **changes):
    first = desk.schedule()
    desk.practice.control({"patch": {"id": int(first["meeting"]["id"]), "body": changes}})
    return first, desk.practise("sync")


def check_moved_take(desk):
    first, synced = drift(desk, start_time="2098-12-01T18:00:00Z", duration=30)
    desk.check("sync says it", [(one["uid"], one["meeting"]["drift"]) for one in synced.get("differing", [])], [(first["uid"], ["moved"])])
    shown = desk.practise("show", first["uid"])
    desk.check("shown", (shown["start"], shown["meeting"]["at_zoom"]["start"], shown["meeting"]["at_zoom"]["duration"]),
               ("2098-12-01T16:00:00Z", "2098-12-01T18:00:00Z", 30))
    text = desk.call("--practice", "show", first["uid"]).text()
    desk.check("in words", ("moved at Zoom to" in text, "--take" in text), (True, True))
    before = desk.cost()
    taken = desk.change(first, "fix", "--take")
    desk.check("taken", (taken["start"], taken["duration"], taken["meeting"]["drift"]), ("2098-12-01T18:00:00Z", 30, []))
    desk.check_cost("at no cost", before, 0, 0, 0)
    desk.check_letter("told", -1, ["maria@example.org"], "REQUEST", 1)
    desk.check("quiet again", desk.practise("sync").get("differing"), None)


def check_moved_restore(desk):
    first, _ = drift(desk, start_time="2098-12-01T18:00:00Z")
    restored = desk.change(first, "fix", "--restore")
    desk.check("as it was", (desk.meeting()["start_time"], restored["meeting"]["drift"]), ("2098-12-01T16:00:00Z", []))
    desk.check("nobody need be told", len(desk.letters()), 1)
    desk.check("quiet again", desk.practise("sync").get("differing"), None)


def check_password_at_zoom(desk):
    first, synced = drift(desk, password="other_9")
    desk.check("found", [one["meeting"]["drift"] for one in synced.get("differing", [])], [["link"]])
    taken = desk.change(first, "fix", "--take")
    desk.check("taken", taken["meeting"]["password"], "other_9")
    desk.check("told", "other_9" in body(desk.letters()[-1], "plain"), True)


def check_gone(desk):
    first = desk.schedule()
    desk.practice.control({"delete": {"id": int(first["meeting"]["id"])}})
    synced = desk.practise("sync")
    desk.check("found", [one["meeting"]["state"] for one in synced.get("differing", [])], ["missing"])
    again = desk.change(first, "fix", "--recreate")
    desk.check("anew", (again["meeting"]["state"], str(desk.meeting()["id"])), ("live", again["meeting"]["id"]))
    desk.check("told", again["meeting"]["join_url"] in body(desk.letters()[-1], "plain"), True)
    desk.check_settled(again)


def check_fix_link(desk):
    desk.practice.fault("3161", on="create", times=1)
    first = desk.schedule(status=1, hiring_manager=MANAGER)
    fixed = desk.change(first, "fix", "--link", LINK)
    desk.check("pasted", (fixed["platform"], fixed["link"]), ("link", LINK))
    desk.check("told", LINK in body(desk.letters()[-1], "plain"), True)
    desk.check("no meeting", desk.practice.meetings(), [])


def check_fix_host(desk):
    first = desk.schedule()
    stranger = desk.change(first, "fix", "--host", "stranger@example.com", status=1)
    desk.check("a host that nobody here knows", stranger["error"]["code"], "no-account")
    again = desk.change(first, "fix", "--host", HOST)
    desk.check("a meeting of that host", (again["meeting"]["host"], again["meeting"]["state"]), (HOST, "live"))
    desk.check("the old one is gone", [str(meeting["id"]) for meeting in desk.practice.meetings()], [again["meeting"]["id"]])
    desk.check("told", again["meeting"]["join_url"] in body(desk.letters()[-1], "plain"), True)


def check_fix_nothing(desk):
    first = desk.schedule()
    for way in ("--take", "--restore"):
        refused = desk.change(first, "fix", way, status=1)
        desk.check(f"{way} of what is right", refused["error"]["code"], "refused")
    desk.check("letters", len(desk.letters()), 1)


# --- before it happens --------------------------------------------------------------------------------------------------------------------

def check_dry_run(desk):
    """O-9: each says what it would do, and does nothing."""
    first = desk.schedule(hiring_manager=MANAGER)
    before = desk.cost()
    wanted = [
        ((*MOVED, "--dry-run"), "edit", "stays", 1),
        ((*MOVED, "--link-policy", "new", "--dry-run"), "edit", "new", 2),
        (("edit", "--details", "D", "--dry-run"), "edit", "stays", 0),
        (("edit", "--link", LINK, "--dry-run"), "edit", "pasted", 1),
        (("cancel", "--dry-run"), "cancel", "deleted", 1),
        (("fix", "--link", LINK, "--dry-run"), "fix", "pasted", 1),
    ]
    for words, kind, effect, cost in wanted:
        plan = desk.change(first, *words)["plan"]
        desk.check(f"{words}", (plan["kind"], plan["link_effect"], plan["quota"]["cost"] if plan["quota"] else 0), (kind, effect, cost))
        desk.check(f"{words}: a letter", [letter["to"] for letter in plan["letters"]], [["María López <maria@example.org>"]])
        if not plan["summary"] or "\n" in plan["summary"]:
            desk.complaints.append(f"{words}: the sentence is {plan['summary']!r}")
    desk.check("nothing was done", desk.practise("show", first["uid"]), first)
    desk.check("nor sent", len(desk.letters()), 1)
    desk.check_cost("nor asked", before, 0, 0, 0)
    text = desk.call("--practice", "cancel", first["uid"])
    desk.check("said before it is done", (text.status, text.err.count(b"\n")), (0, 1))


WRONG = [
    (("edit", "--job", ""), 2, "invalid", "job"),
    (("edit", "--job", "a\nb"), 2, "invalid", "job"),
    (("edit", "--candidate", "Maria"), 2, "invalid", "candidate"),
    (("edit", "--attendee", "x"), 2, "invalid", "attendees"),
    (("edit", "--agenda", ""), 2, "invalid", "agenda"),
    (("edit", "--agenda", b"\xff"), 2, "invalid", "agenda"),
    (("edit", "--platform", "link"), 2, "invalid", "link"),
    (("edit", "--platform", "phone"), 2, "invalid", "location"),
    (("edit", "--platform", "teams"), 2, "invalid", "platform"),
    (("edit", "--password", "a b"), 2, "invalid", "password"),
    (("edit", "--duration", "0"), 2, "invalid", "duration"),
    (("edit", "--link-policy", "maybe"), 2, "invalid", "link_policy"),
    (("edit", "--frobnicate"), 2, "usage", None),
    (("reschedule",), 2, "invalid", "start"),
    (("reschedule", "--start", "2020-01-01 10:00"), 2, "invalid", "start"),
    (("reschedule", "--start", "soon"), 2, "invalid", "start"),
    (("reschedule", "--start", "2098-12-01T10:00+09:00"), 2, "invalid", "start"),
    (("reschedule", "--start", "2090-03-26 02:30", "--timezone", "Europe/Berlin"), 2, "invalid", "start"),
    (("reschedule", "--start", "2098-12-02 10:00", "--timezone", "Mars/Olympus"), 2, "invalid", "timezone"),
    (("reschedule", "--start", "2098-12-02 10:00", "--job", "Cook"), 2, "usage", None),
    (("cancel", "--reason", "a\x07"), 2, "invalid", "reason"),
    (("cancel", "--wait", "soon"), 2, "invalid", "wait"),
    (("cancel", "now"), 2, "usage", None),
    (("fix",), 2, "usage", None),
    (("fix", "--take", "--restore"), 2, "usage", None),
    (("fix", "--link", "http://example.com/"), 2, "invalid", "link"),
    (("fix", "--host", "me"), 2, "invalid", "host"),
]


def check_wrong(desk):
    first = desk.schedule()
    before = desk.cost()
    for words, status, code, field in WRONG:
        answer = desk.call("--practice", "--json", words[0], first["uid"], *words[1:])
        error = answer.json()["error"]
        desk.check(f"{words}", (answer.status, error["code"], error["field"], answer.err.count(b"\n")), (status, code, field, 1))
        plain = desk.call("--practice", words[0], first["uid"], *words[1:])
        desk.check(f"{words} in text", (plain.status, plain.out, plain.err.count(b"\n")), (status, b"", 1))
    for command in ("edit", "cancel"):
        desk.check(f"{command} of nobody", desk.practise(command, "abcdef", status=1)["error"]["code"], "not-found")
    desk.check("nothing was touched", desk.practise("show", first["uid"]), first)
    desk.check_cost("nor asked", before, 0, 0, 0)


def check_preferences(desk):
    whole = desk.practise("preferences")["preferences"]
    desk.check("a policy at first", whole["link-policy"], "keep")
    desk.practise("preferences", "reminders", "120")
    first = desk.schedule()
    desk.check("its reminders", [one["due"] for one in first["operations"] if one["kind"] == "mail-reminder"], ["2098-12-01T14:00:00Z"])
    desk.practise("preferences", "reminders", "")
    second = desk.schedule()
    desk.check("none", [one for one in second["operations"] if one["kind"] == "mail-reminder"], [])
    reminders = [one["state"] for one in desk.practise("show", first["uid"])["operations"] if one["kind"] == "mail-reminder"]
    desk.check("nor for those that there are", "waiting" in reminders, False)
    desk.practise("preferences", "reminders", "1440,30")
    for one in (first, second):
        shown = desk.practise("show", one["uid"])
        desk.check("all have them", [reminder["due"] for reminder in shown["operations"] if reminder["kind"] == "mail-reminder" and reminder["state"] == "waiting"],
                   ["2098-11-30T16:00:00Z", "2098-12-01T15:30:00Z"])
    for words, code in ((("colour",), "invalid"), (("reminders", "soon"), "invalid"), (("a", "b", "c"), "usage")):
        desk.check(f"{words}", desk.practise("preferences", *words, status=2)["error"]["code"], code)
    desk.check("text", json.dumps(desk.call("--practice", "preferences", "notify-before").text()), json.dumps("notify-before  10\n"))


def main(*arguments):
    life.run([
        ("SH-45: rescheduled in place", check_reschedule),
        ("HL-12: what Zoom does not know costs nothing", check_nothing_for_zoom),
        ("SH-45: title and agenda", check_title_and_agenda),
        ("SH-45: a changed password is read back and told", check_password),
        ("people come and go", check_people),
        ("another candidate", check_candidate),
        ("alternative hosts", check_alternative_hosts),
        ("from Zoom to a link and back", check_platforms),
        ("no letters where none are wanted", check_without_mail),
        ("X-1, HL-14: a new link", check_new_link),
        ("X-1, HL-13, HL-15, X-13: a shared link", check_shared_link),
        ("SH-46, SH-6: cancelled", check_cancel),
        ("SH-46: cancelled when the meeting is gone", check_cancel_gone),
        ("SH-46: cancelled when the meeting was never made", check_cancel_failed),
        ("SH-46: cancelled while it is held", check_cancel_held),
        ("O-13: moved at Zoom, and taken over", check_moved_take),
        ("O-13: moved at Zoom, and put back", check_moved_restore),
        ("O-13: another password at Zoom", check_password_at_zoom),
        ("O-13, SH-56: gone at Zoom, and made anew", check_gone),
        ("SH-56: a link of one's own", check_fix_link),
        ("SH-56: another host", check_fix_host),
        ("SH-56: nothing to mend", check_fix_nothing),
        ("O-9: what would be done", check_dry_run),
        ("wrong words and values", check_wrong),
        ("X-1, SH-28: preferences", check_preferences),
    ], *arguments)


if __name__ == "__main__":
    main(*sys.argv[1:])
