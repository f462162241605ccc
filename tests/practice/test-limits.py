# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Zoom's limits, with a clock that is moved."""

import sys

from practice import HOST, SECOND_HOST, Practice, equal, run

practice = Practice(sys.argv[1])
DAY = 86400 * 1000000


def prepare(**switches):
    practice.reset()
    practice.set(pace=False, **switches)


def a_hundred_a_day():
    prepare()
    number = practice.create().json()["id"]
    equal({practice.create().status for _ in range(98)}, {201})
    equal(practice.call("PATCH", "/meetings/%d" % number, {"topic": "N"}).headers["x-ratelimit-remaining"], "0")
    for method, path in [("POST", "/users/%s/meetings" % HOST), ("PATCH", "/meetings/%d" % number)]:
        answer = practice.call(method, path, {"topic": "M"})
        equal((answer.status, answer.code(), answer.json()["message"]), (429, 429, "You have exceeded the daily rate limit (100) of Meeting Create/Update "
              "API requests permitted for this particular user. You may resume these requests at GMT 00:00:00."))
        equal((answer.headers["x-ratelimit-category"], answer.headers["x-ratelimit-limit"], answer.headers["x-ratelimit-remaining"],
               answer.headers.get("x-ratelimit-type"), answer.headers.get("retry-after")), ("Light", "6000", "5893", None, None))
    equal(practice.call("GET", "/meetings/%d" % number).json()["topic"], "N")
    equal(practice.create(SECOND_HOST).status, 201)
    equal(practice.call("DELETE", "/meetings/%d" % number).status, 204)
    state = practice.state()
    equal((len(state["meetings"]), state["counts"]["429-daily"], state["quota"][HOST][state["now"][:10]]), (100, 2, 100))


def the_next_day():
    practice.set(clock_offset_us=DAY)
    practice.access_token = None
    equal(practice.create().headers["x-ratelimit-remaining"], "99")
    practice.set(clock_offset_us=0)
    practice.access_token = None
    equal(practice.create().status, 429)


def the_day_is_of_utc():
    prepare()
    now, time = practice.state()["now"].rstrip("Z").split("T")
    hours, minutes, seconds = map(int, time.split(":"))
    midnight = (86400 - (hours * 60 + minutes) * 60 - seconds) * 1000000
    practice.set(clock_offset_us=midnight - 1800 * 1000000)
    practice.control({"quota": {"host": HOST, "used": 100}})
    equal(practice.create().status, 429)
    practice.set(clock_offset_us=midnight + 1000000)
    equal(practice.create().status, 201)


def what_counts():
    for body, path, status in [({"topic": "x" * 201}, "/users/%s/meetings" % HOST, 400), ({}, "/users/%s/meetings" % HOST, 201),
                               ({}, "/users/nobody@example.com/meetings", 404)]:
        prepare()
        equal(practice.call("POST", path, body).status, status)
        equal(sum(sum(days.values()) for days in practice.state()["quota"].values()), 0 if status == 404 else 1)


def deletes_may_count():
    prepare(deletes_count=True, daily_limit=3)
    numbers = [practice.create().json()["id"] for _ in range(2)]
    equal(practice.call("DELETE", "/meetings/%d" % numbers[0]).status, 204)
    equal(practice.call("DELETE", "/meetings/%d" % numbers[1]).status, 429)
    equal(practice.call("GET", "/meetings/%d" % numbers[1]).status, 200)


def the_quota_is_durable():
    prepare()
    practice.create()
    practice.kill()
    practice.start()
    equal(practice.create().headers["x-ratelimit-remaining"], "98")


def a_pace_per_second():
    """The clock stands still for the pace only if the calls are quick: so a pace is set that any machine exceeds, and another that none does."""
    practice.reset()
    practice.set(medium_pace=0)
    answer = practice.create()
    equal((answer.status, answer.json()["message"], answer.headers["x-ratelimit-type"], answer.headers["x-ratelimit-category"]),
          (429, "You have reached the maximum per-second rate limit for this API. Try again later.", "QPS", "Medium"))
    equal(practice.call("GET", "/users/" + HOST).status, 200)  # light calls have a pace of their own
    practice.set(medium_pace=1000, light_pace=0)
    equal(practice.create().status, 201)
    equal(practice.call("GET", "/users/" + HOST).status, 429)
    equal(practice.state()["counts"]["429-second"], 2)
    equal(practice.state()["quota"][HOST], {practice.state()["now"][:10]: 1})


def the_end():
    practice.close()


run([a_hundred_a_day, the_next_day, the_day_is_of_utc, what_counts, deletes_may_count, the_quota_is_durable, a_pace_per_second, the_end])
