/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-day-row.h"

#include <glib/gi18n-lib.h>

#include "convene-clock.h"
#include "convene-entry-chip.h"
#include "convene-entry-join.h"
#include "convene-entry-keys.h"
#include "convene-month.h"
#include "convene-rows.h"
#include "convene-tip.h"
#include "convene-words.h"

struct _ConveneDayRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *swatch;
  GtkBox    *texts;
  GtkWidget *title;
  GtkWidget *job;
  GtkWidget *answer;
  GtkWidget *other_time;

  /* Few rows show them, and these have them: a day is many rows. */
  GtkWidget *chip;
  GtkWidget *join;

  ConveneCalendarEntry *entry;
  ConveneColors         colors;
  gint64                from; /* when the day begins that it is shown on */
  gboolean              joinable;
};

enum
{
  PROP_0,
  PROP_ENTRY,
  PROP_JOINABLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ConveneDayRow, convene_day_row, GTK_TYPE_LIST_BOX_ROW)

/* Shows `text`, and takes it. An inscription goes by the first letter's direction, which in a name need not be the language's: a mark before it (RLM) settles
 * that. */
static void
show_text (ConveneDayRow *self,
           GtkWidget     *inscription,
           char          *text)
{
  gboolean         mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autofree char *plain = text;
  g_autofree char *marked = mirrored ? g_strconcat ("\xe2\x80\x8f", plain, NULL) : NULL;

  gtk_inscription_set_text (GTK_INSCRIPTION (inscription), mirrored ? marked : plain);
}

/* "Staff Engineer · Zoom", or one of both. */
static char *
join_words (const char *first,
            const char *second)
{
  if (first == NULL || *first == '\0')
    return g_strdup (second);

  /* Translators: what stands between two facts: "Staff Engineer · Zoom". */
  return g_strdup_printf (C_("two facts", "%s · %s"), first, second);
}

/* It began on a day before the one that it is shown on. */
static gboolean
is_of_before (ConveneDayRow *self)
{
  return convene_calendar_entry_get_start (self->entry) < self->from;
}

static void
show_title (ConveneDayRow *self)
{
  gint64           start = convene_calendar_entry_get_start (self->entry);
  g_autofree char *time = is_of_before (self) ? convene_words_short (start, NULL) : convene_words_time (start, NULL);

  /* Translators: a time of day, and whose interview it is. */
  show_text (self, self->title, g_strdup_printf (C_("row of the day", "%s  %s"), time, convene_calendar_entry_get_candidate (self->entry)));
}

static void
show_job (ConveneDayRow *self)
{
  const char *platform = convene_words_platform (convene_calendar_entry_get_platform (self->entry));

  show_text (self, self->job, join_words (convene_calendar_entry_get_job (self->entry), platform));
}

static void
show_answer (ConveneDayRow *self)
{
  gint64           length = convene_calendar_entry_get_end (self->entry) - convene_calendar_entry_get_start (self->entry);
  g_autofree char *duration = convene_words_duration ((int) (length / CONVENE_MINUTE));

  show_text (self, self->answer, join_words (convene_words_response (convene_calendar_entry_get_response (self->entry)), duration));
}

/* Seconds east of Greenwich. */
static int
get_offset (GTimeZone *zone,
            gint64     instant)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant / CONVENE_SECOND));
}

static gboolean
is_same_day (GTimeZone *zone,
             GTimeZone *other,
             gint64     instant)
{
  GDate here, there;

  convene_month_day_at (instant, zone, &here);
  convene_month_day_at (instant, other, &there);
  return g_date_compare (&here, &there) == 0;
}

/* "04:00 for Ada (Mexico City)", with the day where it is another one; NULL where both clocks show the same. */
static char *
format_other_time (ConveneCalendarEntry *entry)
{
  const char *name = convene_calendar_entry_get_candidate_timezone (entry);
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  g_autoptr(GTimeZone) zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;
  gint64           start = convene_calendar_entry_get_start (entry);
  g_autofree char *time = NULL;
  g_autofree char *candidate = NULL;
  g_autofree char *city = NULL;

  if (zone == NULL || get_offset (here, start) == get_offset (zone, start))
    return NULL;

  time = is_same_day (here, zone, start) ? convene_words_time (start, name) : convene_words_short (start, name);
  candidate = convene_words_first_name (convene_calendar_entry_get_candidate (entry));
  city = convene_words_city (name);
  /* Translators: the candidate's local time, first name and city: "04:00 for Ada (Mexico City)". */
  return g_strdup_printf (_("%s for %s (%s)"), time, candidate, city);
}

static void
show_other_time (ConveneDayRow *self)
{
  char *text = format_other_time (self->entry);

  gtk_widget_set_visible (self->other_time, text != NULL);
  show_text (self, self->other_time, text != NULL ? text : g_strdup (""));
}

static void
show_swatch (ConveneDayRow *self)
{
  const char *classes[] = { "swatch", convene_palette_get_class (convene_colors_choose (self->colors, self->entry)), NULL };

  gtk_widget_set_css_classes (self->swatch, classes);
}

