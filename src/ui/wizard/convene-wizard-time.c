/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "convene-clock-change-words.h"
#include "convene-clock.h"
#include "convene-completion.h"
#include "convene-day-picker.h"
#include "convene-field-checks.h"
#include "convene-length-row.h"
#include "convene-person-rows.h"
#include "convene-rows.h"
#include "convene-start-text.h"
#include "convene-time-words.h"
#include "convene-wizard-page.h"
#include "convene-words.h"
#include "convene-zone-row.h"
#include "convene-zone.h"

#define CONVENE_TYPE_WIZARD_TIME (convene_wizard_time_get_type ())

G_DECLARE_FINAL_TYPE (ConveneWizardTime, convene_wizard_time, CONVENE, WIZARD_TIME, ConveneWizardPage)

/* What the draft says, read once for everything that shows it. */
typedef struct
{
  char          *date;
  char          *time;
  char          *zone;
  char          *candidate_zone; /* the interview's where the candidate has none */
  char          *name;
  char          *offset;
  int            minutes;
  ConveneMoment *moment; /* NULL while it cannot be told */
} Typed;

struct _ConveneWizardTime
{
  ConveneWizardPage parent_instance;

  ConveneFieldChecks *checks;
  char               *own_zone;
  char               *offsets[2]; /* of the two readings, NULL where the time comes once */
  gboolean            filling;    /* the draft is being written into the widgets */

  AdwEntryRow      *date_row;
  AdwEntryRow      *time_row;
  ConveneErrorRow  *start_error;
  AdwActionRow     *first_reading;
  AdwActionRow     *second_reading;
  GtkCheckButton   *first_check;
  GtkCheckButton   *second_check;
  AdwActionRow     *both_times;
  ConveneErrorRow  *clock_change;
  ConveneErrorRow  *hours_note;
  ConveneDayPicker *picker;
  ConveneLengthRow *length_row;
  ConveneErrorRow  *duration_error;
  ConveneZoneRow   *zone_row;
  ConveneErrorRow  *zone_error;
  ConveneZoneRow   *candidate_zone_row;
  ConveneErrorRow  *candidate_zone_error;
};

G_DEFINE_FINAL_TYPE (ConveneWizardTime, convene_wizard_time, CONVENE_TYPE_WIZARD_PAGE)

static ConveneDraft *
draft_of (ConveneWizardTime *self)
{
  return convene_wizard_page_get_draft (CONVENE_WIZARD_PAGE (self));
}

static gint64
now_of (ConveneWizardTime *self)
{
  return convene_clock_now (convene_engine_get_clock (convene_wizard_page_get_engine (CONVENE_WIZARD_PAGE (self))));
}

static void
typed_clear (Typed *self)
{
  g_free (self->date);
  g_free (self->time);
  g_free (self->zone);
  g_free (self->candidate_zone);
  g_free (self->name);
  g_free (self->offset);
  g_clear_pointer (&self->moment, convene_moment_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static void
read_typed (ConveneWizardTime *self,
            Typed             *typed)
{
  g_autoptr(GTimeZone) candidate = NULL;

  g_object_get (draft_of (self), "date", &typed->date, "time", &typed->time, "timezone", &typed->zone, "candidate-timezone", &typed->candidate_zone,
                "candidate-name", &typed->name, "offset", &typed->offset, "duration", &typed->minutes, NULL);
  g_strstrip (typed->zone);
  candidate = convene_zone_new (g_strstrip (typed->candidate_zone), NULL, NULL);
  if (candidate == NULL)
    {
      g_free (typed->candidate_zone);
      typed->candidate_zone = g_strdup (typed->zone);
    }

  typed->moment = convene_start_text_to_moment (typed->date, typed->time, typed->offset, typed->zone, NULL);
}

/* A row shows what is meant once it is left, the draft keeps what was typed: the row is written only where both mean something else. */
static void
fill_date_row (ConveneWizardTime *self,
               const char        *date)
{
  g_autofree char *shown = convene_start_text_parse_date (gtk_editable_get_text (GTK_EDITABLE (self->date_row)));

  if (g_strcmp0 (shown, date) != 0 && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->date_row)), date) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->date_row), date);
}

