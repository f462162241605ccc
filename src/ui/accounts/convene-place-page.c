/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-place-page.h"

#include <glib/gi18n-lib.h>

#include "convene-connect-form.h"
#include "convene-focus.h"
#include "convene-names.h"
#include "convene-places.h"
#include "convene-words.h"

/* What can be chosen: each but Zoom, and Zoom last, for who connects another account soon. */
static const ConvenePlatform places[] = {
  CONVENE_PLATFORM_LINK,
  CONVENE_PLATFORM_GOOGLE_MEET,
  CONVENE_PLATFORM_TEAMS,
  CONVENE_PLATFORM_PHONE,
  CONVENE_PLATFORM_IN_PERSON,
  CONVENE_PLATFORM_ZOOM,
};

struct _ConvenePlacePage
{
  GtkWidget parent_instance;

  ConveneEngine *engine; /* since it was prepared */
  char         **titles; /* of the jobs that say Zoom, or NULL */
  GCancellable  *cancellable;

  ConveneConnectForm *form; /* NULL once the page is gone */
  AdwComboRow        *place;
  GtkWidget          *jobs_row;
  GtkSwitch          *jobs;
};

static gboolean
can_reconnect (ConveneConnectPage *page,
               ConveneAccount     *account)
{
  return FALSE;
}

static void
leave (ConveneConnectPage *page)
{
  ConvenePlacePage *self = CONVENE_PLACE_PAGE (page);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  convene_connect_form_reset (self->form);
}

static void
show_jobs (ConvenePlacePage *self)
{
  guint            n = self->titles != NULL ? g_strv_length (self->titles) : 0;
  g_autofree char *title = g_strdup_printf (ngettext ("Also for %d job that says Zoom", "Also for %d jobs that say Zoom", n), n);
  g_autofree char *list = n > 0 ? g_strjoinv (", ", self->titles) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->jobs_row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->jobs_row), list != NULL ? list : "");
  gtk_widget_set_visible (self->jobs_row, n > 0);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConvenePlacePage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) jobs = convene_engine_list_other_places_finish (CONVENE_ENGINE (source), result, &error);
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();

  if (self->form == NULL || jobs == NULL)
    return;

  for (guint i = 0; i < jobs->len; i++)
    if (convene_job_get_platform (g_ptr_array_index (jobs, i)) == CONVENE_PLATFORM_ZOOM)
      g_strv_builder_add (titles, convene_job_get_title (g_ptr_array_index (jobs, i)));
  g_strfreev (self->titles);
  self->titles = g_strv_builder_end (titles);
  show_jobs (self);
}

static void
prepare (ConveneConnectPage *page,
         ConveneEngine      *engine,
         ConveneAccount     *account)
{
  ConvenePlacePage *self = CONVENE_PLACE_PAGE (page);

  g_set_object (&self->engine, engine);
  leave (page);
  adw_combo_row_set_selected (self->place, 0);
  g_clear_pointer (&self->titles, g_strfreev);
  show_jobs (self);
  self->cancellable = g_cancellable_new ();
  convene_engine_list_other_places_async (engine, places[0], self->cancellable, listed_cb, g_object_ref (self));
}

static void
connect_page_iface_init (ConveneConnectPageInterface *iface)
{
  iface->can_reconnect = can_reconnect;
  iface->prepare = prepare;
  iface->leave = leave;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConvenePlacePage, convene_place_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_CONNECT_PAGE, connect_page_iface_init))

static void
end (ConvenePlacePage *self,
     const GError     *error)
{
  if (self->form == NULL)
    return;

  convene_connect_form_end (self->form, error);
  if (error == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "accounts.back", NULL);
}

static void
jobs_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ConvenePlacePage) self = user_data;
  g_autoptr(GError) error = NULL;

  convene_engine_set_jobs_platform_finish (CONVENE_ENGINE (source), result, &error);
  end (self, error);
}

static ConvenePlatform
get_place (ConvenePlacePage *self)
{
  return places[MIN (adw_combo_row_get_selected (self->place), G_N_ELEMENTS (places) - 1)];
}

static void
set_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(ConvenePlacePage) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean done = convene_engine_set_place_finish (CONVENE_ENGINE (source), result, &error);

  if (done && self->form != NULL && self->titles != NULL && *self->titles != NULL && gtk_switch_get_active (self->jobs))
    convene_engine_set_jobs_platform_async (CONVENE_ENGINE (source), (const char *const *) self->titles, get_place (self), NULL, jobs_cb, g_object_ref (self));
  else
    end (self, error);
}

static void
submitted_cb (ConvenePlacePage *self)
{
  convene_engine_set_place_async (self->engine, NULL, get_place (self), NULL, convene_connect_form_begin (self->form), set_cb, g_object_ref (self));
}

static gboolean
convene_place_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CONVENE_PLACE_PAGE (widget)->place));
}

static void
convene_place_page_dispose (GObject *object)
{
  ConvenePlacePage *self = CONVENE_PLACE_PAGE (object);

  if (self->form != NULL)
    leave (CONVENE_CONNECT_PAGE (self));
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_PLACE_PAGE);
  self->form = NULL;
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_place_page_parent_class)->dispose (object);
}

static void
convene_place_page_finalize (GObject *object)
{
  g_clear_pointer (&CONVENE_PLACE_PAGE (object)->titles, g_strfreev);

  G_OBJECT_CLASS (convene_place_page_parent_class)->finalize (object);
}

static void
convene_place_page_class_init (ConvenePlacePageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_place_page_dispose;
  object_class->finalize = convene_place_page_finalize;
  widget_class->focus = convene_focus_child;
  widget_class->grab_focus = convene_place_page_grab_focus;

  g_type_ensure (CONVENE_TYPE_CONNECT_FORM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/accounts/convene-place-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ConvenePlacePage, form);
  gtk_widget_class_bind_template_child (widget_class, ConvenePlacePage, place);
  gtk_widget_class_bind_template_child (widget_class, ConvenePlacePage, jobs_row);
  gtk_widget_class_bind_template_child (widget_class, ConvenePlacePage, jobs);
  gtk_widget_class_bind_template_callback (widget_class, submitted_cb);
}

static void
convene_place_page_init (ConvenePlacePage *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  convene_name_parts (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    gtk_string_list_append (names, convene_words_platform (places[i]));
  adw_combo_row_set_model (self->place, G_LIST_MODEL (names));
}
