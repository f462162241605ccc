/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-window-title.h"

#include <glib/gi18n-lib.h>

static char *
format_date (const char *date,
             const char *format)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *midnight = g_strconcat (date, "T00:00:00Z", NULL);
  g_autoptr(GDateTime) day = g_date_time_new_from_iso8601 (midnight, utc);

  return day != NULL ? g_date_time_format (day, format) : g_strdup ("");
}

/* Where there is little room, the month is short and the year stands below. */
static char *
get_heading (GObject    *object,
             gboolean    tight,
             const char *date,
             const char *title)
{
  if (!tight || date == NULL)
    return g_strdup (title != NULL ? title : "");

  return format_date (date, "%Ob");
}

static char *
get_subheading (GObject    *object,
                gboolean    tight,
                const char *date)
{
  return tight && date != NULL ? format_date (date, "%Y") : g_strdup ("");
}

static gboolean
is_page (GObject    *object,
         const char *page)
{
  return page != NULL && *page != '\0';
}

static gboolean
is_calendar (GObject    *object,
             const char *page)
{
  return g_strcmp0 (page, "calendar") == 0;
}

static gboolean
is_switcher_shown (GObject    *object,
                   gboolean    narrow,
                   const char *page)
{
  return !narrow && is_page (object, page);
}

/* In the middle, where the switcher is not. */
static char *
get_name (GObject    *object,
          gboolean    narrow,
          const char *page,
          const char *name)
{
  if (!is_page (object, page))
    return g_strdup (name != NULL ? name : "");

  return g_strdup (narrow && !is_calendar (object, page) ? _("Interviews") : "");
}

static gboolean
is_said (GObject    *object,
         const char *text)
{
  return text != NULL && *text != '\0';
}

void
convene_window_title_bind (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, get_heading);
  gtk_widget_class_bind_template_callback (klass, get_subheading);
  gtk_widget_class_bind_template_callback (klass, is_calendar);
  gtk_widget_class_bind_template_callback (klass, is_switcher_shown);
  gtk_widget_class_bind_template_callback (klass, get_name);
  gtk_widget_class_bind_template_callback (klass, is_said);
}

static const struct
{
  const char *view;
  gboolean    narrow; /* a week has no room there */
  const char *previous;
  const char *next;
} turns[] = {
  { "month", FALSE, N_("Previous month"), N_("Next month") },
    { "month", TRUE, N_("Previous month"), N_("Next month") },
      { "week", FALSE, N_("Previous week"), N_("Next week") },
        { "week", TRUE, N_("Previous days"), N_("Next days") },
          { "day", FALSE, N_("Previous day"), N_("Next day") },
            { "day", TRUE, N_("Previous day"), N_("Next day") },
            };

const char *
convene_window_title_get_previous (const char *view,
                                   gboolean    narrow)
{
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    if (g_strcmp0 (turns[i].view, view) == 0 && turns[i].narrow == narrow)
      return _(turns[i].previous);

  return _("Earlier");
}

const char *
convene_window_title_get_next (const char *view,
                               gboolean    narrow)
{
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    if (g_strcmp0 (turns[i].view, view) == 0 && turns[i].narrow == narrow)
      return _(turns[i].next);

  return _("Later");
}