static void
fill_time_row (ConveneWizardTime *self,
               const char        *time)
{
  const char *shown = gtk_editable_get_text (GTK_EDITABLE (self->time_row));
  int         hour, minute, shown_hour, shown_minute;

  if (convene_start_text_parse_time (time, &hour, &minute) && convene_start_text_parse_time (shown, &shown_hour, &shown_minute) &&
      hour == shown_hour && minute == shown_minute)
    return;

  if (g_strcmp0 (shown, time) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->time_row), time);
}

/* What a reading of a doubled time is for both people. */
static void
fill_reading (ConveneWizardTime *self,
              const Typed       *typed,
              AdwActionRow      *row,
              GtkCheckButton    *check,
              const char        *offset)
{
  g_autoptr(ConveneMoment) moment = offset != NULL ? convene_start_text_to_moment (typed->date, typed->time, offset, typed->zone, NULL) : NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (row), moment != NULL);
  gtk_check_button_set_active (check, moment != NULL && g_str_equal (typed->offset, offset));
  if (moment == NULL)
    return;

  words = convene_time_words_both (convene_moment_get_instant (moment), self->own_zone, typed->zone, typed->candidate_zone, typed->name, now_of (self));
  adw_action_row_set_subtitle (row, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
fill_readings (ConveneWizardTime *self,
               const Typed       *typed)
{
  g_clear_pointer (&self->offsets[0], g_free);
  g_clear_pointer (&self->offsets[1], g_free);
  convene_start_text_find_readings (typed->date, typed->time, typed->zone, &self->offsets[0], &self->offsets[1]);
  fill_reading (self, typed, self->first_reading, self->first_check, self->offsets[0]);
  fill_reading (self, typed, self->second_reading, self->second_check, self->offsets[1]);
}

static void
fill_words (ConveneWizardTime *self,
            const Typed       *typed)
{
  const char *const zones[] = { typed->zone, typed->candidate_zone, self->own_zone };
  gint64            now = now_of (self);
  gint64            start = typed->moment != NULL ? convene_moment_get_instant (typed->moment) : 0;
  g_autofree char  *both = NULL;
  g_autofree char  *change = NULL;
  g_autofree char  *hours = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->both_times), typed->moment != NULL);
  if (typed->moment != NULL)
    {
      both = convene_time_words_both (start, self->own_zone, typed->zone, typed->candidate_zone, typed->name, now);
      change = convene_clock_change_words (zones, G_N_ELEMENTS (zones), now, start);
      hours = convene_time_words_hours (start, MAX (typed->minutes, 1), typed->candidate_zone, typed->name);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->both_times), both);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->both_times), GTK_ACCESSIBLE_PROPERTY_LABEL, both, -1);
    }

  convene_error_row_set_message (self->clock_change, start > now ? change : NULL);
  convene_error_row_set_message (self->hours_note, hours);
  convene_zone_row_set_instant (self->zone_row, start > 0 ? start : now);
  convene_zone_row_set_instant (self->candidate_zone_row, start > 0 ? start : now);
}

static void
fill (ConveneWizardTime *self)
{
  g_auto(Typed) typed = { 0 };

  if (self->filling)
    return;

  read_typed (self, &typed);
  self->filling = TRUE;
  fill_date_row (self, typed.date);
  fill_time_row (self, typed.time);
  fill_readings (self, &typed);
  fill_words (self, &typed);
  convene_day_picker_set_except (self->picker, convene_draft_get_subject (draft_of (self)));
  convene_day_picker_propose (self->picker, typed.date, typed.zone, typed.moment != NULL ? convene_moment_get_instant (typed.moment) : 0, typed.minutes);
  self->filling = FALSE;
}

static void
date_typed_cb (ConveneWizardTime *self)
{
  const char      *text = gtk_editable_get_text (GTK_EDITABLE (self->date_row));
  g_autofree char *day = convene_start_text_parse_date (text);

  if (!self->filling)
    g_object_set (draft_of (self), "date", day != NULL ? day : text, NULL);
}

static void
time_typed_cb (ConveneWizardTime *self)
{
  if (!self->filling)
    g_object_set (draft_of (self), "time", gtk_editable_get_text (GTK_EDITABLE (self->time_row)), NULL);
}

