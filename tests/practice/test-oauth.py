# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Practice's Zoom signs people in as Zoom and RFC 6749, 7636 and 8252 say, and goes wrong as it is told."""

import base64
import hashlib
import json
import os
import sys
import threading

from practice import BASIC, FORM, HOST, JSON, SECOND_HOST, Practice, equal, run
from signin import SignIn, form

practice = Practice(sys.argv[1])
ROBIN = "Ur5bVt1nQ2eLrGc0aWk7Rg"
HAYDEN = "Hm2pXs8dTfyJo4vN6bZq1A"
OTHER = "Basic " + base64.b64encode(b"practice-other:practice-other").decode()


def basic(client, secret):
    return "Basic " + base64.b64encode(("%s:%s" % (client, secret)).encode()).decode()


def prepare(**switches):
    practice.reset()
    practice.set(**{"pace": False, "consent": 1, **switches})
    return SignIn(practice)


def refusal(answer):
    body = answer.json()
    return answer.status, body.get("errorCode", body.get("error"))


def me(token):
    return practice.call("GET", "/users/me", token=token)


# --- the page -----------------------------------------------------------------------------------------------------------------------------


def sh_14_page_asks_each_user():
    sign_in = prepare(consent=0)
    page = sign_in.authorize()
    equal((page.status, page.headers["content-type"].lower()), (200, "text/html;charset=utf-8"))
    equal(sorted(sign_in.links(page)), sorted([ROBIN, HAYDEN, "Ba9cKw3hRmuEi7tY5gLs0Q"]))
    equal(page.headers["cache-control"], "no-store")
    assert "default-src 'none'" in page.headers["content-security-policy"] and b"<script" not in page.body


def sh_14_allowed():
    sign_in = prepare(consent=0)
    link = sign_in.links(sign_in.authorize())[HAYDEN]
    back = sign_in.back(practice.ask("GET", link))
    equal(sorted(back), ["code", "state"])
    equal(back["state"], sign_in.state)
    tokens = sign_in.redeem(back["code"]).json()
    equal((tokens["token_type"], tokens["expires_in"], tokens["api_url"]), ("bearer", 3599, "http://127.0.0.1:%d" % practice.port))
    equal(me(tokens["access_token"]).json()["email"], SECOND_HOST)
    equal(practice.ask("GET", link).status, 400)


def th_9_declined():
    sign_in = prepare(consent=0)
    link = sign_in.links(sign_in.authorize(), 0)[ROBIN]
    equal(sign_in.back(practice.ask("GET", link)), {"error": "access_denied", "state": sign_in.state})
    equal(practice.ask("GET", link).status, 400)
    equal(practice.state()["codes"], [])
    practice.set(consent=2)
    equal(sign_in.back(sign_in.authorize()), {"error": "access_denied", "state": sign_in.state})


def answers_of_other_pages():
    sign_in = prepare(consent=0)
    link = sign_in.links(sign_in.authorize())[ROBIN]
    request = link.split("request=")[1].split("&")[0]
    for query in ["", "request=x&user=%s&allow=1" % ROBIN, "request=%s&user=nobody&allow=1" % request, "request=%s&user=%s" % (request, ROBIN),
                  "request=%s&request=%s&user=%s&allow=1" % (request, request, ROBIN)]:
        equal((query, practice.ask("GET", "/oauth/consent?" + query).status), (query, 400))
    equal(practice.ask("GET", link).status, 302)


def consent_user():
    for number, address in enumerate([HOST, SECOND_HOST, "basic@example.com"]):
        sign_in = prepare(consent_user=number)
        equal(me(sign_in.tokens()["access_token"]).json()["email"], address)


def sh_54_state_is_echoed():
    sign_in = prepare()
    for state in ["a b&c=d", '{"x": "y/z"}', "é日", "%41", ""]:
        equal(sign_in.back(sign_in.authorize(state=state)).get("state", ""), state)
    equal("state" in sign_in.back(sign_in.authorize(state=None)), False)


