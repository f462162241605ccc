/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"

G_BEGIN_DECLS

/* What a letter said of an interview, so that it can be told later what has changed since. Immutable. */
typedef struct _ConveneTold ConveneTold;

/* What is different now from what people were told. */
typedef enum
{
  CONVENE_TOLD_CHANGE_NONE = 0,
  CONVENE_TOLD_CHANGE_TIME = 1 << 0, /* the instant, or the zone that it is shown in */
  CONVENE_TOLD_CHANGE_DURATION = 1 << 1,
  CONVENE_TOLD_CHANGE_JOB = 1 << 2,
  CONVENE_TOLD_CHANGE_PLATFORM = 1 << 3,
  CONVENE_TOLD_CHANGE_LINK = 1 << 4, /* what people join by */
  CONVENE_TOLD_CHANGE_PASSWORD = 1 << 5,
  CONVENE_TOLD_CHANGE_PLACE = 1 << 6, /* of a call or in person */
  CONVENE_TOLD_CHANGE_AGENDA = 1 << 7,
  CONVENE_TOLD_CHANGE_DETAILS = 1 << 8,
  CONVENE_TOLD_CHANGE_PEOPLE = 1 << 9, /* who takes part, and as what */
} ConveneToldChange;

/* What a letter about this interview says now, as text that can be stored. Owned by the caller. */
char *convene_told_to_string (ConveneInterview *interview);

/* Reads such a text, wherever it comes from; NULL where it is none: then everything may differ. */
ConveneTold *convene_told_parse (const char *text);
void         convene_told_free (ConveneTold *self);

/* The time, NULL without one. */
const ConveneMoment *convene_told_get_start (const ConveneTold *self);
int                  convene_told_get_duration (const ConveneTold *self); /* minutes */
ConvenePlatform      convene_told_get_platform (const ConveneTold *self);

/* Each NULL without one; never "". */
const char *convene_told_get_job (const ConveneTold *self);
const char *convene_told_get_link (const ConveneTold *self);
const char *convene_told_get_password (const ConveneTold *self);
const char *convene_told_get_location (const ConveneTold *self);
const char *convene_told_get_agenda (const ConveneTold *self);
const char *convene_told_get_details (const ConveneTold *self);

/* Who was told: "Name <address>", or the address alone, in the order of the interview. */
const char *const *convene_told_get_people (const ConveneTold *self);

ConveneToldChange convene_told_compare (const ConveneTold *self,
                                        ConveneInterview  *interview);

/* Those who were told and take part no more, and those who take part now and were not told: arrays of "Name <address>" that own their texts. */
GPtrArray *convene_told_list_removed (const ConveneTold *self,
                                      ConveneInterview  *interview);
GPtrArray *convene_told_list_added (const ConveneTold *self,
                                    ConveneInterview  *interview);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneTold, convene_told_free)

G_END_DECLS
