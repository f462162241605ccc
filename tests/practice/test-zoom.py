# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Practice's Zoom against the rules of Zoom's documentation: request, then status and code."""

import base64
import datetime
import json
import os
import subprocess
import sys

from practice import BASIC, FORM, HOST, JSON, SECOND_HOST, Practice, Skip, equal, run

practice = Practice(sys.argv[1])
practice.set(pace=False, daily_limit=100000)


def put(body, **more):
    return practice.call("POST", "/users/%s/meetings" % HOST, body, **more)


# --- the token endpoint -------------------------------------------------------------------------------------------------------------------

S2S = "grant_type=account_credentials&account_id=practice"
OTHER = "Basic " + base64.b64encode(b"practice:wrong").decode()
GRANTS = [
    ("server to server", S2S, BASIC, 200, None),
    ("wrong secret", S2S, OTHER, 401, "invalid_client"),
    ("no client", S2S, None, 401, "invalid_client"),
    ("wrong account", "grant_type=account_credentials&account_id=other", BASIC, 400, "invalid_request"),
    ("no account", "grant_type=account_credentials", BASIC, 400, "invalid_request"),
    ("no grant", "account_id=practice", BASIC, 400, "invalid_request"),
    ("unknown grant", "grant_type=password", BASIC, 400, "unsupported_grant_type"),
    ("unknown refresh token", "grant_type=refresh_token&refresh_token=x", BASIC, 400, "invalid_grant"),
    ("public client with unknown token", "grant_type=refresh_token&refresh_token=x&client_id=practice", None, 400, "invalid_grant"),
    ("public client of another name", "grant_type=refresh_token&refresh_token=x&client_id=other", None, 401, "invalid_client"),
]


def grants():
    for name, fields, authorization, status, error in GRANTS:
        answer = practice.grant(fields, authorization)
        equal((name, answer.status, answer.code()), (name, status, error))


def account_token():
    body = practice.grant(S2S).json()
    equal(body["token_type"], "bearer")
    equal(body["expires_in"], 3599)
    equal(body["api_url"], "http://127.0.0.1:%d" % practice.port)
    assert "refresh_token" not in body and "meeting:write:meeting:admin" in body["scope"].split()
    assert len(body["access_token"]) > 400


def refusal_has_reason():
    equal(practice.grant("grant_type=refresh_token&refresh_token=x").json(), {"reason": "Invalid Token!", "error": "invalid_grant"})


def refresh_rotates():
    first = practice.login()
    second = practice.grant("grant_type=refresh_token&refresh_token=" + first["refresh_token"]).json()
    assert second["refresh_token"] != first["refresh_token"]
    equal(practice.grant("grant_type=refresh_token&refresh_token=" + first["refresh_token"]).code(), "invalid_grant")
    equal(practice.call("GET", "/users/me", token=first["access_token"]).status, 200)
    equal(practice.call("GET", "/users/me", token=second["access_token"]).status, 200)
    equal(practice.grant("grant_type=refresh_token&client_id=practice&refresh_token=" + second["refresh_token"], None).status, 200)


def second_login_ends_the_first():
    first = practice.login()
    practice.login()
    equal(practice.call("GET", "/users/me", token=first["access_token"]).code(), 124)
    equal(practice.grant("grant_type=refresh_token&refresh_token=" + first["refresh_token"]).code(), "invalid_grant")


def second_login_may_leave_the_first():
    practice.set(second_login_revokes=False)
    first = practice.login()
    practice.login()
    equal(practice.call("GET", "/users/me", token=first["access_token"]).status, 200)
    practice.set(second_login_revokes=True)


def one_token_at_a_time():
    practice.set(one_token=True)
    first = practice.account_token()
    practice.account_token()
    equal(practice.call("GET", "/users/" + HOST, token=first).code(), 124)
    practice.set(one_token=False)
    practice.access_token = None


def revoke():
    tokens = practice.login()
    answer = practice.ask("POST", "/oauth/revoke", "token=" + tokens["access_token"], {"Authorization": BASIC, "Content-Type": FORM})
    equal((answer.status, answer.json()), (200, {"status": "success"}))
    equal(practice.call("GET", "/users/me", token=tokens["access_token"]).status, 401)
    equal(practice.grant("grant_type=refresh_token&refresh_token=" + tokens["refresh_token"]).code(), "invalid_grant")


