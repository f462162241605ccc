/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-enums.h"

/* clang-format off */
G_DEFINE_ENUM_TYPE (ConvenePlatform, convene_platform,
                    G_DEFINE_ENUM_VALUE (CONVENE_PLATFORM_ZOOM, "zoom"),
                    G_DEFINE_ENUM_VALUE (CONVENE_PLATFORM_GOOGLE_MEET, "google-meet"),
                    G_DEFINE_ENUM_VALUE (CONVENE_PLATFORM_TEAMS, "teams"),
                    G_DEFINE_ENUM_VALUE (CONVENE_PLATFORM_LINK, "link"),
                    G_DEFINE_ENUM_VALUE (CONVENE_PLATFORM_PHONE, "phone"),
                    G_DEFINE_ENUM_VALUE (CONVENE_PLATFORM_IN_PERSON, "in-person"))
/* clang-format on */

/* clang-format off */
G_DEFINE_ENUM_TYPE (ConveneStatus, convene_status,
                    G_DEFINE_ENUM_VALUE (CONVENE_STATUS_DRAFT, "draft"),
                    G_DEFINE_ENUM_VALUE (CONVENE_STATUS_PROPOSED, "proposed"),
                    G_DEFINE_ENUM_VALUE (CONVENE_STATUS_SCHEDULED, "scheduled"),
                    G_DEFINE_ENUM_VALUE (CONVENE_STATUS_CANCELLED, "cancelled"),
                    G_DEFINE_ENUM_VALUE (CONVENE_STATUS_COMPLETED, "completed"),
                    G_DEFINE_ENUM_VALUE (CONVENE_STATUS_NO_SHOW, "no-show"))
/* clang-format on */

/* clang-format off */
G_DEFINE_ENUM_TYPE (ConveneRole, convene_role,
                    G_DEFINE_ENUM_VALUE (CONVENE_ROLE_CANDIDATE, "candidate"),
                    G_DEFINE_ENUM_VALUE (CONVENE_ROLE_HIRING_MANAGER, "hiring-manager"),
                    G_DEFINE_ENUM_VALUE (CONVENE_ROLE_REQUIRED, "required"),
                    G_DEFINE_ENUM_VALUE (CONVENE_ROLE_OPTIONAL, "optional"))
/* clang-format on */

/* clang-format off */
G_DEFINE_ENUM_TYPE (ConveneResponse, convene_response,
                    G_DEFINE_ENUM_VALUE (CONVENE_RESPONSE_NEEDS_ACTION, "needs-action"),
                    G_DEFINE_ENUM_VALUE (CONVENE_RESPONSE_ACCEPTED, "accepted"),
                    G_DEFINE_ENUM_VALUE (CONVENE_RESPONSE_DECLINED, "declined"),
                    G_DEFINE_ENUM_VALUE (CONVENE_RESPONSE_TENTATIVE, "tentative"))
/* clang-format on */

