/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "convene-meeting.h"

G_BEGIN_DECLS

/* Members that the answers of the terminal are made of. Texts that are not UTF-8 are mended; NULL, and an instant of 0, become null. */
void convene_cli_json_add_text (JsonBuilder *builder, const char *name, const char *value);
void convene_cli_json_add_texts (JsonBuilder *builder, const char *name, const char *const *values);
void convene_cli_json_add_number (JsonBuilder *builder, const char *name, gint64 value);
void convene_cli_json_add_instant (JsonBuilder *builder, const char *name, gint64 instant);
void convene_cli_json_add_error (JsonBuilder *builder, const GError *error);

/* The contract's word for a value of one of the model's enumerations. */
void convene_cli_json_add_nick (JsonBuilder *builder, const char *name, GType type, int value);

/* As "meeting"; null without one. */
void convene_cli_json_add_meeting (JsonBuilder *builder, ConveneMeeting *meeting);

/* A list of ConveneOperation, as "operations". */
void convene_cli_json_add_operations (JsonBuilder *builder, GListModel *operations);

/* The whole document, with a line feed at its end. */
char *convene_cli_json_take_text (JsonBuilder *builder);

G_END_DECLS
