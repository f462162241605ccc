/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-interview.h"
#include "convene-meeting.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_MEETING_PROVIDER (convene_meeting_provider_get_type ())

G_DECLARE_INTERFACE (ConveneMeetingProvider, convene_meeting_provider, CONVENE, MEETING_PROVIDER, GObject)

/* Whoever makes meetings with one account. All errors are CONVENE_ERROR (or cancelled): SIGNED_OUT, MISSING_SCOPES, RATE_LIMITED and QUOTA
 * with the time to try again where it is known, UNREACHABLE, REFUSED, GONE, NOT_HOST, BAD_ANSWER, NO_KEYRING, KEYRING_LOCKED; marked doubtful
 * where the request may have had its effect.
 *
 * `reference` is what the meeting's agenda will show, so that find can see it. `host` is an address.
 *
 * The signal "requests-used" (const char *host, int used) says how many of its day's requests a host has used, as the provider counts them. */
struct _ConveneMeetingProviderInterface
{
  GTypeInterface parent_iface;

  void (*create_async) (ConveneMeetingProvider *self,
                        ConveneInterview       *interview,
                        const char             *host,
                        const char             *reference,
                        GCancellable           *cancellable,
                        GAsyncReadyCallback     callback,
                        gpointer                user_data);
  ConveneMeeting *(*create_finish) (ConveneMeetingProvider *self,
                                    GAsyncResult           *result,
                                    GError                **error);
  void (*change_async) (ConveneMeetingProvider *self,
                        ConveneMeeting         *meeting,
                        ConveneInterview       *interview,
                        GCancellable           *cancellable,
                        GAsyncReadyCallback     callback,
                        gpointer                user_data);
  gboolean (*change_finish) (ConveneMeetingProvider *self,
                             GAsyncResult           *result,
                             GError                **error);
  void (*delete_async) (ConveneMeetingProvider *self,
                        ConveneMeeting         *meeting,
                        GCancellable           *cancellable,
                        GAsyncReadyCallback     callback,
                        gpointer                user_data);
  gboolean (*delete_finish) (ConveneMeetingProvider *self,
                             GAsyncResult           *result,
                             GError                **error);
  void (*read_async) (ConveneMeetingProvider *self,
                      gint64                  number,
                      GCancellable           *cancellable,
                      GAsyncReadyCallback     callback,
                      gpointer                user_data);
  ConveneMeeting *(*read_finish) (ConveneMeetingProvider *self,
                                  GAsyncResult           *result,
                                  GError                **error);
  void (*find_async) (ConveneMeetingProvider *self,
                      ConveneMeeting         *intent,
                      const char             *host,
                      gint64                  since,
                      GCancellable           *cancellable,
                      GAsyncReadyCallback     callback,
                      gpointer                user_data);
  GPtrArray *(*find_finish) (ConveneMeetingProvider *self,
                             GAsyncResult           *result,
                             GError                **error);
};

/* Makes the meeting of an interview. The answer has everything but an account id. Never repeat it blindly. */
void            convene_meeting_provider_create_async (ConveneMeetingProvider *self, ConveneInterview *interview, const char *host, const char *reference, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneMeeting *convene_meeting_provider_create_finish (ConveneMeetingProvider *self, GAsyncResult *result, GError **error);

/* Makes an existing meeting say what the interview says, where `meeting` says otherwise (convene_meeting_compare ()); its alternative hosts are those asked
 * for before, and whom others added stays. Read it afterwards: a changed password changes the link. */
void     convene_meeting_provider_change_async (ConveneMeetingProvider *self, ConveneMeeting *meeting, ConveneInterview *interview, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_meeting_provider_change_finish (ConveneMeetingProvider *self, GAsyncResult *result, GError **error);

/* Removes a meeting. One that is gone already is an error GONE. */
void     convene_meeting_provider_delete_async (ConveneMeetingProvider *self, ConveneMeeting *meeting, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_meeting_provider_delete_finish (ConveneMeetingProvider *self, GAsyncResult *result, GError **error);

/* The meeting with a number as it is now. */
void            convene_meeting_provider_read_async (ConveneMeetingProvider *self, gint64 number, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneMeeting *convene_meeting_provider_read_finish (ConveneMeetingProvider *self, GAsyncResult *result, GError **error);

/* The meetings that an earlier create may have made, by what it sent: convene_meeting_new_intent (). Those with its reference; where it has none, or
 * none is found and its agenda had no room for it, those with its topic, start and duration made at `since` (microseconds since 1970 UTC) or later,
 * less two minutes for the clocks. Oldest first, as lists show them: read each for the password. An array of ConveneMeeting that owns its items. */
void       convene_meeting_provider_find_async (ConveneMeetingProvider *self, ConveneMeeting *intent, const char *host, gint64 since, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_meeting_provider_find_finish (ConveneMeetingProvider *self, GAsyncResult *result, GError **error);

/* For who implements it. */
void convene_meeting_provider_emit_requests_used (ConveneMeetingProvider *self, const char *host, int used);

G_END_DECLS
