/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-place-hint.h"

#include <glib/gi18n-lib.h>

#include "convene-draft-private.h"
#include "convene-manager-place.h"
#include "convene-places.h"
#include "convene-reload.h"
#include "convene-toast.h"
#include "convene-words.h"

struct _ConvenePlaceHint
{
  AdwActionRow parent_instance;

  GtkImage  *icon;
  GtkButton *use;

  ConveneEngine  *engine;
  ConveneDraft   *draft;
  ConveneReload  *reload;
  ConvenePlatform place; /* the hiring manager's, or CONVENE_PLACE_NONE */
  gboolean        stale; /* something changed while nobody looked */
};

G_DEFINE_FINAL_TYPE (ConvenePlaceHint, convene_place_hint, ADW_TYPE_ACTION_ROW)

static char *
dup_sentence (ConvenePlatform platform,
              const char     *manager)
{
  /* Translators, here and below: %s is the name of the hiring manager, or their address */
  switch (platform)
    {
    case CONVENE_PLATFORM_ZOOM:
      return g_strdup_printf (_("%s’s interviews take place on Zoom"), manager);
    case CONVENE_PLATFORM_GOOGLE_MEET:
      return g_strdup_printf (_("%s’s interviews take place on Google Meet"), manager);
    case CONVENE_PLATFORM_TEAMS:
      return g_strdup_printf (_("%s’s interviews take place on Microsoft Teams"), manager);
    case CONVENE_PLATFORM_LINK:
      return g_strdup_printf (_("%s’s interviews take place at a link of their own"), manager);
    case CONVENE_PLATFORM_PHONE:
      return g_strdup_printf (_("%s’s interviews take place by phone"), manager);
    case CONVENE_PLATFORM_IN_PERSON:
    default:
      return g_strdup_printf (_("%s’s interviews take place in person"), manager);
    }
}

/* What is typed, as far as it can be read: one who is half typed is nobody yet. */
static ConveneInterview *
make_probe (ConvenePlaceHint *self)
{
  ConveneInterview *probe = convene_interview_new ();

  convene_draft_apply_job (self->draft, probe);
  convene_draft_apply_hiring_manager (self->draft, probe, NULL);
  return probe;
}

static void
put_into_words (ConvenePlaceHint   *self,
                ConveneParticipant *manager)
{
  const char      *name = convene_participant_get_name (manager);
  g_autofree char *title = dup_sentence (self->place, name != NULL && *name != '\0' ? name : convene_participant_get_address (manager));
  /* Translators: a button's name; %s is what is used, such as "Phone" */
  g_autofree char *action = g_strdup_printf (_("Use It: %s"), convene_words_platform (self->place));

  g_object_set (self, "title", title, NULL);
  gtk_image_set_from_icon_name (self->icon, convene_words_platform_icon (self->place));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->use), GTK_ACCESSIBLE_PROPERTY_LABEL, action, -1);
}

static void
show_place (ConvenePlaceHint *self)
{
  g_autoptr(ConveneInterview) probe = make_probe (self);
  ConveneParticipant *manager = convene_interview_get_hiring_manager (probe);
  int                 platform;
  gboolean            shown;

  g_object_get (self->draft, "platform", &platform, NULL);
  shown = manager != NULL && self->place != CONVENE_PLACE_NONE && (int) self->place != platform;
  if (shown)
    put_into_words (self, manager);
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  ConvenePlatform place = convene_manager_place_find_finish (result, NULL);
  g_autoptr(ConvenePlaceHint) self = convene_reload_finish (user_data);

  if (self == NULL)
    return;

  self->place = place;
  show_place (self);
}

static void
read_place (gpointer      owner,
            GCancellable *cancellable)
{
  ConvenePlaceHint *self = owner;
  g_autoptr(ConveneInterview) probe = make_probe (self);
  ConveneParticipant *manager = convene_interview_get_hiring_manager (probe);
  const char         *job = convene_interview_get_job (probe);
  const char         *address = manager != NULL ? convene_participant_get_address (manager) : "";

  self->stale = FALSE;
  convene_manager_place_find_async (self->engine, job != NULL ? job : "", address, cancellable, found_cb, convene_reload_get_ticket (self->reload));
}

/* A newer question makes the older one's answer needless. */
static void
ask (ConvenePlaceHint *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  self->stale = TRUE;
  if (parent == NULL || !gtk_widget_get_mapped (parent))
    return;

  convene_reload_drop (self->reload);
  convene_reload_ask (self->reload);
}

/* What holds for one job and its hiring manager is not said of another. */
static void
typed_cb (ConvenePlaceHint *self)
{
  self->place = CONVENE_PLACE_NONE;
  show_place (self);
  ask (self);
}

static void
map_cb (ConvenePlaceHint *self)
{
  if (self->reload != NULL && self->stale)
    ask (self);
}

/* The button goes with its row: the focus goes on before it. What was changed stands in another step, so it is said. */
static void
use_cb (ConvenePlaceHint *self)
{
  /* Translators: Setup is the wizard’s first step; %s is such as "Phone" */
  g_autofree char *text = g_strdup_printf (_("Changed in Setup: %s"), convene_words_platform (self->place));

  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
  g_object_set (self->draft, "platform", (int) self->place, NULL);
  convene_toast (GTK_WIDGET (self), text);
}

static void
convene_place_hint_dispose (GObject *object)
{
  ConvenePlaceHint *self = CONVENE_PLACE_HINT (object);

  if (self->draft != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->engine, self);
      g_signal_handlers_disconnect_by_data (self->draft, self);
    }
  g_clear_pointer (&self->reload, convene_reload_free);
  g_clear_object (&self->engine);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (convene_place_hint_parent_class)->dispose (object);
}

static void
convene_place_hint_class_init (ConvenePlaceHintClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_place_hint_dispose;
}

/* A row that takes no markup has to know so before it has words. */
static void
convene_place_hint_init (ConvenePlaceHint *self)
{
  self->place = CONVENE_PLACE_NONE;
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->use = g_object_new (GTK_TYPE_BUTTON, "label", _("_Use It"), "use-underline", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  g_object_set (self, "use-markup", FALSE, "title-lines", 0, "visible", FALSE, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->use));
  g_signal_connect_object (self->use, "clicked", G_CALLBACK (use_cb), self, G_CONNECT_SWAPPED);
}

void
convene_place_hint_follow (ConvenePlaceHint *self,
                           ConveneEngine    *engine,
                           ConveneDraft     *draft)
{
  g_return_if_fail (CONVENE_IS_PLACE_HINT (self));
  g_return_if_fail (self->reload == NULL);

  self->engine = g_object_ref (engine);
  self->draft = g_object_ref (draft);
  self->reload = convene_reload_new (self, read_place);
  g_signal_connect_object (engine, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::hiring-manager-address", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::job", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::hiring-manager-name", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::platform", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_parent (GTK_WIDGET (self)), "map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
  ask (self);
}
