/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview-side.h"

#include "convene-focus.h"
#include "convene-interview-pane.h"

struct _ConveneInterviewSide
{
  AdwBin parent_instance;

  ConveneEngine        *engine;
  char                 *title;
  char                 *back_text;
  ConveneInterviewPane *pane; /* NULL until details are asked for */

  GtkButton *back;
};

G_DEFINE_FINAL_TYPE (ConveneInterviewSide, convene_interview_side, ADW_TYPE_BIN)

enum
{
  PROP_ENGINE = 1,
  PROP_UID,
  PROP_CHANGEABLE,
  PROP_TITLE,
  PROP_BACK_TEXT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
changeable_cb (ConveneInterviewPane *pane,
               GParamSpec           *pspec,
               gpointer              user_data)
{
  g_object_notify_by_pspec (user_data, properties[PROP_CHANGEABLE]);
}

/* Not bound: what a template unparents, a bin would unparent once more. */
static GtkBox *
get_box (ConveneInterviewSide *self)
{
  return GTK_BOX (adw_bin_get_child (ADW_BIN (self)));
}

/* Mostly nobody asks for details at first, and so the window is there sooner. */
static void
make_pane (ConveneInterviewSide *self)
{
  if (self->pane != NULL)
    return;

  self->pane = CONVENE_INTERVIEW_PANE (convene_interview_pane_new (self->engine));
  g_signal_connect_object (self->pane, "notify::changeable", G_CALLBACK (changeable_cb), self, 0);
  gtk_widget_set_vexpand (GTK_WIDGET (self->pane), TRUE);
  gtk_box_append (get_box (self), GTK_WIDGET (self->pane));
}

/* The pane has its engine for ever. */
static void
drop_pane (ConveneInterviewSide *self)
{
  GtkWidget *pane = GTK_WIDGET (self->pane);

  if (pane == NULL)
    return;

  convene_interview_side_set_uid (self, NULL);
  self->pane = NULL;
  gtk_box_remove (get_box (self), pane);
}

static void
set_back_text (ConveneInterviewSide *self,
               const char           *text)
{
  g_free (self->back_text);
  self->back_text = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BACK_TEXT]);
}

static gboolean
convene_interview_side_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CONVENE_INTERVIEW_SIDE (widget)->back));
}

static void
convene_interview_side_get_property (GObject    *object,
                                     guint       id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  ConveneInterviewSide *self = CONVENE_INTERVIEW_SIDE (object);

  switch (id)
    {
    case PROP_ENGINE:
      g_value_set_object (value, self->engine);
      break;
    case PROP_UID:
      g_value_set_string (value, convene_interview_side_get_uid (self));
      break;
    case PROP_CHANGEABLE:
      g_value_set_boolean (value, convene_interview_side_get_changeable (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_BACK_TEXT:
      g_value_set_string (value, self->back_text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_interview_side_set_property (GObject      *object,
                                     guint         id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  ConveneInterviewSide *self = CONVENE_INTERVIEW_SIDE (object);

  switch (id)
    {
    case PROP_ENGINE:
      convene_interview_side_set_engine (self, g_value_get_object (value));
      break;
    case PROP_UID:
      convene_interview_side_set_uid (self, g_value_get_string (value));
      break;
    case PROP_TITLE:
      convene_interview_side_set_title (self, g_value_get_string (value));
      break;
    case PROP_BACK_TEXT:
      set_back_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_interview_side_dispose (GObject *object)
{
  ConveneInterviewSide *self = CONVENE_INTERVIEW_SIDE (object);

  self->pane = NULL;
  /* The template's first child is a bound one, which a bin would let go of a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_INTERVIEW_SIDE);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->back_text, g_free);

  G_OBJECT_CLASS (convene_interview_side_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, readable | G_PARAM_WRITABLE);
  properties[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, readable | G_PARAM_WRITABLE);
  properties[PROP_CHANGEABLE] = g_param_spec_boolean ("changeable", NULL, NULL, FALSE, readable);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable | G_PARAM_WRITABLE);
  properties[PROP_BACK_TEXT] = g_param_spec_string ("back-text", NULL, NULL, NULL, readable | G_PARAM_WRITABLE);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
convene_interview_side_class_init (ConveneInterviewSideClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = convene_interview_side_get_property;
  object_class->set_property = convene_interview_side_set_property;
  object_class->dispose = convene_interview_side_dispose;
  widget_class->grab_focus = convene_interview_side_grab_focus;
  widget_class->focus = convene_focus_child;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/interview/convene-interview-side.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewSide, back);
}

static void
convene_interview_side_init (ConveneInterviewSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
convene_interview_side_new (void)
{
  return g_object_new (CONVENE_TYPE_INTERVIEW_SIDE, NULL);
}

void
convene_interview_side_set_engine (ConveneInterviewSide *self,
                                   ConveneEngine        *engine)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW_SIDE (self));
  g_return_if_fail (engine == NULL || CONVENE_IS_ENGINE (engine));

  if (self->engine == engine)
    return;

  drop_pane (self);
  g_set_object (&self->engine, engine);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENGINE]);
}

void
convene_interview_side_set_uid (ConveneInterviewSide *self,
                                const char           *uid)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW_SIDE (self));
  g_return_if_fail (uid == NULL || self->engine != NULL);

  if (g_strcmp0 (uid, convene_interview_side_get_uid (self)) == 0)
    return;

  make_pane (self);
  convene_interview_pane_set_uid (self->pane, uid);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UID]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGEABLE]);
}

const char *
convene_interview_side_get_uid (ConveneInterviewSide *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW_SIDE (self), NULL);

  return self->pane != NULL ? convene_interview_pane_get_uid (self->pane) : NULL;
}

gboolean
convene_interview_side_get_changeable (ConveneInterviewSide *self)
{
  gboolean changeable = FALSE;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW_SIDE (self), FALSE);

  if (convene_interview_side_get_uid (self) != NULL)
    g_object_get (self->pane, "changeable", &changeable, NULL);

  return changeable;
}

void
convene_interview_side_set_title (ConveneInterviewSide *self,
                                  const char           *title)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW_SIDE (self));

  if (g_strcmp0 (title, self->title) == 0)
    return;

  g_free (self->title);
  self->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}
