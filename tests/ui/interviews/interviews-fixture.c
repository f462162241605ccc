/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "interviews-fixture.h"

#include "convene-interview-query.h"

typedef struct
{
  const char     *candidate;
  const char     *job;
  const char     *wall;
  ConvenePlatform platform;
  ConveneStatus   status;
  int             meeting;
} Sample;

#define ZOOM CONVENE_PLATFORM_ZOOM
#define LIVE CONVENE_MEETING_STATE_LIVE
#define FAILED CONVENE_MEETING_STATE_FAILED
#define SCHEDULED CONVENE_STATUS_SCHEDULED

static const Sample samples[INTERVIEWS_N] = {
  { "Ada Example", "Staff Engineer", "2026-12-01 10:00", ZOOM, SCHEDULED, LIVE },
  { "Bo Sample", "Designer", "2026-12-01 14:00", CONVENE_PLATFORM_PHONE, SCHEDULED, -1 },
  { "Chiara Castillo-Fernández de la Vega", "Product Manager", "2026-12-01 15:30", ZOOM, SCHEDULED, FAILED },
  { "Dmitri Eriksson", "Nurse", "2026-12-01 17:00", CONVENE_PLATFORM_IN_PERSON, CONVENE_STATUS_CANCELLED, -1 },
  { "Elif Nakamura", "Chef", "2026-12-01 18:00", CONVENE_PLATFORM_TEAMS, CONVENE_STATUS_PROPOSED, -1 },
  { "Fátima García", "Staff Engineer", "2026-12-03 09:30", CONVENE_PLATFORM_PHONE, SCHEDULED, -1 },
  { "Grace Okafor", "Designer", "2026-12-03 11:00", CONVENE_PLATFORM_LINK, SCHEDULED, -1 },
  { "Hiroshi Tanaka", "Accountant", "2026-12-09 11:00", CONVENE_PLATFORM_PHONE, CONVENE_STATUS_PROPOSED, -1 },
  { "Ines Moreau", "Translator", "2026-12-10 08:15", ZOOM, SCHEDULED, LIVE },
  { "Kwame Abara", "Art Director", "2026-12-24 10:00", CONVENE_PLATFORM_GOOGLE_MEET, SCHEDULED, -1 },
  { "Lucía Rossi", "Chef", "2027-01-05 10:00", ZOOM, SCHEDULED, LIVE },
  { "Zoë Quist", "Staff Engineer", "2026-11-02 10:00", ZOOM, CONVENE_STATUS_COMPLETED, LIVE },
};

static void
asked_cb (GSimpleAction *action,
          GVariant      *target,
          gpointer       user_data)
{
  Interviews      *self = user_data;
  g_autofree char *words = NULL;

  if (target != NULL)
    words = g_variant_is_of_type (target, G_VARIANT_TYPE_STRING) ? g_variant_dup_string (target, NULL) : g_variant_print (target, FALSE);
  g_free (self->asked);
  self->asked = g_strjoin (words != NULL ? " " : NULL, g_action_get_name (G_ACTION (action)), words, NULL);
}

static void
back_cb (GSimpleAction *action,
         GVariant      *target,
         gpointer       user_data)
{
  Interviews *self = user_data;

  convene_interviews_page_back (self->page);
}

static void
add_action (Interviews         *self,
            GSimpleActionGroup *group,
            const char         *name,
            const char         *type,
            GCallback           callback)
{
  g_autoptr(GVariantType) parameter = type != NULL ? g_variant_type_new (type) : NULL;
  g_autoptr(GSimpleAction) action = g_simple_action_new (name, parameter);

  g_signal_connect (action, "activate", callback, self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

static void
add_actions (Interviews *self)
{
  static const char *const of_one[] = { "reschedule", "edit", "cancel-interview", "fix", "join", "resend", "show-interview" };
  g_autoptr(GSimpleActionGroup) win = g_simple_action_group_new ();

  self->app = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (of_one); i++)
    add_action (self, self->app, of_one[i], "s", G_CALLBACK (asked_cb));
  add_action (self, self->app, "mark", "(ss)", G_CALLBACK (asked_cb));
  add_action (self, self->app, "schedule", NULL, G_CALLBACK (asked_cb));
  add_action (self, win, "back", NULL, G_CALLBACK (back_cb));
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "app", G_ACTION_GROUP (self->app));
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "win", G_ACTION_GROUP (win));
}