def vc_35_redirect_addresses():
    sign_in = prepare()
    good = "http://127.0.0.1/oauth/callback"
    for uri, status in [(good, 302), ("http://127.0.0.1:1/oauth/callback", 302), ("http://127.0.0.1:65535/oauth/callback", 302), (None, 400), ("", 400),
                        ("http://localhost/oauth/callback", 400), ("http://[::1]/oauth/callback", 400), ("https://127.0.0.1/oauth/callback", 400),
                        (good + "/", 400), (good + "?x=1", 400), ("http://127.0.0.1/OAuth/callback", 400), ("http://127.0.0.1:/oauth/callback", 400),
                        ("http://127.0.0.1:1x/oauth/callback", 400), ("http://127.0.0.1.example.org/oauth/callback", 400),
                        ("http://127.0.0.1@example.org/oauth/callback", 400), ("http://127.0.0.1:123456/oauth/callback", 400)]:
        answer = sign_in.authorize(redirect_uri=uri)
        equal((uri, answer.status), (uri, status))
        if status == 400:
            equal(answer.json(), {"status": False, "errorCode": 4700, "errorMessage": "Invalid redirect url", "result": None})


def pages_that_lead_nowhere():
    sign_in = prepare()
    for more, code in [({"client_id": "nobody"}, 4702), ({"client_id": None}, 4702), ({"scope": "user:read:user account:write"}, 4700)]:
        equal((more, refusal(sign_in.authorize(**more))), (more, (400, code)))
    equal(sign_in.authorize(scope="user:read:user meeting:write:meeting").status, 302)
    practice.set(app_enabled=0)
    equal(refusal(sign_in.authorize()), (400, 4717))
    equal(refusal(practice.ask("GET", "/oauth/authorize?client_id=practice&client_id=practice")), (400, 4700))
    equal(practice.ask("POST", "/oauth/authorize", form(client_id="practice"), {"Content-Type": FORM}).status, 404)


def errors_that_lead_back():
    sign_in = prepare()
    for more, error in [({"response_type": "token"}, "unsupported_response_type"), ({"response_type": None}, "unsupported_response_type"),
                        ({"code_challenge": None}, "invalid_request"), ({"code_challenge_method": None}, "invalid_request"),
                        ({"code_challenge_method": "plain"}, "invalid_request"), ({"code_challenge_method": "s256"}, "invalid_request"),
                        ({"code_challenge": sign_in.challenge + "="}, "invalid_request"), ({"code_challenge": "x" * 42 + "+"}, "invalid_request")]:
        equal((more, sign_in.back(sign_in.authorize(**more))), (more, {"error": error, "state": sign_in.state}))


def th_4_not_approved_yet():
    sign_in = prepare()
    tokens = sign_in.tokens()
    practice.set(pre_approved=0)
    page = sign_in.authorize()
    equal((page.status, page.headers["content-type"].lower()), (200, "text/html;charset=utf-8"))
    assert b"pre-approve" in page.body and "location" not in page.headers
    equal(refusal(sign_in.refresh(tokens["refresh_token"])), (400, 4738))
    equal(me(tokens["access_token"]).status, 200)


# --- the code -----------------------------------------------------------------------------------------------------------------------------


def code_is_good_once():
    sign_in = prepare()
    code = sign_in.code()
    tokens = sign_in.redeem(code).json()
    equal(me(tokens["access_token"]).status, 200)
    second = sign_in.refresh(tokens["refresh_token"]).json()
    again = sign_in.redeem(code)
    equal((again.status, again.json()), (400, {"reason": "Invalid authorization code", "error": "invalid_grant"}))
    # RFC 6749 section 4.1.2: what it brought ends
    for token in (tokens["access_token"], second["access_token"]):
        equal(me(token).status, 401)
    equal(refusal(sign_in.refresh(second["refresh_token"])), (400, "invalid_grant"))


def code_used_twice_spares_others():
    sign_in = prepare(second_login_revokes=0)
    older = sign_in.tokens()
    code = sign_in.code()
    sign_in.redeem(code)
    sign_in.redeem(code)
    equal(me(older["access_token"]).status, 200)


