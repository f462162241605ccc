/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-fix-window.h"

#include <glib/gi18n-lib.h>

#include "convene-clock.h"
#include "convene-described-rows.h"
#include "convene-details.h"
#include "convene-fix-option.h"
#include "convene-names.h"
#include "convene-plan-letters.h"
#include "convene-rows.h"

/* Milliseconds that a person may go on typing before it is asked what would follow. */
#define TYPING 300

struct _ConveneFixWindow
{
  AdwWindow parent_instance;

  ConveneEngine    *engine;
  char             *uid;
  char             *known_host; /* of the meeting, or NULL */
  GCancellable     *cancellable;
  ConvenePlan      *plan;   /* that is being committed */
  ConveneFixOption *doing;  /* the option that it is of */
  gboolean          busy;   /* the button was pressed */
  guint             typing; /* the source that asks */

  ConveneFixOption *options[6];

  GtkStack           *stack;
  AdwStatusPage      *refusal;
  AdwActionRow       *interview;
  AdwActionRow       *trouble;
  GtkListBox         *list;
  GtkWidget          *value_group;
  AdwEntryRow        *host;
  AdwEntryRow        *link;
  ConveneErrorRow    *value_error;
  ConvenePlanLetters *letters;
  ConveneErrorRow    *failure;
  GtkWidget          *fix;
};

G_DEFINE_FINAL_TYPE (ConveneFixWindow, convene_fix_window, ADW_TYPE_WINDOW)

static guint saved_signal;

/* The order in which they are offered, the first that can be done is chosen at first. */
static const ConveneFixKind kinds[] = {
  CONVENE_FIX_RETRY,
  CONVENE_FIX_TAKE,
  CONVENE_FIX_RESTORE,
  CONVENE_FIX_RECREATE,
  CONVENE_FIX_HOST,
  CONVENE_FIX_LINK,
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == G_N_ELEMENTS (((ConveneFixWindow *) NULL)->options));

static ConveneFixOption *
get_chosen (ConveneFixWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (self->options[i])) && convene_fix_option_is_chosen (self->options[i]))
      return self->options[i];

  return NULL;
}

static AdwEntryRow *
get_entry (ConveneFixWindow *self,
           ConveneFixOption *option)
{
  if (!convene_fix_option_needs_value (option))
    return NULL;

  return convene_fix_option_get_kind (option) == CONVENE_FIX_HOST ? self->host : self->link;
}

static void
show_value (ConveneFixWindow *self,
            ConveneFixOption *chosen)
{
  AdwEntryRow  *entry = chosen != NULL ? get_entry (self, chosen) : NULL;
  const GError *error = chosen != NULL ? convene_fix_option_get_error (chosen) : NULL;

  gtk_widget_set_visible (self->value_group, entry != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->host), entry == self->host);
  gtk_widget_set_visible (GTK_WIDGET (self->link), entry == self->link);
  g_object_set (self->value_error, "field", entry, NULL);
  convene_error_row_set_message (self->value_error, entry != NULL && error != NULL ? error->message : NULL);
}

static void
show_chosen (ConveneFixWindow *self)
{
  ConveneFixOption *chosen = get_chosen (self);
  ConvenePlan      *plan = chosen != NULL ? convene_fix_option_get_plan (chosen) : NULL;

  show_value (self, chosen);
  convene_plan_letters_show (self->letters, plan);
  gtk_widget_set_sensitive (self->fix, plan != NULL && !self->busy);
}

/* Anything that is known to be possible, and what needs words of the person. */
static gboolean
is_offered (ConveneFixOption *option)
{
  return convene_fix_option_get_plan (option) != NULL || convene_fix_option_needs_value (option);
}

static void
choose_first (ConveneFixWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is_offered (self->options[i]))
      {
        convene_fix_option_choose (self->options[i]);
        return;
      }
}

static void
show_options (ConveneFixWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (convene_fix_option_is_asking (self->options[i]) && !convene_fix_option_needs_value (self->options[i]))
      return;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_widget_set_visible (GTK_WIDGET (self->options[i]), is_offered (self->options[i]));
  if (get_chosen (self) == NULL)
    choose_first (self);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "loading") == 0)
    gtk_stack_set_visible_child_name (self->stack, "options");
  show_chosen (self);
}

static void
show_refusal (ConveneFixWindow *self,
              const GError     *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->refusal, escaped);
  gtk_stack_set_visible_child_name (self->stack, "refused");
}

