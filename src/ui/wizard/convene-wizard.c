/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-wizard.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "convene-adaptive.h"
#include "convene-clock.h"
#include "convene-draft-begin.h"
#include "convene-focus-scroll.h"
#include "convene-preferences.h"
#include "convene-toast.h"
#include "convene-wizard-private.h"

#define PAGE_WIDTH 560

G_DEFINE_FINAL_TYPE (ConveneWizard, convene_wizard, ADW_TYPE_WINDOW)

/* Where a change is typed, nothing is kept. */
static void
flush (ConveneWizard *self)
{
  if (self->keeper != NULL)
    convene_draft_keeper_flush (self->keeper);
}

static gint64
get_now (ConveneWizard *self)
{
  return convene_clock_now (convene_engine_get_clock (self->engine));
}

static ConveneWizardPage *
current_page (ConveneWizard *self)
{
  return CONVENE_WIZARD_PAGE (self->pages[self->step]);
}

/* The first four say what is missing below them; the last two are pages about it themselves. */
static void
update_buttons (ConveneWizard *self)
{
  gboolean    can_go_on = convene_wizard_page_get_can_go_on (current_page (self));
  const char *hint = can_go_on ? NULL : convene_wizard_page_get_hint (current_page (self));
  gboolean    shows_hint = hint != NULL && self->step < CONVENE_STEP_PREVIEW;

  gtk_widget_set_sensitive (GTK_WIDGET (self->next), can_go_on);
  gtk_widget_set_visible (GTK_WIDGET (self->next), self->step != CONVENE_STEP_FINALIZE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->next), hint);
  gtk_widget_set_visible (GTK_WIDGET (self->back), self->step > CONVENE_STEP_SETUP && !self->scheduled);
  gtk_button_set_label (self->cancel, self->scheduled ? _("_Close") : _("_Cancel"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->cancel), self->scheduled ? NULL : self->editing != NULL ? _("The interview stays as it is") : _("What you typed is kept"));
  if (shows_hint)
    gtk_label_set_label (self->hint, hint);
  gtk_revealer_set_reveal_child (self->hint_bar, shows_hint);
}

static void
page_changed_cb (ConveneWizard *self,
                 GParamSpec    *pspec,
                 GtkWidget     *page)
{
  if (page == self->pages[self->step])
    update_buttons (self);
}

/* What was pressed is being written down: until that is done, nobody leaves the last step. */
static gboolean
may_go_back (ConveneWizard *self)
{
  return !self->scheduled && !convene_wizard_finalize_get_busy (self->pages[CONVENE_STEP_FINALIZE]);
}

void
convene_wizard_go_to (ConveneWizard *self,
                      int            step)
{
  g_autofree char *words = convene_step_list_dup_words (step);
  g_autofree char *name = g_strdup_printf ("%d", step);

  self->step = step;
  g_object_set (self->draft, "step", step, NULL);
  g_object_set (self->steps, "step", step, "open", !self->scheduled, NULL);
  gtk_label_set_label (self->step_label, words);
  gtk_stack_set_visible_child_name (self->stack, name);
  if (step == CONVENE_STEP_FINALIZE)
    {
      convene_wizard_finalize_set_plan (self->pages[CONVENE_STEP_FINALIZE], convene_wizard_preview_get_plan (self->pages[CONVENE_STEP_PREVIEW]));
      /* Written after the interview is, it would be offered once more. */
      flush (self);
    }

  convene_wizard_page_enter (current_page (self));
  update_buttons (self);
  convene_wizard_page_focus_first (current_page (self));
}

/* Whoever moves an interview changes nothing but its time: the steps between can be chosen, but need not be passed. */
static gboolean
is_rescheduling (ConveneWizard *self,
                 int            at)
{
  return self->editing != NULL && self->first == CONVENE_STEP_TIME && self->step == at &&
         convene_draft_find_open_step (self->draft, CONVENE_STEP_PREVIEW, get_now (self)) == CONVENE_STEP_PREVIEW;
}