def codes_that_are_refused():
    for name, more, wanted in [("unknown", {"code": "x"}, (400, "invalid_grant")), ("none", {"code": None}, (400, "invalid_request")),
                               ("no redirect", {"redirect_uri": None}, (400, "invalid_request")),
                               ("another port", {"redirect_uri": "http://127.0.0.1:43211/oauth/callback"}, (400, "invalid_grant")),
                               ("another verifier", {"code_verifier": "x" * 43}, (400, "invalid_grant")),
                               ("no verifier", {"code_verifier": None}, (400, "invalid_grant")),
                               ("another client", {"client_id": "practice-other"}, (400, "invalid_grant")),
                               ("unknown client", {"client_id": "nobody"}, (401, "invalid_client")), ("no client", {"client_id": None}, (401, "invalid_client")),
                               ("secret in the form", {"client_secret": "practice"}, (401, "invalid_client"))]:
        sign_in = prepare()
        answer = sign_in.redeem(**{"code": sign_in.code(), **more})
        equal((name, refusal(answer)), (name, wanted))
        equal((name, practice.state()["tokens"]), (name, []))


def wrong_verifier_uses_the_code_up():
    sign_in = prepare()
    code = sign_in.code()
    sign_in.redeem(code, code_verifier="x" * 43)
    equal(refusal(sign_in.redeem(code)), (400, "invalid_grant"))


def another_client_leaves_the_code():
    sign_in = prepare()
    code = sign_in.code()
    sign_in.redeem(code, client_id="practice-other")
    equal(sign_in.redeem(code).status, 200)


def verifiers():
    # RFC 7636 appendix B, and what a verifier may be made of
    for verifier, status in [("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", 200), ("a" * 128, 200), ("~._-" * 11, 200), ("a" * 42, 400), ("a" * 129, 400),
                             ("a" * 42 + "+", 400), ("a" * 42 + " ", 400)]:
        sign_in = prepare()
        sign_in.verifier = verifier
        sign_in.challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        equal((verifier, sign_in.redeem(sign_in.code()).status), (verifier, status))


def vector_of_the_rfc():
    sign_in = prepare()
    sign_in.verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    sign_in.challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    equal(sign_in.redeem(sign_in.code()).status, 200)


def plain_challenge_by_switch():
    sign_in = prepare(plain_pkce=1)
    for method in ("plain", None):
        code = sign_in.back(sign_in.authorize(code_challenge=sign_in.verifier, code_challenge_method=method))["code"]
        equal(sign_in.redeem(code).status, 200)


def code_expires():
    sign_in = prepare()
    code = sign_in.code()
    practice.set(clock_offset_us=301 * 1000000)
    equal(refusal(sign_in.redeem(code)), (400, "invalid_grant"))
    practice.set(clock_offset_us=0, code_life_s=0)
    equal(refusal(sign_in.redeem(sign_in.code())), (400, "invalid_grant"))


