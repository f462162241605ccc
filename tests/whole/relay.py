# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands before practice's Zoom as one whose app has a secret of its own, and takes down every secret that goes through it, in both directions."""

import base64
import http.client
import http.server
import json
import threading
import urllib.parse

from practice import BASIC

# The app that needs no secret goes by practice's own name.
PUBLIC = "practice"
ASKED = ("code", "code_verifier", "refresh_token", "device_code", "token")
ANSWERED = ("access_token", "refresh_token", "device_code")


def accepts(client, header):
    """Whether a Basic header is of this client. RFC 6749 §2.3.1 has name and word form-encoded first; not everybody does that."""
    kind, _, rest = (header or "").partition(" ")
    if kind.lower() != "basic":
        return False
    name, _, word = base64.b64decode(rest).decode().partition(":")
    return client in ((name, word), (urllib.parse.unquote_plus(name), urllib.parse.unquote_plus(word)))


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, headers, body):
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in ("connection", "content-length", "transfer-encoding"):
                self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def forward(self):
        relay = self.server.relay
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name: value for name, value in self.headers.items() if name.lower() not in ("host", "connection", "accept-encoding")}
        if self.path.startswith("/oauth/"):
            form = dict(urllib.parse.parse_qsl(body.decode()))
            relay.take_down_form(form)
            if self.command == "POST" and not relay.knows(self.headers.get("Authorization"), form):
                self.answer(401, [("Content-Type", "application/json")], b'{"reason": "Invalid client_id or client_secret", "error": "invalid_client"}')
                return
            if "Authorization" in headers:
                headers["Authorization"] = BASIC
            body = relay.rename(body.decode()).encode()
            self.path = relay.rename(self.path)
        connection = http.client.HTTPConnection("127.0.0.1", relay.practice.port, timeout=60)
        try:
            connection.request(self.command, self.path, body, headers)
            response = connection.getresponse()
            answer = response.read()
            relay.take_down(answer)
            self.answer(response.status, response.getheaders(), answer)
        except (ConnectionError, http.client.HTTPException):
            # Practice hung up, so that this does too.
            self.close_connection = True
        finally:
            connection.close()

    do_GET = do_POST = do_PATCH = do_DELETE = do_PUT = forward


class Relay:
    def __init__(self, practice, client_id, client_secret):
        self.practice = practice
        self.client = (client_id, client_secret)
        self.tokens = {}
        self.start_urls = set()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.relay = self
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def knows(self, header, form):
        return accepts(self.client, header) if header else form.get("client_id") == PUBLIC

    def rename(self, text):
        """What practice is told of an app that it does not know."""
        return text.replace(f"client_id={urllib.parse.quote(self.client[0])}", f"client_id={PUBLIC}")

    def take_down_form(self, form):
        self.tokens.update((form[name], name) for name in ASKED if name in form)

    def take_down(self, body):
        try:
            answer = json.loads(body)
        except ValueError:
            return
        if not isinstance(answer, dict):
            return
        self.tokens.update((answer[name], name) for name in ANSWERED if name in answer)
        if "start_url" in answer:
            self.start_urls.add(answer["start_url"])

    def close(self):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
