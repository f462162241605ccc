/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_SLOT (convene_slot_get_type ())

G_DECLARE_FINAL_TYPE (ConveneSlot, convene_slot, CONVENE, SLOT, GObject)

/* A place in a list. What stands in it (property "item") is read anew again and again, as another object each time, while the place, and with it
 * the row of a list box that is bound to it, stays: so nobody loses the focus or the line that a screen reader stands on. */

/* What an item is known by from one reading to the next; the caller's. */
typedef char *(*ConveneSlotKey) (gpointer item);

/* Makes `slots`, a list of ConveneSlot, hold `items` (NULL for none): slots whose items kept their keys stay, the others are exchanged. */
void convene_slots_update (GListStore    *slots,
                           GListModel    *items,
                           ConveneSlotKey key);

G_END_DECLS
