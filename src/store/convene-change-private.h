/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-change.h"
#include "convene-connection.h"

G_BEGIN_DECLS

typedef struct _ConveneChangeItem ConveneChangeItem;

/* Writes one item, within the change's transaction. */
typedef gboolean (*ConveneChangeFunc) (ConveneConnection *connection,
                                       ConveneChangeItem *item,
                                       GError           **error);

/* One thing to be written. Which members count is the function's affair. */
struct _ConveneChangeItem
{
  ConveneChangeFunc apply;
  GObject          *object; /* a copy */
  char             *key;
  char             *text;
  char             *more;
  GStrv             list;
  gint64            at; /* microseconds since 1970 UTC */
  int               number;
};

/* How each kind of item is written. */
gboolean convene_change_apply_add_interview (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_update_interview (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_set_notes (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_attach_meeting (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_put_meeting (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_add_operation (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_update_operation (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_put_letter (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_put_account (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_let_account_go (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_remove_account (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_set_account_state (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_set_account_health (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_adopt_meetings (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_add_stale_secret (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_remove_stale_secret (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_put_delegation (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_set_person_place (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_set_jobs_platform (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_set_job_link_policy (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_clear_event (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_count_requests (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_raise_requests (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_add_activity (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_set_preference (ConveneConnection *connection, ConveneChangeItem *item, GError **error);

gboolean convene_change_apply_expect_meeting (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_expect_revision (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_expect_free_slot (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_expect_unused (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_expect_operation (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_remove_operation (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_hasten (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_put_notice (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_set_meeting_seen (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_put_answer (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_remove_letters (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_set_letter_edit (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_save_view (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_remove_view (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_rename_view (ConveneConnection *connection, ConveneChangeItem *item, GError **error);
gboolean convene_change_apply_expect_new_origin (ConveneConnection *connection, ConveneChangeItem *item, GError **error);

/* The next item, yet to be filled. Owned by the change. */
ConveneChangeItem *convene_change_add_item (ConveneChange *self, ConveneChangeFunc apply);

/* Keeps a person with an address as the one used last, with what is new of them. */
gboolean convene_change_remember_person (ConveneConnection *connection, ConveneParticipant *participant, GError **error);

/* Keeps the people and the job of a new interview for those to come, as the ones used last. */
gboolean convene_change_remember (ConveneConnection *connection, ConveneInterview *interview, GError **error);

/* Likewise, who and what is new of a changed interview: before it is written. */
gboolean convene_change_remember_new (ConveneConnection *connection, ConveneInterview *interview, GError **error);

/* All of a change in one transaction, or nothing. */
gboolean convene_change_apply (ConveneChange *self, ConveneConnection *connection, GError **error);

G_END_DECLS
