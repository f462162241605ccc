#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing in at Zoom from the terminal: by browser, by code, as a server-to-server app, and every way in which that goes wrong. The browser is this test,
which goes through Zoom's pages and to the program's own listener. Runs within keyring-session.py, which hands on the environment:
CONVENE_TEST_PROGRAM and CONVENE_TEST_PRACTICE_SERVER are the two programs."""

import contextlib
import functools
import os
import sys

import browser
import program
import tap
from practice import FORM, HOST, SECOND_HOST, Practice

try:
    import keyring
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(0)

BUS = "DBUS_SESSION_BUS_ADDRESS"
ZOOM = ("account", "connect", "zoom")
BROWSER = (*ZOOM, "--no-browser")
APP = {"CONVENE_ZOOM_CLIENT_ID": "practice"}
CALLBACK = "http://127.0.0.1/oauth/callback"
START = program.next_year(12, 1, "10:00")


def differences(what, found, expected):
    return [f"{what}: {key} is {found.get(key)!r}, not {value!r}" for key, value in expected.items() if found.get(key) != value]


class Desk:
    """A person's machine and a Zoom of its own."""

    def __init__(self, convene, server):
        self.practice = Practice(server)
        self.practice.set(device_interval_s=1)
        self.profile = program.Profile(convene, "--json", CONVENE_ZOOM_API_URL=self.practice.place["api_url"],
                                       CONVENE_ZOOM_OAUTH_URL=self.practice.place["oauth_url"], **{BUS: os.environ[BUS]})

    def close(self):
        # The keyring is everybody's: what is kept of this desk goes with it.
        for account in self.accounts():
            self.profile.run("account", "disconnect", account["id"])
        self.profile.close()
        self.practice.close()

    @contextlib.contextmanager
    def signing_in(self, *words, said="", **variables):
        process = self.profile.start(*words, **{**APP, **variables})
        with program.ended(process):
            yield browser.Waiting(process, said)

    def sign_in(self, user=0, **variables):
        """All of it, as it goes well."""
        with self.signing_in(*BROWSER, **variables) as waiting:
            browser.get(browser.answer(waiting.find_address(), user))
            return waiting.finish()

    def accounts(self):
        return self.profile.expect("account", "list")["accounts"]

    def grants(self, name):
        return self.practice.state()["grants"].get(name, 0)


# --- what goes well ---

def check_browser(desk):
    """SH-14, TA-4: what one answers in the browser is what is connected, and nothing else stands on standard output."""
    with desk.signing_in(*BROWSER) as waiting:
        address = waiting.find_address()
        asked = browser.query_of(address)
        sent = browser.answer(address)
        page = browser.get(sent)
        answer = waiting.finish()
    complaints = differences("request", asked, {"response_type": "code", "client_id": "practice", "code_challenge_method": "S256"})
    complaints += [f"{name} is too short" for name in ("state", "code_challenge") if len(asked.get(name, "")) < 43]
    complaints += [f"{name} is asked for" for name in ("scope", "client_secret", "code_verifier") if name in asked]
    if answer.status != 0:
        return complaints + [f"{answer}"]
    complaints += differences("account", answer.document, {"kind": "zoom", "method": "browser", "address": HOST, "name": "Robin Recruiter", "state": "connected",
                                                           "plan": "licensed", "missing_scopes": [], "problem": None})
    if "meeting:write:meeting" not in answer.document["granted_scopes"] or answer.document["checked"] is None:
        complaints.append(f"{answer.document}")
    complaints += check_page(page, sent)
    if browser.listens(sent):
        complaints.append("somebody listens still")
    return complaints + check_kept(desk) + check_works(desk)


def check_page(page, sent):
    """The page says that it worked, and nothing of what it was asked with; it is kept nowhere."""
    complaints = [] if page is not None and page.status == 200 else [f"{page}"]
    complaints += differences("page", page.headers, {"cache-control": "no-store", "referrer-policy": "no-referrer", "x-content-type-options": "nosniff"})
    asked = browser.query_of(sent)
    complaints += [f"the page says {name}" for name in ("code", "state") if asked[name] in page.body]
    return complaints