/* Shows what was understood; the draft is not touched. */
static void
show_as_read (ConveneWizardTime *self,
              AdwEntryRow       *row,
              const char        *text)
{
  if (text == NULL || g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), text))
    return;

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  self->filling = FALSE;
}

static void
date_left_cb (ConveneWizardTime *self)
{
  g_autofree char *day = convene_start_text_parse_date (gtk_editable_get_text (GTK_EDITABLE (self->date_row)));

  show_as_read (self, self->date_row, day);
}

static void
time_left_cb (ConveneWizardTime *self)
{
  g_autofree char *time = NULL;
  int              hour, minute;

  if (convene_start_text_parse_time (gtk_editable_get_text (GTK_EDITABLE (self->time_row)), &hour, &minute))
    time = convene_start_text_format_time (hour, minute, convene_words_has_twelve_hours ());
  show_as_read (self, self->time_row, time);
}

static void
reading_toggled_cb (ConveneWizardTime *self,
                    GtkCheckButton    *check)
{
  if (!self->filling && gtk_check_button_get_active (check))
    g_object_set (draft_of (self), "offset", self->offsets[check == self->second_check], NULL);
}

static void
date_picked_cb (ConveneWizardTime *self,
                const char        *date)
{
  if (!self->filling)
    g_object_set (draft_of (self), "date", date, NULL);
}

static void
picked_cb (ConveneWizardTime *self,
           gint64             instant)
{
  g_auto(Typed) typed = { 0 };
  g_autoptr(ConveneMoment) moment = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_auto(GStrv) parts = NULL;

  read_typed (self, &typed);
  moment = convene_moment_new_at (instant, typed.zone, NULL);
  if (moment == NULL)
    return;

  parts = g_strsplit (convene_moment_get_wall (moment), "T", 2);
  g_object_set (draft_of (self), "date", parts[0], "time", parts[1], NULL);
  /* Who picks one of two equal times means the one that was picked. */
  if (convene_start_text_find_readings (parts[0], parts[1], typed.zone, &first, &second))
    {
      g_autoptr(ConveneMoment) earlier = convene_start_text_to_moment (parts[0], parts[1], first, typed.zone, NULL);

      g_object_set (draft_of (self), "offset", earlier != NULL && convene_moment_get_instant (earlier) == instant ? first : second, NULL);
    }
  time_left_cb (self);
}

static void
convene_wizard_time_enter (ConveneWizardPage *page)
{
  ConveneWizardTime *self = CONVENE_WIZARD_TIME (page);
  g_autofree char   *zone = NULL;

  g_object_get (draft_of (self), "timezone", &zone, NULL);
  if (*zone == '\0')
    g_object_set (draft_of (self), "timezone", self->own_zone, NULL);

  fill (self);
  date_left_cb (self);
  time_left_cb (self);
  convene_field_checks_update (self->checks);
}

static void
convene_wizard_time_show_errors (ConveneWizardPage *page)
{
  ConveneWizardTime *self = CONVENE_WIZARD_TIME (page);
  g_autofree char   *day = convene_start_text_parse_date (gtk_editable_get_text (GTK_EDITABLE (self->date_row)));

  convene_field_checks_show_all (self->checks);
  if (day == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->date_row));
}

static void
convene_wizard_time_focus_first (ConveneWizardPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (CONVENE_WIZARD_TIME (page)->date_row));
}

static void
zone_chosen_cb (GtkEditable     *row,
                GtkStringObject *name)
{
  gtk_editable_set_text (row, gtk_string_object_get_string (name));
}

static void
complete_zone (ConveneWizardTime *self,
               ConveneZoneRow    *row)
{
  ConveneCompletion *completion = convene_completion_attach (GTK_EDITABLE (row), convene_wizard_page_get_engine (CONVENE_WIZARD_PAGE (self)), CONVENE_COMPLETION_ZONES);

  g_signal_connect_object (completion, "chosen", G_CALLBACK (zone_chosen_cb), row, G_CONNECT_SWAPPED);
}

