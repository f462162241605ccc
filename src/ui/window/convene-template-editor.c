/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-template-editor.h"

#include <glib/gi18n-lib.h>

#include "convene-letter-templates.h"
#include "convene-names.h"
#include "convene-reload.h"
#include "convene-rows.h"
#include "convene-template-words.h"
#include "convene-text.h"
#include "convene-toast.h"
#include "convene-words.h"

#define REST 500 /* milliseconds without a key until what is typed is kept */

enum
{
  SUBJECT,
  TEXT,
  N_PARTS
};

/* One of the two fields. */
typedef struct
{
  GtkWidget       *row;
  ConveneErrorRow *error;
  char            *name;    /* "invitation.subject"; NULL where the letter has none to change */
  char            *initial; /* what the letter says by itself */
  char            *kept;    /* what it says now, as far as this knows */
  char            *typed;
} Part;

struct _ConveneTemplateEditor
{
  AdwPreferencesGroup parent_instance;

  ConveneEngine      *engine;
  ConveneReload      *reload;
  ConveneLetterEdits *edits;   /* as read last; NULL before */
  gboolean            syncing; /* the database speaks, not the person */
  gboolean            going;   /* nobody can be told any more */
  guint               resting;
  Part                parts[N_PARTS];
  GHashTable         *unfinished; /* "es invitation.text" → what was typed there and no letter can be made of; owns both */
  Part               *target;     /* where a placeholder is put: the one that was typed into last */
  const char         *language_tag;
  const char         *letter_name;

  AdwComboRow     *language;
  AdwComboRow     *letter;
  GtkWidget       *subject;
  ConveneErrorRow *subject_error;
  GtkWidget       *text;
  ConveneErrorRow *text_error;
  GtkMenuButton   *insert;
  GtkWidget       *reset;
};

G_DEFINE_FINAL_TYPE (ConveneTemplateEditor, convene_template_editor, ADW_TYPE_PREFERENCES_GROUP)

static guint edited_signal;

/* Blanks at the ends make no other letter. */
static gboolean
is_same (const char *a,
         const char *b)
{
  g_autofree char *plain_a = convene_text_normalize (a);
  g_autofree char *plain_b = convene_text_normalize (b);

  return g_str_equal (plain_a, plain_b);
}

static void
put_text (Part       *part,
          const char *text)
{
  if (CONVENE_IS_TEXT_ROW (part->row))
    convene_text_row_set_text (CONVENE_TEXT_ROW (part->row), text);
  else
    gtk_editable_set_text (GTK_EDITABLE (part->row), text);
}

static const char *
get_text (const Part *part)
{
  if (CONVENE_IS_TEXT_ROW (part->row))
    return convene_text_row_get_text (CONVENE_TEXT_ROW (part->row));

  return gtk_editable_get_text (GTK_EDITABLE (part->row));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ConveneTemplateEditor) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!convene_engine_set_letter_edit_finish (CONVENE_ENGINE (source), result, &error) && self->engine != NULL)
    convene_toast (GTK_WIDGET (self), error->message);
}

/* Whether a letter can be made of what is typed; why not is said where `show` is. */
static gboolean
check_part (Part    *part,
            gboolean show)
{
  g_autoptr(GError) error = NULL;
  gboolean valid = part->name == NULL || convene_letter_templates_check (part->name, part->typed, &error);

  if (valid || show)
    convene_error_row_set_message (part->error, valid ? NULL : error->message);
  return valid;
}

static void
keep_part (ConveneTemplateEditor *self,
           Part                  *part)
{
  if (part->name == NULL || part->typed == NULL || is_same (part->typed, part->kept) || !check_part (part, TRUE))
    return;

  /* What was read before it was typed is no longer so. */
  convene_reload_drop (self->reload);
  g_free (part->kept);
  part->kept = g_strdup (part->typed);
  convene_engine_set_letter_edit_async (self->engine, self->language_tag, part->name, part->typed, NULL, self->going ? NULL : written_cb,
                                        self->going ? NULL : g_object_ref (self));
}

static void
keep (ConveneTemplateEditor *self)
{
  g_clear_handle_id (&self->resting, g_source_remove);
  for (guint i = 0; i < N_PARTS; i++)
    {
      keep_part (self, &self->parts[i]);
      check_part (&self->parts[i], TRUE);
    }
}

