/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-views-button.h"

#include <glib/gi18n-lib.h>

#include "convene-engine-views.h"
#include "convene-filter.h"
#include "convene-tip.h"
#include "convene-toast.h"

/* What a row stands for: a ConveneSavedView. */
#define VIEW_KEY "convene-view"

struct _ConveneViewsButton
{
  AdwBin parent_instance;

  ConveneEngine *engine;
  ConveneFilter *filter;
  char          *sort;
  GPtrArray     *views; /* of ConveneSavedView, as they were read last */
  GCancellable  *cancellable;

  ConveneSavedView *renamed; /* whose name is being changed; NULL where the name is of a new one */

  GtkPopover  *popover;
  GtkWidget   *place;
  GtkListBox  *list;
  GtkWidget   *none;
  GtkEditable *name;
  GtkButton   *save;
  GtkLabel    *hint;
};

G_DEFINE_FINAL_TYPE (ConveneViewsButton, convene_views_button, ADW_TYPE_BIN)

enum
{
  PROP_ENGINE = 1,
  PROP_FILTER,
  PROP_SORT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static char *
dup_name (ConveneViewsButton *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
}

/* Whether a view has a name, but for the one that is renamed. */
static gboolean
is_known (ConveneViewsButton *self,
          const char         *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < self->views->len; i++)
    {
      const char      *other = convene_saved_view_get_name (g_ptr_array_index (self->views, i));
      g_autofree char *other_folded = g_utf8_casefold (other, -1);
      gboolean         own = self->renamed != NULL && g_str_equal (other, convene_saved_view_get_name (self->renamed));

      if (!own && g_str_equal (folded, other_folded))
        return TRUE;
    }

  return FALSE;
}

static void
name_cb (ConveneViewsButton *self)
{
  g_autofree char *name = dup_name (self);
  gboolean         known = is_known (self, name);
  gboolean         fits = self->renamed != NULL ? !known && !g_str_equal (name, convene_saved_view_get_name (self->renamed)) : self->filter != NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->save), *name != '\0' && self->engine != NULL && fits);
  gtk_label_set_label (self->hint, self->renamed != NULL ? _("Another view has that name.") : _("The view of that name is replaced."));
  gtk_widget_set_visible (GTK_WIDGET (self->hint), known);
}

/* The entry and its button are for a new view, or for the new name of one that there is. */
static void
set_renamed (ConveneViewsButton *self,
             ConveneSavedView   *view)
{
  const char *label = view != NULL ? _("New Name of the View") : _("Name of a New View");

  g_set_object (&self->renamed, view);
  gtk_button_set_label (self->save, view != NULL ? C_("saved view", "_Rename") : _("_Save View"));
  g_object_set (self->name, "placeholder-text", view != NULL ? _("New name") : _("Name of a new view"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_editable_set_text (self->name, view != NULL ? convene_saved_view_get_name (view) : "");
  name_cb (self);
}

static void
failed (ConveneViewsButton *self,
        const GError       *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    convene_toast (GTK_WIDGET (self), error->message);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ConveneViewsButton) self = user_data;
  g_autoptr(GError) error = NULL;

  if (convene_engine_save_view_finish (CONVENE_ENGINE (source), result, &error))
    convene_toast (GTK_WIDGET (self), _("View saved"));
  else
    failed (self, error);
}

/* Renaming can be taken back. */
typedef struct
{
  ConveneViewsButton *button;
  char               *name; /* the old one */
  char               *new_name;
} Renamed;

static void
renamed_free (gpointer data)
{
  Renamed *self = data;

  g_object_unref (self->button);
  g_free (self->name);
  g_free (self->new_name);
  g_free (self);
}

static void
name_back_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(ConveneViewsButton) self = user_data;
  g_autoptr(GError) error = NULL;

  if (convene_engine_rename_view_finish (CONVENE_ENGINE (source), result, &error))
    convene_toast (GTK_WIDGET (self), _("The view has its old name again"));
  else
    failed (self, error);
}

static void
name_back (gpointer data)
{
  Renamed            *self = data;
  ConveneViewsButton *button = self->button;

  if (button->engine != NULL)
    convene_engine_rename_view_async (button->engine, self->new_name, self->name, NULL, name_back_cb, g_object_ref (button));
}

static void
renamed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Renamed *renamed = user_data;
  g_autoptr(GError) error = NULL;

  if (convene_engine_rename_view_finish (CONVENE_ENGINE (source), result, &error))
    {
      convene_toast_undo (GTK_WIDGET (renamed->button), _("View renamed"), name_back, NULL, renamed, renamed_free);
      return;
    }

  failed (renamed->button, error);
  renamed_free (renamed);
}

