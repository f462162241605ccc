#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the program while it schedules, edits, moves, cancels, fixes and takes back, at each boundary that the other side sees, after each thing that it
writes, and at moments drawn at random; lets others take up what is left, at times two at once; and judges what is there (O-1, SH-36).

test-crash.py CONVENE CRASH-CHILD PRACTICE-SERVER PART: part "fast" has a clock that goes fast, "real" is the program itself.

CONVENE_TEST_SEED draws otherwise, CONVENE_TEST_ROUNDS="17 93" does these rounds alone and "0-29" the first thirty, CONVENE_TEST_LONG=1 a thousand."""

import collections
import concurrent.futures
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time
import uuid

import crash_judge
import crashing

CONVENE, CHILD, SERVER = sys.argv[1:4]
PART = sys.argv[4]
SEED = int(os.environ.get("CONVENE_TEST_SEED", "20261121"))
SCALE = int(os.environ.get("CONVENE_TEST_CLOCK_SCALE", "15"))


def read_rounds(text):
    """The rounds that a text names; without one all of them."""
    rounds = []
    for word in text.split():
        first, _, last = word.partition("-")
        rounds += range(int(first), int(last or first) + 1)
    return rounds or range(1000 if os.environ.get("CONVENE_TEST_LONG") else 100)


ROUNDS = read_rounds(os.environ.get("CONVENE_TEST_ROUNDS", ""))
WORKERS = 2

# A host's day has 100 requests, and the ledger of them is the profile's own: a profile serves some rounds only, so that nothing waits for tomorrow.
ROUNDS_OF_PROFILE = 8

ZOOM = ("before", "after", "half")
MAIL = ("rcpt", "in-data", "after-data", "after-250")

# What a person does, and the calls that this makes where nothing is in the way. Days are those of crash-acts.h; the mate has the slot of day 9.
ACTS = {
    "schedule": ("schedule|{job}|{uid}|0", ("token", "create", "smtp")),
    "schedule-share": ("schedule|{job}|{uid}|9|share", ("smtp",)),
    "move": ("move|{uid}|1|keep", ("token", "patch", "get", "smtp")),
    "move-new": ("move|{uid}|2|new", ("create", "smtp", "delete")),
    "move-share": ("move|{uid}|9|share", ("smtp", "delete")),
    "agenda": ("set|{uid}|agenda|Other questions", ("patch", "get", "smtp")),
    "job": ("set|{uid}|job|{job} Lead", ("patch", "smtp")),
    "details": ("set|{uid}|details|Bring a laptop.", ("smtp",)),
    "people": ("replace|{uid}|max@example.com", ("smtp",)),
    "cancel": ("cancel|{uid}", ("token", "delete", "smtp")),
    "host": ("host|{uid}|host-1@example.com", ("create", "smtp", "delete")),
    "link": ("link|{uid}|https://example.com/room", ("smtp", "delete")),
    "undo-move": ("undo-move|{uid}|4", ()),
    "undo-cancel": ("undo-cancel|{uid}", ()),
}

# What becomes of the mate meanwhile.
OF_MATE = {
    "mate cancelled": "cancel|{mate}",
    "mate moved": "move|{mate}|11|keep",
    "mate's agenda": "set|{mate}|agenda|More questions",
}

# Whom a round's letters to all go to.
PEOPLE = 3

# What taking up asks for after a kill at a call. (What a create made is read, if it came to that.)
AGAIN = {"create": ("list",), "patch": ("get",), "get": ("get",), "delete": ("delete",), "smtp": ("smtp",), "token": ("token",)}


def moments(on, act=None):
    if on == "smtp":
        return ("connect", "mail", "rcpt", "data", "in-data", "after-data", "after-file", "after-250") if act == "schedule" else MAIL
    return ("before", "after") if on == "token" else ZOOM


def choose_case(number, rng):
    """A hundred rounds have every act with every boundary; the rest of them are killed after some things that they wrote, or at any moment."""
    cases = [(name, (on, when)) for name, (_, calls) in ACTS.items() for on in calls for when in moments(on, name)]
    cases += [None] * (100 - len(cases))
    random.Random(SEED).shuffle(cases)
    return cases[number % len(cases)] or (rng.choice(list(ACTS)), rng.choice([("write", rng.randint(1, 6)), ("any", "moment")]))


class Worker:
    """A server and a profile of its own, and rounds one after the other."""

    def __init__(self, root, number):
        self.root = os.path.join(root, str(number))
        self.server = crashing.Server(os.path.join(self.root, "server"), SERVER)
        # A pace is not what is tested here; and several profiles have these hosts, so that what Zoom says of their day is more than one profile did.
        self.server.call("control", {"set": {"daily_limit": 100000, "pace": 0, "no_quota_headers": 1}})
        self.epoch = int(time.time() * 1e6)
        self.profile = os.path.join(self.root, "warm")
        self.letters = "together"
        self.served = 0
        self.before = {}
        self.kills = 0
        begun = time.monotonic()
        self.begin("schedule|Warm up|" + str(uuid.uuid4()) + "|0", "sync").end()
        self.typical = max(time.monotonic() - begun, 0.05)

    def take_profile(self):
        self.profile = os.path.join(self.root, f"profile-{self.served}")
        self.letters = "together"
        self.before = self.server.counts()
        self.kills = 0

    def begin(self, *steps):
        endpoints = self.server.endpoints
        return crashing.Child([CHILD, self.profile, endpoints["api_url"], endpoints["oauth_url"], str(endpoints["smtp_port"]), str(self.epoch), str(SCALE), *steps])

    def do_round(self, number):
        if self.served % ROUNDS_OF_PROFILE == 0:
            self.take_profile()
        self.served += 1
        one = Round(self, number)
        one.run()
        self.kills += one.kills
        one.wrong += self.judge_ledger()
        return one

    def judge_ledger(self):
        """What the profile counted is what was asked; a process that was killed may have counted a request that it never made."""
        after = self.server.counts()
        asked = sum(after.get(name, 0) - self.before.get(name, 0) for name in ("create", "patch", "delete"))
        connection = sqlite3.connect(f"file:{self.profile}/convene.db?mode=ro", uri=True)
        counted = connection.execute("SELECT ifnull (sum (requests), 0) FROM quota_day").fetchone()[0]
        connection.close()
        return [] if asked <= counted <= asked + self.kills else [f"{counted} requests counted, {asked} made, {self.kills} kills"]


class Round:
    """An interview's life, which is interrupted."""

    def __init__(self, worker, number):
        self.worker = worker
        self.rng = random.Random(f"{SEED} {number}")
        self.act, self.point = choose_case(number, self.rng)
        # In some rounds each person gets a letter of their own, and it is at one of them that the program is killed.
        self.apart = number // 12 % 3 == 2
        self.skip = random.Random(f"{SEED} apart {number}").randrange(PEOPLE) if self.apart and self.point[0] == "smtp" else 0
        self.names = {"job": f"Round {number:04}", "uid": str(uuid.UUID(int=self.rng.getrandbits(128), version=4))}
        self.uids = [self.names["uid"]]
        self.children = []
        self.wrong = []
        self.kills = 0
        self.lost = 0
        self.counts = {}
        self.story = []

    def step(self, act):
        return (OF_MATE[act] if act in OF_MATE else ACTS[act][0]).format(**self.names)

    def begin(self, *steps):
        child = self.worker.begin(*steps)
        self.children.append(child)
        return child

    def end(self, child):
        """A request of one that was killed may have been lost, unless that is known."""
        self.wrong += child.end()
        self.kills += child.killed
        self.lost += child.killed

    def complete(self, *steps):
        child = self.begin(*steps)
        self.end(child)
        if child.killed:
            self.wrong.append("killed by whom?")

    def order(self, child, point, skip=0):
        """Has practice kill it at a call; it stands still until practice knows, because an order that came late would be left for somebody else."""
        child.await_halt()
        self.worker.server.call("control", {"fault": "kill", "pid": child.process.pid, "on": point[0], "when": point[1], "times": 1, "skip": skip})
        child.go_on()
        self.end(child)
        self.lost -= point[1] in ("after", "half")
        if not child.killed:
            self.worker.server.call("control", {"heal": {}})
            self.wrong.append(f"not killed at {point}: {child.lines}")

    def kill_at_random(self, child):
        child.await_halt()
        child.go_on()
        child.kill_after(self.rng.random() * self.worker.typical)
        self.end(child)

    def prefer(self):
        wanted = "apart" if self.apart else "together"
        if self.worker.letters != wanted:
            self.complete("prefer|letters|" + wanted)
        self.worker.letters = wanted

    def schedule(self):
        if self.act in ("move-share", "schedule-share"):
            self.names["mate"] = str(uuid.UUID(int=self.rng.getrandbits(128), version=4))
            self.uids.append(self.names["mate"])
            self.complete(f"schedule|{self.names['job']}|{self.names['mate']}|9", "sync")
        if not self.act.startswith("schedule"):
            self.complete(self.step("schedule"), "sync")

    def kill_first(self):
        on, when = self.point
        self.story.append(f"{self.act} killed at {on} {when}" + (f", letters apart, at number {self.skip}" if self.apart else ""))
        if on == "write":
            self.end(self.begin(f"die-after|{when}", self.step(self.act), "sync"))
        elif on == "any":
            self.kill_at_random(self.begin("halt", self.step(self.act), "sync"))
        else:
            self.order(self.begin("halt", self.step(self.act), "sync"), self.point, self.skip)

    def kill_sync_at_call(self):
        on = self.rng.choice(AGAIN[self.point[0]])
        if self.point[0] == "create" and self.point[1] != "before" and self.rng.random() < 0.5:
            on = "get"
        point = (on, self.rng.choice(("connect", "mail") if on == "smtp" else moments(on)))
        self.story.append(f"sync killed at {point[0]} {point[1]}")
        self.order(self.begin("halt", "sync"), point)

    def kill_sync(self):
        self.story.append("sync killed")
        self.kill_at_random(self.begin("halt", "sync"))

    def kill_sync_writing(self):
        number = self.rng.randint(1, 4)
        self.story.append(f"sync killed after {number} writes")
        self.end(self.begin(f"die-after|{number}", "sync"))

    def choose_other(self):
        others = [name for name in ACTS if name not in ("schedule", "schedule-share", "move-share", self.act)]
        return self.rng.choice(others + (3 * list(OF_MATE) if "mate" in self.names else []))

    def is_there(self):
        """Whether it was kept before the first process was killed."""
        connection = sqlite3.connect(f"file:{self.worker.profile}/convene.db?mode=ro", uri=True)
        count = connection.execute("SELECT count(*) FROM interview WHERE uid = ?", (self.names["uid"],)).fetchone()[0]
        connection.close()
        return count > 0

    def pile(self):
        """Something else is done before the rest of the first is taken up."""
        other = self.choose_other()
        self.story.append(f"{other} on top, killed or not")
        child = self.begin("halt", self.step(other), "sync")
        if self.rng.random() < 0.6:
            self.kill_at_random(child)
        else:
            child.await_halt()
            child.go_on()
            self.end(child)

    def do_two(self):
        """Two at once on one profile; one of them may be killed."""
        other = self.choose_other()
        third = self.choose_other()
        self.story.append(f"{other} and {third} at once")
        pair = [self.begin("halt", self.step(name), "sync") for name in (other, third)]
        for child in pair:
            child.await_halt()
        for child in pair:
            child.go_on()
        if self.rng.random() < 0.6:
            pair[self.rng.randint(0, 1)].kill_after(self.rng.random() * self.worker.typical)
        for child in pair:
            self.end(child)

    def finish(self):
        if self.rng.random() < 0.3:
            self.story.append("taken up by two")
            pair = [self.begin("sync"), self.begin("sync")]
            for child in pair:
                self.end(child)
        self.complete("sync")

    def count(self, judge):
        """For the last line: what all this was about."""
        urgent = sum(letter.row is not None and letter.row["kind"] == "mail-urgent" for letter in judge.letters)
        copies = sum(letter.copies - 1 for letter in judge.letters)
        return {"processes": len(self.children), "kills": self.kills, "interviews": len(judge.interviews), "meetings": len(judge.puts),
                "changes": sum(len(bodies) - 1 for bodies in judge.puts.values()), "letters": len(judge.letters), "sent again": copies, "urgent": urgent}

    def judge_kept(self, rows):
        """Whatever was said to be kept is kept."""
        said = {}
        for child in self.children:
            for line in child.lines:
                words = line.split()
                if words and words[0] in ("committed", "taken-back") and int(words[1]) >= int(said.get(words[2], ["-1"])[0]):
                    said[words[2]] = words[1:2] + words[3:]
        for uid in self.uids:
            row = rows.get(uid)
            if uid in said and (row is None or row["revision"] < int(said[uid][0])):
                self.wrong.append(f"lost: {said[uid]}")
            elif uid in said and row["revision"] == int(said[uid][0]) and [row["status"], row["platform"], str(row["start"])] != said[uid][1:]:
                self.wrong.append(f"kept otherwise than said: {said[uid]}")

    def run(self):
        self.worker.server.mark()
        self.prefer()
        self.schedule()
        self.kill_first()
        more = [None, None, self.kill_sync, self.kill_sync_writing]
        if self.is_there():
            more += [self.pile, self.pile, self.do_two] * (2 if "mate" in self.names else 1)
        if self.point[0] in AGAIN:
            more += [self.kill_sync_at_call, self.kill_sync_at_call]
        then = self.rng.choice(more)
        if then and not self.wrong:
            then()
        self.finish()
        judge = crash_judge.Judge(self.worker.server, os.path.join(self.worker.profile, "convene.db"), self.uids, self.kills, self.lost)
        self.wrong += judge.judge()
        self.counts = self.count(judge)
        self.judge_kept({row["uid"]: row for row in judge.interviews})
        if self.wrong and os.environ.get("CONVENE_TEST_VERBOSE"):
            for row in judge.operations:
                print("#", {key: row[key] for key in ("kind", "state", "error_code", "attempts", "posts", "looks", "released", "due", "created", "settled", "id", "after", "meeting_id")})
            for row in judge.activity:
                print("#", row["text"])
            print("#", judge.letters, [child.lines for child in self.children])


