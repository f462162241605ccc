/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-faults.h"

#include <gio/gio.h>
#include <string.h>

#include "convene-practice-json.h"

struct _ConvenePracticeFaults
{
  GPtrArray *faults;
  gint64     last_number;
};

static const struct
{
  const char              *name;
  ConvenePracticeFaultKind kind;
  const char              *when;
  const char              *on;    /* where it is where that is not said; NULL: create */
  const char              *match; /* the same */
} names[] = {
  { "answer", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "500", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "502", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "503", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "504", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "commit-then-500", CONVENE_PRACTICE_FAULT_ANSWER, "after", NULL, NULL },
  { "401", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "400-124", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "4711", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "1001", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "1010", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "3001", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "3003", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "3161", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "300", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "password-policy", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "alternative-host", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "page-token", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "200", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "403", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "1120", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "3000", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "3002", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "3007", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "3018", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "3037", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "3043", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "3063", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "12702", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "2300", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "409", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "408", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "json", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "timezone", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "schedule-for", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "403-rate", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "empty", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "429-daily", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "429-second", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "429-concurrent", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "429-account", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "invalid-grant", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "invalid-client", CONVENE_PRACTICE_FAULT_ANSWER, "before", NULL, NULL },
  { "drop-before", CONVENE_PRACTICE_FAULT_DROP, "before", NULL, NULL },
  { "commit-then-drop", CONVENE_PRACTICE_FAULT_DROP, "after", NULL, NULL },
  { "drop", CONVENE_PRACTICE_FAULT_DROP, "before", NULL, NULL },
  { "reset", CONVENE_PRACTICE_FAULT_RESET, "before", NULL, NULL },
  { "hang", CONVENE_PRACTICE_FAULT_HANG, "before", NULL, NULL },
  { "late-commit", CONVENE_PRACTICE_FAULT_LATE, "before", NULL, NULL },
  { "truncated", CONVENE_PRACTICE_FAULT_TRUNCATED, "after", NULL, NULL },
  { "invalid-json", CONVENE_PRACTICE_FAULT_GARBLED, "after", NULL, NULL },
  { "huge", CONVENE_PRACTICE_FAULT_HUGE, "after", NULL, NULL },
  { "kill", CONVENE_PRACTICE_FAULT_KILL, "before", NULL, NULL },
  { "slow", CONVENE_PRACTICE_FAULT_SLOW, "before", NULL, NULL },
  { "late-list", CONVENE_PRACTICE_FAULT_LATE_LIST, "before", NULL, NULL },
  { "bare-link", CONVENE_PRACTICE_FAULT_BARE_LINK, "before", NULL, NULL },
  { "ignore-start", CONVENE_PRACTICE_FAULT_KEEP_START, "before", "patch", NULL },
  { "new-link", CONVENE_PRACTICE_FAULT_NEW_LINK, "before", "patch", NULL },
  { "stale", CONVENE_PRACTICE_FAULT_STALE, "before", "get", NULL },
  { "scope", CONVENE_PRACTICE_FAULT_SCOPE, "before", NULL, NULL },
  { "lost-refresh", CONVENE_PRACTICE_FAULT_DROP, "after", "token", "refresh_token" },
  { "4709", CONVENE_PRACTICE_FAULT_ANSWER, "before", "token", NULL },
  { "4717", CONVENE_PRACTICE_FAULT_ANSWER, "before", "token", NULL },
  { "4738", CONVENE_PRACTICE_FAULT_ANSWER, "before", "token", NULL },
  { "4741", CONVENE_PRACTICE_FAULT_ANSWER, "before", "token", NULL },
  { "access-denied", CONVENE_PRACTICE_FAULT_ANSWER, "before", "token", NULL },
  { "authorization-pending", CONVENE_PRACTICE_FAULT_ANSWER, "before", "token", NULL },
  { "slow-down", CONVENE_PRACTICE_FAULT_ANSWER, "before", "token", NULL },
  { "expired-token", CONVENE_PRACTICE_FAULT_ANSWER, "before", "token", NULL },
  { "html", CONVENE_PRACTICE_FAULT_ANSWER, "before", "token", NULL },
  { "redirect", CONVENE_PRACTICE_FAULT_ANSWER, "before", "token", NULL },
  { "bad-api-url", CONVENE_PRACTICE_FAULT_API_URL, "before", "token", NULL },
  { "refuse-sender", CONVENE_PRACTICE_FAULT_REFUSE, "mail", NULL, NULL },
  { "refuse-recipient", CONVENE_PRACTICE_FAULT_REFUSE, "rcpt", NULL, NULL },
  { "later", CONVENE_PRACTICE_FAULT_REFUSE, "rcpt", NULL, NULL },
  { "421", CONVENE_PRACTICE_FAULT_REFUSE, "connect", NULL, NULL },
};

