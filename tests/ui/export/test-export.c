/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "convene-day-paper.h"
#include "convene-day-print.h"
#include "convene-ics-drag.h"
#include "convene-ics-export.h"
#include "ui-fixture.h"
#include "ui-window.h"

/* Whatever somebody is called, the file is in no other folder and can be written. */
static void
test_names (void)
{
  static const struct
  {
    const char *who;
    const char *name;
  } cases[] = {
    { "Ada Example", "Ada Example.ics" },
    { "../../etc/passwd", "-  -etc-passwd.ics" },
    { ".hidden", "hidden.ics" },
    { "C:\\a|b?", "C--a-b-.ics" },
    { "  ", "Interview.ics" },
    { "", "Interview.ics" },
    { NULL, "Interview.ics" },
    { "December 2026", "December 2026.ics" },
  };
  g_autofree char *long_name = g_strnfill (300, 'a');
  g_autofree char *shortened = convene_ics_name (long_name);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = convene_ics_name (cases[i].who);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
  g_assert_cmpuint (strlen (shortened), <, 255);
}

static char *
to_text (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* an interview leaves the window as a file of its own name, which says the same as its text. */
static void
test_content (void)
{
  UiFixture          *fixture = ui_fixture_new ();
  g_autofree char    *uid = ui_fixture_add_interview (fixture, "Ada Example", "Staff Engineer", "2026-12-01 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  GdkContentProvider *content = convene_ics_content_new (fixture->engine, uid, "Ada Example");
  GdkContentFormats  *formats = gdk_content_provider_ref_formats (content);
  g_autoptr(GBytes) calendar = ui_read_content (content, "text/calendar");
  g_autoptr(GBytes) list = ui_read_content (content, "text/uri-list");
  g_autofree char *text = to_text (calendar);
  g_autofree char *uris = to_text (list);
  g_auto(GStrv) lines = g_strsplit (uris, "\r\n", 2);
  g_autoptr(GFile) file = g_file_new_for_uri (lines[0]);
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *octets = NULL;
  g_autoptr(GError) error = NULL;
  GStatBuf status;

  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/calendar"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/uri-list"));
  g_assert_false (gdk_content_formats_contain_mime_type (formats, "text/plain"));
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\n"));
  g_assert_nonnull (strstr (text, uid));
  g_assert_cmpstr (name, ==, "Ada Example.ics");
  g_file_load_contents (file, NULL, &octets, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (octets, uid));

  /* Nobody else's to read. */
  g_assert_cmpint (g_stat (g_file_peek_path (folder), &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (g_file_peek_path (file), &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);

  g_unlink (g_file_peek_path (file));
  g_rmdir (g_file_peek_path (folder));
  gdk_content_formats_unref (formats);
  g_assert_finalize_object (content);
  ui_fixture_free (fixture);
}

static void
test_content_gone (void)
{
  UiFixture *fixture = ui_fixture_new ();
  g_autoptr(GdkContentProvider) content = convene_ics_content_new (fixture->engine, "00000000-0000-4000-8000-000000000000", "Nobody");
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  gdk_content_provider_write_mime_type_async (content, "text/uri-list", stream, G_PRIORITY_DEFAULT, NULL, ui_fixture_result_cb, &result);
  g_assert_false (gdk_content_provider_write_mime_type_finish (content, ui_fixture_await (&result), &error));
  g_assert_nonnull (error);
  g_clear_object (&result);
  g_clear_object (&content);
  ui_fixture_free (fixture);
}

static GPtrArray *
make_day (guint count)
{
  GPtrArray *interviews = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < count; i++)
    {
      g_autofree char  *wall = g_strdup_printf ("2026-12-01 %02u:%02u", 8 + i / 4, i % 4 * 15);
      g_autofree char  *who = i == 0 ? g_strdup ("Ada Example") : g_strdup_printf ("Bo <b>Sample</b> & %u", i);
      ConveneInterview *interview = ui_fixture_make_interview (who, i % 2 ? "Designer" : "Staff Engineer", wall, "UTC", 45, i % 3 == 2 ? CONVENE_PLATFORM_IN_PERSON : CONVENE_PLATFORM_ZOOM);

      if (i % 3 == 2)
        convene_interview_set_location (interview, "Main Street 1, 2nd floor");
      if (i == 3)
        convene_interview_set_status (interview, CONVENE_STATUS_CANCELLED);
      convene_interview_set_agenda (interview, "Walk through the last project.\nQuestions.");
      g_ptr_array_add (interviews, interview);
    }

  return interviews;
}

/* What stands on paper, and what must not. */
static void
test_paper_words (void)
{
  g_autoptr(GPtrArray) day = make_day (1);
  ConveneInterview *interview = g_ptr_array_index (day, 0);
  g_autofree char  *text = NULL;

  convene_interview_set_notes (interview, "Only for the team");
  convene_interview_set_password (interview, "SECRET1");
  convene_interview_set_link (interview, "https://zoom.example.com/j/1");
  text = convene_day_paper_format (interview);

  g_assert_nonnull (strstr (text, "Staff Engineer · Zoom"));
  g_assert_nonnull (strstr (text, "for Ada (Mexico City)"));
  g_assert_nonnull (strstr (text, "Hal Manager, Hiring manager, No answer yet"));
  g_assert_nonnull (strstr (text, "Walk through the last project."));
  g_assert_null (strstr (text, "Only for the team"));
  g_assert_null (strstr (text, "SECRET1"));
  g_assert_null (strstr (text, "https://"));
}

static PangoContext *
make_context (void)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);

  pango_cairo_context_set_resolution (context, 72);
  return context;
}

