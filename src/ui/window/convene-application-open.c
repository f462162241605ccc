/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opening files: which ones, and the window that says what they claim. */

#include "convene-application-private.h"

#include <glib/gi18n-lib.h>

#include "convene-compat.h"
#include "convene-opening-window.h"
#include "convene-window.h"
#include "convene-wizard.h"

static ConveneOpeningWindow *
get_window (ConveneApplication *self)
{
  ConveneOpeningWindow *window = convene_application_find_window (self, CONVENE_TYPE_OPENING_WINDOW);

  return window != NULL ? window : convene_opening_window_new (GTK_APPLICATION (self), convene_application_get_engine (self));
}

void
convene_application_open_waiting (ConveneApplication *self)
{
  GPtrArray            *waiting = convene_application_get_waiting (self);
  ConveneOpeningWindow *window;

  if (waiting->len == 0 || convene_application_get_engine (self) == NULL)
    return;

  window = get_window (self);
  for (guint i = 0; i < waiting->len; i++)
    convene_opening_window_add_file (window, g_ptr_array_index (waiting, i));
  g_ptr_array_set_size (waiting, 0);
  convene_application_present (self, GTK_WINDOW (window));
}

void
convene_application_open_bytes (ConveneApplication *self,
                                GBytes             *bytes)
{
  ConveneOpeningWindow *window;

  g_return_if_fail (CONVENE_IS_APPLICATION (self));
  g_return_if_fail (bytes != NULL);

  if (convene_application_get_engine (self) == NULL)
    return;

  window = get_window (self);
  convene_opening_window_add_bytes (window, bytes);
  convene_application_present (self, GTK_WINDOW (window));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneApplication) self = user_data;
  g_autoptr(GListModel) files = convene_compat_open_files_finish (GTK_WINDOW (source), result, NULL);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (convene_application_get_waiting (self), g_list_model_get_item (files, i));
  convene_application_open_waiting (self);
}

static void
open_file_cb (GSimpleAction *action,
              GVariant      *target,
              gpointer       user_data)
{
  ConveneApplication *self = user_data;
  g_autoptr(GtkFileFilter) filter = NULL;

  if (!convene_application_is_open_for (self, "open-file", target))
    return;

  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _("Invitations and answers"));
  gtk_file_filter_add_mime_type (filter, "text/calendar");
  gtk_file_filter_add_mime_type (filter, "message/rfc822");
  gtk_file_filter_add_suffix (filter, "ics");
  gtk_file_filter_add_suffix (filter, "eml");
  convene_compat_open_files_async (gtk_application_get_active_window (GTK_APPLICATION (self)), _("Open File"), filter, NULL, chosen_cb, g_object_ref (self));
}

static void
reschedule_to_cb (GSimpleAction *action,
                  GVariant      *target,
                  gpointer       user_data)
{
  ConveneApplication *self = user_data;
  const char         *uid;
  gint64              start, end;

  if (!convene_application_is_open_for (self, "reschedule-to", target))
    return;

  g_variant_get (target, "(&sxx)", &uid, &start, &end);
  convene_wizard_propose (CONVENE_WIZARD (convene_application_show_wizard (self, uid, CONVENE_WIZARD_RESCHEDULE)), start, end);
}

void
convene_application_add_open_actions (ConveneApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "open-file", .activate = open_file_cb },
    { .name = "reschedule-to", .activate = reschedule_to_cb, .parameter_type = "(sxx)" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
