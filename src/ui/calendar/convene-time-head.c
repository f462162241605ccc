/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-time-head.h"

#include <glib/gi18n-lib.h>

#include "convene-month.h"
#include "convene-time-scale.h"
#include "convene-tip.h"
#include "convene-words.h"

struct _ConveneTimeHead
{
  GtkWidget parent_instance;

  GtkWidget *corner;
  GtkWidget *cities[2]; /* of the second ruler, and of this computer's */
  GtkWidget *days;
  GtkWidget *labels[CONVENE_TIME_MOST_DAYS];
};

G_DEFINE_FINAL_TYPE (ConveneTimeHead, convene_time_head, GTK_TYPE_WIDGET)

static void
convene_time_head_dispose (GObject *object)
{
  ConveneTimeHead *self = CONVENE_TIME_HEAD (object);

  g_clear_pointer (&self->corner, gtk_widget_unparent);
  g_clear_pointer (&self->days, gtk_widget_unparent);

  G_OBJECT_CLASS (convene_time_head_parent_class)->dispose (object);
}

static void
convene_time_head_class_init (ConveneTimeHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_time_head_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
add_label (GtkWidget        *box,
           GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "accessible-role", role, NULL);

  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
convene_time_head_init (ConveneTimeHead *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "heads");
  self->corner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->corner), TRUE);
  gtk_widget_set_hexpand (self->corner, FALSE);
  gtk_widget_set_parent (self->corner, GTK_WIDGET (self));
  for (guint i = 0; i < 2; i++)
    {
      self->cities[i] = add_label (self->corner, GTK_ACCESSIBLE_ROLE_LABEL);
      g_object_set (self->cities[i], "visible", FALSE, "wrap", TRUE, "lines", 2, "width-chars", 1, "max-width-chars", 1, "justify", GTK_JUSTIFY_CENTER, "hexpand", TRUE, NULL);
      gtk_widget_add_css_class (self->cities[i], "city");
    }

  self->days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->days), TRUE);
  gtk_widget_set_hexpand (self->days, TRUE);
  gtk_widget_set_parent (self->days, GTK_WIDGET (self));
  for (guint i = 0; i < CONVENE_TIME_MOST_DAYS; i++)
    self->labels[i] = add_label (self->days, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
}

/* "Tue 1", and "Today, Tuesday 1 December" as it is read aloud. */
static void
show_day (GtkWidget   *label,
          const GDate *day,
          gboolean     today,
          gint64       now)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GDateTime) date = g_date_time_new_utc (g_date_get_year (day), g_date_get_month (day), g_date_get_day (day), 0, 0, 0);
  /* Translators: a format of g_date_time_format (): the head of a day's column: "Tue 1". */
  g_autofree char *head = g_date_time_format (date, C_("head of a day", "%a %-d"));
  g_autofree char *whole = convene_words_day (convene_month_day_start (day, zone), NULL, now);
  g_autofree char *name = today ? g_strdup_printf (C_("name of a day", "Today, %s"), whole) : g_strdup (whole);

  gtk_label_set_label (GTK_LABEL (label), head);
  convene_tip_set (label, whole);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (today)
    gtk_widget_add_css_class (label, "today");
  else
    gtk_widget_remove_css_class (label, "today");
}

void
convene_time_head_show (ConveneTimeHead *self,
                        const GDate     *first,
                        guint            n_days,
                        const GDate     *today,
                        gint64           now)
{
  GDate day;

  g_return_if_fail (CONVENE_IS_TIME_HEAD (self));

  day = *first;
  for (guint i = 0; i < CONVENE_TIME_MOST_DAYS; i++)
    {
      gtk_widget_set_visible (self->labels[i], i < n_days);
      if (i < n_days)
        show_day (self->labels[i], &day, g_date_compare (&day, today) == 0, now);
      g_date_add_days (&day, 1);
    }
}

void
convene_time_head_set_second_zone (ConveneTimeHead *self,
                                   const char      *zone)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  const char *zones[] = { zone, g_time_zone_get_identifier (here) };

  g_return_if_fail (CONVENE_IS_TIME_HEAD (self));

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *city = zone != NULL && zones[i] != NULL ? convene_words_city (zones[i]) : NULL;

      gtk_label_set_label (GTK_LABEL (self->cities[i]), city != NULL ? city : "");
      gtk_widget_set_tooltip_text (self->cities[i], city);
      gtk_widget_set_visible (self->cities[i], zone != NULL);
    }
}

void
convene_time_head_set_ruler_width (ConveneTimeHead *self,
                                   int              width)
{
  g_return_if_fail (CONVENE_IS_TIME_HEAD (self));

  gtk_widget_set_size_request (self->corner, width, -1);
}
