# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at a browser, and the program that waits for what they do there."""

import html
import http.client
import re
import signal
import socket
import threading
import time
import urllib.parse

import program

ADDRESS = re.compile(r"^https?://\S+$")
CODE = re.compile(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$")
USERS = ("recruiter@example.com", "hiring.manager@example.com", "basic@example.com")


OF_DESKTOP = """#!/bin/sh
echo noise; echo noise >&2
env > "{folder}/environment"
echo "$1" > "{folder}/opened.part"
mv "{folder}/opened.part" "{folder}/opened"
exec sleep 20
"""


def install(folder, data, config, schemes=("http",)):
    """The desktop's browser is one that says much, stays, and writes down what it was started with."""
    script = folder / "browser"
    script.write_text(OF_DESKTOP.format(folder=folder))
    script.chmod(0o700)
    types = [f"x-scheme-handler/{scheme}" for scheme in schemes]
    (data / "applications").mkdir()
    (data / "applications" / "test-browser.desktop").write_text(f"[Desktop Entry]\nType=Application\nName=Browser\nExec={script} %u\nMimeType={';'.join(types)};\n")
    (config / "mimeapps.list").write_text("\n".join(["[Default Applications]", *(f"{name}=test-browser.desktop" for name in types), ""]))


class Page:
    """What the browser got."""

    def __init__(self, status, headers, body):
        self.status = status
        self.headers = {name.lower(): value for name, value in headers}
        self.body = body

    @property
    def location(self):
        return self.headers.get("location")

    def __repr__(self):
        return f"page {self.status} {self.headers} {self.body[:400]!r}"


def get(address, method="GET", host=None, path=None, **headers):
    """One request, without following where it leads; an address that nobody listens on is None. `host` and `path` stand in place of the address's own."""
    parts = urllib.parse.urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=program.PATIENCE)
    try:
        connection.putrequest(method, path or (parts.path + ("?" + parts.query if parts.query else "")), skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", host or parts.netloc)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        response = connection.getresponse()
        return Page(response.status, response.getheaders(), response.read().decode(errors="replace"))
    except (ConnectionError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def listens(address):
    """Whether anybody takes a connection there."""
    parts = urllib.parse.urlsplit(address)
    try:
        with socket.create_connection((parts.hostname, parts.port), timeout=10):
            return True
    except OSError:
        return False


def answer(address, user=0, allow=True):
    """Where Zoom sends the browser once a person has answered its page."""
    page = get(address)
    assert page is not None and page.status == 200, f"Zoom's page: {page}"
    links = [html.unescape(link) for link in re.findall(r'href="([^"]*/oauth/consent[^"]*)"', page.body)]
    links = [link for link in links if urllib.parse.parse_qs(urllib.parse.urlsplit(link).query)["allow"] == ["1" if allow else "0"]]
    assert len(links) == len(USERS), f"{links} in {page}"
    sent = get(urllib.parse.urljoin(address, links[user]))
    assert sent is not None and sent.status == 302, f"Zoom's answer: {sent}"
    return sent.location


def with_query(address, **changes):
    """The address with other values in its query; None takes one away."""
    parts = urllib.parse.urlsplit(address)
    query = dict(urllib.parse.parse_qsl(parts.query))
    query = {name: value for name, value in {**query, **changes}.items() if value is not None}
    return urllib.parse.urlunsplit(parts._replace(query=urllib.parse.urlencode(query)))


def query_of(address):
    return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(address).query))


class Waiting:
    """The program while it waits for a person. What it says is read as it is said."""

    def __init__(self, process, said=""):
        self.process = process
        self.lines = []
        self.output = b""
        process.stdin.write(said.encode())
        process.stdin.close()
        self.readers = [threading.Thread(target=self.read_errors, daemon=True), threading.Thread(target=self.read_output, daemon=True)]
        for reader in self.readers:
            reader.start()

    def read_errors(self):
        for line in self.process.stderr:
            self.lines.append(line.decode().rstrip("\n"))

    def read_output(self):
        self.output = self.process.stdout.read()

    def find(self, pattern):
        """A line that is nothing else, as soon as it was said; None where the program ended without it."""
        end = time.monotonic() + program.PATIENCE
        while time.monotonic() < end:
            for line in list(self.lines):
                if pattern.fullmatch(line):
                    return line
            if self.process.poll() is not None and not any(reader.is_alive() for reader in self.readers):
                return None
            time.sleep(0.01)
        raise TimeoutError(f"it did not say it: {self.lines}")

    def find_address(self):
        return self.find(ADDRESS)

    def find_code(self):
        return self.find(CODE)

    def hears(self, text):
        """Waits until something with this in it was said."""
        program.wait_until(lambda: any(text in line for line in list(self.lines)), f"“{text}”")

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)

    def finish(self):
        self.process.wait(timeout=program.PATIENCE)
        for reader in self.readers:
            reader.join()
        return program.Answer(self.process.returncode, self.output.decode(), "\n".join(self.lines))
