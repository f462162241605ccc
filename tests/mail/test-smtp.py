#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Sends letters with the program's own carrier to real and to misbehaving SMTP servers on loopback.

Usage: test-smtp.py SEND-LETTER
"""

import asyncio
import datetime
import logging
import os
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import traceback
import warnings

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

SEND_LETTER = sys.argv[1]
ANA, HUGO = 'ana@example.com', 'hugo@example.org'
USER, PASSWORD = 'rita', 'correct horse'
LETTER = (b'From: rita@example.org\r\nSubject: x\r\n\r\n'
          b'.\r\n..\r\n.leading\r\nmiddle.dot\r\n\r\n.\r\ntrailing blank \r\n')


class Loop:
    """An event loop in a thread of its own, for the servers."""

    def __init__(self):
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()

    def run(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(30)

    def stop(self):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(30)


class Sink:
    """aiosmtpd's handler: files letters, refuses some recipients."""

    def __init__(self):
        self.letters = []
        self.hello = []
        self.refused = {}

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        self.hello.append(hostname)
        return responses

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return '250 OK'

    async def handle_DATA(self, server, session, envelope):
        self.letters.append((envelope.mail_from, list(envelope.rcpt_tos), envelope.original_content))
        return '250 queued'


def authenticate(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=good, handled=good)


class Server:
    """An aiosmtpd server on a free port."""

    def __init__(self, loop, ssl_context=None, host='127.0.0.1', **options):
        self.loop, self.sink = loop, Sink()
        options.setdefault('authenticator', authenticate)
        options.setdefault('data_size_limit', None)

        async def start():
            return await loop.loop.create_server(
                lambda: SMTP(self.sink, hostname='sink.example.org', loop=loop.loop, **options),
                host, 0, ssl=ssl_context)

        self.server = loop.run(start())
        self.port = self.server.sockets[0].getsockname()[1]

    def close(self):
        async def stop():
            self.server.close()
        self.loop.run(stop())


class Script:
    """A server that answers commands by a table and then does what it is told: 'drop' or 'hang'."""

    def __init__(self, answers, greeting='220 hi'):
        self.answers, self.greeting, self.commands = answers, greeting, []
        self.socket = socket.create_server(('127.0.0.1', 0))
        self.port = self.socket.getsockname()[1]
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    def answer(self, stream, word):
        answer = self.answers.get(word, '250 ok')
        if answer == 'drop':
            return False
        if answer == 'hang':
            while stream.readline():
                pass
            return False
        stream.write(answer.encode() + b'\r\n')
        stream.flush()
        return True

    def talk(self, stream):
        if self.greeting in ('drop', 'hang'):
            self.answers['greeting'] = self.greeting
            return self.answer(stream, 'greeting')
        stream.write(self.greeting.encode() + b'\r\n')
        stream.flush()
        while line := stream.readline():
            word = line.split()[0].decode('ascii', 'replace').upper()
            self.commands.append(word)
            if not self.answer(stream, word):
                return
            if word == 'DATA':
                while stream.readline() not in (b'.\r\n', b''):
                    pass
                if not self.answer(stream, '.'):
                    return

    def serve(self):
        connection, _ = self.socket.accept()
        with connection, connection.makefile('rwb') as stream:
            try:
                self.talk(stream)
            except OSError:
                pass

    def close(self):
        self.socket.close()


