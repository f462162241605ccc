/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-choice.h"
#include "convene-filter.h"

G_BEGIN_DECLS

/* What a filter can be narrowed by, in the order of the chips; each is a property of ConveneFilter. */
typedef enum
{
  CONVENE_FILTER_PLATFORM,
  CONVENE_FILTER_STATUS,
  CONVENE_FILTER_JOB,
  CONVENE_FILTER_HOST,
  CONVENE_FILTER_PERSON,
  CONVENE_FILTER_PERIOD,
  CONVENE_FILTER_N_KINDS,
} ConveneFilterKind;

/* The name of the property: "platform"; also the kind of convene_engine_list_choices_async (). */
const char *convene_filter_kind_get_property (ConveneFilterKind kind);

/* Whether its choices are those that some interview has, and not always the same. */
gboolean convene_filter_kind_is_read (ConveneFilterKind kind);

/* "Platform", "Clear Platform", "Nothing Found" … in the person's language. */
const char *convene_filter_words_kind (ConveneFilterKind kind);
const char *convene_filter_words_clear (ConveneFilterKind kind);
const char *convene_filter_words_search (ConveneFilterKind kind);

/* The choices that are always the same: an array of ConveneChoice that owns its items; NULL where they are read. */
GPtrArray *convene_filter_words_list (ConveneFilterKind kind);

/* "Zoom" of "zoom"; what is read stands for itself. */
char *convene_filter_words_value (ConveneFilterKind kind,
                                  const char       *value);

/* "Platform: Zoom" */
char *convene_filter_words_set (ConveneFilterKind kind,
                                const char       *label);

/* All that a filter asks for, "“ada” · Platform: Zoom · Needs attention"; NULL for nothing. */
char *convene_filter_words_describe (ConveneFilter *filter);

G_END_DECLS
