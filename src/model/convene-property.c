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

void
convene_property_set_list (GObject           *object,
                           GParamSpec        *pspec,
                           GStrv             *field,
                           const char *const *value)
{
  g_auto(GStrv) old = NULL;

  if ((const char *const *) *field == value || (*field != NULL && value != NULL && g_strv_equal ((const char *const *) *field, value)))
    return;

  old = *field;
  *field = g_strdupv ((GStrv) value);
  g_object_notify_by_pspec (object, pspec);
}

void
convene_property_get (gconstpointer field,
                      GValue       *value)
{
  const GType type = G_VALUE_TYPE (value);

  if (type == G_TYPE_STRING)
    g_value_set_string (value, *(char *const *) field);
  else if (type == G_TYPE_STRV)
    g_value_set_boxed (value, *(const GStrv *) field);
  else if (type == G_TYPE_INT64)
    g_value_set_int64 (value, *(const gint64 *) field);
  else if (type == G_TYPE_INT)
    g_value_set_int (value, *(const int *) field);
  else if (type == G_TYPE_BOOLEAN)
    g_value_set_boolean (value, *(const gboolean *) field);
  else if (G_TYPE_IS_ENUM (type))
    g_value_set_enum (value, *(const int *) field);
  else
    g_assert_not_reached ();
}

void
convene_property_set (GObject      *object,
                      GParamSpec   *pspec,
                      gpointer      field,
                      const GValue *value)
{
  const GType type = pspec->value_type;

  if (type == G_TYPE_STRING)
    convene_property_set_text (object, pspec, field, g_value_get_string (value));
  else if (type == G_TYPE_STRV)
    convene_property_set_list (object, pspec, field, g_value_get_boxed (value));
  else if (type == G_TYPE_INT64)
    convene_property_set_int64 (object, pspec, field, g_value_get_int64 (value));
  else if (type == G_TYPE_INT)
    convene_property_set_int (object, pspec, field, g_value_get_int (value));
  else if (type == G_TYPE_BOOLEAN)
    convene_property_set_boolean (object, pspec, field, g_value_get_boolean (value));
  else if (G_TYPE_IS_ENUM (type))
    convene_property_set_int (object, pspec, field, g_value_get_enum (value));
  else
    g_assert_not_reached ();
}
