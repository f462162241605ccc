/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives names to what the toolkit makes inside of its own widgets, for who reads the window with a screen reader: the list of a group without a title
 * is called as the group is (its accessible label), those of a row that expands as the row, the menu of a button as the button, a choice of a combo row as what
 * it shows, where it is there when the choices come up; a page of a stack without a title keeps quiet, where GTK says the name of its class. For `widget` and all
 * below it that is there by now; a class made of a group asks for itself. */
void convene_name_parts (GtkWidget *widget);

/* A row with a check in it is one thing: the row has the keyboard's focus, and so the row says whether it is checked, too. Its role is given where it is made,
 * and the check's, which is GTK_ACCESSIBLE_ROLE_PRESENTATION. */
void convene_name_checked_row (GtkWidget      *row,
                               GtkCheckButton *check);

/* A button with a text that says more to a screen reader than it shows: newer versions of GTK prefer what it shows, unless asked again. */
void convene_name_button (GtkWidget  *button,
                          const char *name);

/* The arrows of a calendar, which GTK leaves to their pictures. */
void convene_name_arrows (GtkCalendar *calendar);

/* The items of every menu that opens from now on: newer versions of GTK call them nothing. Once for a process; more often does no harm. */
void convene_name_menus (void);

G_END_DECLS
