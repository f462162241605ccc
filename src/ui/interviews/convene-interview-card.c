/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview-card.h"

#include <glib/gi18n-lib.h>

#include "convene-palette.h"
#include "convene-tip.h"
#include "convene-words.h"

struct _ConveneInterviewCard
{
  AdwBin parent_instance;

  ConveneNow            now;
  gpointer              now_data;
  ConveneInterviewItem *item;
  gulong                entry_id; /* of a handler of the item's */

  GtkWidget      *swatch;
  GtkInscription *candidate;
  GtkInscription *state;
  GtkInscription *facts;
  GtkBox         *first;
  GtkWidget      *type; /* ConveneInterviewCell */
};

G_DEFINE_FINAL_TYPE (ConveneInterviewCard, convene_interview_card, ADW_TYPE_BIN)

/* "Tue 1 Dec, 10:00 · Staff Engineer" */
static char *
format_facts (ConveneCalendarEntry *entry,
              gint64                now)
{
  g_autofree char *time = convene_words_short_dated (convene_calendar_entry_get_start (entry), NULL, now);
  const char      *job = convene_calendar_entry_get_job (entry);

  if (job == NULL || *job == '\0')
    return g_steal_pointer (&time);

  return g_strdup_printf (C_("two facts", "%s · %s"), time, job);
}

static void
show_swatch (ConveneInterviewCard *self,
             ConveneCalendarEntry *entry)
{
  g_autofree char *name = g_strdup_printf ("job-color-%u", convene_palette_job (convene_calendar_entry_get_job (entry)));
  const char      *classes[] = { "swatch", name, NULL };

  gtk_widget_set_css_classes (self->swatch, classes);
}

static void
show_state (ConveneInterviewCard *self,
            ConveneCalendarEntry *entry,
            gint64                now)
{
  gboolean         cancelled = convene_calendar_entry_get_status (entry) == CONVENE_STATUS_CANCELLED;
  gboolean         attention = convene_calendar_entry_get_attention (entry);
  g_autofree char *state = convene_interview_cell_format (CONVENE_COLUMN_STATUS, entry, now);
  const char      *classes[] = { "caption", attention ? "warning" : "dim-label", NULL };
  const char      *heading[] = { "heading", cancelled ? "cancelled" : NULL, NULL };

  gtk_inscription_set_text (self->state, state);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state), classes);
  gtk_widget_set_css_classes (GTK_WIDGET (self->candidate), heading);
}

/* The list's own widget around it has no name of its own. */
static void
name_row (ConveneInterviewCard *self,
          const char           *words)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  convene_tip_set (GTK_WIDGET (self), words);
}

static void
show (ConveneInterviewCard *self)
{
  ConveneCalendarEntry *entry = self->item != NULL ? convene_interview_item_get_entry (self->item) : NULL;
  gint64                now = self->now (self->now_data);
  g_autofree char      *facts = entry != NULL ? format_facts (entry, now) : NULL;
  g_autofree char      *words = entry != NULL ? convene_interview_cell_describe (entry, now) : NULL;

  gtk_widget_set_child_visible (adw_bin_get_child (ADW_BIN (self)), entry != NULL);
  gtk_inscription_set_text (self->candidate, entry != NULL ? convene_calendar_entry_get_candidate (entry) : "");
  gtk_inscription_set_text (self->facts, facts != NULL ? facts : "");
  name_row (self, words != NULL ? words : "");
  if (entry == NULL)
    return;

  show_swatch (self, entry);
  show_state (self, entry, now);
}

static void
convene_interview_card_dispose (GObject *object)
{
  ConveneInterviewCard *self = CONVENE_INTERVIEW_CARD (object);

  g_clear_signal_handler (&self->entry_id, self->item);
  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_INTERVIEW_CARD);

  G_OBJECT_CLASS (convene_interview_card_parent_class)->dispose (object);
}

static void
convene_interview_card_class_init (ConveneInterviewCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_interview_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/interviews/convene-interview-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewCard, swatch);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewCard, candidate);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewCard, state);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewCard, facts);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewCard, first);
  gtk_widget_class_set_css_name (widget_class, "interviewcard");
}

static void
convene_interview_card_init (ConveneInterviewCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
convene_interview_card_new (ConveneNow now,
                            gpointer   user_data)
{
  ConveneInterviewCard *self;

  g_return_val_if_fail (now != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_INTERVIEW_CARD, NULL);
  self->now = now;
  self->now_data = user_data;
  self->type = convene_interview_cell_new (CONVENE_COLUMN_TYPE, now, user_data);
  gtk_box_append (self->first, self->type);
  return GTK_WIDGET (self);
}

void
convene_interview_card_set_item (ConveneInterviewCard *self,
                                 ConveneInterviewItem *item)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW_CARD (self));
  g_return_if_fail (item == NULL || CONVENE_IS_INTERVIEW_ITEM (item));

  if (self->item == item)
    return;

  g_clear_signal_handler (&self->entry_id, self->item);
  g_set_object (&self->item, item);
  convene_interview_cell_set_item (CONVENE_INTERVIEW_CELL (self->type), item);
  if (item == NULL)
    return;

  self->entry_id = g_signal_connect_swapped (item, "notify::entry", G_CALLBACK (show), self);
  show (self);
}

ConveneInterviewItem *
convene_interview_card_get_item (ConveneInterviewCard *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW_CARD (self), NULL);

  return self->item;
}
