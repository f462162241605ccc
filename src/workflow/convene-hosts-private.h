/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-hosts.h"

G_BEGIN_DECLS

/* As convene_host_facts_read_async () without asking Zoom: at once, for whoever needs no choice. */
void convene_host_facts_read_known_async (ConveneAccounts    *accounts,
                                          const char         *manager,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);

/* The same facts, but that an account cannot host or schedule for an address after all. */
ConveneHostFacts *convene_host_facts_deny (const ConveneHostFacts *self,
                                           const char             *account_id,
                                           const char             *address);

/* Whether Zoom let an account host or schedule for an address, when it was asked last. */
gboolean convene_host_facts_allow (const ConveneHostFacts *self,
                                   const char             *account_id,
                                   const char             *address);

/* The requests of today of a host with which `account` makes meetings. */
int convene_host_facts_get_requests (const ConveneHostFacts *self,
                                     ConveneAccount         *account,
                                     const char             *host);

/* Whether an account makes the meetings of this host in another's name, or its own. */
gboolean convene_host_is_other (ConveneAccount *account,
                                const char     *host);

/* Who makes a meeting that `host`, an address, hosts; NULL where nobody here can. Nobody else is chosen instead. */
ConveneHostChoice *convene_host_choice_new_for (const char             *host,
                                                const ConveneHostFacts *facts);

/* A new choice, for an account and a host that were chosen before; it has no reason. */
ConveneHostChoice *convene_host_choice_new_again (ConveneAccount         *account,
                                                  const char             *host,
                                                  const ConveneHostFacts *facts);

G_END_DECLS
