/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-filter.h"

#include <string.h>

#include "convene-clock.h"

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_PLATFORM,
  PROP_STATUS,
  PROP_JOB,
  PROP_HOST,
  PROP_PERSON,
  PROP_PERIOD,
  PROP_ATTENTION,
  PROP_ACTIVE,
  N_PROPS
};

/* The properties that are texts are the first ones; that which is typed is the first of them. */
#define N_TEXTS PROP_ATTENTION

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

struct _ConveneFilter
{
  GObject parent_instance;

  char    *texts[N_TEXTS]; /* by property; the one of PROP_0 stays NULL */
  gboolean attention;
};

G_DEFINE_FINAL_TYPE (ConveneFilter, convene_filter, G_TYPE_OBJECT)

/* All values at once, so that one change of several is told once. */
typedef struct
{
  const char *texts[N_TEXTS];
  gboolean    attention;
} Values;

static Values
get_values (ConveneFilter *self)
{
  Values values = { .attention = self->attention };

  memcpy (values.texts, self->texts, sizeof values.texts);
  return values;
}

static gboolean
is_active (ConveneFilter *self)
{
  gboolean active = self->attention;

  for (guint i = PROP_PLATFORM; i < N_TEXTS; i++)
    active = active || self->texts[i] != NULL;

  return active;
}

/* What is kept of a text: nicks that there are, and no text that is empty or not UTF-8. */
static const char *
judge (guint       prop_id,
       const char *text)
{
  GType type = prop_id == PROP_PLATFORM ? CONVENE_TYPE_PLATFORM : prop_id == PROP_STATUS ? CONVENE_TYPE_STATUS
                                                              : prop_id == PROP_PERIOD   ? CONVENE_TYPE_PERIOD
                                                                                         : G_TYPE_INVALID;
  int   value = 0;

  if (text == NULL || *text == '\0' || !g_utf8_validate (text, -1, NULL))
    return NULL;
  if (type != G_TYPE_INVALID && !convene_enum_from_nick (type, text, &value))
    return NULL;

  return prop_id == PROP_PERIOD && value == CONVENE_PERIOD_ANY ? NULL : text;
}

static gboolean
take_text (ConveneFilter *self,
           guint          prop_id,
           const char    *text)
{
  const char *kept = judge (prop_id, text);

  if (g_strcmp0 (self->texts[prop_id], kept) == 0)
    return FALSE;

  g_free (self->texts[prop_id]);
  self->texts[prop_id] = g_strdup (kept);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
  return TRUE;
}

static gboolean
take_attention (ConveneFilter *self,
                gboolean       attention)
{
  if (self->attention == !!attention)
    return FALSE;

  self->attention = !!attention;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTENTION]);
  return TRUE;
}

