/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <string.h>

#include "convene-agenda.h"

#define REFERENCE "K7Q2-9FXM"
#define LINE "Convene ref " REFERENCE
#define SMILE "\360\237\230\200"

typedef enum
{
  AT_END,
  AT_START,
  ALONE,
  NOWHERE,
} Place;

static char *
repeat (const char *text,
        guint       times)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (out, text);

  return g_string_free (out, FALSE);
}

static char *
expect (const char *agenda,
        Place       place)
{
  switch (place)
    {
    case AT_END:
      return g_strconcat (agenda, "\n", LINE, NULL);
    case AT_START:
      return g_strconcat (LINE, "\n", agenda, NULL);
    case ALONE:
      return g_strdup (LINE);
    case NOWHERE:
    default:
      return g_strdup (agenda);
    }
}

/* What a list shows of an agenda, if Zoom counts code points. */
static char *
cut_points (const char *agenda)
{
  return g_utf8_substring (agenda, 0, MIN (250, g_utf8_strlen (agenda, -1)));
}

/* The same if it counts UTF-16 units: half a character at the end is lost. */
static char *
cut_units (const char *agenda)
{
  const char *p = agenda;

  for (guint units = 0; *p != '\0'; p = g_utf8_next_char (p))
    {
      units += g_utf8_get_char (p) > 0xffff ? 2 : 1;
      if (units > 250)
        break;
    }

  return g_strndup (agenda, p - agenda);
}

static const struct
{
  const char *unit;
  guint       times;
  Place       place;
} places[] = {
  { "x", 0, ALONE },
  { "x", 1, AT_END },
  { "x", 228, AT_END }, /* 228 + line feed + 21 = 250 */
  { "x", 229, AT_START },
  { "x", 230, AT_START },
  { "x", 249, AT_START },
  { "x", 250, AT_START },
  { "x", 1975, AT_START },
  { "x", 1978, AT_START }, /* 1978 + line feed + 21 = 2000 */
  { "x", 1979, NOWHERE },
  { "x", 2000, NOWHERE },
  { "\303\251", 228, AT_END }, /* characters count, not bytes */
  { "\303\251", 1978, AT_START },
  { "\303\251", 2000, NOWHERE },
  { SMILE, 114, AT_END }, /* each may count as two */
  { SMILE, 115, AT_START },
  { SMILE, 228, AT_START },
  { SMILE, 1978, AT_START },
  { SMILE, 1979, NOWHERE },
  { "a line\n", 30, AT_END },
};

static void
test_places (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *agenda = repeat (places[i].unit, places[i].times);
      g_autofree char *expected = expect (agenda, places[i].place);
      gboolean         has_reference = places[i].place == NOWHERE;
      g_autofree char *told = convene_agenda_add_reference (agenda, REFERENCE, &has_reference);
      g_autofree char *points = cut_points (told);
      g_autofree char *units = cut_units (told);
      g_autofree char *in_points = convene_agenda_dup_reference (points);
      g_autofree char *in_units = convene_agenda_dup_reference (units);
      g_autofree char *in_full = convene_agenda_dup_reference (told);
      const char      *found = places[i].place == NOWHERE ? NULL : REFERENCE;

      g_test_message ("row %u", i);
      g_assert_cmpstr (told, ==, expected);
      g_assert_cmpint (has_reference, ==, places[i].place != NOWHERE);
      g_assert_cmpint (g_utf8_strlen (told, -1), <=, 2000);
      g_assert_cmpstr (in_points, ==, found);
      g_assert_cmpstr (in_units, ==, found);
      g_assert_cmpstr (in_full, ==, found);
    }
}

static void
test_without (void)
{
  gboolean         has_reference = TRUE;
  g_autofree char *told = convene_agenda_add_reference ("Introduction", NULL, &has_reference);
  g_autofree char *none = NULL;

  g_assert_cmpstr (told, ==, "Introduction");
  g_assert_false (has_reference);

  none = convene_agenda_add_reference (NULL, REFERENCE, &has_reference);
  g_assert_cmpstr (none, ==, LINE);
  g_assert_true (has_reference);
}

