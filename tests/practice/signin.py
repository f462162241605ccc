# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A sign-in by browser at practice's Zoom, step by step, each of which a test may do wrong."""

import base64
import hashlib
import html
import re
import secrets
import urllib.parse

from practice import FORM

REDIRECT = "http://127.0.0.1:43210/oauth/callback"


def form(**fields):
    return urllib.parse.urlencode({name: value for name, value in fields.items() if value is not None})


class SignIn:
    """One attempt: its state, its verifier, its redirect address. A field that is None is left out."""

    def __init__(self, practice, client="practice", redirect=REDIRECT, authorization=None):
        self.practice = practice
        self.client = client
        self.redirect = redirect
        self.authorization = authorization
        self.state = secrets.token_urlsafe(16)
        self.verifier = secrets.token_urlsafe(32)
        digest = hashlib.sha256(self.verifier.encode()).digest()
        self.challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()

    def authorize(self, **more):
        """What the browser gets."""
        fields = {"response_type": "code", "client_id": self.client, "redirect_uri": self.redirect, "state": self.state,
                  "code_challenge": self.challenge, "code_challenge_method": "S256", **more}
        return self.practice.ask("GET", "/oauth/authorize?" + form(**fields))

    def links(self, page, allow=1):
        """The page's links by user id."""
        found = [html.unescape(link) for link in re.findall(r'href="(/oauth/consent\?[^"]+)"', page.body.decode())]
        queries = [(dict(urllib.parse.parse_qsl(link.partition("?")[2])), link) for link in found]
        return {query["user"]: link for query, link in queries if query["allow"] == str(allow)}

    def back(self, answer):
        """The parameters with which a browser is led back, after a look at where."""
        assert answer.status == 302, (answer.status, answer.body)
        address, _, query = answer.headers["location"].partition("?")
        assert address == self.redirect, answer.headers["location"]
        return dict(urllib.parse.parse_qsl(query, strict_parsing=True))

    def code(self):
        """The code that whoever is set to allow it (switch `consent`) brings."""
        return self.back(self.authorize())["code"]

    def redeem(self, code, **more):
        fields = {"grant_type": "authorization_code", "code": code, "redirect_uri": self.redirect, "code_verifier": self.verifier,
                  "client_id": None if self.authorization else self.client, **more}
        return self.practice.grant(form(**fields), self.authorization)

    def refresh(self, token, **more):
        fields = {"grant_type": "refresh_token", "refresh_token": token, "client_id": None if self.authorization else self.client, **more}
        return self.practice.grant(form(**fields), self.authorization)

    def revoke(self, token):
        headers = {"Content-Type": FORM, **({"Authorization": self.authorization} if self.authorization else {})}
        return self.practice.ask("POST", "/oauth/revoke", form(token=token, client_id=None if self.authorization else self.client), headers)

    def tokens(self):
        answer = self.redeem(self.code())
        assert answer.status == 200, answer.body
        return answer.json()
