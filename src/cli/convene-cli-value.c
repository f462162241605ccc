/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-value.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-enums.h"
#include "convene-error.h"
#include "convene-moment.h"
#include "convene-text.h"
#include "convene-zone.h"

#define LINE_MAX_LENGTH 500
#define UID_MIN 6
#define PORT_MAX 65535

gboolean
convene_cli_value_parse_number (const char *text,
                                const char *field,
                                int         min,
                                int         max,
                                int        *value,
                                GError    **error)
{
  gint64 number;

  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  if (!g_ascii_string_to_signed (text, 10, min, max, &number, NULL))
    /* Translators: the name of a field, and the smallest and largest number that it may have */
    return convene_error_set_field (error, field, _("The field %s is no whole number from %d to %d: change it"), field, min, max);

  *value = (int) number;
  return TRUE;
}

static char *
join_words (GType type)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < klass->n_values; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", klass->values[i].value_nick);

  return g_string_free (words, FALSE);
}

gboolean
convene_cli_value_parse_word (const char *text,
                              const char *field,
                              GType       type,
                              int        *value,
                              GError    **error)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!convene_text_check_line (text, field, LINE_MAX_LENGTH, error))
    return FALSE;
  if (convene_enum_from_nick (type, text, value))
    return TRUE;

  words = join_words (type);
  /* Translators: the name of a field, what was given for it, and the words that it knows */
  return convene_error_set_field (error, field, _("The field %s does not know “%s”: give one of %s"), field, text, words);
}

static gboolean
refuse_time (const char *field,
             GError    **error)
{
  return convene_error_set_field (error, field,
                                  _("The field %s is no day and no time: write it as 2026-12-01 or 2026-12-01 10:00, with an offset where the clock shows that time twice"),
                                     field);
}

static gboolean
parse_day (const char *text,
           const char *field,
           const char *zone,
           int         days_later,
           gint64     *instant,
           GError    **error)
{
  g_autofree char *noon = g_strconcat (text, "T12:00", NULL);
  g_autoptr(ConveneMoment) moment = convene_moment_parse (noon, "UTC", NULL);
  g_autoptr(GTimeZone) timezone = convene_zone_new (zone, "timezone", error);
  g_autoptr(GDateTime) parsed = NULL;
  g_autoptr(GDateTime) day = NULL;
  g_autoptr(GDateTime) midnight = NULL;

  if (timezone == NULL)
    return FALSE;
  if (moment == NULL)
    return refuse_time (field, error);

  parsed = g_date_time_new_from_unix_utc (convene_moment_get_instant (moment) / G_USEC_PER_SEC);
  day = g_date_time_add_days (parsed, days_later);
  midnight = g_date_time_new (timezone, g_date_time_get_year (day), g_date_time_get_month (day), g_date_time_get_day_of_month (day), 0, 0, 0);
  *instant = g_date_time_to_unix (midnight) * G_USEC_PER_SEC;
  return TRUE;
}

static gboolean
parse_bound (const char *text,
             const char *field,
             const char *zone,
             int         days_later,
             gint64     *instant,
             GError    **error)
{
  g_autoptr(ConveneMoment) moment = NULL;

  if (strlen (text) == strlen ("2026-12-01"))
    return parse_day (text, field, zone, days_later, instant, error);

  moment = convene_moment_parse (text, zone, NULL);
  if (moment == NULL)
    return refuse_time (field, error);

  *instant = convene_moment_get_instant (moment);
  return TRUE;
}

gboolean
convene_cli_value_parse_from (const char *text,
                              const char *field,
                              const char *zone,
                              gint64     *instant,
                              GError    **error)
{
  g_return_val_if_fail (text != NULL && instant != NULL, FALSE);

  return parse_bound (text, field, zone, 0, instant, error);
}

gboolean
convene_cli_value_parse_to (const char *text,
                            const char *field,
                            const char *zone,
                            gint64     *instant,
                            GError    **error)
{
  g_return_val_if_fail (text != NULL && instant != NULL, FALSE);

  return parse_bound (text, field, zone, 1, instant, error);
}

static gboolean
is_host_name (const char *host)
{
  for (const char *p = host; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && (strchr ("-.", *p) == NULL || p == host))
      return FALSE;

  return *host != '\0' && strlen (host) <= 253;
}

/* Splits at the end of "[…]", or at the only colon. */
static gboolean
split_server (const char  *text,
              char       **host,
              const char **port)
{
  gboolean    bracketed = *text == '[';
  const char *end = bracketed ? strchr (text, ']') : text + strcspn (text, ":");
  const char *rest;

  if (end == NULL)
    return FALSE;

  *host = g_strndup (text + bracketed, end - text - bracketed);
  rest = end + bracketed;
  *port = *rest == ':' ? rest + 1 : NULL;
  if (*rest != '\0' && *rest != ':')
    return FALSE;

  return bracketed ? strchr (*host, ':') != NULL && g_hostname_is_ip_address (*host) : is_host_name (*host) && strchr (end + (*end == ':'), ':') == NULL;
}

gboolean
convene_cli_value_parse_server (const char *text,
                                char      **host,
                                int        *port,
                                GError    **error)
{
  g_autofree char *name = NULL;
  const char      *number = NULL;
  int              value = 0;

  g_return_val_if_fail (text != NULL && host != NULL && port != NULL, FALSE);

  if (!split_server (text, &name, &number))
    return convene_error_set_field (error, "server", _("The server is no host: write it as mail.example.com, mail.example.com:587 or [::1]:25"));
  if (number != NULL && !convene_cli_value_parse_number (number, "port", 1, PORT_MAX, &value, error))
    return FALSE;

  *host = g_steal_pointer (&name);
  *port = value;
  return TRUE;
}

gboolean
convene_cli_value_check_uid (const char *text,
                             GError    **error)
{
  g_return_val_if_fail (text != NULL, FALSE);

  if (!convene_text_check_line (text, "uid", LINE_MAX_LENGTH, error))
    return FALSE;
  if (g_utf8_strlen (text, -1) < UID_MIN)
    return convene_error_set_field (error, "uid", _("The UID is too short: give its first 6 characters at least, as “convene list” shows them"));

  return TRUE;
}

gboolean
convene_cli_value_check_given (const char *text,
                               const char *field,
                               const char *option,
                               GError    **error)
{
  if (text == NULL || *text == '\0')
    /* Translators: the name of a field, and the option of the command line that gives it */
    return convene_error_set_field (error, field, _("The field %s is missing: give it with %s"), field, option);

  return convene_text_check_line (text, field, LINE_MAX_LENGTH, error);
}
