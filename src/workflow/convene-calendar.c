/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-calendar.h"

#include <string.h>

#include "convene-clock.h"
#include "convene-engine-private.h"
#include "convene-filter-private.h"
#include "convene-reload.h"
#include "convene-store-directory.h"

struct _ConveneCalendar
{
  GObject parent_instance;

  ConveneEngine *engine;
  gint64         from;
  gint64         to;
  guint          limit;
  ConveneFilter *filter; /* or NULL */
  char          *wanted; /* what it said last, without what is typed */

  GPtrArray     *entries; /* of ConveneCalendarEntry, by start and uid */
  gboolean       loaded;
  char          *error;
  ConveneReload *reload;
};

static GType
convene_calendar_get_item_type (GListModel *model)
{
  return CONVENE_TYPE_CALENDAR_ENTRY;
}

static guint
convene_calendar_get_n_items (GListModel *model)
{
  return CONVENE_CALENDAR (model)->entries->len;
}

static gpointer
convene_calendar_get_item (GListModel *model,
                           guint       position)
{
  ConveneCalendar *self = CONVENE_CALENDAR (model);

  return position < self->entries->len ? g_object_ref (self->entries->pdata[position]) : NULL;
}

static void
convene_calendar_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = convene_calendar_get_item_type;
  iface->get_n_items = convene_calendar_get_n_items;
  iface->get_item = convene_calendar_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneCalendar, convene_calendar, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, convene_calendar_list_model_init))