def check_kept(desk):
    kinds = sorted(item["kind"] for item in keyring.list_items())
    return [] if kinds == ["access-token", "refresh-token"] else [f"the keyring keeps {kinds}"]


def check_works(desk):
    """A meeting is made with it."""
    answer = desk.profile.run(*program.schedule("Staff Engineer", START, no_mail=True))
    complaints = [] if answer.status == 0 and answer.document["meeting"]["host"] == HOST else [f"{answer}"]
    checked = desk.profile.run("account", "check", HOST)
    if checked.status != 0 or checked.document["state"] != "connected":
        complaints.append(f"{checked}")
    return complaints


def check_basic(desk):
    answer = desk.sign_in(2)
    return differences("account", answer.document, {"address": "basic@example.com", "plan": "basic"})


def check_several(desk):
    """SH-53: two users are two accounts, each a host of their own."""
    first, second = desk.sign_in(0), desk.sign_in(1)
    found = [account["address"] for account in desk.accounts()]
    complaints = [] if first.status == second.status == 0 and found == [HOST, SECOND_HOST] else [f"{found}: {first} {second}"]
    answer = desk.profile.run(*program.schedule("Managed", START, no_mail=True, hiring_manager=f"Hana <{SECOND_HOST}>"), "--dry-run")
    return complaints + differences("plan", answer.document["plan"], {"host": SECOND_HOST, "host_way": "own"})


def check_again(desk):
    """TA-19: the same Zoom user is the same account, and manages its meetings again."""
    first = desk.sign_in()
    made = desk.profile.expect(*program.schedule("Staff Engineer", START, no_mail=True))
    desk.profile.expect("account", "disconnect", HOST)
    left = desk.profile.expect("show", made["uid"])["meeting"]["state"]
    again = desk.sign_in()
    third = desk.sign_in()
    back = desk.profile.expect("show", made["uid"])["meeting"]["state"]
    complaints = [] if (first.status, again.status, third.status) == (0, 0, 0) else [f"{first} {again} {third}"]
    if (left, back) != ("unmanaged", "live") or len(desk.accounts()) != 1:
        complaints.append(f"the meeting was {left}, then {back}; {desk.accounts()}")
    return complaints + check_kept(desk)


def check_own_app(desk):
    """An app of one's own that has a secret, which is read from standard input; and it is remembered with the account."""
    with desk.signing_in(*BROWSER, "--client-id", "practice-other", "--client-secret", said="practice-other\n", CONVENE_ZOOM_CLIENT_ID=None) as waiting:
        browser.get(browser.answer(waiting.find_address()))
        answer = waiting.finish()
    if answer.status != 0:
        return [f"{answer}"]
    tokens = [token["client"] for token in desk.practice.state()["tokens"]]
    complaints = [] if set(tokens) == {"practice-other"} else [f"tokens of {tokens}"]
    desk.practice.set(access_life_s=1)
    return complaints + check_works(desk)


def check_opens(desk):
    """The desktop's browser gets the address, and nothing else that the program knows; what it says is not the program's answer, which ends although the
    browser stays."""
    home = desk.profile.folder / "home"
    browser.install(desk.profile.folder, home / "data", home / "config")
    with desk.signing_in(*ZOOM, DISPLAY=":77", CONVENE_ZOOM_CLIENT_SECRET="practice") as waiting:
        program.wait_until((desk.profile.folder / "opened").exists, "the browser")
        opened = (desk.profile.folder / "opened").read_text().strip()
        address = waiting.find_address()
        browser.get(browser.answer(opened))
        answer = waiting.finish()
    complaints = [] if opened == address and answer.status == 0 else [f"{opened} was opened, not {address}: {answer}"]
    if "noise" in answer.output + answer.errors:
        complaints.append(f"the browser is heard: {answer}")
    environment = (desk.profile.folder / "environment").read_text()
    return complaints + [f"the browser is told: {line}" for line in environment.splitlines() if "CLIENT" in line]


