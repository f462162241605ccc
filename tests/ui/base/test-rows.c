/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "convene-rows.h"
#include "ui-window.h"

static void
count_cb (guint *count)
{
  *count += 1;
}

/* A list with an entry, what is wrong with it, and a text. */
typedef struct
{
  GtkWidget *group;
  GtkWidget *entry;
  GtkWidget *error;
  GtkWidget *text;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  GtkWidget *page = adw_preferences_page_new ();

  self->group = adw_preferences_group_new ();
  self->entry = g_object_new (ADW_TYPE_ENTRY_ROW, "title", "Password", NULL);
  self->error = convene_error_row_new ();
  self->text = g_object_new (CONVENE_TYPE_TEXT_ROW, "title", "_Agenda", "use-underline", TRUE, "placeholder", "What will be talked about", "maximum", 20, NULL);
  g_object_set (self->error, "field", self->entry, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->entry);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->error);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->text);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (self->group));
  self->window = ui_present (page, 460, 460);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_nonnull (self->text);
  g_object_add_weak_pointer (G_OBJECT (self->text), (gpointer *) &self->text);
  g_object_add_weak_pointer (G_OBJECT (self->error), (gpointer *) &self->error);
  ui_destroy (self->window, self->group);
  g_assert_null (self->text);
  g_assert_null (self->error);
}

static void
test_error (Fixture      *self,
            gconstpointer data)
{
  ConveneErrorRow *row = CONVENE_ERROR_ROW (self->error);
  guint            notified = 0;

  g_signal_connect_swapped (row, "notify::message", G_CALLBACK (count_cb), &notified);
  g_assert_false (gtk_widget_get_visible (self->error));
  g_assert_null (convene_error_row_get_message (row));

  convene_error_row_set_message (row, "At most ten characters");
  convene_error_row_set_message (row, "At most ten characters");
  g_assert_cmpuint (notified, ==, 1);
  g_assert_true (gtk_widget_get_visible (self->error));
  g_assert_nonnull (ui_find_named (self->error, GTK_TYPE_LABEL, "At most ten characters"));
  g_assert_true (gtk_widget_has_css_class (self->entry, "error"));
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
  g_assert_null (gtk_test_accessible_check_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE));

  convene_error_row_set_message (row, "");
  g_assert_false (gtk_widget_get_visible (self->error));
  g_assert_false (gtk_widget_has_css_class (self->entry, "error"));
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
  g_assert_null (gtk_test_accessible_check_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE));

  convene_error_row_set_message (row, NULL);
  g_assert_false (gtk_widget_get_visible (self->error));
}

/* The text inside an entry row has the focus: it is told, too. */
static void
test_error_focus (Fixture      *self,
                  gconstpointer data)
{
  GtkAccessible *text = GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));

  convene_error_row_set_message (CONVENE_ERROR_ROW (self->error), "At most ten characters");
  g_assert_true (gtk_test_accessible_has_relation (text, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
  g_assert_null (gtk_test_accessible_check_state (text, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE));
}

static void
test_error_tones (Fixture      *self,
                  gconstpointer data)
{
  static const struct
  {
    const char *tone;
    gboolean    error;
    gboolean    warning;
  } cases[] = {
    { "warning", FALSE, TRUE },
    { "plain", FALSE, FALSE },
    { "error", TRUE, FALSE },
  };

  convene_error_row_set_message (CONVENE_ERROR_ROW (self->error), "The clocks change that night");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_object_set (self->error, "tone", cases[i].tone, NULL);
      g_assert_cmpint (gtk_widget_has_css_class (self->entry, "error"), ==, cases[i].error);
      g_assert_cmpint (gtk_widget_has_css_class (self->entry, "warning"), ==, cases[i].warning);
      g_assert_null (gtk_test_accessible_check_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                                      cases[i].error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE));
      ui_show (GTK_WIDGET (self->window), cases[i].tone);
    }
}

