/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-completion.h"

#include <glib/gi18n-lib.h>

#include "convene-completion-row.h"
#include "convene-engine-directory.h"
#include "convene-zone-list.h"

#define MOST_ZONES 8
#define PATIENCE 80 /* milliseconds between two letters */

struct _ConveneCompletion
{
  GObject parent_instance;

  GtkWidget            *row;  /* unowned: it keeps us */
  GtkText              *text; /* unowned: the row's, which has the focus */
  GtkWidget            *popover;
  GtkListBox           *list;
  GListStore           *items;
  ConveneEngine        *engine;
  ConveneCompletionKind kind;
  GCancellable         *asking;
  guint                 timeout;
  gboolean              choosing;
};

G_DEFINE_FINAL_TYPE (ConveneCompletion, convene_completion, G_TYPE_OBJECT)

static guint chosen_signal;

static void
forget_question (ConveneCompletion *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
close_popover (ConveneCompletion *self)
{
  forget_question (self);
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* Who reads the screen hears of the one that is highlighted while the focus stays in the text. */
static void
tell_highlighted (ConveneCompletion *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
}

static void
highlight (ConveneCompletion *self,
           int                position)
{
  gtk_list_box_select_row (self->list, position < 0 ? NULL : gtk_list_box_get_row_at_index (self->list, position));
  tell_highlighted (self);
}

static void
open_popover (ConveneCompletion *self)
{
  gtk_widget_set_size_request (self->popover, gtk_widget_get_width (self->row), -1);
  highlight (self, -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
show_found (ConveneCompletion *self,
            GPtrArray         *found)
{
  gtk_list_box_select_row (self->list, NULL);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), found->pdata, found->len);
  if (found->len > 0 && gtk_widget_is_focus (GTK_WIDGET (self->text)) && gtk_widget_get_mapped (self->row))
    open_popover (self);
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static GPtrArray *
find_zones (ConveneCompletion *self,
            GAsyncResult      *result)
{
  g_auto(GStrv) names = convene_zone_list_load_finish (result, NULL);
  g_auto(GStrv) found = NULL;
  GPtrArray *items;

  if (names == NULL || self->popover == NULL)
    return NULL;

  found = convene_zone_list_find ((const char *const *) names, gtk_editable_get_text (GTK_EDITABLE (self->text)), MOST_ZONES);
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; found[i] != NULL; i++)
    g_ptr_array_add (items, gtk_string_object_new (found[i]));
  return items;
}

static GPtrArray *
find_finish (ConveneCompletion *self,
             GAsyncResult      *result)
{
  switch (self->kind)
    {
    case CONVENE_COMPLETION_PEOPLE:
      return convene_engine_find_people_finish (self->engine, result, NULL);
    case CONVENE_COMPLETION_ZONES:
      return find_zones (self, result);
    case CONVENE_COMPLETION_JOBS:
    default:
      return convene_engine_find_jobs_finish (self->engine, result, NULL);
    }
}

/* A profile that cannot be read suggests nothing; what is typed is as good. */
static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ConveneCompletion) self = user_data;
  g_autoptr(GPtrArray) found = find_finish (self, result);

  if (found != NULL && self->popover != NULL)
    show_found (self, found);
}

static void
ask (ConveneCompletion *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));

  forget_question (self);
  self->asking = g_cancellable_new ();
  if (self->kind == CONVENE_COMPLETION_PEOPLE)
    convene_engine_find_people_async (self->engine, text, self->asking, found_cb, g_object_ref (self));
  else if (self->kind == CONVENE_COMPLETION_ZONES)
    convene_zone_list_load_async (self->asking, found_cb, g_object_ref (self));
  else
    convene_engine_find_jobs_async (self->engine, text, self->asking, found_cb, g_object_ref (self));
}

static gboolean
patience_cb (gpointer user_data)
{
  ConveneCompletion *self = user_data;

  self->timeout = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (ConveneCompletion *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));

  if (self->choosing || !gtk_widget_is_focus (GTK_WIDGET (self->text)))
    return;

  forget_question (self);
  if (*text == '\0')
    close_popover (self);
  else
    self->timeout = g_timeout_add (PATIENCE, patience_cb, self);
}