static void
convene_wizard_time_constructed (GObject *object)
{
  ConveneWizardTime *self = CONVENE_WIZARD_TIME (object);
  ConveneDraft      *draft = draft_of (self);

  G_OBJECT_CLASS (convene_wizard_time_parent_class)->constructed (object);

  convene_day_picker_set_engine (self->picker, convene_wizard_page_get_engine (CONVENE_WIZARD_PAGE (self)));
  g_object_bind_property (draft, "duration", self->length_row, "minutes", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  convene_draft_bind_row (CONVENE_WIZARD_PAGE (self), GTK_WIDGET (self->zone_row), "timezone");
  convene_draft_bind_row (CONVENE_WIZARD_PAGE (self), GTK_WIDGET (self->candidate_zone_row), "candidate-timezone");
  g_signal_connect_object (self->date_row, "entry-activated", G_CALLBACK (convene_wizard_page_go_on), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->time_row, "entry-activated", G_CALLBACK (convene_wizard_page_go_on), self, G_CONNECT_SWAPPED);

  self->checks = convene_field_checks_new (CONVENE_WIZARD_PAGE (self), 1);
  convene_field_checks_add (self->checks, "start", GTK_WIDGET (self->time_row), self->start_error);
  convene_field_checks_add (self->checks, "duration", GTK_WIDGET (self->length_row), self->duration_error);
  convene_field_checks_add (self->checks, "timezone", GTK_WIDGET (self->zone_row), self->zone_error);
  convene_field_checks_add (self->checks, "candidate_timezone", GTK_WIDGET (self->candidate_zone_row), self->candidate_zone_error);

  complete_zone (self, self->zone_row);
  complete_zone (self, self->candidate_zone_row);
  g_signal_connect_object (draft, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}

static void
convene_wizard_time_dispose (GObject *object)
{
  ConveneWizardTime *self = CONVENE_WIZARD_TIME (object);

  g_clear_object (&self->checks);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_WIZARD_TIME);

  G_OBJECT_CLASS (convene_wizard_time_parent_class)->dispose (object);
}

static void
convene_wizard_time_finalize (GObject *object)
{
  ConveneWizardTime *self = CONVENE_WIZARD_TIME (object);

  g_clear_pointer (&self->own_zone, g_free);
  g_clear_pointer (&self->offsets[0], g_free);
  g_clear_pointer (&self->offsets[1], g_free);

  G_OBJECT_CLASS (convene_wizard_time_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardTime, date_row);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardTime, time_row);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardTime, start_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardTime, first_reading);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardTime, second_reading);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardTime, first_check);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardTime, second_check);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardTime, both_times);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardTime, clock_change);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardTime, hours_note);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardTime, picker);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardTime, length_row);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardTime, duration_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardTime, zone_row);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardTime, zone_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardTime, candidate_zone_row);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardTime, candidate_zone_error);
}

static void
convene_wizard_time_class_init (ConveneWizardTimeClass *klass)
{
  GObjectClass           *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass         *widget_class = GTK_WIDGET_CLASS (klass);
  ConveneWizardPageClass *page_class = CONVENE_WIZARD_PAGE_CLASS (klass);

  object_class->constructed = convene_wizard_time_constructed;
  object_class->dispose = convene_wizard_time_dispose;
  object_class->finalize = convene_wizard_time_finalize;
  page_class->enter = convene_wizard_time_enter;
  page_class->show_errors = convene_wizard_time_show_errors;
  page_class->focus_first = convene_wizard_time_focus_first;

  g_type_ensure (CONVENE_TYPE_DAY_PICKER);
  g_type_ensure (CONVENE_TYPE_ERROR_ROW);
  g_type_ensure (CONVENE_TYPE_LENGTH_ROW);
  g_type_ensure (CONVENE_TYPE_ZONE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/wizard/convene-wizard-time.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, date_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, reading_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
}

static void
convene_wizard_time_init (ConveneWizardTime *self)
{
  self->own_zone = convene_zone_dup_system ();
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_zone_row_set_empty_words (self->candidate_zone_row, _ ("The same as the interview’s"));
}

GtkWidget *
convene_wizard_time_new (ConveneEngine *engine,
                         ConveneDraft  *draft)
{
  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (CONVENE_IS_DRAFT (draft), NULL);

  return g_object_new (CONVENE_TYPE_WIZARD_TIME, "engine", engine, "draft", draft, NULL);
}
