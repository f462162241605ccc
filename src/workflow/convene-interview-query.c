/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview-query.h"

#include "convene-clock.h"
#include "convene-engine-private.h"
#include "convene-error.h"
#include "convene-filter-private.h"
#include "convene-interview-item-private.h"
#include "convene-interview-shelf.h"
#include "convene-reload.h"
#include "convene-store-query.h"

/* What the interviews around one that is asked for show is read with it; a first page comes with the answer. */
#define PAGE 64

struct _ConveneInterviewQuery
{
  GObject parent_instance;

  ConveneEngine        *engine;
  ConveneFilter        *filter; /* or NULL */
  ConveneInterviewOrder order;
  gboolean              descending;

  GArray                *rows;    /* of ConveneQueryRow */
  gboolean               settled; /* what the last answer was to is still what is asked */
  gint64                 version;
  gint64                 until; /* microseconds since 1970 UTC: the rows, or what they show, are others by then */
  gint64                 turn;  /* likewise: the period that is asked for is another one by then */
  ConveneInterviewShelf *shelf;
  gboolean               loaded;
  char                  *error;

  ConveneReload *reload; /* of the rows */
  ConveneReload *pages;  /* of what they show */
  GArray        *asked;  /* keys (gint64): what the reading of pages under way is of */
};

static const ConveneQueryRow *
get_row (ConveneInterviewQuery *self,
         guint                  position)
{
  return &g_array_index (self->rows, ConveneQueryRow, position);
}

/* The others of its page may be wanted next. */
static void
want_page (ConveneInterviewQuery *self,
           guint                  position)
{
  const guint  first = position / PAGE * PAGE;
  const gint64 key = get_row (self, position)->key;

  if (convene_interview_shelf_knows (self->shelf, key))
    return;

  /* Once for each page, though all of them be looked through one after the other. */
  if (convene_interview_shelf_want (self->shelf, key))
    {
      for (guint i = first; i < self->rows->len && i < first + PAGE; i++)
        convene_interview_shelf_want (self->shelf, get_row (self, i)->key);
    }
  convene_reload_ask (self->pages);
}

static GType
convene_interview_query_get_item_type (GListModel *model)
{
  return CONVENE_TYPE_INTERVIEW_ITEM;
}

static guint
convene_interview_query_get_n_items (GListModel *model)
{
  return CONVENE_INTERVIEW_QUERY (model)->rows->len;
}

static gpointer
convene_interview_query_get_item (GListModel *model,
                                  guint       position)
{
  ConveneInterviewQuery *self = CONVENE_INTERVIEW_QUERY (model);

  if (position >= self->rows->len)
    return NULL;

  want_page (self, position);
  return convene_interview_shelf_take_item (self->shelf, get_row (self, position)->key);
}

static void
convene_interview_query_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = convene_interview_query_get_item_type;
  iface->get_n_items = convene_interview_query_get_n_items;
  iface->get_item = convene_interview_query_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneInterviewQuery, convene_interview_query, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, convene_interview_query_list_model_init))

