/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-face.h"

G_BEGIN_DECLS

/* A face whose profile lies in a folder of its own. It opens as soon as the main loop runs, or not, as `broken` says: with a message that would be
 * wrong as markup. */
typedef struct
{
  ConveneFace face;
  char       *folder;
  gboolean    broken;
  guint       opened; /* how often it was asked for */
} FakeFace;

#define FAKE_FACE_ERROR "The database is from a <newer> version & stays as it is"

FakeFace *fake_face_new (gboolean broken);
void      fake_face_free (FakeFace *self);

G_END_DECLS
