/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-template-preview.h"

#include "convene-letter-templates.h"

struct _ConveneTemplatePreview
{
  AdwPreferencesGroup parent_instance;

  GCancellable *writing; /* the letter that is being made */

  AdwActionRow *subject;
  GtkLabel     *text;
};

G_DEFINE_FINAL_TYPE (ConveneTemplatePreview, convene_template_preview, ADW_TYPE_PREFERENCES_GROUP)

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ConveneTemplatePreview) self = user_data;
  g_autofree char *subject = NULL;
  g_autofree char *text = convene_engine_preview_template_finish (CONVENE_ENGINE (source), result, &subject, NULL);

  if (text == NULL || self->subject == NULL)
    return;

  adw_action_row_set_subtitle (self->subject, subject);
  gtk_label_set_label (self->text, text);
}

static void
forget_letter (ConveneTemplatePreview *self)
{
  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);
  g_clear_object (&self->writing);
}

static void
convene_template_preview_dispose (GObject *object)
{
  forget_letter (CONVENE_TEMPLATE_PREVIEW (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_TEMPLATE_PREVIEW);

  G_OBJECT_CLASS (convene_template_preview_parent_class)->dispose (object);
}

static void
convene_template_preview_class_init (ConveneTemplatePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_template_preview_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/window/convene-template-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneTemplatePreview, subject);
  gtk_widget_class_bind_template_child (widget_class, ConveneTemplatePreview, text);
}

static void
convene_template_preview_init (ConveneTemplatePreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
convene_template_preview_show (ConveneTemplatePreview *self,
                               ConveneEngine          *engine,
                               const char             *language,
                               const char             *letter,
                               const char             *subject,
                               const char             *text)
{
  g_return_if_fail (CONVENE_IS_TEMPLATE_PREVIEW (self));
  g_return_if_fail (CONVENE_IS_ENGINE (engine));

  forget_letter (self);
  self->writing = g_cancellable_new ();
  convene_engine_preview_template_async (engine, language, letter, subject, text, self->writing, written_cb, g_object_ref (self));
}
