/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-errand.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_MAIL_ERRAND (convene_mail_errand_get_type ())

G_DECLARE_FINAL_TYPE (ConveneMailErrand, convene_mail_errand, CONVENE, MAIL_ERRAND, ConveneErrand)

/* Sends a letter. Its bytes are made once and are durable before the first attempt; in doubt the same bytes go again, because a candidate without an
 * invitation is worse off than one with two equal ones. */
ConveneErrand *convene_mail_errand_new (ConveneStore     *store,
                                        ConveneClock     *clock,
                                        ConveneAccounts  *accounts,
                                        ConveneOperation *operation);

G_END_DECLS