static const char *const zoom_calls[] = { "any", "create", "get", "patch", "delete", "list", "user", "settings", "schedulers", "token", "revoke", "authorize", "devicecode", NULL };
static const char *const zoom_moments[] = { "before", "after", "half", NULL };
static const char *const mail_moments[] = { "connect", "mail", "rcpt", "data", "in-data", "after-data", "after-file", "after-250", NULL };

static int
find_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i].name, name) == 0)
      return i;

  return -1;
}

static void
fault_free (gpointer data)
{
  ConvenePracticeFault *fault = data;

  g_free (fault->name);
  g_free (fault->on);
  g_free (fault->when);
  g_free (fault->match);
  json_object_unref (fault->spec);
  g_free (fault);
}

static const char *
get_default_when (int         index,
                  const char *on)
{
  if (!g_str_equal (on, "smtp") || g_strv_contains (mail_moments, names[index].when))
    return names[index].when;

  return g_str_equal (names[index].name, "slow") ? "connect" : "after-data";
}

static const char *
get_default_on (int index)
{
  return index >= 0 && names[index].on != NULL ? names[index].on : "create";
}

/* A person's refusal at the authorization endpoint is no answer of its own: it leads back to the app. */
static ConvenePracticeFaultKind
get_kind (int         index,
          const char *on)
{
  if (g_str_equal (on, "authorize") && g_str_equal (names[index].name, "access-denied"))
    return CONVENE_PRACTICE_FAULT_DENY;

  return names[index].kind;
}

static ConvenePracticeFault *
fault_new (JsonObject *spec,
           GError    **error)
{
  const char           *name = convene_practice_json_get_string (spec, "fault", NULL);
  int                   index = find_name (name);
  const char           *on = convene_practice_json_get_string (spec, "on", get_default_on (index));
  gboolean              is_mail = g_str_equal (on, "smtp");
  const char           *when = index >= 0 ? convene_practice_json_get_string (spec, "when", get_default_when (index, on)) : NULL;
  ConvenePracticeFault *fault;

  if (index < 0 || (!is_mail && !g_strv_contains (zoom_calls, on)) || !g_strv_contains (is_mail ? mail_moments : zoom_moments, when))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "There is no fault \"%s\" on \"%s\", %s",
                   name != NULL ? name : "", on, when != NULL ? when : "");
      return NULL;
    }

  fault = g_new0 (ConvenePracticeFault, 1);
  fault->kind = get_kind (index, on);
  fault->match = g_strdup (convene_practice_json_get_string (spec, "match", names[index].match));
  fault->name = g_strdup (name);
  fault->on = g_strdup (on);
  fault->when = g_strdup (when);
  fault->times = convene_practice_json_get_int (spec, "times", 1);
  fault->skip = convene_practice_json_get_int (spec, "skip", 0);
  fault->spec = json_object_ref (spec);
  return fault;
}

ConvenePracticeFaults *
convene_practice_faults_new (void)
{
  ConvenePracticeFaults *self = g_new0 (ConvenePracticeFaults, 1);

  self->faults = g_ptr_array_new_with_free_func (fault_free);
  return self;
}

void
convene_practice_faults_free (ConvenePracticeFaults *self)
{
  g_ptr_array_unref (self->faults);
  g_free (self);
}

static JsonObject *
format_change (gint64      number,
               JsonObject *spec,
               gint64      times,
               gint64      skip)
{
  JsonObject *change = json_object_new ();

  json_object_set_string_member (change, "change", "fault");
  json_object_set_int_member (change, "number", number);
  json_object_set_int_member (change, "times", times);
  json_object_set_int_member (change, "skip", skip);
  if (spec != NULL)
    json_object_set_object_member (change, "spec", json_object_ref (spec));
  return change;
}