enum
{
  PROP_0,
  PROP_LOADED,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_loaded (ConveneCalendar *self,
            gboolean         loaded)
{
  if (self->loaded == loaded)
    return;

  self->loaded = loaded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

static void
set_error (ConveneCalendar *self,
           const char      *error)
{
  if (g_strcmp0 (self->error, error) == 0)
    return;

  g_free (self->error);
  self->error = g_strdup (error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

/* One stretch of the old items that `added` new ones replace. */
typedef struct
{
  guint old_position;
  guint removed;
  guint new_position;
  guint added;
} Stretch;

/* By start, then uid: where both lists stand at the same interview, they can go on side by side. */
static int
compare (ConveneCalendarEntry *a,
         ConveneCalendarEntry *b)
{
  gint64 start = convene_calendar_entry_get_start (a);
  gint64 other = convene_calendar_entry_get_start (b);

  if (start != other)
    return start < other ? -1 : 1;

  return g_ascii_strcasecmp (convene_calendar_entry_get_uid (a), convene_calendar_entry_get_uid (b));
}

/* The next stretch in which two lists in the same order differ, at or after where `stretch` ended; FALSE when there is none. */
static gboolean
find_stretch (GPtrArray *old,
              GPtrArray *new,
              Stretch *stretch)
{
  guint i = stretch->old_position + stretch->removed;
  guint j = stretch->new_position + stretch->added;

  while (i < old->len && j < new->len &&convene_calendar_entry_equal (old->pdata[i], new->pdata[j]))
    {
      i++;
      j++;
    }

  *stretch = (Stretch){ .old_position = i, .new_position = j };
  while (i < old->len || j < new->len)
    {
      int order = i == old->len ? 1 : j == new->len ? -1
                                                    : compare (old->pdata[i], new->pdata[j]);

      if (order == 0 && convene_calendar_entry_equal (old->pdata[i], new->pdata[j]))
        break;
      i += order <= 0;
      j += order >= 0;
    }

  stretch->removed = i - stretch->old_position;
  stretch->added = j - stretch->new_position;
  return stretch->removed > 0 || stretch->added > 0;
}

/* Whoever listens may look at any time, so that the items are always those that were told of. */
static void
replace (ConveneCalendar *self,
         guint            position,
         guint            removed,
         GPtrArray *new,
         guint new_position,
         guint added)
{
  guint left;

  if (removed > 0)
    g_ptr_array_remove_range (self->entries, position, removed);

  /* Room for all of them at once: thousands come when a month is opened. */
  left = self->entries->len - position;
  g_ptr_array_set_size (self->entries, (int) (self->entries->len + added));
  memmove (self->entries->pdata + position + added, self->entries->pdata + position, left * sizeof (gpointer));
  for (guint i = 0; i < added; i++)
    self->entries->pdata[position + i] = g_object_ref (new->pdata[new_position + i]);

  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
take (ConveneCalendar *self,
      GPtrArray *new)
{
  g_autoptr(GPtrArray) old = g_ptr_array_new_with_free_func (g_object_unref);
  Stretch stretch = { 0 };
  gint64  shift = 0; /* how much longer the items have become before the stretch */

  g_ptr_array_extend (old, self->entries, (GCopyFunc) (void *) g_object_ref, NULL);
  while (find_stretch (old, new, &stretch))
    {
      guint position = (guint) (stretch.old_position + shift);

      shift += (gint64) stretch.added - stretch.removed;
      replace (self, position, stretch.removed, new, stretch.new_position, stretch.added);
    }
}

/* Nothing that is over needs a person: the first end of what needs one now. */
static gint64
find_calm (GPtrArray *entries)
{
  gint64 calm = G_MAXINT64;

  for (guint i = 0; i < entries->len; i++)
    if (convene_calendar_entry_get_attention (entries->pdata[i]))
      calm = MIN (calm, convene_calendar_entry_get_end (entries->pdata[i]));

  return calm;
}

static void
read_entries_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(ConveneCalendar) self = convene_reload_finish (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = convene_store_list_entries_finish (CONVENE_STORE (source), result, &error);
  g_autofree char *wanted = NULL;
  gint64           from, to;

  if (self == NULL)
    return;
  if (entries == NULL)
    {
      set_error (self, error->message);
      return;
    }

  /* Whoever is told of the items may ask for another range, or others of them, at once. */
  from = self->from;
  to = self->to;
  wanted = g_strdup (self->wanted);
  convene_reload_ask_at (self->reload, convene_engine_get_clock (self->engine), find_calm (entries));
  take (self, entries);
  set_error (self, NULL);
  if (self->from == from && self->to == to && g_strcmp0 (self->wanted, wanted) == 0)
    set_loaded (self, TRUE);
}

static void
read_entries (gpointer      owner,
              GCancellable *cancellable)
{
  ConveneCalendar       *self = CONVENE_CALENDAR (owner);
  gint64                 now = convene_clock_now (convene_engine_get_clock (self->engine));
  ConveneInterviewFilter filter = { 0 };

  if (self->filter != NULL)
    filter = convene_filter_describe (self->filter, now);
  convene_store_list_entries_async (convene_engine_get_store (self->engine), self->from, self->to, self->limit, &filter, now,
                                    cancellable, read_entries_cb, convene_reload_get_ticket (self->reload));
}

static gboolean
is_empty (ConveneCalendar *self)
{
  return self->from >= self->to;
}

static void
changed_cb (ConveneCalendar *self)
{
  if (!is_empty (self))
    convene_reload_ask (self->reload);
}

/* Nobody waits for what the old filter let through; until the answer is there, that stays. Words that are typed do not count. */
static void
filter_cb (ConveneCalendar *self)
{
  g_autofree char *old = self->wanted;

  self->wanted = self->filter != NULL ? convene_filter_to_string (self->filter) : g_strdup ("");
  if (self->reload == NULL || is_empty (self) || g_strcmp0 (self->wanted, old) == 0)
    return;

  convene_reload_drop (self->reload);
  set_loaded (self, FALSE);
  convene_reload_ask (self->reload);
}

void
convene_calendar_set_filter (ConveneCalendar *self,
                             ConveneFilter   *filter)
{
  g_return_if_fail (CONVENE_IS_CALENDAR (self));
  g_return_if_fail (filter == NULL || CONVENE_IS_FILTER (filter));

  if (self->filter == filter)
    return;

  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_func (self->filter, filter_cb, self);
  g_set_object (&self->filter, filter);
  if (filter != NULL)
    g_signal_connect_object (filter, "changed", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  filter_cb (self);
}

static void
convene_calendar_dispose (GObject *object)
{
  ConveneCalendar *self = CONVENE_CALENDAR (object);

  g_clear_pointer (&self->reload, convene_reload_free);
  convene_calendar_set_filter (self, NULL);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_calendar_parent_class)->dispose (object);
}

static void
convene_calendar_finalize (GObject *object)
{
  ConveneCalendar *self = CONVENE_CALENDAR (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->error, g_free);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (convene_calendar_parent_class)->finalize (object);
}

static void
convene_calendar_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ConveneCalendar *self = CONVENE_CALENDAR (object);

  switch (prop_id)
    {
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
convene_calendar_class_init (ConveneCalendarClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = convene_calendar_dispose;
  object_class->finalize = convene_calendar_finalize;
  object_class->get_property = convene_calendar_get_property;

  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_calendar_init (ConveneCalendar *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->loaded = TRUE;
  self->wanted = g_strdup ("");
  self->reload = convene_reload_new (self, read_entries);
}

ConveneCalendar *
convene_calendar_new (ConveneEngine *engine)
{
  ConveneCalendar *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);

  self = g_object_new (CONVENE_TYPE_CALENDAR, NULL);
  self->engine = g_object_ref (engine);
  g_signal_connect_object (engine, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* The old items stay until those of the range are there: what lies in both keeps its object, and nothing flickers. */
void
convene_calendar_set_range (ConveneCalendar *self,
                            gint64           from,
                            gint64           to,
                            guint            limit)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  g_return_if_fail (CONVENE_IS_CALENDAR (self));

  if (self->from == from && self->to == to && self->limit == limit && self->error == NULL)
    return;

  self->from = from;
  self->to = to;
  self->limit = limit;
  convene_reload_drop (self->reload);
  set_loaded (self, is_empty (self));
  convene_reload_ask_at (self->reload, convene_engine_get_clock (self->engine), G_MAXINT64);
  if (is_empty (self))
    take (self, none);
  else
    convene_reload_ask (self->reload);
}

gint64
convene_calendar_get_from (ConveneCalendar *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR (self), 0);

  return self->from;
}

gint64
convene_calendar_get_to (ConveneCalendar *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR (self), 0);

  return self->to;
}

gboolean
convene_calendar_get_loaded (ConveneCalendar *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR (self), FALSE);

  return self->loaded;
}

/* How many entries start before an instant. */
static guint
count_before (ConveneCalendar *self,
              gint64           instant)
{
  guint low = 0, high = self->entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (convene_calendar_entry_get_start (self->entries->pdata[middle]) < instant)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

guint
convene_calendar_find (ConveneCalendar *self,
                       gint64           from,
                       gint64           to,
                       guint           *first)
{
  guint position;

  g_return_val_if_fail (CONVENE_IS_CALENDAR (self), 0);

  position = count_before (self, from);
  if (first != NULL)
    *first = position;
  return from < to ? count_before (self, to) - position : 0;
}
