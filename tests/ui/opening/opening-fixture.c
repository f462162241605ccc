/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "opening-fixture.h"

#include <string.h>

gboolean
opening_says (GtkWidget  *widget,
              const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (opening_says (child, text))
      return TRUE;

  return FALSE;
}

void
opening_wait_for (GtkWidget  *widget,
                  const char *text)
{
  while (!opening_says (widget, text))
    g_main_context_iteration (NULL, TRUE);
}

GtkWidget *
opening_find_button (GtkWidget  *widget,
                     const char *label)
{
  GtkWidget *found = ui_find_named (widget, GTK_TYPE_BUTTON, label);

  return found != NULL && gtk_widget_get_mapped (found) ? found : NULL;
}

static void
show_interview_cb (GSimpleAction *action,
                   GVariant      *target,
                   gpointer       user_data)
{
}

void
opening_add_actions (GtkWindow *window)
{
  const GActionEntry entries[] = { { .name = "show-interview", .activate = show_interview_cb, .parameter_type = "s" } };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "app", G_ACTION_GROUP (group));
}

static ConveneClaimPerson
make_person (const char *name,
             const char *address)
{
  return (ConveneClaimPerson){ .name = (char *) name, .address = (char *) address, .known_response = TRUE, .response = CONVENE_RESPONSE_ACCEPTED };
}

ConveneClaim *
opening_make_claim (ConveneClaimKind  kind,
                    ConveneInterview *interview)
{
  static const char *const methods[] = { "REPLY", "REQUEST", "CANCEL", "COUNTER", "PUBLISH" };
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) convene_claim_person_free);
  ConveneClaimPerson ada = make_person ("Ada <b>Example</b>", "ada.example@example.com");
  ConveneClaimPerson organizer = make_person ("Rita Recruiter", "recruiter@example.com");
  gint64             start = convene_moment_get_instant (convene_interview_get_start (interview)) + (kind == CONVENE_CLAIM_KIND_COUNTER ? 2 * CONVENE_HOUR : 0);

  g_ptr_array_add (people, convene_claim_person_copy (&ada));
  return convene_claim_new (&(ConveneClaimFacts){
      .kind = kind,
      .method = methods[kind],
      .uid = convene_interview_get_uid (interview),
      .made_at = UI_FIXTURE_NOW - 5 * CONVENE_MINUTE,
      .time_kind = CONVENE_CLAIM_TIME_KNOWN,
      .start = start,
      .end = start + 45 * CONVENE_MINUTE,
      .zone = "America/Mexico_City",
      .summary = "Interview: <i>Staff Engineer</i> & friends",
      .comment = "I will be there.\n<b>Really.</b>",
      .organizer = &organizer,
      .people = people,
  });
}
