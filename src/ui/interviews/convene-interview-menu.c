/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview-menu.h"

#include <glib/gi18n-lib.h>

#include "convene-words.h"

static void
add (GMenu      *section,
     const char *label,
     const char *action,
     GVariant   *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (section, item);
}

static void
add_for (GMenu                *section,
         const char           *label,
         const char           *action,
         ConveneCalendarEntry *entry)
{
  add (section, label, action, g_variant_new_string (convene_calendar_entry_get_uid (entry)));
}

static void
add_section (GMenu *menu,
             GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static GMenu *
list_changes (ConveneCalendarEntry *entry)
{
  GMenu *section = g_menu_new ();

  add_for (section, _("_Reschedule…"), "app.reschedule", entry);
  add_for (section, _("_Edit…"), "app.edit", entry);
  if (convene_calendar_entry_get_status (entry) == CONVENE_STATUS_SCHEDULED && !convene_calendar_entry_get_foreign (entry))
    add_for (section, _("Send Invitation _Again"), "app.resend", entry);
  return section;
}

static gboolean
is_marked (ConveneStatus status)
{
  return status == CONVENE_STATUS_COMPLETED || status == CONVENE_STATUS_NO_SHOW;
}

/* What became of one that has begun; see convene_interview_can_mark (). */
static GMenu *
list_marks (ConveneCalendarEntry *entry,
            ConveneStatus         status,
            gint64                now)
{
  GMenu      *section = g_menu_new ();
  const char *uid = convene_calendar_entry_get_uid (entry);
  gboolean    begun = convene_calendar_entry_get_start (entry) <= now && (status == CONVENE_STATUS_SCHEDULED || is_marked (status));

  if (begun && status != CONVENE_STATUS_COMPLETED)
    add (section, _("Mark as _Completed"), "app.mark", g_variant_new ("(ss)", uid, "completed"));
  if (begun && status != CONVENE_STATUS_NO_SHOW)
    add (section, _("Mark as _No-Show"), "app.mark", g_variant_new ("(ss)", uid, "no-show"));
  if (is_marked (status))
    add (section, _("_Back to Scheduled"), "app.mark", g_variant_new ("(ss)", uid, "scheduled"));
  return section;
}

GMenuModel *
convene_interview_menu_new (ConveneCalendarEntry *entry,
                            gint64                now)
{
  GMenu        *menu = g_menu_new ();
  GMenu        *first = g_menu_new ();
  GMenu        *last = g_menu_new ();
  ConveneStatus status;
  gboolean      over;

  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (entry), NULL);

  status = convene_calendar_entry_get_status (entry);
  over = convene_calendar_entry_get_end (entry) <= now;
  add_for (first, _("_Open"), "interviews.open", entry);
  if (convene_calendar_entry_get_has_link (entry) && status == CONVENE_STATUS_SCHEDULED && !over)
    add_for (first, convene_words_join (convene_calendar_entry_get_hosted (entry)), "app.join", entry);
  add_section (menu, first);

  if (!over && (status == CONVENE_STATUS_SCHEDULED || status == CONVENE_STATUS_PROPOSED))
    add_section (menu, list_changes (entry));
  add_section (menu, list_marks (entry, status, now));
  add (last, _("E_xport…"), "interviews.export", NULL);
  if (!over && status != CONVENE_STATUS_CANCELLED && !is_marked (status))
    add_for (last, _("_Cancel Interview…"), "app.cancel-interview", entry);
  add_section (menu, last);
  return G_MENU_MODEL (menu);
}

GMenuModel *
convene_interview_menu_new_several (void)
{
  GMenu *menu = g_menu_new ();

  add (menu, _("Send Invitations _Again…"), "interviews.resend", NULL);
  add (menu, _("E_xport…"), "interviews.export", NULL);
  add (menu, _("_Cancel Interviews…"), "interviews.cancel", NULL);
  return G_MENU_MODEL (menu);
}
