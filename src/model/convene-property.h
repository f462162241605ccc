/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Setters of the model's types: each stores the value and notifies only where it differs. */
void convene_property_set_text (GObject *object, GParamSpec *pspec, char **field, const char *value);
void convene_property_set_int64 (GObject *object, GParamSpec *pspec, gint64 *field, gint64 value);
void convene_property_set_int (GObject *object, GParamSpec *pspec, int *field, int value);
void convene_property_set_boolean (GObject *object, GParamSpec *pspec, gboolean *field, gboolean value);
void convene_property_set_list (GObject *object, GParamSpec *pspec, GStrv *field, const char *const *value);

/* The same for a member of whichever of these types the property has, an enumeration among them: what a class with a table of its members needs. */
void convene_property_get (gconstpointer field, GValue *value);
void convene_property_set (GObject *object, GParamSpec *pspec, gpointer field, const GValue *value);

G_END_DECLS