def tokens_end_after_an_hour():
    token = practice.account_token()
    practice.set(clock_offset_us=3600 * 1000000)
    answer = practice.call("GET", "/users/" + HOST, token=token)
    equal((answer.status, answer.code(), answer.json()["message"]), (401, 124, "Access token is expired."))
    practice.set(clock_offset_us=0)


def refresh_tokens_end_after_ninety_days():
    tokens = practice.login()
    practice.set(clock_offset_us=91 * 86400 * 1000000)
    equal(practice.grant("grant_type=refresh_token&refresh_token=" + tokens["refresh_token"]).code(), "invalid_grant")
    practice.set(clock_offset_us=0)


# --- who may do what ----------------------------------------------------------------------------------------------------------------------


def who_may():
    account = practice.account_token()
    user = practice.login()["access_token"]
    few = practice.login(SECOND_HOST, scope="user:read:user meeting:read:list_meetings")["access_token"]
    classic = "meeting:write"
    for method, path, token, status, code in [
        ("GET", "/users/" + HOST, account, 200, None),
        ("GET", "/users/" + HOST.upper(), account, 200, None),
        ("GET", "/users/recruiter%40example.com", account, 200, None),
        ("GET", "/users/Ur5bVt1nQ2eLrGc0aWk7Rg", account, 200, None),
        ("GET", "/users/nobody@example.com", account, 404, 1001),
        ("GET", "/users/nobody@example.com/meetings", account, 404, 1001),
        ("POST", "/users/nobody@example.com/meetings", account, 404, 1001),
        ("GET", "/users/me", account, 400, 4711),
        ("POST", "/users/me/meetings", account, 400, 4711),
        ("GET", "/users/me", user, 200, None),
        ("GET", "/users/" + HOST, user, 400, 4711),
        ("POST", "/users/me/meetings", few, 400, 4711),
        ("GET", "/users/me/meetings", few, 200, None),
        ("GET", "/meetings/81111111111", few, 400, 4711),
        ("GET", "/users/me", "x", 401, 124),
        ("GET", "/users/me/", user, 404, 2300),
        ("GET", "/meetings/", account, 404, 2300),
        ("GET", "/", account, 404, 2300),
        ("GET", "/meeting/1", account, 404, 2300),
        ("PUT", "/meetings/81111111111", account, 405, 405),
        ("DELETE", "/users/me/meetings", account, 405, 405),
        ("GET", "/meetings/81111111111", account, 404, 3001),
        ("GET", "/meetings/-1", account, 404, 3001),
        ("GET", "/meetings/99999999999999999999999", account, 404, 3001),
        ("GET", "/meetings/abc", account, 404, 3001),
        ("PATCH", "/meetings/81111111111", account, 404, 3001),
        ("DELETE", "/meetings/81111111111", account, 404, 3001),
    ]:
        answer = practice.call(method, path, {} if method in ("POST", "PATCH") else None, token)
        equal((method, path, answer.status, answer.code() if answer.status > 204 else None), (method, path, status, code))
    token = practice.login(scope=classic)["access_token"]
    equal(practice.create("me", token).status, 201)


def no_token():
    for headers in ({}, {"Authorization": "Basic x"}, {"Authorization": "Bearer"}):
        answer = practice.ask("GET", "/v2/users/me", None, headers)
        equal((answer.status, answer.code()), (401, 124))


def scope_message():
    token = practice.login(scope="user:read:user")["access_token"]
    message = practice.create("me", token).json()["message"]
    equal(message, "Invalid access token, does not contain scopes:[meeting:write:meeting, meeting:write:meeting:admin].")


def others_meetings():
    number = practice.create(SECOND_HOST).json()["id"]
    token = practice.login()["access_token"]
    path = "/meetings/%d" % number
    equal(practice.call("GET", path, token=token).code(), 3001)
    equal(practice.call("PATCH", path, {"topic": "x"}, token).code(), 3003)
    equal(practice.call("DELETE", path, token=token).code(), 3003)
    equal(practice.call("GET", path).status, 200)


