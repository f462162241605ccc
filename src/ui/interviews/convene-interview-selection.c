/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview-selection.h"

/* So many keep their item, by which they are found again. */
#define KEPT 500

struct _ConveneInterviewSelection
{
  GObject parent_instance;

  ConveneInterviewQuery *query;
  GtkBitset             *chosen;
  GHashTable            *items; /* a set: the items of those that are chosen, where they are few; else empty */
};

static GType
get_item_type (GListModel *model)
{
  return CONVENE_TYPE_INTERVIEW_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (CONVENE_INTERVIEW_SELECTION (model)->query));
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (CONVENE_INTERVIEW_SELECTION (model)->query), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  return gtk_bitset_contains (CONVENE_INTERVIEW_SELECTION (model)->chosen, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  return gtk_bitset_ref (CONVENE_INTERVIEW_SELECTION (model)->chosen);
}

static void
keep_items (ConveneInterviewSelection *self)
{
  GtkBitsetIter iter;
  guint         position;

  g_hash_table_remove_all (self->items);
  if (gtk_bitset_get_size (self->chosen) > KEPT || !gtk_bitset_iter_init_first (&iter, self->chosen, &position))
    return;

  do
    g_hash_table_add (self->items, g_list_model_get_item (G_LIST_MODEL (self->query), position));
  while (gtk_bitset_iter_next (&iter, &position));
}

static gboolean
set_selection (GtkSelectionModel *model,
               GtkBitset         *selected,
               GtkBitset         *mask)
{
  ConveneInterviewSelection *self = CONVENE_INTERVIEW_SELECTION (model);
  g_autoptr(GtkBitset) changes = gtk_bitset_copy (self->chosen);
  guint n_items = get_n_items (G_LIST_MODEL (model));

  /* What is asked for differs from what is, within the mask. */
  gtk_bitset_difference (changes, selected);
  gtk_bitset_intersect (changes, mask);
  if (n_items < G_MAXUINT)
    gtk_bitset_remove_range_closed (changes, n_items, G_MAXUINT);
  if (gtk_bitset_is_empty (changes))
    return TRUE;

  gtk_bitset_difference (self->chosen, changes);
  keep_items (self);
  gtk_selection_model_selection_changed (model, gtk_bitset_get_minimum (changes), gtk_bitset_get_maximum (changes) - gtk_bitset_get_minimum (changes) + 1);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneInterviewSelection, convene_interview_selection, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init) G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

/* Those that went out of a stretch, and came into it again elsewhere. */
static void
find_again (ConveneInterviewSelection *self,
            guint                      position,
            guint                      added)
{
  g_autoptr(GArray) found = convene_interview_query_find_items (self->query, self->items, position, added);

  for (guint i = 0; i < found->len; i++)
    gtk_bitset_add (self->chosen, g_array_index (found, guint, i));
}

static void
items_changed_cb (GListModel *query,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    user_data)
{
  ConveneInterviewSelection *self = user_data;

  gtk_bitset_splice (self->chosen, position, removed, added);
  if (removed > 0 && added > 0)
    find_again (self, position, added);
  keep_items (self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
convene_interview_selection_finalize (GObject *object)
{
  ConveneInterviewSelection *self = CONVENE_INTERVIEW_SELECTION (object);

  g_object_unref (self->query);
  gtk_bitset_unref (self->chosen);
  g_hash_table_unref (self->items);

  G_OBJECT_CLASS (convene_interview_selection_parent_class)->finalize (object);
}

static void
convene_interview_selection_class_init (ConveneInterviewSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = convene_interview_selection_finalize;
}

static void
convene_interview_selection_init (ConveneInterviewSelection *self)
{
  self->chosen = gtk_bitset_new_empty ();
  self->items = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

ConveneInterviewSelection *
convene_interview_selection_new (ConveneInterviewQuery *query)
{
  ConveneInterviewSelection *self;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW_QUERY (query), NULL);

  self = g_object_new (CONVENE_TYPE_INTERVIEW_SELECTION, NULL);
  self->query = g_object_ref (query);
  g_signal_connect_object (query, "items-changed", G_CALLBACK (items_changed_cb), self, 0);
  return self;
}

guint
convene_interview_selection_count (ConveneInterviewSelection *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW_SELECTION (self), 0);

  return (guint) gtk_bitset_get_size (self->chosen);
}

GArray *
convene_interview_selection_list (ConveneInterviewSelection *self)
{
  GArray       *positions;
  GtkBitsetIter iter;
  guint         position;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW_SELECTION (self), NULL);

  positions = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!gtk_bitset_iter_init_first (&iter, self->chosen, &position))
    return positions;

  do
    g_array_append_val (positions, position);
  while (gtk_bitset_iter_next (&iter, &position));
  return positions;
}
