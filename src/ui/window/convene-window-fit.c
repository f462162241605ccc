/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-window-fit.h"

/* Pixels by which a title has to be shorter before it counts: titles of much the same length do not turn the header back and forth. */
#define SLACK 12

/* Only ever more: the switcher does not change its place because another page is in front. */
static void
room_map_cb (ConveneWindowHeader *header,
             gpointer             room)
{
  int width = convene_window_header_get_width (header, TRUE);
  int threshold;

  g_object_get (room, "threshold", &threshold, NULL);
  if (width > threshold)
    g_object_set (room, "threshold", width, NULL);
}

static void
room_notify_cb (ConveneWindowHeader *header,
                GParamSpec          *pspec,
                gpointer             room)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (header)))
    room_map_cb (header, room);
}

/* What the words need now: a week has a longer title than a month, and the interviews have none. */
static void
tools_map_cb (ConveneWindowHeader *header,
              gpointer             tools)
{
  int least = GPOINTER_TO_INT (g_object_get_data (tools, "least"));
  int width = MAX (least, convene_window_header_get_width (header, FALSE));
  int threshold;

  g_object_get (tools, "threshold", &threshold, NULL);
  if (width > threshold || width < threshold - SLACK)
    g_object_set (tools, "threshold", width, NULL);
}

static void
tools_notify_cb (ConveneWindowHeader *header,
                 GParamSpec          *pspec,
                 gpointer             tools)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (header)))
    tools_map_cb (header, tools);
}

void
convene_window_fit (ConveneAdaptive     *room,
                    ConveneAdaptive     *tools,
                    ConveneWindowHeader *header)
{
  int least;

  g_return_if_fail (CONVENE_IS_ADAPTIVE (room));
  g_return_if_fail (CONVENE_IS_ADAPTIVE (tools));
  g_return_if_fail (CONVENE_IS_WINDOW_HEADER (header));

  g_object_get (tools, "threshold", &least, NULL);
  g_object_set_data (G_OBJECT (tools), "least", GINT_TO_POINTER (least));

  g_signal_connect_object (header, "map", G_CALLBACK (room_map_cb), room, 0);
  g_signal_connect_object (header, "map", G_CALLBACK (tools_map_cb), tools, 0);
  g_signal_connect_object (header, "notify::page", G_CALLBACK (room_notify_cb), room, 0);
  g_signal_connect_object (header, "notify::page", G_CALLBACK (tools_notify_cb), tools, 0);
  g_signal_connect_object (header, "notify::title", G_CALLBACK (tools_notify_cb), tools, 0);
}
