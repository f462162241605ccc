/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-practice-request.h"
#include "convene-practice-state.h"

G_BEGIN_DECLS

/* How tests tell practice what to do, below /practice. Not for web pages, which send an Origin or a Content-Type
 * other than JSON, nor for other users of the machine.
 *
 * GET  state    what there is
 * POST reset    forgets everything but the letters
 * POST control  an object, or an array of them, done as one:
 *   {"fault": NAME, "on": WHAT, "times": 1, "skip": 0, "when": …, …}   see convene-practice-faults.h
 *   {"set": {SWITCH: NUMBER, …}}                                       see convene-practice-switches.h
 *   {"quota": {"host": ADDRESS, "used": N}}                            of today
 *   {"delete": {"id": N}}                                              a meeting, as if in Zoom's own pages
 *   {"patch": {"id": N, "body": {…}}}                                  the same, and without Zoom's rules
 *   {"device": {"user_code": "…", "user": ADDRESS, "allow": true}}     a person's answer; without a code, to the newest that waits
 *   {"revoke": {"user": ADDRESS}}                                      the app was removed in Zoom's own pages
 *   {"delegate": {"host": ADDRESS, "to": ADDRESS, "allowed": true}}    Zoom's scheduling privilege
 *   {"scopes": "…"}                                                    what the app has; null: all
 * POST login    {"user": ADDRESS, "scope": "…", "client": "…"}: tokens as after a sign-in */
ConvenePracticeAnswer *convene_practice_control_perform (ConvenePracticeState   *state,
                                                         ConvenePracticeRequest *request);

G_END_DECLS
