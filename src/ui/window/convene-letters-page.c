/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letters-page.h"

#include "convene-engine-directory.h"
#include "convene-preferences.h"
#include "convene-reload.h"
#include "convene-template-editor.h"
#include "convene-template-preview.h"
#include "convene-toast.h"

struct _ConveneLettersPage
{
  AdwPreferencesPage parent_instance;

  ConveneEngine *engine;
  ConveneReload *reload;
  gboolean       syncing; /* the database speaks, not the person */

  GtkWidget              *delivery;
  GtkSwitch              *apart;
  GtkSwitch              *copy;
  ConveneTemplateEditor  *editor;
  ConveneTemplatePreview *preview;
};

G_DEFINE_FINAL_TYPE (ConveneLettersPage, convene_letters_page, ADW_TYPE_PREFERENCES_PAGE)

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ConveneLettersPage) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!convene_engine_set_preference_finish (CONVENE_ENGINE (source), result, &error) && self->engine != NULL)
    convene_toast (GTK_WIDGET (self), error->message);
}

static void
switched_cb (ConveneLettersPage *self,
             GParamSpec         *pspec,
             GtkSwitch          *which)
{
  gboolean    on = gtk_switch_get_active (which);
  const char *key = which == self->apart ? CONVENE_PREFERENCE_LETTERS : CONVENE_PREFERENCE_COPY;
  const char *value = which == self->apart ? (on ? "apart" : "together") : (on ? "on" : "off");

  if (self->syncing || self->engine == NULL)
    return;

  /* What was read before it was chosen is no longer so. */
  convene_reload_drop (self->reload);
  convene_engine_set_preference_async (self->engine, key, value, NULL, written_cb, g_object_ref (self));
}

static void
edited_cb (ConveneLettersPage *self)
{
  if (self->engine != NULL)
    convene_template_preview_show (self->preview, self->engine, convene_template_editor_get_language (self->editor), convene_template_editor_get_letter (self->editor),
                                   convene_template_editor_get_subject (self->editor), convene_template_editor_get_text (self->editor));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePreferences) preferences = convene_engine_read_preferences_finish (CONVENE_ENGINE (source), result, &error);
  g_autoptr(ConveneLettersPage) self = convene_reload_finish (user_data);

  if (self == NULL)
    return;
  if (preferences == NULL)
    {
      convene_toast (GTK_WIDGET (self), error->message);
      return;
    }

  self->syncing = TRUE;
  gtk_switch_set_active (self->apart, preferences->letters_apart);
  gtk_switch_set_active (self->copy, preferences->copy_to_me);
  self->syncing = FALSE;
  gtk_widget_set_sensitive (self->delivery, TRUE);
}

static void
read_preferences (gpointer      owner,
                  GCancellable *cancellable)
{
  ConveneLettersPage *self = owner;

  convene_engine_read_preferences_async (self->engine, cancellable, read_cb, convene_reload_get_ticket (self->reload));
}

static void
changed_cb (ConveneLettersPage *self)
{
  convene_reload_ask (self->reload);
}

static void
convene_letters_page_dispose (GObject *object)
{
  ConveneLettersPage *self = CONVENE_LETTERS_PAGE (object);

  if (self->engine != NULL)
    g_signal_handlers_disconnect_by_data (self->engine, self);
  g_clear_pointer (&self->reload, convene_reload_free);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_letters_page_parent_class)->dispose (object);
}

static void
convene_letters_page_class_init (ConveneLettersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_letters_page_dispose;

  g_type_ensure (CONVENE_TYPE_TEMPLATE_EDITOR);
  g_type_ensure (CONVENE_TYPE_TEMPLATE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/window/convene-letters-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneLettersPage, delivery);
  gtk_widget_class_bind_template_child (widget_class, ConveneLettersPage, apart);
  gtk_widget_class_bind_template_child (widget_class, ConveneLettersPage, copy);
  gtk_widget_class_bind_template_child (widget_class, ConveneLettersPage, editor);
  gtk_widget_class_bind_template_child (widget_class, ConveneLettersPage, preview);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
convene_letters_page_init (ConveneLettersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* Until it is known what is kept. */
  gtk_widget_set_sensitive (self->delivery, FALSE);
}

void
convene_letters_page_set_engine (ConveneLettersPage *self,
                                 ConveneEngine      *engine)
{
  g_return_if_fail (CONVENE_IS_LETTERS_PAGE (self));
  g_return_if_fail (CONVENE_IS_ENGINE (engine));
  g_return_if_fail (self->engine == NULL);

  self->engine = g_object_ref (engine);
  self->reload = convene_reload_new (self, read_preferences);
  g_signal_connect_object (engine, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  convene_template_editor_set_engine (self->editor, engine);
  convene_reload_ask (self->reload);
}
