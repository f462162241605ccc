/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-json.h"

#include <stdarg.h>

#include "convene-accounts.h"
#include "convene-cli-json-member.h"
#include "convene-clock.h"

/* Zoom counts a host's creates and updates by the day in UTC. */
static void
add_quota (JsonBuilder    *builder,
           ConveneAccount *account,
           gint64          now)
{
  json_builder_set_member_name (builder, "quota");
  if (convene_account_get_kind (account) != CONVENE_ACCOUNT_KIND_ZOOM)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  convene_cli_json_add_number (builder, "limit", CONVENE_DAILY_REQUESTS);
  convene_cli_json_add_number (builder, "used", convene_account_get_requests_today (account));
  convene_cli_json_add_instant (builder, "resets", (now / CONVENE_DAY + 1) * CONVENE_DAY);
  json_builder_end_object (builder);
}

/* What Zoom calls its permissions; nothing is granted by name to a mail account. */
static void
add_grants (JsonBuilder         *builder,
            const ConveneGrants *grants)
{
  convene_cli_json_add_texts (builder, "granted_scopes", grants != NULL ? (const char *const *) grants->granted : NULL);
  convene_cli_json_add_texts (builder, "missing_scopes", grants != NULL ? (const char *const *) grants->missing : NULL);
  convene_cli_json_add_texts (builder, "extra_scopes", grants != NULL ? (const char *const *) grants->extra : NULL);
}

static void
add_hosts (JsonBuilder *builder,
           GPtrArray   *hosts)
{
  json_builder_set_member_name (builder, "hosts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < hosts->len; i++)
    {
      const ConveneHostUse *host = g_ptr_array_index (hosts, i);

      json_builder_begin_object (builder);
      convene_cli_json_add_text (builder, "address", host->address);
      convene_cli_json_add_number (builder, "used", host->requests);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
convene_cli_json_add_account (JsonBuilder             *builder,
                              const ConveneCliAccount *self,
                              gint64                   now)
{
  ConveneAccount *account;

  g_return_if_fail (JSON_IS_BUILDER (builder));
  g_return_if_fail (self != NULL && CONVENE_IS_ACCOUNT (self->account));

  account = self->account;
  json_builder_begin_object (builder);
  convene_cli_json_add_text (builder, "id", convene_account_get_id (account));
  convene_cli_json_add_nick (builder, "kind", CONVENE_TYPE_ACCOUNT_KIND, convene_account_get_kind (account));
  convene_cli_json_add_nick (builder, "method", CONVENE_TYPE_ACCOUNT_METHOD, convene_account_get_method (account));
  convene_cli_json_add_text (builder, "address", convene_account_get_address (account));
  convene_cli_json_add_text (builder, "name", convene_account_get_name (account));
  convene_cli_json_add_nick (builder, "state", CONVENE_TYPE_ACCOUNT_STATE, convene_account_get_state (account));
  convene_cli_json_add_text (builder, "plan", convene_account_get_plan (account));
  add_grants (builder, self->grants);
  add_quota (builder, account, now);
  if (self->hosts != NULL)
    add_hosts (builder, self->hosts);
  convene_cli_json_add_instant (builder, "checked", convene_account_get_checked_at (account));
  convene_cli_json_add_text (builder, "problem", convene_account_get_problem (account));
  convene_cli_json_add_text (builder, "tls", convene_account_get_tls (account));
  json_builder_end_object (builder);
}

char *
convene_cli_json_account (const ConveneCliAccount *account,
                          gint64                   now)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  convene_cli_json_add_account (builder, account, now);
  return convene_cli_json_take_text (builder);
}

char *
convene_cli_json_accounts (GPtrArray *accounts,
                           gint64     now)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "accounts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < accounts->len; i++)
    convene_cli_json_add_account (builder, g_ptr_array_index (accounts, i), now);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return convene_cli_json_take_text (builder);
}

char *
convene_cli_json_preferences (GPtrArray *pairs)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (pairs != NULL, NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "preferences");
  json_builder_begin_object (builder);
  for (guint i = 0; i + 1 < pairs->len; i += 2)
    convene_cli_json_add_text (builder, g_ptr_array_index (pairs, i), g_ptr_array_index (pairs, i + 1));
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  return convene_cli_json_take_text (builder);
}

char *
convene_cli_json_templates (GPtrArray *cells)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (cells != NULL, NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "templates");
  json_builder_begin_array (builder);
  for (guint i = 0; i + 2 < cells->len; i += 3)
    {
      json_builder_begin_object (builder);
      convene_cli_json_add_text (builder, "language", g_ptr_array_index (cells, i));
      convene_cli_json_add_text (builder, "name", g_ptr_array_index (cells, i + 1));
      convene_cli_json_add_text (builder, "state", g_ptr_array_index (cells, i + 2));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return convene_cli_json_take_text (builder);
}

char *
convene_cli_json_error (const GError *error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  convene_cli_json_add_error (builder, error);
  json_builder_end_object (builder);
  return convene_cli_json_take_text (builder);
}

char *
convene_cli_json_texts (const char *name,
                        const char *value,
                        ...)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  va_list args;

  json_builder_begin_object (builder);
  convene_cli_json_add_text (builder, name, value);
  va_start (args, value);
  for (const char *next = va_arg (args, const char *); next != NULL; next = va_arg (args, const char *))
    convene_cli_json_add_text (builder, next, va_arg (args, const char *));
  va_end (args);
  json_builder_end_object (builder);
  return convene_cli_json_take_text (builder);
}
