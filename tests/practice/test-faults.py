# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Each fault of practice does on the wire what it says, and commits when it says."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time

from practice import HOST, JSON, Practice, equal, run, sleeper

practice = Practice(sys.argv[1])


def prepare():
    practice.reset()
    practice.set(pace=False)
    practice.access_token = practice.account_token()


def raw(body=None):
    """A create by hand: all the octets that came, and how the connection ended."""
    body = body or json.dumps({"topic": "raw", "start_time": "2097-03-01T10:00:00Z"})
    head = ("POST /v2/users/%s/meetings HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
            "Content-Length: %d\r\n\r\n" % (HOST, practice.port, practice.access_token, len(body)))
    got = b""
    with socket.create_connection(("127.0.0.1", practice.port), timeout=60) as connection:
        connection.sendall((head + body).encode())
        try:
            while True:
                data = connection.recv(65536)
                if not data:
                    return got, "closed"
                got += data
        except ConnectionResetError:
            return got, "reset"


def split(message):
    head, _, body = message.partition(b"\r\n\r\n")
    headers = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
    return int(head.split()[1]), headers, body


# --- the connection -----------------------------------------------------------------------------------------------------------------------


def no_answer():
    for name, when, ending, made in [("drop-before", None, "closed", 0), ("commit-then-drop", None, "closed", 1), ("drop", "before", "closed", 0),
                                     ("drop", "after", "closed", 1), ("reset", None, "reset", 0), ("reset", "after", "reset", 1)]:
        prepare()
        practice.fault(name, **({"when": when} if when else {}))
        equal((name, when, raw(), len(practice.meetings())), (name, when, (b"", ending), made))
        equal(practice.create().status, 201)


def truncated():
    prepare()
    practice.fault("truncated")
    got, ending = raw()
    status, headers, body = split(got)
    equal((status, ending, int(headers[b"content-length"]) - len(body), len(practice.meetings())), (201, "closed", 64, 1))


def truncated_in_the_body():
    prepare()
    practice.fault("truncated", cut=40)
    got, ending = raw()
    status, headers, body = split(got)
    equal((status, ending, int(headers[b"content-length"]) - len(body), len(practice.meetings())), (201, "closed", 64, 1))
    assert body.startswith(b"{") and not body.endswith(b"}"), body


def invalid_json():
    prepare()
    practice.fault("invalid-json")
    answer = practice.create()
    equal((answer.status, int(answer.headers["content-length"]), len(practice.meetings())), (201, len(answer.body), 1))
    try:
        answer.json()
        raise AssertionError("it is JSON")
    except ValueError:
        pass


def huge():
    prepare()
    practice.fault("huge", size=5000000)
    answer = practice.create()
    equal((answer.status, len(answer.body), list(answer.json())), (201, 5000000, ["topic"]))


def hang():
    for when, made in [("before", 0), ("after", 1)]:
        prepare()
        practice.fault("hang", when=when)
        connection = http.client.HTTPConnection("127.0.0.1", practice.port, timeout=0.3)
        try:
            connection.request("POST", "/v2/users/%s/meetings" % HOST, "{}", {"Authorization": "Bearer " + practice.access_token, "Content-Type": JSON})
            connection.getresponse()
            raise AssertionError("it answered")
        except TimeoutError:
            pass
        equal(len(practice.state()["meetings"]), made)
        if when == "after":
            equal(practice.create().code(), 429)  # one write at a time for a host: this one is still in flight
        connection.close()
        deadline = time.monotonic() + 20
        while practice.create().status != 201:
            assert time.monotonic() < deadline


def slow():
    for name in ("before_ms", "after_ms"):
        prepare()
        practice.fault("slow", **{name: 400})
        start = time.monotonic()
        equal(practice.create().status, 201)
        assert time.monotonic() - start >= 0.4, name
        equal(len(practice.meetings()), 1)


def gone_while_it_is_slow():
    """Who gives up is not waited for, and what was asked is done all the same."""
    for name in ("before_ms", "after_ms"):
        prepare()
        practice.fault("slow", **{name: 300})
        connection = http.client.HTTPConnection("127.0.0.1", practice.port, timeout=60)
        connection.request("POST", "/v2/users/%s/meetings" % HOST, "{}", {"Authorization": "Bearer " + practice.access_token, "Content-Type": JSON})
        connection.close()
        deadline = time.monotonic() + 20
        while not practice.meetings():
            assert time.monotonic() < deadline
        while practice.create().status != 201:
            assert time.monotonic() < deadline


def latency():
    prepare()
    practice.set(latency_ms=200)
    start = time.monotonic()
    practice.create()
    assert time.monotonic() - start >= 0.2
    practice.set(latency_ms=0)


