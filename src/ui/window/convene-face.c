/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-face.h"

#include <glib/gi18n-lib.h>

#include "convene-application.h"

int
convene_face_run (const ConveneFace *face,
                  int                argc,
                  char             **argv)
{
  g_autoptr(ConveneApplication) application = NULL;

  g_return_val_if_fail (face != NULL, 1);

  if (!gtk_init_check ())
    {
      g_printerr ("convene: %s\n", _("There is no display for the window: see “convene --help” for what Convene does in the terminal"));
      return 2;
    }

  /* By this name desktops find the icon and the title that belong to a window. */
  g_set_prgname (face->application_id);
  application = convene_application_new (face);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