/* A person pasted an agenda that another meeting's line is in: each meeting is found by its own. */
static void
test_pasted (void)
{
  static const char *const pasted[] = { "Convene ref AAAA-BBBB", "Hello\nConvene ref AAAA-BBBB", "Convene ref AAAA-BBBB\nHello", "See Convene ref AAAA-BBBB" };
  static const guint       lengths[] = { 0, 100, 206, 229, 250, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (pasted); i++)
    for (guint j = 0; j < G_N_ELEMENTS (lengths); j++)
      {
        g_autofree char *filler = repeat ("x", lengths[j]);
        g_autofree char *before = g_strconcat (filler, "\n", pasted[i], NULL);
        g_autofree char *after = g_strconcat (pasted[i], "\n", filler, NULL);
        const char      *agendas[] = { before, after };

        for (guint k = 0; k < 2; k++)
          {
            gboolean         has_reference;
            g_autofree char *told = convene_agenda_add_reference (agendas[k], REFERENCE, &has_reference);
            g_autofree char *shown = cut_points (told);
            g_autofree char *found = convene_agenda_dup_reference (shown);

            g_test_message ("row %u, %u characters, %u", i, lengths[j], k);
            g_assert_cmpstr (found, ==, REFERENCE);
          }
      }
}

static void
test_read (void)
{
  static const struct
  {
    const char *agenda;
    const char *reference;
  } table[] = {
    { NULL, NULL },
    { "", NULL },
    { "Introduction", NULL },
    { LINE, REFERENCE },
    { "Hello\r\n" LINE "\r\n", REFERENCE },
    { "Hello " LINE, REFERENCE },
    { LINE " Hello", REFERENCE },
    { "Hello\n" LINE "\n\n ", REFERENCE },
    { "Hello" LINE, NULL },
    { LINE "Z", NULL },
    { "Convene ref k7q2-9fxm", NULL },
    { "Convene ref K7Q2 9FXM", NULL },
    { "Convene ref K7Q2-9FX", NULL },
    { "Convene ref ", NULL },
    { "Convene ref", NULL },
    { "Hello\n" LINE "\nGoodbye", NULL },
    { "\355\240\275broken\n" LINE, REFERENCE }, /* half a character, as a careless cut leaves it */
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *reference = convene_agenda_dup_reference (table[i].agenda);

      g_test_message ("row %u", i);
      g_assert_cmpstr (reference, ==, table[i].reference);
    }
}

typedef struct
{
  const char *agenda;
  const char *stripped;
} StripRow;

static const StripRow strip_rows[] = {
  { NULL, "" },
  { "", "" },
  { "Convene ref " REFERENCE, "" },
  { "Introduction", "Introduction" },
  { " Introduction\r\nQuestions \n", "Introduction\nQuestions" },
  { "Introduction\nConvene ref " REFERENCE, "Introduction" },
  { "Introduction\r\n\r\nConvene ref " REFERENCE "\r\n", "Introduction" },
  { "Convene ref " REFERENCE "\nIntroduction", "Introduction" },
  { "Convene ref " REFERENCE "\nConvene ref ABCD-2345\nIntroduction", "Convene ref ABCD-2345\nIntroduction" },
  { "Convene ref " REFERENCE "\nIntroduction\nConvene ref ABCD-2345", "Introduction\nConvene ref ABCD-2345" },
  { "Introduction Convene ref abcd-2345", "Introduction Convene ref abcd-2345" },
};

/* What a person wrote, without ours. */
static void
test_strip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (strip_rows); i++)
    {
      g_autofree char *stripped = convene_agenda_strip_reference (strip_rows[i].agenda);

      g_assert_cmpstr (stripped, ==, strip_rows[i].stripped);
      g_assert_true (convene_agenda_equal (strip_rows[i].agenda, strip_rows[i].agenda));
    }

  g_assert_true (convene_agenda_equal (NULL, "Convene ref " REFERENCE));
  g_assert_true (convene_agenda_equal ("Introduction\n", "Introduction\r\nConvene ref " REFERENCE));
  g_assert_false (convene_agenda_equal ("Introduction", "Questions"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/O-1/agenda/places", test_places);
  g_test_add_func ("/model/O-1/agenda/without", test_without);
  g_test_add_func ("/model/O-1/agenda/pasted", test_pasted);
  g_test_add_func ("/model/O-1/agenda/read", test_read);

  g_test_add_func ("/model/O-1/agenda/strip", test_strip);
  return g_test_run ();
}
