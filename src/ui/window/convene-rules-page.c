/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-rules-page.h"

#include <glib/gi18n-lib.h>

#include "convene-engine-directory.h"
#include "convene-preferences.h"
#include "convene-reload.h"
#include "convene-reminders-row.h"
#include "convene-toast.h"

struct _ConveneRulesPage
{
  AdwPreferencesPage parent_instance;

  ConveneEngine *engine;
  ConveneReload *reload;
  gboolean       syncing; /* the database speaks, not the person */
  GArray        *befores; /* of int: the minutes that `notify` offers */

  AdwComboRow         *link_policy;
  GtkSwitch           *password;
  ConveneRemindersRow *reminders;
  AdwComboRow         *notify;
  GtkSpinButton       *reserve;
  GtkSwitch           *deletes;
  GtkSwitch           *hold;
  GtkSwitch           *background;
};

G_DEFINE_FINAL_TYPE (ConveneRulesPage, convene_rules_page, ADW_TYPE_PREFERENCES_PAGE)

/* In the order of the row's choices. */
static const ConveneLinkPolicy policies[] = { CONVENE_LINK_POLICY_KEEP, CONVENE_LINK_POLICY_NEW, CONVENE_LINK_POLICY_SHARE };
static const char *const       policy_values[] = { "keep", "new", "share" };

static const int usual_befores[] = { 0, 5, 10, 15, 30, 60 };

static void
adjusted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(ConveneRulesPage) self = user_data;
  g_autoptr(GError) error = NULL;

  if (convene_scheduler_adjust_reminders_finish (CONVENE_SCHEDULER (source), result, &error) < 0 && self->engine != NULL)
    convene_toast (GTK_WIDGET (self), error->message);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ConveneRulesPage) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!convene_engine_set_preference_finish (CONVENE_ENGINE (source), result, &error) && self->engine != NULL)
    convene_toast (GTK_WIDGET (self), error->message);
}

/* Those that wait already are what was chosen now. */
static void
reminders_written_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(ConveneRulesPage) self = user_data;
  ConveneEngine *engine = CONVENE_ENGINE (source);
  g_autoptr(GError) error = NULL;

  if (convene_engine_set_preference_finish (engine, result, &error))
    convene_scheduler_adjust_reminders_async (convene_engine_get_scheduler (engine), NULL, adjusted_cb, g_object_ref (self));
  else if (self->engine != NULL)
    convene_toast (GTK_WIDGET (self), error->message);
}

static void
write_value (ConveneRulesPage   *self,
             const char         *key,
             const char         *value,
             GAsyncReadyCallback callback)
{
  if (self->syncing || self->engine == NULL)
    return;

  /* What was read before it was chosen is no longer so. */
  convene_reload_drop (self->reload);
  convene_engine_set_preference_async (self->engine, key, value, NULL, callback, g_object_ref (self));
}

static void
policy_chosen_cb (ConveneRulesPage *self)
{
  guint selected = adw_combo_row_get_selected (self->link_policy);

  if (selected < G_N_ELEMENTS (policy_values))
    write_value (self, CONVENE_PREFERENCE_LINK_POLICY, policy_values[selected], written_cb);
}

static void
reminders_chosen_cb (ConveneRulesPage *self)
{
  g_autofree char *value = convene_reminders_row_dup_value (self->reminders);

  write_value (self, CONVENE_PREFERENCE_REMINDERS, value, reminders_written_cb);
}

static void
notify_chosen_cb (ConveneRulesPage *self)
{
  guint            selected = adw_combo_row_get_selected (self->notify);
  g_autofree char *value = NULL;

  if (selected >= self->befores->len)
    return;

  value = g_strdup_printf ("%d", g_array_index (self->befores, int, selected));
  write_value (self, CONVENE_PREFERENCE_NOTIFY, value, written_cb);
}

static void
reserve_chosen_cb (ConveneRulesPage *self)
{
  g_autofree char *value = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (self->reserve));

  write_value (self, CONVENE_PREFERENCE_QUOTA_RESERVE, value, written_cb);
}

static void
switched_cb (ConveneRulesPage *self,
             GParamSpec       *pspec,
             GtkSwitch        *which)
{
  gboolean on = gtk_switch_get_active (which);

  if (which == self->password)
    write_value (self, CONVENE_PREFERENCE_PASSWORD, on ? "unless-in-link" : "always", written_cb);
  else if (which == self->deletes)
    write_value (self, CONVENE_PREFERENCE_QUOTA_DELETES, on ? "count" : "ignore", written_cb);
  else if (which == self->hold)
    write_value (self, CONVENE_PREFERENCE_QUOTA_HOLD, on ? "hold" : "send", written_cb);
  else
    write_value (self, CONVENE_PREFERENCE_BACKGROUND, on ? "on" : "off", written_cb);
}

static void
show_policy (ConveneRulesPage *self,
             ConveneLinkPolicy policy)
{
  for (guint i = 0; i < G_N_ELEMENTS (policies); i++)
    if (policies[i] == policy)
      adw_combo_row_set_selected (self->link_policy, i);
}

