/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "life-model.h"

static void
meeting_free (gpointer data)
{
  LifeMeeting *self = data;

  g_free (self->id);
  g_free (self);
}

void
life_item_free (LifeItem *self)
{
  g_free (self->uid);
  g_free (self);
}

LifeModel *
life_model_new (void)
{
  LifeModel *self = g_new0 (LifeModel, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) life_item_free);
  self->meetings = g_ptr_array_new_with_free_func (meeting_free);
  self->preference = CONVENE_LINK_POLICY_KEEP;
  return self;
}

void
life_model_free (LifeModel *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->meetings);
  g_free (self);
}

const char *
life_act_to_string (LifeAct act)
{
  static const char *const names[] = {
    "schedule",
    "move",
    "length",
    "job",
    "details",
    "people",
    "policy",
    "cancel",
    "paste",
    "back-to-zoom",
    "recreate",
    "host",
    "undone",
    "gone",
    "take",
    "restore",
    "prefer",
    "midnight",
    "open",
    "pause",
    "close",
  };

  return names[act];
}

GPtrArray *
life_model_list_users (LifeModel         *self,
                       const LifeMeeting *meeting)
{
  GPtrArray *users = g_ptr_array_new ();

  for (guint i = 0; meeting != NULL && i < self->items->len; i++)
    {
      LifeItem *item = g_ptr_array_index (self->items, i);

      if (item->meeting == meeting)
        g_ptr_array_add (users, item);
    }

  return users;
}

gboolean
life_act_needs_item (LifeAct act)
{
  return act > LIFE_SCHEDULE && act < LIFE_PREFER;
}

gboolean
life_act_needs_calm (LifeAct act)
{
  return act == LIFE_UNDONE || act == LIFE_GONE || act == LIFE_TAKE || act == LIFE_RESTORE;
}

static gboolean
is_shared (LifeModel      *self,
           const LifeItem *item)
{
  g_autoptr(GPtrArray) users = life_model_list_users (self, item->meeting);

  return users->len > 1;
}

static gboolean
is_open_to (LifeModel      *self,
            const LifeItem *item,
            LifeAct         act)
{
  if (item->cancelled)
    return FALSE;
  if (act == LIFE_BACK_TO_ZOOM)
    return item->pasted;
  if (act == LIFE_PASTE || act == LIFE_RECREATE || act == LIFE_HOST_FIX)
    return item->meeting != NULL && item->meeting->id != NULL;
  if (act == LIFE_GONE || act == LIFE_TAKE || act == LIFE_RESTORE)
    return item->meeting != NULL && !is_shared (self, item);

  return TRUE;
}

LifeItem *
life_model_pick (LifeModel      *self,
                 const LifeStep *step)
{
  g_autoptr(GPtrArray) open = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    if (is_open_to (self, g_ptr_array_index (self->items, i), step->act))
      g_ptr_array_add (open, g_ptr_array_index (self->items, i));

  return open->len > 0 ? g_ptr_array_index (open, step->n % open->len) : NULL;
}

static LifeItem *
new_item (LifeModel      *self,
          const LifeStep *step)
{
  LifeItem *item = g_new0 (LifeItem, 1);

  item->number = self->items->len;
  item->slot = step->n % LIFE_SLOTS;
  item->length = 45;
  item->job = step->a % 4 == 3;
  item->policy = step->a / 4 % 2 == 0 ? CONVENE_LINK_POLICY_DEFAULT : (ConveneLinkPolicy) (step->a / 8 % 4);
  return item;
}

static LifeItem *
copy_item (const LifeItem *item)
{
  LifeItem *copy = g_new (LifeItem, 1);

  *copy = *item;
  copy->uid = g_strdup (item->uid);
  return copy;
}