# --- what goes wrong ---

def send_back(waiting, user=1, allow=True, **changes):
    """The browser comes back with another answer than Zoom gave."""
    return browser.get(browser.with_query(browser.answer(waiting.find_address(), user, allow), **changes))


def decline(desk, waiting):
    page = send_back(waiting, allow=False)
    return [] if page is not None and page.status in (200, 403) else [f"{page}"]


def fail_at_zoom(desk, waiting):
    desk.practice.fault("access-denied", on="authorize", error="server_error")
    page = browser.get(waiting.find_address())
    browser.get(page.location)
    return []


def burn_code(desk, waiting):
    """Somebody else has used the code already."""
    sent = browser.answer(waiting.find_address(), 1)
    desk.practice.ask("POST", "/oauth/token", f"grant_type=authorization_code&client_id=practice&code={browser.query_of(sent)['code']}"
                      f"&redirect_uri={CALLBACK}&code_verifier={'a' * 43}", {"Content-Type": FORM})
    browser.get(sent)
    return []


def with_fault(name, desk, waiting, **more):
    desk.practice.fault(name, **{"on": "token", "match": "authorization_code", **more})
    browser.get(browser.answer(waiting.find_address(), 1))
    return []


def with_unknown_user(desk, waiting):
    desk.practice.fault("invalid-json", on="user")
    browser.get(browser.answer(waiting.find_address(), 1))
    return []


def lose_answer(desk, waiting):
    """A code is sent once: a second time would end what it brought."""
    before = desk.grants("authorization_code")
    with_fault("commit-then-drop", desk, waiting)
    waiting.process.wait(timeout=program.PATIENCE)
    return [] if desk.grants("authorization_code") == before + 1 else [f"it was sent {desk.grants('authorization_code') - before} times"]


def interrupt(desk, waiting):
    waiting.find_address()
    waiting.interrupt()
    return []


def ask_for_approval(desk, waiting):
    """TH-4: Zoom's page does not come back, so that it is the person who gives up."""
    desk.practice.set(pre_approved=0)
    page = browser.get(waiting.find_address())
    waiting.hears("ask your Zoom administrator")
    waiting.interrupt()
    return [] if page.status == 200 and page.location is None else [f"{page}"]


def grant_less(desk, waiting):
    desk.practice.control({"scopes": "user:read:user meeting:read:meeting"})
    browser.get(browser.answer(waiting.find_address(), 1))
    return []


# What is done while the program waits, the code that it answers, and what its words have in them.
REFUSALS = [
    ("TH-9 declined", decline, "refused", ""),
    ("another error of Zoom", fail_at_zoom, "refused", ""),
    ("VC-13 a code that was used", burn_code, None, ""),
    ("VC-14 redirect refused", functools.partial(with_fault, "4709"), "refused", CALLBACK),
    ("TH-5 not approved", functools.partial(with_fault, "4738"), "refused", "admin"),
    ("the app is switched off", functools.partial(with_fault, "4717"), "refused", ""),
    ("the client is refused", functools.partial(with_fault, "invalid-client"), "signed-out", ""),
    ("SH-44 scopes are missing", grant_less, "missing-scopes", "meeting:write:meeting"),
    ("an answer in HTML", functools.partial(with_fault, "html"), "bad-answer", ""),
    ("an answer that is cut off", functools.partial(with_fault, "truncated", cut=20), None, ""),
    ("an answer that is no JSON", functools.partial(with_fault, "invalid-json"), "bad-answer", ""),
    ("an answer that is huge", functools.partial(with_fault, "huge"), None, ""),
    ("another address for the API", functools.partial(with_fault, "bad-api-url"), "bad-answer", ""),
    ("a redirect to elsewhere", functools.partial(with_fault, "redirect", to="http://127.0.0.1:1/x"), None, ""),
    ("a lost answer", lose_answer, "unreachable", ""),
    ("the user cannot be looked up", with_unknown_user, "bad-answer", ""),
    ("interrupted", interrupt, "cancelled", ""),
    ("TH-4 Zoom wants approval first", ask_for_approval, "cancelled", ""),
]


