/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-activity-section.h"
#include "convene-history-row.h"
#include "convene-interview-head.h"
#include "convene-interview-reader.h"
#include "convene-meeting-section.h"
#include "convene-notes-section.h"
#include "convene-operation-row.h"
#include "convene-password-row.h"
#include "convene-people-section.h"
#include "convene-person-row.h"
#include "convene-slots.h"
#include "convene-wrap-box.h"
#include "ui-fixture.h"
#include "ui-window.h"

/* Every template can be built, with nothing in it yet, and goes again. */
static void
test_templates (void)
{
  const GType types[] = { CONVENE_TYPE_ACTIVITY_SECTION, CONVENE_TYPE_HISTORY_ROW, CONVENE_TYPE_INTERVIEW_HEAD, CONVENE_TYPE_MEETING_SECTION,
                          CONVENE_TYPE_NOTES_SECTION, CONVENE_TYPE_OPERATION_ROW, CONVENE_TYPE_PASSWORD_ROW, CONVENE_TYPE_PEOPLE_SECTION,
                          CONVENE_TYPE_PERSON_ROW, CONVENE_TYPE_WRAP_BOX };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_new (types[i], NULL);

      g_assert_finalize_object (g_object_ref_sink (widget));
    }
}

/* A list that is read anew: letters are keys, and each reading makes new objects. */
static char *
get_key (gpointer item)
{
  return g_strdup (gtk_string_object_get_string (item));
}

static GListModel *
make_items (const char *letters)
{
  GtkStringList *items = gtk_string_list_new (NULL);

  for (; *letters != '\0'; letters++)
    gtk_string_list_append (items, (char[]){ *letters, '\0' });

  return G_LIST_MODEL (items);
}

static char *
read_slots (GListStore *slots)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (slots)); i++)
    {
      g_autoptr(ConveneSlot) slot = g_list_model_get_item (G_LIST_MODEL (slots), i);
      g_autoptr(GtkStringObject) item = NULL;

      g_object_get (slot, "item", &item, NULL);
      g_string_append (text, gtk_string_object_get_string (item));
    }

  return g_string_free (text, FALSE);
}

/* How many slots of one list are in another. */
static guint
count_kept (GPtrArray  *before,
            GListStore *slots)
{
  guint kept = 0;

  for (guint i = 0; i < before->len; i++)
    kept += g_list_store_find (slots, g_ptr_array_index (before, i), NULL) ? 1 : 0;

  return kept;
}

static GPtrArray *
list_slots (GListStore *slots)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (slots)); i++)
    g_ptr_array_add (list, g_list_model_get_item (G_LIST_MODEL (slots), i));

  return list;
}

static void
test_slots (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    guint       kept;
  } cases[] = {
    { "", "", 0 },
    { "", "ab", 0 },
    { "ab", "", 0 },
    { "abc", "abc", 3 },
    { "abc", "xabc", 3 },
    { "abc", "abcx", 3 },
    { "abc", "ac", 2 },
    { "abc", "axc", 2 },
    { "abc", "axbxc", 2 },
    { "aaa", "aa", 2 },
    { "ab", "ba", 0 },
    { "a", "b", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GListStore) slots = g_list_store_new (CONVENE_TYPE_SLOT);
      g_autoptr(GListModel) before = make_items (cases[i].before);
      g_autoptr(GListModel) after = make_items (cases[i].after);
      g_autoptr(GPtrArray) old = NULL;
      g_autofree char *text = NULL;

      convene_slots_update (slots, before, get_key);
      old = list_slots (slots);
      convene_slots_update (slots, after, get_key);
      text = read_slots (slots);
      g_assert_cmpstr (text, ==, cases[i].after);
      g_assert_cmpuint (count_kept (old, slots), ==, cases[i].kept);
      convene_slots_update (slots, NULL, get_key);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (slots)), ==, 0);
    }
}

static GtkWidget *
add_child (GtkWidget *box,
           int        width)
{
  GtkWidget *child = g_object_new (GTK_TYPE_LABEL, "width-request", width, "height-request", 10, NULL);

  gtk_widget_set_parent (child, box);
  return child;
}