enum
{
  PROP_0,
  PROP_FILTER,
  PROP_ORDER,
  PROP_DESCENDING,
  PROP_LOADED,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_loaded (ConveneInterviewQuery *self,
            gboolean               loaded)
{
  if (self->loaded == loaded)
    return;

  self->loaded = loaded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

static void
set_error (ConveneInterviewQuery *self,
           const char            *error)
{
  if (g_strcmp0 (self->error, error) == 0)
    return;

  g_free (self->error);
  self->error = g_strdup (error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static gint64
get_now (ConveneInterviewQuery *self)
{
  return convene_clock_now (convene_engine_get_clock (self->engine));
}

/* Who closes the database is not told that it was closed. */
static void
fail (ConveneInterviewQuery *self,
      const GError          *error)
{
  if (!g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_error (self, error->message);
}

static void
read_pages_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ConveneInterviewQuery) self = convene_reload_finish (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = convene_store_read_entries_finish (CONVENE_STORE (source), result, &error);
  g_autoptr(GArray) keys = NULL;

  if (self == NULL)
    return;

  keys = g_steal_pointer (&self->asked);
  if (entries == NULL)
    {
      /* After the next answer. */
      for (guint i = 0; i < keys->len; i++)
        convene_interview_shelf_want (self->shelf, g_array_index (keys, gint64, i));
      fail (self, error);
      return;
    }

  for (guint i = 0; i < entries->len; i++)
    if (entries->pdata[i] != NULL)
      convene_interview_shelf_put (self->shelf, g_array_index (keys, gint64, i), entries->pdata[i]);

  if (self->pages != NULL && convene_interview_shelf_has_wanted (self->shelf))
    convene_reload_ask (self->pages);
}

static void
read_pages (gpointer      owner,
            GCancellable *cancellable)
{
  ConveneInterviewQuery *self = CONVENE_INTERVIEW_QUERY (owner);

  g_assert (self->asked == NULL);
  self->asked = convene_interview_shelf_take_wanted (self->shelf);
  convene_store_read_entries_async (convene_engine_get_store (self->engine), (const gint64 *) self->asked->data, self->asked->len, get_now (self),
                                    cancellable, read_pages_cb, convene_reload_get_ticket (self->pages));
}

static gboolean
is_same (GArray *a,
         guint   i,
         GArray *b,
         guint   j)
{
  return g_array_index (a, ConveneQueryRow, i).key == g_array_index (b, ConveneQueryRow, j).key;
}

/* What both begin and end with stays. */
static void
take_rows (ConveneInterviewQuery *self,
           GArray                *rows)
{
  g_autoptr(GArray) old = g_steal_pointer (&self->rows);
  guint first = 0, last = 0;

  while (first < old->len && first < rows->len && is_same (old, first, rows, first))
    first++;
  while (last < old->len - first && last < rows->len - first && is_same (old, old->len - 1 - last, rows, rows->len - 1 - last))
    last++;

  self->rows = g_array_ref (rows);
  if (old->len - first - last > 0 || rows->len - first - last > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), first, old->len - first - last, rows->len - first - last);
}

/* Nothing that was read before somebody wrote counts, nor what something that is over now showed. Pages that are being read are of later: one is read after the
 * other. */
static void
take_entries (ConveneInterviewQuery    *self,
              const ConveneQueryAnswer *answer)
{
  if (answer->version != self->version || get_now (self) >= self->until)
    convene_interview_shelf_doubt (self->shelf);

  self->version = answer->version;
  self->until = answer->until;
  for (guint i = 0; i < answer->entries->len; i++)
    if (answer->entries->pdata[i] != NULL)
      convene_interview_shelf_put (self->shelf, g_array_index (answer->rows, ConveneQueryRow, i).key, answer->entries->pdata[i]);
}

static void
query_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ConveneInterviewQuery) self = convene_reload_finish (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneQueryAnswer) answer = convene_store_query_finish (CONVENE_STORE (source), result, &error);

  if (self == NULL)
    return;
  if (answer == NULL)
    {
      fail (self, error);
      return;
    }

  self->settled = TRUE;
  convene_reload_ask_at (self->reload, convene_engine_get_clock (self->engine), MIN (answer->until, self->turn));
  take_entries (self, answer);
  take_rows (self, answer->rows);
  set_error (self, NULL);
  /* Whoever was told may have asked something else at once. That somebody writes again and again does not count: this was an answer. */
  if (self->settled)
    set_loaded (self, TRUE);
  if (self->pages != NULL && convene_interview_shelf_has_wanted (self->shelf))
    convene_reload_ask (self->pages);
}

static gint64
find_turn (const ConveneInterviewFilter *filter)
{
  if (filter->from > filter->now)
    return filter->from;

  return filter->to > filter->now ? filter->to : G_MAXINT64;
}

static void
read_rows (gpointer      owner,
           GCancellable *cancellable)
{
  ConveneInterviewQuery *self = CONVENE_INTERVIEW_QUERY (owner);
  ConveneInterviewFilter filter = { .all = TRUE, .now = get_now (self) };

  if (self->filter != NULL)
    filter = convene_filter_describe (self->filter, filter.now);
  filter.order = self->order;
  filter.descending = self->descending;
  self->turn = find_turn (&filter);
  convene_store_query_async (convene_engine_get_store (self->engine), &filter, PAGE, cancellable, query_cb, convene_reload_get_ticket (self->reload));
}

/* Another question: nobody waits for the answer to the old one any more. */
static void
ask (ConveneInterviewQuery *self)
{
  if (self->reload == NULL)
    return;

  self->settled = FALSE;
  convene_reload_drop (self->reload);
  set_loaded (self, FALSE);
  convene_reload_ask (self->reload);
}

static void
changed_cb (ConveneInterviewQuery *self)
{
  if (self->reload != NULL)
    convene_reload_ask (self->reload);
}

static void
convene_interview_query_dispose (GObject *object)
{
  ConveneInterviewQuery *self = CONVENE_INTERVIEW_QUERY (object);

  g_clear_pointer (&self->reload, convene_reload_free);
  g_clear_pointer (&self->pages, convene_reload_free);
  g_clear_object (&self->filter);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_interview_query_parent_class)->dispose (object);
}

static void
convene_interview_query_finalize (GObject *object)
{
  ConveneInterviewQuery *self = CONVENE_INTERVIEW_QUERY (object);

  g_clear_pointer (&self->shelf, convene_interview_shelf_free);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->asked, g_array_unref);
  g_clear_pointer (&self->error, g_free);

  G_OBJECT_CLASS (convene_interview_query_parent_class)->finalize (object);
}

