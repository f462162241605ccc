/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-meeting-errand.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_UPDATE_ERRAND (convene_update_errand_get_type ())

G_DECLARE_FINAL_TYPE (ConveneUpdateErrand, convene_update_errand, CONVENE, UPDATE_ERRAND, ConveneMeetingErrand)

/* Makes a meeting say what its oldest user says: nothing is asked of the provider where nothing that it knows differs (HL-12). In doubt whether an earlier
 * attempt arrived it reads the meeting first. What came of it is read back, and whoever knows another link is told. */
ConveneErrand *convene_update_errand_new (ConveneStore     *store,
                                          ConveneClock     *clock,
                                          ConveneAccounts  *accounts,
                                          ConveneOperation *operation);

G_END_DECLS