def say(line):
    """In one piece, whoever says something else at the same time."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def fast(root):
    say(f"1..{len(ROUNDS)}")
    workers = [Worker(root, number) for number in range(WORKERS)]
    counts = collections.Counter()

    def work(worker, rounds):
        for number in rounds:
            one = worker.do_round(number)
            counts.update(one.counts)
            say(f"{'not ok' if one.wrong else 'ok'} - O-1 seed {SEED} round {number}: {', '.join(one.story)}" + (f": {'; '.join(one.wrong)}" if one.wrong else ""))

    with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
        for done in [pool.submit(work, worker, ROUNDS[number::WORKERS]) for number, worker in enumerate(workers)]:
            done.result()
    say("# " + ", ".join(f"{name}: {count}" for name, count in counts.items()))
    for worker in workers:
        worker.server.stop()


# The same, as they are typed.
COMMANDS = {
    "schedule": ("schedule", "--job", "{job}", "--candidate", "Ada Example <ada@example.com>", "--start", "{day} 10:00", "--timezone", "Europe/Berlin", "--agenda",
                 "Introduction"),
    "move": ("reschedule", "{uid}", "--start", "{day} 11:00"),
    "move-new": ("reschedule", "{uid}", "--start", "{day} 12:00", "--link-policy", "new"),
    "agenda": ("edit", "{uid}", "--agenda", "Other questions"),
    "details": ("edit", "{uid}", "--details", "Bring a laptop."),
    "link": ("fix", "{uid}", "--link", "https://example.com/room"),
    "cancel": ("cancel", "{uid}", "--reason", "The position is filled"),
}


class Person:
    """Somebody at a terminal, with practice's account."""

    def __init__(self, root):
        self.environment = dict(os.environ, XDG_DATA_HOME=root, HOME=root)
        self.environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        self.folder = os.path.join(root, "convene", "practice")
        self.database = os.path.join(self.folder, "convene.db")
        self.day = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 7 * 86400))
        self.run("sync", "--wait", "1")
        self.server = crashing.Server(self.folder)
        begun = time.monotonic()
        self.run(*self.spell("schedule", job="Warm up"))
        self.typical = time.monotonic() - begun

    def spell(self, act, **names):
        return [word.format(day=self.day, **names) for word in COMMANDS[act]]

    def begin(self, *words):
        return crashing.Child([CONVENE, "--practice", *words], self.environment)

    def run(self, *words):
        return self.begin(*words).end()

    def find(self, job):
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)
        rows = connection.execute("SELECT uid FROM interview WHERE job = ?", (job,)).fetchall()
        connection.close()
        return [row[0] for row in rows]

    def do_round(self, number, rng):
        """One act, killed at any moment; in half of the rounds another one comes at the same time."""
        self.server.mark()
        job = f"Real {number:02}"
        act = list(COMMANDS)[number % len(COMMANDS)]
        if act == "schedule":
            words, other = self.spell(act, job=job), ("sync",)
        else:
            self.run(*self.spell("schedule", job=job))
            words = self.spell(act, uid=self.find(job)[0])
            other = self.spell(rng.choice(["agenda", "details", "move"]), uid=self.find(job)[0])
        children = [self.begin(*words)] + ([self.begin(*other)] if rng.random() < 0.5 else [])
        children[0].kill_after(rng.random() * self.typical)
        for child in children:
            child.end()
        kills = sum(child.killed for child in children)
        done = self.begin("--json", "sync", "--wait", "60")
        wrong = done.end()
        return act, wrong + crash_judge.Judge(self.server, self.database, self.find(job), kills, kills).judge()


def real(root):
    rounds = 10
    person = Person(root)
    print(f"1..{rounds}", flush=True)
    for number in range(rounds):
        act, wrong = person.do_round(number, random.Random(f"{SEED} {number}"))
        print(f"{'not ok' if wrong else 'ok'} {number + 1} - O-1 the program itself, {act} killed, seed {SEED} round {number}" + (f": {'; '.join(wrong)}" if wrong else ""), flush=True)
    person.server.stop()


root_folder = tempfile.mkdtemp(prefix="convene-crash-")
try:
    {"fast": fast, "real": real}[PART](root_folder)
finally:
    shutil.rmtree(root_folder, ignore_errors=True)