static void
convene_interview_query_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  ConveneInterviewQuery *self = CONVENE_INTERVIEW_QUERY (object);

  switch (prop_id)
    {
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_ORDER:
      g_value_set_enum (value, self->order);
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, self->descending);
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_interview_query_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  ConveneInterviewQuery *self = CONVENE_INTERVIEW_QUERY (object);

  switch (prop_id)
    {
    case PROP_ORDER:
      convene_interview_query_set_order (self, g_value_get_enum (value), self->descending);
      break;
    case PROP_DESCENDING:
      convene_interview_query_set_order (self, self->order, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_interview_query_class_init (ConveneInterviewQueryClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = convene_interview_query_dispose;
  object_class->finalize = convene_interview_query_finalize;
  object_class->get_property = convene_interview_query_get_property;
  object_class->set_property = convene_interview_query_set_property;

  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, CONVENE_TYPE_FILTER, flags);
  properties[PROP_ORDER] = g_param_spec_enum ("order", NULL, NULL, CONVENE_TYPE_INTERVIEW_ORDER, CONVENE_INTERVIEW_ORDER_START, writable);
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, writable);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_interview_query_init (ConveneInterviewQuery *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (ConveneQueryRow));
  self->shelf = convene_interview_shelf_new ();
  self->until = G_MAXINT64;
  self->turn = G_MAXINT64;
  self->reload = convene_reload_new (self, read_rows);
  self->pages = convene_reload_new (self, read_pages);
}

ConveneInterviewQuery *
convene_interview_query_new (ConveneEngine *engine,
                             ConveneFilter *filter)
{
  ConveneInterviewQuery *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (filter == NULL || CONVENE_IS_FILTER (filter), NULL);

  self = g_object_new (CONVENE_TYPE_INTERVIEW_QUERY, NULL);
  self->engine = g_object_ref (engine);
  g_signal_connect_object (engine, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (g_set_object (&self->filter, filter))
    g_signal_connect_object (filter, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  convene_reload_ask (self->reload);
  return self;
}

void
convene_interview_query_set_order (ConveneInterviewQuery *self,
                                   ConveneInterviewOrder  order,
                                   gboolean               descending)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW_QUERY (self));

  if (self->order == order && self->descending == !!descending)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  if (self->order != order)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
  if (self->descending != !!descending)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCENDING]);
  self->order = order;
  self->descending = !!descending;
  ask (self);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
convene_interview_query_get_loaded (ConveneInterviewQuery *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW_QUERY (self), FALSE);

  return self->loaded;
}

guint
convene_interview_query_find (ConveneInterviewQuery *self,
                              const char            *uid)
{
  guint64 mark;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW_QUERY (self), G_MAXUINT);
  g_return_val_if_fail (uid != NULL, G_MAXUINT);

  mark = convene_query_mark_uid (uid);
  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i)->mark == mark)
      return i;

  return G_MAXUINT;
}

GArray *
convene_interview_query_find_items (ConveneInterviewQuery *self,
                                    GHashTable            *items,
                                    guint                  position,
                                    guint                  n_positions)
{
  g_autoptr(GHashTable) keys = NULL;
  GArray        *found;
  GHashTableIter iter;
  gpointer       item;
  guint          end;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW_QUERY (self), NULL);
  g_return_val_if_fail (items != NULL, NULL);

  found = g_array_new (FALSE, FALSE, sizeof (guint));
  keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      const gint64 key = convene_interview_item_get_key (item);

      g_hash_table_add (keys, g_memdup2 (&key, sizeof key));
    }

  end = position + MIN (n_positions, self->rows->len - MIN (position, self->rows->len));
  for (guint i = position; found->len < g_hash_table_size (keys) && i < end; i++)
    if (g_hash_table_contains (keys, &get_row (self, i)->key))
      g_array_append_val (found, i);

  return found;
}

static void
read_uids_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  GStrv   uids = convene_store_read_uids_finish (CONVENE_STORE (source), result, &error);

  if (uids != NULL)
    g_task_return_pointer (task, uids, (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, error);
}

void
convene_interview_query_get_uids_async (ConveneInterviewQuery *self,
                                        const guint           *positions,
                                        guint                  n_positions,
                                        GCancellable          *cancellable,
                                        GAsyncReadyCallback    callback,
                                        gpointer               user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GArray) keys = NULL;

  g_return_if_fail (CONVENE_IS_INTERVIEW_QUERY (self));
  g_return_if_fail (positions != NULL || n_positions == 0);

  keys = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_positions);
  for (guint i = 0; i < n_positions; i++)
    if (positions[i] < self->rows->len)
      g_array_append_val (keys, get_row (self, positions[i])->key);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_interview_query_get_uids_async);
  convene_store_read_uids_async (convene_engine_get_store (self->engine), (const gint64 *) keys->data, keys->len, cancellable,
                                 read_uids_cb, g_steal_pointer (&task));
}

GStrv
convene_interview_query_get_uids_finish (ConveneInterviewQuery *self,
                                         GAsyncResult          *result,
                                         GError               **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_interview_query_get_uids_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
