/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What practice has been told to do wrong. */
typedef struct _ConvenePracticeFaults ConvenePracticeFaults;

typedef enum
{
  /* how the request ends; one of these at a time */
  CONVENE_PRACTICE_FAULT_ANSWER,    /* with an answer of ours: "status", "code", "message", "field", "form", "retry", "body", "headers" */
  CONVENE_PRACTICE_FAULT_DROP,      /* the connection is closed */
  CONVENE_PRACTICE_FAULT_RESET,     /* the connection is reset */
  CONVENE_PRACTICE_FAULT_HANG,      /* no answer, ever */
  CONVENE_PRACTICE_FAULT_TRUNCATED, /* an answer that is shorter than its Content-Length; of its body "cut" octets are missing */
  CONVENE_PRACTICE_FAULT_GARBLED,   /* an answer that is no JSON */
  CONVENE_PRACTICE_FAULT_HUGE,      /* an answer of "size" octets */
  CONVENE_PRACTICE_FAULT_KILL,      /* SIGKILL to "pid"; the answer goes on */
  CONVENE_PRACTICE_FAULT_REFUSE,    /* the mail server says "reply" */
  CONVENE_PRACTICE_FAULT_LATE,      /* the connection is closed, and what was asked is done "ms" later */
  /* what changes about it; any number of these */
  CONVENE_PRACTICE_FAULT_SLOW,       /* "before_ms" and "after_ms"; for the mail server "ms" */
  CONVENE_PRACTICE_FAULT_LATE_LIST,  /* a new meeting is out of lists for "ms" by practice's clock */
  CONVENE_PRACTICE_FAULT_BARE_LINK,  /* a join link without pwd= */
  CONVENE_PRACTICE_FAULT_KEEP_START, /* an update leaves the start as it is, as one to a time in the past does */
  CONVENE_PRACTICE_FAULT_NEW_LINK,   /* an update makes another join link though the password stays */
  CONVENE_PRACTICE_FAULT_STALE,      /* a read shows the meeting as it was before its last change */
  CONVENE_PRACTICE_FAULT_SCOPE,      /* a token with "scope" alone */
  CONVENE_PRACTICE_FAULT_API_URL,    /* a token whose answer names "url" as the place of the API */
  CONVENE_PRACTICE_FAULT_DENY,       /* the authorization endpoint leads back with "error" and "description" */
} ConvenePracticeFaultKind;

typedef struct
{
  gint64                   number;
  ConvenePracticeFaultKind kind;
  char                    *name; /* as it was asked for */
  char                    *on;   /* create, get, patch, delete, list, user, settings, schedulers, token, revoke, authorize, devicecode, smtp; any is all but smtp */
  char                    *when; /* before (nothing is done), after (it is done), half (of the answer is written); of the mail server: connect,
                                  * mail, rcpt, data, in-data, after-data (the dot is there, nothing filed), after-file, after-250 */
  char       *match;             /* part of the text; NULL: any */
  gint64      times;
  gint64      skip; /* so many requests pass unharmed first */
  JsonObject *spec;
} ConvenePracticeFault;

ConvenePracticeFaults *convene_practice_faults_new (void);
void                   convene_practice_faults_free (ConvenePracticeFaults *self);

/* The change that adds a fault, or NULL with G_IO_ERROR_INVALID_ARGUMENT that says what is wrong with the spec:
 * {"fault": NAME, "on": WHAT, "times": 1, "skip": 0, "when": WHEN, …}. */
JsonObject *convene_practice_faults_format_new (ConvenePracticeFaults *self,
                                                JsonObject            *spec,
                                                GError               **error);
void        convene_practice_faults_apply (ConvenePracticeFaults *self,
                                           JsonObject            *change);

/* Adds the changes that end all of them. */
void convene_practice_faults_format_end (ConvenePracticeFaults *self,
                                         JsonArray             *changes);

/* The faults that this request gets, in order of being asked for: at most one that ends it, the rest change it. They are used up when the
 * changes added to `changes` are applied; the array owns its items. `when` NULL is any; a fault with a member "match" wants it to be part of
 * `text`, which is the grant of a token request. */
GPtrArray *convene_practice_faults_take (ConvenePracticeFaults *self,
                                         const char            *on,
                                         const char            *when,
                                         const char            *text,
                                         JsonArray             *changes);

/* Those with something left. */
JsonArray *convene_practice_faults_to_json (ConvenePracticeFaults *self);

gboolean convene_practice_fault_ends (const ConvenePracticeFault *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePracticeFaults, convene_practice_faults_free)

G_END_DECLS
