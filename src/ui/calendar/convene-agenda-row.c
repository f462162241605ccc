/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-agenda-row.h"

#include <glib/gi18n-lib.h>

#include "convene-entry-chip.h"
#include "convene-entry-join.h"
#include "convene-month.h"
#include "convene-rows.h"
#include "convene-tip.h"
#include "convene-words.h"

struct _ConveneAgendaRow
{
  GtkWidget parent_instance;

  GtkWidget *heading;
  GtkWidget *interview;
  GtkWidget *swatch;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *chip;
  GtkWidget *join;

  ConveneAgendaItem *item;
};

G_DEFINE_FINAL_TYPE (ConveneAgendaRow, convene_agenda_row, GTK_TYPE_WIDGET)

static void
convene_agenda_row_dispose (GObject *object)
{
  g_clear_object (&CONVENE_AGENDA_ROW (object)->item);
  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_AGENDA_ROW);

  G_OBJECT_CLASS (convene_agenda_row_parent_class)->dispose (object);
}

static void
convene_agenda_row_class_init (ConveneAgendaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_agenda_row_dispose;

  g_type_ensure (CONVENE_TYPE_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/calendar/convene-agenda-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneAgendaRow, heading);
  gtk_widget_class_bind_template_child (widget_class, ConveneAgendaRow, interview);
  gtk_widget_class_bind_template_child (widget_class, ConveneAgendaRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, ConveneAgendaRow, title);
  gtk_widget_class_bind_template_child (widget_class, ConveneAgendaRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, ConveneAgendaRow, chip);
  gtk_widget_class_bind_template_child (widget_class, ConveneAgendaRow, join);
}

static void
convene_agenda_row_init (ConveneAgendaRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
convene_agenda_row_new (void)
{
  return g_object_new (CONVENE_TYPE_AGENDA_ROW, NULL);
}

/* The list's own widget around the row is what a screen reader comes to. */
static void
name_row (ConveneAgendaRow *self,
          const char       *name)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  convene_tip_set (GTK_WIDGET (self), name);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_heading (ConveneAgendaRow *self,
              gint64            now)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  gint64           from = convene_agenda_item_get_from (self->item);
  g_autofree char *day = convene_words_day (from, NULL, now);
  g_autofree char *text = NULL;
  GDate            today, date;

  convene_month_day_at (now, zone, &today);
  convene_month_day_at (from, zone, &date);
  text = g_date_compare (&today, &date) == 0 ? g_strdup_printf (C_("name of a day", "Today, %s"), day) : g_strdup (day);
  gtk_label_set_label (GTK_LABEL (self->heading), text);
  name_row (self, text);
}

/* "Tue 1 Dec, 23:30" where it began on a day before. */
static char *
write_title (ConveneAgendaRow     *self,
             ConveneCalendarEntry *entry)
{
  gint64           start = convene_calendar_entry_get_start (entry);
  g_autofree char *time = start < convene_agenda_item_get_from (self->item) ? convene_words_short (start, NULL) : convene_words_time_range (start, convene_calendar_entry_get_end (entry), NULL);

  /* Translators: a time of day, and whose interview it is. */
  return g_strdup_printf (C_("row of the day", "%s  %s"), time, convene_calendar_entry_get_candidate (entry));
}

static char *
write_subtitle (ConveneCalendarEntry *entry)
{
  const char      *job = convene_calendar_entry_get_job (entry);
  const char      *platform = convene_words_platform (convene_calendar_entry_get_platform (entry));
  g_autofree char *first = job != NULL && *job != '\0' ? g_strdup_printf (C_("two facts", "%s · %s"), job, platform) : g_strdup (platform);

  return g_strdup_printf (C_("two facts", "%s · %s"), first, convene_words_response (convene_calendar_entry_get_response (entry)));
}

static void
show_entry (ConveneAgendaRow     *self,
            ConveneCalendarEntry *entry,
            ConveneColors         colors)
{
  const char      *classes[] = { "swatch", convene_palette_get_class (convene_colors_choose (colors, entry)), NULL };
  g_autofree char *title = write_title (self, entry);
  g_autofree char *subtitle = write_subtitle (entry);
  g_autofree char *sentence = convene_words_entry (entry, NULL);

  gtk_widget_set_css_classes (self->swatch, classes);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->subtitle), subtitle);
  convene_entry_chip_show (self->chip, entry);
  convene_entry_join_show (GTK_BUTTON (self->join), entry);
  name_row (self, sentence);
}

gint64
convene_agenda_row_set_now (ConveneAgendaRow *self,
                            gint64            now)
{
  ConveneCalendarEntry *entry;
  gint64                next = G_MAXINT64;

  g_return_val_if_fail (CONVENE_IS_AGENDA_ROW (self), G_MAXINT64);

  entry = self->item != NULL ? convene_agenda_item_get_entry (self->item) : NULL;
  gtk_widget_set_visible (self->join, entry != NULL && convene_entry_can_join (entry, now, &next));
  return next;
}

gint64
convene_agenda_row_set_item (ConveneAgendaRow  *self,
                             ConveneAgendaItem *item,
                             ConveneColors      colors,
                             gint64             now)
{
  ConveneCalendarEntry *entry;

  g_return_val_if_fail (CONVENE_IS_AGENDA_ROW (self), G_MAXINT64);
  g_return_val_if_fail (item == NULL || CONVENE_IS_AGENDA_ITEM (item), G_MAXINT64);

  g_set_object (&self->item, item);
  if (item == NULL)
    return G_MAXINT64;

  entry = convene_agenda_item_get_entry (item);
  gtk_widget_set_visible (self->heading, entry == NULL);
  gtk_widget_set_visible (self->interview, entry != NULL);
  if (entry != NULL)
    show_entry (self, entry, colors);
  else
    show_heading (self, now);
  return convene_agenda_row_set_now (self, now);
}

ConveneAgendaItem *
convene_agenda_row_get_item (ConveneAgendaRow *self)
{
  g_return_val_if_fail (CONVENE_IS_AGENDA_ROW (self), NULL);

  return self->item;
}
