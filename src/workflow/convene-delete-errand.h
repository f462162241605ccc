/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-meeting-errand.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_DELETE_ERRAND (convene_delete_errand_get_type ())

G_DECLARE_FINAL_TYPE (ConveneDeleteErrand, convene_delete_errand, CONVENE, DELETE_ERRAND, ConveneMeetingErrand)

/* Removes a meeting that nobody uses any more, once: one that is gone or over counts as removed. Its number stays on record (SH-46). */
ConveneErrand *convene_delete_errand_new (ConveneStore     *store,
                                          ConveneClock     *clock,
                                          ConveneAccounts  *accounts,
                                          ConveneOperation *operation);

G_END_DECLS
