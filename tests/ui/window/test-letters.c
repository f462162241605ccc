/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-engine-directory.h"
#include "convene-letter-templates.h"
#include "convene-letters-page.h"
#include "convene-preferences.h"
#include "convene-rows.h"
#include "convene-template-editor.h"
#include "convene-template-preview.h"
#include "convene-template-words.h"
#include "ui-fixture.h"
#include "ui-window.h"

#define OWN "Hello {{reader}},\n\ncome and see us.\n\n{{>facts}}\n\n{{>signature}}"

/* Letters as a person sets them: who gets them, and their words, which are kept as they are typed. */
typedef struct
{
  UiFixture  *ui;
  GtkWindow  *window;
  GtkWidget  *page;
  GtkWidget  *editor;
  GtkWidget  *preview;
  const char *key;
  const char *name;
  const char *value;
} Fixture;

static gpointer
child (Fixture    *self,
       const char *name)
{
  return gtk_widget_get_template_child (self->page, CONVENE_TYPE_LETTERS_PAGE, name);
}

static gpointer
part (Fixture    *self,
      const char *name)
{
  return gtk_widget_get_template_child (self->editor, CONVENE_TYPE_TEMPLATE_EDITOR, name);
}

static const char *
get_preview (Fixture *self)
{
  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_template_child (self->preview, CONVENE_TYPE_TEMPLATE_PREVIEW, "text")));
}

static const char *
get_text (Fixture *self)
{
  return convene_text_row_get_text (part (self, "text"));
}

static gboolean
is_read (gpointer user_data)
{
  Fixture *self = user_data;

  return gtk_widget_get_sensitive (self->editor) && gtk_widget_get_sensitive (child (self, "delivery")) && *get_preview (self) != '\0';
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->ui = ui_fixture_new ();
  self->page = g_object_new (CONVENE_TYPE_LETTERS_PAGE, NULL);
  self->editor = child (self, "editor");
  self->preview = child (self, "preview");
  convene_letters_page_set_engine (CONVENE_LETTERS_PAGE (self->page), self->ui->engine);
  g_assert_false (gtk_widget_get_sensitive (self->editor));
  self->window = ui_present (self->page, 500, 1000);
  ui_fixture_run_until (self->ui, is_read, self);
}

static gboolean
is_gone (gpointer user_data)
{
  return ((Fixture *) user_data)->page == NULL;
}

static void
close_page (Fixture *self)
{
  g_object_add_weak_pointer (G_OBJECT (self->page), (gpointer *) &self->page);
  gtk_window_destroy (self->window);
  ui_fixture_run_until (self->ui, is_gone, self);
  ui_fixture_run_pending (NULL);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  if (self->page != NULL)
    close_page (self);
  ui_fixture_free (self->ui);
}

static ConveneLetterEdits *
read_edits (Fixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_engine_read_letter_edits_async (self->ui->engine, NULL, ui_fixture_result_cb, &result);
  return convene_engine_read_letter_edits_finish (self->ui->engine, ui_fixture_await (&result), NULL);
}

static gboolean
is_kept (gpointer user_data)
{
  Fixture *self = user_data;
  g_autoptr(ConveneLetterEdits) edits = read_edits (self);

  return g_strcmp0 (convene_letter_edits_get (edits, self->key, self->name), self->value) == 0;
}

static void
expect_kept (Fixture    *self,
             const char *language,
             const char *name,
             const char *text)
{
  self->key = language;
  self->name = name;
  self->value = text;
  ui_fixture_run_until (self->ui, is_kept, self);
}

static gboolean
is_previewed (gpointer user_data)
{
  Fixture *self = user_data;

  return strstr (get_preview (self), self->value) != NULL;
}

static void
expect_previewed (Fixture    *self,
                  const char *words)
{
  self->value = words;
  ui_fixture_run_until (self->ui, is_previewed, self);
}

static gboolean
is_shown (gpointer user_data)
{
  Fixture *self = user_data;

  return g_str_equal (get_text (self), self->value);
}

static void
expect_shown (Fixture    *self,
              const char *text)
{
  self->value = text;
  ui_fixture_run_until (self->ui, is_shown, self);
}

static gboolean
has_error (gpointer user_data)
{
  Fixture *self = user_data;

  return convene_error_row_get_message (part (self, self->name)) != NULL;
}

static char *
dup_stored (Fixture    *self,
            const char *key)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_engine_get_preference_async (self->ui->engine, key, NULL, ui_fixture_result_cb, &result);
  return convene_engine_get_preference_finish (self->ui->engine, ui_fixture_await (&result), NULL);
}

static gboolean
is_stored (gpointer user_data)
{
  Fixture         *self = user_data;
  g_autofree char *stored = dup_stored (self, self->key);

  return g_strcmp0 (stored, self->value) == 0;
}