static void
take (ConveneFilter *self,
      const Values  *values)
{
  gboolean was_active = is_active (self);
  gboolean changed;

  /* Whoever is notified may set something again: by then all is as it will be. */
  g_object_freeze_notify (G_OBJECT (self));
  changed = take_attention (self, values->attention);
  for (guint i = PROP_TEXT; i < N_TEXTS; i++)
    changed = take_text (self, i, values->texts[i]) || changed;
  if (was_active != is_active (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
  g_object_thaw_notify (G_OBJECT (self));

  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_text (ConveneFilter *self,
          guint          prop_id,
          const char    *text)
{
  Values values = get_values (self);

  values.texts[prop_id] = text;
  take (self, &values);
}

static void
convene_filter_finalize (GObject *object)
{
  ConveneFilter *self = CONVENE_FILTER (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (convene_filter_parent_class)->finalize (object);
}

static void
convene_filter_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ConveneFilter *self = CONVENE_FILTER (object);

  if (prop_id == PROP_ACTIVE)
    g_value_set_boolean (value, is_active (self));
  else if (prop_id == PROP_ATTENTION)
    g_value_set_boolean (value, self->attention);
  else if (prop_id >= PROP_TEXT && prop_id < N_TEXTS)
    g_value_set_string (value, self->texts[prop_id]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
convene_filter_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  ConveneFilter *self = CONVENE_FILTER (object);

  if (prop_id == PROP_ATTENTION)
    {
      Values values = get_values (self);

      values.attention = g_value_get_boolean (value);
      take (self, &values);
    }
  else if (prop_id >= PROP_TEXT && prop_id < N_TEXTS)
    set_text (self, prop_id, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
convene_filter_class_init (ConveneFilterClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = convene_filter_finalize;
  object_class->get_property = convene_filter_get_property;
  object_class->set_property = convene_filter_set_property;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_PLATFORM] = g_param_spec_string ("platform", NULL, NULL, NULL, flags);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, flags);
  properties[PROP_JOB] = g_param_spec_string ("job", NULL, NULL, NULL, flags);
  properties[PROP_HOST] = g_param_spec_string ("host", NULL, NULL, NULL, flags);
  properties[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, NULL, flags);
  properties[PROP_PERIOD] = g_param_spec_string ("period", NULL, NULL, NULL, flags);
  properties[PROP_ATTENTION] = g_param_spec_boolean ("attention", NULL, NULL, FALSE, flags);
  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
convene_filter_init (ConveneFilter *self)
{
}

ConveneFilter *
convene_filter_new (void)
{
  return g_object_new (CONVENE_TYPE_FILTER, NULL);
}

const char *
convene_filter_get_text (ConveneFilter *self)
{
  g_return_val_if_fail (CONVENE_IS_FILTER (self), NULL);

  return self->texts[PROP_TEXT];
}

const char *
convene_filter_get_platform (ConveneFilter *self)
{
  g_return_val_if_fail (CONVENE_IS_FILTER (self), NULL);

  return self->texts[PROP_PLATFORM];
}

const char *
convene_filter_get_status (ConveneFilter *self)
{
  g_return_val_if_fail (CONVENE_IS_FILTER (self), NULL);

  return self->texts[PROP_STATUS];
}

const char *
convene_filter_get_job (ConveneFilter *self)
{
  g_return_val_if_fail (CONVENE_IS_FILTER (self), NULL);

  return self->texts[PROP_JOB];
}

const char *
convene_filter_get_host (ConveneFilter *self)
{
  g_return_val_if_fail (CONVENE_IS_FILTER (self), NULL);

  return self->texts[PROP_HOST];
}

const char *
convene_filter_get_person (ConveneFilter *self)
{
  g_return_val_if_fail (CONVENE_IS_FILTER (self), NULL);

  return self->texts[PROP_PERSON];
}

const char *
convene_filter_get_period (ConveneFilter *self)
{
  g_return_val_if_fail (CONVENE_IS_FILTER (self), NULL);

  return self->texts[PROP_PERIOD];
}

gboolean
convene_filter_get_attention (ConveneFilter *self)
{
  g_return_val_if_fail (CONVENE_IS_FILTER (self), FALSE);

  return self->attention;
}

gboolean
convene_filter_get_active (ConveneFilter *self)
{
  g_return_val_if_fail (CONVENE_IS_FILTER (self), FALSE);

  return is_active (self);
}

void
convene_filter_set_text (ConveneFilter *self,
                         const char    *text)
{
  g_return_if_fail (CONVENE_IS_FILTER (self));

  set_text (self, PROP_TEXT, text);
}

void
convene_filter_clear (ConveneFilter *self)
{
  Values values = { 0 };

  g_return_if_fail (CONVENE_IS_FILTER (self));

  values.texts[PROP_TEXT] = self->texts[PROP_TEXT];
  take (self, &values);
}

char *
convene_filter_to_string (ConveneFilter *self)
{
  GString *string;

  g_return_val_if_fail (CONVENE_IS_FILTER (self), NULL);

  string = g_string_new (self->attention ? "attention=true" : NULL);
  for (guint i = PROP_PLATFORM; i < N_TEXTS; i++)
    {
      if (self->texts[i] == NULL)
        continue;

      g_string_append_printf (string, "%s%s=", string->len > 0 ? "&" : "", g_param_spec_get_name (properties[i]));
      g_string_append_uri_escaped (string, self->texts[i], NULL, FALSE);
    }

  return g_string_free (string, FALSE);
}

gboolean
convene_filter_set_from_string (ConveneFilter *self,
                                const char    *string)
{
  g_autoptr(GHashTable) parameters = NULL;
  Values values = { 0 };

  g_return_val_if_fail (CONVENE_IS_FILTER (self), FALSE);
  g_return_val_if_fail (string != NULL, FALSE);

  parameters = g_uri_parse_params (string, -1, "&", G_URI_PARAMS_NONE, NULL);
  if (parameters == NULL)
    return FALSE;

  values.texts[PROP_TEXT] = self->texts[PROP_TEXT];
  values.attention = g_strcmp0 (g_hash_table_lookup (parameters, "attention"), "true") == 0;
  for (guint i = PROP_PLATFORM; i < N_TEXTS; i++)
    values.texts[i] = g_hash_table_lookup (parameters, g_param_spec_get_name (properties[i]));
  take (self, &values);
  return TRUE;
}

/* Midnight of the day that is so many days and months after one, or where it is skipped, what follows; the first one where the clock goes back over it. */
static gint64
get_midnight (GDateTime *day,
              int        months,
              int        days)
{
  g_autoptr(GDateTime) month = g_date_time_add_months (day, months);
  g_autoptr(GDateTime) other = g_date_time_add_days (month, days);
  g_autoptr(GDateTime) midnight = g_date_time_new_local (g_date_time_get_year (other), g_date_time_get_month (other), g_date_time_get_day_of_month (other), 0, 0, 0);
  g_autoptr(GDateTime) earlier = g_date_time_add_hours (midnight, -1);

  return g_date_time_to_unix (g_date_time_get_day_of_month (earlier) == g_date_time_get_day_of_month (midnight) ? earlier : midnight) * G_USEC_PER_SEC;
}

gboolean
convene_filter_get_range (ConveneFilter *self,
                          gint64         now,
                          int            first_weekday,
                          gint64        *from,
                          gint64        *to)
{
  g_autoptr(GDateTime) day = NULL;
  int period = CONVENE_PERIOD_ANY;
  int week;

  g_return_val_if_fail (CONVENE_IS_FILTER (self), FALSE);
  g_return_val_if_fail (first_weekday >= 1 && first_weekday <= 7, FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  day = g_date_time_new_from_unix_local (now / G_USEC_PER_SEC);
  if (day == NULL || self->texts[PROP_PERIOD] == NULL || !convene_enum_from_nick (CONVENE_TYPE_PERIOD, self->texts[PROP_PERIOD], &period))
    return FALSE;

  week = -((g_date_time_get_day_of_week (day) - first_weekday + 7) % 7);
  switch (period)
    {
    case CONVENE_PERIOD_TODAY:
    case CONVENE_PERIOD_TOMORROW:
      *from = get_midnight (day, 0, period == CONVENE_PERIOD_TOMORROW);
      *to = get_midnight (day, 0, 1 + (period == CONVENE_PERIOD_TOMORROW));
      return TRUE;
    case CONVENE_PERIOD_THIS_WEEK:
    case CONVENE_PERIOD_NEXT_WEEK:
      week += period == CONVENE_PERIOD_NEXT_WEEK ? 7 : 0;
      *from = get_midnight (day, 0, week);
      *to = get_midnight (day, 0, week + 7);
      return TRUE;
    case CONVENE_PERIOD_THIS_MONTH:
      {
        g_autoptr(GDateTime) beginning = g_date_time_add_days (day, 1 - g_date_time_get_day_of_month (day));

        *from = get_midnight (beginning, 0, 0);
        *to = get_midnight (beginning, 1, 0);
        return TRUE;
      }
    default:
      return FALSE;
    }
}