def check_refused(act, code, words, desk):
    """Another user's attempt comes to nothing: the one who was connected before works on, and nothing is kept of the other."""
    older = desk.sign_in()
    if older.status != 0:
        return [f"{older}"]
    before, kept = desk.accounts(), sorted(map(str, keyring.list_items()))
    with desk.signing_in(*BROWSER) as waiting:
        complaints = act(desk, waiting)
        answer = waiting.finish()
    if answer.status != 1 or (code is not None and answer.code != code) or answer.code is None:
        return complaints + [f"not {code}: {answer}"]
    message = answer.document["error"]["message"]
    if words not in message or len(message) < 12:
        complaints.append(f"it says only: {message}")
    if desk.accounts() != before:
        complaints.append(f"{before} became {desk.accounts()}")
    if sorted(map(str, keyring.list_items())) != kept:
        complaints.append(f"the keyring had {kept}, and has {keyring.list_items()}")
    desk.practice.control({"scopes": None})
    desk.practice.set(pre_approved=1)
    return complaints + check_works(desk)


# --- who else comes to the listener ---

# What is sent to it: another query, another request. None of these is the answer, and none ends the waiting.
STRANGERS = [
    ("SH-54 another state", {"state": "A" * 43}, {}, True),
    ("SH-54 no state", {"state": None}, {}, True),
    ("an error without the state", {"state": None, "code": None, "error": "access_denied"}, {}, True),
    ("no code", {"code": None}, {}, False),
    ("another path", {}, {"path": "/oauth/callback/more?code=x&state=y"}, False),
    ("the icon of a page", {}, {"path": "/favicon.ico"}, False),
    ("another host", {}, {"host": "zoom.example.com"}, True),
    ("another name of this computer", {}, {"host": "localhost"}, True),
    ("another method", {}, {"method": "POST"}, False),
    ("a script of a page", {}, {"Origin": "https://example.com"}, False),
]


def check_stranger(changes, request, told, desk):
    with desk.signing_in(*BROWSER) as waiting:
        sent = browser.answer(waiting.find_address())
        page = browser.get(browser.with_query(sent, **changes), **request)
        complaints = [] if page is not None and 400 <= page.status < 500 else [f"the stranger got {page}"]
        if page is not None and browser.query_of(sent)["code"] in page.body:
            complaints.append("the page says the code")
        if waiting.process.poll() is not None:
            return complaints + [f"it ended: {waiting.finish()}"]
        if told:
            waiting.hears("refused: go on in the browser")
        right = browser.get(sent)
        answer = waiting.finish()
    if right is None or right.status != 200 or answer.status != 0:
        complaints.append(f"{right} {answer}")
    return complaints


def check_second(desk):
    """The first answer counts; a second one finds nobody, or is told so."""
    with desk.signing_in(*BROWSER) as waiting:
        sent = browser.answer(waiting.find_address())
        first, second = browser.get(sent), browser.get(sent)
        answer = waiting.finish()
    complaints = [] if first is not None and first.status == 200 and answer.status == 0 else [f"{first} {answer}"]
    if second is not None and second.status < 400:
        complaints.append(f"the second got {second}")
    return complaints if desk.grants("authorization_code") == 1 else complaints + ["the code was sent twice"]


# --- by code ---

