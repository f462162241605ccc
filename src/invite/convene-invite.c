/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite.h"

#include "convene-invite-check.h"
#include "convene-invite-event.h"
#include "convene-invite-object.h"
#include "convene-invite-removal.h"

static GBytes *
write_one (ConveneInterview           *interview,
           const ConveneInviteOptions *options,
           gboolean                    is_partial,
           GError                    **error)
{
  g_auto (ConveneInviteOutput) output = { 0 };
  g_autoptr(ConveneInviteZone) zone = NULL;

  if (!convene_invite_check_options (options, error) || !convene_invite_check_interview (interview, error) ||
      !convene_invite_check_only (interview, options->only, error))
    return NULL;

  zone = convene_invite_object_find_zone (interview);
  convene_invite_output_init (&output);
  convene_invite_object_begin (&output, options->method);
  if (zone != NULL)
    convene_invite_output_add_lines (&output, convene_invite_zone_get_text (zone));
  convene_invite_event_write (&output, interview, options, is_partial, zone);
  convene_invite_object_end (&output);

  return convene_invite_output_finish (&output);
}

const char *
convene_invite_method_to_string (ConveneInviteMethod method)
{
  static const char *const names[] = {
    [CONVENE_INVITE_REQUEST] = "REQUEST",
    [CONVENE_INVITE_CANCEL] = "CANCEL",
    [CONVENE_INVITE_PUBLISH] = "PUBLISH",
  };

  g_return_val_if_fail ((guint) method < G_N_ELEMENTS (names), NULL);

  return names[method];
}

GBytes *
convene_invite_write (ConveneInterview           *interview,
                      const ConveneInviteOptions *options,
                      GError                    **error)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);
  g_return_val_if_fail (options != NULL && (guint) options->method <= CONVENE_INVITE_PUBLISH, NULL);

  return write_one (interview, options, FALSE, error);
}

GBytes *
convene_invite_write_partial_cancel (ConveneInterview           *interview,
                                     const ConveneTold          *told,
                                     const char *const          *people,
                                     const ConveneInviteOptions *options,
                                     GError                    **error)
{
  ConveneInviteOptions cancel;
  g_autoptr(ConveneInterview) removal = NULL;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  removal = convene_invite_removal_new (interview, told, people, error);
  if (removal == NULL)
    return NULL;

  cancel = *options;
  cancel.method = CONVENE_INVITE_CANCEL;
  cancel.only = NULL;
  return write_one (removal, &cancel, TRUE, error);
}
