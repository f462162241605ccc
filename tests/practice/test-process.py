# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""One server a folder, for as long as it is wanted, and nothing that was answered is ever lost."""

import fcntl
import http.client
import json
import os
import random
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import threading
import time

from practice import HOST, Practice, equal, run

PROGRAM = sys.argv[1]
SPAWNER = """
import subprocess, sys
subprocess.Popen([sys.argv[1], "--practice-server", sys.argv[2]], stdout=subprocess.PIPE).stdout.readline()
print("started", flush=True)
sys.stdin.read()
"""


def journal(practice):
    return os.path.join(practice.folder, "zoom.journal")


def is_served(folder):
    """Whether a living server claims the folder."""
    try:
        with open(os.path.join(folder, "server.json")) as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            return False
    except BlockingIOError:
        return True


def wait_until(condition):
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def many_at_once_are_one():
    for _ in range(5):
        folder = tempfile.mkdtemp(prefix="convene-practice-")
        servers = [subprocess.Popen([PROGRAM, "--practice-server", folder], stdout=subprocess.PIPE) for _ in range(8)]
        equal([server.stdout.read(6) for server in servers], [b"ready\n"] * 8)
        with open(os.path.join(folder, "server.json")) as file:
            pid = json.load(file)["pid"]
        for server in servers:
            if server.pid != pid:
                equal(server.wait(), 0)
        equal([server.poll() for server in servers if server.pid == pid], [None])
        for server in servers:
            server.stdout.close()
            server.terminate()
            server.wait()
        shutil.rmtree(folder)


def ports_stay():
    practice = Practice(PROGRAM)
    place = dict(practice.place, pid=0)
    practice.stop()
    practice.start()
    equal(dict(practice.place, pid=0), place)
    practice.kill()
    practice.start()
    equal(dict(practice.place, pid=0), place)
    practice.close()


def ports_that_are_taken():
    practice = Practice(PROGRAM)
    place = practice.place
    practice.stop()
    with socket.create_server(("127.0.0.1", place["http_port"])), socket.create_server(("127.0.0.1", place["smtp_port"])):
        practice.start()
        assert practice.place["http_port"] != place["http_port"] and practice.place["smtp_port"] != place["smtp_port"]
        equal(practice.create().status, 201)
    practice.close()


def only_loopback_is_listened_on():
    practice = Practice(PROGRAM)
    wanted = {"0100007F:%04X" % practice.place[name] for name in ("http_port", "smtp_port")}
    inodes = set()
    for entry in os.scandir("/proc/%d/fd" % practice.process.pid):
        try:
            inodes.add(os.readlink(entry.path))
        except FileNotFoundError:
            pass  # the server looks whether it is wanted
    seen = set()
    for table in ("tcp", "tcp6"):
        with open("/proc/net/" + table) as file:
            for line in list(file)[1:]:
                fields = line.split()
                if fields[3] == "0A" and "socket:[%s]" % fields[9] in inodes:
                    seen.add(fields[1])
    equal(seen, wanted)
    practice.close()


def goes_when_nobody_wants_it():
    practice = Practice(PROGRAM)
    number = practice.create().json()["id"]
    fcntl.flock(practice.lease, fcntl.LOCK_UN)
    equal(practice.process.wait(60), 0)
    assert not is_served(practice.folder)
    fcntl.flock(practice.lease, fcntl.LOCK_SH)
    practice.start()
    equal([meeting["id"] for meeting in practice.meetings()], [number])
    practice.close()


def stays_while_somebody_wants_it():
    practice = Practice(PROGRAM)
    time.sleep(4.5)  # longer than it stays without anybody
    equal(practice.process.poll(), None)
    equal(practice.create().status, 201)
    practice.close()


