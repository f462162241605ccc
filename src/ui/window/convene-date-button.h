/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_DATE_BUTTON (convene_date_button_get_type ())

G_DECLARE_FINAL_TYPE (ConveneDateButton, convene_date_button, CONVENE, DATE_BUTTON, AdwBin)

/* The calendar's title, which opens a way to another date: one that is typed, or a day of a small month. Properties: "title", "subtitle" ("" for none), "date" (the chosen day,
 * "2026-12-01"), "narrow" (without an arrow). A date that was chosen activates win.show-date (s). */
void convene_date_button_popup (ConveneDateButton *self);

G_END_DECLS