/* clang-format off */
G_DEFINE_ENUM_TYPE (ConveneMeetingState, convene_meeting_state,
                    G_DEFINE_ENUM_VALUE (CONVENE_MEETING_STATE_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (CONVENE_MEETING_STATE_LIVE, "live"),
                    G_DEFINE_ENUM_VALUE (CONVENE_MEETING_STATE_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (CONVENE_MEETING_STATE_DELETED, "deleted"),
                    G_DEFINE_ENUM_VALUE (CONVENE_MEETING_STATE_MISSING, "missing"),
                    G_DEFINE_ENUM_VALUE (CONVENE_MEETING_STATE_UNMANAGED, "unmanaged"))
/* clang-format on */

/* clang-format off */
G_DEFINE_ENUM_TYPE (ConveneOperationKind, convene_operation_kind,
                    G_DEFINE_ENUM_VALUE (CONVENE_OPERATION_KIND_MEETING_CREATE, "meeting-create"),
                    G_DEFINE_ENUM_VALUE (CONVENE_OPERATION_KIND_MEETING_UPDATE, "meeting-update"),
                    G_DEFINE_ENUM_VALUE (CONVENE_OPERATION_KIND_MEETING_DELETE, "meeting-delete"),
                    G_DEFINE_ENUM_VALUE (CONVENE_OPERATION_KIND_MAIL_INVITATION, "mail-invitation"),
                    G_DEFINE_ENUM_VALUE (CONVENE_OPERATION_KIND_MAIL_UPDATE, "mail-update"),
                    G_DEFINE_ENUM_VALUE (CONVENE_OPERATION_KIND_MAIL_CANCELLATION, "mail-cancellation"),
                    G_DEFINE_ENUM_VALUE (CONVENE_OPERATION_KIND_MAIL_LINK_READY, "mail-link-ready"),
                    G_DEFINE_ENUM_VALUE (CONVENE_OPERATION_KIND_MAIL_REMINDER, "mail-reminder"),
                    G_DEFINE_ENUM_VALUE (CONVENE_OPERATION_KIND_MAIL_URGENT, "mail-urgent"),
                    G_DEFINE_ENUM_VALUE (CONVENE_OPERATION_KIND_ACCOUNT_REVOKE, "account-revoke"))
/* clang-format on */

/* clang-format off */
G_DEFINE_ENUM_TYPE (ConveneOperationState, convene_operation_state,
                    G_DEFINE_ENUM_VALUE (CONVENE_OPERATION_STATE_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (CONVENE_OPERATION_STATE_RUNNING, "running"),
                    G_DEFINE_ENUM_VALUE (CONVENE_OPERATION_STATE_DOUBT, "doubt"),
                    G_DEFINE_ENUM_VALUE (CONVENE_OPERATION_STATE_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (CONVENE_OPERATION_STATE_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (CONVENE_OPERATION_STATE_DROPPED, "dropped"),
                    G_DEFINE_ENUM_VALUE (CONVENE_OPERATION_STATE_HANDED_OVER, "handed-over"))
/* clang-format on */

/* clang-format off */
G_DEFINE_ENUM_TYPE (ConveneAccountKind, convene_account_kind,
                    G_DEFINE_ENUM_VALUE (CONVENE_ACCOUNT_KIND_ZOOM, "zoom"),
                    G_DEFINE_ENUM_VALUE (CONVENE_ACCOUNT_KIND_MAIL, "mail"))
/* clang-format on */

/* clang-format off */
G_DEFINE_ENUM_TYPE (ConveneAccountMethod, convene_account_method,
                    G_DEFINE_ENUM_VALUE (CONVENE_ACCOUNT_METHOD_BROWSER, "browser"),
                    G_DEFINE_ENUM_VALUE (CONVENE_ACCOUNT_METHOD_DEVICE, "device"),
                    G_DEFINE_ENUM_VALUE (CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, "server-to-server"),
                    G_DEFINE_ENUM_VALUE (CONVENE_ACCOUNT_METHOD_PASSWORD, "password"))
/* clang-format on */

/* clang-format off */
G_DEFINE_ENUM_TYPE (ConveneAccountState, convene_account_state,
                    G_DEFINE_ENUM_VALUE (CONVENE_ACCOUNT_STATE_CONNECTED, "connected"),
                    G_DEFINE_ENUM_VALUE (CONVENE_ACCOUNT_STATE_EXPIRED, "expired"),
                    G_DEFINE_ENUM_VALUE (CONVENE_ACCOUNT_STATE_MISSING_SCOPES, "missing-scopes"),
                    G_DEFINE_ENUM_VALUE (CONVENE_ACCOUNT_STATE_REVOKED, "revoked"))
/* clang-format on */

/* clang-format off */
G_DEFINE_ENUM_TYPE (ConveneMailSecurity, convene_mail_security,
                    G_DEFINE_ENUM_VALUE (CONVENE_MAIL_SECURITY_TLS, "tls"),
                    G_DEFINE_ENUM_VALUE (CONVENE_MAIL_SECURITY_STARTTLS, "starttls"),
                    G_DEFINE_ENUM_VALUE (CONVENE_MAIL_SECURITY_NONE, "none"))
/* clang-format on */

/* clang-format off */
G_DEFINE_ENUM_TYPE (ConveneLinkPolicy, convene_link_policy,
                    G_DEFINE_ENUM_VALUE (CONVENE_LINK_POLICY_DEFAULT, "default"),
                    G_DEFINE_ENUM_VALUE (CONVENE_LINK_POLICY_KEEP, "keep"),
                    G_DEFINE_ENUM_VALUE (CONVENE_LINK_POLICY_NEW, "new"),
                    G_DEFINE_ENUM_VALUE (CONVENE_LINK_POLICY_SHARE, "share"))
/* clang-format on */

/* clang-format off */
G_DEFINE_ENUM_TYPE (ConveneEntry, convene_entry,
                    G_DEFINE_ENUM_VALUE (CONVENE_ENTRY_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (CONVENE_ENTRY_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (CONVENE_ENTRY_WAITING_ROOM, "waiting-room"),
                    G_DEFINE_ENUM_VALUE (CONVENE_ENTRY_HOST_FIRST, "host-first"),
                    G_DEFINE_ENUM_VALUE (CONVENE_ENTRY_SIGN_IN, "sign-in"))
/* clang-format on */

/* clang-format off */
G_DEFINE_ENUM_TYPE (ConvenePeriod, convene_period,
                    G_DEFINE_ENUM_VALUE (CONVENE_PERIOD_ANY, "any"),
                    G_DEFINE_ENUM_VALUE (CONVENE_PERIOD_TODAY, "today"),
                    G_DEFINE_ENUM_VALUE (CONVENE_PERIOD_TOMORROW, "tomorrow"),
                    G_DEFINE_ENUM_VALUE (CONVENE_PERIOD_THIS_WEEK, "this-week"),
                    G_DEFINE_ENUM_VALUE (CONVENE_PERIOD_NEXT_WEEK, "next-week"),
                    G_DEFINE_ENUM_VALUE (CONVENE_PERIOD_THIS_MONTH, "this-month"),
                    G_DEFINE_ENUM_VALUE (CONVENE_PERIOD_UPCOMING, "upcoming"),
                    G_DEFINE_ENUM_VALUE (CONVENE_PERIOD_PAST, "past"))
/* clang-format on */

/* clang-format off */
G_DEFINE_ENUM_TYPE (ConveneInterviewOrder, convene_interview_order,
                    G_DEFINE_ENUM_VALUE (CONVENE_INTERVIEW_ORDER_START, "start"),
                    G_DEFINE_ENUM_VALUE (CONVENE_INTERVIEW_ORDER_CANDIDATE, "candidate"),
                    G_DEFINE_ENUM_VALUE (CONVENE_INTERVIEW_ORDER_JOB, "job"),
                    G_DEFINE_ENUM_VALUE (CONVENE_INTERVIEW_ORDER_STATUS, "status"),
                    G_DEFINE_ENUM_VALUE (CONVENE_INTERVIEW_ORDER_PLATFORM, "platform"),
                    G_DEFINE_ENUM_VALUE (CONVENE_INTERVIEW_ORDER_HOST, "host"),
                    G_DEFINE_ENUM_VALUE (CONVENE_INTERVIEW_ORDER_MANAGER, "manager"))
/* clang-format on */

const char *
convene_enum_to_nick (GType type,
                      int   value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (klass, value);

  return found != NULL ? found->value_nick : NULL;
}

gboolean
convene_enum_from_nick (GType       type,
                        const char *nick,
                        int        *value)
{
  g_autoptr(GEnumClass) klass = NULL;
  GEnumValue *found;

  g_return_val_if_fail (value != NULL, FALSE);

  if (nick == NULL)
    return FALSE;

  klass = g_type_class_ref (type);
  found = g_enum_get_value_by_nick (klass, nick);
  if (found == NULL)
    return FALSE;

  *value = found->value;
  return TRUE;
}

gboolean
convene_operation_state_is_settled (ConveneOperationState state)
{
  return state >= CONVENE_OPERATION_STATE_DONE;
}

gboolean
convene_operation_kind_is_mail (ConveneOperationKind kind)
{
  return kind >= CONVENE_OPERATION_KIND_MAIL_INVITATION && kind <= CONVENE_OPERATION_KIND_MAIL_URGENT;
}