static gboolean
rested_cb (gpointer user_data)
{
  ConveneTemplateEditor *self = user_data;

  self->resting = 0;
  keep (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_initial (const Part *part)
{
  return part->name == NULL || is_same (part->typed, part->initial);
}

static void
take_typed (ConveneTemplateEditor *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    {
      Part *part = &self->parts[i];

      g_free (part->typed);
      part->typed = g_strdup (get_text (part));
      check_part (part, FALSE);
    }
  gtk_widget_set_sensitive (self->reset, !is_initial (&self->parts[SUBJECT]) || !is_initial (&self->parts[TEXT]));
}

static void
typed_cb (ConveneTemplateEditor *self)
{
  if (self->syncing || self->engine == NULL)
    return;

  take_typed (self);
  g_clear_handle_id (&self->resting, g_source_remove);
  self->resting = g_timeout_add (REST, rested_cb, self);
  g_signal_emit (self, edited_signal, 0);
}

/* Shows what is kept, but for a part that has something else typed into it. */
static void
show_kept (ConveneTemplateEditor *self)
{
  gboolean is_other = FALSE;

  self->syncing = TRUE;
  for (guint i = 0; i < N_PARTS; i++)
    {
      Part       *part = &self->parts[i];
      const char *edit = part->name != NULL ? convene_letter_edits_get (self->edits, self->language_tag, part->name) : NULL;
      const char *text = edit != NULL ? edit : part->initial != NULL ? part->initial
                                                                     : "";
      gboolean    is_untouched = part->typed == NULL || is_same (part->typed, part->kept);

      g_free (part->kept);
      part->kept = g_strdup (text);
      if (is_untouched && (part->typed == NULL || !is_same (part->typed, text)))
        {
          g_autofree char *plain = convene_text_normalize (text);

          put_text (part, plain);
          is_other = TRUE;
        }
    }
  take_typed (self);
  self->syncing = FALSE;
  if (is_other)
    g_signal_emit (self, edited_signal, 0);
}

static void
forget_part (Part *part)
{
  g_clear_pointer (&part->name, g_free);
  g_clear_pointer (&part->initial, g_free);
  g_clear_pointer (&part->kept, g_free);
  g_clear_pointer (&part->typed, g_free);
}

static void
begin_part (ConveneTemplateEditor *self,
            Part                  *part,
            const char            *suffix)
{
  forget_part (part);
  part->name = g_strconcat (self->letter_name, suffix, NULL);
  part->initial = convene_letter_templates_dup_default (self->language_tag, part->name);
  if (part->initial == NULL)
    g_clear_pointer (&part->name, g_free);
  convene_error_row_set_message (part->error, NULL);
}

static void
aim (ConveneTemplateEditor *self,
     Part                  *part)
{
  g_autoptr(GMenuModel) menu = convene_template_words_menu_new (part->name, "template.insert");

  self->target = part;
  gtk_menu_button_set_menu_model (self->insert, menu);
}

static char *
dup_key (ConveneTemplateEditor *self,
         const Part            *part)
{
  return g_strconcat (self->language_tag, " ", part->name, NULL);
}

/* What cannot be kept is not lost by looking at something else. */
static void
put_aside (ConveneTemplateEditor *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    {
      Part *part = &self->parts[i];

      if (part->name != NULL && part->typed != NULL && !is_same (part->typed, part->kept))
        g_hash_table_insert (self->unfinished, dup_key (self, part), g_strdup (part->typed));
    }
}

static void
take_up (ConveneTemplateEditor *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    {
      g_autofree char *key = self->parts[i].name != NULL ? dup_key (self, &self->parts[i]) : NULL;
      const char      *typed = key != NULL ? g_hash_table_lookup (self->unfinished, key) : NULL;

      if (typed == NULL)
        continue;
      put_text (&self->parts[i], typed);
      g_hash_table_remove (self->unfinished, key);
    }
}

/* Another letter, or another language. */
static void
show_chosen (ConveneTemplateEditor *self)
{
  self->language_tag = convene_letter_templates_list_languages ()[adw_combo_row_get_selected (self->language)];
  self->letter_name = convene_letter_templates_list_letters ()[adw_combo_row_get_selected (self->letter)];
  begin_part (self, &self->parts[SUBJECT], ".subject");
  begin_part (self, &self->parts[TEXT], ".text");
  gtk_widget_set_visible (self->subject, self->parts[SUBJECT].name != NULL);
  aim (self, &self->parts[TEXT]);
  show_kept (self);
  take_up (self);
}

static void
chosen_cb (ConveneTemplateEditor *self)
{
  if (self->syncing || self->edits == NULL || adw_combo_row_get_selected (self->language) == GTK_INVALID_LIST_POSITION ||
      adw_combo_row_get_selected (self->letter) == GTK_INVALID_LIST_POSITION)
    return;

  keep (self);
  put_aside (self);
  show_chosen (self);
}

static void
focused_cb (ConveneTemplateEditor *self,
            GtkEventController    *focus)
{
  Part *part = gtk_event_controller_get_widget (focus) == self->subject ? &self->parts[SUBJECT] : &self->parts[TEXT];

  if (self->target != NULL && self->target != part && part->name != NULL)
    aim (self, part);
}

static void
insert_into_entry (GtkEditable *entry,
                   const char  *text)
{
  int at;

  gtk_editable_delete_selection (entry);
  at = gtk_editable_get_position (entry);
  gtk_editable_insert_text (entry, text, -1, &at);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_select_region (entry, at, at);
}

static void
insert_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  ConveneTemplateEditor *self = CONVENE_TEMPLATE_EDITOR (widget);
  const char            *placeholder = g_variant_get_string (parameter, NULL);

  if (self->target == &self->parts[SUBJECT])
    {
      insert_into_entry (GTK_EDITABLE (self->subject), placeholder);
      return;
    }

  convene_text_row_insert (CONVENE_TEXT_ROW (self->text), placeholder, g_str_has_prefix (placeholder, "{{>"));
  gtk_widget_grab_focus (self->text);
}

/* What Use Default took away. */
typedef struct
{
  ConveneTemplateEditor *editor;
  const char            *language;
  char                  *names[N_PARTS];
  char                  *texts[N_PARTS];
} Taken;

static void
taken_free (gpointer data)
{
  Taken *self = data;

  for (guint i = 0; i < N_PARTS; i++)
    {
      g_free (self->names[i]);
      g_free (self->texts[i]);
    }
  g_object_unref (self->editor);
  g_free (self);
}

static void
give_back (gpointer user_data)
{
  Taken                 *taken = user_data;
  ConveneTemplateEditor *self = taken->editor;

  for (guint i = 0; i < N_PARTS && self->engine != NULL; i++)
    if (taken->names[i] != NULL)
      convene_engine_set_letter_edit_async (self->engine, taken->language, taken->names[i], taken->texts[i], NULL, written_cb, g_object_ref (self));
}

static Taken *
taken_new (ConveneTemplateEditor *self)
{
  Taken *taken = g_new0 (Taken, 1);

  taken->editor = g_object_ref (self);
  taken->language = self->language_tag;
  for (guint i = 0; i < N_PARTS; i++)
    {
      taken->names[i] = g_strdup (self->parts[i].name);
      taken->texts[i] = g_strdup (self->parts[i].kept);
    }
  return taken;
}

static void
reset_cb (ConveneTemplateEditor *self)
{
  Taken *taken;

  keep (self);
  taken = taken_new (self);
  self->syncing = TRUE;
  for (guint i = 0; i < N_PARTS; i++)
    if (self->parts[i].name != NULL)
      {
        g_autofree char *plain = convene_text_normalize (self->parts[i].initial);

        put_text (&self->parts[i], plain);
      }
  self->syncing = FALSE;
  take_typed (self);
  keep (self);
  g_signal_emit (self, edited_signal, 0);
  convene_toast_undo (GTK_WIDGET (self), _("The letter is as it was at first"), give_back, NULL, taken, taken_free);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneLetterEdits) edits = convene_engine_read_letter_edits_finish (CONVENE_ENGINE (source), result, &error);
  g_autoptr(ConveneTemplateEditor) self = convene_reload_finish (user_data);
  gboolean is_first;

  if (self == NULL)
    return;
  if (edits == NULL)
    {
      convene_toast (GTK_WIDGET (self), error->message);
      return;
    }

  is_first = self->edits == NULL;
  g_clear_pointer (&self->edits, convene_letter_edits_unref);
  self->edits = g_steal_pointer (&edits);
  if (is_first)
    show_chosen (self);
  else
    show_kept (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
}

static void
read_edits (gpointer      owner,
            GCancellable *cancellable)
{
  ConveneTemplateEditor *self = owner;

  convene_engine_read_letter_edits_async (self->engine, cancellable, read_cb, convene_reload_get_ticket (self->reload));
}

static void
changed_cb (ConveneTemplateEditor *self)
{
  convene_reload_ask (self->reload);
}

static void
convene_template_editor_dispose (GObject *object)
{
  ConveneTemplateEditor *self = CONVENE_TEMPLATE_EDITOR (object);

  if (self->engine != NULL)
    g_signal_handlers_disconnect_by_data (self->engine, self);
  self->going = TRUE;
  if (self->resting != 0)
    keep (self);
  g_clear_pointer (&self->reload, convene_reload_free);
  g_clear_object (&self->engine);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_TEMPLATE_EDITOR);

  G_OBJECT_CLASS (convene_template_editor_parent_class)->dispose (object);
}

