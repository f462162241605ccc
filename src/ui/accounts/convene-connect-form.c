/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-connect-form.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-focus.h"
#include "convene-names.h"

/* What is left free below an error that was scrolled to. */
#define MARGIN 12

struct _ConveneConnectForm
{
  GtkWidget parent_instance;

  char         *explanation;
  char         *waiting;
  char         *submit_label;
  char         *message;
  gboolean      busy;
  GCancellable *cancellable; /* of what is under way */
  GHashTable   *fields;      /* name → ConveneErrorRow */
  int           frames;      /* left until an error has its place */

  GtkWidget *box;
  GtkBox    *content; /* NULL while the template is built */
  GtkBox    *meanwhile;
  GtkWidget *scroller; /* NULL once the form is gone */
  GtkWidget *page;
  GtkWidget *submit;
  GtkWidget *stop;
};

static GtkBuildableIface *parent_buildable_iface;

/* What the .ui puts into a form are its rows, and of type "waiting" what takes their place while it waits. */
static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  ConveneConnectForm *self = (ConveneConnectForm *) buildable;

  if (self->content != NULL && GTK_IS_WIDGET (child))
    gtk_box_append (g_strcmp0 (type, "waiting") == 0 ? self->meanwhile : self->content, GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneConnectForm, convene_connect_form, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

enum
{
  PROP_0,
  PROP_EXPLANATION,
  PROP_WAITING,
  PROP_SUBMIT_LABEL,
  PROP_MESSAGE,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SUBMITTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_text (ConveneConnectForm *self,
          char              **field,
          const char         *text,
          guint               property)
{
  if (g_strcmp0 (*field, text) == 0)
    return;

  g_free (*field);
  *field = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_busy (ConveneConnectForm *self,
          gboolean            busy)
{
  if (self->busy == busy)
    return;

  self->busy = busy;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.submit", !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.stop", busy);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
clear_errors (ConveneConnectForm *self)
{
  GHashTableIter iter;
  gpointer       row;

  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    convene_error_row_set_message (row, NULL);
  set_text (self, &self->message, NULL, PROP_MESSAGE);
}

static void
submit_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  ConveneConnectForm *self = CONVENE_CONNECT_FORM (widget);

  clear_errors (self);
  g_signal_emit (self, signals[SUBMITTED], 0);
}

/* The form stays busy until the answer comes, so that nothing is under way twice. */
static void
stop (ConveneConnectForm *self)
{
  g_cancellable_cancel (self->cancellable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.stop", FALSE);
}

static void
stop_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  stop (CONVENE_CONNECT_FORM (widget));
}

static void
scroll_up (ConveneConnectForm *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/* The field is scrolled to by its focus; what is wrong with it stands below, and has its place with the next frame's layout. */
static gboolean
reveal_cb (GtkWidget     *row,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  ConveneConnectForm *self = user_data;
  GtkAdjustment      *adjustment;
  graphene_rect_t     bounds;

  if (self->scroller == NULL)
    return G_SOURCE_REMOVE;
  if (self->frames-- > 0)
    return G_SOURCE_CONTINUE;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  if (gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, self->page, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height + MARGIN);

  return G_SOURCE_REMOVE;
}

static void
reveal (ConveneConnectForm *self,
        GtkWidget          *row)
{
  self->frames = 2;
  gtk_widget_add_tick_callback (row, reveal_cb, g_object_ref (self), g_object_unref);
}

static void
show_error (ConveneConnectForm *self,
            const GError       *error)
{
  const char      *field = convene_error_get_field (error);
  ConveneErrorRow *row = field != NULL ? g_hash_table_lookup (self->fields, field) : NULL;
  g_autoptr(GtkWidget) widget = NULL;

  if (row != NULL)
    g_object_get (row, "field", &widget, NULL);

  /* What is wrong with a field that is not asked for now is wrong with the whole. */
  if (row == NULL || (widget != NULL && !gtk_widget_is_visible (widget)))
    {
      set_text (self, &self->message, error->message, PROP_MESSAGE);
      scroll_up (self);
      gtk_widget_grab_focus (self->submit);
      return;
    }

  convene_error_row_set_message (row, error->message);
  if (widget != NULL)
    gtk_widget_grab_focus (widget);
  reveal (self, GTK_WIDGET (row));
}

static char *
format_page_cb (ConveneConnectForm *self,
                gboolean            busy)
{
  return g_strdup (busy ? "busy" : "ready");
}

static char *
format_submit_cb (ConveneConnectForm *self,
                  const char         *label)
{
  return g_strdup (label != NULL ? label : _ ("_Connect"));
}

static gboolean
is_text_cb (ConveneConnectForm *self,
            const char         *text)
{
  return text != NULL && *text != '\0';
}

/* Enter connects, wherever one is in the form; a row that leads somewhere receives it itself (GtkWidget:receives-default). */
static void
convene_connect_form_map (GtkWidget *widget)
{
  ConveneConnectForm *self = CONVENE_CONNECT_FORM (widget);
  GtkRoot            *root = gtk_widget_get_root (widget);

  GTK_WIDGET_CLASS (convene_connect_form_parent_class)->map (widget);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_default_widget (GTK_WINDOW (root), self->submit);
}

static void
convene_connect_form_unmap (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_default_widget (GTK_WINDOW (root), NULL);
  GTK_WIDGET_CLASS (convene_connect_form_parent_class)->unmap (widget);
}

/* Whoever waits for an answer holds its page: the window can go before the form does. */
static void
convene_connect_form_unroot (GtkWidget *widget)
{
  g_cancellable_cancel (CONVENE_CONNECT_FORM (widget)->cancellable);
  GTK_WIDGET_CLASS (convene_connect_form_parent_class)->unroot (widget);
}

/* A form whose rows want nothing typed is gone on with at once. */
static gboolean
convene_connect_form_grab_focus (GtkWidget *widget)
{
  ConveneConnectForm *self = CONVENE_CONNECT_FORM (widget);

  return gtk_widget_grab_focus (self->busy ? self->stop : self->submit);
}

static void
convene_connect_form_dispose (GObject *object)
{
  ConveneConnectForm *self = CONVENE_CONNECT_FORM (object);

  g_cancellable_cancel (self->cancellable);
  g_hash_table_remove_all (self->fields);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_CONNECT_FORM);
  self->scroller = NULL;

  G_OBJECT_CLASS (convene_connect_form_parent_class)->dispose (object);
}

static void
convene_connect_form_finalize (GObject *object)
{
  ConveneConnectForm *self = CONVENE_CONNECT_FORM (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_clear_pointer (&self->explanation, g_free);
  g_clear_pointer (&self->waiting, g_free);
  g_clear_pointer (&self->submit_label, g_free);
  g_clear_pointer (&self->message, g_free);

  G_OBJECT_CLASS (convene_connect_form_parent_class)->finalize (object);
}

static void
convene_connect_form_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ConveneConnectForm *self = CONVENE_CONNECT_FORM (object);

  switch (prop_id)
    {
    case PROP_EXPLANATION:
      g_value_set_string (value, self->explanation);
      break;
    case PROP_WAITING:
      g_value_set_string (value, self->waiting);
      break;
    case PROP_SUBMIT_LABEL:
      g_value_set_string (value, self->submit_label);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_connect_form_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ConveneConnectForm *self = CONVENE_CONNECT_FORM (object);

  switch (prop_id)
    {
    case PROP_EXPLANATION:
      set_text (self, &self->explanation, g_value_get_string (value), prop_id);
      break;
    case PROP_WAITING:
      set_text (self, &self->waiting, g_value_get_string (value), prop_id);
      break;
    case PROP_SUBMIT_LABEL:
      set_text (self, &self->submit_label, g_value_get_string (value), prop_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_EXPLANATION] = g_param_spec_string ("explanation", NULL, NULL, NULL, G_PARAM_READWRITE | flags);
  properties[PROP_WAITING] = g_param_spec_string ("waiting", NULL, NULL, NULL, G_PARAM_READWRITE | flags);
  properties[PROP_SUBMIT_LABEL] = g_param_spec_string ("submit-label", NULL, NULL, NULL, G_PARAM_READWRITE | flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, G_PARAM_READABLE | flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_connect_form_class_init (ConveneConnectFormClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_connect_form_dispose;
  object_class->finalize = convene_connect_form_finalize;
  object_class->get_property = convene_connect_form_get_property;
  object_class->set_property = convene_connect_form_set_property;
  widget_class->focus = convene_focus_child;
  widget_class->grab_focus = convene_connect_form_grab_focus;
  widget_class->map = convene_connect_form_map;
  widget_class->unmap = convene_connect_form_unmap;
  widget_class->unroot = convene_connect_form_unroot;
  install_properties (object_class);

  signals[SUBMITTED] = g_signal_new ("submitted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "form.submit", NULL, submit_cb);
  gtk_widget_class_install_action (widget_class, "form.stop", NULL, stop_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/accounts/convene-connect-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneConnectForm, box);
  gtk_widget_class_bind_template_child (widget_class, ConveneConnectForm, content);
  gtk_widget_class_bind_template_child (widget_class, ConveneConnectForm, meanwhile);
  gtk_widget_class_bind_template_child (widget_class, ConveneConnectForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, ConveneConnectForm, page);
  gtk_widget_class_bind_template_child (widget_class, ConveneConnectForm, submit);
  gtk_widget_class_bind_template_child (widget_class, ConveneConnectForm, stop);
  gtk_widget_class_bind_template_callback (widget_class, format_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_text_cb);
}

static void
convene_connect_form_init (ConveneConnectForm *self)
{
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_name_parts (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.stop", FALSE);
}

static void
field_changed_cb (ConveneErrorRow *row)
{
  convene_error_row_set_message (row, NULL);
}

void
convene_connect_form_add_field (ConveneConnectForm *self,
                                const char         *name,
                                ConveneErrorRow    *row)
{
  g_autoptr(GtkWidget) field = NULL;

  g_return_if_fail (CONVENE_IS_CONNECT_FORM (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (CONVENE_IS_ERROR_ROW (row));

  g_hash_table_insert (self->fields, g_strdup (name), g_object_ref (row));
  g_object_get (row, "field", &field, NULL);
  if (GTK_IS_EDITABLE (field))
    g_signal_connect_object (field, "changed", G_CALLBACK (field_changed_cb), row, G_CONNECT_SWAPPED);
  else if (ADW_IS_COMBO_ROW (field))
    g_signal_connect_object (field, "notify::selected", G_CALLBACK (field_changed_cb), row, G_CONNECT_SWAPPED);
}

static void
show_meanwhile (ConveneConnectForm *self,
                gboolean            shown)
{
  gtk_widget_set_visible (GTK_WIDGET (self->meanwhile), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->content), !shown);
  if (shown)
    scroll_up (self);
}

GCancellable *
convene_connect_form_begin (ConveneConnectForm *self)
{
  g_return_val_if_fail (CONVENE_IS_CONNECT_FORM (self), NULL);

  clear_errors (self);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_busy (self, TRUE);

  /* In this order: an entry that loses its focus by becoming insensitive does not notice. */
  gtk_widget_grab_focus (self->stop);
  gtk_widget_set_sensitive (GTK_WIDGET (self->content), FALSE);
  show_meanwhile (self, gtk_widget_get_first_child (GTK_WIDGET (self->meanwhile)) != NULL);
  return self->cancellable;
}

void
convene_connect_form_end (ConveneConnectForm *self,
                          const GError       *error)
{
  g_return_if_fail (CONVENE_IS_CONNECT_FORM (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->content), TRUE);
  show_meanwhile (self, FALSE);
  set_busy (self, FALSE);
  if (error == NULL)
    return;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED))
    gtk_widget_grab_focus (self->submit);
  else
    show_error (self, error);
}

void
convene_connect_form_reset (ConveneConnectForm *self)
{
  g_return_if_fail (CONVENE_IS_CONNECT_FORM (self));

  stop (self);
  clear_errors (self);
  scroll_up (self);
}

gboolean
convene_connect_form_get_busy (ConveneConnectForm *self)
{
  g_return_val_if_fail (CONVENE_IS_CONNECT_FORM (self), FALSE);

  return self->busy;
}
