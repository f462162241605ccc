/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-window-fit.h"

static void
raise_to (ConveneAdaptive *adaptive,
          int              width)
{
  int threshold;

  g_object_get (adaptive, "threshold", &threshold, NULL);
  if (width > threshold)
    g_object_set (adaptive, "threshold", width, NULL);
}

static void
map_cb (ConveneWindowHeader *header,
        gpointer             room)
{
  raise_to (room, convene_window_header_get_width (header, TRUE));
}

static void
page_cb (ConveneWindowHeader *header,
         GParamSpec          *pspec,
         gpointer             room)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (header)))
    map_cb (header, room);
}

/* A week has a longer name than a month. Where the name is short anyway it does not matter. */
static void
title_cb (ConveneWindowHeader *header,
          GParamSpec          *pspec,
          gpointer             tools)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (header)) && !convene_adaptive_get_narrow (tools))
    raise_to (tools, convene_window_header_get_width (header, FALSE));
}

static void
tools_map_cb (ConveneWindowHeader *header,
              gpointer             tools)
{
  raise_to (tools, convene_window_header_get_width (header, FALSE));
}

void
convene_window_fit (ConveneAdaptive     *room,
                    ConveneAdaptive     *tools,
                    ConveneWindowHeader *header)
{
  g_return_if_fail (CONVENE_IS_ADAPTIVE (room));
  g_return_if_fail (CONVENE_IS_ADAPTIVE (tools));
  g_return_if_fail (CONVENE_IS_WINDOW_HEADER (header));

  g_signal_connect_object (header, "map", G_CALLBACK (map_cb), room, 0);
  g_signal_connect_object (header, "map", G_CALLBACK (tools_map_cb), tools, 0);
  g_signal_connect_object (header, "notify::page", G_CALLBACK (page_cb), room, 0);
  g_signal_connect_object (header, "notify::title", G_CALLBACK (title_cb), tools, 0);
}
