/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "workflow-fixture.h"

G_BEGIN_DECLS

/* What people's mail programs made of the letters that practice's mail server took: read from the octets, by nothing of the program's. */

/* A letter. */
typedef struct
{
  char  *message_id; /* without < and > */
  GStrv  to;         /* addresses of the envelope, sorted */
  char  *uid;        /* of the interview; NULL: a letter without a calendar */
  char  *method;     /* "REQUEST", "CANCEL" */
  int    sequence;
  char  *start; /* "20261201T100000", in the zone of the interview */
  gint64 size;
  char  *calendar; /* unfolded */
} SinkLetter;

/* All that are there, in order of arrival; owns its letters. */
GPtrArray *sink_read (Fixture *fixture);

/* What an address knows of an interview: the letter that counts (RFC 5546: the highest sequence, the last of these), NULL without one. */
const SinkLetter *sink_find (GPtrArray *letters, const char *address, const char *uid);

G_END_DECLS
