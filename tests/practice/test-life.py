# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What becomes of a meeting of practice's Zoom after its making: updates, deletion, what is done to it at Zoom, late effects."""

import http.client
import sys
import time

from practice import HOST, SECOND_HOST, Practice, equal, run

practice = Practice(sys.argv[1])
DAY = 86400 * 1000000


def prepare(**switches):
    practice.reset()
    practice.set(pace=False, **switches)
    practice.access_token = practice.account_token()


def path(number):
    return "/meetings/%d" % number


def new(**body):
    return practice.create(**body).json()["id"]


def get(number, token=None):
    return practice.call("GET", path(number), token=token)


def patch(number, body, token=None):
    answer = practice.call("PATCH", path(number), body, token)
    return answer.status, answer.code()


def delete(number, token=None):
    answer = practice.call("DELETE", path(number), token=token)
    return answer.status, answer.code()


# --- updates ------------------------------------------------------------------------------------------------------------------------------


def only_what_is_sent_changes():
    prepare()
    number = new(topic="T", agenda="A", settings={"host_video": True, "alternative_hosts": SECOND_HOST})
    before = get(number).json()
    for body, changed in [({}, {}), ({"topic": "U"}, {"topic": "U"}), ({"agenda": "B"}, {"agenda": "B"}),
                          ({"start_time": "2097-03-02T10:00:00Z", "timezone": "Europe/Berlin", "duration": 30},
                           {"start_time": "2097-03-02T10:00:00Z", "timezone": "Europe/Berlin", "duration": 30})]:
        equal(patch(number, body), (204, None))
        before.update(changed)
        after = get(number).json()
        before["start_url"] = after["start_url"]
        equal(after, before)


def a_past_start_is_ignored():
    prepare()
    number = new()
    now = practice.state()["now"]
    for start in ["2020-03-01T10:00:00Z", now]:
        equal(patch(number, {"start_time": start, "duration": 20}), (204, None))
        body = get(number).json()
        equal((body["start_time"], body["duration"]), ("2097-03-01T10:00:00Z", 20))
    equal(patch(number, {"start_time": "2097-03-03T10:00:00Z"}), (204, None))
    equal(get(number).json()["start_time"], "2097-03-03T10:00:00Z")


def a_start_may_be_ignored():
    prepare()
    number = new()
    practice.fault("ignore-start")
    equal(patch(number, {"start_time": "2097-03-03T10:00:00Z", "topic": "U"}), (204, None))
    body = get(number).json()
    equal((body["start_time"], body["topic"]), ("2097-03-01T10:00:00Z", "U"))
    equal(patch(number, {"start_time": "2097-03-03T10:00:00Z"}), (204, None))
    equal(get(number).json()["start_time"], "2097-03-03T10:00:00Z")


def links():
    prepare()
    number = new(password="one")
    first = get(number).json()["join_url"]
    for body, fault, same in [({"password": "one"}, None, True), ({"topic": "U"}, None, True), ({"password": "two"}, None, False),
                              ({"topic": "V"}, "new-link", False), ({"password": ""}, None, False)]:
        if fault:
            practice.fault(fault)
        equal(patch(number, body), (204, None))
        link = get(number).json()["join_url"]
        equal((body, link == first), (body, same))
        first = link
    assert "password" not in get(number).json() and "pwd=" not in first


def who_may_change():
    prepare(second_login_revokes=False)
    mine = practice.login()["access_token"]
    number = new(host=SECOND_HOST)
    equal((patch(number, {"topic": "U"}, mine), delete(number, mine), get(number, mine).code()), ((400, 3003), (400, 3003), 3001))
    equal(patch(number, {"schedule_for": HOST}), (400, 3000))
    equal(patch(number, {"schedule_for": SECOND_HOST}), (204, None))
    equal(patch(number, {"default_password": True}), (400, 300))
    equal((patch(1, {}), delete(1)), ((404, 3001), (404, 3001)))


def updates_count_for_the_host():
    prepare(daily_limit=3)
    number = new()
    for left in ("1", "0"):
        answer = practice.call("PATCH", path(number), {"topic": "U"})
        equal((answer.status, answer.headers["x-ratelimit-limit"], answer.headers["x-ratelimit-remaining"]), (204, "3", left))
    equal((patch(number, {"topic": "V"}), practice.create().code()), ((429, 429), 429))
    equal(delete(number), (204, None))  # deletes do not count
    equal(practice.create(SECOND_HOST).status, 201)


def deletes_may_count():
    prepare(daily_limit=3, deletes_count=True)
    number, other = new(), new()
    answer = practice.call("DELETE", path(number))
    equal((answer.status, answer.headers["x-ratelimit-limit"], answer.headers["x-ratelimit-remaining"]), (204, "3", "0"))
    equal(delete(other), (429, 429))


def headers_may_be_silent():
    prepare(no_quota_headers=True)
    answer = practice.create()
    equal((answer.headers["x-ratelimit-type"], answer.headers["x-ratelimit-category"]), ("QPS", "Medium"))


# --- at Zoom itself -----------------------------------------------------------------------------------------------------------------------