static void
convene_template_editor_finalize (GObject *object)
{
  ConveneTemplateEditor *self = CONVENE_TEMPLATE_EDITOR (object);

  for (guint i = 0; i < N_PARTS; i++)
    forget_part (&self->parts[i]);
  g_clear_pointer (&self->edits, convene_letter_edits_unref);
  g_hash_table_unref (self->unfinished);

  G_OBJECT_CLASS (convene_template_editor_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/window/convene-template-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneTemplateEditor, language);
  gtk_widget_class_bind_template_child (widget_class, ConveneTemplateEditor, letter);
  gtk_widget_class_bind_template_child (widget_class, ConveneTemplateEditor, subject);
  gtk_widget_class_bind_template_child (widget_class, ConveneTemplateEditor, subject_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneTemplateEditor, text);
  gtk_widget_class_bind_template_child (widget_class, ConveneTemplateEditor, text_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneTemplateEditor, insert);
  gtk_widget_class_bind_template_child (widget_class, ConveneTemplateEditor, reset);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focused_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
convene_template_editor_class_init (ConveneTemplateEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_template_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = convene_template_editor_finalize;

  edited_signal = g_signal_new ("edited", CONVENE_TYPE_TEMPLATE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CONVENE_TYPE_ERROR_ROW);
  g_type_ensure (CONVENE_TYPE_TEXT_ROW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "template.insert", "s", insert_cb);
}

static void
fill (AdwComboRow       *row,
      const char *const *values,
      const char *(*word) (const char *value))
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; values[i] != NULL; i++)
    gtk_string_list_append (words, word (values[i]));
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
}

