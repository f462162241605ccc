/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-bulk-words.h"

#include <glib/gi18n-lib.h>

const char *
convene_bulk_words_title (ConveneBulkKind kind)
{
  return kind == CONVENE_BULK_CANCEL ? _("Cancel Interviews") : _("Send Invitations Again");
}

char *
convene_bulk_words_looking (ConveneBulk *bulk)
{
  g_return_val_if_fail (CONVENE_IS_BULK (bulk), NULL);

  /* Translators: how many of how many interviews were looked at. */
  return g_strdup_printf (_("Looking what follows: %'u of %'u"), convene_bulk_get_position (bulk), convene_bulk_get_total (bulk));
}

char *
convene_bulk_words_doing (ConveneBulk *bulk)
{
  const char *format;
  guint       position;
  guint       ready;

  g_return_val_if_fail (CONVENE_IS_BULK (bulk), NULL);

  position = convene_bulk_get_position (bulk);
  ready = convene_bulk_count_ready (bulk);
  /* Translators: how many of how many interviews. */
  format = convene_bulk_get_kind (bulk) == CONVENE_BULK_CANCEL ? _("Cancelling: %'u of %'u") : _("Sending again: %'u of %'u");
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, position, ready);
#pragma GCC diagnostic pop
}

char *
convene_bulk_words_ready (ConveneBulk *bulk)
{
  guint ready;

  g_return_val_if_fail (CONVENE_IS_BULK (bulk), NULL);

  ready = convene_bulk_count_ready (bulk);
  if (convene_bulk_get_kind (bulk) == CONVENE_BULK_CANCEL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u interview is cancelled", "%'u interviews are cancelled", ready), ready);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The invitation of %'u interview is sent again", "The invitations of %'u interviews are sent again", ready), ready);
}

char *
convene_bulk_words_deleted (ConveneBulk *bulk)
{
  guint count;

  g_return_val_if_fail (CONVENE_IS_BULK (bulk), NULL);

  count = convene_bulk_count_deleted (bulk);
  return count > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u meeting is deleted at Zoom", "%'u meetings are deleted at Zoom", count), count) : NULL;
}

char *
convene_bulk_words_left (ConveneBulk *bulk)
{
  guint count;

  g_return_val_if_fail (CONVENE_IS_BULK (bulk), NULL);

  count = convene_bulk_count_left (bulk);
  return count > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u meeting stays as long as other interviews use it", "%'u meetings stay as long as other interviews use them", count), count) : NULL;
}

char *
convene_bulk_words_letters (ConveneBulk *bulk,
                            guint        people)
{
  g_autofree char *letters = NULL;
  g_autofree char *readers = NULL;

  g_return_val_if_fail (CONVENE_IS_BULK (bulk), NULL);

  if (convene_bulk_count_letters (bulk) == 0)
    return NULL;

  letters = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u letter", "%'u letters", convene_bulk_count_letters (bulk)), convene_bulk_count_letters (bulk));
  readers = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "to %'u person", "to %'u people", people), people);
  /* Translators: "57 letters", and "to 43 people". */
  return g_strdup_printf (C_("letters and people", "%s %s"), letters, readers);
}

char *
convene_bulk_words_refused (ConveneBulk *bulk)
{
  guint count;

  g_return_val_if_fail (CONVENE_IS_BULK (bulk), NULL);

  count = convene_bulk_get_refused (bulk)->len;
  if (count == 0)
    return NULL;
  if (convene_bulk_get_kind (bulk) == CONVENE_BULK_CANCEL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u interview cannot be cancelled", "%'u interviews cannot be cancelled", count), count);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u invitation cannot be sent again", "%'u invitations cannot be sent again", count), count);
}

char *
convene_bulk_words_go (ConveneBulk *bulk)
{
  g_return_val_if_fail (CONVENE_IS_BULK (bulk), NULL);

  if (convene_bulk_get_kind (bulk) == CONVENE_BULK_CANCEL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Cancel %'u Interview", "_Cancel %'u Interviews", convene_bulk_count_ready (bulk)), convene_bulk_count_ready (bulk));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Send %'u Letter", "_Send %'u Letters", convene_bulk_count_letters (bulk)), convene_bulk_count_letters (bulk));
}

char *
convene_bulk_words_done (ConveneBulk *bulk)
{
  guint count;

  g_return_val_if_fail (CONVENE_IS_BULK (bulk), NULL);

  count = convene_bulk_count_done (bulk);
  if (convene_bulk_get_kind (bulk) == CONVENE_BULK_CANCEL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u interview cancelled", "%'u interviews cancelled", count), count);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The invitation of %'u interview goes out again", "The invitations of %'u interviews go out again", count), count);
}

char *
convene_bulk_words_failed (ConveneBulk *bulk)
{
  guint count;

  g_return_val_if_fail (CONVENE_IS_BULK (bulk), NULL);

  count = convene_bulk_get_failed (bulk)->len;
  if (convene_bulk_get_kind (bulk) == CONVENE_BULK_CANCEL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u interview was not cancelled", "%'u interviews were not cancelled", count), count);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u invitation was not sent again", "%'u invitations were not sent again", count), count);
}

char *
convene_bulk_words_undone (ConveneBulk *bulk,
                           guint        undone)
{
  GPtrArray                *failed;
  const ConveneBulkTrouble *first;

  g_return_val_if_fail (CONVENE_IS_BULK (bulk), NULL);

  failed = convene_bulk_get_failed (bulk);
  if (failed->len == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u interview is as it was before", "%'u interviews are as they were before", undone), undone);

  first = g_ptr_array_index (failed, 0);
  if (failed->len == 1)
    /* Translators: a candidate and a job, and a sentence that says why. */
    return g_strdup_printf (_("%s stays cancelled: %s"), first->who, first->why);

  /* Translators: a number of interviews, a candidate and a job, and a sentence that says why. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u interview stays cancelled, of them %s: %s", "%'u interviews stay cancelled, one of them %s: %s", failed->len), failed->len,
                          first->who, first->why);
}