static void
choose (ConveneCompletion *self,
        int                position)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  close_popover (self);
  if (item == NULL)
    return;

  self->choosing = TRUE;
  g_signal_emit (self, chosen_signal, 0, item);
  self->choosing = FALSE;
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
}

static void
row_activated_cb (ConveneCompletion *self,
                  GtkListBoxRow     *row)
{
  choose (self, gtk_list_box_row_get_index (row));
}

static int
highlighted (ConveneCompletion *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

/* -1, the text itself, is one of the places. */
static void
move (ConveneCompletion *self,
      int                by)
{
  int places = (int) g_list_model_get_n_items (G_LIST_MODEL (self->items)) + 1;

  highlight (self, (highlighted (self) + 1 + by + places) % places - 1);
}

static gboolean
open_key (ConveneCompletion *self,
          guint              keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (highlighted (self) < 0)
        break;
      choose (self, highlighted (self));
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      close_popover (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  close_popover (self);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        gpointer               user_data)
{
  ConveneCompletion *self = user_data;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || !gtk_widget_is_focus (GTK_WIDGET (self->text)))
    return GDK_EVENT_PROPAGATE;
  if (convene_completion_is_open (self))
    return open_key (self, keyval);
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    {
      if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
        forget_question (self);
      return GDK_EVENT_PROPAGATE;
    }

  ask (self);
  return GDK_EVENT_STOP;
}

static void
row_destroyed_cb (ConveneCompletion *self)
{
  forget_question (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return convene_completion_row_new (item);
}

static void
convene_completion_finalize (GObject *object)
{
  ConveneCompletion *self = CONVENE_COMPLETION (object);

  forget_question (self);
  g_clear_object (&self->items);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_completion_parent_class)->finalize (object);
}

static void
convene_completion_class_init (ConveneCompletionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = convene_completion_finalize;

  chosen_signal = g_signal_new ("chosen", CONVENE_TYPE_COMPLETION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);
}

static void
convene_completion_init (ConveneCompletion *self)
{
  self->items = g_list_store_new (G_TYPE_OBJECT);
}

static const char *
name_of_kind (ConveneCompletionKind kind)
{
  switch (kind)
    {
    case CONVENE_COMPLETION_PEOPLE:
      return _ ("Suggested People");
    case CONVENE_COMPLETION_ZONES:
      return _ ("Suggested Time Zones");
    case CONVENE_COMPLETION_JOBS:
    default:
      return _ ("Suggested Jobs");
    }
}

static void
make_popover (ConveneCompletion *self)
{
  GtkWidget *list = convene_completion_list_new (name_of_kind (self->kind));

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->items), create_row, NULL, NULL);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), list);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_set_parent (self->popover, self->row);
}

static void
watch_row (ConveneCompletion *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (self->row, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (close_popover), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->row, focus);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->row, "unmap", G_CALLBACK (close_popover), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->row, "destroy", G_CALLBACK (row_destroyed_cb), self, G_CONNECT_SWAPPED);
}

ConveneCompletion *
convene_completion_attach (GtkEditable          *row,
                           ConveneEngine        *engine,
                           ConveneCompletionKind kind)
{
  ConveneCompletion *self;

  g_return_val_if_fail (GTK_IS_EDITABLE (row), NULL);
  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (GTK_IS_TEXT (gtk_editable_get_delegate (row)), NULL);

  self = g_object_new (CONVENE_TYPE_COMPLETION, NULL);
  self->row = GTK_WIDGET (row);
  self->text = GTK_TEXT (gtk_editable_get_delegate (row));
  self->engine = g_object_ref (engine);
  self->kind = kind;
  make_popover (self);
  watch_row (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_AUTOCOMPLETE, GTK_ACCESSIBLE_AUTOCOMPLETE_LIST,
                                  GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  g_object_set_data_full (G_OBJECT (row), "convene-completion", self, g_object_unref);
  return self;
}

gboolean
convene_completion_is_open (ConveneCompletion *self)
{
  g_return_val_if_fail (CONVENE_IS_COMPLETION (self), FALSE);

  return self->popover != NULL && gtk_widget_get_visible (self->popover);
}