static gboolean
typed_cb (gpointer user_data)
{
  ConveneFixWindow *self = user_data;
  ConveneFixOption *chosen = get_chosen (self);
  AdwEntryRow      *entry = chosen != NULL ? get_entry (self, chosen) : NULL;
  g_autofree char  *value = entry != NULL ? g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)))) : NULL;

  self->typing = 0;
  if (entry != NULL)
    convene_fix_option_ask (chosen, value);
  return G_SOURCE_REMOVE;
}

/* What was planned is not what is typed now. */
static void
typing_cb (ConveneFixWindow *self)
{
  gtk_widget_set_sensitive (self->fix, FALSE);
  g_clear_handle_id (&self->typing, g_source_remove);
  self->typing = g_timeout_add (TYPING, typed_cb, self);
}

static void
entered_cb (ConveneFixWindow *self)
{
  if (gtk_widget_get_sensitive (self->fix))
    gtk_widget_grab_focus (self->fix);
}

static void
chosen_cb (ConveneFixWindow *self,
           ConveneFixOption *option)
{
  show_chosen (self);
  if (get_entry (self, option) != NULL && convene_fix_option_get_plan (option) == NULL)
    typing_cb (self);
  if (get_entry (self, option) != NULL && gtk_widget_get_mapped (GTK_WIDGET (option)))
    gtk_widget_grab_focus (GTK_WIDGET (get_entry (self, option)));
}

static void
show_interview (ConveneFixWindow *self,
                ConveneInterview *interview)
{
  gint64           now = convene_clock_now (convene_engine_get_clock (self->engine));
  g_autofree char *times = convene_details_format_times (interview, now);
  g_autofree char *trouble = convene_details_get_trouble (interview);
  g_autofree char *advice = convene_details_get_advice (interview, now);
  g_autofree char *title = NULL;

  /* Translators: a candidate and a job */
  title = g_strdup_printf (C_("interview", "%s · %s"), convene_details_get_candidate (interview), convene_interview_get_job (interview));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->interview), title);
  adw_action_row_set_subtitle (self->interview, times);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->trouble), trouble);
  adw_action_row_set_subtitle (self->trouble, advice);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), *trouble != '\0');
}

/* Whoever else is connected here is the likeliest. */
static void
accounts_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(ConveneFixWindow) self = user_data;
  g_autoptr(GPtrArray) accounts = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, NULL);

  for (guint i = 0; accounts != NULL && i < accounts->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      ConveneAccount *account = g_ptr_array_index (accounts, i);
      const char     *address = convene_account_get_address (account);

      if (convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_ZOOM && g_strcmp0 (address, self->known_host) != 0 &&
          *gtk_editable_get_text (GTK_EDITABLE (self->host)) == '\0')
        gtk_editable_set_text (GTK_EDITABLE (self->host), address);
    }
}

static void
find_hosts (ConveneFixWindow *self,
            ConveneInterview *interview)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);

  self->known_host = meeting != NULL ? g_strdup (convene_meeting_get_host (meeting)) : NULL;
  convene_accounts_list_async (convene_engine_get_accounts (self->engine), self->cancellable, accounts_cb, g_object_ref (self));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ConveneFixWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) interview = convene_engine_find_interview_finish (CONVENE_ENGINE (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (interview == NULL)
    {
      show_refusal (self, error);
      return;
    }

  show_interview (self, interview);
  find_hosts (self, interview);
  if (!convene_details_can_change (interview, convene_clock_now (convene_engine_get_clock (self->engine))))
    gtk_stack_set_visible_child_name (self->stack, "refused");
  else
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      convene_fix_option_ask (self->options[i], NULL);
}

static void
set_busy (ConveneFixWindow *self,
          gboolean          busy)
{
  self->busy = busy;
  if (!busy)
    g_clear_object (&self->plan);
  show_chosen (self);
}

/* Whoever closed the window meanwhile thinks that it is done. */
static void
show_failure (ConveneFixWindow *self,
              const char       *words)
{
  set_busy (self, FALSE);
  convene_error_row_set_message (self->failure, words);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->fix);
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(ConveneFixWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  gboolean         again = convene_fix_option_get_kind (self->doing) == CONVENE_FIX_RETRY;

  if (convene_scheduler_commit_finish (CONVENE_SCHEDULER (source), result, &error))
    {
      self->busy = FALSE;
      g_signal_emit (self, saved_signal, 0, again ? NULL : self->plan, again ? _("It is being tried again") : _("The meeting is being fixed"));
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  /* Translators: %s is what went wrong, a sentence without its full stop */
  words = g_strdup_printf (_("%s. Nothing was changed: try again."), error->message);
  show_failure (self, words);
}

/* What was shown is done, or nothing. */
static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneFixWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePlan) plan = convene_scheduler_plan_finish (CONVENE_SCHEDULER (source), result, &error);
  gint64 delay = convene_fix_option_get_kind (self->doing) == CONVENE_FIX_RETRY ? 0 : CONVENE_UNDO_TIME;

  if (plan == NULL || !convene_plan_letters_is_same (plan, self->plan))
    {
      convene_fix_option_ask (self->doing, convene_fix_option_get_value (self->doing));
      show_failure (self, plan == NULL ? error->message : _("What follows has changed meanwhile: look at it again."));
      return;
    }

  g_set_object (&self->plan, plan);
  convene_scheduler_commit_async (CONVENE_SCHEDULER (source), plan, delay, NULL, committed_cb, g_object_ref (self));
}