static void
expect_stored (Fixture    *self,
               const char *key,
               const char *value)
{
  self->key = key;
  self->value = value;
  ui_fixture_run_until (self->ui, is_stored, self);
}

static void
test_switches (Fixture      *self,
               gconstpointer data)
{
  g_assert_false (gtk_switch_get_active (child (self, "apart")));
  g_assert_false (gtk_switch_get_active (child (self, "copy")));
  gtk_switch_set_active (child (self, "apart"), TRUE);
  expect_stored (self, CONVENE_PREFERENCE_LETTERS, "apart");
  gtk_switch_set_active (child (self, "copy"), TRUE);
  expect_stored (self, CONVENE_PREFERENCE_COPY, "on");
  gtk_switch_set_active (child (self, "apart"), FALSE);
  expect_stored (self, CONVENE_PREFERENCE_LETTERS, "together");
}

/* Each letter in each language can be looked at, and looking keeps nothing. */
static void
test_looked_at (Fixture      *self,
                gconstpointer data)
{
  const char *const *languages = convene_letter_templates_list_languages ();
  const char *const *letters = convene_letter_templates_list_letters ();
  g_autoptr(ConveneLetterEdits) edits = NULL;

  for (guint i = 0; languages[i] != NULL; i++)
    for (guint j = 0; letters[j] != NULL; j++)
      {
        g_autofree char *subject = g_strconcat (letters[j], ".subject", NULL);
        g_autofree char *name = g_strconcat (letters[j], ".text", NULL);
        g_autofree char *initial = convene_letter_templates_dup_default (languages[i], name);

        adw_combo_row_set_selected (part (self, "language"), i);
        adw_combo_row_set_selected (part (self, "letter"), j);
        g_assert_cmpstr (get_text (self), ==, g_strstrip (initial));
        g_assert_cmpint (gtk_widget_get_visible (part (self, "subject")), ==, g_strv_contains (convene_letter_templates_list_names (), subject));
        g_assert_false (gtk_widget_get_sensitive (part (self, "reset")));
        g_assert_null (convene_error_row_get_message (part (self, "text_error")));
      }

  edits = read_edits (self);
  for (guint i = 0; languages[i] != NULL; i++)
    for (const char *const *name = convene_letter_templates_list_names (); *name != NULL; name++)
      g_assert_null (convene_letter_edits_get (edits, languages[i], *name));
}

/* The preview follows each key; what rests is kept; the default can be had again, and that can be undone. */
static void
test_edited (Fixture      *self,
             gconstpointer data)
{
  GtkWidget *toast;

  convene_text_row_set_text (part (self, "text"), OWN);
  gtk_editable_set_text (part (self, "subject"), "Come: {{job}}");
  expect_previewed (self, "come and see us.");
  expect_kept (self, "en", "invitation.text", OWN);
  expect_kept (self, "en", "invitation.subject", "Come: {{job}}");
  g_assert_true (gtk_widget_get_sensitive (part (self, "reset")));

  g_signal_emit_by_name (part (self, "reset"), "clicked");
  expect_kept (self, "en", "invitation.text", NULL);
  expect_kept (self, "en", "invitation.subject", NULL);
  g_assert_false (gtk_widget_get_sensitive (part (self, "reset")));
  expect_previewed (self, "you are invited to an interview");

  toast = ui_find_named (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "Undo");
  g_assert_nonnull (toast);
  g_signal_emit_by_name (toast, "clicked");
  expect_kept (self, "en", "invitation.text", OWN);
  expect_shown (self, OWN);
  g_assert_cmpstr (gtk_editable_get_text (part (self, "subject")), ==, "Come: {{job}}");
}

/* What no letter can be made of is said at its field, kept nowhere, and there again when one comes back to it. */
static void
test_refused (Fixture      *self,
              gconstpointer data)
{
  g_autoptr(ConveneLetterEdits) edits = NULL;

  convene_text_row_set_text (part (self, "text"), "Hello {{raeder}}, {{when}}");
  self->name = "text_error";
  ui_fixture_run_until (self->ui, has_error, self);
  g_assert_nonnull (strstr (convene_error_row_get_message (part (self, "text_error")), "{{reader}}"));
  g_assert_null (convene_error_row_get_message (part (self, "subject_error")));
  g_assert_nonnull (strstr (get_preview (self), "you are invited"));
  ui_show (GTK_WIDGET (self->window), "letters-refused");

  adw_combo_row_set_selected (part (self, "letter"), 1);
  g_assert_null (convene_error_row_get_message (part (self, "text_error")));
  adw_combo_row_set_selected (part (self, "letter"), 0);
  g_assert_cmpstr (get_text (self), ==, "Hello {{raeder}}, {{when}}");
  ui_fixture_run_until (self->ui, has_error, self);
  edits = read_edits (self);
  g_assert_null (convene_letter_edits_get (edits, "en", "invitation.text"));

  convene_text_row_set_text (part (self, "text"), "Hello {{reader}}, {{when}}");
  g_assert_null (convene_error_row_get_message (part (self, "text_error")));
  expect_kept (self, "en", "invitation.text", "Hello {{reader}}, {{when}}");
}

