/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-field-checks.h"

#include "convene-clock.h"

typedef struct
{
  char            *name;
  char            *note;
  GtkWidget       *row;
  ConveneErrorRow *error_row;
  gboolean         touched;
} Field;

#define FIELD_KEY "convene-field" /* of a row: the field's name */

struct _ConveneFieldChecks
{
  GObject parent_instance;

  ConveneWizardPage *page; /* unowned: it owns us */
  int                step;
  GPtrArray         *fields; /* Field */
};

G_DEFINE_FINAL_TYPE (ConveneFieldChecks, convene_field_checks, G_TYPE_OBJECT)

static void
field_free (Field *field)
{
  g_free (field->name);
  g_free (field->note);
  g_free (field);
}

static gint64
now (ConveneFieldChecks *self)
{
  return convene_clock_now (convene_engine_get_clock (convene_wizard_page_get_engine (self->page)));
}

/* A row for an error says nothing while its field is right, or another one. */
static void
show_field (Field        *field,
            const GError *error)
{
  gboolean is_error = error != NULL && field->touched;

  g_object_set (field->error_row, "tone", is_error || field->note == NULL ? "error" : "plain", NULL);
  convene_error_row_set_message (field->error_row, is_error ? error->message : field->note);
}

void
convene_field_checks_update (ConveneFieldChecks *self)
{
  g_autoptr(GError) first = NULL;
  ConveneDraft *draft;

  g_return_if_fail (CONVENE_IS_FIELD_CHECKS (self));

  draft = convene_wizard_page_get_draft (self->page);
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);
      g_autoptr(GError) error = convene_draft_check_field (draft, field->name, now (self));

      show_field (field, error);
    }

  first = convene_draft_check_step (draft, self->step, now (self));
  convene_wizard_page_set_can_go_on (self->page, first == NULL, first != NULL ? first->message : NULL);
}

/* Another window in front is not leaving a field: it is still where the focus is. */
static gboolean
is_left (GtkWidget *row)
{
  GtkRoot   *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == NULL || !(focus == row || gtk_widget_is_ancestor (focus, row)) ||
         (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)));
}

static Field *
find_field (ConveneFieldChecks *self,
            const char         *name)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);

      if (g_str_equal (field->name, name))
        return field;
    }

  return NULL;
}

void
convene_field_checks_touch (ConveneFieldChecks *self,
                            const char         *field)
{
  Field *found;

  g_return_if_fail (CONVENE_IS_FIELD_CHECKS (self));

  found = find_field (self, field);
  g_return_if_fail (found != NULL);
  found->touched = TRUE;
  convene_field_checks_update (self);
}

void
convene_field_checks_untouch (ConveneFieldChecks *self,
                              const char         *field)
{
  Field *found;

  g_return_if_fail (CONVENE_IS_FIELD_CHECKS (self));

  found = find_field (self, field);
  g_return_if_fail (found != NULL);
  found->touched = FALSE;
  convene_field_checks_update (self);
}

static void
left_cb (ConveneFieldChecks *self,
         GtkEventController *controller)
{
  GtkWidget *row = gtk_event_controller_get_widget (controller);

  if (is_left (row))
    convene_field_checks_touch (self, g_object_get_data (G_OBJECT (row), FIELD_KEY));
}

static void
convene_field_checks_finalize (GObject *object)
{
  ConveneFieldChecks *self = CONVENE_FIELD_CHECKS (object);

  g_clear_pointer (&self->fields, g_ptr_array_unref);

  G_OBJECT_CLASS (convene_field_checks_parent_class)->finalize (object);
}

static void
convene_field_checks_class_init (ConveneFieldChecksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = convene_field_checks_finalize;
}

static void
convene_field_checks_init (ConveneFieldChecks *self)
{
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) field_free);
}

ConveneFieldChecks *
convene_field_checks_new (ConveneWizardPage *page,
                          int                step)
{
  ConveneFieldChecks *self;

  g_return_val_if_fail (CONVENE_IS_WIZARD_PAGE (page), NULL);

  self = g_object_new (CONVENE_TYPE_FIELD_CHECKS, NULL);
  self->page = page;
  self->step = step;
  g_signal_connect_object (convene_wizard_page_get_draft (page), "changed", G_CALLBACK (convene_field_checks_update), self, G_CONNECT_SWAPPED);
  return self;
}

void
convene_field_checks_add (ConveneFieldChecks *self,
                          const char         *field,
                          GtkWidget          *row,
                          ConveneErrorRow    *error_row)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();
  Field              *added;

  g_return_if_fail (CONVENE_IS_FIELD_CHECKS (self));
  g_return_if_fail (GTK_IS_WIDGET (row));

  added = find_field (self, field);
  if (added == NULL)
    {
      added = g_new0 (Field, 1);
      added->name = g_strdup (field);
      added->row = row;
      added->error_row = error_row;
      g_object_set (error_row, "field", row, NULL);
      g_ptr_array_add (self->fields, added);
    }

  g_object_set_data_full (G_OBJECT (row), FIELD_KEY, g_strdup (field), g_free);
  g_signal_connect_object (controller, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, controller);
}

void
convene_field_checks_set_note (ConveneFieldChecks *self,
                               const char         *field,
                               const char         *note)
{
  Field *found;

  g_return_if_fail (CONVENE_IS_FIELD_CHECKS (self));

  found = find_field (self, field);
  g_return_if_fail (found != NULL);
  if (g_strcmp0 (found->note, note) == 0)
    return;

  g_free (found->note);
  found->note = g_strdup (note);
  convene_field_checks_update (self);
}

static void
focus_first_wrong (ConveneFieldChecks *self)
{
  ConveneDraft *draft = convene_wizard_page_get_draft (self->page);

  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);
      g_autoptr(GError) error = convene_draft_check_field (draft, field->name, now (self));

      if (error == NULL)
        continue;

      gtk_widget_grab_focus (field->row);
      return;
    }
}

void
convene_field_checks_show_all (ConveneFieldChecks *self)
{
  g_return_if_fail (CONVENE_IS_FIELD_CHECKS (self));

  for (guint i = 0; i < self->fields->len; i++)
    ((Field *) g_ptr_array_index (self->fields, i))->touched = TRUE;

  convene_field_checks_update (self);
  focus_first_wrong (self);
}

void
convene_field_checks_forget (ConveneFieldChecks *self)
{
  g_return_if_fail (CONVENE_IS_FIELD_CHECKS (self));

  for (guint i = 0; i < self->fields->len; i++)
    ((Field *) g_ptr_array_index (self->fields, i))->touched = FALSE;

  convene_field_checks_update (self);
}
