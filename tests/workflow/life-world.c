/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-engine-directory.h"
#include "convene-error.h"
#include "convene-inspector.h"
#include "convene-text.h"
#include "life-world-private.h"

/* As often as the terminal tries. */
#define TIMES 5

void
life_world_fail (LifeWorld  *self,
                 const char *format,
                 ...)
{
  g_autofree char *text = NULL;
  va_list          arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  life_world_say (self, "   WRONG: %s", text);
  if (self->failure == NULL)
    self->failure = g_steal_pointer (&text);
}

void
life_world_say (LifeWorld  *self,
                const char *format,
                ...)
{
  g_autofree char *text = NULL;
  va_list          arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (self->talks)
    g_test_message ("%s", text);
}

const char *
life_world_get_failure (LifeWorld *self)
{
  return self->failure;
}

gint64
life_world_get_start (LifeWorld *self,
                      guint      slot)
{
  return self->base + slot * CONVENE_DAY;
}

const char *
life_world_get_job (guint job)
{
  return job == 0 ? "Staff Engineer" : "Designer";
}

LifeWorld *
life_world_new (gboolean talks)
{
  LifeWorld     *self = g_new0 (LifeWorld, 1);
  ConveneChange *change = convene_change_new ();
  gint64         now;

  self->fixture = fixture_new ();
  now = convene_clock_now (self->fixture->clock);
  self->model = life_model_new ();
  self->talks = talks;
  self->provided = TRUE;
  self->clean = TRUE;
  self->base = (now / CONVENE_DAY + 40) * CONVENE_DAY + 16 * CONVENE_HOUR;
  fixture_order (self->fixture, "{'set': {'pace': 0, 'deletes_count': 1}}");
  fixture_provide (self->fixture, TRUE, TRUE);
  convene_change_put_delegation (change, "test-zoom", LIFE_OTHER_HOST, TRUE, now);
  life_commit (self->fixture, change);
  return self;
}

void
life_world_free (LifeWorld *self)
{
  fixture_free (self->fixture);
  life_model_free (self->model);
  g_free (self->failure);
  g_free (self);
}

int
life_world_count_requests (LifeWorld  *self,
                           const char *host)
{
  g_autoptr(JsonObject) state = fixture_state (self->fixture);
  JsonObject      *quota = json_object_get_object_member (state, "quota");
  g_autofree char *day = g_strndup (json_object_get_string_member (state, "now"), strlen ("2026-12-01"));

  if (!json_object_has_member (quota, host))
    return 0;
  return (int) json_object_get_int_member_with_default (json_object_get_object_member (quota, host), day, 0);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static char *
format_letter (const ConvenePlanLetter *letter)
{
  g_autoptr(GPtrArray) addresses = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (convene_enum_to_nick (CONVENE_TYPE_OPERATION_KIND, (int) letter->kind));
  GStrv    lists[] = { letter->to, letter->cc };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; lists[i] != NULL && lists[i][j] != NULL; j++)
      {
        char *address = NULL;

        g_assert_true (convene_text_parse_person (lists[i][j], "attendees", NULL, &address, NULL));
        g_ptr_array_add (addresses, address);
      }
  g_ptr_array_sort (addresses, compare_texts);
  for (guint i = 0; i < addresses->len; i++)
    g_string_append_printf (text, " %s", (const char *) g_ptr_array_index (addresses, i));

  return g_string_free (text, FALSE);
}

static char *
join_texts (GPtrArray *texts)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (texts, i));

  return g_string_free (all, FALSE);
}

/* The same letters, in whatever order. */
static void
compare_letters (LifeWorld  *self,
                 GPtrArray  *actual,
                 GPtrArray  *expected,
                 const char *whose)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  g_ptr_array_sort (actual, compare_texts);
  g_ptr_array_sort (expected, compare_texts);
  a = join_texts (actual);
  b = join_texts (expected);
  if (!g_str_equal (a, b))
    life_world_fail (self, "the letters %s are <%s>, not <%s>", whose, a, b);
}

/* O-9: what the person was shown is what the model says. */
static void
check_plan (LifeWorld         *self,
            ConvenePlan       *planned,
            const LifePromise *promise)
{
  GPtrArray *letters = convene_plan_get_letters (planned);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (convene_plan_get_link_effect (planned) != promise->effect)
    life_world_fail (self, "the link's effect is %s, not %s", convene_link_effect_to_nick (convene_plan_get_link_effect (planned)), convene_link_effect_to_nick (promise->effect));
  if (convene_plan_get_quota_cost (planned) != promise->cost)
    life_world_fail (self, "the plan costs %d, not %d", convene_plan_get_quota_cost (planned), promise->cost);
  if (promise->cost > 0 && g_strcmp0 (convene_plan_get_host (planned), promise->host) != 0)
    life_world_fail (self, "the host is %s, not %s", convene_plan_get_host (planned), promise->host);
  if (promise->cost > 0 && self->clean && convene_plan_get_quota_left (planned) != 100 - life_world_count_requests (self, promise->host) - promise->cost)
    life_world_fail (self, "the plan leaves %d, not %d", convene_plan_get_quota_left (planned), 100 - life_world_count_requests (self, promise->host) - promise->cost);

  for (guint i = 0; i < letters->len; i++)
    g_ptr_array_add (texts, format_letter (g_ptr_array_index (letters, i)));
  compare_letters (self, texts, promise->letters, "planned");
}

