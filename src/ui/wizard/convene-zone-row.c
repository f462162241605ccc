/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zone-row.h"

#include <string.h>

#include "convene-zone-list.h"

struct _ConveneZoneRow
{
  AdwEntryRow parent_instance;

  GtkWidget *words;
  char      *empty_words;
  gint64     instant;
};

G_DEFINE_FINAL_TYPE (ConveneZoneRow, convene_zone_row, ADW_TYPE_ENTRY_ROW)

static void
show_words (ConveneZoneRow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  g_autofree char *words = convene_zone_list_describe (name, self->instant);
  const char      *shown = g_strrstr (words, "UTC");

  if (*name == '\0' && self->empty_words != NULL)
    shown = self->empty_words;

  /* The city stands in the field; where it is narrow it needs the room. */
  gtk_label_set_label (GTK_LABEL (self->words), shown != NULL ? shown : words);
  gtk_widget_set_tooltip_text (self->words, shown != NULL && shown == self->empty_words ? shown : words);
}

static void
convene_zone_row_finalize (GObject *object)
{
  ConveneZoneRow *self = CONVENE_ZONE_ROW (object);

  g_clear_pointer (&self->empty_words, g_free);

  G_OBJECT_CLASS (convene_zone_row_parent_class)->finalize (object);
}

static void
convene_zone_row_class_init (ConveneZoneRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = convene_zone_row_finalize;
}

static void
convene_zone_row_init (ConveneZoneRow *self)
{
  self->words = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->words), PANGO_ELLIPSIZE_START);
  gtk_label_set_xalign (GTK_LABEL (self->words), 1);
  gtk_label_set_width_chars (GTK_LABEL (self->words), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (self->words), 24);
  gtk_widget_add_css_class (self->words, "dim-label");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->words);
  g_signal_connect (self, "changed", G_CALLBACK (show_words), NULL);
}

GtkWidget *
convene_zone_row_new (void)
{
  return g_object_new (CONVENE_TYPE_ZONE_ROW, NULL);
}

void
convene_zone_row_set_instant (ConveneZoneRow *self,
                              gint64          instant)
{
  g_return_if_fail (CONVENE_IS_ZONE_ROW (self));

  self->instant = instant;
  show_words (self);
}

void
convene_zone_row_set_empty_words (ConveneZoneRow *self,
                                  const char     *words)
{
  g_return_if_fail (CONVENE_IS_ZONE_ROW (self));

  g_free (self->empty_words);
  self->empty_words = g_strdup (words);
  show_words (self);
}