static void
save_page (ConveneDayPaper *paper,
           int              page,
           const char      *name)
{
  const char      *folder = g_getenv ("CONVENE_PICTURES");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 595, 842);
  cairo_t         *cr = cairo_create (surface);
  g_autofree char *path = g_strdup_printf ("%s/%s.png", folder, name);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, 40, 40);
  convene_day_paper_draw (paper, cr, page);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  if (folder != NULL)
    cairo_surface_write_to_png (surface, path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A full day needs more pages; an agenda as long as it may be is parted, and nothing runs for ever on a slip of paper. */
static void
test_paper_pages (void)
{
  PangoContext    *context = make_context ();
  g_autofree char *endless = g_strnfill (2000, 'x');
  g_autoptr(GPtrArray) one = make_day (1);
  g_autoptr(GPtrArray) many = make_day (20);
  g_autoptr(GPtrArray) none = make_day (0);
  g_autoptr(ConveneDayPaper) single = convene_day_paper_new (context, 515, 762, "Tuesday 1 December 2026", one);
  g_autoptr(ConveneDayPaper) full = convene_day_paper_new (context, 515, 762, "Tuesday 1 December 2026", many);
  g_autoptr(ConveneDayPaper) empty = convene_day_paper_new (context, 515, 762, "Tuesday 1 December 2026", none);
  g_autoptr(ConveneDayPaper) parted = NULL;
  g_autoptr(ConveneDayPaper) slip = NULL;

  g_assert_cmpint (convene_day_paper_get_pages (single), ==, 1);
  g_assert_cmpint (convene_day_paper_get_pages (empty), ==, 1);
  g_assert_cmpint (convene_day_paper_get_pages (full), >, 1);
  g_assert_cmpint (convene_day_paper_get_pages (full), <, 20);
  for (int i = 0; i < convene_day_paper_get_pages (full); i++)
    {
      g_autofree char *name = g_strdup_printf ("paper-%d", i + 1);

      save_page (full, i, name);
    }

  convene_interview_set_agenda (g_ptr_array_index (one, 0), endless);
  parted = convene_day_paper_new (context, 300, 200, "Tuesday 1 December 2026", one);
  g_assert_cmpint (convene_day_paper_get_pages (parted), >, 1);
  for (int i = 0; i < convene_day_paper_get_pages (parted); i++)
    save_page (parted, i, "paper-parted");

  slip = convene_day_paper_new (context, 20, 30, "Tuesday 1 December 2026", many);
  g_assert_cmpint (convene_day_paper_get_pages (slip), >, 0);
  g_object_unref (context);
}

/* The same through the toolkit's printing, into a file. */
static void
test_print (void)
{
  g_autofree char *folder = g_dir_make_tmp ("convene-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "day.pdf", NULL);
  g_autoptr(GPtrArray) day = make_day (20);
  GtkPrintOperation *operation = convene_day_print_new ("Tuesday 1 December 2026", day);
  g_autofree char   *octets = NULL;
  gsize              length = 0;
  int                pages;
  g_autoptr(GError) error = NULL;

  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &pages, NULL);
  g_assert_cmpint (pages, >, 1);
  g_file_get_contents (path, &octets, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (octets, "%PDF-"));
  g_assert_cmpuint (length, >, 2000);

  g_assert_finalize_object (operation);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/export/names", test_names);
  g_test_add_func ("/ui/export/X-11/content", test_content);
  g_test_add_func ("/ui/export/X-11/gone", test_content_gone);
  g_test_add_func ("/ui/export/paper/words", test_paper_words);
  g_test_add_func ("/ui/export/paper/pages", test_paper_pages);
  g_test_add_func ("/ui/export/print", test_print);

  return g_test_run ();
}
