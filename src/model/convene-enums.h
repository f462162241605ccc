/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The nick of each value is the word that the terminal, the JSON and the database use. */

typedef enum
{
  CONVENE_PLATFORM_ZOOM,
  CONVENE_PLATFORM_GOOGLE_MEET,
  CONVENE_PLATFORM_TEAMS,
  CONVENE_PLATFORM_LINK,
  CONVENE_PLATFORM_PHONE,
  CONVENE_PLATFORM_IN_PERSON,
} ConvenePlatform;

typedef enum
{
  CONVENE_STATUS_DRAFT,
  CONVENE_STATUS_PROPOSED,
  CONVENE_STATUS_SCHEDULED,
  CONVENE_STATUS_CANCELLED,
  CONVENE_STATUS_COMPLETED,
  CONVENE_STATUS_NO_SHOW,
} ConveneStatus;

typedef enum
{
  CONVENE_ROLE_CANDIDATE,
  CONVENE_ROLE_HIRING_MANAGER,
  CONVENE_ROLE_REQUIRED,
  CONVENE_ROLE_OPTIONAL,
} ConveneRole;

typedef enum
{
  CONVENE_RESPONSE_NEEDS_ACTION,
  CONVENE_RESPONSE_ACCEPTED,
  CONVENE_RESPONSE_DECLINED,
  CONVENE_RESPONSE_TENTATIVE,
} ConveneResponse;

typedef enum
{
  CONVENE_MEETING_STATE_PENDING,
  CONVENE_MEETING_STATE_LIVE,
  CONVENE_MEETING_STATE_FAILED,
  CONVENE_MEETING_STATE_DELETED,
  CONVENE_MEETING_STATE_MISSING,
  CONVENE_MEETING_STATE_UNMANAGED,
} ConveneMeetingState;

typedef enum
{
  CONVENE_OPERATION_KIND_MEETING_CREATE,
  CONVENE_OPERATION_KIND_MEETING_UPDATE,
  CONVENE_OPERATION_KIND_MEETING_DELETE,
  CONVENE_OPERATION_KIND_MAIL_INVITATION,
  CONVENE_OPERATION_KIND_MAIL_UPDATE,
  CONVENE_OPERATION_KIND_MAIL_CANCELLATION,
  CONVENE_OPERATION_KIND_MAIL_LINK_READY,
  CONVENE_OPERATION_KIND_MAIL_REMINDER,
  CONVENE_OPERATION_KIND_MAIL_URGENT,
  CONVENE_OPERATION_KIND_ACCOUNT_REVOKE,
} ConveneOperationKind;

typedef enum
{
  CONVENE_OPERATION_STATE_WAITING,
  CONVENE_OPERATION_STATE_RUNNING,
  CONVENE_OPERATION_STATE_DOUBT,
  CONVENE_OPERATION_STATE_DONE,
  CONVENE_OPERATION_STATE_FAILED,
  CONVENE_OPERATION_STATE_DROPPED,
  CONVENE_OPERATION_STATE_HANDED_OVER,
} ConveneOperationState;

typedef enum
{
  CONVENE_ACCOUNT_KIND_ZOOM,
  CONVENE_ACCOUNT_KIND_MAIL,
} ConveneAccountKind;

typedef enum
{
  CONVENE_ACCOUNT_METHOD_BROWSER,
  CONVENE_ACCOUNT_METHOD_DEVICE,
  CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER,
  CONVENE_ACCOUNT_METHOD_PASSWORD,
} ConveneAccountMethod;

typedef enum
{
  CONVENE_ACCOUNT_STATE_CONNECTED,
  CONVENE_ACCOUNT_STATE_EXPIRED,
  CONVENE_ACCOUNT_STATE_MISSING_SCOPES,
  CONVENE_ACCOUNT_STATE_REVOKED,
} ConveneAccountState;

typedef enum
{
  CONVENE_MAIL_SECURITY_TLS,
  CONVENE_MAIL_SECURITY_STARTTLS,
  CONVENE_MAIL_SECURITY_NONE,
} ConveneMailSecurity;

/* What a new time does to an interview's link. */
typedef enum
{
  CONVENE_LINK_POLICY_DEFAULT, /* what the next wider one says: interview, job, preference */
  CONVENE_LINK_POLICY_KEEP,    /* the meeting moves, its link stays */
  CONVENE_LINK_POLICY_NEW,     /* another meeting, with another link */
  CONVENE_LINK_POLICY_SHARE,   /* one meeting for all interviews of a job, a host and a time */
} ConveneLinkPolicy;

