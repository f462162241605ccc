# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Practice's Zoom signs in with a code on another device as RFC 8628 says, and goes wrong as it is told."""

import re
import sys

from practice import BASIC, FORM, HOST, SECOND_HOST, Practice, equal, run
from signin import form

practice = Practice(sys.argv[1])
GRANT = "urn:ietf:params:oauth:grant-type:device_code"
ROBIN = "Ur5bVt1nQ2eLrGc0aWk7Rg"
clock = 0


def prepare(**switches):
    global clock
    clock = 0
    practice.reset()
    practice.set(pace=False, **switches)


def wait(seconds):
    """By practice's clock, which the test need not wait for."""
    global clock
    clock += seconds
    practice.set(clock_offset_us=clock * 1000000)


def begin(client="practice", authorization=None):
    headers = {"Content-Type": FORM, **({"Authorization": authorization} if authorization else {})}
    return practice.ask("POST", "/oauth/devicecode", form(client_id=client), headers)


def poll(device_code, client="practice", authorization=None, **more):
    return practice.grant(form(grant_type=GRANT, device_code=device_code, client_id=client, **more), authorization)


def refusal(answer):
    body = answer.json()
    return answer.status, body.get("errorCode", body.get("error"))


def allow(code=None, user=HOST, yes=True):
    practice.control({"device": {"user": user, "allow": yes, **({"user_code": code} if code else {})}})


def device():
    return practice.state()["devices"][-1]


def sh_7_codes():
    prepare()
    body = begin().json()
    place = "http://127.0.0.1:%d/oauth/device" % practice.port
    assert re.fullmatch("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}", body["user_code"]), body
    equal((body["verification_uri"], body["verification_uri_complete"]), (place, place + "?user_code=" + body["user_code"]))
    equal((body["expires_in"], body["interval"]), (900, 5))
    assert len(body["device_code"]) >= 40 and begin().json()["device_code"] != body["device_code"]


def sh_7_allowed():
    prepare()
    body = begin().json()
    equal(refusal(poll(body["device_code"])), (400, "authorization_pending"))
    allow(body["user_code"], SECOND_HOST)
    wait(6)
    tokens = poll(body["device_code"]).json()
    equal(practice.call("GET", "/users/me", token=tokens["access_token"]).json()["email"], SECOND_HOST)
    equal(practice.grant(form(grant_type="refresh_token", refresh_token=tokens["refresh_token"], client_id="practice"), None).status, 200)
    wait(10)
    equal(refusal(poll(body["device_code"])), (400, "invalid_grant"))
    equal((device()["state"], device()["user"], device()["polls"]), ("used", SECOND_HOST, 2))
    equal(practice.state()["grants"], {"device_code": 3, "refresh_token": 1})


def th_9_declined():
    prepare()
    body = begin().json()
    allow(yes=False)
    equal(refusal(poll(body["device_code"])), (400, "access_denied"))
    equal(practice.state()["tokens"], [])


def too_soon():
    prepare()
    code = begin().json()["device_code"]
    equal(refusal(poll(code)), (400, "authorization_pending"))
    wait(4)
    equal(refusal(poll(code)), (400, "slow_down"))
    wait(6)
    equal(refusal(poll(code)), (400, "slow_down"))
    wait(16)
    equal((refusal(poll(code)), device()["interval"]), ((400, "authorization_pending"), 15))


def slow_down_by_switch():
    prepare(device_slow_down=2, device_interval_s=0)
    code = begin().json()["device_code"]
    equal(refusal(poll(code)), (400, "slow_down"))
    wait(11)
    equal(refusal(poll(code)), (400, "slow_down"))
    wait(11)
    equal(refusal(poll(code)), (400, "authorization_pending"))


def no_interval():
    prepare(device_interval_s=0)
    code = begin().json()["device_code"]
    for _ in range(3):
        equal(refusal(poll(code)), (400, "authorization_pending"))
    allow()
    equal(poll(code).status, 200)


def expires():
    prepare(device_life_s=60)
    body = begin().json()
    equal(body["expires_in"], 60)
    wait(61)
    equal(refusal(poll(body["device_code"])), (400, "expired_token"))
    equal(device()["state"], "expired")
    equal(practice.ask("GET", "/oauth/device?user_code=" + body["user_code"]).status, 400)


