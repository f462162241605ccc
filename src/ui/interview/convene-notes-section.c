/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-notes-section.h"

#include <glib/gi18n-lib.h>

#include "convene-engine-directory.h"
#include "convene-interview-check.h"
#include "convene-names.h"
#include "convene-rows.h"
#include "convene-text.h"
#include "convene-toast.h"

struct _ConveneNotesSection
{
  AdwPreferencesGroup parent_instance;

  ConveneInterviewReader *reader;

  /* Of the interview that was read last. */
  char    *uid;
  char    *notes; /* as they are, or are about to be */
  gboolean editing;

  GtkWidget *text_row;
  GtkWidget *edit;
};

G_DEFINE_FINAL_TYPE (ConveneNotesSection, convene_notes_section, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_0,
  PROP_READER,
  PROP_NOTES,
  PROP_EDITING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_editing (ConveneNotesSection *self,
             gboolean             editing)
{
  if (self->editing == editing)
    return;

  self->editing = editing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

static void
set_notes (ConveneNotesSection *self,
           const char          *notes)
{
  if (g_strcmp0 (self->notes, notes) == 0)
    return;

  g_free (self->notes);
  self->notes = g_strdup (notes);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTES]);
}

/* Somebody may have closed the window meanwhile. */
static void
tell (ConveneNotesSection *self,
      const char          *text)
{
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    convene_toast (GTK_WIDGET (self), text);
}

/* Notes on their way to the database, or those that Undo puts back. */
typedef struct
{
  ConveneNotesSection *self;
  ConveneEngine       *engine;
  char                *uid;
  char                *notes;
} Change;

static Change *
change_new (ConveneNotesSection *self,
            ConveneEngine       *engine,
            const char          *uid,
            const char          *notes)
{
  Change *change = g_new0 (Change, 1);

  change->self = g_object_ref (self);
  change->engine = g_object_ref (engine);
  change->uid = g_strdup (uid);
  change->notes = g_strdup (notes != NULL ? notes : "");
  return change;
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->self);
  g_object_unref (change->engine);
  g_free (change->uid);
  g_free (change->notes);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Change) change = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *undone = convene_engine_set_notes_finish (CONVENE_ENGINE (source), result, &error);

  if (error != NULL)
    tell (change->self, error->message);
}

static void
undo_cb (gpointer user_data)
{
  Change *change = user_data;

  convene_engine_set_notes_async (change->engine, change->uid, change->notes, NULL, restored_cb, change_new (change->self, change->engine, change->uid, NULL));
}

/* What could not be kept is not lost: it stands in the editor again. */
static void
reopen (ConveneNotesSection *self,
        Change              *change,
        const char          *message)
{
  tell (self, message);
  if (self->editing || g_strcmp0 (self->uid, change->uid) != 0)
    return;

  convene_text_row_set_text (CONVENE_TEXT_ROW (self->text_row), change->notes);
  set_editing (self, TRUE);
  gtk_widget_grab_focus (self->text_row);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Change) change = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char     *before = convene_engine_set_notes_finish (CONVENE_ENGINE (source), result, &error);
  ConveneNotesSection *self = change->self;

  if (error != NULL)
    reopen (self, change, error->message);
  else if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    convene_toast_undo (GTK_WIDGET (self), _("Notes changed"), undo_cb, NULL, change_new (self, change->engine, change->uid, before), change_free);
}

/* What cannot be kept stays in the editor. */
static void
save (ConveneNotesSection *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = convene_text_normalize (convene_text_row_get_text (CONVENE_TEXT_ROW (self->text_row)));
  ConveneEngine   *engine = convene_interview_reader_get_engine (self->reader);

  if (!convene_text_check_lines (text, "notes", CONVENE_NOTES_MAX, &error))
    {
      tell (self, error->message);
      return;
    }

  set_editing (self, FALSE);
  if (self->uid == NULL || g_strcmp0 (text, self->notes != NULL ? self->notes : "") == 0)
    return;

  convene_engine_set_notes_async (engine, self->uid, text, NULL, saved_cb, change_new (self, engine, self->uid, text));
  set_notes (self, text);
}

static void
edit (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  ConveneNotesSection *self = CONVENE_NOTES_SECTION (widget);

  convene_text_row_set_text (CONVENE_TEXT_ROW (self->text_row), self->notes);
  set_editing (self, TRUE);
  gtk_widget_grab_focus (self->text_row);
}

/* Ctrl+Enter. The focus goes where it came from. */
static gboolean
keep_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  ConveneNotesSection *self = user_data;

  save (self);
  if (!self->editing)
    gtk_widget_grab_focus (self->edit);
  return GDK_EVENT_STOP;
}