LifeItem *
life_model_edit (LifeModel      *self,
                 const LifeStep *step,
                 const LifeItem *before)
{
  LifeItem *after = before != NULL ? copy_item (before) : new_item (self, step);

  switch (step->act)
    {
    case LIFE_MOVE:
    case LIFE_UNDONE:
    case LIFE_TAKE:
      after->slot = (before->slot + 1 + step->a % (LIFE_SLOTS - 1)) % LIFE_SLOTS;
      break;
    case LIFE_LENGTH:
      after->length = before->length == 45 ? 60 : 45;
      break;
    case LIFE_JOB:
      after->job = 1 - before->job;
      break;
    case LIFE_DETAILS:
      after->details++;
      break;
    case LIFE_PEOPLE:
      after->others ^= 1u << step->a % LIFE_OTHERS;
      break;
    case LIFE_POLICY:
      after->policy = (ConveneLinkPolicy) ((before->policy + 1 + step->a % 3) % 4);
      break;
    case LIFE_CANCEL:
      after->cancelled = TRUE;
      break;
    case LIFE_PASTE:
      after->pasted = TRUE;
      break;
    case LIFE_BACK_TO_ZOOM:
      after->pasted = FALSE;
      break;
    case LIFE_SCHEDULE:
    case LIFE_RECREATE:
    case LIFE_HOST_FIX:
    case LIFE_GONE:
    case LIFE_RESTORE:
    case LIFE_PREFER:
    case LIFE_MIDNIGHT:
    case LIFE_OPEN:
    case LIFE_PAUSE:
    case LIFE_CLOSE:
    default:
      break;
    }

  return after;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

char *
life_item_dup_candidate (const LifeItem *self)
{
  return g_strdup_printf ("ada-%u@example.com", self->number);
}

char *
life_dup_other (guint n)
{
  return g_strdup_printf ("other-%u@example.com", n);
}

char *
life_item_format_letter (const LifeItem *self,
                         const char     *kind)
{
  g_autoptr(GPtrArray) addresses = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (kind);

  g_ptr_array_add (addresses, life_item_dup_candidate (self));
  g_ptr_array_add (addresses, g_strdup ("hal@example.com"));
  g_ptr_array_add (addresses, g_strdup ("rita@example.com"));
  for (guint i = 0; i < LIFE_OTHERS; i++)
    if ((self->others & 1u << i) != 0)
      g_ptr_array_add (addresses, life_dup_other (i));
  g_ptr_array_sort (addresses, compare_texts);
  for (guint i = 0; i < addresses->len; i++)
    g_string_append_printf (text, " %s", (const char *) g_ptr_array_index (addresses, i));

  return g_string_free (text, FALSE);
}

static LifeMeeting *
find_meeting (LifeModel  *self,
              const char *id)
{
  for (guint i = 0; i < self->meetings->len; i++)
    if (g_strcmp0 (((LifeMeeting *) g_ptr_array_index (self->meetings, i))->id, id) == 0)
      return g_ptr_array_index (self->meetings, i);

  return NULL;
}

static LifeMeeting *
add_meeting (LifeModel      *self,
             const LifeItem *item,
             const char     *host,
             const char     *id)
{
  LifeMeeting *meeting = g_new0 (LifeMeeting, 1);

  meeting->id = g_strdup (id);
  meeting->host = g_strcmp0 (host, LIFE_OTHER_HOST) == 0 ? LIFE_OTHER_HOST : LIFE_HOST;
  meeting->slot = item->slot;
  meeting->length = item->length;
  meeting->job = item->job;
  meeting->alive = TRUE;
  g_ptr_array_add (self->meetings, meeting);
  return meeting;
}

/* The words are those of whoever is the first now. */
static void
leave (LifeModel   *self,
       LifeMeeting *meeting,
       gboolean     first)
{
  g_autoptr(GPtrArray) users = life_model_list_users (self, meeting);

  if (meeting != NULL && users->len == 0)
    meeting->alive = FALSE;
  else if (meeting != NULL && first)
    meeting->job = ((LifeItem *) g_ptr_array_index (users, 0))->job;
}

/* What the meeting says where the interview is the one that it is made for: with a change that Zoom has to know of, it is told of all that differs. */
static void
change_meeting (LifeModel *self,
                LifeItem  *item,
                LifeAct    act)
{
  g_autoptr(GPtrArray) users = life_model_list_users (self, item->meeting);

  if (users->len == 0 || g_ptr_array_index (users, 0) != item)
    return;

  item->meeting->slot = item->slot;
  item->meeting->length = item->length;
  if (act == LIFE_MOVE || act == LIFE_LENGTH || act == LIFE_JOB || act == LIFE_RESTORE)
    item->meeting->job = item->job;
}

static gboolean
take_meeting (LifeModel        *self,
              LifeItem         *item,
              ConveneLinkEffect effect,
              const char       *host,
              const char       *meeting_id)
{
  switch (effect)
    {
    case CONVENE_LINK_EFFECT_NEW:
      if (meeting_id != NULL && find_meeting (self, meeting_id) != NULL)
        return FALSE;
      item->meeting = add_meeting (self, item, host, meeting_id);
      return TRUE;
    case CONVENE_LINK_EFFECT_JOINS:
      item->meeting = find_meeting (self, meeting_id);
      return meeting_id != NULL && item->meeting != NULL && item->meeting->alive && item->meeting->slot == item->slot && item->meeting->length == item->length;
    case CONVENE_LINK_EFFECT_STAYS:
    case CONVENE_LINK_EFFECT_FOLLOWS:
      return meeting_id == NULL || item->meeting == NULL || g_strcmp0 (item->meeting->id, meeting_id) == 0;
    case CONVENE_LINK_EFFECT_NONE:
    case CONVENE_LINK_EFFECT_DELETED:
    case CONVENE_LINK_EFFECT_LEFT:
    case CONVENE_LINK_EFFECT_PASTED:
    default:
      /* Nobody can make it now: somebody will. */
      if (item->cancelled || item->pasted)
        item->meeting = NULL;
      else if (item->meeting == NULL || effect != CONVENE_LINK_EFFECT_NONE)
        item->meeting = add_meeting (self, item, host, meeting_id);
      return TRUE;
    }
}

gboolean
life_model_follow (LifeModel        *self,
                   const LifeStep   *step,
                   LifeItem         *before,
                   LifeItem         *after,
                   ConveneLinkEffect effect,
                   const char       *host,
                   const char       *meeting_id)
{
  LifeMeeting *old = before != NULL ? before->meeting : NULL;
  g_autoptr(GPtrArray) users = life_model_list_users (self, old);
  LifeItem *item = before;
  gboolean  first = users->len > 0 && g_ptr_array_index (users, 0) == item;
  gboolean  possible;

  if (item == NULL)
    {
      item = copy_item (after);
      g_ptr_array_add (self->items, item);
    }
  else
    {
      g_autofree char *uid = item->uid;

      *item = *after;
      item->uid = g_steal_pointer (&uid);
    }

  possible = take_meeting (self, item, effect, host, meeting_id);
  if (item->meeting != old)
    leave (self, old, first);
  else
    change_meeting (self, item, step->act);
  return possible;
}
