/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* invitations WORK SECONDS FILE: does one thing again and again for so many seconds of processor time and prints how often it did it in one.
 *
 * write          our own writer, an interview of one of 16 days each time
 * write-libical  libical used bare for the same: the tree of FILE made anew, then its text
 * write-least    the text alone, of a tree that is there
 * read           our own reader on FILE
 * read-libical   libical used bare: the tree of FILE, and the instant at which its event starts
 * read-least     the tree alone
 * make           writes FILE, an invitation, and prints nothing */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "convene-invite-reader.h"
#include "sample.h"

#define N_DAYS 16
#define BATCH 200

static const ConveneInviteOptions options = { CONVENE_INVITE_REQUEST, "Robin Recruiter", "robin@example.org", SAMPLE_MADE_AT };

typedef struct
{
  ConveneInterview *interviews[N_DAYS];
  GBytes           *file;
  icalcomponent    *tree;
} World;

static void
world_init (World      *self,
            const char *path)
{
  char *text = NULL;
  gsize size = 0;

  for (guint i = 0; i < N_DAYS; i++)
    {
      g_autofree char *start = g_strdup_printf ("2026-%02u-%02u 10:00", 1 + i % 12, 1 + i);

      self->interviews[i] = sample_interview_new (start, i % 2 == 0 ? "Europe/Berlin" : "America/New_York");
    }

  if (g_file_get_contents (path, &text, &size, NULL))
    {
      self->tree = icalcomponent_new_from_string (text);
      self->file = g_bytes_new_take (text, size);
    }
}

static void
world_clear (World *self)
{
  for (guint i = 0; i < N_DAYS; i++)
    g_assert_finalize_object (self->interviews[i]);
  g_clear_pointer (&self->file, g_bytes_unref);
  g_clear_pointer (&self->tree, icalcomponent_free);
}

static void
write_ours (World *self,
            guint  number)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = convene_invite_write (self->interviews[number % N_DAYS], &options, &error);

  g_assert_no_error (error);
}

static void
write_libical (World *self,
               guint  number)
{
  g_autoptr(icalcomponent) copy = icalcomponent_new_clone (self->tree);
  char *text = icalcomponent_as_ical_string_r (copy);

  icalmemory_free_buffer (text);
}

static void
write_least (World *self,
             guint  number)
{
  char *text = icalcomponent_as_ical_string_r (self->tree);

  icalmemory_free_buffer (text);
}

static void
read_ours (World *self,
           guint  number)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) claims = convene_invite_read (self->file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (claims->len, ==, 1);
}

static void
read_libical (World *self,
              guint  number)
{
  g_autoptr(icalcomponent) calendar = icalcomponent_new_from_string (g_bytes_get_data (self->file, NULL));
  icalcomponent      *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  struct icaltimetype start = icalcomponent_get_dtstart (event);

  g_assert_cmpint (icaltime_as_timet_with_zone (start, start.zone), >, 0);
}

static void
read_least (World *self,
            guint  number)
{
  g_autoptr(icalcomponent) calendar = icalcomponent_new_from_string (g_bytes_get_data (self->file, NULL));

  g_assert_nonnull (calendar);
}

static const struct
{
  const char *name;
  void (*work) (World *self, guint number);
} works[] = {
  { "write", write_ours },
  { "write-libical", write_libical },
  { "write-least", write_least },
  { "read", read_ours },
  { "read-libical", read_libical },
  { "read-least", read_least },
};

static double
measure (World *world,
         void (*work) (World *self, guint number),
         double seconds)
{
  clock_t started, spent = 0;
  guint   number = 0;

  for (guint i = 0; i < BATCH; i++)
    work (world, i);

  started = clock ();
  while (spent < seconds * CLOCKS_PER_SEC)
    {
      for (guint i = 0; i < BATCH; i++)
        work (world, number++);
      spent = clock () - started;
    }

  return number / ((double) spent / CLOCKS_PER_SEC);
}

static int
make (const char *path)
{
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
  g_autoptr(GBytes) bytes = convene_invite_write (interview, &options, NULL);

  return g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL) ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main (int   argc,
      char *argv[])
{
  World world = { 0 };

  if (argc != 4)
    return EXIT_FAILURE;
  if (g_str_equal (argv[1], "make"))
    return make (argv[3]);

  world_init (&world, argv[3]);
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    if (g_str_equal (argv[1], works[i].name))
      printf ("%.0f\n", measure (&world, works[i].work, g_ascii_strtod (argv[2], NULL)));
  world_clear (&world);

  return EXIT_SUCCESS;
}