static void
go_on (ConveneWizard *self)
{
  if (self->step == CONVENE_STEP_FINALIZE || !gtk_widget_get_sensitive (GTK_WIDGET (self->stack)))
    return;

  if (convene_wizard_page_get_can_go_on (current_page (self)))
    convene_wizard_go_to (self, is_rescheduling (self, CONVENE_STEP_TIME) ? CONVENE_STEP_PREVIEW : self->step + 1);
  else
    convene_wizard_page_show_errors (current_page (self));
}

static void
go_back (ConveneWizard *self)
{
  if (self->step > CONVENE_STEP_SETUP && may_go_back (self))
    convene_wizard_go_to (self, is_rescheduling (self, CONVENE_STEP_PREVIEW) ? CONVENE_STEP_TIME : self->step - 1);
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  go_on (CONVENE_WIZARD (widget));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  go_back (CONVENE_WIZARD (widget));
}

/* Back is where the text begins. */
static gboolean
back_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (g_variant_get_boolean (args) != is_rtl)
    return GDK_EVENT_PROPAGATE;

  go_back (CONVENE_WIZARD (widget));
  return GDK_EVENT_STOP;
}

static void
step_chosen_cb (ConveneWizard *self,
                int            step)
{
  if (may_go_back (self))
    convene_wizard_go_to (self, convene_draft_find_open_step (self->draft, step, get_now (self)));
}

/* Whatever was kept, a step is shown only once those before it are right; and a preview is made anew. */
static int
first_open_step (ConveneWizard *self)
{
  int wanted;

  g_object_get (self->draft, "step", &wanted, NULL);
  return convene_draft_find_open_step (self->draft, MIN (wanted, CONVENE_STEP_PREVIEW), get_now (self));
}

static void
fill_defaults (ConveneWizard *self)
{
  convene_draft_fill_defaults (self->draft, self->when, self->platform, get_now (self));
  g_object_set (self->draft, "copy-to-sender", self->copy_to_me, NULL);
}

void
convene_wizard_begin_at (ConveneWizard *self,
                         int            step)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  convene_wizard_go_to (self, step);
}

static void
begin (ConveneWizard *self)
{
  gboolean found = !convene_draft_is_empty (self->draft);

  if (!found)
    fill_defaults (self);
  else if (self->when != NULL && strchr (self->when, 'T') != NULL)
    convene_draft_begin_on (self->draft, self->when); /* who chose an hour means it; a day alone leaves what was typed as it is */
  gtk_revealer_set_reveal_child (self->draft_bar, found);
  convene_draft_keeper_begin (self->keeper);
  convene_wizard_begin_at (self, first_open_step (self));
}

static void
preferences_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(ConveneWizard) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePreferences) preferences = convene_engine_read_preferences_finish (CONVENE_ENGINE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->copy_to_me = preferences != NULL && preferences->copy_to_me;
  begin (self);
}

static void
platform_found_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(ConveneWizard) self = user_data;
  g_autoptr(GError) error = NULL;
  ConvenePlatform platform = convene_scheduler_find_platform_finish (CONVENE_SCHEDULER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->platform = platform;
  convene_engine_read_preferences_async (self->engine, self->cancellable, preferences_cb, g_object_ref (self));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneWizard) self = user_data;
  g_autoptr(GError) error = NULL;

  convene_draft_load_finish (CONVENE_DRAFT (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (error != NULL)
    convene_toast (GTK_WIDGET (self), error->message);
  convene_scheduler_find_platform_async (convene_engine_get_scheduler (self->engine), "", NULL, self->cancellable, platform_found_cb, g_object_ref (self));
}

/* What an undo brings back. The toast goes with the window, and this with the toast. */
typedef struct
{
  ConveneWizard *wizard; /* unowned */
  char          *draft;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_free (undo->draft);
  g_free (undo);
}

static void
undo_cb (gpointer data)
{
  Undo *undo = data;

  /* It may have become an interview what took the place of this draft. */
  undo->wizard->scheduled = FALSE;
  convene_draft_keeper_begin (undo->wizard->keeper);
  convene_draft_restore (undo->wizard->draft, undo->draft);
  convene_wizard_go_to (undo->wizard, first_open_step (undo->wizard));
}

static void
start_over_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  ConveneWizard *self = CONVENE_WIZARD (widget);
  Undo          *undo;

  if (!may_go_back (self) || self->editing != NULL)
    return;

  undo = g_new0 (Undo, 1);
  undo->wizard = self;
  undo->draft = convene_draft_to_string (self->draft);

  gtk_revealer_set_reveal_child (self->draft_bar, FALSE);
  convene_draft_restore (self->draft, NULL);
  fill_defaults (self);
  convene_wizard_go_to (self, CONVENE_STEP_SETUP);
  convene_toast_undo (GTK_WIDGET (self->stack), _("Draft discarded"), undo_cb, NULL, undo, undo_free);
}