/* Follows what was committed. */
static void
follow (LifeWorld      *self,
        const LifeStep *step,
        LifeItem       *before,
        LifeItem       *after,
        ConvenePlan    *planned)
{
  const char *uid = convene_interview_get_uid (convene_plan_get_interview (planned));
  g_autoptr(ConveneInterview) stored = fixture_find (self->fixture, uid);
  ConveneMeeting *meeting = convene_interview_get_meeting (stored);

  if (before == NULL)
    after->uid = g_strdup (uid);
  if (!life_model_follow (self->model, step, before, after, convene_plan_get_link_effect (planned), convene_plan_get_host (planned),
                          meeting != NULL ? convene_meeting_get_id (meeting) : NULL))
    life_world_fail (self, "the link's effect %s is not what was done", convene_link_effect_to_nick (convene_plan_get_link_effect (planned)));
}

/* O-13: somebody does something at Zoom, and it is seen. */
static void
upset (LifeWorld      *self,
       const LifeStep *step,
       const LifeItem *item,
       guint           slot)
{
  ConveneInspector *inspector = convene_engine_get_inspector (self->fixture->engine);
  g_autoptr(ConveneInterview) stored = fixture_find (self->fixture, item->uid);
  gint64           number = convene_meeting_get_number (convene_interview_get_meeting (stored));
  g_autofree char *start = convene_instant_to_string (life_world_get_start (self, slot));
  g_autofree char *order = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  if (step->act == LIFE_GONE)
    order = g_strdup_printf ("{'delete': {'id': %" G_GINT64_FORMAT "}}", number);
  else
    order = g_strdup_printf ("{'patch': {'id': %" G_GINT64_FORMAT ", 'body': {'start_time': '%s'}}}", number, start);
  fixture_order (self->fixture, order);

  convene_inspector_run_async (inspector, G_MAXINT64, NULL, fixture_result_cb, &result);
  if (convene_inspector_run_finish (inspector, fixture_await (&result), NULL) != 1)
    life_world_fail (self, "what was done at Zoom was not seen");
}

/* While all is well: exactly what was promised. */
static void
do_calmly (LifeWorld      *self,
           const LifeStep *step,
           LifeItem       *before,
           LifeItem       *after)
{
  g_autoptr(LifePromise) promise = life_model_promise (self->model, step, before, after);
  int spent = promise->host != NULL ? life_world_count_requests (self, promise->host) : 0;
  int sequence = life_world_find_sequence (self, before);
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePlan) planned = NULL;
  g_autoptr(GPtrArray) letters = NULL;

  if (step->act == LIFE_GONE || step->act == LIFE_TAKE || step->act == LIFE_RESTORE)
    upset (self, step, before, step->act == LIFE_TAKE ? after->slot : (before->slot + 1) % LIFE_SLOTS);
  planned = life_world_plan (self, step, before, after, &error);
  if (planned == NULL)
    {
      life_world_fail (self, "it cannot be planned: %s", error->message);
      return;
    }

  life_world_say (self, "   %s", convene_plan_get_summary (planned));
  check_plan (self, planned, promise);
  if (!life_world_commit (self, planned, step->act == LIFE_UNDONE ? CONVENE_UNDO_TIME : 0, &error))
    {
      life_world_fail (self, "it cannot be committed: %s", error->message);
      return;
    }
  if (step->act == LIFE_UNDONE)
    {
      life_world_take_back (self, planned);
      g_ptr_array_set_size (promise->letters, 0);
      promise->cost = 0;
    }
  else
    {
      follow (self, step, before, after, planned);
    }

  life_world_settle (self, 5 * CONVENE_MINUTE);
  letters = life_world_take_letters (self);
  compare_letters (self, letters, promise->letters, "sent");
  if (before != NULL && promise->letters->len > 0 && life_world_find_sequence (self, before) != sequence + 1)
    life_world_fail (self, "the sequence is %d, not %d", life_world_find_sequence (self, before), sequence + 1);
  if (promise->host != NULL && life_world_count_requests (self, promise->host) != spent + promise->cost)
    life_world_fail (self, "Zoom counted %d requests, not %d", life_world_count_requests (self, promise->host) - spent, promise->cost);
}

