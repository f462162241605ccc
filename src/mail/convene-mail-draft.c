/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-mail-draft.h"

#include <glib/gi18n-lib.h>
#include <gmime/gmime.h>

#include "convene-error.h"
#include "convene-letter-mime.h"
#include "convene-text.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParser, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)

static GMimeMessage *
parse (ConveneLetter *letter)
{
  GBytes     *bytes = (GBytes *) convene_letter_get_bytes (letter);
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr(GMimeStream) stream = NULL;
  g_autoptr(GMimeParser) parser = NULL;

  convene_letter_mime_init ();
  stream = g_mime_stream_mem_new_with_buffer (data, length);
  parser = g_mime_parser_new_with_stream (stream);
  return g_mime_parser_construct_message (parser, NULL);
}

static GStrv
list_addresses (GMimeMessage    *message,
                GMimeAddressType type)
{
  InternetAddressList *list = g_mime_message_get_addresses (message, type);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (int i = 0; list != NULL && i < internet_address_list_length (list); i++)
    {
      InternetAddress *address = internet_address_list_get_address (list, i);

      if (INTERNET_ADDRESS_IS_MAILBOX (address))
        g_strv_builder_add (builder, internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (address)));
    }

  return g_strv_builder_end (builder);
}

static gboolean
contains (GStrv       addresses,
          const char *address)
{
  for (guint i = 0; addresses[i] != NULL; i++)
    if (convene_address_equal (addresses[i], address))
      return TRUE;

  return FALSE;
}

static GStrv
list_hidden (ConveneMailDraft *self,
             ConveneLetter    *letter)
{
  const char *const *recipients = convene_letter_get_recipients (letter);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; recipients != NULL && recipients[i] != NULL; i++)
    if (!contains (self->to, recipients[i]) && !contains (self->cc, recipients[i]))
      g_strv_builder_add (builder, recipients[i]);

  return g_strv_builder_end (builder);
}

static void
find_text_cb (GMimeObject *parent,
              GMimeObject *part,
              gpointer     user_data)
{
  char **text = user_data;

  if (*text == NULL && GMIME_IS_TEXT_PART (part) && g_mime_content_type_is_type (g_mime_object_get_content_type (part), "text", "plain"))
    *text = g_mime_text_part_get_text (GMIME_TEXT_PART (part));
}

static char *
dup_text (GMimeMessage *message)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_mime_message_foreach (message, find_text_cb, &text);
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;

  lines = g_strsplit (text, "\r\n", -1);
  return g_strjoinv ("\n", lines);
}

ConveneMailDraft *
convene_mail_draft_new (ConveneLetter *letter,
                        GError       **error)
{
  g_autoptr(ConveneMailDraft) self = g_new0 (ConveneMailDraft, 1);
  g_autoptr(GMimeMessage) message = parse (letter);
  GBytes *calendar = (GBytes *) convene_letter_get_calendar (letter);

  if (message != NULL)
    {
      self->to = list_addresses (message, GMIME_ADDRESS_TYPE_TO);
      self->cc = list_addresses (message, GMIME_ADDRESS_TYPE_CC);
      self->bcc = list_hidden (self, letter);
      self->subject = g_strdup (convene_letter_get_subject (letter));
      self->text = dup_text (message);
      self->calendar = calendar != NULL ? g_bytes_ref (calendar) : NULL;
    }
  if (self->text == NULL || self->to[0] == NULL)
    {
      g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER, _ ("The letter cannot be read, so it was not handed over"));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
convene_mail_draft_free (ConveneMailDraft *self)
{
  g_strfreev (self->to);
  g_strfreev (self->cc);
  g_strfreev (self->bcc);
  g_free (self->subject);
  g_free (self->text);
  g_clear_pointer (&self->calendar, g_bytes_unref);
  g_free (self);
}
