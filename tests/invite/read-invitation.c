/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* read-invitation [CHARSET FILE]...: a line of JSON for each file (CHARSET "-" is none): {"error": "…", "took": seconds} or {"claims": [{…}…], "took": …}. */

#include <stdio.h>
#include <stdlib.h>

#include "convene-invite-reader.h"

static void
append_text (GString    *out,
             const char *text)
{
  if (text == NULL)
    {
      g_string_append (out, "null");
      return;
    }

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p < 0x20)
      g_string_append_printf (out, "\\u%04x", (guint) *p);
    else if (*p == '"' || *p == '\\')
      g_string_append_printf (out, "\\%c", *p);
    else
      g_string_append_c (out, *p);
  g_string_append_c (out, '"');
}

static void
append_member (GString    *out,
               const char *name,
               const char *text)
{
  g_string_append_printf (out, "\"%s\": ", name);
  append_text (out, text);
  g_string_append (out, ", ");
}

/* Every property has a member: instants are numbers, words of enumerations texts. */
static void
append_property (GString    *out,
                 GObject    *object,
                 GParamSpec *pspec)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (object, pspec->name, &value);
  if (G_VALUE_HOLDS_STRING (&value))
    append_member (out, pspec->name, g_value_get_string (&value));
  else if (G_VALUE_HOLDS_ENUM (&value))
    append_member (out, pspec->name, convene_enum_to_nick (G_VALUE_TYPE (&value), g_value_get_enum (&value)));
  else if (G_VALUE_HOLDS_BOOLEAN (&value))
    g_string_append_printf (out, "\"%s\": %s, ", pspec->name, g_value_get_boolean (&value) ? "true" : "false");
  else if (G_VALUE_HOLDS_INT (&value))
    g_string_append_printf (out, "\"%s\": %d, ", pspec->name, g_value_get_int (&value));
  else
    g_string_append_printf (out, "\"%s\": %" G_GINT64_FORMAT ", ", pspec->name, g_value_get_int64 (&value));
}

static void
append_person (GString                  *out,
               const ConveneClaimPerson *person)
{
  if (person == NULL)
    {
      g_string_append (out, "null");
      return;
    }

  g_string_append_c (out, '{');
  append_member (out, "name", person->name);
  append_member (out, "address", person->address);
  append_member (out, "sent-by", person->sent_by);
  append_member (out, "delegated-to", person->delegated_to);
  append_member (out, "delegated-from", person->delegated_from);
  append_member (out, "role", convene_enum_to_nick (CONVENE_TYPE_ROLE, person->role));
  g_string_append (out, "\"response\": ");
  if (person->delegated)
    append_text (out, "delegated");
  else
    append_text (out, person->known_response ? convene_enum_to_nick (CONVENE_TYPE_RESPONSE, person->response) : NULL);
  g_string_append_c (out, '}');
}

static void
append_claim (GString      *out,
              ConveneClaim *claim)
{
  g_autofree GParamSpec **pspecs = NULL;
  const char *const      *doubts = convene_claim_get_doubts (claim);
  GPtrArray              *people = convene_claim_get_people (claim);
  guint                   count;

  g_string_append_c (out, '{');
  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (claim), &count);
  for (guint i = 0; i < count; i++)
    append_property (out, G_OBJECT (claim), pspecs[i]);

  g_string_append (out, "\"organizer\": ");
  append_person (out, convene_claim_get_organizer (claim));
  g_string_append (out, ", \"people\": [");
  for (guint i = 0; i < people->len; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      append_person (out, g_ptr_array_index (people, i));
    }
  g_string_append (out, "], \"doubts\": [");
  for (guint i = 0; doubts[i] != NULL; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      append_text (out, doubts[i]);
    }
  g_string_append (out, "]}");
}

static void
print_file (const char *path,
            const char *charset)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) claims = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GString) out = g_string_new ("{");
  char  *contents;
  gsize  length;
  gint64 started_at;

  if (!g_file_get_contents (path, &contents, &length, &error))
    g_error ("%s", error->message);
  bytes = g_bytes_new_take (contents, length);

  started_at = g_get_monotonic_time ();
  claims = convene_invite_read (bytes, g_str_equal (charset, "-") ? NULL : charset, &error);
  g_string_append_printf (out, "\"took\": %.6f, ", (double) (g_get_monotonic_time () - started_at) / G_USEC_PER_SEC);
  if (claims == NULL)
    {
      append_member (out, "error", error->message);
    }
  else
    {
      g_string_append (out, "\"claims\": [");
      for (guint i = 0; i < claims->len; i++)
        {
          g_string_append (out, i > 0 ? ", " : "");
          append_claim (out, g_ptr_array_index (claims, i));
        }
      g_string_append (out, "], ");
    }
  g_string_append (out, "\"done\": true}");
  puts (out->str);
}

int
main (int   argc,
      char *argv[])
{
  if (argc % 2 != 1)
    {
      g_printerr ("usage: read-invitation [CHARSET FILE]...\n");
      return EXIT_FAILURE;
    }

  for (int i = 1; i < argc; i += 2)
    print_file (argv[i + 1], argv[i]);

  return EXIT_SUCCESS;
}
