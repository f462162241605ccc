/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-toast.h"

#include <glib/gi18n-lib.h>

#define UNDO_SECONDS 10
#define SHOWN_SECONDS 10 /* of a toast with another button */

/* What an open undo is kept under: of its overlay, so that a newer one ends it; and of its toast. */
#define UNDO_KEY "convene-undo"

/* What is kept of a toast, and of its overlay. */
#define TOAST_KEY "convene-toast"
#define MOVEMENT_KEY "convene-movement"

/* A toast that comes for another one takes 500 ms to be there. */
#define MOVEMENT_US (600 * G_TIME_SPAN_MILLISECOND)

static GtkWidget *
find_overlay (GtkWidget *widget)
{
  GtkWidget *found;

  if (widget == NULL || ADW_IS_TOAST_OVERLAY (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if ((found = find_overlay (child)) != NULL)
      return found;

  return NULL;
}

/* The overlay around a widget, or the window's first one where it lies outside of it. */
static AdwToastOverlay *
get_overlay (GtkWidget *widget)
{
  GtkWidget *around = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  return (AdwToastOverlay *) (around != NULL ? around : find_overlay (GTK_WIDGET (gtk_widget_get_root (widget))));
}

/* The overlay and what had the focus before the toast came are weak. */
typedef struct
{
  GtkWidget *overlay;
  GtkWidget *before;
  gboolean   waits; /* to be there before it goes */
} Toast;

static void
toast_free (gpointer data)
{
  Toast *self = data;

  g_set_weak_pointer (&self->overlay, NULL);
  g_set_weak_pointer (&self->before, NULL);
  g_free (self);
}

static gboolean
is_in_toast (GtkWidget *widget)
{
  while (widget != NULL && g_strcmp0 (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget") != 0)
    widget = gtk_widget_get_parent (widget);

  return widget != NULL;
}

/* A toast that goes with the focus in it would leave whoever came by keyboard somewhere in the header, and the toolkit with a widget that is no more. */
static void
give_focus_back_cb (AdwToast *toast,
                    Toast    *self)
{
  GtkRoot *root = self->overlay != NULL ? gtk_widget_get_root (self->overlay) : NULL;

  if (root == NULL || !is_in_toast (gtk_root_get_focus (root)))
    return;
  if (self->before == NULL || !gtk_widget_get_mapped (self->before) || !gtk_widget_grab_focus (self->before))
    gtk_widget_child_focus (adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (self->overlay)), GTK_DIR_TAB_FORWARD);
}

/* When the last toast began to come into view, in microseconds of the frame clock. */
typedef struct
{
  GtkWidget  *overlay; /* owns this */
  GListModel *children;
  gint64      began;
} Movement;

static void
movement_free (gpointer data)
{
  Movement *self = data;

  g_object_unref (self->children);
  g_free (self);
}

static gint64
get_frame_time (GtkWidget *overlay)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (overlay);

  return clock != NULL ? gdk_frame_clock_get_frame_time (clock) : 0;
}

/* One that was covered comes into view again as another widget. */
static void
children_changed_cb (Movement *self,
                     guint     position,
                     guint     removed,
                     guint     added)
{
  if (added > 0 && adw_get_enable_animations (self->overlay))
    self->began = get_frame_time (self->overlay);
}

static void
watch_movement (GtkWidget *overlay)
{
  Movement *self;

  if (g_object_get_data (G_OBJECT (overlay), MOVEMENT_KEY) != NULL)
    return;

  self = g_new0 (Movement, 1);
  self->overlay = overlay;
  self->began = -MOVEMENT_US;
  self->children = gtk_widget_observe_children (overlay);
  g_signal_connect_swapped (self->children, "items-changed", G_CALLBACK (children_changed_cb), self);
  g_object_set_data_full (G_OBJECT (overlay), MOVEMENT_KEY, self, movement_free);
}

static gboolean
is_moving (GtkWidget *overlay)
{
  Movement *movement = g_object_get_data (G_OBJECT (overlay), MOVEMENT_KEY);

  return gtk_widget_get_mapped (overlay) && get_frame_time (overlay) - movement->began < MOVEMENT_US;
}

static gboolean
dismiss_at_rest_cb (GtkWidget     *overlay,
                    GdkFrameClock *clock,
                    gpointer       toast)
{
  if (is_moving (overlay))
    return G_SOURCE_CONTINUE;

  /* It takes itself for dismissed already, and would say nothing. */
  g_signal_emit_by_name (toast, "dismissed");
  return G_SOURCE_REMOVE;
}

/* libadwaita 1.2 frees a toast that has faded, after 300 ms, also where it is still coming into view and asked once it is there, after 500; nor
 * can it bring one back that still fades. So a toast stays until nothing moves. That is counted in frames: a window that nobody sees has none.
 * Its button has done what it does. */
static void
wait_until_there_cb (AdwToast *toast,
                     Toast    *self)
{
  if (self->overlay == NULL || !is_moving (self->overlay))
    return;

  g_signal_stop_emission_by_name (toast, "dismissed");
  adw_toast_set_action_name (toast, NULL);
  if (!self->waits)
    gtk_widget_add_tick_callback (self->overlay, dismiss_at_rest_cb, g_object_ref (toast), g_object_unref);
  self->waits = TRUE;
}

/* Takes the toast. The overlay's own answer to its end comes last. */
static void
show_toast (AdwToastOverlay *overlay,
            AdwToast        *toast)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (overlay));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  Toast     *self = g_new0 (Toast, 1);

  g_set_weak_pointer (&self->overlay, GTK_WIDGET (overlay));
  g_set_weak_pointer (&self->before, is_in_toast (focus) ? NULL : focus);
  g_object_set_data_full (G_OBJECT (toast), TOAST_KEY, self, toast_free);
  g_signal_connect (toast, "dismissed", G_CALLBACK (give_focus_back_cb), self);
  g_signal_connect (toast, "dismissed", G_CALLBACK (wait_until_there_cb), self);
  watch_movement (GTK_WIDGET (overlay));
  adw_toast_overlay_add_toast (overlay, toast);
}

