/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-told.h"

G_BEGIN_DECLS

/* One of those who were told. */
typedef struct
{
  const char *name; /* "" for none */
  const char *address;
  const char *role;
} ConveneToldPerson;

struct _ConveneTold
{
  ConveneMoment  *start;
  int             duration;
  ConvenePlatform platform;
  char           *job;
  char           *link;
  char           *password;
  char           *location;
  char           *agenda;
  char           *details;
  GVariant       *parts; /* a(sss), which the next two live by */
  GArray         *persons;
  GStrv           people;
};

/* The place of an interview, NULL where people meet by a link. */
const char *convene_told_get_place (ConveneInterview *interview);

G_END_DECLS