/* Nothing that was typed is lost by being quick. */
static void
test_at_once (Fixture      *self,
              gconstpointer data)
{
  adw_combo_row_set_selected (part (self, "language"), 2);
  convene_text_row_set_text (part (self, "text"), OWN);
  adw_combo_row_set_selected (part (self, "letter"), 3);
  expect_kept (self, "es", "invitation.text", OWN);

  convene_text_row_set_text (part (self, "text"), OWN);
  close_page (self);
  expect_kept (self, "es", "reminder.text", OWN);
}

static void
write_elsewhere (Fixture    *self,
                 const char *text)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_set_letter_edit (change, "en", "invitation.text", text);
  ui_fixture_commit (self->ui, change);
}

/* Another process's words are shown; those that are being typed stay. */
static void
test_elsewhere (Fixture      *self,
                gconstpointer data)
{
  write_elsewhere (self, OWN);
  expect_shown (self, OWN);
  expect_previewed (self, "come and see us.");

  convene_text_row_set_text (part (self, "text"), "Not yet {{");
  write_elsewhere (self, OWN "\n\nElsewhere.");
  expect_kept (self, "en", "invitation.text", OWN "\n\nElsewhere.");
  ui_fixture_run_pending (self->ui);
  g_assert_cmpstr (get_text (self), ==, "Not yet {{");
}

static guint
count_items (GMenuModel *menu)
{
  guint n = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      for (int j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          g_autofree char *label = NULL;

          n++;
          g_menu_model_get_item_attribute (section, j, G_MENU_ATTRIBUTE_LABEL, "s", &label);
          g_assert_null (strchr (label, '{'));
        }
    }
  return n;
}

/* Each placeholder of each letter has its words, and so has each letter. */
static void
test_words (void)
{
  for (const char *const *name = convene_letter_templates_list_names (); *name != NULL; name++)
    {
      g_autoptr(GMenuModel) menu = convene_template_words_menu_new (*name, "template.insert");

      g_assert_cmpuint (count_items (menu), ==, g_strv_length ((char **) convene_letter_templates_list_placeholders (*name)));
    }
  for (const char *const *letter = convene_letter_templates_list_letters (); *letter != NULL; letter++)
    g_assert_cmpstr (convene_template_words_letter (*letter), !=, *letter);
}

/* A placeholder goes where one was typing: a whole paragraph gets one of its own. */
static void
test_inserted (Fixture      *self,
               gconstpointer data)
{
  convene_text_row_set_text (part (self, "text"), "Hello,");
  gtk_widget_activate_action (self->editor, "template.insert", "s", "{{>facts}}");
  g_assert_cmpstr (get_text (self), ==, "Hello,\n\n{{>facts}}");
  gtk_widget_activate_action (self->editor, "template.insert", "s", "{{reader}}");
  g_assert_cmpstr (get_text (self), ==, "Hello,\n\n{{>facts}}{{reader}}");

  gtk_widget_grab_focus (part (self, "subject"));
  gtk_editable_set_text (part (self, "subject"), "For ");
  gtk_editable_set_position (part (self, "subject"), -1);
  gtk_widget_activate_action (self->editor, "template.insert", "s", "{{job}}");
  g_assert_cmpstr (gtk_editable_get_text (part (self, "subject")), ==, "For {{job}}");
}

static void
test_seen (Fixture      *self,
           gconstpointer data)
{
  static const struct
  {
    int         width;
    const char *name;
  } sizes[] = { { 360, "letters-360" }, { 800, "letters-800" } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      ui_resize (self->window, sizes[i].width, 1400);
      ui_wait_frame (self->page);
      g_assert_cmpint (gtk_widget_get_width (self->page), ==, sizes[i].width);
      ui_show (GTK_WIDGET (self->window), sizes[i].name);
    }
}

#define ADD(name, test) g_test_add ("/ui/letters/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ADD ("X-12/TA-9/switches", test_switches);
  ADD ("SH-27/looked-at", test_looked_at);
  ADD ("SH-27/edited", test_edited);
  ADD ("SH-27/refused", test_refused);
  ADD ("SH-27/at-once", test_at_once);
  ADD ("SH-27/elsewhere", test_elsewhere);
  ADD ("SH-27/inserted", test_inserted);
  ADD ("seen", test_seen);
  g_test_add_func ("/ui/letters/SH-27/words", test_words);

  return g_test_run ();
}