def the_user():
    body = practice.call("GET", "/users/" + HOST).json()
    equal((body["email"], body["type"], body["timezone"], body["display_name"]), (HOST, 2, "America/New_York", "Robin Recruiter"))
    equal(practice.call("GET", "/users/basic@example.com").json()["type"], 1)


# --- what a meeting may say ---------------------------------------------------------------------------------------------------------------

FIELDS = [
    ({}, []),
    ({"topic": "x" * 200}, []),
    ({"topic": "é" * 200}, []),
    ({"topic": "x" * 201}, ["topic"]),
    ({"topic": 1}, ["topic"]),
    ({"topic": None}, []),
    ({"agenda": "日" * 2000}, []),
    ({"agenda": "日" * 2001}, ["agenda"]),
    ({"type": 1}, []),
    ({"type": 2}, []),
    ({"type": 4}, ["type"]),
    ({"type": "2"}, ["type"]),
    ({"type": 8, "recurrence": {"type": 1}}, []),
    ({"type": 8, "recurrence": {}}, ["recurrence.type"]),
    ({"recurrence": {"type": 1, "end_times": 61}}, ["recurrence.end_times"]),
    ({"start_time": "2026-12-01T15:00:00Z"}, []),
    ({"start_time": "2026-12-01T15:00:00"}, []),
    ({"start_time": "2026-12-01T15:00:00.000Z"}, ["start_time"]),
    ({"start_time": "2026-12-01T15:00:00+02:00"}, ["start_time"]),
    ({"start_time": "2026-12-01T15:00"}, ["start_time"]),
    ({"start_time": "2026-12-01 15:00:00"}, ["start_time"]),
    ({"start_time": "2026-13-01T15:00:00"}, ["start_time"]),
    ({"start_time": "2026-02-29T15:00:00"}, ["start_time"]),
    ({"start_time": "2026-12-01T24:00:00"}, ["start_time"]),
    ({"start_time": ""}, ["start_time"]),
    ({"start_time": 1796137200}, ["start_time"]),
    ({"timezone": "Europe/Berlin"}, []),
    ({"timezone": "UTC"}, []),
    ({"timezone": "Europe/Nowhere"}, ["timezone"]),
    ({"timezone": "Etc/GMT-3"}, ["timezone"]),
    ({"timezone": "EST5EDT"}, ["timezone"]),
    ({"timezone": "../../etc/passwd"}, ["timezone"]),
    ({"timezone": ""}, ["timezone"]),
    ({"duration": 1}, []),
    ({"duration": 1440}, []),
    ({"duration": 0}, ["duration"]),
    ({"duration": 1441}, ["duration"]),
    ({"duration": "45"}, ["duration"]),
    ({"duration": 45.5}, ["duration"]),
    ({"password": "aB3@_*-xyz"}, []),
    ({"password": "12345678901"}, ["password"]),
    ({"password": "pass word"}, ["password"]),
    ({"password": "geheim!"}, ["password"]),
    ({"password": "é"}, ["password"]),
    ({"default_password": "yes"}, ["default_password"]),
    ({"settings": []}, ["settings"]),
    ({"settings": {"host_video": "true"}}, ["settings.host_video"]),
    ({"settings": {"audio": "both", "auto_recording": "none", "jbh_time": 5}}, []),
    ({"settings": {"audio": "phone"}}, ["settings.audio"]),
    ({"settings": {"auto_recording": "yes"}}, ["settings.auto_recording"]),
    ({"settings": {"jbh_time": 7}}, ["settings.jbh_time"]),
    ({"settings": {"approval_type": 3}}, ["settings.approval_type"]),
    ({"settings": {"alternative_hosts": SECOND_HOST}}, []),
    ({"settings": {"alternative_hosts": SECOND_HOST + ";" + HOST}}, []),
    ({"settings": {"alternative_hosts": ""}}, []),
    ({"settings": {"alternative_hosts": "basic@example.com"}}, ["settings.alternative_hosts"]),
    ({"settings": {"alternative_hosts": "else@example.org"}}, ["settings.alternative_hosts"]),
    ({"tracking_fields": [{"field": "x"}]}, ["tracking_fields"]),
    ({"tracking_fields": []}, []),
    ({"no_such_field": 1, "settings": {"nor_this": 2}}, []),
    ({"topic": "x" * 201, "duration": 0}, ["duration", "topic"]),
]