def check_device(desk):
    """X-14: a code and an address alone on their lines; told to be slower it is slower, and then it is there."""
    desk.practice.set(device_slow_down=1)
    with desk.signing_in(*ZOOM, "--device") as waiting:
        code, address = waiting.find_code(), waiting.find_address()
        desk.practice.control({"device": {"user_code": code, "user": SECOND_HOST, "allow": True}})
        answer = waiting.finish()
    complaints = [] if address.startswith(desk.practice.place["oauth_url"]) else [f"the address is {address}"]
    if answer.status != 0:
        return complaints + [f"{answer}"]
    return complaints + differences("account", answer.document, {"method": "device", "address": SECOND_HOST, "state": "connected"}) + check_kept(desk)


def decline_code(desk, waiting):
    desk.practice.control({"device": {"user_code": waiting.find_code(), "allow": False}})


def let_code_expire(desk, waiting):
    desk.practice.fault("expired-token", match="device_code")
    waiting.find_code()


def interrupt_code(desk, waiting):
    waiting.find_code()
    waiting.interrupt()


DEVICE_REFUSALS = [
    ("declined", {}, decline_code, "refused"),
    ("expired", {}, let_code_expire, "unreachable"),
    ("interrupted", {}, interrupt_code, "cancelled"),
    ("not switched on", {"device_enabled": 0}, lambda desk, waiting: None, "refused"),
    ("the app is switched off", {"app_enabled": 0}, lambda desk, waiting: None, "refused"),
]


def check_device_refused(switches, act, code, desk):
    desk.practice.set(**switches)
    with desk.signing_in(*ZOOM, "--device") as waiting:
        act(desk, waiting)
        answer = waiting.finish()
    complaints = [] if (answer.status, answer.code) == (1, code) else [f"not {code}: {answer}"]
    return complaints + nothing_kept(desk)


def nothing_kept(desk):
    return [f"{what} is kept" for what in desk.accounts() + keyring.list_items()]


# --- which app ---

def check_no_app(desk):
    """Where the build brings no app and nobody names one, it says what to do, and touches nothing."""
    answer = desk.profile.run(*BROWSER, CONVENE_ZOOM_CLIENT_ID=None)
    complaints = [] if (answer.status, answer.code) == (2, "invalid") and answer.document["error"]["field"] == "client_id" else [f"{answer}"]
    complaints += [f"it does not say {words}: {answer}" for words in ("--client-id", "marketplace.zoom.us", CALLBACK) if words not in answer.errors]
    return complaints + nothing_kept(desk)


# The environment, and the app that is asked with; None where none is.
PAIRS = [
    ("CONVENE_", {"CONVENE_ZOOM_CLIENT_ID": "practice"}, "practice"),
    ("ZOOM_API_", {"ZOOM_API_CLIENT_ID": "practice-other", "ZOOM_API_CLIENT_SECRET": "practice-other"}, "practice-other"),
    ("both", {"CONVENE_ZOOM_CLIENT_ID": "practice", "ZOOM_API_CLIENT_ID": "practice-other", "ZOOM_API_CLIENT_SECRET": "practice-other"}, "practice"),
    ("a secret of the other pair", {"CONVENE_ZOOM_CLIENT_SECRET": "wrong", "ZOOM_API_CLIENT_ID": "practice"}, "practice"),
    ("an empty id", {"CONVENE_ZOOM_CLIENT_ID": "", "ZOOM_API_CLIENT_ID": "practice"}, "practice"),
]


def check_pair(variables, client, desk):
    """SH-43: a pair is never put together from both; and what stood in the environment stands there no more."""
    with desk.signing_in(*BROWSER, **{"CONVENE_ZOOM_CLIENT_ID": None, **variables}) as waiting:
        address = waiting.find_address()
        with open(f"/proc/{waiting.process.pid}/environ", "rb") as file:
            environment = file.read()
        if address is not None:
            browser.get(browser.answer(address))
        answer = waiting.finish()
    complaints = [] if answer.status == 0 else [f"{answer}"]
    asked = browser.query_of(address or "").get("client_id")
    if asked != client:
        complaints.append(f"it asked as {asked}")
    for name, value in variables.items():
        if value and f"{name}={value}".encode() in environment:
            complaints.append(f"{name} stands in its environment")
    return complaints


