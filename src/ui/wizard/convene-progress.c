/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-progress.h"

#include <glib/gi18n-lib.h>

#include "convene-clock.h"
#include "convene-operation-row.h"
#include "convene-plan-words.h"
#include "convene-reload.h"
#include "convene-toast.h"

struct _ConveneProgress
{
  GtkWidget parent_instance;

  ConveneEngine    *engine;
  ConveneInterview *interview; /* as last read */
  char             *uid;
  ConveneReload    *reload;      /* NULL while nothing is followed */
  GCancellable     *cancellable; /* of trying again */
  gulong            changed;

  GtkWidget    *box;
  GtkImage     *icon;
  GtkLabel     *headline;
  GtkLabel     *trouble;
  GtkButton    *remedy;
  GtkListBox   *operations;
  GtkWidget    *link_list;
  AdwActionRow *link;
  GtkWidget    *copy;
};

G_DEFINE_FINAL_TYPE (ConveneProgress, convene_progress, GTK_TYPE_WIDGET)

static guint read_signal;

static gint64
now_of (ConveneProgress *self)
{
  return convene_clock_now (convene_engine_get_clock (self->engine));
}

static const char *
icon_of (ConveneOutcome outcome)
{
  switch (outcome)
    {
    case CONVENE_OUTCOME_DONE:
      return "object-select-symbolic";
    case CONVENE_OUTCOME_FAILED:
      return "dialog-warning-symbolic";
    case CONVENE_OUTCOME_WAITING:
      return "document-open-recent-symbolic";
    case CONVENE_OUTCOME_UNDER_WAY:
    default:
      return "view-refresh-symbolic";
    }
}

/* A name with no target, if only for a moment, is an action that cannot be: GTK warns of it. */
static void
set_connect (GtkActionable *button,
             const char    *kind)
{
  gtk_actionable_set_action_name (button, NULL);
  gtk_actionable_set_action_target (button, "s", kind);
  gtk_actionable_set_action_name (button, "app.connect");
}

static void
show_remedy (ConveneProgress     *self,
             ConveneOutcomeRemedy remedy)
{
  gtk_widget_set_visible (GTK_WIDGET (self->remedy), remedy == CONVENE_OUTCOME_REMEDY_CONNECT_ZOOM || remedy == CONVENE_OUTCOME_REMEDY_CONNECT_MAIL);
  switch (remedy)
    {
    case CONVENE_OUTCOME_REMEDY_CONNECT_ZOOM:
      gtk_button_set_label (self->remedy, _ ("Connect _Zoom"));
      set_connect (GTK_ACTIONABLE (self->remedy), "zoom");
      break;
    case CONVENE_OUTCOME_REMEDY_CONNECT_MAIL:
      gtk_button_set_label (self->remedy, _ ("Connect _Mail"));
      set_connect (GTK_ACTIONABLE (self->remedy), "mail");
      break;
    case CONVENE_OUTCOME_REMEDY_RETRY: /* stands in the row of what failed */
    case CONVENE_OUTCOME_REMEDY_NONE:
    default:
      break;
    }
}

/* Said anew only where it says something new, so that who hears the screen hears it once. */
static void
show_headline (ConveneProgress *self)
{
  g_autofree char     *headline = convene_outcome_headline (self->interview, now_of (self));
  ConveneOutcomeRemedy remedy;
  ConveneOutcome       outcome = convene_outcome_find (self->interview, now_of (self), &remedy);

  gtk_image_set_from_icon_name (self->icon, icon_of (outcome));
  show_remedy (self, remedy);
  if (g_strcmp0 (gtk_label_get_label (self->headline), headline) == 0)
    return;

  gtk_label_set_label (self->headline, headline);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->headline), GTK_ACCESSIBLE_PROPERTY_LABEL, headline, -1);
}

/* Rows stay where they are, so that the focus does: operations are only ever added at the end. */
static void
show_operations (ConveneProgress *self)
{
  GListModel *operations = convene_interview_get_operations (self->interview);
  guint       i;

  for (i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->operations, (int) i);

      if (row != NULL)
        convene_operation_row_set_operation (CONVENE_OPERATION_ROW (row), operation, now_of (self));
      else
        gtk_list_box_append (self->operations, convene_operation_row_new (operation, now_of (self)));
    }

  while (gtk_list_box_get_row_at_index (self->operations, (int) i) != NULL)
    gtk_list_box_remove (self->operations, GTK_WIDGET (gtk_list_box_get_row_at_index (self->operations, (int) i)));
}

static void
show_link (ConveneProgress *self)
{
  const char *link = convene_interview_get_join_link (self->interview);

  gtk_widget_set_visible (self->link_list, link != NULL);
  adw_action_row_set_subtitle (self->link, link != NULL ? link : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->link), link);
}