def fields():
    for body, wanted in FIELDS:
        answer = put(body)
        equal((body, answer.status, answer.fields() if wanted else []), (body, 400 if wanted else 201, wanted))
        if wanted:
            equal(answer.code(), 300)


def fields_of_an_update():
    path = "/meetings/%d" % practice.create().json()["id"]
    for body, wanted in FIELDS + [({"default_password": True}, ["default_password"])]:
        answer = practice.call("PATCH", path, body)
        equal((body, answer.status, answer.fields() if wanted else []), (body, 400 if wanted else 204, wanted))
    equal(practice.call("PATCH", path, {"topic": "y"}).body, b"")


def no_json():
    for body, content_type, status in [(b"", JSON, 400), (b"{", JSON, 400), (b"[]", JSON, 400), (b'"x"', JSON, 400), (b"\xff", JSON, 400),
                                       (b'{"topic": "\xff"}', JSON, 400), (b'{"a":' + b"[" * 500000, JSON, 400),
                                       (b'{"topic": "' + b"[" * 100 + b'\\"' + b'{"}', JSON, 201), (b"{}", "text/plain", 415), (b"{}", FORM, 415),
                                       (b"{}", JSON + "; charset=utf-8", 201)]:
        answer = put(body, content_type=content_type)
        equal((body, content_type, answer.status), (body, content_type, status))
        if status >= 400:
            equal(answer.code(), 300)
    equal(put(b"{").json()["message"], "Request Body should be a valid JSON object.")


def sh_34_schedulers():
    token = practice.login()["access_token"]
    equal(practice.call("GET", "/users/me/schedulers", token=token).json(), {"schedulers": []})
    practice.control({"delegate": {"host": SECOND_HOST, "to": HOST}}, {"delegate": {"host": "basic@example.com", "to": HOST}})
    body = practice.call("GET", "/users/me/schedulers", token=token).json()
    equal(body, {"schedulers": [{"id": "Hm2pXs8dTfyJo4vN6bZq1A", "email": SECOND_HOST, "pmi": 5550100002}]})
    equal(practice.call("GET", "/users/%s/schedulers" % HOST).json(), body)
    assert {"host": SECOND_HOST, "to": HOST} in practice.state()["delegations"]
    few = practice.login(SECOND_HOST, scope="user:read:user")["access_token"]
    equal(practice.call("GET", "/users/me/schedulers", token=few).code(), 4711)
    practice.control({"delegate": {"host": SECOND_HOST, "to": HOST, "allowed": False}}, {"delegate": {"host": "basic@example.com", "to": HOST, "allowed": False}})
    equal(practice.state()["delegations"], [])


def used(host):
    return sum(practice.state()["quota"].get(host, {}).values())


def sh_34_schedule_for():
    token = practice.login()["access_token"]
    for allowed, host, kind, status in [(True, SECOND_HOST, 2, 201), (True, SECOND_HOST, 1, 400), (True, "basic@example.com", 2, 400), (False, SECOND_HOST, 2, 400)]:
        practice.control({"delegate": {"host": host, "to": HOST, "allowed": allowed}})
        answer = practice.create("me", token, schedule_for=host, type=kind)
        equal((allowed, host, kind, answer.status), (allowed, host, kind, status))
        if status == 400:
            equal((answer.code(), answer.json()["message"]), (3000, "You cannot schedule a meeting for " + host))


