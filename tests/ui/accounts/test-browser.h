/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-uri-opener.h"

G_BEGIN_DECLS

#define TEST_TYPE_BROWSER (test_browser_get_type ())

G_DECLARE_FINAL_TYPE (TestBrowser, test_browser, TEST, BROWSER, GObject)

/* An opener that remembers what it was to open. `follows`: it goes there, as a browser does, and wherever it is sent from there; `works` FALSE: it
 * cannot be started. */
TestBrowser *test_browser_new (gboolean works,
                               gboolean follows);

/* What was opened last, or NULL; and how often something was. */
const char *test_browser_get_address (TestBrowser *self);
guint       test_browser_get_count (TestBrowser *self);

/* Goes to an address. */
void test_browser_visit (const char *address);

G_END_DECLS
