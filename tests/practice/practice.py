# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Practice's server as Python tests use it, and their TAP."""

import base64
import fcntl
import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback

HOST = "recruiter@example.com"
SECOND_HOST = "hiring.manager@example.com"
BASIC = "Basic " + base64.b64encode(b"practice:practice").decode()
FORM = "application/x-www-form-urlencoded"
JSON = "application/json"


class Skip(Exception):
    """What the test needs is not here."""


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = {name.lower(): value for name, value in headers}
        self.body = body

    def json(self):
        return json.loads(self.body)

    def code(self):
        """Zoom's code, or the word of the token endpoint; None without either."""
        try:
            body = self.json()
        except ValueError:
            return None
        return body.get("code", body.get("error"))

    def fields(self):
        return sorted(error["field"] for error in self.json().get("errors", []))


class Practice:
    """One server in a folder of its own, held by a lease."""

    def __init__(self, program, folder=None):
        self.program = program
        self.folder = folder or tempfile.mkdtemp(prefix="convene-practice-")
        self.lease = os.open(os.path.join(self.folder, "server.users"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(self.lease, fcntl.LOCK_SH)
        self.process = None
        self.access_token = None
        self.start()

    def start(self):
        self.process = subprocess.Popen([self.program, "--practice-server", self.folder], stdout=subprocess.PIPE)
        line = self.process.stdout.readline()
        self.process.stdout.close()
        assert line == b"ready\n", line
        with open(os.path.join(self.folder, "server.json")) as file:
            self.place = json.load(file)

    @property
    def port(self):
        return self.place["http_port"]

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        """In good order: a leak that a sanitizer found is an exit status."""
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait()
        assert status == 0, "the server ended with %d" % status

    def close(self):
        if self.process.poll() is None:
            self.stop()
        os.close(self.lease)
        shutil.rmtree(self.folder)

    def ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            return Answer(response.status, response.getheaders(), response.read())
        finally:
            connection.close()

    def grant(self, fields, authorization=BASIC):
        headers = {"Content-Type": FORM}
        if authorization:
            headers["Authorization"] = authorization
        return self.ask("POST", "/oauth/token", fields, headers)

    def account_token(self):
        answer = self.grant("grant_type=account_credentials&account_id=practice")
        assert answer.status == 200, answer.body
        return answer.json()["access_token"]

    def login(self, user=HOST, **more):
        answer = self.ask("POST", "/practice/login", json.dumps({"user": user, **more}), {"Content-Type": JSON})
        assert answer.status == 200, answer.body
        return answer.json()

    def call(self, method, path, body=None, token=None, content_type=JSON):
        """A REST call; `body` is made into JSON unless it is bytes."""
        if token is None:
            if self.access_token is None:
                self.access_token = self.account_token()
            token = self.access_token
        headers = {"Authorization": "Bearer " + token}
        if body is not None:
            headers["Content-Type"] = content_type
            body = body if isinstance(body, bytes) else json.dumps(body)
        return self.ask(method, "/v2" + path, body, headers)

    def create(self, host=HOST, token=None, **body):
        body = {"topic": "T", "start_time": "2097-03-01T10:00:00Z", "duration": 45, **body}
        return self.call("POST", "/users/%s/meetings" % host, body, token)

    def control(self, *commands):
        answer = self.ask("POST", "/practice/control", json.dumps(list(commands)), {"Content-Type": JSON})
        assert answer.status == 200, answer.body

    def set(self, **switches):
        self.control({"set": switches})

    def fault(self, name, **more):
        self.control({"fault": name, **more})

    def state(self):
        return self.ask("GET", "/practice/state").json()

    def meetings(self):
        return [meeting for meeting in self.state()["meetings"] if not meeting["deleted"]]

    def reset(self):
        answer = self.ask("POST", "/practice/reset", "{}", {"Content-Type": JSON})
        assert answer.status == 200, answer.body
        self.access_token = None


def sleeper():
    """A process to be killed."""
    return subprocess.Popen(["sleep", "600"])


def equal(got, wanted):
    assert got == wanted, "got %r, wanted %r" % (got, wanted)


def run(tests):
    """Runs functions in their order, and prints TAP."""
    print("1..%d" % len(tests), flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        name = test.__name__
        try:
            test()
            print("ok %d - %s" % (number, name), flush=True)
        except Skip as reason:
            print("ok %d - %s # SKIP %s" % (number, name, reason), flush=True)
        except Exception:
            failed += 1
            print("not ok %d - %s" % (number, name))
            for line in traceback.format_exc().splitlines():
                print("# " + line, flush=True)
    sys.exit(1 if failed else 0)