def sh_34_scheduled_for_somebody():
    token = practice.login()["access_token"]
    host = practice.login(SECOND_HOST)["access_token"]
    practice.control({"delegate": {"host": SECOND_HOST, "to": HOST}})
    before = used(HOST), used(SECOND_HOST)
    body = practice.create("me", token, schedule_for=SECOND_HOST).json()
    equal((body["host_email"], body["host_id"], body["assistant_id"]), (SECOND_HOST, "Hm2pXs8dTfyJo4vN6bZq1A", "Ur5bVt1nQ2eLrGc0aWk7Rg"))
    equal((used(HOST), used(SECOND_HOST)), (before[0], before[1] + 1))
    path = "/meetings/%d" % body["id"]
    assert body["id"] not in [item["id"] for item in practice.call("GET", "/users/me/meetings?page_size=300", token=token).json()["meetings"]]
    equal(practice.call("GET", "/users/%s/meetings" % SECOND_HOST, token=token).code(), 4711)
    for who in (token, host):
        equal(practice.call("PATCH", path, {"topic": "x"}, who).status, 204)
        equal(practice.call("GET", path, token=who).status, 200)
    practice.control({"delegate": {"host": SECOND_HOST, "to": HOST, "allowed": False}})
    equal(practice.call("GET", path, token=token).code(), 3001)
    equal(practice.call("PATCH", path, {"topic": "x"}, token).code(), 3003)
    equal(practice.call("DELETE", path, token=token).code(), 3003)
    equal(practice.call("DELETE", path, token=host).status, 204)


def sh_13_server_to_server_hosts_for_any_user():
    for host in (HOST, SECOND_HOST, "basic@example.com"):
        equal(practice.create(host).json()["host_email"], host)
    number = practice.create(SECOND_HOST).json()["id"]
    equal(practice.call("PATCH", "/meetings/%d" % number, {"schedule_for": HOST}).code(), 3000)


def schedule_for():
    equal(practice.create(schedule_for=HOST).status, 201)
    equal(practice.create(schedule_for=SECOND_HOST).code(), 3000)
    equal(practice.create(schedule_for="nobody@example.com").fields(), ["schedule_for"])


def unlicensed_host():
    equal(practice.create("basic@example.com").status, 201)
    equal(practice.create("basic@example.com", settings={"alternative_hosts": HOST}).status, 400)


# --- what a meeting becomes ---------------------------------------------------------------------------------------------------------------


def the_meeting():
    answer = practice.create(topic="Staff Engineer Interview", agenda="Intro", start_time="2026-12-01T10:00:00", timezone="America/Mexico_City",
                             password="abc123", settings={"host_video": True, "join_before_host": True, "mute_upon_entry": False})
    body = answer.json()
    equal(answer.status, 201)
    equal((body["topic"], body["agenda"], body["start_time"], body["timezone"], body["duration"], body["type"]),
          ("Staff Engineer Interview", "Intro", "2026-12-01T16:00:00Z", "America/Mexico_City", 45, 2))
    assert isinstance(body["id"], int) and len(str(body["id"])) == 11
    equal(len(base64.b64decode(body["uuid"])), 16)
    equal((body["password"], body["host_email"], body["status"]), ("abc123", HOST, "waiting"))
    assert body["join_url"].startswith("https://practice.example.com/j/%d?pwd=" % body["id"]) and "abc123" not in body["join_url"]
    assert "zak=" in body["start_url"]
    equal((body["settings"]["host_video"], body["settings"]["join_before_host"], body["settings"]["audio"]), (True, True, "both"))
    again = practice.call("GET", "/meetings/%d" % body["id"]).json()
    assert again["start_url"] != body["start_url"]
    for one in (body, again):
        del one["start_url"]
    equal(again, body)


def defaults():
    body = put({"start_time": "2026-12-01T10:00:00"}).json()
    equal((body["topic"], body["duration"], body["timezone"], body["start_time"]), ("Zoom Meeting", 60, "America/New_York", "2026-12-01T15:00:00Z"))
    assert 1 <= len(body["password"]) <= 10


def no_start_makes_it_instant():
    body = put({"topic": "now"}).json()
    equal((body["type"], "start_time" in body), (1, False))


def no_password():
    body = practice.create(default_password=False).json()
    equal(("password" in body, "pwd=" in body["join_url"]), (False, False))