def check_swapped(desk):
    """VC-37: an id and a secret that look like each other's are told of once Zoom has refused them."""
    with desk.signing_in(*ZOOM, "--device", CONVENE_ZOOM_CLIENT_ID="S" * 32, CONVENE_ZOOM_CLIENT_SECRET="I" * 22) as waiting:
        answer = waiting.finish()
    complaints = [] if (answer.status, answer.code) == (1, "signed-out") else [f"{answer}"]
    if "other’s place" not in answer.errors:
        complaints.append(f"it says only: {answer.errors}")
    return complaints + ([] if "S" * 32 not in answer.errors + answer.output else ["it says what may be the secret"])


def check_server(desk):
    """SH-34: a server-to-server account hosts for whoever belongs to it, each with a day's requests of their own."""
    words = (*ZOOM, "--server-to-server", "--account-id", "practice", "--client-id", "practice", "--host", HOST)
    answer = desk.profile.run(*words, said="practice\n")
    if answer.status != 0:
        return [f"{answer}"]
    complaints = differences("account", answer.document, {"method": "server-to-server", "address": HOST, "state": "connected", "missing_scopes": []})
    made = desk.profile.expect(*program.schedule("Managed", START, no_mail=True, hiring_manager=f"Hana <{SECOND_HOST}>"))
    if made["meeting"]["host"] != SECOND_HOST:
        complaints.append(f"{made['meeting']}")
    hosts = {host["address"]: host["used"] for host in desk.accounts()[0]["hosts"]}
    return complaints + differences("hosts", hosts, {HOST: 0, SECOND_HOST: 1})


# --- afterwards ---

def check_disconnect(desk):
    """TA-17: revoked at Zoom, and gone here."""
    desk.sign_in()
    answer = desk.profile.run("account", "disconnect", HOST)
    complaints = differences("answer", answer.document, {"disconnected": HOST, "revocation": "done"})
    if desk.practice.state()["tokens"]:
        complaints.append(f"Zoom has {desk.practice.state()['tokens']}")
    return complaints + nothing_kept(desk)


def check_disconnect_offline(desk):
    """TA-17: gone here at once, revoked as soon as Zoom is there."""
    desk.sign_in()
    desk.practice.fault("503", on="revoke", times=4)
    answer = desk.profile.run("account", "disconnect", HOST)
    complaints = differences("answer", answer.document, {"disconnected": HOST, "revocation": "waiting"})
    if desk.accounts() or not desk.practice.state()["tokens"]:
        complaints.append(f"{desk.accounts()} {desk.practice.state()['tokens']}")
    synced = desk.profile.run("sync")
    done = [operation["kind"] for operation in synced.document["done"]]
    if synced.status != 0 or done != ["account-revoke"] or desk.practice.state()["tokens"]:
        complaints.append(f"{synced} {desk.practice.state()['tokens']}")
    return complaints + nothing_kept(desk)


def check_removed(desk):
    """TH-21: who removed Convene at Zoom is told so by a check, and signs in again."""
    desk.sign_in()
    desk.practice.control({"revoke": {"user": HOST}})
    checked = desk.profile.run("account", "check")
    found = checked.document["accounts"][0]
    complaints = [] if checked.status == 1 and found["state"] in ("revoked", "expired") and found["problem"] else [f"{checked}"]
    made = desk.profile.run(*program.schedule("Staff Engineer", START, no_mail=True), "--wait", "3")
    if made.status != 1:
        complaints.append(f"{made}")
    again = desk.sign_in()
    synced = desk.profile.run("sync")
    if again.status != 0 or synced.status != 0:
        complaints.append(f"{again} {synced}")
    state = desk.profile.expect("show", made.document["uid"])["meeting"]
    return complaints + ([] if state is not None and state["state"] == "live" else [f"the meeting is {state}"])


