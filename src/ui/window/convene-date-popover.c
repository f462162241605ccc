/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-date-popover.h"

#include "convene-month.h"
#include "convene-names.h"
#include "convene-start-text.h"

struct _ConveneDatePopover
{
  GtkPopover parent_instance;

  gboolean filling; /* what is in the fields is not a person's */

  GtkWidget   *entry;
  GtkWidget   *problem;
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (ConveneDatePopover, convene_date_popover, GTK_TYPE_POPOVER)

static void
show_date (ConveneDatePopover *self,
           const char         *date)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-date", "s", date);
}

static void
set_problem (ConveneDatePopover *self,
             gboolean            problem)
{
  gtk_widget_set_visible (self->problem, problem);
  if (problem)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, problem ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
fill_calendar (ConveneDatePopover *self,
               const GDate        *day)
{
  g_autoptr(GDateTime) noon = g_date_time_new_utc (g_date_get_year (day), g_date_get_month (day), g_date_get_day (day), 12, 0, 0);

  self->filling = TRUE;
  gtk_calendar_select_day (self->calendar, noon);
  self->filling = FALSE;
}

static void
fill_entry (ConveneDatePopover *self,
            const char         *date)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), date);
  self->filling = FALSE;
  set_problem (self, FALSE);
}

/* FALSE for what is no date. */
static gboolean
read_entry (ConveneDatePopover *self,
            GDate              *day)
{
  g_autofree char *date = convene_start_text_parse_date (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  return date != NULL && convene_month_parse_day (date, day);
}

static void
typed_cb (ConveneDatePopover *self)
{
  GDate day;

  if (self->filling)
    return;

  set_problem (self, FALSE);
  if (read_entry (self, &day))
    fill_calendar (self, &day);
}

static void
entered_cb (ConveneDatePopover *self)
{
  GDate            day;
  gboolean         known = read_entry (self, &day);
  g_autofree char *date = known ? convene_month_format_day (&day) : NULL;

  set_problem (self, !known);
  if (!known)
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  show_date (self, date);
}

static void
selected_cb (ConveneDatePopover *self)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (day), g_date_time_get_month (day), g_date_time_get_day_of_month (day));

  if (self->filling)
    return;

  fill_entry (self, date);
  show_date (self, date);
}

/* Enter that the entry did not take: the day is shown already. */
static gboolean
close_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  gtk_popover_popdown (GTK_POPOVER (widget));
  return GDK_EVENT_STOP;
}

static void
convene_date_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_DATE_POPOVER);

  G_OBJECT_CLASS (convene_date_popover_parent_class)->dispose (object);
}

static void
convene_date_popover_class_init (ConveneDatePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_date_popover_dispose;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, close_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, close_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/window/convene-date-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneDatePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, ConveneDatePopover, problem);
  gtk_widget_class_bind_template_child (widget_class, ConveneDatePopover, calendar);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
convene_date_popover_init (ConveneDatePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_name_arrows (self->calendar);
}

GtkWidget *
convene_date_popover_new (const char *date)
{
  ConveneDatePopover *self = g_object_new (CONVENE_TYPE_DATE_POPOVER, NULL);
  GDate               day;

  if (date != NULL && convene_month_parse_day (date, &day))
    {
      fill_entry (self, date);
      fill_calendar (self, &day);
    }
  return GTK_WIDGET (self);
}
