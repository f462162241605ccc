# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Processes that are killed, and the practice server that they talk to."""

import fcntl
import glob
import json
import os
import signal
import subprocess
import threading
import urllib.request


class Server:
    """Practice's server, held as long as the test lasts; what was there at a mark is left out of what it answers."""

    def __init__(self, folder, program=None):
        self.folder = folder
        os.makedirs(folder, mode=0o700, exist_ok=True)
        self.lease = open(os.path.join(folder, "server.users"), "a+", encoding="utf-8")
        fcntl.flock(self.lease, fcntl.LOCK_SH)
        self.process = None
        if program:
            self.process = subprocess.Popen([program, "--practice-server", folder], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
            self.process.stdout.readline()
        with open(os.path.join(folder, "server.json"), encoding="utf-8") as file:
            self.endpoints = json.load(file)
        self.mark()

    def call(self, path, body=None):
        request = urllib.request.Request(self.endpoints["api_url"][:-3] + "/practice/" + path, json.dumps(body).encode() if body is not None else None,
                                         {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def counts(self):
        """How often each call came, ever."""
        return self.call("state")["counts"]

    def mark(self):
        self.seen_letters = set(self.list_letters())
        self.seen_changes = len(self.read_journal())
        self.seen_counts = self.counts()

    def list_letters(self):
        return sorted(glob.glob(os.path.join(self.folder, "mail", "*.eml")))

    def read_journal(self):
        try:
            with open(os.path.join(self.folder, "zoom.journal"), encoding="utf-8") as file:
                return file.read().splitlines()
        except FileNotFoundError:
            return []

    def new_letters(self):
        """The octets of each, in order of arrival."""
        letters = []
        for name in self.list_letters():
            if name not in self.seen_letters:
                with open(name, "rb") as file:
                    letters.append(file.read())
        return letters

    def new_changes(self):
        """What was changed at Zoom: each with "change", and "meeting" or "id"."""
        return [change for line in self.read_journal()[self.seen_changes:] for change in json.loads(line)]

    def new_calls(self, name):
        return self.counts().get(name, 0) - self.seen_counts.get(name, 0)

    def stop(self):
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process.stdout.close()
        self.lease.close()


class Child:
    """A process of the program, begun; its lines are kept."""

    def __init__(self, command, environment=None):
        self.lines = []
        self.killed = False
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True, env=environment)
        self.errors = ""
        self.readers = [threading.Thread(target=self.read_lines), threading.Thread(target=self.read_errors)]
        for reader in self.readers:
            reader.start()

    def read_lines(self):
        for line in self.process.stdout:
            self.lines.append(line.strip())

    def read_errors(self):
        self.errors = self.process.stderr.read()

    def await_halt(self):
        """Until it stands still, or has ended before."""
        os.waitid(os.P_PID, self.process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)

    def go_on(self):
        self.process.send_signal(signal.SIGCONT)

    def kill_after(self, seconds):
        """Whatever it is doing then."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGKILL)

    def end(self, seconds=120):
        """What is wrong about how it ended; it may have been killed."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGKILL)
            self.errors = f"not ended after {seconds} s; " + self.errors
        self.process.wait()
        for reader in self.readers:
            reader.join()
        self.process.stdout.close()
        self.process.stderr.close()
        self.killed = self.process.returncode == -signal.SIGKILL
        if self.process.returncode in (0, -signal.SIGKILL) and not self.errors.startswith("not ended"):
            return []
        return [f"a process ended with {self.process.returncode}: {self.errors[-400:]}"]
