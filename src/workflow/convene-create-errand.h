/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-meeting-errand.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_CREATE_ERRAND (convene_create_errand_get_type ())

G_DECLARE_FINAL_TYPE (ConveneCreateErrand, convene_create_errand, CONVENE, CREATE_ERRAND, ConveneMeetingErrand)

/* Makes a meeting: once. In doubt whether an earlier attempt made it, it looks before it does anything else; where nobody wants the meeting any more, that is
 * all it does. */
ConveneErrand *convene_create_errand_new (ConveneStore     *store,
                                          ConveneClock     *clock,
                                          ConveneAccounts  *accounts,
                                          ConveneOperation *operation);

G_END_DECLS
