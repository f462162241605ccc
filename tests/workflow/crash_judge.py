# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What must be true of interviews, of Zoom and of the letters, however often the program was killed: once everything is settled, Zoom and the letters say what
the database says, nothing is there twice, and no request was made that nobody needed."""

import collections
import datetime
import email
import email.policy
import re
import sqlite3
import zoneinfo

TO_ALL = ("mail-invitation", "mail-update", "mail-link-ready")
QUIET = ("link policy",)


class Letter:
    """A letter as it arrived, with the operation that it was for."""

    def __init__(self, octets):
        message = email.message_from_bytes(octets, policy=email.policy.default)
        self.octets = octets
        self.message = message
        self.message_id = message["Message-ID"]
        self.subject = message["Subject"]
        self.calendar = ""
        for part in message.walk():
            if part.get_content_type() == "text/calendar":
                self.calendar = re.sub(r"\r?\n[ \t]", "", part.get_content())
        self.copies = 1
        self.row = None

    def get(self, name):
        found = re.search(rf"^{name}(?:;[^:\r\n]*)?:(.*?)\r?$", self.calendar, re.MULTILINE)
        return found.group(1) if found else None

    def get_sequence(self):
        return int(self.get("SEQUENCE") or 0)

    def get_start(self):
        """In microseconds since 1970 UTC."""
        found = re.search(r"BEGIN:VEVENT.*?^DTSTART(?:;TZID=([^:;\r\n]*))?[^:\r\n]*:(\d{8}T\d{6})(Z?)", self.calendar, re.MULTILINE | re.DOTALL)
        zone = datetime.timezone.utc if found.group(3) else zoneinfo.ZoneInfo(found.group(1))
        return int(datetime.datetime.strptime(found.group(2), "%Y%m%dT%H%M%S").replace(tzinfo=zone).timestamp()) * 1000000

    def is_to_one(self):
        """Whether nobody but whoever it is to and who sent it is in its headers and its .ics."""
        named = set(re.findall(r"[a-z]+@example\.com", " ".join(f"{self.message[name] or ''}" for name in ("To", "Cc", "Bcc")) + self.calendar))
        sender = re.findall(r"[a-z]+@example\.com", str(self.message["From"]))
        return len(named - set(sender)) == 1

    def __repr__(self):
        return f"{self.row['kind'] if self.row else '?'} {self.get_sequence()} “{self.subject}”"


class Judge:
    """Over what came since the server's mark; `kills` is how often a process was killed since then, and `lost` how many requests that may have cost."""

    def __init__(self, server, database, uids, kills, lost):
        self.server = server
        self.kills = kills
        self.lost = lost
        self.wrong = []
        self.connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        self.connection.row_factory = sqlite3.Row
        self.uids = uids
        self.interviews = self.read_all("SELECT * FROM interview WHERE uid IN ({}) ORDER BY id", uids)
        self.operations = self.read_all("SELECT * FROM operation WHERE interview_uid IN ({}) ORDER BY position", uids)
        self.activity = self.read_all("SELECT * FROM activity WHERE interview_uid IN ({}) ORDER BY position", uids)
        rows = self.read_all("SELECT letter.*, operation.kind, operation.state, operation.posts, operation.recipients AS people FROM letter "
                             "JOIN operation ON operation.id = letter.operation_id WHERE letter.interview_uid IN ({})", uids)
        self.rows = {row["message_id"].strip("<>"): row for row in rows if row["message_id"]}
        ids = {row["meeting_id"] for row in self.interviews + self.operations if row["meeting_id"]}
        self.meetings = {row["id"]: row for row in self.read_all("SELECT * FROM meeting WHERE id IN ({})", sorted(ids))}
        self.at_zoom = {}
        self.puts = collections.defaultdict(list)
        for change in server.new_changes():
            if change["change"] == "meeting":
                self.at_zoom[change["meeting"]["id"]] = change["meeting"]
                self.puts[change["meeting"]["id"]].append(change["meeting"])
            elif change["change"] == "meeting-delete":
                self.at_zoom.pop(change["id"], None)
        self.letters = self.gather_letters()

    def read_all(self, statement, values):
        return self.connection.execute(statement.format(", ".join("?" * len(values))), values).fetchall()

    def check(self, truth, text):
        if not truth:
            self.wrong.append(text)

    def gather_letters(self):
        """By Message-ID, in order of first arrival: equal ones count as one."""
        letters = {}
        for number, octets in enumerate(self.server.new_letters()):
            letter = Letter(octets)
            letter.first = letter.last = number
            if letter.message_id in letters:
                first = letters[letter.message_id]
                first.copies += 1
                first.last = number
                self.check(first.octets == octets, f"{first} came twice and is not the same")
            else:
                letter.row = self.rows.get((letter.message_id or "").strip("<>"))
                letters[letter.message_id] = letter
        self.check(sum(letter.copies - 1 for letter in letters.values()) <= self.kills, "letters came again though nobody was killed")
        return list(letters.values())

    def judge(self):
        self.judge_operations()
        self.judge_zoom()
        self.judge_requests()
        self.judge_letters()
        for interview in self.interviews:
            self.judge_story(interview)
        self.connection.close()
        return self.wrong

    def judge_operations(self):
        cancelled = {row["uid"] for row in self.interviews if row["status"] == "cancelled"}
        for row in self.operations:
            waits = row["kind"] == "mail-reminder" and row["state"] == "waiting" and row["interview_uid"] not in cancelled
            self.check(waits or row["state"] in ("done", "dropped"), f"{row['kind']} is {row['state']} ({row['error_code']})")

    def judge_zoom(self):
        """One meeting for each interview on Zoom that takes place, and no other."""
        wanted = set()
        for interview in self.interviews:
            if interview["status"] != "scheduled" or interview["platform"] != "zoom":
                continue
            meeting = self.meetings.get(interview["meeting_id"])
            there = self.at_zoom.get(meeting["number"]) if meeting else None
            if not there:
                self.wrong.append(f"no meeting for {interview['uid']}")
                continue
            shared = meeting["number"] in wanted
            wanted.add(meeting["number"])
            start = datetime.datetime.fromtimestamp(interview["start"] // 1000000, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
            self.check(meeting["state"] == "live", f"the meeting is {meeting['state']}")
            self.check(there["start_time"] == start, f"at Zoom it begins at {there['start_time']}, not {start}")
            self.check(there["duration"] == interview["duration"], f"at Zoom it lasts {there['duration']}")
            self.check(shared or there["topic"] == interview["job"] + " Interview", f"at Zoom it is called “{there['topic']}”")
            self.check(shared or there["agenda"].startswith(interview["agenda"] + "\n"), f"at Zoom its agenda is “{there['agenda']}”")
            self.check(there["join_url"] == meeting["join_url"], "at Zoom it has another link")
            self.check(there["host_email"] == meeting["host"], f"at Zoom {there['host_email']} hosts it")
        self.check(set(self.at_zoom) == wanted, f"{len(self.at_zoom)} meetings at Zoom, {len(wanted)} wanted")

    def judge_requests(self):
        """Each meeting was asked for once, and each change changed something; what was lost on the way had to be asked for again."""
        numbers = {row["number"] for row in self.meetings.values() if row["number"]}
        self.check(set(self.puts) == numbers, f"{len(self.puts)} meetings made, {len(numbers)} known")
        self.check(len(self.puts) <= self.server.new_calls("create") <= len(self.puts) + self.lost, f"{self.server.new_calls('create')} creates for {len(self.puts)} meetings")
        patches = sum(len(bodies) - 1 for bodies in self.puts.values())
        self.check(patches <= self.server.new_calls("patch") <= patches + self.lost, f"{self.server.new_calls('patch')} requests for {patches} changes")
        texts = [row["text"] for row in self.activity]
        moves = sum(text.startswith("Rescheduled") for text in texts)
        others = sum(text.startswith("Another meeting") for text in texts)
        edits = sum(text.startswith("Changed: ") and any(word in text for word in ("agenda", "job")) for text in texts)
        self.check(len(self.puts) <= len(self.interviews) + moves + others, f"{len(self.puts)} meetings made for {texts}")
        self.check(patches <= moves + edits, f"{patches} changes for {texts}")
        for bodies in self.puts.values():
            for before, after in zip(bodies, bodies[1:]):
                self.check(before != after, "a change at Zoom that changed nothing")
        deleted = len(self.puts) - len(self.at_zoom)
        self.check(deleted <= self.server.new_calls("delete") <= deleted + self.kills, f"{self.server.new_calls('delete')} deletes for {deleted} meetings")

    def judge_letters(self):
        """Each that was sent arrived. One that was in doubt when it no longer helped is dropped, whether it had arrived or not."""
        for letter in self.letters:
            self.check(letter.row is not None, f"a letter that is not kept: “{letter.subject}”")
            doubtful = letter.row is not None and letter.row["state"] == "dropped" and letter.row["posts"] > 0
            self.check(letter.row is None or letter.row["state"] == "done" or doubtful, f"{letter} arrived, and is {letter.row and letter.row['state']}")
        arrived = {(letter.message_id or "").strip("<>") for letter in self.letters}
        for message_id, row in self.rows.items():
            self.check(row["state"] != "done" or message_id in arrived, f"{row['kind']} is done, and never arrived")
        done = {row["id"] for row in self.operations if row["state"] == "done" and row["kind"].startswith("mail-")}
        sent = {letter.row["operation_id"] for letter in self.letters if letter.row is not None and letter.row["state"] == "done"}
        self.check(done == sent, f"letters of {len(sent)} operations for {len(done)} that are done")
        self.judge_apart()

    def judge_apart(self):
        """Of letters that go to one person each everybody has one, and nobody is named in another's; one that is known to have left did not go again."""
        groups = collections.defaultdict(list)
        for row in self.rows.values():
            groups[row["operation_id"]].append(row)
        by_id = {(letter.message_id or "").strip("<>"): letter for letter in self.letters}
        for rows in groups.values():
            people = [row["recipients"] for row in rows]
            self.check(len(set(people)) == len(rows), f"{rows[0]['kind']} to {people}")
            self.check(sorted(row["position"] for row in rows) == list(range(len(rows))), f"{rows[0]['kind']} has other positions")
            self.check(rows[0]["state"] != "done" or all(row["left"] for row in rows), f"{rows[0]['kind']} is done, and not all have left")
            letters = [by_id[row["message_id"].strip("<>")] for row in rows if row["message_id"].strip("<>") in by_id]
            self.check(len(rows) == 1 or all(letter.is_to_one() for letter in letters), f"{letters} name others")

    def gather_groups(self, letters):
        """One of each operation: the first that arrived, with what its operation told; `last` is when the last of them did."""
        groups = {}
        told = {row["operation_id"]: row["told"] for row in self.rows.values() if row["position"] == 0}
        for letter in letters:
            group = groups.setdefault(letter.row["operation_id"], letter)
            group.group_last = max(getattr(group, "group_last", 0), letter.last)
            group.told = told.get(letter.row["operation_id"])
        return list(groups.values())

    def count_told(self, interview):
        """The acts that people are told of, as the activity has them."""
        texts = [row["text"] for row in self.activity if row["interview_uid"] == interview["uid"]]
        return sum(text.startswith(("Rescheduled", "Another meeting")) or (text.startswith("Changed: ") and text[9:] not in QUIET) for text in texts)

    def judge_story(self, interview):
        """An interview's letters, one after the other: each says something new, and the last one what is true."""
        letters = self.gather_groups([letter for letter in self.letters if letter.row and letter.row["interview_uid"] == interview["uid"]])
        to_all = [letter for letter in letters if letter.row["kind"] in TO_ALL and not letter.row["people"]]
        calls_off = [letter for letter in letters if letter.row["kind"] == "mail-cancellation" and not letter.row["people"]]
        urgent = [letter for letter in letters if letter.row["kind"] == "mail-urgent"]
        for before, after in zip(to_all, to_all[1:]):
            self.check(before.get_sequence() < after.get_sequence(), f"{after} after {before}")
            self.check(before.told != after.told, f"{after} says nothing new")
            self.check(before.group_last < after.first, f"{before} again after {after}")
        self.check([letter.row["kind"] for letter in to_all].count("mail-invitation") == min(len(to_all), 1), f"letters {to_all}")
        self.check(len(to_all) - 1 <= self.count_told(interview) + len(urgent), f"{len(to_all)} letters for {self.count_told(interview)} acts: {to_all}")
        if interview["status"] == "cancelled":
            self.judge_cancelled(interview, letters, to_all, calls_off)
        else:
            self.judge_scheduled(interview, to_all, calls_off)

    def judge_cancelled(self, interview, letters, to_all, calls_off):
        """Whoever may have heard of it hears that it is off: also where a letter was in doubt, and had not arrived."""
        doubtful = any(row["interview_uid"] == interview["uid"] and row["kind"] in TO_ALL and row["state"] == "dropped" and row["posts"] > 0 for row in self.operations)
        self.check(len(calls_off) == int(doubtful or len(to_all) > 0), f"{len(calls_off)} cancellations after {to_all}")
        for letter in calls_off:
            self.check(letters[-1] is letter, f"{letters[-1]} after {letter}")
            self.check(letter.get("METHOD") == "CANCEL" and letter.get_sequence() == interview["sequence"], f"{letter} of {interview['sequence']}")
            self.check(not to_all or letter.get_sequence() > to_all[-1].get_sequence(), f"{letter} after {to_all}")

    def judge_scheduled(self, interview, to_all, calls_off):
        self.check(not calls_off, f"{calls_off} of an interview that takes place")
        if not to_all:
            self.wrong.append("nobody was invited")
            return
        last = to_all[-1]
        dropped = any(row["interview_uid"] == interview["uid"] and row["kind"] in TO_ALL and row["state"] == "dropped" for row in self.operations)
        meeting = self.meetings.get(interview["meeting_id"])
        link = interview["link"] if interview["platform"] == "link" else meeting and meeting["join_url"]
        self.check(last.get_sequence() == interview["sequence"] or dropped, f"{last} of {interview['sequence']}")
        self.check(last.get_start() == interview["start"], f"{last} has another time")
        self.check(link is not None and link in last.calendar.replace("\\", ""), f"{last} has not the link")
