/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes a program of the test's own the desktop's for https, mailto and help: it writes down what it is started with. To be called before anything is opened,
 * in a program that display.py gave folders of its own. */
void ui_handler_install (void);

/* Waits for what is opened next. The caller's. */
char *ui_handler_wait (void);

G_END_DECLS