/* Takes the name. */
static void
rename_view (ConveneViewsButton *self,
             char               *new_name)
{
  Renamed *renamed = g_new0 (Renamed, 1);

  renamed->button = g_object_ref (self);
  renamed->name = g_strdup (convene_saved_view_get_name (self->renamed));
  renamed->new_name = new_name;
  gtk_popover_popdown (self->popover);
  convene_engine_rename_view_async (self->engine, renamed->name, renamed->new_name, NULL, renamed_cb, renamed);
}

static void
save_cb (ConveneViewsButton *self)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *filter = NULL;

  if (self->renamed != NULL && g_str_equal (name, convene_saved_view_get_name (self->renamed)))
    gtk_popover_popdown (self->popover);
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->save)))
    return;
  if (self->renamed != NULL)
    {
      rename_view (self, g_steal_pointer (&name));
      return;
    }

  filter = convene_filter_to_string (self->filter);
  gtk_popover_popdown (self->popover);
  convene_engine_save_view_async (self->engine, name, filter, self->sort, NULL, saved_cb, g_object_ref (self));
}

/* Deleting can be taken back. */
typedef struct
{
  ConveneViewsButton *button;
  ConveneSavedView   *view;
} Deleted;

static void
deleted_free (gpointer data)
{
  Deleted *self = data;

  g_object_unref (self->button);
  g_object_unref (self->view);
  g_free (self);
}

static void
put_back (gpointer data)
{
  Deleted            *self = data;
  ConveneViewsButton *button = self->button;

  if (button->engine != NULL)
    convene_engine_save_view_async (button->engine, convene_saved_view_get_name (self->view), convene_saved_view_get_filter (self->view), convene_saved_view_get_order (self->view),
                                    NULL, saved_cb, g_object_ref (button));
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Deleted *deleted = user_data;
  g_autoptr(GError) error = NULL;

  if (convene_engine_delete_view_finish (CONVENE_ENGINE (source), result, &error))
    {
      convene_toast_undo (GTK_WIDGET (deleted->button), _("View deleted"), put_back, NULL, deleted, deleted_free);
      return;
    }

  failed (deleted->button, error);
  deleted_free (deleted);
}

static void
delete_cb (GtkWidget *delete,
           gpointer user_data)
{
  ConveneViewsButton *self = user_data;
  Deleted            *deleted = g_new0 (Deleted, 1);

  deleted->button = g_object_ref (self);
  deleted->view = g_object_ref (g_object_get_data (G_OBJECT (delete), VIEW_KEY));
  gtk_popover_popdown (self->popover);
  convene_engine_delete_view_async (self->engine, convene_saved_view_get_name (deleted->view), NULL, deleted_cb, deleted);
}

static void
rename_cb (GtkWidget *rename,
           gpointer   user_data)
{
  ConveneViewsButton *self = user_data;

  set_renamed (self, g_object_get_data (G_OBJECT (rename), VIEW_KEY));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

/* Takes the words. */
static GtkWidget *
make_button (ConveneViewsButton *self,
             ConveneSavedView   *view,
             const char         *icon,
             char               *text,
             GCallback           clicked)
{
  GtkWidget       *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *words = text;

  gtk_widget_add_css_class (button, "flat");
  convene_tip_set (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), VIEW_KEY, g_object_ref (view), g_object_unref);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  return button;
}

static GtkWidget *
make_row (ConveneViewsButton *self,
          ConveneSavedView   *view)
{
  const char *name = convene_saved_view_get_name (view);
  GtkWidget  *row = gtk_list_box_row_new ();
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget  *label = gtk_label_new (name);
  char       *words;

  g_object_set (label, "xalign", 0.0, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 28, NULL);
  convene_tip_set (label, name);
  gtk_box_append (GTK_BOX (box), label);
  /* Translators: %s is a saved view's name. */
  words = g_strdup_printf (C_("saved view", "Rename “%s”"), name);
  gtk_box_append (GTK_BOX (box), make_button (self, view, "document-edit-symbolic", words, G_CALLBACK (rename_cb)));
  words = g_strdup_printf (C_("saved view", "Delete “%s”"), name);
  gtk_box_append (GTK_BOX (box), make_button (self, view, "user-trash-symbolic", words, G_CALLBACK (delete_cb)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), VIEW_KEY, g_object_ref (view), g_object_unref);
  return row;
}

static void
show_views (ConveneViewsButton *self,
            GPtrArray          *views)
{
  GtkWidget *row;

  g_clear_pointer (&self->views, g_ptr_array_unref);
  self->views = views;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < views->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (views, i)));

  gtk_widget_set_visible (self->place, views->len > 0);
  gtk_widget_set_visible (self->none, views->len == 0);
  name_cb (self);
}