static guint
find_before (ConveneRulesPage *self,
             int               minutes)
{
  guint at = 0;

  while (at < self->befores->len && g_array_index (self->befores, int, at) != minutes)
    at++;
  return at;
}

static void
add_before (ConveneRulesPage *self,
            int               minutes)
{
  GtkStringList   *words = GTK_STRING_LIST (adw_combo_row_get_model (self->notify));
  g_autofree char *time = convene_reminders_row_word_time (minutes);
  g_autofree char *before = NULL;

  /* Translators: %s is how long: "1 day before" */
  before = g_strdup_printf (_("%s before"), time);
  gtk_string_list_append (words, minutes == 0 ? C_("notification", "Never") : before);
  g_array_append_val (self->befores, minutes);
}

static void
show_before (ConveneRulesPage *self,
             int               minutes)
{
  if (find_before (self, minutes) == self->befores->len)
    add_before (self, minutes);
  adw_combo_row_set_selected (self->notify, find_before (self, minutes));
}

static void
show (ConveneRulesPage         *self,
      const ConvenePreferences *preferences)
{
  self->syncing = TRUE;
  show_policy (self, preferences->link_policy);
  gtk_switch_set_active (self->password, preferences->password_unless_in_link);
  convene_reminders_row_show (self->reminders, preferences->reminders);
  show_before (self, preferences->notify_before);
  gtk_spin_button_set_value (self->reserve, preferences->quota_reserve);
  gtk_switch_set_active (self->deletes, preferences->deletes_count);
  gtk_switch_set_active (self->hold, preferences->hold_for_quota);
  gtk_switch_set_active (self->background, preferences->background);
  self->syncing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePreferences) preferences = convene_engine_read_preferences_finish (CONVENE_ENGINE (source), result, &error);
  g_autoptr(ConveneRulesPage) self = convene_reload_finish (user_data);

  if (self == NULL)
    return;
  if (preferences != NULL)
    show (self, preferences);
  else
    convene_toast (GTK_WIDGET (self), error->message);
}

static void
read_preferences (gpointer      owner,
                  GCancellable *cancellable)
{
  ConveneRulesPage *self = owner;

  convene_engine_read_preferences_async (self->engine, cancellable, read_cb, convene_reload_get_ticket (self->reload));
}

static void
changed_cb (ConveneRulesPage *self)
{
  convene_reload_ask (self->reload);
}

static void
convene_rules_page_dispose (GObject *object)
{
  ConveneRulesPage *self = CONVENE_RULES_PAGE (object);

  if (self->engine != NULL)
    g_signal_handlers_disconnect_by_data (self->engine, self);
  g_clear_pointer (&self->reload, convene_reload_free);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_rules_page_parent_class)->dispose (object);
}

static void
convene_rules_page_finalize (GObject *object)
{
  g_array_unref (CONVENE_RULES_PAGE (object)->befores);

  G_OBJECT_CLASS (convene_rules_page_parent_class)->finalize (object);
}

static void
convene_rules_page_class_init (ConveneRulesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_rules_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = convene_rules_page_finalize;

  g_type_ensure (CONVENE_TYPE_REMINDERS_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/window/convene-rules-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneRulesPage, link_policy);
  gtk_widget_class_bind_template_child (widget_class, ConveneRulesPage, password);
  gtk_widget_class_bind_template_child (widget_class, ConveneRulesPage, reminders);
  gtk_widget_class_bind_template_child (widget_class, ConveneRulesPage, notify);
  gtk_widget_class_bind_template_child (widget_class, ConveneRulesPage, reserve);
  gtk_widget_class_bind_template_child (widget_class, ConveneRulesPage, deletes);
  gtk_widget_class_bind_template_child (widget_class, ConveneRulesPage, hold);
  gtk_widget_class_bind_template_child (widget_class, ConveneRulesPage, background);
  gtk_widget_class_bind_template_callback (widget_class, policy_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, reminders_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, notify_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, reserve_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
}

static void
convene_rules_page_init (ConveneRulesPage *self)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  self->befores = g_array_new (FALSE, FALSE, sizeof (int));
  self->syncing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->notify, G_LIST_MODEL (words));
  for (guint i = 0; i < G_N_ELEMENTS (usual_befores); i++)
    add_before (self, usual_befores[i]);
  self->syncing = FALSE;

  /* Until it is known what is kept. */
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
}

void
convene_rules_page_set_engine (ConveneRulesPage *self,
                               ConveneEngine    *engine)
{
  g_return_if_fail (CONVENE_IS_RULES_PAGE (self));
  g_return_if_fail (CONVENE_IS_ENGINE (engine));
  g_return_if_fail (self->engine == NULL);

  self->engine = g_object_ref (engine);
  self->reload = convene_reload_new (self, read_preferences);
  g_signal_connect_object (engine, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  convene_reload_ask (self->reload);
}