/* A toast's title is markup. */
static AdwToast *
toast_new (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return adw_toast_new (escaped);
}

void
convene_toast (GtkWidget  *widget,
               const char *text)
{
  AdwToastOverlay *overlay;
  AdwToast        *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  overlay = get_overlay (widget);
  if (overlay == NULL)
    return;

  /* It answers what somebody just did, so it does not queue behind an Undo that stays for a while. */
  toast = toast_new (text);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  show_toast (overlay, toast);
}

void
convene_toast_action (GtkWidget  *widget,
                      const char *text,
                      const char *label,
                      const char *action,
                      const char *target)
{
  AdwToastOverlay *overlay;
  AdwToast        *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL && label != NULL && action != NULL && target != NULL);

  overlay = get_overlay (widget);
  if (overlay == NULL)
    return;

  toast = toast_new (text);
  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_target (toast, "s", target);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, SHOWN_SECONDS);
  show_toast (overlay, toast);
}

typedef struct
{
  ConveneUndo    undo;
  ConveneUndo    done;
  gpointer       user_data;
  GDestroyNotify free;
  guint          timer;
} Undo;

/* Ends it in one of the two ways; what comes after that finds nothing left to do. */
static void
undo_settle (Undo    *self,
             gboolean undone)
{
  ConveneUndo    call = undone ? self->undo : self->done;
  GDestroyNotify release = self->free;
  gpointer       user_data = self->user_data;

  g_clear_handle_id (&self->timer, g_source_remove);
  self->undo = self->done = NULL;
  self->free = NULL;
  if (call != NULL)
    call (user_data);
  if (release != NULL)
    release (user_data);
}

static void
undo_free (gpointer data)
{
  undo_settle (data, FALSE);
  g_free (data);
}

static void
undo_clicked_cb (AdwToast *toast)
{
  undo_settle (g_object_get_data (G_OBJECT (toast), UNDO_KEY), TRUE);
}

static void
undo_dismissed_cb (AdwToast *toast)
{
  undo_settle (g_object_get_data (G_OBJECT (toast), UNDO_KEY), FALSE);
}

static gboolean
undo_expired_cb (gpointer user_data)
{
  AdwToast *toast = user_data;
  Undo     *self = g_object_get_data (G_OBJECT (toast), UNDO_KEY);

  self->timer = 0;
  adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

static Undo *
undo_new (ConveneUndo    undo,
          ConveneUndo    done,
          gpointer       user_data,
          GDestroyNotify free)
{
  Undo *self = g_new0 (Undo, 1);

  self->undo = undo;
  self->done = done;
  self->user_data = user_data;
  self->free = free;
  return self;
}

void
convene_toast_undo (GtkWidget     *widget,
                    const char    *text,
                    ConveneUndo    undo,
                    ConveneUndo    done,
                    gpointer       user_data,
                    GDestroyNotify free)
{
  AdwToastOverlay *overlay;
  AdwToast        *older;
  AdwToast        *toast;
  Undo            *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);
  g_return_if_fail (undo != NULL);

  self = undo_new (undo, done, user_data, free);
  overlay = get_overlay (widget);
  if (overlay == NULL)
    {
      undo_free (self);
      return;
    }

  /* Behind another one it would be seen when its time has passed. */
  older = g_object_get_data (G_OBJECT (overlay), UNDO_KEY);
  if (older != NULL)
    adw_toast_dismiss (older);

  toast = toast_new (text);
  adw_toast_set_button_label (toast, _("Undo"));
  /* The time counts from now, also while another toast covers it. */
  adw_toast_set_timeout (toast, 0);
  self->timer = g_timeout_add_seconds (UNDO_SECONDS, undo_expired_cb, toast);
  g_object_set_data_full (G_OBJECT (toast), UNDO_KEY, self, undo_free);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), NULL);
  g_signal_connect (toast, "dismissed", G_CALLBACK (undo_dismissed_cb), NULL);
  g_signal_connect_object (overlay, "unrealize", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (overlay), UNDO_KEY, g_object_ref (toast), g_object_unref);
  show_toast (overlay, toast);
}