static void
views_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ConveneViewsButton) self = user_data;
  g_autoptr(GError) error = NULL;
  GPtrArray *views = convene_engine_list_views_finish (CONVENE_ENGINE (source), result, &error);

  if (views != NULL)
    show_views (self, views);
  else
    failed (self, error);
}

static void
stop_reading (ConveneViewsButton *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
show_cb (ConveneViewsButton *self)
{
  set_renamed (self, NULL);
  stop_reading (self);
  if (self->engine == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  convene_engine_list_views_async (self->engine, self->cancellable, views_cb, g_object_ref (self));
}

static void
set_sort (ConveneViewsButton *self,
          const char         *sort)
{
  if (g_strcmp0 (sort, self->sort) == 0)
    return;

  g_free (self->sort);
  self->sort = g_strdup (sort);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  gpointer       user_data)
{
  ConveneViewsButton *self = user_data;
  g_autoptr(ConveneSavedView) view = g_object_ref (g_object_get_data (G_OBJECT (row), VIEW_KEY));

  gtk_popover_popdown (self->popover);
  if (self->filter == NULL)
    return;

  if (!convene_filter_set_from_string (self->filter, convene_saved_view_get_filter (view)))
    {
      convene_toast (GTK_WIDGET (self), _("This view cannot be read: save it again"));
      return;
    }
  if (convene_saved_view_get_order (view) != NULL)
    set_sort (self, convene_saved_view_get_order (view));
}

static void
convene_views_button_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ConveneViewsButton *self = CONVENE_VIEWS_BUTTON (object);

  switch (id)
    {
    case PROP_ENGINE:
      g_value_set_object (value, self->engine);
      break;
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_SORT:
      g_value_set_string (value, self->sort);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_views_button_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ConveneViewsButton *self = CONVENE_VIEWS_BUTTON (object);

  switch (id)
    {
    case PROP_ENGINE:
      stop_reading (self);
      g_set_object (&self->engine, g_value_get_object (value));
      break;
    case PROP_FILTER:
      g_set_object (&self->filter, g_value_get_object (value));
      break;
    case PROP_SORT:
      set_sort (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_views_button_dispose (GObject *object)
{
  ConveneViewsButton *self = CONVENE_VIEWS_BUTTON (object);

  stop_reading (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_VIEWS_BUTTON);
  g_clear_object (&self->engine);
  g_clear_object (&self->filter);
  g_clear_object (&self->renamed);

  G_OBJECT_CLASS (convene_views_button_parent_class)->dispose (object);
}

static void
convene_views_button_finalize (GObject *object)
{
  ConveneViewsButton *self = CONVENE_VIEWS_BUTTON (object);

  g_free (self->sort);
  g_ptr_array_unref (self->views);

  G_OBJECT_CLASS (convene_views_button_parent_class)->finalize (object);
}

/* What had the focus in there may be gone: GTK 4.8 would leave it nowhere, and keys would do nothing. */
static void
closed_cb (ConveneViewsButton *self)
{
  GtkWidget *button = adw_bin_get_child (ADW_BIN (self));

  if (button != NULL)
    gtk_widget_grab_focus (button);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/interviews/convene-views-button.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneViewsButton, popover);
  gtk_widget_class_bind_template_child (widget_class, ConveneViewsButton, place);
  gtk_widget_class_bind_template_child (widget_class, ConveneViewsButton, list);
  gtk_widget_class_bind_template_child (widget_class, ConveneViewsButton, none);
  gtk_widget_class_bind_template_child (widget_class, ConveneViewsButton, name);
  gtk_widget_class_bind_template_child (widget_class, ConveneViewsButton, save);
  gtk_widget_class_bind_template_child (widget_class, ConveneViewsButton, hint);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
convene_views_button_class_init (ConveneViewsButtonClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = convene_views_button_get_property;
  object_class->set_property = convene_views_button_set_property;
  object_class->dispose = convene_views_button_dispose;
  object_class->finalize = convene_views_button_finalize;
  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, flags);
  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, CONVENE_TYPE_FILTER, flags);
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, NULL, flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
convene_views_button_init (ConveneViewsButton *self)
{
  self->views = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* What has the focus is the button inside of the menu button. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (adw_bin_get_child (ADW_BIN (self)))), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Saved Views"), -1);
  gtk_widget_set_visible (self->place, FALSE);
}

GtkWidget *
convene_views_button_new (void)
{
  return g_object_new (CONVENE_TYPE_VIEWS_BUTTON, NULL);
}