/* Something is wrong: it is planned and committed all the same, again where the outbox was faster. What cannot be done now is not. */
static void
do_anyhow (LifeWorld      *self,
           const LifeStep *step,
           LifeItem       *before,
           LifeItem       *after)
{
  for (int i = 0; i < TIMES; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ConvenePlan) planned = life_world_plan (self, step, before, after, &error);

      if (planned != NULL)
        life_world_say (self, "   %s", convene_plan_get_summary (planned));
      if (planned != NULL && life_world_commit (self, planned, step->a % 3 == 0 ? CONVENE_UNDO_TIME : 0, &error))
        {
          /* Besides what was planned: that there is no link, and that there is one. A link that goes comes again unless the interview is off. */
          self->n_planned += convene_plan_get_letters (planned)->len + (step->act == LIFE_CANCEL ? 0 : 2);
          follow (self, step, before, after, planned);
          return;
        }

      life_world_say (self, "   %s", error->message);
      if (!g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_STALE))
        {
          if (!g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED) && !g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_NO_ACCOUNT))
            life_world_fail (self, "%s", error->message);
          return;
        }
    }

  life_world_fail (self, "it was changed meanwhile, again and again");
}

static void
do_to_interview (LifeWorld      *self,
                 const LifeStep *step)
{
  LifeItem *before = life_act_needs_item (step->act) ? life_model_pick (self->model, step) : NULL;
  LifeItem *after;

  if ((life_act_needs_item (step->act) && before == NULL) || (life_act_needs_calm (step->act) && self->open))
    return;

  after = life_model_edit (self->model, step, before);
  life_world_say (self, " %s of interview %u: slot %u, %u minutes, job %u, others %u, %s", life_act_to_string (step->act), after->number, after->slot,
                  after->length, after->job, after->others, convene_enum_to_nick (CONVENE_TYPE_LINK_POLICY, (int) after->policy));
  if (self->open)
    {
      do_anyhow (self, step, before, after);
      fixture_pass (self->fixture, step->a % 3 * CONVENE_SECOND);
    }
  else
    {
      do_calmly (self, step, before, after);
    }

  life_item_free (after);
}

static void
prefer (LifeWorld      *self,
        const LifeStep *step)
{
  static const ConveneLinkPolicy policies[] = { CONVENE_LINK_POLICY_KEEP, CONVENE_LINK_POLICY_NEW, CONVENE_LINK_POLICY_SHARE };
  ConveneLinkPolicy              policy = policies[step->a % G_N_ELEMENTS (policies)];
  const char                    *nick = convene_enum_to_nick (CONVENE_TYPE_LINK_POLICY, (int) policy);

  life_world_say (self, " preferred: %s", nick);
  self->model->preference = policy;
  life_set_preference (self->fixture, CONVENE_PREFERENCE_LINK_POLICY, nick);
}

static void
pass_midnight (LifeWorld *self)
{
  life_world_say (self, " midnight");
  fixture_set_clocks (self->fixture, (convene_clock_now (self->fixture->clock) / CONVENE_DAY + 1) * CONVENE_DAY + 5 * CONVENE_MINUTE);
  if (!self->open)
    life_world_settle (self, 5 * CONVENE_MINUTE);
  self->clean = !self->open;
}

/* Everything comes to its end, with no more letters than there are reasons for. */
static void
close_window (LifeWorld *self)
{
  g_autoptr(GPtrArray) letters = NULL;

  life_world_close (self);
  letters = life_world_take_letters (self);
  if (letters->len > self->n_planned)
    {
      g_autofree char *texts = join_texts (letters);

      life_world_fail (self, "%u letters came of what was done, not %u at most: <%s>", letters->len, self->n_planned, texts);
    }
  self->n_planned = 0;
}

static void
do_around (LifeWorld      *self,
           const LifeStep *step)
{
  if (step->act == LIFE_PREFER)
    {
      prefer (self, step);
    }
  else if (step->act == LIFE_MIDNIGHT)
    {
      pass_midnight (self);
    }
  else if (step->act == LIFE_OPEN && !self->open)
    {
      life_world_say (self, " open");
      life_world_open (self, step->a);
    }
  else if (step->act == LIFE_PAUSE && self->open)
    {
      life_world_say (self, " pause");
      for (guint i = 0; i < step->a % 10; i++)
        {
          convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (self->fixture->clock), 4 * CONVENE_SECOND);
          fixture_pass (self->fixture, CONVENE_SECOND);
        }
    }
  else if (step->act == LIFE_CLOSE)
    {
      life_world_say (self, " close");
      close_window (self);
    }
}

void
life_world_do (LifeWorld      *self,
               const LifeStep *step)
{
  fixture_set_clocks (self->fixture, 0);
  if (step->act < LIFE_PREFER)
    do_to_interview (self, step);
  else
    do_around (self, step);

  if (!self->open)
    life_world_check (self);
}