static void
fix_cb (ConveneFixWindow *self)
{
  ConveneFixOption *chosen = get_chosen (self);
  ConvenePlan      *plan = chosen != NULL ? convene_fix_option_get_plan (chosen) : NULL;

  if (self->busy || plan == NULL)
    return;

  convene_error_row_set_message (self->failure, NULL);
  self->plan = g_object_ref (plan);
  self->doing = chosen;
  set_busy (self, TRUE);
  convene_scheduler_plan_fix_async (convene_engine_get_scheduler (self->engine), self->uid, convene_fix_option_get_kind (chosen),
                                    convene_fix_option_get_value (chosen), TRUE, NULL, looked_cb, g_object_ref (self));
}

static gboolean
convene_fix_window_close_request (GtkWindow *window)
{
  ConveneFixWindow *self = CONVENE_FIX_WINDOW (window);

  /* What was pressed is done: the window goes away once it is known what became of it. */
  if (self->busy)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return TRUE;
    }

  g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (convene_fix_window_parent_class)->close_request (window);
}

static void
convene_fix_window_dispose (GObject *object)
{
  ConveneFixWindow *self = CONVENE_FIX_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->typing, g_source_remove);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (convene_fix_window_parent_class)->dispose (object);
}

static void
convene_fix_window_finalize (GObject *object)
{
  ConveneFixWindow *self = CONVENE_FIX_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->known_host, g_free);

  G_OBJECT_CLASS (convene_fix_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/interview/convene-fix-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneFixWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ConveneFixWindow, refusal);
  gtk_widget_class_bind_template_child (widget_class, ConveneFixWindow, interview);
  gtk_widget_class_bind_template_child (widget_class, ConveneFixWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, ConveneFixWindow, list);
  gtk_widget_class_bind_template_child (widget_class, ConveneFixWindow, value_group);
  gtk_widget_class_bind_template_child (widget_class, ConveneFixWindow, host);
  gtk_widget_class_bind_template_child (widget_class, ConveneFixWindow, link);
  gtk_widget_class_bind_template_child (widget_class, ConveneFixWindow, value_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneFixWindow, letters);
  gtk_widget_class_bind_template_child (widget_class, ConveneFixWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, ConveneFixWindow, fix);
  gtk_widget_class_bind_template_callback (widget_class, fix_cb);
  gtk_widget_class_bind_template_callback (widget_class, typing_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
}

static void
convene_fix_window_class_init (ConveneFixWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_fix_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = convene_fix_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = convene_fix_window_close_request;

  saved_signal = g_signal_new ("saved", CONVENE_TYPE_FIX_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, CONVENE_TYPE_PLAN, G_TYPE_STRING);

  g_type_ensure (CONVENE_TYPE_ERROR_ROW);
  g_type_ensure (CONVENE_TYPE_PLAN_LETTERS);
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
convene_fix_window_init (ConveneFixWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_described_rows_follow (GTK_WIDGET (self));
}

static void
add_options (ConveneFixWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      self->options[i] = convene_fix_option_new (self->engine, self->uid, kinds[i], i > 0 ? self->options[0] : NULL);
      gtk_widget_set_visible (GTK_WIDGET (self->options[i]), FALSE);
      gtk_list_box_append (self->list, GTK_WIDGET (self->options[i]));
      g_signal_connect_object (self->options[i], "answered", G_CALLBACK (show_options), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->options[i], "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
    }
}

ConveneFixWindow *
convene_fix_window_new (GtkApplication *application,
                        ConveneEngine  *engine,
                        const char     *uid)
{
  ConveneFixWindow *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_FIX_WINDOW, "application", application, NULL);
  self->engine = g_object_ref (engine);
  self->uid = g_strdup (uid);
  add_options (self);
  convene_name_parts (GTK_WIDGET (self));
  convene_engine_find_interview_async (engine, uid, self->cancellable, found_cb, g_object_ref (self));
  return self;
}