static gboolean
discard_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  ConveneNotesSection *self = user_data;

  set_editing (self, FALSE);
  gtk_widget_grab_focus (self->edit);
  return GDK_EVENT_STOP;
}

/* The focus went elsewhere in the window. Another window on top does not end the editing: one looks something up there. */
static void
left_cb (ConveneNotesSection *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->editing && (focus == NULL || !gtk_widget_is_ancestor (focus, self->text_row)))
    save (self);
}

/* The editor keeps what is typed in it, whatever others write meanwhile; what was typed for another interview is kept there. */
static void
read_cb (ConveneNotesSection *self)
{
  ConveneInterview *interview = convene_interview_reader_get_interview (self->reader);
  const char       *uid = interview != NULL ? convene_interview_get_uid (interview) : NULL;

  if (self->editing && g_strcmp0 (uid, self->uid) != 0)
    {
      save (self);
      set_editing (self, FALSE);
    }
  if (g_strcmp0 (uid, self->uid) != 0)
    {
      g_free (self->uid);
      self->uid = g_strdup (uid);
    }
  set_notes (self, interview != NULL ? convene_interview_get_notes (interview) : NULL);
}

static void
set_reader (ConveneNotesSection    *self,
            ConveneInterviewReader *reader)
{
  if (!g_set_object (&self->reader, reader))
    return;

  g_signal_connect_object (self->reader, "notify::interview", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  read_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READER]);
}

static char *
format_notes_cb (GObject    *object,
                 const char *notes)
{
  return g_strdup (notes != NULL && *notes != '\0' ? notes : _("None yet"));
}

static void
convene_notes_section_unmap (GtkWidget *widget)
{
  ConveneNotesSection *self = CONVENE_NOTES_SECTION (widget);

  if (self->editing)
    save (self);

  GTK_WIDGET_CLASS (convene_notes_section_parent_class)->unmap (widget);
}

static void
convene_notes_section_dispose (GObject *object)
{
  ConveneNotesSection *self = CONVENE_NOTES_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_NOTES_SECTION);
  g_clear_object (&self->reader);

  G_OBJECT_CLASS (convene_notes_section_parent_class)->dispose (object);
}

static void
convene_notes_section_finalize (GObject *object)
{
  ConveneNotesSection *self = CONVENE_NOTES_SECTION (object);

  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->notes, g_free);

  G_OBJECT_CLASS (convene_notes_section_parent_class)->finalize (object);
}

static void
convene_notes_section_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ConveneNotesSection *self = CONVENE_NOTES_SECTION (object);

  switch (prop_id)
    {
    case PROP_READER:
      g_value_set_object (value, self->reader);
      break;

    case PROP_NOTES:
      g_value_set_string (value, self->notes);
      break;

    case PROP_EDITING:
      g_value_set_boolean (value, self->editing);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_notes_section_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_READER:
      set_reader (CONVENE_NOTES_SECTION (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CONVENE_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/interview/convene-notes-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneNotesSection, text_row);
  gtk_widget_class_bind_template_child (widget_class, ConveneNotesSection, edit);
  gtk_widget_class_bind_template_callback (widget_class, format_notes_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_READER] = g_param_spec_object ("reader", NULL, NULL, CONVENE_TYPE_INTERVIEW_READER, flags | G_PARAM_READWRITE);
  properties[PROP_NOTES] = g_param_spec_string ("notes", NULL, NULL, NULL, flags | G_PARAM_READABLE);
  properties[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE, flags | G_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_notes_section_class_init (ConveneNotesSectionClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_notes_section_dispose;
  object_class->finalize = convene_notes_section_finalize;
  object_class->get_property = convene_notes_section_get_property;
  object_class->set_property = convene_notes_section_set_property;
  widget_class->unmap = convene_notes_section_unmap;

  install_properties (object_class);
  gtk_widget_class_install_action (widget_class, "notes.edit", NULL, edit);
  bind_template (widget_class);
}

static void
add_shortcut (GtkEventController  *controller,
              guint                key,
              GdkModifierType      modifiers,
              GtkShortcutFunc      callback,
              ConveneNotesSection *self)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_callback_action_new (callback, self, NULL)));
}

static void
convene_notes_section_init (ConveneNotesSection *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  convene_name_parts (GTK_WIDGET (self));

  /* Before the text view takes them. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_shortcut (keys, GDK_KEY_Return, GDK_CONTROL_MASK, keep_cb, self);
  add_shortcut (keys, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, keep_cb, self);
  add_shortcut (keys, GDK_KEY_Escape, 0, discard_cb, self);
  gtk_widget_add_controller (self->text_row, keys);
}

GtkWidget *
convene_notes_section_new (void)
{
  return g_object_new (CONVENE_TYPE_NOTES_SECTION, NULL);
}
