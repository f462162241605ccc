/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "convene-enums.h"

G_BEGIN_DECLS

/* What one event of a calendar file says. A stranger wrote it: nothing of it is believed, it is shown and judged.
 * Every text is UTF-8 without control characters or bidirectional overrides, and of bounded length. */

/* What the file is for; the nicks are the terminal's: "reply", "request", "cancel", "counter", "other" (PUBLISH, ADD, REFRESH, DECLINECOUNTER, none). */
typedef enum
{
  CONVENE_CLAIM_KIND_REPLY,
  CONVENE_CLAIM_KIND_REQUEST,
  CONVENE_CLAIM_KIND_CANCEL,
  CONVENE_CLAIM_KIND_COUNTER,
  CONVENE_CLAIM_KIND_OTHER,
} ConveneClaimKind;

/* How well its time is known: only a KNOWN one has instants. */
typedef enum
{
  CONVENE_CLAIM_TIME_NONE, /* it says none, or one that cannot be */
  CONVENE_CLAIM_TIME_KNOWN,
  CONVENE_CLAIM_TIME_DATE,         /* whole days */
  CONVENE_CLAIM_TIME_FLOATING,     /* a wall clock, and nobody says where */
  CONVENE_CLAIM_TIME_UNKNOWN_ZONE, /* a wall clock in a zone that the file names and does not explain */
} ConveneClaimTime;

#define CONVENE_TYPE_CLAIM_KIND (convene_claim_kind_get_type ())
#define CONVENE_TYPE_CLAIM_TIME (convene_claim_time_get_type ())

GType convene_claim_kind_get_type (void) G_GNUC_CONST;
GType convene_claim_time_get_type (void) G_GNUC_CONST;

#define CONVENE_TYPE_CLAIM_PERSON (convene_claim_person_get_type ())

/* An ORGANIZER or ATTENDEE. */
typedef struct
{
  char           *name;    /* NULL if none is given */
  char           *address; /* of its mailto:, the domain in lower case; NULL if it is none */
  char           *sent_by; /* addresses, NULL each */
  char           *delegated_to;
  char           *delegated_from;
  ConveneResponse response;
  gboolean        delegated;      /* PARTSTAT=DELEGATED: somebody else is to come */
  gboolean        known_response; /* whether PARTSTAT is there and a word that we know; `response` says nothing otherwise */
  ConveneRole     role;           /* HIRING_MANAGER for CHAIR, OPTIONAL, else REQUIRED; never CANDIDATE, which no file says */
} ConveneClaimPerson;

GType               convene_claim_person_get_type (void) G_GNUC_CONST;
ConveneClaimPerson *convene_claim_person_copy (const ConveneClaimPerson *self);
void                convene_claim_person_free (ConveneClaimPerson *self);

/* What a claim is made of, with the defaults all zero. The names are those of the getters. */
typedef struct
{
  ConveneClaimKind          kind;
  const char               *method;
  const char               *uid;
  int                       sequence;
  gint64                    made_at;
  ConveneClaimTime          time_kind;
  gint64                    start;
  gint64                    end;
  const char               *zone;
  const char               *zone_name;
  const char               *wall;
  const char               *summary;
  const char               *description;
  const char               *location;
  const char               *comment;
  const char               *link;
  gint64                    meeting_number;
  const char               *password;
  const ConveneClaimPerson *organizer;
  GPtrArray                *people; /* of ConveneClaimPerson with convene_claim_person_free (); kept by reference and not changed afterwards; NULL is nobody */
  gboolean                  is_recurring;
  gint64                    recurrence_id;
  gboolean                  is_cancelled;
  const char *const        *doubts; /* NULL is none */
} ConveneClaimFacts;

#define CONVENE_TYPE_CLAIM (convene_claim_get_type ())

G_DECLARE_FINAL_TYPE (ConveneClaim, convene_claim, CONVENE, CLAIM, GObject)

/* Immutable. Each getter's value is a read-only property too, but for organizer, people and doubts. Texts are copied. */
ConveneClaim *convene_claim_new (const ConveneClaimFacts *facts);

ConveneClaimKind convene_claim_get_kind (ConveneClaim *self);

/* The METHOD, in upper case; NULL without. */
const char *convene_claim_get_method (ConveneClaim *self);

const char *convene_claim_get_uid (ConveneClaim *self);

/* 0 without. */
int convene_claim_get_sequence (ConveneClaim *self);

/* DTSTAMP, when the file was made: microseconds since 1970 UTC; 0 without. */
gint64 convene_claim_get_made_at (ConveneClaim *self);

ConveneClaimTime convene_claim_get_time_kind (ConveneClaim *self);

/* Microseconds since 1970 UTC; 0 unless the time is KNOWN. The end is 0 too where the file says none that makes sense: at most 31 days later. */
gint64 convene_claim_get_start (ConveneClaim *self);
gint64 convene_claim_get_end (ConveneClaim *self);

/* The IANA name of the zone of the start ("UTC" for times in UTC); NULL where the file's zone is none of tzdata's. */
const char *convene_claim_get_zone (ConveneClaim *self);

/* The zone's name as the file has it; NULL without. */
const char *convene_claim_get_zone_name (ConveneClaim *self);

/* The start as the file's clock shows it, for showing what is not KNOWN too: "2026-12-01T10:00", or "2026-12-01" of whole days. NULL without. */
const char *convene_claim_get_wall (ConveneClaim *self);

/* One line each, but for the description and the comment, which keep their line feeds; NULL without. */
const char *convene_claim_get_summary (ConveneClaim *self);
const char *convene_claim_get_description (ConveneClaim *self);
const char *convene_claim_get_location (ConveneClaim *self);
const char *convene_claim_get_comment (ConveneClaim *self);

/* The https address to join at, wherever in the file it stands; NULL without. */
const char *convene_claim_get_link (ConveneClaim *self);

/* Zoom's number of the meeting, 0 without, and its passcode, where the text or the link says it. */
gint64      convene_claim_get_meeting_number (ConveneClaim *self);
const char *convene_claim_get_password (ConveneClaim *self);

/* NULL without. Owned by the claim. */
const ConveneClaimPerson *convene_claim_get_organizer (ConveneClaim *self);

/* The ATTENDEEs in the file's order, of ConveneClaimPerson; empty without. Owned by the claim. */
GPtrArray *convene_claim_get_people (ConveneClaim *self);

/* Whether it is a series, and which one of it this is (RECURRENCE-ID): microseconds since 1970 UTC, by its wall clock where the zone is not known; 0 without. */
gboolean convene_claim_get_is_recurring (ConveneClaim *self);
gint64   convene_claim_get_recurrence_id (ConveneClaim *self);

/* STATUS:CANCELLED, whatever the METHOD. */
gboolean convene_claim_get_is_cancelled (ConveneClaim *self);

/* Short translated sentences about what is odd in the file. Empty, never NULL. */
const char *const *convene_claim_get_doubts (ConveneClaim *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneClaimPerson, convene_claim_person_free)

G_END_DECLS
