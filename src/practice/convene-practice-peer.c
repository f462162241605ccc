/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-peer.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define TABLE "/proc/net/tcp"

/* Both ends as the table writes them: the address in the machine's byte order, the port as it is read. */
static char *
format_ends (guint16 local,
             guint16 remote)
{
  guint32 loopback = g_htonl (0x7f000001);

  return g_strdup_printf (": %08X:%04X %08X:%04X ", loopback, local, loopback, remote);
}

gboolean
convene_practice_peer_find_user (const char *table,
                                 guint16     peer_port,
                                 guint16     our_port,
                                 guint32    *user)
{
  g_autofree char *ends = format_ends (peer_port, our_port);
  const char      *found = strstr (table, ends);
  unsigned int     owner;

  /* state, queues, timer, retransmissions, then the user */
  if (found == NULL || sscanf (found + strlen (ends), "%*2x %*8x:%*8x %*2x:%*8x %*8x %u", &owner) != 1)
    return FALSE;

  *user = owner;
  return TRUE;
}

gboolean
convene_practice_peer_is_ours (GSocketAddress *peer,
                               GSocketAddress *our)
{
  g_autofree char *table = NULL;
  guint32          user;

  if (!G_IS_INET_SOCKET_ADDRESS (peer) || !G_IS_INET_SOCKET_ADDRESS (our) || !g_file_get_contents (TABLE, &table, NULL, NULL))
    return FALSE;

  return convene_practice_peer_find_user (table, g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (peer)),
                                          g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (our)), &user) &&
         user == geteuid ();
}
