/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-window-state.h"

#include "convene-filter.h"

#define SCHEMA "io.github.conveneapp.Convene"

/* GSettings ends the program where a schema is missing, which a window's size is not worth. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, TRUE) : NULL;

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
bind (GSettings         *settings,
      gpointer           object,
      const char *const *keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_bind (settings, keys[i], object, keys[i], G_SETTINGS_BIND_DEFAULT);
}

static void
filter_cb (ConveneFilter *filter,
           GSettings     *settings)
{
  g_autofree char *kept = g_settings_get_string (settings, "filter");
  g_autofree char *string = convene_filter_to_string (filter);

  /* Words that are being typed are not kept, and a write for each of them would be none of a person's wishes. */
  if (g_strcmp0 (kept, string) != 0)
    g_settings_set_string (settings, "filter", string);
}

/* What was kept by another version may not be understood: then everything is shown. */
static void
bind_filter (GSettings     *settings,
             ConveneFilter *filter)
{
  g_autofree char *kept = g_settings_get_string (settings, "filter");

  convene_filter_set_from_string (filter, kept);
  g_signal_connect_data (filter, "changed", G_CALLBACK (filter_cb), g_object_ref (settings), (GClosureNotify) (void (*) (void)) g_object_unref, 0);
}

void
convene_window_state_bind (GtkWindow *window,
                           GObject   *calendar,
                           GObject   *filter)
{
  static const char *const calendar_keys[] = { "view", "colors", "second-zone", NULL };
  g_autoptr(GSettings) settings = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (G_IS_OBJECT (calendar));
  g_return_if_fail (CONVENE_IS_FILTER (filter));

  settings = open_settings ();
  if (settings == NULL)
    return;

  g_settings_bind (settings, "width", window, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "height", window, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "maximized", window, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "page", window, "page", G_SETTINGS_BIND_DEFAULT);
  bind (settings, calendar, calendar_keys);
  bind_filter (settings, CONVENE_FILTER (filter));
}

void
convene_window_state_bind_interviews (GObject *page)
{
  static const char *const keys[] = { "sort", "sort-descending", NULL };
  g_autoptr(GSettings) settings = NULL;

  g_return_if_fail (G_IS_OBJECT (page));

  settings = open_settings ();
  if (settings != NULL)
    bind (settings, page, keys);
}