/* Side by side where there is room, below each other where there is not; from the other side in right-to-left. */
static void
test_wrap (void)
{
  GtkWidget      *box = g_object_ref_sink (convene_wrap_box_new ());
  GtkWidget      *first = add_child (box, 100);
  GtkWidget      *second = add_child (box, 60);
  int             minimum;
  int             natural;
  int             wide;
  int             narrow;
  graphene_rect_t bounds;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 166);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 166, NULL, &wide, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 165, NULL, &narrow, NULL, NULL);
  g_assert_cmpint (narrow, ==, 2 * wide + 6);

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  gtk_widget_allocate (box, 200, wide, -1, NULL);
  g_assert_true (gtk_widget_compute_bounds (first, box, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, 100);
  g_assert_true (gtk_widget_compute_bounds (second, box, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, 34);
  g_assert_finalize_object (box);
}

static ConveneOperation *
make_operation (ConveneOperationKind  kind,
                ConveneOperationState state,
                int                   attempts)
{
  gboolean settled = convene_operation_state_is_settled (state);

  return g_object_new (CONVENE_TYPE_OPERATION, "kind", kind, "state", state, "attempts", attempts, "due", UI_FIXTURE_NOW, "settled", settled ? UI_FIXTURE_NOW : 0,
                       "error-message", state == CONVENE_OPERATION_STATE_FAILED ? "Zoom <refused> it & that is that" : NULL, NULL);
}

/* state of an operation → what its row says, and whether one can retry */
static void
test_operation_row (void)
{
  static const struct
  {
    ConveneOperationKind  kind;
    ConveneOperationState state;
    int                   attempts;
    const char           *subtitle;
    gboolean              can_retry;
  } cases[] = {
    { CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_DONE, 1, "Done · 09:20", FALSE },
    { CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_DONE, 3, "Done · 09:20 · 3 attempts", FALSE },
    { CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_FAILED, 1, "Failed · 09:20\nZoom <refused> it & that is that.", TRUE },
    { CONVENE_OPERATION_KIND_MAIL_INVITATION, CONVENE_OPERATION_STATE_WAITING, 0, "Waiting", FALSE },
    { CONVENE_OPERATION_KIND_MAIL_INVITATION, CONVENE_OPERATION_STATE_WAITING, 1, "Waiting", TRUE },
    { CONVENE_OPERATION_KIND_MAIL_REMINDER, CONVENE_OPERATION_STATE_WAITING, 1, "Waiting", FALSE },
    { CONVENE_OPERATION_KIND_MAIL_INVITATION, CONVENE_OPERATION_STATE_RUNNING, 1, "Under way", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneOperation) operation = make_operation (cases[i].kind, cases[i].state, cases[i].attempts);
      GtkWidget *row = g_object_ref_sink (convene_operation_row_new (operation, UI_FIXTURE_NOW));
      GtkWidget *retry = ui_find (row, GTK_TYPE_BUTTON);

      g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, cases[i].subtitle);
      g_assert_nonnull (ui_find_named (row, GTK_TYPE_LABEL, cases[i].subtitle));
      g_assert_cmpint (gtk_widget_get_visible (retry), ==, cases[i].can_retry);
      g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, cases[i].subtitle));
      g_assert_finalize_object (row);
    }
}

/* The same row learns what became of its operation, also where it is the same object. */
static void
test_operation_row_follows (void)
{
  ConveneOperation *operation = make_operation (CONVENE_OPERATION_KIND_MAIL_INVITATION, CONVENE_OPERATION_STATE_FAILED, 1);
  GtkWidget        *row = g_object_ref_sink (convene_operation_row_new (operation, UI_FIXTURE_NOW));

  convene_operation_set_state (operation, CONVENE_OPERATION_STATE_RUNNING);
  convene_operation_set_settled (operation, 0);
  convene_operation_row_set_operation (CONVENE_OPERATION_ROW (row), operation, UI_FIXTURE_NOW + 1);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Under way");
  g_assert_false (gtk_widget_get_visible (ui_find (row, GTK_TYPE_BUTTON)));

  g_assert_finalize_object (row);
  g_assert_finalize_object (operation);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/interview/templates", test_templates);
  g_test_add_func ("/ui/interview/slots", test_slots);
  g_test_add_func ("/ui/interview/wrap-box", test_wrap);
  g_test_add_func ("/ui/interview/SH-39/operation-row", test_operation_row);
  g_test_add_func ("/ui/interview/SH-39/operation-row-follows", test_operation_row_follows);

  return g_test_run ();
}
