/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-person-place-row.h"

#include <glib/gi18n-lib.h>

#include "convene-names.h"
#include "convene-place-choice.h"
#include "convene-place-question.h"
#include "convene-places.h"
#include "convene-rows.h"
#include "convene-words.h"

struct _ConvenePersonPlaceRow
{
  AdwExpanderRow parent_instance;

  ConveneEngine *engine;
  char          *address;
  GCancellable  *cancellable; /* NULL once the row is gone */
  gboolean       syncing;     /* the database speaks, not the person */
  gboolean       zoom_connected;
  gboolean       asks; /* the place was changed, not the address */

  AdwComboRow     *place;
  GtkWidget       *connect_row;
  AdwEntryRow     *host;
  ConveneErrorRow *error;
};

G_DEFINE_FINAL_TYPE (ConvenePersonPlaceRow, convene_person_place_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  PROP_0,
  PROP_ZOOM_CONNECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_place (ConvenePersonPlaceRow *self)
{
  ConvenePlatform platform = CONVENE_PLATFORM_ZOOM;
  gboolean        has_place = convene_place_choice_get (self->place, &platform);
  /* Translators: a person's mail address and their meeting location */
  g_autofree char *subtitle = has_place ? g_strdup_printf (_ ("%s · %s"), self->address, convene_words_platform (platform)) : g_strdup (self->address);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_widget_set_visible (self->connect_row, has_place && platform == CONVENE_PLATFORM_ZOOM && !self->zoom_connected);
}

static void
set_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(ConvenePersonPlaceRow) self = user_data;
  g_autoptr(GError) error = NULL;
  ConvenePlatform platform;
  gboolean        done = convene_engine_set_place_finish (CONVENE_ENGINE (source), result, &error);

  if (self->cancellable == NULL)
    return;

  convene_error_row_set_message (self->error, done ? NULL : error->message);
  if (done && self->asks && convene_place_choice_get (self->place, &platform))
    convene_place_question_ask (GTK_WIDGET (self), self->engine, self->address, platform, self->cancellable);
}

static void
save (ConvenePersonPlaceRow *self,
      gboolean               asks)
{
  ConvenePlatform  platform = CONVENE_PLACE_NONE;
  g_autofree char *host = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->host))));

  convene_place_choice_get (self->place, &platform);
  self->asks = asks;
  convene_engine_set_place_async (self->engine, self->address, platform, host, NULL, set_cb, g_object_ref (self));
}

static void
chosen_cb (ConvenePersonPlaceRow *self)
{
  if (self->syncing || self->cancellable == NULL)
    return;

  show_place (self);
  save (self, TRUE);
}

static void
host_cb (ConvenePersonPlaceRow *self)
{
  save (self, FALSE);
}

static void
place_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ConvenePersonPlaceRow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *host = NULL;
  ConvenePlatform  platform;
  gboolean         has_platform;

  if (!convene_engine_get_place_finish (CONVENE_ENGINE (source), result, &has_platform, &platform, &host, &error))
    {
      if (self->cancellable != NULL)
        convene_error_row_set_message (self->error, error->message);
      return;
    }
  if (self->cancellable == NULL)
    return;

  self->syncing = TRUE;
  convene_place_choice_select (self->place, has_platform, platform);
  gtk_editable_set_text (GTK_EDITABLE (self->host), host != NULL ? host : "");
  self->syncing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->place), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->host), TRUE);
  show_place (self);
}

static void
convene_person_place_row_dispose (GObject *object)
{
  ConvenePersonPlaceRow *self = CONVENE_PERSON_PLACE_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_person_place_row_parent_class)->dispose (object);
}

static void
convene_person_place_row_finalize (GObject *object)
{
  g_clear_pointer (&CONVENE_PERSON_PLACE_ROW (object)->address, g_free);

  G_OBJECT_CLASS (convene_person_place_row_parent_class)->finalize (object);
}

static void
convene_person_place_row_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  ConvenePersonPlaceRow *self = CONVENE_PERSON_PLACE_ROW (object);

  switch (prop_id)
    {
    case PROP_ZOOM_CONNECTED:
      g_value_set_boolean (value, self->zoom_connected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_person_place_row_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  ConvenePersonPlaceRow *self = CONVENE_PERSON_PLACE_ROW (object);

  switch (prop_id)
    {
    case PROP_ZOOM_CONNECTED:
      self->zoom_connected = g_value_get_boolean (value);
      show_place (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_person_place_row_class_init (ConvenePersonPlaceRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_person_place_row_dispose;
  object_class->finalize = convene_person_place_row_finalize;
  object_class->get_property = convene_person_place_row_get_property;
  object_class->set_property = convene_person_place_row_set_property;

  properties[PROP_ZOOM_CONNECTED] = g_param_spec_boolean ("zoom-connected", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CONVENE_TYPE_ERROR_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/window/convene-person-place-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ConvenePersonPlaceRow, place);
  gtk_widget_class_bind_template_child (widget_class, ConvenePersonPlaceRow, connect_row);
  gtk_widget_class_bind_template_child (widget_class, ConvenePersonPlaceRow, host);
  gtk_widget_class_bind_template_child (widget_class, ConvenePersonPlaceRow, error);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, host_cb);
}

static void
convene_person_place_row_init (ConvenePersonPlaceRow *self)
{
  self->zoom_connected = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Translators: where somebody's interviews take place who has no location of their own */
  convene_place_choice_fill (self->place, _ ("Your default"));
}

GtkWidget *
convene_person_place_row_new (ConveneEngine      *engine,
                              ConveneParticipant *person)
{
  ConvenePersonPlaceRow *self;
  const char            *name;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (CONVENE_IS_PARTICIPANT (person), NULL);

  self = g_object_new (CONVENE_TYPE_PERSON_PLACE_ROW, NULL);
  self->engine = g_object_ref (engine);
  self->address = g_strdup (convene_participant_get_address (person));
  self->cancellable = g_cancellable_new ();
  name = convene_participant_get_name (person);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name != NULL && *name != '\0' ? name : self->address);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
  show_place (self);
  convene_name_parts (GTK_WIDGET (self));
  convene_engine_get_place_async (engine, self->address, self->cancellable, place_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
