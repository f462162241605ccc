/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview-actions.h"

#include <glib/gi18n-lib.h>

#include "convene-details.h"
#include "convene-diagnostics.h"
#include "convene-ics-export.h"
#include "convene-interview-pane-private.h"
#include "convene-toast.h"

/* The interview that is shown, or NULL. */
static ConveneInterview *
get_interview (GtkWidget *widget)
{
  return convene_interview_reader_get_interview (convene_interview_pane_get_reader (CONVENE_INTERVIEW_PANE (widget)));
}

static void
copy (GtkWidget  *widget,
      const char *text,
      const char *toast)
{
  if (text != NULL && *text != '\0')
    convene_copy (widget, text, toast);
}

static void
copy_link (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  ConveneInterview *interview = get_interview (widget);

  if (interview != NULL)
    copy (widget, convene_details_get_link (interview), _("Link copied"));
}

static ConveneMeeting *
get_meeting (GtkWidget *widget)
{
  ConveneInterview *interview = get_interview (widget);

  return interview != NULL ? convene_interview_get_meeting (interview) : NULL;
}

static void
copy_password (GtkWidget  *widget,
               const char *action,
               GVariant   *target)
{
  ConveneMeeting *meeting = get_meeting (widget);

  if (meeting != NULL)
    copy (widget, convene_meeting_get_password (meeting), _("Password copied"));
}

static void
copy_number (GtkWidget  *widget,
             const char *action,
             GVariant   *target)
{
  ConveneMeeting  *meeting = get_meeting (widget);
  g_autofree char *number = meeting != NULL ? convene_details_format_number (convene_meeting_get_number (meeting)) : NULL;

  copy (widget, number, _("Meeting number copied"));
}

static void
copy_location (GtkWidget  *widget,
               const char *action,
               GVariant   *target)
{
  ConveneInterview *interview = get_interview (widget);

  if (interview != NULL)
    copy (widget, convene_interview_get_location (interview),
          convene_interview_get_platform (interview) == CONVENE_PLATFORM_PHONE ? _("Telephone number copied") : C_("location", "Place copied"));
}

static void
copy_invitation (GtkWidget  *widget,
                 const char *action,
                 GVariant   *target)
{
  ConveneInterview *interview = get_interview (widget);
  g_autofree char  *text = interview != NULL ? convene_details_format_invitation (interview) : NULL;

  copy (widget, text, _("Invitation copied"));
}

static void
copy_diagnostics (GtkWidget  *widget,
                  const char *action,
                  GVariant   *target)
{
  ConveneInterviewReader *reader = convene_interview_pane_get_reader (CONVENE_INTERVIEW_PANE (widget));
  ConveneInterview       *interview = get_interview (widget);
  g_autofree char        *text = NULL;

  if (interview != NULL)
    text = convene_diagnostics_format (interview, convene_interview_reader_get_history (reader), convene_interview_reader_get_now (reader));
  copy (widget, text, _("Diagnostics copied"));
}

static void
copy_address (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  copy (widget, g_variant_get_string (target, NULL), _("Address copied"));
}

/* Testing a link is opening it (VC-22). */
static void
open_link (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  ConveneInterview *interview = get_interview (widget);
  const char       *link = interview != NULL ? convene_details_get_link (interview) : NULL;

  if (link != NULL)
    convene_open (widget, link);
}

static void
retried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;
  int      count = convene_scheduler_retry_finish (CONVENE_SCHEDULER (source), result, &error);
  gboolean is_gone = gtk_widget_get_root (widget) == NULL;

  if (is_gone)
    return;

  convene_toast (widget, count > 0 ? _("Trying again") : count == 0 ? _("There is nothing to try again") : error->message);
}

static void
retry (GtkWidget  *widget,
       const char *action,
       GVariant   *target)
{
  ConveneInterviewReader *reader = convene_interview_pane_get_reader (CONVENE_INTERVIEW_PANE (widget));
  ConveneInterview       *interview = get_interview (widget);
  ConveneScheduler       *scheduler = convene_engine_get_scheduler (convene_interview_reader_get_engine (reader));

  /* It is written also when the pane goes meanwhile. */
  if (interview != NULL)
    convene_scheduler_retry_async (scheduler, convene_interview_get_uid (interview), NULL, retried_cb, g_object_ref (widget));
}

static void export(GtkWidget  *widget,
                   const char *action,
                   GVariant   *target)
{
  ConveneInterviewPane   *pane = CONVENE_INTERVIEW_PANE (widget);
  ConveneInterviewReader *reader = convene_interview_pane_get_reader (pane);
  ConveneInterview       *interview = get_interview (widget);

  if (interview != NULL)
    convene_ics_export (widget, convene_interview_reader_get_engine (reader), interview, convene_details_get_candidate (interview), convene_interview_pane_get_cancellable (pane));
}

/* What has windows of its own is the application's. */
static void
ask_application (GtkWidget  *widget,
                 const char *action)
{
  ConveneInterview *interview = get_interview (widget);

  if (interview != NULL)
    gtk_widget_activate_action (widget, action, "s", convene_interview_get_uid (interview));
}

static void
reschedule (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  ask_application (widget, "app.reschedule");
}

static void
edit (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  ask_application (widget, "app.edit");
}

static void
resend (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  ask_application (widget, "app.resend");
}

static void
mark (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  ConveneInterview *interview = get_interview (widget);

  if (interview != NULL)
    gtk_widget_activate_action (widget, "app.mark", "(ss)", convene_interview_get_uid (interview), g_variant_get_string (target, NULL));
}

static void
cancel (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  ask_application (widget, "app.cancel-interview");
}

static void
fix (GtkWidget  *widget,
     const char *action,
     GVariant   *target)
{
  ask_application (widget, "app.fix");
}

static void
read_again (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  convene_interview_reader_read (convene_interview_pane_get_reader (CONVENE_INTERVIEW_PANE (widget)));
}

void
convene_interview_actions_install (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                 *name;
    const char                 *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "interview.cancel", NULL, cancel },
    { "interview.copy-address", "s", copy_address },
    { "interview.copy-diagnostics", NULL, copy_diagnostics },
    { "interview.copy-invitation", NULL, copy_invitation },
    { "interview.copy-link", NULL, copy_link },
    { "interview.copy-location", NULL, copy_location },
    { "interview.copy-number", NULL, copy_number },
    { "interview.copy-password", NULL, copy_password },
    { "interview.edit", NULL, edit },
    { "interview.export", NULL, export },
    { "interview.fix", NULL, fix },
    { "interview.mark", "s", mark },
    { "interview.open-link", NULL, open_link },
    { "interview.read", NULL, read_again },
    { "interview.resend", NULL, resend },
    { "interview.reschedule", NULL, reschedule },
    { "interview.retry", NULL, retry },
    { "interview.test-link", NULL, open_link },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}