JsonObject *
convene_practice_faults_format_new (ConvenePracticeFaults *self,
                                    JsonObject            *spec,
                                    GError               **error)
{
  ConvenePracticeFault *fault = fault_new (spec, error);
  JsonObject           *change;

  if (fault == NULL)
    return NULL;

  change = format_change (self->last_number + 1, spec, fault->times, fault->skip);
  fault_free (fault);
  return change;
}

void
convene_practice_faults_format_end (ConvenePracticeFaults *self,
                                    JsonArray             *changes)
{
  for (guint i = 0; i < self->faults->len; i++)
    json_array_add_object_element (changes, format_change (((ConvenePracticeFault *) g_ptr_array_index (self->faults, i))->number, NULL, 0, 0));
}

static void
add_fault (ConvenePracticeFaults *self,
           gint64                 number,
           JsonObject            *change)
{
  JsonObject           *spec = convene_practice_json_get_object (change, "spec");
  ConvenePracticeFault *fault = spec != NULL ? fault_new (spec, NULL) : NULL;

  if (fault == NULL)
    return;

  fault->number = number;
  self->last_number = MAX (self->last_number, number);
  g_ptr_array_add (self->faults, fault);
}

void
convene_practice_faults_apply (ConvenePracticeFaults *self,
                               JsonObject            *change)
{
  gint64 number = convene_practice_json_get_int (change, "number", 0);

  for (guint i = 0; i < self->faults->len; i++)
    {
      ConvenePracticeFault *fault = g_ptr_array_index (self->faults, i);

      if (fault->number != number)
        continue;

      fault->times = convene_practice_json_get_int (change, "times", 0);
      fault->skip = convene_practice_json_get_int (change, "skip", 0);
      if (fault->times <= 0)
        g_ptr_array_remove_index (self->faults, i);
      return;
    }

  add_fault (self, number, change);
}

gboolean
convene_practice_fault_ends (const ConvenePracticeFault *self)
{
  return self->kind < CONVENE_PRACTICE_FAULT_SLOW;
}

static gboolean
matches (const ConvenePracticeFault *fault,
         const char                 *on,
         const char                 *when,
         const char                 *text)
{
  if (!g_str_equal (fault->on, on) && (!g_str_equal (fault->on, "any") || g_str_equal (on, "smtp")))
    return FALSE;
  if (when != NULL && !g_str_equal (fault->when, when))
    return FALSE;

  return fault->match == NULL || (text != NULL && strstr (text, fault->match) != NULL);
}

/* The taken fault is a copy: the original goes when it is used up. */
static ConvenePracticeFault *
fault_copy (const ConvenePracticeFault *fault)
{
  ConvenePracticeFault *copy = fault_new (fault->spec, NULL);

  copy->number = fault->number;
  return copy;
}

GPtrArray *
convene_practice_faults_take (ConvenePracticeFaults *self,
                              const char            *on,
                              const char            *when,
                              const char            *text,
                              JsonArray             *changes)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func (fault_free);
  gboolean   is_ended = FALSE;

  for (guint i = 0; i < self->faults->len; i++)
    {
      ConvenePracticeFault *fault = g_ptr_array_index (self->faults, i);
      gboolean              skips = fault->skip > 0;

      if (!matches (fault, on, when, text) || (is_ended && convene_practice_fault_ends (fault)))
        continue;

      json_array_add_object_element (changes, format_change (fault->number, NULL, fault->times - !skips, fault->skip - skips));
      if (skips)
        continue;

      is_ended |= convene_practice_fault_ends (fault);
      g_ptr_array_add (taken, fault_copy (fault));
    }

  return taken;
}

JsonArray *
convene_practice_faults_to_json (ConvenePracticeFaults *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->faults->len; i++)
    {
      ConvenePracticeFault *fault = g_ptr_array_index (self->faults, i);
      JsonObject           *object = convene_practice_json_copy (fault->spec);

      json_object_set_int_member (object, "times", fault->times);
      json_object_set_int_member (object, "skip", fault->skip);
      json_array_add_object_element (array, object);
    }

  return array;
}
