/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-mail-reader.h"

#include <glib/gi18n-lib.h>
#include <gmime/gmime.h>
#include <string.h>

#include "convene-error.h"
#include "convene-letter-mime.h"
#include "convene-text.h"

#define OCTETS_MAX (10 * 1024 * 1024)
#define HEADER_MAX (256 * 1024)
#define DEPTH_MAX 10
#define PARTS_MAX 100
#define DASHES_MAX 5000
#define NAME_MAX_LENGTH 200
#define ADDRESS_MAX_LENGTH 320
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParser, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)

typedef struct
{
  ConveneMailReading *reading;
  guint               n_parts;
} Walk;

static void
part_free (gpointer data)
{
  ConveneMailPart *part = data;

  g_bytes_unref (part->bytes);
  g_free (part->charset);
  g_free (part);
}

void
convene_mail_reading_free (ConveneMailReading *self)
{
  g_free (self->from_name);
  g_free (self->from_address);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/* Names that stand in the header of every mail, or of none but mails. */
static gboolean
is_mail_header (const char *line,
                gsize       length)
{
  static const char *const names[] = { "from", "to", "subject", "date", "received", "return-path", "delivered-to", "message-id", "mime-version", "content-type" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize name = strlen (names[i]);

      if (length > name && line[name] == ':' && g_ascii_strncasecmp (line, names[i], name) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
begins_calendar (const char *line,
                 gsize       length)
{
  return length >= strlen ("BEGIN:") && g_ascii_strncasecmp (line, "BEGIN:", strlen ("BEGIN:")) == 0;
}

/* Never NULL, which nothing may be added to, not even for no octets. */
static const char *
peek (GBytes *bytes,
      gsize  *size)
{
  const char *data = g_bytes_get_data (bytes, size);

  return data != NULL ? data : "";
}

/* The octets without a byte order mark and blank lines before them. */
static GBytes *
trim (GBytes *bytes)
{
  gsize       size;
  const char *data = peek (bytes, &size);
  gsize       start = size >= 3 && memcmp (data, BYTE_ORDER_MARK, 3) == 0 ? 3 : 0;

  while (start < size && (data[start] == '\r' || data[start] == '\n'))
    start++;

  return g_bytes_new_from_bytes (bytes, start, size - start);
}

/* The next line from `data`, without its end; *next is where the one after it begins. */
static gsize
read_line (const char  *data,
           const char  *end,
           const char **next)
{
  const char *feed = memchr (data, '\n', end - data);
  gsize       length = (feed != NULL ? feed : end) - data;

  *next = feed != NULL ? feed + 1 : end;
  return length > 0 && data[length - 1] == '\r' ? length - 1 : length;
}

gboolean
convene_mail_is_mail (GBytes *bytes)
{
  g_autoptr(GBytes) trimmed = NULL;
  gboolean    found = FALSE;
  gsize       size;
  const char *data;
  const char *end;

  g_return_val_if_fail (bytes != NULL, FALSE);

  trimmed = trim (bytes);
  data = peek (trimmed, &size);
  end = data + MIN (size, HEADER_MAX);
  while (data < end)
    {
      const char *line = data;
      gsize       length = read_line (line, end, &data);

      if (length == 0 || begins_calendar (line, length))
        break;
      found = found || is_mail_header (line, length);
    }

  return found;
}

static gboolean
fail (GError    **error,
      const char *message)
{
  convene_error_set_field (error, "file", "%s", message);
  return FALSE;
}

/* What bounds parts: a parser that makes a million of them, or looks for each of a thousand bounds in each line, takes its time. */
static guint
count_bounds (const char *data,
              const char *end)
{
  guint n_bounds = 0;

  for (const char *p = data; (p = memchr (p, '=', end - p)) != NULL; p++)
    if (p - data >= 8 && g_ascii_strncasecmp (p - 8, "boundary", 8) == 0)
      n_bounds++;

  return n_bounds;
}

static guint
count_dashes (const char *data,
              const char *end)
{
  guint n_dashes = 0;

  for (const char *p = data; (p = memchr (p, '\n', end - p)) != NULL; p++)
    if (end - p > 2 && p[1] == '-' && p[2] == '-')
      n_dashes++;

  return n_dashes;
}

static gboolean
check_size (GBytes  *bytes,
            GError **error)
{
  gsize       size;
  const char *data = peek (bytes, &size);

  if (size > OCTETS_MAX)
    return fail (error, _ ("The mail has more than 10 MB: no invitation is so large"));

  return (count_bounds (data, data + size) <= PARTS_MAX && count_dashes (data, data + size) <= DASHES_MAX) ||
         fail (error, _ ("The mail has too many parts: no invitation has so many"));
}

static gboolean
check_header (GBytes  *bytes,
              GError **error)
{
  gsize       size;
  const char *data = peek (bytes, &size);
  const char *end = data + size;
  const char *start = data;

  while (data < end)
    {
      const char *line = data;

      if (read_line (line, end, &data) == 0 || data - start > HEADER_MAX)
        break;
    }

  return data - start <= HEADER_MAX || fail (error, _ ("The mail has a header that is too long"));
}

static void
take_sender (ConveneMailReading *self,
             GMimeMessage       *message)
{
  InternetAddressList *list = g_mime_message_get_from (message);
  InternetAddress     *first = list != NULL && internet_address_list_length (list) > 0 ? internet_address_list_get_address (list, 0) : NULL;
  const char          *name = first != NULL ? internet_address_get_name (first) : NULL;
  const char          *address = INTERNET_ADDRESS_IS_MAILBOX (first) ? internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (first)) : NULL;

  if (name != NULL && *name != '\0' && convene_text_check_line (name, "file", NAME_MAX_LENGTH, NULL))
    self->from_name = g_strdup (name);
  if (address != NULL && *address != '\0' && convene_text_check_line (address, "file", ADDRESS_MAX_LENGTH, NULL))
    self->from_address = g_strdup (address);
}

static gboolean
is_named_ics (GMimeObject *object)
{
  GMimeContentType *type = g_mime_object_get_content_type (object);
  const char       *names[] = { g_mime_object_get_content_disposition_parameter (object, "filename"), type != NULL ? g_mime_content_type_get_parameter (type, "name") : NULL };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize length = names[i] != NULL ? strlen (names[i]) : 0;

      if (length > 4 && g_ascii_strcasecmp (names[i] + length - 4, ".ics") == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_calendar (GMimeObject *object)
{
  GMimeContentType *type = g_mime_object_get_content_type (object);

  return (type != NULL && (g_mime_content_type_is_type (type, "text", "calendar") || g_mime_content_type_is_type (type, "application", "ics"))) || is_named_ics (object);
}

static gboolean
is_there (GPtrArray *parts,
          GBytes    *bytes)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const ConveneMailPart *part = parts->pdata[i];

      if (g_bytes_equal (part->bytes, bytes))
        return TRUE;
    }

  return FALSE;
}

static void
take_calendar (ConveneMailReading *self,
               GMimePart          *object)
{
  GMimeDataWrapper *content = g_mime_part_get_content (object);
  g_autoptr(GByteArray) octets = g_byte_array_new ();
  g_autoptr(GBytes) bytes = NULL;
  GMimeStream     *stream;
  ConveneMailPart *part;

  if (content == NULL)
    return;

  /* The stream leaves what is not its own. */
  stream = g_mime_stream_mem_new ();
  g_mime_stream_mem_set_byte_array (GMIME_STREAM_MEM (stream), octets);
  g_mime_data_wrapper_write_to_stream (content, stream);
  g_object_unref (stream);

  bytes = g_bytes_new (octets->data, octets->len);
  if (octets->len == 0 || is_there (self->parts, bytes))
    return;

  part = g_new0 (ConveneMailPart, 1);
  part->bytes = g_steal_pointer (&bytes);
  part->charset = g_strdup (g_mime_object_get_content_type_parameter (GMIME_OBJECT (object), "charset"));
  g_ptr_array_add (self->parts, part);
}

/* As deep as DEPTH_MAX, and no deeper. */
static gboolean
walk (Walk        *self,
      GMimeObject *object,
      guint        depth,
      GError     **error)
{
  GMimeMessage *message;

  if (object == NULL)
    return TRUE;
  if (depth > DEPTH_MAX)
    return fail (error, _ ("The mail is nested too deeply: no invitation is so"));
  if (++self->n_parts > PARTS_MAX)
    return fail (error, _ ("The mail has too many parts: no invitation has so many"));

  if (GMIME_IS_MESSAGE_PART (object))
    {
      message = g_mime_message_part_get_message (GMIME_MESSAGE_PART (object));
      return message == NULL || walk (self, g_mime_message_get_mime_part (message), depth + 1, error);
    }
  if (GMIME_IS_PART (object) && is_calendar (object))
    take_calendar (self->reading, GMIME_PART (object));
  if (!GMIME_IS_MULTIPART (object))
    return TRUE;

  for (int i = 0; i < g_mime_multipart_get_count (GMIME_MULTIPART (object)); i++)
    if (!walk (self, g_mime_multipart_get_part (GMIME_MULTIPART (object), i), depth + 1, error))
      return FALSE;

  return TRUE;
}

static GMimeMessage *
parse (GBytes *bytes)
{
  gsize       size;
  const char *data = peek (bytes, &size);
  g_autoptr(GMimeStream) stream = g_mime_stream_mem_new_with_buffer (data, size);
  g_autoptr(GMimeParser) parser = g_mime_parser_new_with_stream (stream);

  if (size > 5 && memcmp (data, "From ", 5) == 0)
    g_mime_parser_set_format (parser, GMIME_FORMAT_MBOX);
  return g_mime_parser_construct_message (parser, NULL);
}

ConveneMailReading *
convene_mail_read (GBytes  *bytes,
                   GError **error)
{
  g_autoptr(ConveneMailReading) reading = NULL;
  g_autoptr(GBytes) trimmed = NULL;
  g_autoptr(GMimeMessage) message = NULL;
  Walk self = { 0 };

  g_return_val_if_fail (bytes != NULL, NULL);

  trimmed = trim (bytes);
  if (!check_size (trimmed, error) || !check_header (trimmed, error))
    return NULL;

  convene_letter_mime_init ();
  message = parse (trimmed);
  if (message == NULL)
    {
      fail (error, _ ("This is no mail"));
      return NULL;
    }

  reading = g_new0 (ConveneMailReading, 1);
  reading->parts = g_ptr_array_new_with_free_func (part_free);
  self.reading = reading;
  take_sender (reading, message);
  return walk (&self, g_mime_message_get_mime_part (message), 0, error) ? g_steal_pointer (&reading) : NULL;
}
