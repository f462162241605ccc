/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-mime.h"

#include <gmime/gmime.h>
#include <string.h>

#include "convene-letter-header.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeDataWrapper, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeFormatOptions, g_mime_format_options_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMultipart, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimePart, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)

void
convene_letter_mime_init (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      g_mime_init ();
      g_once_init_leave (&done, 1);
    }
}

/* `raw` is the value as it stands on the wire; GMime gets it only to write it. */
static void
set_header (GMimeMessage *message,
            const char   *name,
            const char   *raw)
{
  GMimeHeaderList *headers = g_mime_object_get_header_list (GMIME_OBJECT (message));
  g_autofree char *value = g_strdup_printf (" %s\n", raw);

  g_mime_header_list_append (headers, name, "", NULL);
  g_mime_header_set_raw_value (g_mime_header_list_get_header (headers, name), value);
}

static void
set_people (GMimeMessage *message,
            const char   *name,
            GPtrArray    *people)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      g_autofree char *mailbox = convene_letter_header_mailbox (convene_participant_get_name (people->pdata[i]),
                                                                convene_participant_get_address (people->pdata[i]));

      g_string_append_printf (list, "%s%s", i > 0 ? ",\n " : "", mailbox);
    }

  if (people->len > 0)
    set_header (message, name, list->str);
}

/* RFC 5322 §3.3, in UTC: where the sender sits is nobody's business. */
static char *
format_date (gint64 at)
{
  static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
  static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);

  return g_strdup_printf ("%s, %d %s %d %02d:%02d:%02d +0000", days[g_date_time_get_day_of_week (time) - 1],
                          g_date_time_get_day_of_month (time), months[g_date_time_get_month (time) - 1], g_date_time_get_year (time),
                          g_date_time_get_hour (time), g_date_time_get_minute (time), g_date_time_get_second (time));
}

static void
set_headers (GMimeMessage               *message,
             const ConveneLetterContent *content)
{
  const ConveneLetterDraft *draft = content->draft;
  g_autofree char          *from = draft->sender_address != NULL ? convene_letter_header_mailbox (draft->sender_name, draft->sender_address) : NULL;
  g_autofree char          *subject = convene_letter_header_text (content->subject);
  g_autofree char          *date = format_date (draft->made_at);

  if (from != NULL)
    set_header (message, "From", from);
  set_people (message, "To", content->people->to);
  set_people (message, "Cc", content->people->cc);
  set_header (message, "Subject", subject);
  set_header (message, "Date", date);
  set_header (message, "Message-ID", draft->message_id);
  if (draft->in_reply_to != NULL)
    {
      set_header (message, "In-Reply-To", draft->in_reply_to);
      set_header (message, "References", draft->in_reply_to);
    }
  if (draft->kind == CONVENE_OPERATION_KIND_MAIL_REMINDER)
    set_header (message, "Auto-Submitted", "auto-generated");
}

/* Takes the part. */
static void
take_part (GMimeMultipart *multipart,
           gpointer        part)
{
  g_mime_multipart_add (multipart, part);
  g_object_unref (part);
}

static GMimePart *
new_part (const char          *type,
          const char          *subtype,
          GMimeContentEncoding encoding,
          const char          *data,
          gsize                length)
{
  GMimePart *part = g_mime_part_new_with_type (type, subtype);
  g_autoptr(GMimeStream) stream = g_mime_stream_mem_new_with_buffer (data, length);
  g_autoptr(GMimeDataWrapper) wrapper = g_mime_data_wrapper_new_with_stream (stream, GMIME_CONTENT_ENCODING_DEFAULT);

  g_mime_part_set_content (part, wrapper);
  g_mime_part_set_content_encoding (part, encoding);
  return part;
}

static GMimePart *
new_text (const char *subtype,
          const char *text)
{
  GMimePart *part = new_part ("text", subtype, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE, text, strlen (text));

  g_mime_object_set_content_type_parameter (GMIME_OBJECT (part), "charset", "UTF-8");
  return part;
}

/* base64 keeps its CRLF and UTF-8 through every relay; a disposition or a name would make it a file in some programs. */
static GMimePart *
new_calendar (GBytes     *calendar,
              const char *method)
{
  gsize       length;
  const char *data = g_bytes_get_data (calendar, &length);
  GMimePart  *part = new_part ("text", "calendar", GMIME_CONTENT_ENCODING_BASE64, data, length);

  g_mime_object_set_content_type_parameter (GMIME_OBJECT (part), "charset", "UTF-8");
  g_mime_object_set_content_type_parameter (GMIME_OBJECT (part), "method", method);
  return part;
}

static GMimePart *
new_attachment (GBytes *calendar)
{
  gsize       length;
  const char *data = g_bytes_get_data (calendar, &length);
  GMimePart  *part = new_part ("application", "ics", GMIME_CONTENT_ENCODING_BASE64, data, length);

  g_mime_object_set_disposition (GMIME_OBJECT (part), GMIME_DISPOSITION_ATTACHMENT);
  g_mime_part_set_filename (part, "invite.ics");
  return part;
}

static GMimeMultipart *
new_body (const ConveneLetterContent *content)
{
  const ConveneLetterDraft *draft = content->draft;
  GMimeMultipart           *alternative = g_mime_multipart_new_with_subtype ("alternative");
  GMimeMultipart           *mixed;

  take_part (alternative, new_text ("plain", content->text));
  take_part (alternative, new_text ("html", content->html));
  if (draft->calendar == NULL)
    return alternative;

  take_part (alternative, new_calendar (draft->calendar, draft->method));
  mixed = g_mime_multipart_new_with_subtype ("mixed");
  take_part (mixed, alternative);
  take_part (mixed, new_attachment (draft->calendar));
  return mixed;
}

static GBytes *
write_message (GMimeMessage *message)
{
  g_autoptr(GMimeFormatOptions) options = g_mime_format_options_new ();
  g_autoptr(GMimeStream) stream = NULL;
  GByteArray *octets = g_byte_array_new ();

  g_mime_format_options_set_newline_format (options, GMIME_NEWLINE_FORMAT_DOS);
  stream = g_mime_stream_mem_new_with_byte_array (octets);
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  g_mime_object_write_to_stream (GMIME_OBJECT (message), options, stream);

  return g_byte_array_free_to_bytes (octets);
}

GBytes *
convene_letter_mime_write (const ConveneLetterContent *content)
{
  g_autoptr(GMimeMessage) message = NULL;
  g_autoptr(GMimeMultipart) body = NULL;

  convene_letter_mime_init ();
  message = g_mime_message_new (FALSE);
  set_headers (message, content);
  body = new_body (content);
  g_mime_message_set_mime_part (message, GMIME_OBJECT (body));

  return write_message (message);
}

GBytes *
convene_letter_mime_write_note (const char *name,
                                const char *address,
                                const char *subject,
                                const char *message_id,
                                gint64      made_at,
                                const char *text)
{
  g_autofree char *mailbox = convene_letter_header_mailbox (name, address);
  g_autofree char *title = convene_letter_header_text (subject);
  g_autofree char *date = format_date (made_at);
  g_autoptr(GMimeMessage) message = NULL;
  g_autoptr(GMimePart) body = NULL;

  convene_letter_mime_init ();
  message = g_mime_message_new (FALSE);
  set_header (message, "From", mailbox);
  set_header (message, "To", mailbox);
  set_header (message, "Subject", title);
  set_header (message, "Date", date);
  set_header (message, "Message-ID", message_id);
  body = new_text ("plain", text);
  g_mime_message_set_mime_part (message, GMIME_OBJECT (body));

  return write_message (message);
}