def waiting_room_defeats_joining_before():
    body = practice.create(settings={"waiting_room": True, "join_before_host": True}).json()
    equal(body["settings"]["join_before_host"], False)
    practice.set(waiting_room=True)
    body = practice.create(settings={"join_before_host": True}).json()
    equal((body["settings"]["waiting_room"], body["settings"]["join_before_host"]), (True, False))
    practice.set(waiting_room=False)


def x_4_settings_say_what_meetings_do():
    def settings(option=""):
        return practice.call("GET", "/users/%s/settings%s" % (HOST, option)).json()

    def account():
        security = settings("?option=meeting_security")["meeting_security"]
        plain = settings()
        return (plain["schedule_meeting"]["join_before_host"], plain["in_meeting"]["waiting_room"], security["waiting_room"],
                settings("?option=meeting_authentication")["meeting_authentication"], security["meeting_password_requirement"]["length"])

    def meeting():
        made = practice.create(settings={"join_before_host": True}).json()["settings"]
        return made["join_before_host"], made["waiting_room"], made["meeting_authentication"]

    equal((account(), meeting()), ((True, False, False, False, 0), (True, False, False)))
    practice.set(waiting_room=True)
    equal((account(), meeting()), ((True, True, True, False, 0), (False, True, False)))
    practice.set(waiting_room=False, join_before_host=False, sign_in=True, password_length=8)
    equal((account(), meeting()), ((False, False, False, True, 8), (False, False, True)))
    equal([practice.create(password=password).status for password in ("seven77", "eight888")], [400, 201])
    practice.set(join_before_host=True, sign_in=False, password_length=0)


def link_without_password():
    practice.set(embed_password=False)
    assert "pwd=" not in practice.create().json()["join_url"]
    practice.set(embed_password=True)


def uuids_with_a_slash():
    uuids = [practice.create().json()["uuid"] for _ in range(60)]
    assert any(uuid.startswith("/") for uuid in uuids) and not all(uuid.startswith("/") for uuid in uuids)
    equal(len(set(uuids)), len(uuids))


def update():
    body = practice.create(settings={"host_video": True}, password="one").json()
    path = "/meetings/%d" % body["id"]
    answer = practice.call("PATCH", path, {"topic": "New", "start_time": "2097-04-02T09:00:00", "timezone": "Europe/Berlin", "duration": 30,
                                           "settings": {"audio": "voip"}})
    equal((answer.status, answer.body), (204, b""))
    new = practice.call("GET", path).json()
    equal((new["topic"], new["start_time"], new["timezone"], new["duration"]), ("New", "2097-04-02T07:00:00Z", "Europe/Berlin", 30))
    equal((new["settings"]["host_video"], new["settings"]["audio"]), (True, "voip"))
    equal((new["join_url"], new["password"], new["uuid"]), (body["join_url"], "one", body["uuid"]))


def update_into_the_past_is_ignored():
    body = practice.create().json()
    path = "/meetings/%d" % body["id"]
    equal(practice.call("PATCH", path, {"start_time": "2020-01-01T10:00:00Z", "topic": "N"}).status, 204)
    new = practice.call("GET", path).json()
    equal((new["start_time"], new["topic"]), (body["start_time"], "N"))


def new_password_new_link():
    body = practice.create(password="one").json()
    path = "/meetings/%d" % body["id"]
    practice.call("PATCH", path, {"password": "one"})
    equal(practice.call("GET", path).json()["join_url"], body["join_url"])
    practice.call("PATCH", path, {"password": "two"})
    new = practice.call("GET", path).json()
    assert new["join_url"] != body["join_url"] and new["password"] == "two"


def delete():
    path = "/meetings/%d" % practice.create().json()["id"]
    equal(practice.call("DELETE", path + "?occurrence_id=1").code(), 300)
    answer = practice.call("DELETE", path + "?schedule_for_reminder=false&cancel_meeting_reminder=false")
    equal((answer.status, answer.body), (204, b""))
    equal(practice.call("DELETE", path).code(), 3001)
    equal(practice.call("GET", path).code(), 3001)
    equal(practice.call("PATCH", path, {}).code(), 3001)


