/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-fix-option.h"

#include <glib/gi18n-lib.h>

#include "convene-names.h"

struct _ConveneFixOption
{
  AdwActionRow parent_instance;

  ConveneEngine *engine;
  char          *uid;
  ConveneFixKind kind;
  char          *value;
  ConvenePlan   *plan;
  GError        *error;
  GCancellable  *asking; /* while it is asked */
  GtkWidget     *check;
};

G_DEFINE_FINAL_TYPE (ConveneFixOption, convene_fix_option, ADW_TYPE_ACTION_ROW)

enum
{
  SIGNAL_ANSWERED,
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_title (ConveneFixKind kind)
{
  switch (kind)
    {
    case CONVENE_FIX_RETRY:
      return _("_Try again");
    case CONVENE_FIX_HOST:
      return _("_Another host");
    case CONVENE_FIX_LINK:
      return _("_Paste a link");
    case CONVENE_FIX_TAKE:
      return _("Take _what Zoom has");
    case CONVENE_FIX_RESTORE:
      return _("_Restore what was sent");
    case CONVENE_FIX_RECREATE:
    default:
      return _("Make a _new meeting");
    }
}

/* What is said before there is a plan. */
static const char *
get_hint (ConveneFixKind kind)
{
  switch (kind)
    {
    case CONVENE_FIX_HOST:
      return _("Somebody else at Zoom hosts a new meeting.");
    case CONVENE_FIX_LINK:
      return _("The interview is held where a link of yours leads.");
    default:
      return "";
    }
}

static void
show_words (ConveneFixOption *self)
{
  const char *summary = self->plan != NULL ? convene_plan_get_summary (self->plan) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), summary != NULL ? summary : get_hint (self->kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, adw_action_row_get_subtitle (ADW_ACTION_ROW (self)), -1);
}

static void
answer (ConveneFixOption *self)
{
  show_words (self);
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ConveneFixOption) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePlan) plan = convene_scheduler_plan_finish (CONVENE_SCHEDULER (source), result, &error);

  /* Of an older question, or after the window. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->asking);
  g_set_object (&self->plan, plan);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  answer (self);
}

static void
forget (ConveneFixOption *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->plan);
  g_clear_error (&self->error);
}

static void
toggled_cb (ConveneFixOption *self)
{
  if (convene_fix_option_is_chosen (self))
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
convene_fix_option_dispose (GObject *object)
{
  forget (CONVENE_FIX_OPTION (object));

  G_OBJECT_CLASS (convene_fix_option_parent_class)->dispose (object);
}

static void
convene_fix_option_finalize (GObject *object)
{
  ConveneFixOption *self = CONVENE_FIX_OPTION (object);

  g_clear_object (&self->engine);
  g_free (self->uid);
  g_free (self->value);

  G_OBJECT_CLASS (convene_fix_option_parent_class)->finalize (object);
}

static void
convene_fix_option_class_init (ConveneFixOptionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_fix_option_dispose;
  G_OBJECT_CLASS (klass)->finalize = convene_fix_option_finalize;

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", CONVENE_TYPE_FIX_OPTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", CONVENE_TYPE_FIX_OPTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
convene_fix_option_init (ConveneFixOption *self)
{
  self->check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->check);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  convene_name_checked_row (GTK_WIDGET (self), GTK_CHECK_BUTTON (self->check));
}

ConveneFixOption *
convene_fix_option_new (ConveneEngine    *engine,
                        const char       *uid,
                        ConveneFixKind    kind,
                        ConveneFixOption *group)
{
  ConveneFixOption *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_FIX_OPTION, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, "use-markup", FALSE, "use-underline", TRUE, NULL);
  self->engine = g_object_ref (engine);
  self->uid = g_strdup (uid);
  self->kind = kind;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), get_title (kind));
  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (self->check), GTK_CHECK_BUTTON (group->check));
  show_words (self);
  return self;
}

void
convene_fix_option_ask (ConveneFixOption *self,
                        const char       *value)
{
  g_return_if_fail (CONVENE_IS_FIX_OPTION (self));

  forget (self);
  g_free (self->value);
  self->value = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
  if (convene_fix_option_needs_value (self) && self->value == NULL)
    {
      answer (self);
      return;
    }

  self->asking = g_cancellable_new ();
  convene_scheduler_plan_fix_async (convene_engine_get_scheduler (self->engine), self->uid, self->kind, self->value, TRUE, self->asking, planned_cb, g_object_ref (self));
}

ConveneFixKind
convene_fix_option_get_kind (ConveneFixOption *self)
{
  g_return_val_if_fail (CONVENE_IS_FIX_OPTION (self), CONVENE_FIX_RETRY);

  return self->kind;
}

const char *
convene_fix_option_get_value (ConveneFixOption *self)
{
  g_return_val_if_fail (CONVENE_IS_FIX_OPTION (self), NULL);

  return self->value;
}

gboolean
convene_fix_option_needs_value (ConveneFixOption *self)
{
  g_return_val_if_fail (CONVENE_IS_FIX_OPTION (self), FALSE);

  return self->kind == CONVENE_FIX_HOST || self->kind == CONVENE_FIX_LINK;
}

ConvenePlan *
convene_fix_option_get_plan (ConveneFixOption *self)
{
  g_return_val_if_fail (CONVENE_IS_FIX_OPTION (self), NULL);

  return self->plan;
}

const GError *
convene_fix_option_get_error (ConveneFixOption *self)
{
  g_return_val_if_fail (CONVENE_IS_FIX_OPTION (self), NULL);

  return self->error;
}

gboolean
convene_fix_option_is_asking (ConveneFixOption *self)
{
  g_return_val_if_fail (CONVENE_IS_FIX_OPTION (self), FALSE);

  return self->asking != NULL;
}

gboolean
convene_fix_option_is_chosen (ConveneFixOption *self)
{
  g_return_val_if_fail (CONVENE_IS_FIX_OPTION (self), FALSE);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));
}

void
convene_fix_option_choose (ConveneFixOption *self)
{
  g_return_if_fail (CONVENE_IS_FIX_OPTION (self));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), TRUE);
}
