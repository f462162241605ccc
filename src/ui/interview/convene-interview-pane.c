/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview-pane.h"

#include "convene-activity-section.h"
#include "convene-described-rows.h"
#include "convene-details.h"
#include "convene-interview-actions.h"
#include "convene-interview-head.h"
#include "convene-interview-pane-private.h"
#include "convene-meeting-section.h"
#include "convene-names.h"
#include "convene-notes-section.h"
#include "convene-people-section.h"
#include "convene-wrap-box.h"

struct _ConveneInterviewPane
{
  GtkWidget parent_instance;

  ConveneInterviewReader *reader;
  GCancellable           *cancellable;
  char                   *shown; /* the uid of the interview that is shown */
  gboolean                wants_focus;
  gboolean                changeable;

  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *meeting;
  GtkWidget *actions;
  GtkWidget *resend;
  GtkWidget *completed;
  GtkWidget *no_show;
  GtkWidget *unmark;
  GtkWidget *export;
};

G_DEFINE_FINAL_TYPE (ConveneInterviewPane, convene_interview_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ENGINE,
  PROP_UID,
  PROP_TITLE,
  PROP_CHANGEABLE,
  PROP_READER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *
get_title (ConveneInterviewPane *self)
{
  ConveneInterview *interview = convene_interview_reader_get_interview (self->reader);

  return interview != NULL ? convene_details_get_candidate (interview) : NULL;
}

static char *
format_text_cb (GObject    *object,
                const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static gboolean
has_text_cb (GObject    *object,
             const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
has_either_cb (GObject    *object,
               const char *a,
               const char *b)
{
  return has_text_cb (object, a) || has_text_cb (object, b);
}

/* A button that goes does not take the focus with it. */
static void
show_button (ConveneInterviewPane *self,
             GtkWidget            *button,
             gboolean              visible)
{
  if (!visible && gtk_widget_has_focus (button))
    gtk_widget_grab_focus (self->export);
  gtk_widget_set_visible (button, visible);
}

static void
show_outcomes (ConveneInterviewPane *self)
{
  ConveneInterview *interview = convene_interview_reader_get_interview (self->reader);
  gint64            now = convene_interview_reader_get_now (self->reader);

  if (interview == NULL)
    return;

  show_button (self, self->resend, convene_details_can_resend (interview, now));
  show_button (self, self->completed, convene_interview_can_mark (interview, CONVENE_STATUS_COMPLETED, now));
  show_button (self, self->no_show, convene_interview_can_mark (interview, CONVENE_STATUS_NO_SHOW, now));
  show_button (self, self->unmark, convene_interview_can_mark (interview, CONVENE_STATUS_SCHEDULED, now));
}

/* Time alone makes an end of it too. */
static void
update_changeable (ConveneInterviewPane *self)
{
  ConveneInterview *interview = convene_interview_reader_get_interview (self->reader);
  gboolean          changeable = interview != NULL && convene_details_can_change (interview, convene_interview_reader_get_now (self->reader));

  show_outcomes (self);
  if (changeable == self->changeable)
    return;

  /* A button that goes does not take the focus with it. */
  if (!changeable && gtk_widget_get_focus_child (self->actions) != NULL)
    gtk_widget_grab_focus (self->export);
  self->changeable = changeable;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGEABLE]);
}

/* The same interview read anew stays where it is; another one is seen from its beginning, its secrets hidden. */
static void
read_cb (ConveneInterviewPane *self)
{
  ConveneInterview *interview = convene_interview_reader_get_interview (self->reader);
  const char       *uid = interview != NULL ? convene_interview_get_uid (interview) : NULL;

  if (g_strcmp0 (uid, self->shown) != 0)
    {
      g_free (self->shown);
      self->shown = g_strdup (uid);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
      convene_meeting_section_hide_password (CONVENE_MEETING_SECTION (self->meeting));
    }

  update_changeable (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/* Whoever asked for the focus before anything could have it gets it now. */
static void
shown_cb (ConveneInterviewPane *self)
{
  if (self->wants_focus && g_strcmp0 (convene_interview_reader_get_state (self->reader), "blank") != 0)
    self->wants_focus = !gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

static gboolean
convene_interview_pane_grab_focus (GtkWidget *widget)
{
  ConveneInterviewPane *self = CONVENE_INTERVIEW_PANE (widget);
  gboolean              has_focus = gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);

  self->wants_focus = !has_focus;
  return has_focus;
}

static void
convene_interview_pane_constructed (GObject *object)
{
  ConveneInterviewPane *self = CONVENE_INTERVIEW_PANE (object);

  G_OBJECT_CLASS (convene_interview_pane_parent_class)->constructed (object);

  g_signal_connect_object (self->reader, "notify::interview", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "notify::now", G_CALLBACK (update_changeable), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "notify::state", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_object_notify_by_pspec (object, properties[PROP_READER]);
}

static void
convene_interview_pane_dispose (GObject *object)
{
  ConveneInterviewPane *self = CONVENE_INTERVIEW_PANE (object);

  g_cancellable_cancel (self->cancellable);

  /* A reading under way holds the reader, until it is told. */
  if (self->reader != NULL)
    convene_interview_reader_set_uid (self->reader, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_INTERVIEW_PANE);
  g_clear_object (&self->reader);

  G_OBJECT_CLASS (convene_interview_pane_parent_class)->dispose (object);
}

static void
convene_interview_pane_finalize (GObject *object)
{
  ConveneInterviewPane *self = CONVENE_INTERVIEW_PANE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (convene_interview_pane_parent_class)->finalize (object);
}

static void
convene_interview_pane_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  ConveneInterviewPane *self = CONVENE_INTERVIEW_PANE (object);

  switch (prop_id)
    {
    case PROP_ENGINE:
      g_value_set_object (value, convene_interview_reader_get_engine (self->reader));
      break;

    case PROP_UID:
      g_value_set_string (value, convene_interview_reader_get_uid (self->reader));
      break;

    case PROP_TITLE:
      g_value_set_string (value, get_title (self));
      break;

    case PROP_CHANGEABLE:
      g_value_set_boolean (value, self->changeable);
      break;

    case PROP_READER:
      g_value_set_object (value, self->reader);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_interview_pane_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  ConveneInterviewPane *self = CONVENE_INTERVIEW_PANE (object);

  switch (prop_id)
    {
    case PROP_ENGINE:
      self->reader = convene_interview_reader_new (g_value_get_object (value));
      break;

    case PROP_UID:
      convene_interview_pane_set_uid (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, flags | G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, flags | G_PARAM_READWRITE);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags | G_PARAM_READABLE);
  properties[PROP_CHANGEABLE] = g_param_spec_boolean ("changeable", NULL, NULL, FALSE, flags | G_PARAM_READABLE);
  properties[PROP_READER] = g_param_spec_object ("reader", NULL, NULL, CONVENE_TYPE_INTERVIEW_READER, flags | G_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CONVENE_TYPE_ACTIVITY_SECTION);
  g_type_ensure (CONVENE_TYPE_INTERVIEW_HEAD);
  g_type_ensure (CONVENE_TYPE_MEETING_SECTION);
  g_type_ensure (CONVENE_TYPE_NOTES_SECTION);
  g_type_ensure (CONVENE_TYPE_PEOPLE_SECTION);
  g_type_ensure (CONVENE_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/interview/convene-interview-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewPane, stack);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewPane, meeting);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewPane, actions);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewPane, resend);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewPane, completed);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewPane, no_show);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewPane, unmark);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewPane, export);
  gtk_widget_class_bind_template_callback (widget_class, format_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_either_cb);
}

