/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-day-picker.h"

#include "convene-adaptive.h"
#include "convene-clock.h"
#include "convene-day-strip.h"
#include "convene-names.h"
#include "convene-start-text.h"

/* Pixels below which the day stands under the month, however small the letters. */
#define NARROW 480

/* Pixels that the month has at least. */
#define LEAST 334

struct _ConveneDayPicker
{
  GtkWidget parent_instance;

  ConveneEngine *engine;
  gboolean       filling; /* the day is being chosen from outside */

  ConveneAdaptive *adaptive;
  GtkBox          *tools;
  GtkWidget       *calendar_scroller;
  GtkCalendar     *calendar;
  ConveneDayStrip *strip;
};

G_DEFINE_FINAL_TYPE (ConveneDayPicker, convene_day_picker, GTK_TYPE_WIDGET)

enum
{
  DATE_PICKED,
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A date that is half typed says nothing yet; without one, today is shown. */
static void
fill_calendar (ConveneDayPicker *self,
               const char       *day,
               gboolean          is_typed)
{
  g_autofree char *noon = day != NULL ? g_strconcat (day, "T12:00:00", NULL) : NULL;
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) chosen = NULL;

  if (noon != NULL)
    chosen = g_date_time_new_from_iso8601 (noon, utc);
  else if (!is_typed)
    chosen = g_date_time_new_from_unix_utc (convene_clock_now (convene_engine_get_clock (self->engine)) / CONVENE_SECOND);
  if (chosen == NULL)
    return;

  self->filling = TRUE;
  gtk_calendar_select_day (self->calendar, chosen);
  self->filling = FALSE;
}

static void
day_selected_cb (ConveneDayPicker *self)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (day), g_date_time_get_month (day), g_date_time_get_day_of_month (day));

  if (!self->filling)
    g_signal_emit (self, signals[DATE_PICKED], 0, date);
}

static void
picked_cb (ConveneDayPicker *self,
           gint64            instant)
{
  g_signal_emit (self, signals[PICKED], 0, instant);
}

static gboolean
resize_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  gtk_widget_queue_resize (widget);
  return G_SOURCE_REMOVE;
}

/* It is said while this is given its place, when what stands around it was measured already: that is done anew in the next frame. */
static void
narrow_cb (ConveneDayPicker *self)
{
  gboolean narrow = convene_adaptive_get_narrow (self->adaptive);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->tools), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  /* Beside the day the month has the room that it needs; alone it can be scrolled where letters are very large. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->calendar_scroller), narrow ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER, GTK_POLICY_NEVER);
  gtk_widget_set_halign (self->calendar_scroller, narrow ? GTK_ALIGN_FILL : GTK_ALIGN_START);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->tools), resize_cb, NULL, NULL);
}

/* Large letters make both of them wide. */
static void
find_threshold (ConveneDayPicker *self)
{
  int calendar, strip;

  gtk_widget_measure (GTK_WIDGET (self->calendar), GTK_ORIENTATION_HORIZONTAL, -1, &calendar, NULL, NULL, NULL);
  if (calendar > LEAST)
    gtk_widget_add_css_class (GTK_WIDGET (self->calendar), "cramped");
  gtk_widget_measure (GTK_WIDGET (self->calendar), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &calendar, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->strip), GTK_ORIENTATION_HORIZONTAL, -1, &strip, NULL, NULL, NULL);
  g_object_set (self->adaptive, "threshold", MAX (calendar + strip * 3 / 2, NARROW), NULL);
}

static void
convene_day_picker_dispose (GObject *object)
{
  ConveneDayPicker *self = CONVENE_DAY_PICKER (object);

  g_clear_object (&self->engine);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_DAY_PICKER);

  G_OBJECT_CLASS (convene_day_picker_parent_class)->dispose (object);
}

static void
convene_day_picker_class_init (ConveneDayPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_day_picker_dispose;

  signals[DATE_PICKED] = g_signal_new ("date-picked", CONVENE_TYPE_DAY_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PICKED] = g_signal_new ("picked", CONVENE_TYPE_DAY_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (CONVENE_TYPE_ADAPTIVE);
  g_type_ensure (CONVENE_TYPE_DAY_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/wizard/convene-day-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneDayPicker, adaptive);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayPicker, tools);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayPicker, calendar_scroller);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayPicker, calendar);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayPicker, strip);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_threshold);
}

static void
convene_day_picker_init (ConveneDayPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_name_arrows (self->calendar);
}

GtkWidget *
convene_day_picker_new (void)
{
  return g_object_new (CONVENE_TYPE_DAY_PICKER, NULL);
}

void
convene_day_picker_set_engine (ConveneDayPicker *self,
                               ConveneEngine    *engine)
{
  g_return_if_fail (CONVENE_IS_DAY_PICKER (self));
  g_return_if_fail (self->engine == NULL);

  self->engine = g_object_ref (engine);
  convene_day_strip_set_engine (self->strip, engine);
}

void
convene_day_picker_set_except (ConveneDayPicker *self,
                               const char       *uid)
{
  g_return_if_fail (CONVENE_IS_DAY_PICKER (self));

  convene_day_strip_set_except (self->strip, uid);
}

void
convene_day_picker_propose (ConveneDayPicker *self,
                            const char       *date,
                            const char       *zone,
                            gint64            start,
                            int               minutes)
{
  g_autofree char *day = NULL;

  g_return_if_fail (CONVENE_IS_DAY_PICKER (self));
  g_return_if_fail (self->engine != NULL);
  g_return_if_fail (date != NULL && zone != NULL);

  day = convene_start_text_parse_date (date);
  fill_calendar (self, day, *date != '\0');
  convene_day_strip_propose (self->strip, day != NULL ? day : "", zone, start, minutes);
}