def clients():
    prepare()
    equal(refusal(begin("nobody")), (401, "invalid_client"))
    equal(refusal(begin(None)), (401, "invalid_client"))
    code = begin("practice-other").json()["device_code"]
    equal(refusal(poll(code)), (400, "invalid_grant"))
    equal(refusal(poll(code, "nobody")), (401, "invalid_client"))
    equal(refusal(poll(code, "practice-other")), (400, "authorization_pending"))
    code = begin(None, BASIC).json()["device_code"]
    equal(refusal(poll(code, None, BASIC)), (400, "authorization_pending"))
    equal(refusal(poll("x")), (400, "invalid_grant"))
    equal(refusal(poll(None)), (400, "invalid_request"))


def switched_off():
    prepare(device_enabled=0)
    equal(begin().json(), {"reason": "Device flow is not enabled for this app", "error": "unauthorized_client"})
    practice.set(device_enabled=1)
    code = begin().json()["device_code"]
    practice.set(app_enabled=0)
    equal((refusal(begin()), refusal(poll(code))), ((400, 4717), (400, 4717)))
    practice.set(app_enabled=1, pre_approved=0)
    equal(refusal(poll(code)), (400, 4738))


def page():
    prepare()
    body = begin().json()
    assert b'name="user_code"' in practice.ask("GET", "/oauth/device").body
    asked = practice.ask("GET", "/oauth/device?user_code=" + body["user_code"])
    assert asked.status == 200 and ROBIN.encode() in asked.body
    equal(practice.ask("GET", "/oauth/device?user_code=BBBB-BBBB").status, 400)
    fields = form(user_code=body["user_code"].lower().replace("-", " "), user=ROBIN, allow="1")
    own = {"Content-Type": FORM, "Origin": "http://127.0.0.1:%d" % practice.port}
    for origin in ("http://example.org", "null", "http://localhost:%d" % practice.port):
        equal((origin, practice.ask("POST", "/oauth/device", fields, {**own, "Origin": origin}).status), (origin, 403))
    equal(practice.ask("POST", "/oauth/device", fields, own).status, 200)
    equal(practice.ask("POST", "/oauth/device", fields, own).status, 400)
    equal(poll(body["device_code"]).status, 200)


def page_that_answers_itself():
    for consent, wanted in [(1, (200, None)), (2, (400, "access_denied"))]:
        prepare(consent=consent, consent_user=1)
        body = begin().json()
        equal(practice.ask("GET", body["verification_uri_complete"].partition(str(practice.port))[2]).status, 200)
        equal(refusal(poll(body["device_code"])), wanted)


def kept_over_a_crash():
    prepare(device_interval_s=0)
    body = begin().json()
    allow(body["user_code"])
    practice.kill()
    practice.start()
    equal(poll(body["device_code"]).status, 200)
    practice.kill()
    practice.start()
    equal(refusal(poll(body["device_code"])), (400, "invalid_grant"))
    with open(practice.folder + "/zoom.journal") as file:
        assert body["device_code"] not in file.read()


def faults():
    prepare(device_interval_s=0)
    code = begin().json()["device_code"]
    allow()
    for name in ("authorization-pending", "slow-down", "expired-token", "access-denied"):
        practice.fault(name, match="device_code")
        equal((name, refusal(poll(code))), (name, (400, name.replace("-", "_"))))
    equal(poll(code).status, 200)
    for name, status in [("500", 500), ("4717", 400), ("html", 200), ("invalid-json", 200)]:
        practice.fault(name, on="devicecode")
        equal((name, begin().status), (name, status))
    equal((begin().status, practice.state()["counts"]["devicecode"]), (200, 6))


def newest_that_waits():
    prepare(device_interval_s=0)
    first, second = begin().json(), begin().json()
    allow()
    equal((refusal(poll(first["device_code"])), poll(second["device_code"]).status), ((400, "authorization_pending"), 200))
    allow()
    equal(poll(first["device_code"]).status, 200)


def the_end():
    practice.close()


run([sh_7_codes, sh_7_allowed, th_9_declined, too_soon, slow_down_by_switch, no_interval, expires, clients, switched_off, page, page_that_answers_itself,
     kept_over_a_crash, faults, newest_that_waits, the_end])