def one_of_two_at_once():
    sign_in = prepare()
    code = sign_in.code()
    statuses = []
    threads = [threading.Thread(target=lambda: statuses.append(sign_in.redeem(code).status)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    equal(sorted(statuses), [200, 400])


def a_name_twice():
    sign_in = prepare()
    fields = form(grant_type="authorization_code", code=sign_in.code(), redirect_uri=sign_in.redirect, code_verifier=sign_in.verifier, client_id="practice")
    equal(refusal(practice.grant(fields + "&client_id=practice", None)), (400, "invalid_request"))
    equal(practice.grant(fields, None).status, 200)


def kept_over_a_crash():
    sign_in = prepare()
    code = sign_in.code()
    practice.kill()
    practice.start()
    tokens = sign_in.redeem(code).json()
    practice.kill()
    practice.start()
    equal(refusal(sign_in.redeem(code)), (400, "invalid_grant"))
    equal(me(tokens["access_token"]).status, 401)


# --- clients ------------------------------------------------------------------------------------------------------------------------------


def sh_43_confidential_and_other_clients():
    for client, authorization in [("practice", BASIC), ("practice-other", OTHER), ("practice-other", None)]:
        prepare()
        sign_in = SignIn(practice, client, authorization=authorization)
        tokens = sign_in.tokens()
        again = sign_in.refresh(tokens["refresh_token"])
        equal((client, again.status), (client, 200))
        equal((client, sign_in.revoke(again.json()["access_token"]).status), (client, 200))


def vc_37_wrong_client():
    sign_in = prepare()
    for authorization in [basic("practice", "wrong"), basic("practice", "practice-other"), basic("wrong", "practice"), basic("", ""), "Basic x", "Bearer x"]:
        answer = sign_in.redeem(sign_in.code())
        equal(answer.status, 200)
        wrong = SignIn(practice, authorization=authorization)
        equal((authorization, refusal(wrong.redeem("x"))), (authorization, (401, "invalid_client")))
        equal((authorization, wrong.revoke(answer.json()["access_token"]).status), (authorization, 401))
    equal(refusal(SignIn(practice, authorization=BASIC).redeem("x", client_id="practice-other")), (401, "invalid_client"))


def apps_keep_apart():
    sign_in = prepare()
    first = sign_in.tokens()
    other = SignIn(practice, "practice-other")
    second = other.tokens()
    equal((me(first["access_token"]).status, me(second["access_token"]).status), (200, 200))
    equal(refusal(other.refresh(first["refresh_token"])), (400, "invalid_grant"))
    equal(other.revoke(first["access_token"]).status, 400)
    sign_in.revoke(first["access_token"])
    equal((me(first["access_token"]).status, me(second["access_token"]).status), (401, 200))


# --- refreshing ---------------------------------------------------------------------------------------------------------------------------


def sh_16_rotation():
    sign_in = prepare()
    first = sign_in.tokens()
    second = sign_in.refresh(first["refresh_token"]).json()
    assert second["refresh_token"] != first["refresh_token"]
    equal(refusal(sign_in.refresh(first["refresh_token"])), (400, "invalid_grant"))
    equal(sign_in.refresh(second["refresh_token"]).status, 200)


def no_rotation():
    sign_in = prepare(rotate=0)
    first = sign_in.tokens()
    for _ in range(2):
        equal(sign_in.refresh(first["refresh_token"]).json()["refresh_token"], first["refresh_token"])


def grace():
    sign_in = prepare(refresh_grace=1)
    first = sign_in.tokens()["refresh_token"]
    lost = sign_in.refresh(first).json()["refresh_token"]
    second = sign_in.refresh(first).json()["refresh_token"]
    equal(refusal(sign_in.refresh(lost)), (400, "invalid_grant"))
    third = sign_in.refresh(second).json()["refresh_token"]
    equal(refusal(sign_in.refresh(first)), (400, "invalid_grant"))
    equal(sign_in.refresh(third).status, 200)


def lost_refresh():
    for kept, wanted in [(0, 400), (1, 200)]:
        sign_in = prepare(refresh_grace=kept)
        practice.fault("lost-refresh")
        token = sign_in.tokens()["refresh_token"]
        try:
            sign_in.refresh(token)
            raise AssertionError("there was an answer")
        except ConnectionError:
            pass
        equal((kept, sign_in.refresh(token).status), (kept, wanted))
        equal(practice.state()["grants"], {"authorization_code": 1, "refresh_token": 2})


def newer_sign_in():
    for code, wanted in [(0, "invalid_grant"), (4741, 4741), (4740, 4740)]:
        sign_in = prepare(newer_login_code=code)
        first = sign_in.tokens()
        sign_in.tokens()
        equal(refusal(sign_in.refresh(first["refresh_token"])), (400, wanted))
        equal(me(first["access_token"]).status, 401)
        equal(refusal(sign_in.refresh("x")), (400, "invalid_grant"))


def lives():
    sign_in = prepare(access_life_s=310)
    tokens = sign_in.tokens()
    equal(tokens["expires_in"], 310)
    practice.set(clock_offset_us=311 * 1000000)
    equal(me(tokens["access_token"]).json()["message"], "Access token is expired.")
    equal(sign_in.refresh(tokens["refresh_token"]).status, 200)


def switched_off():
    sign_in = prepare()
    code = sign_in.code()
    token = sign_in.tokens()["refresh_token"]
    practice.set(app_enabled=0)
    equal(refusal(sign_in.refresh(token)), (400, 4717))
    equal(refusal(sign_in.redeem(code)), (400, 4717))
    practice.set(app_enabled=1)
    equal(sign_in.refresh(token).status, 200)


def th_21_removed_at_zoom():
    sign_in = prepare()
    tokens = sign_in.tokens()
    practice.control({"revoke": {"user": HOST}})
    equal(me(tokens["access_token"]).code(), 124)
    equal(refusal(sign_in.refresh(tokens["refresh_token"])), (400, "invalid_grant"))


def ta_7_scopes_of_the_app():
    sign_in = prepare()
    before = sign_in.tokens()
    assert "user:read:list_schedulers" in before["scope"].split()
    practice.control({"scopes": "user:read:user"})
    equal(sign_in.refresh(before["refresh_token"]).json()["scope"], before["scope"])
    equal(sign_in.tokens()["scope"], "user:read:user")
    equal(practice.grant("grant_type=account_credentials&account_id=practice").json()["scope"], "user:read:user:admin")
    practice.control({"scopes": None})
    equal(sign_in.tokens()["scope"], before["scope"])


def standing_token():
    sign_in = prepare()
    standing = "practice." + ROBIN
    equal(refusal(sign_in.refresh(standing)), (400, "invalid_grant"))
    tokens = sign_in.tokens()
    for _ in range(2):
        answer = sign_in.refresh(standing).json()
        equal(answer["refresh_token"], standing)
        equal(me(answer["access_token"]).json()["email"], HOST)
    equal(sign_in.refresh(tokens["refresh_token"]).status, 200)
    equal(refusal(SignIn(practice, "practice-other").refresh(standing)), (400, "invalid_grant"))
    equal(sign_in.revoke(standing).status, 200)
    equal(refusal(sign_in.refresh(standing)), (400, "invalid_grant"))


# --- faults -------------------------------------------------------------------------------------------------------------------------------


def refusals_by_fault():
    for name, wanted in [("4709", (400, 4709)), ("4717", (400, 4717)), ("4738", (400, 4738)), ("4741", (400, 4741)), ("access-denied", (400, "access_denied")),
                         ("authorization-pending", (400, "authorization_pending")), ("slow-down", (400, "slow_down")), ("expired-token", (400, "expired_token")),
                         ("invalid-client", (401, "invalid_client")), ("invalid-grant", (400, "invalid_grant"))]:
        sign_in = prepare()
        code = sign_in.code()
        practice.fault(name, **({"on": "token"} if name.startswith("invalid") else {}))
        equal((name, refusal(sign_in.redeem(code))), (name, wanted))
        equal((name, sign_in.redeem(code).status), (name, 200))


def faults_of_one_grant():
    sign_in = prepare()
    practice.fault("4741", match="refresh_token")
    tokens = sign_in.tokens()
    equal(refusal(sign_in.refresh(tokens["refresh_token"])), (400, 4741))
    equal(sign_in.refresh(tokens["refresh_token"]).status, 200)
    practice.fault("500", on="token", match="authorization_code")
    equal(sign_in.refresh(sign_in.refresh("practice." + ROBIN).json()["refresh_token"]).status, 200)
    equal(sign_in.redeem(sign_in.code()).status, 500)


def faults_of_the_page():
    sign_in = prepare()
    practice.fault("access-denied", on="authorize")
    equal(sign_in.back(sign_in.authorize()), {"error": "access_denied", "state": sign_in.state})
    practice.fault("access-denied", on="authorize", error="server_error", description="Not now")
    equal(sign_in.back(sign_in.authorize()), {"error": "server_error", "error_description": "Not now", "state": sign_in.state})
    practice.fault("4709", on="authorize")
    equal(refusal(sign_in.authorize()), (400, 4709))
    practice.fault("500", on="authorize")
    equal(sign_in.authorize().status, 500)
    equal((sign_in.authorize().status, practice.state()["counts"]["authorize"]), (302, 5))


def other_answers():
    sign_in = prepare()
    practice.fault("html")
    answer = sign_in.redeem(sign_in.code())
    equal((answer.status, answer.headers["content-type"].lower()), (200, "text/html"))
    practice.fault("html", status=403, when="after")
    code = sign_in.code()
    equal(sign_in.redeem(code).status, 403)
    equal(refusal(sign_in.redeem(code)), (400, "invalid_grant"))
    for status in (302, 307):
        practice.fault("redirect", to="http://127.0.0.1:9/elsewhere", status=status)
        answer = sign_in.redeem(sign_in.code())
        equal((answer.status, answer.headers["location"]), (status, "http://127.0.0.1:9/elsewhere"))


def other_api():
    sign_in = prepare()
    practice.fault("bad-api-url", times=2)
    equal(sign_in.tokens()["api_url"], "https://api.example.com")
    practice.reset()
    practice.set(consent=1)
    practice.fault("bad-api-url", url="http://api.zoom.us")
    tokens = sign_in.tokens()
    equal(tokens["api_url"], "http://api.zoom.us")
    equal(me(tokens["access_token"]).status, 200)


# --- what practice says of itself ---------------------------------------------------------------------------------------------------------


def ta_16_state_has_hashes_alone():
    sign_in = prepare()
    code = sign_in.code()
    tokens = sign_in.redeem(code).json()
    state = practice.state()
    kinds = {token["kind"]: token for token in state["tokens"]}
    equal(kinds["access"]["hash"], hashlib.sha256(tokens["access_token"].encode()).hexdigest())
    equal(kinds["refresh"]["hash"], hashlib.sha256(tokens["refresh_token"].encode()).hexdigest())
    equal([(token["user"], token["client"], token["scopes"]) for token in state["tokens"]], [(HOST, "practice", tokens["scope"])] * 2)
    equal([(item["user"], item["used"], item["hash"]) for item in state["codes"]], [(HOST, True, hashlib.sha256(code.encode()).hexdigest())])
    equal(state["grants"], {"authorization_code": 1})
    with open(os.path.join(practice.folder, "zoom.journal")) as file:
        journal = file.read()
    for secret in (code, tokens["access_token"], tokens["refresh_token"], sign_in.verifier):
        assert secret not in journal and secret not in str(state)


def no_other_users_page():
    sign_in = prepare()
    for origin in ["http://example.org", "null", "http://127.0.0.1:%d" % practice.port]:
        answer = practice.ask("GET", "/oauth/authorize?client_id=practice", None, {"Origin": origin})
        equal((origin, answer.status), (origin, 403))
    equal(sign_in.authorize().status, 302)


def wrong_commands():
    prepare()
    for command in [{"revoke": {"user": "nobody@example.com"}}, {"delegate": {"host": HOST}}, {"device": {}}, {"scopes": 1}]:
        equal((command, practice.ask("POST", "/practice/control", json.dumps(command), {"Content-Type": JSON}).status), (command, 400))


def the_end():
    practice.close()


run([sh_14_page_asks_each_user, sh_14_allowed, th_9_declined, answers_of_other_pages, consent_user, sh_54_state_is_echoed, vc_35_redirect_addresses,
     pages_that_lead_nowhere, errors_that_lead_back, th_4_not_approved_yet, code_is_good_once, code_used_twice_spares_others, codes_that_are_refused,
     wrong_verifier_uses_the_code_up, another_client_leaves_the_code, verifiers, vector_of_the_rfc, plain_challenge_by_switch, code_expires,
     one_of_two_at_once, a_name_twice, kept_over_a_crash, sh_43_confidential_and_other_clients, vc_37_wrong_client, apps_keep_apart, sh_16_rotation,
     no_rotation, grace, lost_refresh, newer_sign_in, lives, switched_off, th_21_removed_at_zoom, ta_7_scopes_of_the_app, standing_token,
     refusals_by_fault, faults_of_one_grant, faults_of_the_page, other_answers, other_api, ta_16_state_has_hashes_alone, no_other_users_page,
     wrong_commands, the_end])