# --- answers ------------------------------------------------------------------------------------------------------------------------------

ANSWERS = [
    ("500", {}, 500, 500), ("502", {}, 502, 502), ("503", {}, 503, 503), ("504", {}, 504, 504),
    ("401", {}, 401, 124), ("400-124", {}, 400, 124), ("4711", {}, 400, 4711), ("1001", {}, 404, 1001), ("3001", {}, 404, 3001),
    ("3003", {}, 400, 3003), ("3161", {}, 400, 3161), ("300", {}, 400, 300), ("password-policy", {}, 400, 300), ("alternative-host", {}, 400, 300),
    ("page-token", {}, 400, 300), ("429-second", {}, 429, 429), ("429-concurrent", {}, 429, 429), ("429-daily", {}, 429, 429),
    ("429-account", {}, 429, 429), ("answer", {"status": 418, "code": 7, "message": "tea"}, 418, 7),
    ("200", {}, 400, 200), ("403", {}, 403, 200), ("1120", {}, 400, 1120), ("3000", {}, 400, 3000), ("3002", {}, 400, 3002), ("3007", {}, 400, 3007),
    ("3018", {}, 400, 3018), ("3037", {}, 400, 3037), ("3043", {}, 400, 3043), ("3063", {}, 400, 3063), ("12702", {}, 400, 12702),
    ("2300", {}, 404, 2300), ("409", {}, 409, 409), ("408", {}, 408, 408), ("json", {}, 400, 300), ("timezone", {}, 400, 300),
    ("schedule-for", {}, 400, 300), ("403-rate", {}, 403, 403), ("empty", {}, 200, None),
    ("invalid-grant", {}, 400, "invalid_grant"), ("invalid-client", {}, 401, "invalid_client"),
]


def answers():
    prepare()
    for name, more, status, code in ANSWERS:
        practice.fault(name, **more)
        answer = practice.create()
        equal((name, answer.status, answer.code()), (name, status, code))
    equal(practice.state()["meetings"], [])
    equal(practice.state()["faults"], [])


def forms():
    prepare()
    practice.fault("502", form="html")
    answer = practice.create()
    equal((answer.status, answer.headers["content-type"], answer.body[:6]), (502, "text/html", b"<html>"))
    practice.fault("503", form="empty")
    answer = practice.create()
    equal((answer.status, answer.body), (503, b""))
    practice.fault("answer", status=200, body="nothing", content_type="text/plain", headers={"X-Test": "yes"})
    answer = practice.create()
    equal((answer.status, answer.body, answer.headers["content-type"], answer.headers["x-test"]), (200, b"nothing", "text/plain", "yes"))
    practice.fault("300", field="password", message="Not so.")
    equal(practice.create().json()["errors"], [{"field": "password", "message": "Not so."}])


def commit_then_500():
    for fault, status in [({"name": "commit-then-500"}, 500), ({"name": "502", "when": "after"}, 502), ({"name": "answer", "when": "after", "status": 504}, 504)]:
        prepare()
        practice.fault(**fault)
        equal((practice.create().status, len(practice.meetings())), (status, 1))


def retry_after():
    prepare()
    practice.set(clock_offset_us=0)
    for name, retry, check in [("429-daily", "none", lambda value: value is None),
                               ("429-daily", "iso", lambda value: value.endswith("T00:00:00Z")),
                               ("429-daily", "seconds", lambda value: 0 <= int(value) <= 86400),
                               ("429-daily", "date", lambda value: value.endswith(" 00:00:00 GMT")),
                               ("429-second", "seconds", lambda value: 0 <= int(value) <= 86400),
                               ("429-daily", "bogus", lambda value: value == "soon")]:
        practice.fault(name, retry=retry)
        answer = practice.create()
        assert check(answer.headers.get("retry-after")), (name, retry, answer.headers)
        assert "daily rate limit" in answer.json()["message"] or name != "429-daily"
        equal((name, retry, answer.headers.get("x-ratelimit-type")), (name, retry, {"429-second": "QPS"}.get(name, None if retry == "none" else "Daily-limit")))
    practice.fault("429-second", retry="seconds", retry_s=7)
    equal(practice.create().headers["retry-after"], "7")


