# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail server on loopback that asks for a sign-in and keeps what it gets."""

import asyncio
import collections
import logging
import ssl
import subprocess
import threading
import warnings

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

Letter = collections.namedtuple("Letter", "sender recipients octets user")


class MailServer:
    """One account, by name and password. With a context it speaks TLS from the first octet, with starttls after STARTTLS.

    A test makes it difficult: `refusals` has an iterator of replies for each address that it does not take, `endings` one of what follows a letter's
    last octet: a reply, "drop" for the end of the connection without one, "hang" for nothing. All that came to its last octet is in `arrivals`, what
    was taken in `letters`."""

    def __init__(self, user, password, context=None, starttls=None, port=0):
        logging.disable(logging.CRITICAL)
        warnings.simplefilter("ignore")
        self.account = LoginPassword(user.encode(), password.encode())
        self.letters = []
        self.arrivals = []
        self.refusals = {}
        self.endings = iter(())
        self.sign_ins = []
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        options = {"tls_context": starttls, "require_starttls": starttls is not None, "auth_required": True, "auth_require_tls": starttls is not None,
                   "authenticator": self.authenticate, "hostname": "mail.example.org"}
        self.server = self.do(self.loop.create_server(lambda: SMTP(self, loop=self.loop, **options), "127.0.0.1", port, ssl=context))
        self.port = self.server.sockets[0].getsockname()[1]

    def do(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(30)

    def authenticate(self, server, session, envelope, mechanism, data):
        good = data == self.account
        self.sign_ins.append(good)
        session.user = data.login.decode() if good else None
        return AuthResult(success=good, handled=good)

    async def handle_RCPT(self, server, session, envelope, address, options):
        refusal = next(self.refusals.get(address, iter(())), None)
        if not refusal:
            envelope.rcpt_tos.append(address)
        return refusal or "250 OK"

    async def handle_DATA(self, server, session, envelope):
        letter = Letter(envelope.mail_from, list(envelope.rcpt_tos), envelope.original_content, session.user)
        self.arrivals.append(letter)
        ending = next(self.endings, "250 queued")
        if ending == "drop":
            server.transport.abort()
        elif ending == "hang":
            await asyncio.sleep(3600)
        elif ending.startswith("250"):
            self.letters.append(letter)
        return ending

    def close(self):
        async def stop():
            self.server.close()

        self.do(stop())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(30)


def make_untrusted_context(folder):
    """A certificate for this machine that nobody has reason to trust: the file server.pem in the folder."""
    key, certificate = folder / "server.key", folder / "server.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key, "-out", certificate,
                    "-days", "30", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context
