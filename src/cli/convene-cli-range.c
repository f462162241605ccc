/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-range.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-value.h"
#include "convene-error.h"
#include "convene-zone.h"

void
convene_cli_range_add_options (ConveneCliRange *self,
                               GOptionContext  *context)
{
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &self->from, N_("From this day (2026-12-01) or this time (2026-12-01 10:00)"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &self->to, N_("Up to the end of this day, or before this time"), N_("DATE") },
    { NULL },
  };
  /* clang-format on */

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

void
convene_cli_range_clear (ConveneCliRange *self)
{
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
}

gboolean
convene_cli_range_check (const ConveneCliRange *self,
                         gint64                *from,
                         gint64                *to,
                         GError               **error)
{
  g_autofree char *zone = convene_zone_dup_system ();
  gint64           first = 0, end = 0;

  if (self->from != NULL && !convene_cli_value_parse_from (self->from, "from", zone, &first, error))
    return FALSE;
  if (self->to != NULL && !convene_cli_value_parse_to (self->to, "to", zone, &end, error))
    return FALSE;
  if (self->from != NULL && self->to != NULL && end <= first)
    return convene_error_set_field (error, "to", _("The field to lies before the field from: exchange them"));

  *from = first;
  *to = end;
  return TRUE;
}