static void
show_trouble (ConveneProgress *self,
              const char      *words)
{
  gtk_label_set_label (self->trouble, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), words != NULL);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) interview = convene_engine_find_interview_finish (CONVENE_ENGINE (source), result, &error);
  g_autoptr(ConveneProgress) self = convene_reload_finish (user_data);

  if (self == NULL)
    return;

  show_trouble (self, error != NULL ? error->message : NULL);
  if (interview != NULL)
    {
      g_set_object (&self->interview, interview);
      show_headline (self);
      show_operations (self);
      show_link (self);
    }

  g_signal_emit (self, read_signal, 0);
}

static void
read_interview (gpointer      owner,
                GCancellable *cancellable)
{
  ConveneProgress *self = owner;

  convene_engine_find_interview_async (self->engine, self->uid, cancellable, found_cb, convene_reload_get_ticket (self->reload));
}

static void
retried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ConveneProgress) self = user_data;
  g_autoptr(GError) error = NULL;

  if (convene_scheduler_retry_finish (CONVENE_SCHEDULER (source), result, &error) < 0 && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->cancellable != NULL)
    show_trouble (self, error->message);
  else if (error == NULL && self->reload != NULL)
    convene_reload_ask (self->reload);
}

static void
retry_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  ConveneProgress *self = CONVENE_PROGRESS (widget);

  if (self->uid != NULL)
    convene_scheduler_retry_async (convene_engine_get_scheduler (self->engine), self->uid, self->cancellable, retried_cb, g_object_ref (self));
}

static void
copy_cb (ConveneProgress *self)
{
  const char *link = self->interview != NULL ? convene_interview_get_join_link (self->interview) : NULL;

  if (link != NULL)
    convene_copy (GTK_WIDGET (self), link, _ ("Join link copied"));
}

static void
stop (ConveneProgress *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->engine != NULL)
    g_clear_signal_handler (&self->changed, self->engine);
  g_clear_pointer (&self->reload, convene_reload_free);
  g_clear_object (&self->engine);
  g_clear_object (&self->interview);
  g_clear_pointer (&self->uid, g_free);
}

static void
convene_progress_dispose (GObject *object)
{
  ConveneProgress *self = CONVENE_PROGRESS (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_PROGRESS);

  G_OBJECT_CLASS (convene_progress_parent_class)->dispose (object);
}

static void
convene_progress_class_init (ConveneProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_progress_dispose;

  read_signal = g_signal_new ("read", CONVENE_TYPE_PROGRESS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "interview.retry", NULL, retry_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/wizard/convene-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneProgress, box);
  gtk_widget_class_bind_template_child (widget_class, ConveneProgress, icon);
  gtk_widget_class_bind_template_child (widget_class, ConveneProgress, headline);
  gtk_widget_class_bind_template_child (widget_class, ConveneProgress, trouble);
  gtk_widget_class_bind_template_child (widget_class, ConveneProgress, remedy);
  gtk_widget_class_bind_template_child (widget_class, ConveneProgress, operations);
  gtk_widget_class_bind_template_child (widget_class, ConveneProgress, link_list);
  gtk_widget_class_bind_template_child (widget_class, ConveneProgress, link);
  gtk_widget_class_bind_template_child (widget_class, ConveneProgress, copy);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
convene_progress_init (ConveneProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
convene_progress_new (void)
{
  return g_object_new (CONVENE_TYPE_PROGRESS, NULL);
}

void
convene_progress_follow (ConveneProgress *self,
                         ConveneEngine   *engine,
                         const char      *uid)
{
  g_return_if_fail (CONVENE_IS_PROGRESS (self));
  g_return_if_fail (CONVENE_IS_ENGINE (engine));

  stop (self);
  if (uid == NULL)
    return;

  self->engine = g_object_ref (engine);
  self->uid = g_strdup (uid);
  self->cancellable = g_cancellable_new ();
  self->reload = convene_reload_new (self, read_interview);
  self->changed = g_signal_connect_swapped (engine, "changed", G_CALLBACK (convene_reload_ask), self->reload);
  gtk_label_set_label (self->headline, _ ("Scheduled. The rest is on its way."));
  gtk_image_set_from_icon_name (self->icon, icon_of (CONVENE_OUTCOME_UNDER_WAY));
  convene_reload_ask (self->reload);
}

ConveneInterview *
convene_progress_get_interview (ConveneProgress *self)
{
  g_return_val_if_fail (CONVENE_IS_PROGRESS (self), NULL);

  return self->interview;
}

const char *
convene_progress_get_headline (ConveneProgress *self)
{
  g_return_val_if_fail (CONVENE_IS_PROGRESS (self), NULL);

  return gtk_label_get_label (self->headline);
}