static void
convene_template_editor_init (ConveneTemplateEditor *self)
{
  self->unfinished = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->syncing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_name_parts (GTK_WIDGET (self));
  self->parts[SUBJECT].row = self->subject;
  self->parts[SUBJECT].error = self->subject_error;
  self->parts[TEXT].row = self->text;
  self->parts[TEXT].error = self->text_error;
  fill (self->language, convene_letter_templates_list_languages (), convene_words_language);
  fill (self->letter, convene_letter_templates_list_letters (), convene_template_words_letter);
  self->syncing = FALSE;

  /* Until it is known what is kept. */
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
}

void
convene_template_editor_set_engine (ConveneTemplateEditor *self,
                                    ConveneEngine         *engine)
{
  g_return_if_fail (CONVENE_IS_TEMPLATE_EDITOR (self));
  g_return_if_fail (CONVENE_IS_ENGINE (engine));
  g_return_if_fail (self->engine == NULL);

  self->engine = g_object_ref (engine);
  self->reload = convene_reload_new (self, read_edits);
  g_signal_connect_object (engine, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  convene_reload_ask (self->reload);
}

const char *
convene_template_editor_get_language (ConveneTemplateEditor *self)
{
  g_return_val_if_fail (CONVENE_IS_TEMPLATE_EDITOR (self), NULL);

  return self->language_tag;
}

const char *
convene_template_editor_get_letter (ConveneTemplateEditor *self)
{
  g_return_val_if_fail (CONVENE_IS_TEMPLATE_EDITOR (self), NULL);

  return self->letter_name;
}

const char *
convene_template_editor_get_subject (ConveneTemplateEditor *self)
{
  g_return_val_if_fail (CONVENE_IS_TEMPLATE_EDITOR (self), NULL);

  return self->parts[SUBJECT].name != NULL ? self->parts[SUBJECT].typed : NULL;
}

const char *
convene_template_editor_get_text (ConveneTemplateEditor *self)
{
  g_return_val_if_fail (CONVENE_IS_TEMPLATE_EDITOR (self), NULL);

  return self->parts[TEXT].typed;
}
