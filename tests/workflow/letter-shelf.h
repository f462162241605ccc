/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-letter.h"
#include "workflow-fixture.h"

G_BEGIN_DECLS

/* The letters that practice's mail server has, and those that the database keeps. */

/* Texts of the letters on file, whole, in the order of their arrival: char *. */
GPtrArray *shelf_read (Fixture *fixture);

/* How many of them went to an address, by their To. */
guint shelf_count (GPtrArray *letters, const char *address);

/* The n-th letter (from 0) that went to an address; it has to be there. Owned by the array. */
const char *shelf_find (GPtrArray *letters, const char *address, guint n);

/* The value of a header, unfolded; NULL without one. Owned by the caller. */
char *shelf_header (const char *letter, const char *name);

/* What is kept of an interview's first operation of a kind: ConveneLetter. */
GPtrArray *shelf_kept (Fixture *fixture, const char *uid, ConveneOperationKind kind);

/* The .ics of a letter, unfolded, NULL without one. Owned by the caller. */
char *shelf_calendar (ConveneLetter *letter);

G_END_DECLS