static void
keep_draft_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  gtk_revealer_set_reveal_child (CONVENE_WIZARD (widget)->draft_bar, FALSE);
}

static void
refused_cb (ConveneWizard *self,
            int            step)
{
  if (step >= self->step)
    return;

  convene_wizard_go_to (self, step);
  if (!convene_wizard_page_get_can_go_on (current_page (self)))
    convene_wizard_page_show_errors (current_page (self));
}

static void
scheduled_cb (ConveneWizard *self)
{
  self->scheduled = TRUE;
  convene_draft_keeper_forget (self->keeper);
  gtk_revealer_set_reveal_child (self->draft_bar, FALSE);
  g_object_set (self->steps, "open", FALSE, NULL);
  update_buttons (self);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_destroy (GTK_WINDOW (self));
}

/* Whoever closed the window thinks that it was scheduled. */
static void
failed_cb (ConveneWizard *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
}

static void
again_cb (ConveneWizard *self)
{
  self->scheduled = FALSE;
  convene_draft_keeper_begin (self->keeper);
  convene_draft_begin_again (self->draft);
  convene_wizard_go_to (self, CONVENE_STEP_SETUP);
}

static void
add_page (ConveneWizard *self,
          int            step,
          GtkWidget     *page)
{
  GtkWidget       *scrolled = gtk_scrolled_window_new ();
  GtkWidget       *clamp = adw_clamp_new ();
  g_autofree char *name = g_strdup_printf ("%d", step);

  self->pages[step] = page;
  g_signal_connect_object (page, "notify::can-go-on", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::hint", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), PAGE_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), page);
  gtk_widget_set_margin_top (clamp, 24);
  gtk_widget_set_margin_bottom (clamp, 24);
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  convene_focus_scroll_keep (GTK_SCROLLED_WINDOW (scrolled), GTK_WINDOW (self));
  gtk_stack_add_titled (self->stack, scrolled, name, convene_step_list_get_title (step));
}

static void
add_pages (ConveneWizard *self)
{
  GtkWidget *preview = convene_wizard_preview_new (self->engine, self->draft);
  GtkWidget *finalize = convene_wizard_finalize_new (self->engine, self->draft);

  add_page (self, CONVENE_STEP_SETUP, convene_wizard_setup_new (self->engine, self->draft));
  add_page (self, CONVENE_STEP_TIME, convene_wizard_time_new (self->engine, self->draft));
  add_page (self, CONVENE_STEP_ATTENDEES, convene_wizard_attendees_new (self->engine, self->draft));
  add_page (self, CONVENE_STEP_DETAILS, convene_wizard_details_new (self->engine, self->draft));
  add_page (self, CONVENE_STEP_PREVIEW, preview);
  add_page (self, CONVENE_STEP_FINALIZE, finalize);

  g_signal_connect_object (preview, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (finalize, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (finalize, "scheduled", G_CALLBACK (scheduled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (finalize, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (finalize, "finished", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (finalize, "again", G_CALLBACK (again_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
convene_wizard_close_request (GtkWindow *window)
{
  ConveneWizard *self = CONVENE_WIZARD (window);

  /* What was pressed is done: the window goes out of sight, and away once it is known what became of it. */
  if (convene_wizard_finalize_get_busy (self->pages[CONVENE_STEP_FINALIZE]))
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return TRUE;
    }

  g_cancellable_cancel (self->cancellable);
  flush (self);
  return GTK_WINDOW_CLASS (convene_wizard_parent_class)->close_request (window);
}

/* Enter that nothing else wanted. */
static void
convene_wizard_activate_default (GtkWindow *window)
{
  go_on (CONVENE_WIZARD (window));
}

static void
convene_wizard_dispose (GObject *object)
{
  ConveneWizard *self = CONVENE_WIZARD (object);

  g_cancellable_cancel (self->cancellable);
  flush (self);
  g_clear_object (&self->keeper);

  G_OBJECT_CLASS (convene_wizard_parent_class)->dispose (object);
}

static void
convene_wizard_finalize (GObject *object)
{
  ConveneWizard *self = CONVENE_WIZARD (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->draft);
  g_clear_object (&self->editing);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->when, g_free);

  G_OBJECT_CLASS (convene_wizard_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/wizard/convene-wizard.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneWizard, cancel);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizard, back);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizard, next);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizard, draft_bar);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizard, steps);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizard, step_label);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizard, stack);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizard, hint_bar);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizard, hint);
  gtk_widget_class_bind_template_callback (widget_class, go_on);
  gtk_widget_class_bind_template_callback (widget_class, step_chosen_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "wizard.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "wizard.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "wizard.start-over", NULL, start_over_action);
  gtk_widget_class_install_action (widget_class, "wizard.keep-draft", NULL, keep_draft_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, back_key_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK, back_key_cb, "b", TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
convene_wizard_class_init (ConveneWizardClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  g_signal_new ("saved", CONVENE_TYPE_WIZARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, CONVENE_TYPE_PLAN, G_TYPE_STRING);

  object_class->dispose = convene_wizard_dispose;
  object_class->finalize = convene_wizard_finalize;
  window_class->close_request = convene_wizard_close_request;
  window_class->activate_default = convene_wizard_activate_default;

  g_type_ensure (CONVENE_TYPE_ADAPTIVE);
  g_type_ensure (CONVENE_TYPE_STEP_LIST);
  bind_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
convene_wizard_init (ConveneWizard *self)
{
  self->cancellable = g_cancellable_new ();
  self->draft = convene_draft_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->next), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->hint, NULL, -1);
}

ConveneWizard *
convene_wizard_create (GtkApplication *application,
                       ConveneEngine  *engine,
                       const char     *title)
{
  ConveneWizard *self = g_object_new (CONVENE_TYPE_WIZARD, "title", title, "application", application, NULL);

  self->engine = g_object_ref (engine);
  add_pages (self);
  update_buttons (self);
  return self;
}

ConveneWizard *
convene_wizard_new (GtkApplication *application,
                    ConveneEngine  *engine,
                    const char     *when)
{
  ConveneWizard *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);

  self = convene_wizard_create (application, engine, _("Schedule Interview"));
  self->when = g_strdup (when);
  self->keeper = convene_draft_keeper_new (self->draft, engine, application != NULL ? G_APPLICATION (application) : NULL);
  convene_draft_load_async (self->draft, engine, self->cancellable, loaded_cb, g_object_ref (self));
  return self;
}

void
convene_wizard_begin_on (ConveneWizard *self,
                         const char    *when)
{
  g_return_if_fail (CONVENE_IS_WIZARD (self));
  g_return_if_fail (when != NULL);

  if (self->editing != NULL || !may_go_back (self))
    return;

  g_free (self->when);
  self->when = g_strdup (when);
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->stack)))
    return;

  convene_draft_begin_on (self->draft, when);
  if (self->step > CONVENE_STEP_TIME)
    convene_wizard_go_to (self, CONVENE_STEP_TIME);
}