static void
convene_interview_pane_class_init (ConveneInterviewPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = convene_interview_pane_constructed;
  object_class->dispose = convene_interview_pane_dispose;
  object_class->finalize = convene_interview_pane_finalize;
  object_class->get_property = convene_interview_pane_get_property;
  object_class->set_property = convene_interview_pane_set_property;
  widget_class->grab_focus = convene_interview_pane_grab_focus;

  install_properties (object_class);
  convene_interview_actions_install (widget_class);
  bind_template (widget_class);
}

static void
convene_interview_pane_init (ConveneInterviewPane *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_described_rows_follow (GTK_WIDGET (self));
  convene_name_parts (GTK_WIDGET (self));
}

GtkWidget *
convene_interview_pane_new (ConveneEngine *engine)
{
  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);

  return g_object_new (CONVENE_TYPE_INTERVIEW_PANE, "engine", engine, NULL);
}

void
convene_interview_pane_set_uid (ConveneInterviewPane *self,
                                const char           *uid)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW_PANE (self));

  if (g_strcmp0 (uid, convene_interview_reader_get_uid (self->reader)) == 0)
    return;

  self->wants_focus = FALSE;
  convene_interview_reader_set_uid (self->reader, uid);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UID]);
}

const char *
convene_interview_pane_get_uid (ConveneInterviewPane *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW_PANE (self), NULL);

  return convene_interview_reader_get_uid (self->reader);
}

ConveneInterviewReader *
convene_interview_pane_get_reader (ConveneInterviewPane *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW_PANE (self), NULL);

  return self->reader;
}

GCancellable *
convene_interview_pane_get_cancellable (ConveneInterviewPane *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW_PANE (self), NULL);

  return self->cancellable;
}
