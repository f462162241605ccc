/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-connection.h"

G_BEGIN_DECLS

/* The thread that a connection lives on. Work is done one after the other, in the order in which it was pushed; answers arrive on each task's
 * main context. While nothing is to be done it looks four times a second whether another process has written, and makes the day's copy when
 * it has been left alone for a moment; work that arrives meanwhile makes it give the copy up until the next moment. */
typedef struct _ConveneWorker ConveneWorker;

/* On the worker's thread. The answer, or NULL and perhaps an error. */
typedef gpointer (*ConveneWorkFunc) (ConveneConnection *connection,
                                     gpointer           data,
                                     GError           **error);

/* `changed` is called with `owner`, which is not kept alive, on the thread-default main context of the caller, when another process has written. */
ConveneWorker *convene_worker_new (const char *folder,
                                   GObject    *owner,
                                   void (*changed) (gpointer owner));

/* One that only reads, tells of nothing and makes no copies. It begins once something is in `gate`; its connection is opened when it is first asked; work whose task is cancelled while it is done is given
 * up. */
ConveneWorker *convene_worker_new_reading (const char  *folder,
                                           GAsyncQueue *gate);

/* Waits for all work to be done (one that only reads gives it up), closes the connection and frees what it can. */
void convene_worker_stop (ConveneWorker *self);

/* Takes the task, which keeps the worker's owner as its source object, and answers it with what `func` answers. Work whose task was cancelled
 * before its turn is not begun. `answered`, if not NULL, is called with the source object after an answer without an error. */
void convene_worker_push (ConveneWorker  *self,
                          GTask          *task,
                          ConveneWorkFunc func,
                          gpointer        data,
                          GDestroyNotify  free_data,
                          GDestroyNotify  free_answer,
                          void (*answered) (gpointer source));

G_END_DECLS