def each_call():
    prepare()
    number = practice.create().json()["id"]
    calls = {"user": ("GET", "/users/" + HOST), "settings": ("GET", "/users/%s/settings" % HOST), "list": ("GET", "/users/%s/meetings" % HOST),
             "create": ("POST", "/users/%s/meetings" % HOST), "get": ("GET", "/meetings/%d" % number), "patch": ("PATCH", "/meetings/%d" % number),
             "delete": ("DELETE", "/meetings/%d" % number)}
    for name, (method, path) in calls.items():
        for on in (name, "any"):
            practice.fault("503", on=on)
            equal((name, practice.call(method, path, {} if method in ("POST", "PATCH") else None).status), (name, 503))
            equal(practice.state()["faults"], [])
    practice.fault("503", on="token")
    equal(practice.grant("grant_type=account_credentials&account_id=practice").status, 503)
    for name, (method, path) in calls.items():
        assert practice.call(method, path, {} if method in ("POST", "PATCH") else None).status < 300


def times_and_order():
    prepare()
    practice.control({"fault": "503", "times": 2, "skip": 1}, {"fault": "504"})
    equal([practice.create().status for _ in range(5)], [504, 503, 503, 201, 201])
    practice.control({"fault": "slow", "before_ms": 1}, {"fault": "500"})
    equal(practice.create().status, 500)


def bare_link():
    prepare()
    practice.fault("bare-link")
    body = practice.create(password="abc").json()
    equal((body["join_url"], body["password"]), ("https://practice.example.com/j/%d" % body["id"], "abc"))
    assert "pwd=" in practice.create().json()["join_url"]


def fewer_scopes():
    prepare()
    practice.fault("scope", on="token", scope="user:read:user:admin")
    answer = practice.grant("grant_type=account_credentials&account_id=practice").json()
    equal(answer["scope"], "user:read:user:admin")
    equal(practice.create(token=answer["access_token"]).code(), 4711)
    equal(practice.call("GET", "/users/" + HOST, token=answer["access_token"]).status, 200)


def refresh_reply_lost():
    prepare()
    tokens = practice.login()
    practice.fault("commit-then-drop", on="token")
    fields = "grant_type=refresh_token&refresh_token=" + tokens["refresh_token"]
    try:
        practice.grant(fields)
        raise AssertionError("it answered")
    except http.client.RemoteDisconnected:
        pass
    equal(practice.grant(fields).code(), "invalid_grant")


# --- the death of a client ----------------------------------------------------------------------------------------------------------------


def kills():
    for when, made in [("before", 0), ("after", 1), ("half", 1)]:
        prepare()
        victim = sleeper()
        practice.fault("kill", pid=victim.pid, when=when)
        if when == "after":
            equal(practice.create().status, 201)
        else:
            got, ending = raw()
        equal(victim.wait(), -signal.SIGKILL)
        equal((when, len(practice.meetings())), (when, made))
        if when == "before":
            equal(got, b"")
        if when == "half":
            status, headers, body = split(got)  # the server finishes its answer all the same
            equal((status, len(body)), (201, int(headers[b"content-length"])))


CLIENT = """
import http.client, os, sys
connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]))
print(os.getpid(), flush=True)
sys.stdin.readline()
connection.request("POST", "/v2/users/recruiter@example.com/meetings", '{"topic": "client"}',
                   {"Authorization": "Bearer " + sys.argv[2], "Content-Type": "application/json"})
connection.getresponse().read()
print("alive", flush=True)
"""


def kills_who_asks():
    for when, made in [("before", 0), ("after", 1), ("half", 1)]:
        prepare()
        client = subprocess.Popen([sys.executable, "-c", CLIENT, str(practice.port), practice.access_token], stdin=subprocess.PIPE,
                                  stdout=subprocess.PIPE, text=True)
        practice.fault("kill", pid=int(client.stdout.readline()), when=when)
        client.stdin.write("go\n")
        client.stdin.flush()
        out = client.communicate()[0]
        equal((when, client.returncode, out, len(practice.meetings())), (when, -signal.SIGKILL, "", made))
        equal(practice.create().status, 201)


def kills_no_groups():
    prepare()
    for pid in (0, 1, -1, os.getppid() * -1, practice.process.pid):
        practice.fault("kill", pid=pid, when="after")
        equal(practice.create().status, 201)


def heals():
    prepare()
    practice.fault("503", times=99)
    practice.fault("hang", on="patch")
    equal(practice.create().status, 503)
    practice.control({"heal": {}})
    equal((practice.create().status, practice.state()["faults"]), (201, []))


def the_end():
    practice.close()


run([no_answer, truncated, truncated_in_the_body, invalid_json, huge, hang, slow, gone_while_it_is_slow, latency, answers, forms, commit_then_500,
     retry_after, each_call, times_and_order, bare_link, fewer_scopes, refresh_reply_lost, kills, kills_who_asks, kills_no_groups, heals, the_end])
