/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-property.h"

void
convene_property_set_text (GObject    *object,
                           GParamSpec *pspec,
                           char      **field,
                           const char *value)
{
  g_autofree char *old = NULL;

  if (g_strcmp0 (*field, value) == 0)
    return;

  old = *field;
  *field = g_strdup (value);
  g_object_notify_by_pspec (object, pspec);
}

void
convene_property_set_int64 (GObject    *object,
                            GParamSpec *pspec,
                            gint64     *field,
                            gint64      value)
{
  if (*field == value)
    return;

  *field = value;
  g_object_notify_by_pspec (object, pspec);
}

void
convene_property_set_int (GObject    *object,
                          GParamSpec *pspec,
                          int        *field,
                          int         value)
{
  if (*field == value)
    return;

  *field = value;
  g_object_notify_by_pspec (object, pspec);
}

void
convene_property_set_boolean (GObject    *object,
                              GParamSpec *pspec,
                              gboolean   *field,
                              gboolean    value)
{
  if (*field == !!value)
    return;

  *field = !!value;
  g_object_notify_by_pspec (object, pspec);
}