static void
add_sample (UiFixture    *ui,
            const Sample *sample)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_make_interview (sample->candidate, sample->job, sample->wall, "UTC", 45, sample->platform);

  convene_interview_set_status (interview, sample->status);
  ui_fixture_put (ui, interview, sample->meeting);
}

static Interviews *
new_over (UiFixture *ui)
{
  Interviews *self = g_new0 (Interviews, 1);

  self->ui = ui;
  self->filter = convene_filter_new ();
  return self;
}

Interviews *
interviews_new_empty (void)
{
  return new_over (ui_fixture_new ());
}

Interviews *
interviews_new_in (const char *folder)
{
  return new_over (ui_fixture_new_in (folder));
}

void
interviews_show (Interviews *self,
                 int         width,
                 int         height)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->page = CONVENE_INTERVIEWS_PAGE (convene_interviews_page_new ());
  g_object_set (self->page, "narrow", width < 720, "vexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), GTK_WIDGET (self->page));
  self->window = ui_present (outer, width, height);
  add_actions (self);
  g_object_set (self->page, "filter", self->filter, "engine", self->ui->engine, NULL);
  interviews_wait (self);
}

Interviews *
interviews_new (int width,
                int height)
{
  Interviews *self = interviews_new_empty ();

  for (guint i = 0; i < INTERVIEWS_N; i++)
    add_sample (self->ui, &samples[i]);
  interviews_show (self, width, height);
  return self;
}

void
interviews_free (Interviews *self)
{
  if (self->window != NULL)
    ui_destroy (self->window, GTK_WIDGET (self->page));
  g_clear_object (&self->app);
  g_assert_finalize_object (self->filter);
  ui_fixture_free (self->ui);
  g_free (self->asked);
  g_free (self);
}

GtkWidget *
interviews_child (Interviews *self,
                  const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self->page), CONVENE_TYPE_INTERVIEWS_PAGE, name));
}

ConveneInterviewList *
interviews_list (Interviews *self)
{
  return CONVENE_INTERVIEW_LIST (interviews_child (self, "list"));
}

/* The list's selection shows it whole. */
static GListModel *
get_model (Interviews *self)
{
  return G_LIST_MODEL (convene_interview_list_get_selection (interviews_list (self)));
}

const char *
interviews_state (Interviews *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (interviews_child (self, "stack")));
}

static gboolean
is_there (gpointer user_data)
{
  Interviews *self = user_data;
  GListModel *model = get_model (self);

  if (model == NULL || !convene_interview_query_get_loaded (convene_interview_list_get_query (interviews_list (self))))
    return FALSE;

  for (guint i = 0; i < MIN (30, g_list_model_get_n_items (model)); i++)
    {
      g_autoptr(ConveneInterviewItem) item = g_list_model_get_item (model, i);

      if (convene_interview_item_get_entry (item) == NULL)
        return FALSE;
    }

  return TRUE;
}

void
interviews_wait (Interviews *self)
{
  ui_fixture_run_until (self->ui, is_there, self);
  ui_wait_frame (GTK_WIDGET (self->window));
}

char *
interviews_dup_names (Interviews *self)
{
  GListModel *model = get_model (self);
  GString    *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(ConveneInterviewItem) item = g_list_model_get_item (model, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", convene_calendar_entry_get_candidate (convene_interview_item_get_entry (item)));
    }

  return g_string_free (names, FALSE);
}

char *
interviews_dup_uid (Interviews *self,
                    const char *candidate)
{
  GListModel *model = get_model (self);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(ConveneInterviewItem) item = g_list_model_get_item (model, i);
      ConveneCalendarEntry *entry = convene_interview_item_get_entry (item);

      if (g_str_equal (convene_calendar_entry_get_candidate (entry), candidate))
        return g_strdup (convene_calendar_entry_get_uid (entry));
    }

  g_error ("There is no interview of %s", candidate);
}

void
interviews_choose (Interviews *self,
                   guint       position,
                   gboolean    besides)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_model (self)), position, !besides);
}
