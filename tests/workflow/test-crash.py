#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the program at seeded moments, lets another one take up what is left, and counts (O-1, SH-36): each interview has one meeting and one
letter, or several letters with the same Message-ID and octets; or it was never kept, and then there is nothing.

test-crash.py CONVENE CRASH-CHILD PRACTICE-SERVER [PART]: part "fast" has a clock that goes fast, "real" is the program itself."""

import glob
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid

CONVENE, CHILD, SERVER = sys.argv[1:4]
PART = sys.argv[4]
LONG = bool(os.environ.get("CONVENE_TEST_LONG"))
SEED = int(os.environ.get("CONVENE_TEST_SEED", "20261121"))
SCALE = int(os.environ.get("CONVENE_TEST_CLOCK_SCALE", "30"))

POINTS = [("create", when) for when in ("before", "after", "half")] + [("token", when) for when in ("before", "after")] + [
    ("smtp", when) for when in ("connect", "mail", "rcpt", "data", "in-data", "after-data", "after-250")]


def call(endpoints, path, body=None):
    request = urllib.request.Request(endpoints["api_url"][:-3] + "/practice/" + path, json.dumps(body).encode() if body is not None else None,
                                     {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


class Server:
    """A practice server that stays as long as the test."""

    def __init__(self, folder):
        self.folder = folder
        os.makedirs(folder, mode=0o700, exist_ok=True)
        self.lease = open(os.path.join(folder, "server.users"), "a+")
        import fcntl
        fcntl.flock(self.lease, fcntl.LOCK_SH)
        self.process = subprocess.Popen([SERVER, "--practice-server", folder], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
        self.process.stdout.readline()
        with open(os.path.join(folder, "server.json"), encoding="utf-8") as file:
            self.endpoints = json.load(file)

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.lease.close()


def letters_of(folder, uid):
    found = []
    for name in glob.glob(os.path.join(folder, "mail", "*.eml")):
        with open(name, "rb") as file:
            octets = file.read()
        head = octets.split(b"\r\n\r\n", 1)[0].replace(b"\r\n ", b" ").replace(b"\r\n\t", b" ")
        fields = {line.split(b":", 1)[0].lower(): line.split(b":", 1)[1].strip() for line in head.split(b"\r\n") if b":" in line}
        found.append((fields[b"message-id"], fields[b"subject"], octets))
    return [letter for letter in found if uid.encode() in letter[1]]


def judge(server_folder, endpoints, database, job, uid):
    """What is wrong after a round; an empty list as a rule."""
    state = call(endpoints, "state")
    meetings = [m for m in state["meetings"] if m["topic"].startswith(job) and not m["deleted"]]
    letters = letters_of(server_folder, job)
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    kept = connection.execute("SELECT count(*) FROM interview WHERE uid = ?", (uid,)).fetchone()[0]
    states = dict(connection.execute("SELECT kind, state FROM operation WHERE interview_uid = ? AND kind != 'mail-reminder'", (uid,)).fetchall())
    connection.close()
    wrong = []
    if kept == 0:
        if meetings or letters:
            wrong.append(f"not kept, but {len(meetings)} meetings and {len(letters)} letters")
        return wrong
    if len(meetings) != 1:
        wrong.append(f"{len(meetings)} meetings")
    if len({letter[0] for letter in letters}) != 1 or len({letter[2] for letter in letters}) != 1:
        wrong.append(f"{len(letters)} letters: {sorted({letter[1] for letter in letters})}")
    if set(states) != {"meeting-create", "mail-invitation"} or set(states.values()) != {"done"}:
        wrong.append(f"operations {states}")
    return wrong


def command(server, profile, epoch, *what):
    endpoints = server.endpoints
    return [CHILD, profile, endpoints["api_url"], endpoints["oauth_url"], str(endpoints["smtp_port"]), str(epoch), str(SCALE), *what]


def kill_at(process, seconds):
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()


def fast_round(server, profile, epoch, number, rng, typical):
    """One interview: killed at a moment of its own, and again in one of three rounds while it is taken up; then finished."""
    job, uid = f"Round {number:04}", str(uuid.UUID(int=rng.getrandbits(128), version=4))
    point = rng.choice(POINTS) if rng.random() < 0.4 else None
    # It stands still until practice knows whom to kill: an order that came late would be left for somebody else.
    process = subprocess.Popen(["sh", "-c", 'kill -STOP $$; exec "$@"', "sh", *command(server, profile, epoch, "schedule", job, uid)],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.waitid(os.P_PID, process.pid, os.WSTOPPED)
    if point:
        call(server.endpoints, "control", {"fault": "kill", "pid": process.pid, "on": point[0], "when": point[1], "times": 1})
    process.send_signal(signal.SIGCONT)
    kill_at(process, 60 if point else rng.random() * typical)
    wrong = ["the order to kill it was not carried out"] if point and process.returncode != -signal.SIGKILL else []
    if rng.random() < 0.33:
        kill_at(subprocess.Popen(command(server, profile, epoch, "sync"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL), rng.random() * typical)
    done = subprocess.run(command(server, profile, epoch, "sync"), capture_output=True, text=True, timeout=120)
    if done.returncode != 0:
        wrong.append(f"sync ended with {done.returncode}: {done.stderr[-300:]}")
    return wrong + judge(server.folder, server.endpoints, os.path.join(profile, "convene.db"), job, uid), point


def fast(root):
    rounds = 1000 if LONG else 100
    server = Server(os.path.join(root, "server"))
    # A day's limit and a pace are not what is tested here.
    call(server.endpoints, "control", {"set": {"daily_limit": 100000, "pace": 0}})
    epoch = int(time.time() * 1e6)
    rng = random.Random(SEED)
    print(f"1..{rounds + 1}")
    begun = time.monotonic()
    profile = os.path.join(root, "warm")
    subprocess.run(command(server, profile, epoch, "schedule", "Warm up", str(uuid.uuid4())), check=True, stdout=subprocess.DEVNULL, timeout=120)
    typical = max(time.monotonic() - begun, 0.05)
    profile = None
    for number in range(rounds):
        # The host's ledger is the profile's own: a profile serves some rounds only, so that it does not wait for tomorrow.
        if number % 40 == 0:
            profile = os.path.join(root, f"profile-{number}")
        wrong, point = fast_round(server, profile, epoch, number, rng, typical)
        print(f"{'not ok' if wrong else 'ok'} {number + 1} - O-1 killed {'at %s %s' % point if point else 'at a moment'}, seed {SEED} round {number}"
              + (f": {'; '.join(wrong)}" if wrong else ""), flush=True)
    state = call(server.endpoints, "state")
    doubled = len([m for m in state["meetings"] if not m["deleted"]]) - len({m["topic"] for m in state["meetings"] if not m["deleted"]})
    print(f"{'ok' if doubled == 0 else 'not ok'} {rounds + 1} - O-1 no meeting is there twice")
    server.stop()


def schedule(job):
    start = time.strftime("%Y-%m-%d 10:00", time.gmtime(time.time() + 7 * 86400))
    return [CONVENE, "--practice", "--json", "schedule", "--job", job, "--candidate", "Ada Example <ada@example.com>", "--start", start,
            "--timezone", "Europe/Berlin", "--agenda", "Introduction"]


def real_round(environment, folder, number, rng, typical):
    job = f"Real {number:02}"
    process = subprocess.Popen(schedule(job), env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    kill_at(process, rng.random() * typical)
    done = subprocess.run([CONVENE, "--practice", "--json", "sync", "--wait", "60"], env=environment, capture_output=True, text=True, timeout=120)
    wrong = [] if done.returncode == 0 else [f"sync ended with {done.returncode}: {done.stdout[-300:]}"]
    with open(os.path.join(folder, "server.json"), encoding="utf-8") as file:
        endpoints = json.load(file)
    connection = sqlite3.connect(f"file:{os.path.join(folder, 'convene.db')}?mode=ro", uri=True)
    row = connection.execute("SELECT uid FROM interview WHERE job = ?", (job,)).fetchone()
    connection.close()
    return wrong + judge(folder, endpoints, os.path.join(folder, "convene.db"), job, row[0] if row else "")


def real(root):
    rounds = 10
    rng = random.Random(SEED)
    environment = dict(os.environ, XDG_DATA_HOME=root, HOME=root)
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    folder = os.path.join(root, "convene", "practice")
    subprocess.run([CONVENE, "--practice", "sync", "--wait", "1"], env=environment, stdout=subprocess.DEVNULL, check=True, timeout=60)
    begun = time.monotonic()
    subprocess.run(schedule("Warm up"), env=environment, stdout=subprocess.DEVNULL, check=True, timeout=60)
    typical = time.monotonic() - begun
    print(f"1..{rounds}")
    for number in range(rounds):
        wrong = real_round(environment, folder, number, rng, typical)
        print(f"{'not ok' if wrong else 'ok'} {number + 1} - O-1 the program itself, killed in round {number}" + (f": {'; '.join(wrong)}" if wrong else ""), flush=True)


root_folder = tempfile.mkdtemp(prefix="convene-crash-")
try:
    {"fast": fast, "real": real}[PART](root_folder)
finally:
    shutil.rmtree(root_folder, ignore_errors=True)