def make_certificate(folder, name, subject_names):
    key, certificate = os.path.join(folder, name + '.key'), os.path.join(folder, name + '.pem')
    subprocess.run(['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes',
                    '-keyout', key, '-out', certificate, '-days', '30', '-subj', '/CN=' + name,
                    '-addext', 'subjectAltName=' + subject_names],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return certificate, context


def sign_certificate(folder, name, days):
    """A certificate for this computer by an authority of its own, which ends `days` from now (negative: it has ended). Also the authority's."""
    paths = {part: os.path.join(folder, f'{name}-{part}') for part in ('ca.key', 'ca.pem', 'key', 'csr', 'pem', 'ext', 'db', 'serial', 'conf')}

    def openssl(*words):
        subprocess.run(['openssl', *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    curve = ('-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes')
    openssl('req', '-x509', *curve, '-keyout', paths['ca.key'], '-out', paths['ca.pem'], '-days', '30', '-subj', f'/CN=authority of {name}')
    openssl('req', *curve, '-keyout', paths['key'], '-out', paths['csr'], '-subj', '/CN=' + name)
    for part, text in (('ext', 'subjectAltName=DNS:localhost,IP:127.0.0.1\n'), ('db', ''), ('serial', '01\n'),
                       ('conf', f"[ca]\ndefault_ca=own\n[own]\ndatabase={paths['db']}\nserial={paths['serial']}\nnew_certs_dir={folder}\n"
                                'default_md=sha256\npolicy=any\n[any]\ncommonName=supplied\n')):
        with open(paths[part], 'w', encoding='ascii') as file:
            file.write(text)
    end = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=days)
    begin = end - datetime.timedelta(days=20)
    openssl('ca', '-batch', '-config', paths['conf'], '-cert', paths['ca.pem'], '-keyfile', paths['ca.key'], '-in', paths['csr'], '-out', paths['pem'],
            '-extfile', paths['ext'], '-startdate', begin.strftime('%y%m%d%H%M%SZ'), '-enddate', end.strftime('%y%m%d%H%M%SZ'))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(paths['pem'], paths['key'])
    return paths['ca.pem'], context


class Tests:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix='convene-smtp-')
        self.loop = Loop()
        self.authority, self.context = make_certificate(self.folder, 'here', 'DNS:localhost,IP:127.0.0.1')
        self.other_authority, self.other_context = make_certificate(self.folder, 'other', 'DNS:other.example.com')

    def close(self):
        self.loop.stop()
        shutil.rmtree(self.folder)

    def letter(self, octets):
        path = os.path.join(self.folder, 'letter.eml')
        with open(path, 'wb') as file:
            file.write(octets)
        return path

    def run(self, port, security, *recipients, server='127.0.0.1', user='', password='', authority='', letter=LETTER,
            prefix='', environment=None):
        """What send-letter says: its first word, its second, and the rest."""
        path = prefix + self.letter(letter) if letter is not None else ''
        done = subprocess.run([SEND_LETTER, server, str(port), security, user, authority, path, *recipients],
                              input=password + '\n', capture_output=True, text=True, timeout=90,
                              env={**os.environ, **(environment or {})})
        assert done.stderr == '', done.stderr
        assert PASSWORD not in done.stdout
        words = done.stdout.strip().split(' ', 2)
        assert (done.returncode == 0) == (words[0] in ('sent', 'checked')), done
        return words + [''] * (3 - len(words))

    def serve(self, **options):
        return Server(self.loop, **options)

    # SH-27: the letter itself

    def test_plain_loopback(self):
        server = self.serve()
        assert self.run(server.port, 'none', ANA, HUGO) == ['sent', '', '']
        assert server.sink.letters == [('rita@example.org', [ANA, HUGO], LETTER)]
        assert server.sink.hello == ['[127.0.0.1]'], server.sink.hello
        server.close()

    def test_by_name(self):
        server = self.serve()
        assert self.run(server.port, 'none', ANA, server='localhost')[0] == 'sent'
        server.close()

    def test_octets(self):
        # Lines that are a dot, at every place of libcurl's buffers.
        bodies = [b'a: %s\r\n\r\n' % (b'b' * shift) + b'.\r\n' * 50000 for shift in range(3)]
        bodies += [b'a: b\r\n\r\n' + b''.join(b'.%d\r\n' % n for n in range(60000)), b'a: b\r\n\r\n' + (b'x' * 998 + b'\r\n') * 300]
        server = self.serve()
        for body in bodies:
            assert self.run(server.port, 'none', ANA, letter=body)[0] == 'sent'
            assert server.sink.letters.pop()[2] == body
        server.close()

    def test_no_last_line_end(self):
        server = self.serve()
        assert self.run(server.port, 'none', ANA, letter=b'a: b\r\n\r\nlast')[0] == 'sent'
        assert server.sink.letters[0][2] == b'a: b\r\n\r\nlast\r\n'
        server.close()

    def test_proxy_unused(self):
        server = self.serve()
        proxies = {'all_proxy': 'http://127.0.0.1:1', 'ALL_PROXY': 'http://127.0.0.1:1'}
        assert self.run(server.port, 'none', ANA, environment=proxies)[0] == 'sent'
        server.close()

    # encryption

    def test_starttls(self):
        server = self.serve(tls_context=self.context, require_starttls=True)
        assert self.run(server.port, 'starttls', ANA, authority=self.authority)[0] == 'sent'
        assert server.sink.letters[0][2] == LETTER
        server.close()

    def test_starttls_stripped(self):
        server = self.serve()
        result = self.run(server.port, 'starttls', ANA, authority=self.authority, user=USER, password=PASSWORD)
        assert result[:2] == ['refused', 'sure'] and 'STARTTLS' in result[2], result
        assert server.sink.letters == []
        server.close()

    def test_starttls_stripped_says_nothing_more(self):
        server = Script({'EHLO': '250-hi\r\n250 AUTH PLAIN LOGIN'})
        result = self.run(server.port, 'starttls', ANA, authority=self.authority, user=USER, password=PASSWORD)
        assert result[0] == 'refused', result
        server.thread.join(30)
        assert set(server.commands) <= {'EHLO', 'QUIT'}, server.commands
        server.close()

    def test_starttls_refused(self):
        server = Script({'EHLO': '250-hi\r\n250 STARTTLS', 'STARTTLS': '502 no'})
        assert self.run(server.port, 'starttls', ANA, authority=self.authority)[0] == 'refused'
        server.close()

    def test_tls(self):
        server = self.serve(ssl_context=self.context)
        assert self.run(server.port, 'tls', ANA, server='localhost', authority=self.authority)[0] == 'sent'
        assert server.sink.letters[0][2] == LETTER
        server.close()

    def test_self_signed(self):
        for security, options in (('tls', {'ssl_context': self.context}), ('starttls', {'tls_context': self.context})):
            server = self.serve(**options)
            result = self.run(server.port, security, ANA, user=USER, password=PASSWORD)
            assert result[:2] == ['refused', 'sure'] and 'certificate' in result[2], result
            assert server.sink.letters == []
            server.close()

    def test_other_host(self):
        for security, options in (('tls', {'ssl_context': self.other_context}), ('starttls', {'tls_context': self.other_context})):
            server = self.serve(**options)
            result = self.run(server.port, security, ANA, server='localhost', authority=self.other_authority)
            assert result[:2] == ['refused', 'sure'], result
            assert server.sink.letters == []
            server.close()

    # SH-50: each fault of a certificate in words of its own

    def test_certificate_words(self):
        good, signed = sign_certificate(self.folder, 'signed', 10)
        late, expired = sign_certificate(self.folder, 'expired', -2)
        early, unborn = sign_certificate(self.folder, 'unborn', 400)
        cases = ((self.context, '', 'signed by itself'),
                 (signed, '', 'authority that this computer does not know'),
                 (signed, late, 'authority that this computer does not know'),
                 (self.other_context, self.other_authority, 'certificate of another server'),
                 (expired, late, 'has expired'),
                 (unborn, early, 'is not valid yet'))
        for context, authority, words in cases:
            for security, options in (('tls', {'ssl_context': context}), ('starttls', {'tls_context': context})):
                server = self.serve(**options)
                result = self.run(server.port, security, ANA, server='localhost', authority=authority, user=USER, password=PASSWORD)
                assert result[:2] == ['refused', 'sure'] and words in result[2] and 'localhost' in result[2], (words, result)
                assert server.sink.letters == []
                server.close()
        server = self.serve(ssl_context=signed)
        assert self.run(server.port, 'tls', ANA, server='localhost', authority=good)[0] == 'sent'
        server.close()

    def weak_settings(self):
        """An OpenSSL that would take anything, so that it is the program that refuses."""
        path = os.path.join(self.folder, 'openssl.cnf')
        with open(path, 'w', encoding='ascii') as file:
            file.write('openssl_conf = all\n[all]\nssl_conf = ssl\n[ssl]\nsystem_default = weak\n'
                       '[weak]\nMinProtocol = TLSv1\nCipherString = ALL:@SECLEVEL=0\n')
        return path

    def test_old_tls(self):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.authority, self.authority.replace('.pem', '.key'))
        context.set_ciphers('ALL:@SECLEVEL=0')
        context.minimum_version, context.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1

        def shake_hands(listener):
            connection, _ = listener.accept()
            with connection:
                try:
                    context.wrap_socket(connection, server_side=True).close()
                except ssl.SSLError:
                    pass

        with socket.create_server(('127.0.0.1', 0)) as listener:
            thread = threading.Thread(target=shake_hands, args=(listener,), daemon=True)
            thread.start()
            result = self.run(listener.getsockname()[1], 'tls', ANA, authority=self.authority,
                              environment={'OPENSSL_CONF': self.weak_settings()})
            thread.join(30)
        assert result[:2] == ['refused', 'sure'], result

    def test_tls_to_plain(self):
        server = self.serve()
        assert self.run(server.port, 'tls', ANA, authority=self.authority)[0] in ('refused', 'unreachable')
        assert server.sink.letters == []
        server.close()

    def test_none_elsewhere(self):
        for name in ('smtp.example.com', '192.0.2.1', 'localhost.example.com'):
            result = self.run(25, 'none', ANA, server=name)
            assert result[:2] == ['refused', 'sure'], result

    # signing in

    def test_login(self):
        cases = (('tls', {'ssl_context': self.context, 'auth_require_tls': False}),
                 ('starttls', {'tls_context': self.context, 'require_starttls': True}),
                 ('none', {'auth_require_tls': False}))
        for security, options in cases:
            server = self.serve(auth_required=True, **options)
            result = self.run(server.port, security, ANA, authority=self.authority, user=USER, password=PASSWORD)
            assert result[0] == 'sent', result
            server.close()

    def test_bad_login(self):
        server = self.serve(tls_context=self.context, auth_required=True)
        result = self.run(server.port, 'starttls', ANA, authority=self.authority, user=USER, password='wrong')
        assert result[:2] == ['signed-out', 'sure'] and 'wrong' not in result[2], result
        assert server.sink.letters == []
        server.close()

    # SH-50: an app password is missing

    def test_app_password_asked(self):
        server = Script({'EHLO': '250-hi\r\n250 AUTH PLAIN', 'AUTH': '534-5.7.9 Application-specific password required.\r\n534 5.7.9 x'})
        result = self.run(server.port, 'none', ANA, user=USER, password=PASSWORD)
        assert result[:2] == ['signed-out', 'sure'] and 'app password' in result[2], result
        server.close()

    # SH-50: the sender, at the step at which servers say it

    def test_sender_refused(self):
        cases = ({'MAIL': '550 5.7.1 not yours'}, {'RCPT': '553 5.7.1 <rita@example.org>: Sender address rejected: not owned by user rita'},
                 {'DATA': '354 go on', '.': '554 5.2.252 SendAsDenied; x not allowed to send as rita@example.org'})
        for answers in cases:
            server = Script(answers)
            result = self.run(server.port, 'none', ANA)
            assert result[:2] == ['mail-refused', 'sure'] and 'takes no letters from rita@example.org' in result[2], result
            server.close()

    def test_login_asked(self):
        server = self.serve(auth_required=True, auth_require_tls=False)
        assert self.run(server.port, 'none', ANA)[:2] == ['signed-out', 'sure']
        server.close()

    def test_no_password(self):
        assert self.run(1, 'none', ANA, user=USER)[:2] == ['signed-out', 'sure']

    def test_check(self):
        server = self.serve(auth_required=True, auth_require_tls=False)
        assert self.run(server.port, 'none', letter=None, user=USER, password=PASSWORD)[0] == 'checked'
        assert self.run(server.port, 'none', letter=None, user=USER, password='wrong')[0] == 'signed-out'
        assert server.sink.letters == []
        server.close()

    def test_check_quits(self):
        server = Script({})
        assert self.run(server.port, 'none', letter=None)[0] == 'checked'
        server.thread.join(30)
        assert server.commands == ['EHLO', 'NOOP', 'QUIT'], server.commands
        server.close()

    def test_check_without_login(self):
        server = Script({})
        assert self.run(server.port, 'none', letter=None, user=USER, password=PASSWORD)[0] == 'refused'
        server.close()

    # SH-29: several recipients

    def test_one_refused(self):
        for refused, taken in ((HUGO, ANA), (ANA, HUGO)):
            server = self.serve()
            server.sink.refused[refused] = '550 nobody here'
            assert self.run(server.port, 'none', ANA, HUGO) == ['sent', refused, '']
            assert server.sink.letters == [('rita@example.org', [taken], LETTER)]
            server.close()

    def test_all_refused(self):
        server = self.serve()
        server.sink.refused.update({ANA: '550 nobody here', HUGO: '550 nobody here'})
        result = self.run(server.port, 'none', ANA, HUGO)
        assert result[:2] == ['mail-refused', 'sure'] and ANA in result[2] and HUGO in result[2] and 'nobody here' in result[2], result
        server.close()

    def test_all_later(self):
        server = self.serve()
        server.sink.refused[ANA] = '451 later'
        assert self.run(server.port, 'none', ANA)[:2] == ['rate-limited', 'sure']
        server.close()

    def test_candidate_later(self):
        server = self.serve()
        server.sink.refused[ANA] = '450 greylisted'
        result = self.run(server.port, 'none', ANA, HUGO)
        assert result[:2] == ['rate-limited', 'sure'] and ANA in result[2], result
        assert server.sink.letters == []
        server.close()

    def test_other_later(self):
        server = self.serve()
        server.sink.refused[HUGO] = '450 greylisted'
        assert self.run(server.port, 'none', ANA, HUGO) == ['sent', HUGO, '']
        server.close()

    # what goes wrong on the way

    def test_scripted(self):
        go_on = {'DATA': '354 go on'}
        rows = (
            ({'MAIL': '451 later'}, ['rate-limited', 'sure']),
            ({'MAIL': '553 not you'}, ['mail-refused', 'sure']),
            ({'MAIL': 'drop'}, ['unreachable', 'sure']),
            ({'RCPT': 'drop'}, ['unreachable', 'sure']),
            ({'DATA': 'drop'}, ['unreachable', 'sure']),
            ({'DATA': '554 no'}, ['mail-refused', 'sure']),
            ({**go_on, '.': 'drop'}, ['unreachable', 'doubtful']),
            ({**go_on, '.': '451 later'}, ['rate-limited', 'sure']),
            ({**go_on, '.': '554 spam'}, ['mail-refused', 'sure']),
            ({**go_on, '.': '250 queued', 'QUIT': 'drop'}, ['sent', '']),
            ({**go_on, '.': '250 queued', 'QUIT': 'hang'}, ['sent', '']),
        )
        for answers, expected in rows:
            server = Script(answers)
            result = self.run(server.port, 'none', ANA)
            assert result[:2] == expected, (answers, result)
            server.close()

    def test_lost_after_the_letter(self):
        """However the letter's octets reach curl: once the last of them may have left, somebody may have it."""
        head = b'Subject: x\r\n\r\n'
        for letter in (head, head + b'last\r\n', head + b'last', head + b'.\r\n..\r\n', head + b'six thousand\r\n' * 430, head + b'long\r\n' * 100000):
            server = Script({'DATA': '354 go on', '.': 'drop'})
            assert self.run(server.port, 'none', ANA, letter=letter)[:2] == ['unreachable', 'doubtful'], len(letter)
            server.close()

    def test_greetings(self):
        for greeting, expected in (('421 busy', 'rate-limited'), ('554 no', 'mail-refused'), ('drop', 'unreachable')):
            server = Script({}, greeting)
            result = self.run(server.port, 'none', ANA)
            assert result[:2] == [expected, 'sure'], (greeting, result)
            server.close()

    def test_nobody_there(self):
        with socket.create_server(('127.0.0.1', 0)) as listener:
            port = listener.getsockname()[1]
        assert self.run(port, 'none', ANA)[:2] == ['unreachable', 'sure']

    def test_no_server(self):
        for name, port in (('', 25), ('a b', 25), ('x/../y', 25), ('user@host', 25), ('localhost', 0), ('localhost', 70000)):
            assert self.run(port, 'tls', ANA, server=name)[:2] == ['invalid', 'sure']

    def test_cancel(self):
        for answers, greeting, doubt in (({}, 'hang', 'sure'), ({'DATA': '354 go on', '.': 'hang'}, '220 hi', 'doubtful')):
            server = Script(answers, greeting)
            result = self.run(server.port, 'none', ANA, prefix='cancel:')
            assert result[:2] == ['cancelled', doubt], result
            server.close()


ROWS = {'octets': 'SH-27', 'plain-loopback': 'SH-27', 'one-refused': 'SH-29', 'all-refused': 'SH-29', 'candidate-later': 'SH-29', 'other-later': 'SH-29'}


def main():
    logging.disable(logging.CRITICAL)
    warnings.simplefilter('ignore')
    tests = Tests()
    names = [name for name in dir(Tests) if name.startswith('test_')]
    failed = 0
    print(f'1..{len(names)}')
    for number, name in enumerate(names, 1):
        title = name[len('test_'):].replace('_', '-')
        title = f'/mail/{ROWS.get(title, "smtp")}/{title}'
        try:
            getattr(tests, name)()
            print(f'ok {number} - {title}', flush=True)
        except Exception:  # pylint: disable=broad-except
            failed += 1
            print(f'not ok {number} - {title}', flush=True)
            print('# ' + traceback.format_exc().replace('\n', '\n# '), flush=True)
    tests.close()
    sys.exit(1 if failed else 0)


main()
