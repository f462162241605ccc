/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "picture-variant.h"

#include <libintl.h>

/* Half as large again, as the desktop's settings for larger text have it. */
#define LARGE_DPI (144 * 1024)

typedef struct
{
  const char *name;
  const char *styles[3];
  const char *language;
  gboolean    alone; /* there are no accepted pictures to compare with */
} Variant;

static const Variant variants[] = {
  { "", { "light", "dark" } },
  { "large", { "large" } },
  { "es", { "es" }, "es" },
  { "rtl", { "rtl" } },
  { "de", { "de" }, "de", TRUE },
  { "fr", { "fr" }, "fr", TRUE },
  { "pseudo", { "pseudo" }, "pseudo", TRUE },
};

static const Variant *
get_variant (void)
{
  const char *name = g_getenv ("CONVENE_PICTURE_VARIANT");

  for (guint i = 1; i < G_N_ELEMENTS (variants); i++)
    if (g_strcmp0 (variants[i].name, name) == 0)
      return &variants[i];

  return &variants[0];
}

/* The toolkit's own words come from where it is installed, the program's from where they were just built. */
void
picture_variant_init (void)
{
  const Variant *variant = get_variant ();

  if (variant->language != NULL)
    {
      g_setenv ("LANGUAGE", variant->language, TRUE);
      bindtextdomain (GETTEXT_PACKAGE, g_getenv ("CONVENE_PICTURE_LOCALES"));
      bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
      textdomain (GETTEXT_PACKAGE);
    }
  if (g_str_equal (variant->name, "large"))
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", LARGE_DPI, NULL);
  if (g_str_equal (variant->name, "rtl"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
}

const char *const *
picture_variant_get_styles (void)
{
  return get_variant ()->styles;
}

gboolean
picture_variant_is_plain (void)
{
  return get_variant () == &variants[0];
}

gboolean
picture_variant_is_compared (void)
{
  return !get_variant ()->alone;
}
