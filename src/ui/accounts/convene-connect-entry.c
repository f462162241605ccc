/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-connect-entry.h"

char *
convene_connect_entry_dup_text (GtkEditable *entry)
{
  g_return_val_if_fail (GTK_IS_EDITABLE (entry), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

ConveneSecret *
convene_connect_entry_take_secret (GtkEditable *entry,
                                   gboolean     strip)
{
  char *text;

  g_return_val_if_fail (GTK_IS_EDITABLE (entry), NULL);

  text = g_strdup (gtk_editable_get_text (entry));
  return convene_secret_new_take (strip ? g_strstrip (text) : text);
}

ConveneSecret *
convene_connect_entry_read_optional (GtkEditable *entry)
{
  g_autoptr(ConveneSecret) secret = convene_connect_entry_take_secret (entry, TRUE);

  return *convene_secret_peek (secret) != '\0' ? g_steal_pointer (&secret) : NULL;
}

void
convene_connect_entry_forget (GtkEditable *entry)
{
  g_return_if_fail (GTK_IS_EDITABLE (entry));

  gtk_editable_set_enable_undo (entry, FALSE);
  gtk_editable_set_text (entry, "");
}