def check_keyring(desk):
    """Where secrets cannot be kept, nobody is sent to the browser; the desktop's keyring is unlocked again by a person alone."""
    complaints = []
    with desk.signing_in(*BROWSER, **{BUS: f"unix:path={desk.profile.folder}/nobody"}) as waiting:
        address, answer = waiting.find_address(), waiting.finish()
    if address is not None or (answer.status, answer.code) != (1, "no-keyring"):
        complaints.append(f"without a keyring: {address} {answer}")
    keyring.lock()
    with desk.signing_in(*BROWSER) as waiting:
        address, answer = waiting.find_address(), waiting.finish()
    if address is not None or (answer.status, answer.code) != (1, "keyring-locked"):
        complaints.append(f"with a locked one: {address} {answer}")
    return complaints


def check_practice(desk):
    """Who signs in within practice is signed in for every process, although practice keeps no secret."""
    profile = program.Profile(desk.profile.program, "--practice", "--json")
    try:
        process = profile.start(*BROWSER)
        with program.ended(process):
            waiting = browser.Waiting(process)
            browser.get(browser.answer(waiting.find_address(), 1))
            answer = waiting.finish()
        complaints = differences("account", answer.document, {"address": SECOND_HOST, "method": "browser", "state": "connected"})
        checked = profile.run("account", "check", SECOND_HOST)
        if checked.status != 0:
            complaints.append(f"{checked}")
        made = profile.run(*program.schedule("Managed", START, hiring_manager=f"Hana <{SECOND_HOST}>"))
        if made.status != 0 or made.document["meeting"]["host"] != SECOND_HOST:
            complaints.append(f"{made}")
        gone = profile.run("account", "disconnect", SECOND_HOST)
        return complaints + differences("answer", gone.document, {"revocation": "done"})
    finally:
        profile.close()


def at_desk(convene, server, check):
    desk = Desk(convene, server)
    try:
        return check(desk)
    finally:
        desk.close()


def main(convene, server):
    checks = [
        ("SH-14 TA-4 by browser", check_browser),
        ("SH-14 TH-8 the desktop's browser is started", check_opens),
        ("TH-2 TA-3 HL-1 X-8 whoever has an account connects, with a basic plan too", check_basic),
        ("SH-53 several users", check_several),
        ("TA-19 the same user again", check_again),
        ("VC-5 an app of one's own", check_own_app),
        *[(f"refused: {name}", functools.partial(check_refused, act, code, words)) for name, act, code, words in REFUSALS],
        *[(f"not the answer: {name}", functools.partial(check_stranger, changes, request, told)) for name, changes, request, told in STRANGERS],
        ("SH-54 a second answer", check_second),
        ("X-14 by code", check_device),
        *[(f"by code, {name}", functools.partial(check_device_refused, switches, act, code)) for name, switches, act, code in DEVICE_REFUSALS],
        ("VC-2 no app", check_no_app),
        *[(f"SH-43 {name}", functools.partial(check_pair, variables, client)) for name, variables, client in PAIRS],
        ("VC-37 id and secret swapped", check_swapped),
        ("SH-34 server-to-server", check_server),
        ("TA-17 disconnected", check_disconnect),
        ("TA-17 disconnected offline", check_disconnect_offline),
        ("TH-21 removed at Zoom", check_removed),
        ("practice's own sign-ins", check_practice),
        ("no keyring, and a locked one", check_keyring),
    ]
    only = os.environ.get("CONVENE_TEST_ONLY", "")
    tap.run([(name, functools.partial(at_desk, convene, server, check)) for name, check in checks if only in name])


if __name__ == "__main__":
    main(os.environ["CONVENE_TEST_PROGRAM"], os.environ["CONVENE_TEST_PRACTICE_SERVER"])
