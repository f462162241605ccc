/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice.h"

/* Practice's server as a program of its own, for tests: practice-server --practice-server FOLDER. */
int
main (int   argc,
      char *argv[])
{
  return convene_practice_server_main (argc, argv);
}