static void
test_error_field (Fixture      *self,
                  gconstpointer data)
{
  GtkWidget *other = g_object_ref_sink (gtk_entry_new ());

  convene_error_row_set_message (CONVENE_ERROR_ROW (self->error), "At most ten characters");
  g_object_set (self->error, "field", other, NULL);
  g_assert_false (gtk_widget_has_css_class (self->entry, "error"));
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
  g_assert_true (gtk_widget_has_css_class (other, "error"));
  g_assert_cmpstr (convene_error_row_get_message (CONVENE_ERROR_ROW (self->error)), ==, "At most ten characters");

  /* The field may go first. */
  g_assert_finalize_object (other);
  convene_error_row_set_message (CONVENE_ERROR_ROW (self->error), "Something else");
}

static GtkTextBuffer *
get_buffer (Fixture *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_find (self->text, GTK_TYPE_TEXT_VIEW)));
}

static void
test_text (Fixture      *self,
           gconstpointer data)
{
  ConveneTextRow *row = CONVENE_TEXT_ROW (self->text);
  guint           notified = 0;

  g_assert_cmpstr (convene_text_row_get_text (row), ==, "");
  g_signal_connect_swapped (row, "notify::text", G_CALLBACK (count_cb), &notified);
  convene_text_row_set_text (row, "Hello\n\tworld");
  convene_text_row_set_text (row, "Hello\n\tworld");
  g_assert_cmpstr (convene_text_row_get_text (row), ==, "Hello\n\tworld");
  g_assert_false (gtk_text_buffer_get_can_undo (get_buffer (self)));

  gtk_text_buffer_insert_at_cursor (get_buffer (self), "!", -1);
  g_assert_cmpstr (convene_text_row_get_text (row), ==, "Hello\n\tworld!");
  g_assert_true (gtk_text_buffer_get_can_undo (get_buffer (self)));
  g_assert_cmpuint (notified, >=, 2);
  convene_text_row_set_text (row, NULL);
  g_assert_cmpstr (convene_text_row_get_text (row), ==, "");
}

static void
test_text_counter (Fixture      *self,
                   gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *counter;
    gboolean    error;
  } cases[] = {
    { "", "0 of 20", FALSE },
    { "Grüße 日本", "8 of 20", FALSE },
    { "12345678901234567890", "20 of 20", FALSE },
    { "123456789012345678901", "21 of 20, 1 too many", TRUE },
  };
  GtkWidget *view = ui_find (self->text, GTK_TYPE_TEXT_VIEW);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *counter;

      convene_text_row_set_text (CONVENE_TEXT_ROW (self->text), cases[i].text);
      counter = ui_find_named (self->text, GTK_TYPE_LABEL, cases[i].counter);
      g_assert_nonnull (counter);
      g_assert_true (gtk_widget_get_visible (counter));
      g_assert_cmpint (gtk_widget_has_css_class (counter, "error"), ==, cases[i].error);
      g_assert_null (gtk_test_accessible_check_state (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_STATE_INVALID,
                                                      cases[i].error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE));
    }

  g_object_set (self->text, "maximum", 0, NULL);
  g_assert_false (gtk_widget_get_visible (ui_find_named (self->text, GTK_TYPE_LABEL, "21 of 0")));
}

static void
test_text_placeholder (Fixture      *self,
                       gconstpointer data)
{
  GtkWidget *placeholder = ui_find_named (self->text, GTK_TYPE_LABEL, "What will be talked about");

  g_assert_true (gtk_widget_get_visible (placeholder));
  ui_show (GTK_WIDGET (self->window), "base-text-empty");
  convene_text_row_set_text (CONVENE_TEXT_ROW (self->text), "x");
  g_assert_false (gtk_widget_get_visible (placeholder));
  convene_text_row_set_text (CONVENE_TEXT_ROW (self->text), "");
  g_assert_true (gtk_widget_get_visible (placeholder));
}