static void
show_chip (ConveneDayRow *self)
{
  if (self->chip == NULL && convene_entry_chip_is_needed (self->entry))
    {
      self->chip = g_object_new (CONVENE_TYPE_CHIP, "margin-top", 4, NULL);
      gtk_box_append (self->texts, self->chip);
    }
  if (self->chip != NULL)
    convene_entry_chip_show (self->chip, self->entry);
}

static void
show_join (ConveneDayRow *self)
{
  if (self->join == NULL && self->joinable)
    {
      self->join = g_object_new (GTK_TYPE_BUTTON, "use-underline", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
      g_object_bind_property (self, "joinable", self->join, "visible", G_BINDING_SYNC_CREATE);
      gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self))), self->join);
    }
  if (self->join != NULL)
    convene_entry_join_show (GTK_BUTTON (self->join), self->entry);
}

static void
set_joinable (ConveneDayRow *self,
              gboolean       joinable)
{
  if (self->joinable == joinable)
    return;

  self->joinable = joinable;
  if (joinable)
    show_join (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_JOINABLE]);
}

static void
convene_day_row_get_property (GObject    *object,
                              guint       property,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ConveneDayRow *self = CONVENE_DAY_ROW (object);

  switch (property)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    case PROP_JOINABLE:
      g_value_set_boolean (value, self->joinable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
convene_day_row_set_property (GObject      *object,
                              guint         property,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (property)
    {
    case PROP_ENTRY:
      convene_day_row_set_entry (CONVENE_DAY_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
convene_day_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_DAY_ROW);

  G_OBJECT_CLASS (convene_day_row_parent_class)->dispose (object);
}

static void
convene_day_row_finalize (GObject *object)
{
  ConveneDayRow *self = CONVENE_DAY_ROW (object);

  g_clear_object (&self->entry);

  G_OBJECT_CLASS (convene_day_row_parent_class)->finalize (object);
}

/* In what is seen of the list, as far as it is scrolled. */
static gboolean
is_in_view (GtkWidget *row)
{
  GtkWidget      *port = gtk_widget_get_ancestor (row, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  if (port == NULL || !gtk_widget_compute_bounds (row, port, &bounds))
    return TRUE;

  return bounds.origin.y < gtk_widget_get_height (port) && bounds.origin.y + bounds.size.height > 0;
}

/* GTK draws what nobody sees, too: a day may hold many times the rows that fit. */
static void
convene_day_row_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  if (is_in_view (widget))
    GTK_WIDGET_CLASS (convene_day_row_parent_class)->snapshot (widget, snapshot);
}

static void
convene_day_row_class_init (ConveneDayRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_day_row_dispose;
  object_class->finalize = convene_day_row_finalize;
  object_class->get_property = convene_day_row_get_property;
  object_class->set_property = convene_day_row_set_property;
  widget_class->snapshot = convene_day_row_snapshot;

  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, CONVENE_TYPE_CALENDAR_ENTRY, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_JOINABLE] = g_param_spec_boolean ("joinable", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  convene_entry_keys_add (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/calendar/convene-day-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneDayRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayRow, texts);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayRow, title);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayRow, job);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayRow, answer);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayRow, other_time);
}

static void
convene_day_row_init (ConveneDayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
convene_day_row_new (void)
{
  return g_object_new (CONVENE_TYPE_DAY_ROW, NULL);
}

void
convene_day_row_set_entry (ConveneDayRow        *self,
                           ConveneCalendarEntry *entry)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (CONVENE_IS_DAY_ROW (self));
  g_return_if_fail (entry == NULL || CONVENE_IS_CALENDAR_ENTRY (entry));

  gtk_widget_set_visible (GTK_WIDGET (self), entry != NULL);
  if (!g_set_object (&self->entry, entry))
    return;

  if (entry != NULL)
    {
      show_title (self);
      show_job (self);
      show_answer (self);
      show_other_time (self);
      show_swatch (self);
      show_chip (self);
      show_join (self);
      sentence = convene_words_entry (entry, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
      convene_tip_set (GTK_WIDGET (self), sentence);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}

void
convene_day_row_set_day (ConveneDayRow *self,
                         gint64         from)
{
  gboolean before;

  g_return_if_fail (CONVENE_IS_DAY_ROW (self));

  before = self->entry != NULL && is_of_before (self);
  self->from = from;
  if (self->entry != NULL && is_of_before (self) != before)
    show_title (self);
}

void
convene_day_row_set_colors (ConveneDayRow *self,
                            ConveneColors  colors)
{
  g_return_if_fail (CONVENE_IS_DAY_ROW (self));

  if (self->colors == colors)
    return;

  self->colors = colors;
  if (self->entry != NULL)
    show_swatch (self);
}

ConveneCalendarEntry *
convene_day_row_get_entry (ConveneDayRow *self)
{
  g_return_val_if_fail (CONVENE_IS_DAY_ROW (self), NULL);

  return self->entry;
}

gint64
convene_day_row_set_now (ConveneDayRow *self,
                         gint64         now)
{
  gint64 next = G_MAXINT64;

  g_return_val_if_fail (CONVENE_IS_DAY_ROW (self), G_MAXINT64);

  set_joinable (self, self->entry != NULL && convene_entry_can_join (self->entry, now, &next));
  return next;
}