def behind_the_back():
    number = practice.create().json()["id"]
    yesterday = (datetime.datetime.utcnow() - datetime.timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:00Z")
    practice.control({"patch": {"id": number, "body": {"topic": "Elsewhere", "start_time": yesterday}}})
    body = practice.call("GET", "/meetings/%d" % number).json()
    equal((body["topic"], body["start_time"]), ("Elsewhere", yesterday))
    practice.control({"delete": {"id": number}})
    equal(practice.call("GET", "/meetings/%d" % number).code(), 3001)


# --- lists --------------------------------------------------------------------------------------------------------------------------------


def pages():
    practice.reset()
    practice.set(pace=False, daily_limit=100000)
    numbers = [practice.create(start_time="2097-01-%02dT10:00:00Z" % (i + 1)).json()["id"] for i in range(7)]
    practice.create(SECOND_HOST)
    put({"topic": "instant"})
    seen, token, sizes = [], "", []
    while True:
        body = practice.call("GET", "/users/%s/meetings?page_size=3&next_page_token=%s" % (HOST, token)).json()
        seen += [meeting["id"] for meeting in body["meetings"]]
        sizes.append(len(body["meetings"]))
        equal((body["total_records"], body["page_count"], body["page_size"], body["page_number"]), (7, 3, 3, len(sizes)))
        token = body["next_page_token"]
        if not token:
            break
    equal((seen, sizes), (numbers, [3, 3, 1]))
    equal(len(practice.call("GET", "/users/%s/meetings?page_size=3&page_number=3" % HOST).json()["meetings"]), 1)
    equal(len(practice.call("GET", "/users/%s/meetings?page_size=300&from=2097-01-03&to=2097-01-04" % HOST).json()["meetings"]), 2)


def page_tokens_end():
    first = practice.call("GET", "/users/%s/meetings?page_size=3" % HOST).json()["next_page_token"]
    path = "/users/%s/meetings?page_size=%d&next_page_token=%s"
    equal(practice.call("GET", path % (HOST, 4, first)).code(), 300)
    equal(practice.call("GET", path % (SECOND_HOST, 3, first)).code(), 300)
    equal(practice.call("GET", path % (HOST, 3, "1-1-1")).code(), 300)
    equal(practice.call("GET", path % (HOST, 3, first)).status, 200)
    practice.set(clock_offset_us=16 * 60 * 1000000)
    answer = practice.call("GET", path % (HOST, 3, first))
    equal((answer.status, answer.json()["message"]), (400, "The next page token is invalid or expired."))
    practice.set(clock_offset_us=0)


def list_queries():
    for query, wanted in [("page_size=301", ["page_size"]), ("page_size=0", ["page_size"]), ("page_size=x", ["page_size"]),
                          ("type=all", ["type"]), ("from=yesterday", ["from"]), ("to=2026-02-30", ["to"]), ("page_number=0", ["page_number"]),
                          ("from=2026-01-01&timezone=Nowhere", ["from"])]:
        answer = practice.call("GET", "/users/%s/meetings?%s" % (HOST, query))
        equal((query, answer.status, answer.fields()), (query, 400, wanted))


def list_items():
    practice.reset()
    practice.set(pace=False)
    practice.create(agenda="日" * 251 + "Convene ref", password="abc")
    body = practice.call("GET", "/users/%s/meetings" % HOST).json()
    item = body["meetings"][0]
    equal(item["agenda"], "日" * 250)
    equal(sorted(item), ["agenda", "created_at", "duration", "host_id", "id", "join_url", "start_time", "timezone", "topic", "type", "uuid"])
    equal((body["next_page_token"], body["page_size"]), ("", 30))


def list_types():
    practice.reset()
    practice.set(pace=False)
    now, time = practice.state()["now"].rstrip("Z").split("T")
    hours, minutes, seconds = map(int, time.split(":"))
    practice.set(clock_offset_us=(43200 - (hours * 60 + minutes) * 60 - seconds) * 1000000)
    practice.create(topic="far", start_time="2099-01-01T10:00:00Z")
    practice.create(topic="old", start_time="2020-01-01T10:00:00Z")
    practice.create(topic="today", start_time=now + "T00:00:00Z", duration=1)
    practice.create(topic="later", start_time=now + "T23:59:59Z", duration=1440)
    for kind, wanted in [("scheduled", ["far", "later", "today"]), ("upcoming", ["later"]), ("upcoming_meetings", ["later"]),
                         ("previous_meetings", ["today"]), ("live", [])]:
        items = practice.call("GET", "/users/%s/meetings?type=%s" % (HOST, kind)).json()["meetings"]
        equal((kind, sorted(item["topic"] for item in items)), (kind, wanted))


def late_lists():
    practice.reset()
    practice.set(pace=False)
    practice.fault("late-list", ms=600000)
    number = practice.create().json()["id"]
    equal(practice.call("GET", "/users/%s/meetings" % HOST).json()["total_records"], 0)
    equal(practice.call("GET", "/meetings/%d" % number).status, 200)
    practice.set(clock_offset_us=601 * 1000000)
    equal(practice.call("GET", "/users/%s/meetings" % HOST).json()["total_records"], 1)
    practice.set(late_list_ms=60000)
    practice.create()
    equal(practice.call("GET", "/users/%s/meetings" % HOST).json()["total_records"], 1)


# --- headers, control ---------------------------------------------------------------------------------------------------------------------


def headers():
    practice.reset()
    answer = practice.create()
    equal((answer.headers["x-ratelimit-category"], answer.headers["x-ratelimit-type"], answer.headers["x-ratelimit-limit"],
           answer.headers["x-ratelimit-remaining"]), ("Medium", "Daily-limit", "100", "99"))
    assert answer.headers["x-zm-trackingid"]
    answer = practice.call("GET", "/users/" + HOST)
    equal((answer.headers["x-ratelimit-category"], answer.headers["x-ratelimit-type"], answer.headers["x-ratelimit-limit"]), ("Light", "QPS", "30"))


def web_pages_are_kept_out():
    for headers, status in [({}, 415), ({"Content-Type": "text/plain"}, 415), ({"Content-Type": JSON, "Origin": "http://example.org"}, 403),
                            ({"Content-Type": JSON, "Host": "example.org:%d" % practice.port}, 403), ({"Content-Type": JSON}, 200)]:
        equal((headers, practice.ask("POST", "/practice/control", "[]", headers).status), (headers, status))


def other_users_are_kept_out():
    if os.geteuid() != 0:
        raise Skip("only root can be somebody else")
    script = ("import http.client, sys\nc = http.client.HTTPConnection('127.0.0.1', %d)\nc.request('GET', '/practice/state')\n"
              "sys.exit(c.getresponse().status == 403)" % practice.port)
    equal(subprocess.run([sys.executable, "-c", script], user=65534, group=65534, extra_groups=[], cwd="/").returncode, 1)


def wrong_commands():
    for command in [{"fault": "no-such"}, {"fault": "drop", "on": "nothing"}, {"fault": "drop", "when": "never"}, {"set": {"nothing": 1}},
                    {"set": {"pace": "yes"}}, {"delete": {"id": 1}}, {"quota": {"host": "x"}}, {}, 1]:
        answer = practice.ask("POST", "/practice/control", json.dumps(command), {"Content-Type": JSON})
        equal((command, answer.status), (command, 400))


def the_end():
    practice.close()


run([grants, account_token, refusal_has_reason, refresh_rotates, second_login_ends_the_first, second_login_may_leave_the_first,
     one_token_at_a_time, revoke, tokens_end_after_an_hour, refresh_tokens_end_after_ninety_days, who_may, no_token, scope_message,
     others_meetings, the_user, fields, fields_of_an_update, no_json, sh_34_schedulers, sh_34_schedule_for,
     sh_34_scheduled_for_somebody, sh_13_server_to_server_hosts_for_any_user, schedule_for, unlicensed_host, the_meeting, defaults,
     no_start_makes_it_instant, no_password, waiting_room_defeats_joining_before, x_4_settings_say_what_meetings_do, link_without_password, uuids_with_a_slash, update,
     update_into_the_past_is_ignored, new_password_new_link, delete, behind_the_back, pages, page_tokens_end, list_queries, list_items,
     list_types, late_lists, headers, web_pages_are_kept_out, other_users_are_kept_out, wrong_commands, the_end])