static int
get_height (Fixture    *self,
            const char *text)
{
  convene_text_row_set_text (CONVENE_TEXT_ROW (self->text), text);
  ui_wait_frame (self->text);
  return gtk_widget_get_height (self->text);
}

/* Three lines at least, growing up to eight. */
static void
test_text_height (Fixture      *self,
                  gconstpointer data)
{
  int empty = get_height (self, "");
  int three = get_height (self, "1\n2\n3");
  int five = get_height (self, "1\n2\n3\n4\n5");
  int eight = get_height (self, "1\n2\n3\n4\n5\n6\n7\n8");
  int more = get_height (self, "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12");

  ui_show (GTK_WIDGET (self->window), "base-text-long");
  g_assert_cmpint (empty, ==, three);
  g_assert_cmpint (five, >, three);
  g_assert_cmpint (eight, >, five);
  g_assert_cmpint (more, ==, eight);
}

static void
test_text_focus (Fixture      *self,
                 gconstpointer data)
{
  GtkWidget *view = ui_find (self->text, GTK_TYPE_TEXT_VIEW);

  g_assert_false (gtk_text_view_get_accepts_tab (GTK_TEXT_VIEW (view)));
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_assert_true (gtk_widget_grab_focus (self->text));
  g_assert_true (gtk_window_get_focus (self->window) == view);
  ui_show (GTK_WIDGET (self->window), "base-text-focus");

  gtk_widget_grab_focus (self->entry);
  g_assert_true (gtk_window_get_focus (self->window) != view);
  g_signal_emit_by_name (self->window, "move-focus", GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (self->window) == view);

  g_object_set (self->text, "editable", FALSE, NULL);
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (view)));
}

static void
test_chip (void)
{
  static const char *const tones[] = { "plain", "good", "warning", "bad" };
  GtkWidget               *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWindow               *window;

  g_object_set (box, "margin-top", 24, "margin-bottom", 24, "margin-start", 24, "margin-end", 24, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    {
      GtkWidget *chip = convene_chip_new (tones[i], tones[i]);
      GtkWidget *image = ui_find (chip, GTK_TYPE_IMAGE);

      g_assert_true (gtk_widget_has_css_class (chip, tones[i]));
      g_assert_false (gtk_widget_get_visible (image));
      g_assert_nonnull (ui_find_named (chip, GTK_TYPE_LABEL, tones[i]));
      g_object_set (chip, "tone", "bad", "tone", tones[i], "icon-name", i > 1 ? "dialog-warning-symbolic" : NULL, NULL);
      g_assert_cmpint (gtk_widget_has_css_class (chip, "bad"), ==, i == 3);
      g_assert_cmpint (gtk_widget_get_visible (image), ==, i > 1);
      gtk_box_append (GTK_BOX (box), chip);
    }

  window = ui_present (box, 240, 240);
  ui_show (GTK_WIDGET (window), "base-chips");
  ui_destroy (window, gtk_widget_get_first_child (box));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add ("/ui/error-row/message", Fixture, NULL, set_up, test_error, tear_down);
  g_test_add ("/ui/error-row/focus", Fixture, NULL, set_up, test_error_focus, tear_down);
  g_test_add ("/ui/error-row/tones", Fixture, NULL, set_up, test_error_tones, tear_down);
  g_test_add ("/ui/error-row/field", Fixture, NULL, set_up, test_error_field, tear_down);
  g_test_add ("/ui/text-row/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/ui/text-row/counter", Fixture, NULL, set_up, test_text_counter, tear_down);
  g_test_add ("/ui/text-row/placeholder", Fixture, NULL, set_up, test_text_placeholder, tear_down);
  g_test_add ("/ui/text-row/height", Fixture, NULL, set_up, test_text_height, tear_down);
  g_test_add ("/ui/text-row/focus", Fixture, NULL, set_up, test_text_focus, tear_down);
  g_test_add_func ("/ui/chip", test_chip);

  return g_test_run ();
}
