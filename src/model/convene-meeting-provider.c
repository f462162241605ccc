/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-meeting-provider.h"

G_DEFINE_INTERFACE (ConveneMeetingProvider, convene_meeting_provider, G_TYPE_OBJECT)

static void
convene_meeting_provider_default_init (ConveneMeetingProviderInterface *iface)
{
  g_signal_new ("requests-used", CONVENE_TYPE_MEETING_PROVIDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
}

void
convene_meeting_provider_create_async (ConveneMeetingProvider *self,
                                       ConveneInterview       *interview,
                                       const char             *host,
                                       const char             *reference,
                                       GCancellable           *cancellable,
                                       GAsyncReadyCallback     callback,
                                       gpointer                user_data)
{
  g_return_if_fail (CONVENE_IS_MEETING_PROVIDER (self));
  g_return_if_fail (CONVENE_IS_INTERVIEW (interview));

  CONVENE_MEETING_PROVIDER_GET_IFACE (self)->create_async (self, interview, host, reference, cancellable, callback, user_data);
}

ConveneMeeting *
convene_meeting_provider_create_finish (ConveneMeetingProvider *self,
                                        GAsyncResult           *result,
                                        GError                **error)
{
  g_return_val_if_fail (CONVENE_IS_MEETING_PROVIDER (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);

  return CONVENE_MEETING_PROVIDER_GET_IFACE (self)->create_finish (self, result, error);
}

void
convene_meeting_provider_change_async (ConveneMeetingProvider *self,
                                       ConveneMeeting         *meeting,
                                       ConveneInterview       *interview,
                                       GCancellable           *cancellable,
                                       GAsyncReadyCallback     callback,
                                       gpointer                user_data)
{
  g_return_if_fail (CONVENE_IS_MEETING_PROVIDER (self));
  g_return_if_fail (CONVENE_IS_MEETING (meeting));
  g_return_if_fail (CONVENE_IS_INTERVIEW (interview));

  CONVENE_MEETING_PROVIDER_GET_IFACE (self)->change_async (self, meeting, interview, cancellable, callback, user_data);
}

gboolean
convene_meeting_provider_change_finish (ConveneMeetingProvider *self,
                                        GAsyncResult           *result,
                                        GError                **error)
{
  g_return_val_if_fail (CONVENE_IS_MEETING_PROVIDER (self), FALSE);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), FALSE);

  return CONVENE_MEETING_PROVIDER_GET_IFACE (self)->change_finish (self, result, error);
}

void
convene_meeting_provider_delete_async (ConveneMeetingProvider *self,
                                       ConveneMeeting         *meeting,
                                       GCancellable           *cancellable,
                                       GAsyncReadyCallback     callback,
                                       gpointer                user_data)
{
  g_return_if_fail (CONVENE_IS_MEETING_PROVIDER (self));
  g_return_if_fail (CONVENE_IS_MEETING (meeting));

  CONVENE_MEETING_PROVIDER_GET_IFACE (self)->delete_async (self, meeting, cancellable, callback, user_data);
}

gboolean
convene_meeting_provider_delete_finish (ConveneMeetingProvider *self,
                                        GAsyncResult           *result,
                                        GError                **error)
{
  g_return_val_if_fail (CONVENE_IS_MEETING_PROVIDER (self), FALSE);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), FALSE);

  return CONVENE_MEETING_PROVIDER_GET_IFACE (self)->delete_finish (self, result, error);
}

void
convene_meeting_provider_read_async (ConveneMeetingProvider *self,
                                     gint64                  number,
                                     GCancellable           *cancellable,
                                     GAsyncReadyCallback     callback,
                                     gpointer                user_data)
{
  g_return_if_fail (CONVENE_IS_MEETING_PROVIDER (self));

  CONVENE_MEETING_PROVIDER_GET_IFACE (self)->read_async (self, number, cancellable, callback, user_data);
}

ConveneMeeting *
convene_meeting_provider_read_finish (ConveneMeetingProvider *self,
                                      GAsyncResult           *result,
                                      GError                **error)
{
  g_return_val_if_fail (CONVENE_IS_MEETING_PROVIDER (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);

  return CONVENE_MEETING_PROVIDER_GET_IFACE (self)->read_finish (self, result, error);
}

void
convene_meeting_provider_find_async (ConveneMeetingProvider *self,
                                     ConveneMeeting         *intent,
                                     const char             *host,
                                     gint64                  since,
                                     GCancellable           *cancellable,
                                     GAsyncReadyCallback     callback,
                                     gpointer                user_data)
{
  g_return_if_fail (CONVENE_IS_MEETING_PROVIDER (self));
  g_return_if_fail (CONVENE_IS_MEETING (intent));

  CONVENE_MEETING_PROVIDER_GET_IFACE (self)->find_async (self, intent, host, since, cancellable, callback, user_data);
}

GPtrArray *
convene_meeting_provider_find_finish (ConveneMeetingProvider *self,
                                      GAsyncResult           *result,
                                      GError                **error)
{
  g_return_val_if_fail (CONVENE_IS_MEETING_PROVIDER (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);

  return CONVENE_MEETING_PROVIDER_GET_IFACE (self)->find_finish (self, result, error);
}

void
convene_meeting_provider_emit_requests_used (ConveneMeetingProvider *self,
                                             const char             *host,
                                             int                     used)
{
  g_return_if_fail (CONVENE_IS_MEETING_PROVIDER (self));
  g_return_if_fail (host != NULL);

  g_signal_emit_by_name (self, "requests-used", host, used);
}