def statuses():
    prepare()
    number = new()
    live = "/users/%s/meetings?type=live" % HOST
    equal((get(number).json()["status"], practice.call("GET", live).json()["meetings"]), ("waiting", []))
    practice.control({"start": {"id": number}})
    equal((get(number).json()["status"], len(practice.call("GET", live).json()["meetings"])), ("started", 1))
    equal(delete(number), (400, 3002))
    practice.control({"end": {"id": number}})
    equal((get(number).json()["status"], "ended" in get(number).json()), ("waiting", False))
    equal((delete(number), patch(number, {"topic": "U"})), ((400, 3007), (204, None)))
    practice.control({"start": {"id": number}}, {"end": {"id": number}})
    equal([meeting["ended"] for meeting in practice.meetings()], [True])


def restored():
    prepare()
    number = new(topic="T")
    link = get(number).json()["join_url"]
    equal(delete(number), (204, None))
    practice.control({"restore": {"id": number}})
    equal((get(number).json()["join_url"], len(practice.meetings())), (link, 1))


def changed_at_zoom():
    prepare()
    number = new(password="one")
    before = get(number).json()
    practice.control({"patch": {"id": number, "body": {"password": "two", "host_email": SECOND_HOST, "join_url": "https://practice.example.com/j/1"}}})
    after = get(number).json()
    equal((after["password"], after["host_email"], after["join_url"]), ("two", SECOND_HOST, "https://practice.example.com/j/1"))
    assert after["host_id"] != before["host_id"]
    answer = practice.ask("POST", "/practice/control", '{"create": {"body": {"topic": "Theirs", "start_time": "2097-03-01T10:00:00Z"}}}',
                          {"Content-Type": "application/json"})
    equal(get(answer.json()["id"]).json()["topic"], "Theirs")
    equal(practice.state()["quota"][HOST], {practice.state()["now"][:10]: 1})


def orders_without_a_meeting():
    prepare()
    number = new()
    for order in ["delete", "restore", "patch", "start", "end", "nonsense"]:
        answer = practice.ask("POST", "/practice/control", '{"%s": {"id": 5}}' % order, {"Content-Type": "application/json"})
        equal((order, answer.status), (order, 400))
    equal(practice.ask("POST", "/practice/control", '{"restore": {"id": %d}}' % number, {"Content-Type": "application/json"}).status, 400)


def forgotten_after_a_month():
    prepare()
    now = practice.state()["now"]
    start = now[:4] + "-12-31T10:00:00Z"
    number = new(start_time=start)
    practice.set(clock_offset_us=500 * DAY)
    practice.access_token = practice.account_token()
    equal((get(number).code(), patch(number, {}), delete(number)), (3001, (404, 3001), (404, 3001)))


def stale_reads():
    prepare()
    number = new(topic="T")
    practice.fault("stale", times=2)
    equal(get(number).json()["topic"], "T")  # nothing has changed yet
    patch(number, {"topic": "U"})
    equal((get(number).json()["topic"], get(number).json()["topic"]), ("T", "U"))


# --- late effects -------------------------------------------------------------------------------------------------------------------------


def late_commits():
    for on in ("create", "patch", "delete"):
        prepare()
        number = new(topic="T")
        practice.fault("late-commit", on=on, ms=300)
        start = time.monotonic()
        try:
            {"create": lambda: new(topic="late"), "patch": lambda: patch(number, {"topic": "late"}), "delete": lambda: delete(number)}[on]()
            raise AssertionError("it answered")
        except (http.client.RemoteDisconnected, ConnectionResetError):
            pass
        equal((on, [meeting["topic"] for meeting in practice.meetings()]), (on, ["T"]))
        equal(practice.create().status, 201)  # nobody is kept waiting by it
        wanted = {"create": ["T", "T", "late"], "patch": ["T", "late"], "delete": ["T"]}[on]
        while sorted(meeting["topic"] for meeting in practice.meetings()) != wanted:
            assert time.monotonic() - start < 20
            time.sleep(0.02)
        assert time.monotonic() - start >= 0.3


# --- many hosts ---------------------------------------------------------------------------------------------------------------------------


def a_crowd():
    prepare()
    for i in range(1, 13):
        address = "host-%d@example.com" % i
        answer = practice.create(address, settings={"alternative_hosts": HOST})
        equal((answer.status, answer.json()["host_email"]), (201, address))
        practice.control({"delegate": {"host": address, "to": HOST}})
    mine = practice.login()["access_token"]
    equal(len(practice.call("GET", "/users/me/schedulers", token=mine).json()["schedulers"]), 12)
    equal(practice.create("me", mine, schedule_for="host-12@example.com").json()["host_email"], "host-12@example.com")


def the_end():
    practice.close()


run([only_what_is_sent_changes, a_past_start_is_ignored, a_start_may_be_ignored, links, who_may_change, updates_count_for_the_host, deletes_may_count,
     headers_may_be_silent, statuses, restored, changed_at_zoom, orders_without_a_meeting, forgotten_after_a_month, stale_reads, late_commits, a_crowd,
     the_end])
