/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-operation-row.h"

#include <glib/gi18n-lib.h>

#include "convene-clock.h"
#include "convene-details.h"
#include "convene-words.h"

struct _ConveneOperationRow
{
  AdwActionRow parent_instance;

  ConveneOperation *operation;
  gint64            now;

  GtkWidget *retry;
};

G_DEFINE_FINAL_TYPE (ConveneOperationRow, convene_operation_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_OPERATION,
  PROP_NOW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* When it was settled: the time, with the day where that is another one. */
static char *
format_when (ConveneOperation *operation,
             gint64            now)
{
  gint64           settled = convene_operation_get_settled (operation);
  g_autofree char *day = NULL;
  g_autofree char *today = NULL;

  if (settled == 0)
    return g_strdup ("");

  day = convene_words_day (settled, NULL, now);
  today = convene_words_day (now, NULL, now);
  return g_strcmp0 (day, today) == 0 ? convene_words_time (settled, NULL) : convene_words_short (settled, NULL);
}

/* "Done · 10:20 · 3 attempts" */
static char *
format_state (ConveneOperation *operation,
              gint64            now)
{
  g_autofree char *when = format_when (operation, now);
  int              attempts = convene_operation_get_attempts (operation);
  GString         *text = g_string_new (convene_words_operation_state (convene_operation_get_state (operation)));

  if (*when != '\0')
    g_string_append_printf (text, " · %s", when);
  if (attempts > 1)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%d attempt", "%d attempts", attempts), attempts);
    }

  return g_string_free (text, FALSE);
}

static char *
format_subtitle (ConveneOperation *operation,
                 gint64            now)
{
  g_autofree char *state = NULL;
  g_autofree char *detail = NULL;

  state = format_state (operation, now);
  detail = convene_words_operation_detail (operation, now);
  return *detail != '\0' ? g_strdup_printf ("%s\n%s", state, detail) : g_steal_pointer (&state);
}

static char *
format_icon_cb (GObject          *object,
                ConveneOperation *operation)
{
  return g_strdup (operation != NULL ? convene_words_operation_icon (convene_operation_get_state (operation)) : NULL);
}

static GStrv
format_classes_cb (GObject          *object,
                   ConveneOperation *operation)
{
  const char *tone = "dim-label";

  if (operation != NULL && convene_operation_get_state (operation) == CONVENE_OPERATION_STATE_DONE)
    tone = "success";
  else if (operation != NULL && convene_operation_get_state (operation) == CONVENE_OPERATION_STATE_FAILED)
    tone = "error";

  return g_strdupv ((char *[]){ (char *) tone, NULL });
}

static gboolean
can_retry (ConveneOperationRow *self)
{
  return self->operation != NULL && convene_details_can_retry_operation (self->operation);
}

/* The row's own words, shown and read out. A binding of a template to itself does not survive its end in GTK 4.8. */
static void
show_words (ConveneOperationRow *self)
{
  const char      *title = self->operation != NULL ? convene_words_operation (convene_operation_get_kind (self->operation)) : "";
  g_autofree char *subtitle = self->operation != NULL ? format_subtitle (self->operation, self->now) : g_strdup ("");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
}

/* A button that goes does not take the focus with it. */
static void
show_retry (ConveneOperationRow *self)
{
  gboolean visible = can_retry (self);

  if (!visible && gtk_widget_has_focus (self->retry))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (self->retry, visible);
}

static void
convene_operation_row_dispose (GObject *object)
{
  ConveneOperationRow *self = CONVENE_OPERATION_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_OPERATION_ROW);
  g_clear_object (&self->operation);

  G_OBJECT_CLASS (convene_operation_row_parent_class)->dispose (object);
}

static void
convene_operation_row_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ConveneOperationRow *self = CONVENE_OPERATION_ROW (object);

  switch (prop_id)
    {
    case PROP_OPERATION:
      g_value_set_object (value, self->operation);
      break;

    case PROP_NOW:
      g_value_set_int64 (value, self->now);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_operation_row_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  ConveneOperationRow *self = CONVENE_OPERATION_ROW (object);

  switch (prop_id)
    {
    case PROP_OPERATION:
      convene_operation_row_set_operation (self, g_value_get_object (value), self->now);
      break;

    case PROP_NOW:
      convene_operation_row_set_operation (self, self->operation, g_value_get_int64 (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/interview/convene-operation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneOperationRow, retry);
  gtk_widget_class_bind_template_callback (widget_class, format_icon_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_classes_cb);
}

static void
convene_operation_row_class_init (ConveneOperationRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = convene_operation_row_dispose;
  object_class->get_property = convene_operation_row_get_property;
  object_class->set_property = convene_operation_row_set_property;

  properties[PROP_OPERATION] = g_param_spec_object ("operation", NULL, NULL, CONVENE_TYPE_OPERATION, flags);
  properties[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
convene_operation_row_init (ConveneOperationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
convene_operation_row_new (ConveneOperation *operation,
                           gint64            now)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (operation), NULL);

  return g_object_new (CONVENE_TYPE_OPERATION_ROW, "now", now, "operation", operation, NULL);
}

void
convene_operation_row_set_operation (ConveneOperationRow *self,
                                     ConveneOperation    *operation,
                                     gint64               now)
{
  g_return_if_fail (CONVENE_IS_OPERATION_ROW (self));
  g_return_if_fail (operation == NULL || CONVENE_IS_OPERATION (operation));

  if (self->now != now)
    {
      self->now = now;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOW]);
    }

  /* The same object may have changed. */
  g_set_object (&self->operation, operation);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPERATION]);
  show_words (self);
  show_retry (self);
}