/* How people get into a meeting. */
typedef enum
{
  CONVENE_ENTRY_UNKNOWN,
  CONVENE_ENTRY_OPEN,         /* also before the host */
  CONVENE_ENTRY_WAITING_ROOM, /* the host lets them in, whatever else is set */
  CONVENE_ENTRY_HOST_FIRST,   /* once the host has started it */
  CONVENE_ENTRY_SIGN_IN,      /* only signed in to the provider */
} ConveneEntry;

/* A stretch of time by its place from now. */
typedef enum
{
  CONVENE_PERIOD_ANY,
  CONVENE_PERIOD_TODAY,
  CONVENE_PERIOD_TOMORROW,
  CONVENE_PERIOD_THIS_WEEK,
  CONVENE_PERIOD_NEXT_WEEK,
  CONVENE_PERIOD_THIS_MONTH,
  CONVENE_PERIOD_UPCOMING, /* not over */
  CONVENE_PERIOD_PAST,     /* over */
} ConvenePeriod;

/* How a list of interviews is sorted: by start, or by the text as a person would look for it (accents and case do not count), those without any last, those
 * that are equal in it by start. */
typedef enum
{
  CONVENE_INTERVIEW_ORDER_START, /* what is not over, soonest first, then what is over, newest first */
  CONVENE_INTERVIEW_ORDER_CANDIDATE,
  CONVENE_INTERVIEW_ORDER_JOB,
  CONVENE_INTERVIEW_ORDER_STATUS, /* in the order of the enumeration */
  CONVENE_INTERVIEW_ORDER_PLATFORM,
  CONVENE_INTERVIEW_ORDER_HOST,
  CONVENE_INTERVIEW_ORDER_MANAGER,
} ConveneInterviewOrder;

#define CONVENE_TYPE_PLATFORM (convene_platform_get_type ())
#define CONVENE_TYPE_STATUS (convene_status_get_type ())
#define CONVENE_TYPE_ROLE (convene_role_get_type ())
#define CONVENE_TYPE_RESPONSE (convene_response_get_type ())
#define CONVENE_TYPE_MEETING_STATE (convene_meeting_state_get_type ())
#define CONVENE_TYPE_OPERATION_KIND (convene_operation_kind_get_type ())
#define CONVENE_TYPE_OPERATION_STATE (convene_operation_state_get_type ())
#define CONVENE_TYPE_ACCOUNT_KIND (convene_account_kind_get_type ())
#define CONVENE_TYPE_ACCOUNT_METHOD (convene_account_method_get_type ())
#define CONVENE_TYPE_ACCOUNT_STATE (convene_account_state_get_type ())
#define CONVENE_TYPE_MAIL_SECURITY (convene_mail_security_get_type ())
#define CONVENE_TYPE_LINK_POLICY (convene_link_policy_get_type ())
#define CONVENE_TYPE_ENTRY (convene_entry_get_type ())
#define CONVENE_TYPE_PERIOD (convene_period_get_type ())
#define CONVENE_TYPE_INTERVIEW_ORDER (convene_interview_order_get_type ())

GType convene_platform_get_type (void) G_GNUC_CONST;
GType convene_status_get_type (void) G_GNUC_CONST;
GType convene_role_get_type (void) G_GNUC_CONST;
GType convene_response_get_type (void) G_GNUC_CONST;
GType convene_meeting_state_get_type (void) G_GNUC_CONST;
GType convene_operation_kind_get_type (void) G_GNUC_CONST;
GType convene_operation_state_get_type (void) G_GNUC_CONST;
GType convene_account_kind_get_type (void) G_GNUC_CONST;
GType convene_account_method_get_type (void) G_GNUC_CONST;
GType convene_account_state_get_type (void) G_GNUC_CONST;
GType convene_mail_security_get_type (void) G_GNUC_CONST;
GType convene_link_policy_get_type (void) G_GNUC_CONST;
GType convene_entry_get_type (void) G_GNUC_CONST;
GType convene_period_get_type (void) G_GNUC_CONST;
GType convene_interview_order_get_type (void) G_GNUC_CONST;

/* The word for a value of one of the types above. */
const char *convene_enum_to_nick (GType type,
                                  int   value);

/* The value for a word; FALSE, and *value untouched, where there is none. */
gboolean convene_enum_from_nick (GType       type,
                                 const char *nick,
                                 int        *value);

/* Whether nothing more will happen to an operation in this state by itself. */
gboolean convene_operation_state_is_settled (ConveneOperationState state);

/* Whether the kind is a letter. */
gboolean convene_operation_kind_is_mail (ConveneOperationKind kind);

G_END_DECLS