def outlives_who_started_it():
    folder = tempfile.mkdtemp(prefix="convene-practice-")
    with open(os.path.join(folder, "server.users"), "w") as lease:
        fcntl.flock(lease, fcntl.LOCK_SH)
        spawner = subprocess.Popen([sys.executable, "-c", SPAWNER, PROGRAM, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
        equal(spawner.stdout.readline(), b"started\n")
        os.killpg(spawner.pid, signal.SIGKILL)
        spawner.wait()
        assert is_served(folder)
        with open(os.path.join(folder, "server.json")) as file:
            place = json.load(file)
        connection = http.client.HTTPConnection("127.0.0.1", place["http_port"], timeout=60)
        connection.request("GET", "/practice/state")
        equal(connection.getresponse().status, 200)
        connection.close()
        os.kill(place["pid"], signal.SIGTERM)
        wait_until(lambda: not is_served(folder))
    wait_until(lambda: not os.path.exists("/proc/%d" % place["pid"]) or open("/proc/%d/stat" % place["pid"]).read().split()[2] == "Z")
    shutil.rmtree(folder)


def goes_when_its_folder_goes():
    practice = Practice(PROGRAM)
    shutil.rmtree(practice.folder)
    equal(practice.process.wait(60), 0)
    os.close(practice.lease)


def everything_is_kept():
    practice = Practice(PROGRAM)
    practice.set(pace=False, latency_ms=1, clock_offset_us=5000000)
    tokens = practice.login()
    kept = practice.create(password="abc").json()
    gone = practice.create().json()
    practice.call("PATCH", "/meetings/%d" % kept["id"], {"topic": "New"})
    practice.call("DELETE", "/meetings/%d" % gone["id"])
    practice.control({"fault": "503", "times": 3}, {"fault": "504", "on": "get", "skip": 2})
    equal(practice.create().status, 503)
    before = practice.state()
    practice.kill()
    practice.start()
    after = practice.state()
    for name in ("meetings", "quota", "switches", "faults"):
        equal(after[name], before[name])
    equal([(meeting["topic"], meeting["deleted"]) for meeting in after["meetings"]], [("New", False), ("T", True)])
    equal(practice.call("GET", "/users/me", token=tokens["access_token"]).status, 200)
    equal(practice.grant("grant_type=refresh_token&refresh_token=" + tokens["refresh_token"]).status, 200)
    equal([practice.create().status for _ in range(3)], [503, 503, 201])
    practice.close()


def a_torn_line_is_forgotten():
    practice = Practice(PROGRAM)
    number = practice.create().json()["id"]
    practice.kill()
    whole = os.path.getsize(journal(practice))
    for torn in (b'[{"change":"meeting","meeting":{"id":81', b"\0" * 4096, b'[{"change":"meeting-delete","id":%d}]' % number):
        with open(journal(practice), "ab") as file:
            file.write(torn)
        practice.start()
        equal(os.path.getsize(journal(practice)), whole)
        equal([meeting["id"] for meeting in practice.meetings()], [number])
        practice.kill()
    practice.start()
    equal(practice.create().status, 201)
    practice.kill()
    practice.start()
    equal(len(practice.meetings()), 2)
    practice.close()


def a_line_of_anothers_is_left_out():
    practice = Practice(PROGRAM)
    practice.create()
    practice.stop()
    with open(journal(practice), "ab") as file:
        file.write(b"nonsense\n\n[1, null]\n{}\n\xff\xff\n[{\"change\":\"fault\",\"number\":1}]\n[{\"change\":\"switch\",\"name\":\"pace\",\"value\":[]}]\n")
    practice.start()
    equal(practice.create().status, 201)
    equal(len(practice.meetings()), 2)
    practice.close()


def killed_while_it_writes():
    """What was answered is there, and what is there was asked for."""
    practice = Practice(PROGRAM)
    practice.set(pace=False, daily_limit=100000, concurrency=False)
    seed = int.from_bytes(os.urandom(4), "big")
    print("# seed %d" % seed, flush=True)
    chance = random.Random(seed)
    answered, asked = set(), set()

    def write(token, worker, turn):
        for count in range(1000):
            topic = "%d-%d-%d" % (turn, worker, count)
            asked.add(topic)
            try:
                if practice.create(token=token, topic=topic).status == 201:
                    answered.add(topic)
            except (http.client.HTTPException, OSError):
                return

    for turn in range(8):
        token = practice.account_token()
        writers = [threading.Thread(target=write, args=(token, worker, turn)) for worker in range(2)]
        for writer in writers:
            writer.start()
        time.sleep(chance.random() * 0.1)
        practice.kill()
        for writer in writers:
            writer.join()
        practice.start()
        topics = [meeting["topic"] for meeting in practice.meetings()]
        equal(len(topics), len(set(topics)))
        assert answered <= set(topics) <= asked, (answered - set(topics), set(topics) - asked)
    assert answered
    practice.close()


def no_secret_in_any_file():
    practice = Practice(PROGRAM)
    secrets = [practice.account_token(), *[practice.login()[name] for name in ("access_token", "refresh_token")]]
    body = practice.create().json()
    secrets += [body["start_url"], "zak="]
    practice.stop()
    for folder, _, names in os.walk(practice.folder):
        equal(stat.S_IMODE(os.stat(folder).st_mode), 0o700)
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                text = file.read()
            equal((name, [secret for secret in secrets if secret.encode() in text]), (name, []))
            equal((name, stat.S_IMODE(os.stat(os.path.join(folder, name)).st_mode)), (name, 0o600))
    practice.close()


def a_full_disk_changes_nothing():
    """The journal is limited instead of the disk: the write fails, the answer says so, and nothing is half there."""
    practice = Practice(PROGRAM)
    practice.access_token = practice.account_token()
    practice.create(HOST)
    size = os.path.getsize(journal(practice))
    pid = practice.process.pid
    subprocess.run(["prlimit", "--pid", str(pid), "--fsize=%d:unlimited" % (size + 100)], check=True)
    equal(practice.create(topic="too much").status, 500)
    equal((os.path.getsize(journal(practice)), len(practice.meetings())), (size, 1))
    subprocess.run(["prlimit", "--pid", str(pid), "--fsize=unlimited"], check=True)
    equal(practice.create().status, 201)
    practice.kill()
    practice.start()
    equal(len(practice.meetings()), 2)
    practice.close()


def wrong_usage():
    for arguments, status in [([], 2), (["--practice-server"], 2), (["--practice-server", "/dev/null/x"], 1)]:
        equal((arguments, subprocess.run([PROGRAM, *arguments], stderr=subprocess.DEVNULL).returncode), (arguments, status))


run([many_at_once_are_one, ports_stay, ports_that_are_taken, only_loopback_is_listened_on, goes_when_nobody_wants_it, stays_while_somebody_wants_it,
     outlives_who_started_it, goes_when_its_folder_goes, everything_is_kept, a_torn_line_is_forgotten, a_line_of_anothers_is_left_out,
     killed_while_it_writes, no_secret_in_any_file, a_full_disk_changes_nothing, wrong_usage])
