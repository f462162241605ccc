/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-card.h"

#include <glib/gi18n-lib.h>

#include "convene-names.h"
#include "convene-plan-words.h"
#include "convene-words.h"

struct _ConveneLetterCard
{
  AdwExpanderRow parent_instance;
};

G_DEFINE_FINAL_TYPE (ConveneLetterCard, convene_letter_card, ADW_TYPE_EXPANDER_ROW)

static void
add_line (ConveneLetterCard *self,
          const char        *title,
          const char        *text,
          const char        *icon_name)
{
  GtkWidget *row;

  if (text == NULL || *text == '\0')
    return;

  /* Its labels learn that there is no markup in it only once it is made. */
  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 0, "subtitle-lines", 0, NULL);
  g_object_set (row, "title", title, "subtitle", text, NULL);
  if (icon_name != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_add_css_class (row, "property");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* The text can be selected, and so be read by who hears the screen. */
static void
add_text (ConveneLetterCard *self,
          const char        *text)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "title", _ ("Text of the letter"), "activatable", FALSE, "focusable", FALSE, "child", label, NULL);

  g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, "selectable", TRUE, "margin-top", 12, "margin-bottom", 12, "margin-start", 12,
                "margin-end", 12, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Text of the letter"), -1);
  /* Its columns stand below one another only so. */
  gtk_widget_add_css_class (label, "monospace");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_calendar (ConveneLetterCard *self,
              ConveneInterview  *interview,
              gint64             now)
{
  gint64           start = convene_moment_get_instant (convene_interview_get_start (interview));
  g_autofree char *day = convene_words_day (start, NULL, now);
  g_autofree char *range = convene_words_time_range (start, convene_interview_get_end (interview), NULL);
  /* Translators: a day and a range of time */
  g_autofree char *when = g_strdup_printf (_ ("%s, %s"), day, range);

  add_line (self, "invitation.ics", when, "x-office-calendar-symbolic");
}

/* A letter leaves when the clock of whoever sends it says so. */
static char *
describe_leaving (ConveneLetterPreview *letter)
{
  gint64           due = convene_letter_preview_get_due (letter);
  g_autofree char *when = due > 0 ? convene_words_short (due, NULL) : g_strdup (_ ("At once"));
  const char *way = convene_plan_words_way (convene_letter_preview_get_way (letter));

  /* Translators: when something is done, and how */
  return way != NULL ? g_strdup_printf (_ ("%s · %s"), when, way) : g_steal_pointer (&when);
}

/* Where each person gets one of their own, only who it goes to tells one from another. */
static char *
describe (ConveneLetterPreview *letter)
{
  const char *what = convene_words_operation (convene_letter_preview_get_kind (letter));

  if (!convene_letter_preview_get_apart (letter))
    return g_strdup (what);

  /* Translators: what is done, and whom a letter goes to: "Send the invitation · Ada Example <ada@example.com>" */
  return g_strdup_printf (C_ ("letter", "%s · %s"), what, convene_letter_preview_get_to (letter));
}

static void
convene_letter_card_class_init (ConveneLetterCardClass *klass)
{
}

static void
convene_letter_card_init (ConveneLetterCard *self)
{
}

GtkWidget *
convene_letter_card_new (ConveneLetterPreview *letter,
                         ConveneInterview     *interview,
                         gint64                now)
{
  ConveneLetterCard *self;
  g_autofree char   *leaves = NULL;
  g_autofree char   *what = NULL;

  g_return_val_if_fail (CONVENE_IS_LETTER_PREVIEW (letter), NULL);
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);

  leaves = describe_leaving (letter);
  what = describe (letter);
  self = g_object_new (CONVENE_TYPE_LETTER_CARD, "use-markup", FALSE, NULL);
  g_object_set (self, "title", convene_letter_preview_get_subject (letter), "subtitle", what, NULL);
  add_line (self, C_ ("letter", "To"), convene_letter_preview_get_to (letter), NULL);
  add_line (self, C_ ("letter", "Cc"), convene_letter_preview_get_cc (letter), NULL);
  add_line (self, C_ ("letter", "Note"), convene_letter_preview_get_note (letter), "dialog-information-symbolic");
  add_line (self, C_ ("letter", "Subject"), convene_letter_preview_get_subject (letter), NULL);
  add_line (self, C_ ("letter", "Leaves"), leaves, NULL);
  add_text (self, convene_letter_preview_get_text (letter));
  if (convene_letter_preview_get_has_calendar (letter))
    add_calendar (self, interview, now);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, convene_letter_preview_get_subject (letter), -1);
  convene_name_parts (GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
