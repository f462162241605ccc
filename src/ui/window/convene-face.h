/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-engine.h"

G_BEGIN_DECLS

/* The window as main.c sees it: a module that is loaded where a window is asked for, so that the terminal neither waits for GTK nor needs it. It takes
 * workflow and model from the program that loads it. Nothing here needs GTK's headers. */

#define CONVENE_FACE_MODULE "libconvene-window.so"
#define CONVENE_FACE_SYMBOL "convene_face_run"

/* How the window gets an engine that is open, from whoever knows which profile it is: asked as soon as there is a window to show, answered on the
 * main context, and asked again where somebody tries again. The answer is the caller's. */
typedef void (*ConveneFaceOpen) (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data, gpointer open_data);
typedef ConveneEngine *(*ConveneFaceOpenFinish) (GAsyncResult *result, GError **error);

/* Belongs to the caller, who keeps it while the face runs. */
typedef struct
{
  const char           *application_id;
  const char           *version;
  gboolean              practice;
  const char           *database; /* its path, which is said to who asks what is kept; or NULL */
  ConveneFaceOpen       open;
  ConveneFaceOpenFinish open_finish;
  gpointer              open_data;
} ConveneFace;

/* Runs the window until it is closed and its engine with it, and answers the exit status: 2 where there is no display. `argv` holds the files to open
 * and options of GApplication's own, behind the program's name. */
int convene_face_run (const ConveneFace *face,
                      int                argc,
                      char             **argv);

typedef int (*ConveneFaceRun) (const ConveneFace *face, int argc, char **argv);

G_END_DECLS
