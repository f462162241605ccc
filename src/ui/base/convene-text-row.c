/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-rows.h"

#include <glib/gi18n-lib.h>

/* How many lines are seen: at least, and before it scrolls. */
#define MIN_LINES 3
#define MAX_LINES 8

struct _ConveneTextRow
{
  AdwPreferencesRow parent_instance;

  char *text;
  int   maximum;

  GtkWidget *counter;
  GtkWidget *body;
  GtkWidget *scroller;
  GtkWidget *view;
  GtkWidget *placeholder;
};

G_DEFINE_FINAL_TYPE (ConveneTextRow, convene_text_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_MAXIMUM,
  PROP_EDITABLE,
  PROP_PLACEHOLDER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_length (ConveneTextRow *self)
{
  int              length = (int) g_utf8_strlen (self->text, -1);
  gboolean         is_over = self->maximum > 0 && length > self->maximum;
  g_autofree char *words = NULL;

  if (is_over)
    /* Translators: characters: how many there are, how many there may be, and the difference. */
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d of %d, %d too many", "%d of %d, %d too many", length - self->maximum), length, self->maximum,
                             length - self->maximum);
  else
    /* Translators: characters: how many there are, and how many there may be. */
    words = g_strdup_printf (C_("characters", "%d of %d"), length, self->maximum);

  gtk_label_set_label (GTK_LABEL (self->counter), words);
  gtk_widget_set_visible (self->counter, self->maximum > 0);
  gtk_widget_set_css_classes (self->counter, (const char *[]){ "caption", "numeric", is_over ? "error" : "dim-label", NULL });

  /* Without a maximum it is for others to say. */
  if (self->maximum > 0)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_STATE_INVALID, is_over ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
changed_cb (ConveneTextRow *self,
            GtkTextBuffer  *buffer)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_free (self->text);
  self->text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  gtk_widget_set_visible (self->placeholder, *self->text == '\0');
  show_length (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/* The text is as high as its lines: so many pixels as one has in the font that is there now. */
static void
set_heights (ConveneTextRow *self)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "X");
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);
  int                line;

  pango_layout_get_pixel_size (layout, NULL, &line);

  /* The maximum is lifted first: it may not be less than the minimum. */
  gtk_scrolled_window_set_max_content_height (scroller, -1);
  gtk_scrolled_window_set_min_content_height (scroller, MIN_LINES * line);
  gtk_scrolled_window_set_max_content_height (scroller, MAX_LINES * line);
}

static GtkSizeRequestMode
get_body_mode (GtkWidget *body)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A list gives its rows no more than their minimum: here that is what the lines need. */
static void
measure_body (GtkWidget     *body,
              GtkOrientation orientation,
              int            for_size,
              int           *minimum,
              int           *natural,
              int           *minimum_baseline,
              int           *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (body), orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural;
  *minimum_baseline = *natural_baseline = -1;
}

static void
allocate_body (GtkWidget *body,
               int        width,
               int        height,
               int        baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (body), width, height, baseline, NULL);
}

/* How many line ends are missing in front of a place in the text, to make a blank line; and behind it. */
static guint
count_missing_before (GtkTextIter at)
{
  for (guint missing = 2; missing > 0; missing--)
    {
      if (!gtk_text_iter_backward_char (&at))
        return 0;
      if (gtk_text_iter_get_char (&at) != '\n')
        return missing;
    }
  return 0;
}

static guint
count_missing_behind (GtkTextIter at)
{
  for (guint missing = 2; missing > 0; missing--)
    {
      if (gtk_text_iter_is_end (&at))
        return 0;
      if (gtk_text_iter_get_char (&at) != '\n')
        return missing;
      gtk_text_iter_forward_char (&at);
    }
  return 0;
}

static void
clicked_cb (ConveneTextRow *self)
{
  gtk_widget_grab_focus (self->view);
}

static void
convene_text_row_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (convene_text_row_parent_class)->css_changed (widget, change);

  set_heights (CONVENE_TEXT_ROW (widget));
}

static gboolean
convene_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CONVENE_TEXT_ROW (widget)->view);
}

static void
convene_text_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_TEXT_ROW);

  G_OBJECT_CLASS (convene_text_row_parent_class)->dispose (object);
}

static void
convene_text_row_finalize (GObject *object)
{
  g_clear_pointer (&CONVENE_TEXT_ROW (object)->text, g_free);

  G_OBJECT_CLASS (convene_text_row_parent_class)->finalize (object);
}

static void
convene_text_row_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ConveneTextRow *self = CONVENE_TEXT_ROW (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    case PROP_MAXIMUM:
      g_value_set_int (value, self->maximum);
      break;

    case PROP_EDITABLE:
      g_value_set_boolean (value, gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)));
      break;

    case PROP_PLACEHOLDER:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->placeholder)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_maximum (ConveneTextRow *self,
             int             maximum)
{
  self->maximum = maximum;
  show_length (self);
}

static void
set_editable (ConveneTextRow *self,
              gboolean        editable)
{
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), editable);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->view), editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !editable, -1);
}

static void
set_placeholder (ConveneTextRow *self,
                 const char     *placeholder)
{
  gtk_label_set_label (GTK_LABEL (self->placeholder), placeholder != NULL ? placeholder : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, placeholder != NULL ? placeholder : "", -1);
}

static void
convene_text_row_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ConveneTextRow *self = CONVENE_TEXT_ROW (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      convene_text_row_set_text (self, g_value_get_string (value));
      break;

    case PROP_MAXIMUM:
      set_maximum (self, g_value_get_int (value));
      break;

    case PROP_EDITABLE:
      set_editable (self, g_value_get_boolean (value));
      break;

    case PROP_PLACEHOLDER:
      set_placeholder (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/base/convene-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneTextRow, body);
  gtk_widget_class_bind_template_child (widget_class, ConveneTextRow, counter);
  gtk_widget_class_bind_template_child (widget_class, ConveneTextRow, scroller);
  gtk_widget_class_bind_template_child (widget_class, ConveneTextRow, view);
  gtk_widget_class_bind_template_child (widget_class, ConveneTextRow, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
convene_text_row_class_init (ConveneTextRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = convene_text_row_dispose;
  object_class->finalize = convene_text_row_finalize;
  object_class->get_property = convene_text_row_get_property;
  object_class->set_property = convene_text_row_set_property;
  widget_class->css_changed = convene_text_row_css_changed;
  widget_class->grab_focus = convene_text_row_grab_focus;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_MAXIMUM] = g_param_spec_int ("maximum", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (widget_class);
}

static void
convene_text_row_init (ConveneTextRow *self)
{
  self->text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->body, gtk_custom_layout_new (get_body_mode, measure_body, allocate_body));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "text");
  show_length (self);
}

GtkWidget *
convene_text_row_new (void)
{
  return g_object_new (CONVENE_TYPE_TEXT_ROW, NULL);
}

void
convene_text_row_set_text (ConveneTextRow *self,
                           const char     *text)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (CONVENE_IS_TEXT_ROW (self));

  if (g_strcmp0 (self->text, text != NULL ? text : "") == 0)
    return;

  /* Undo takes back what was typed, not what was there before. */
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (buffer);
}

const char *
convene_text_row_get_text (ConveneTextRow *self)
{
  g_return_val_if_fail (CONVENE_IS_TEXT_ROW (self), NULL);

  return self->text;
}

void
convene_text_row_insert (ConveneTextRow *self,
                         const char     *text,
                         gboolean        apart)
{
  static const char *const ends[] = { "", "\n", "\n\n" };
  GtkTextBuffer           *buffer;
  GtkTextIter              at;
  g_autofree char         *whole = NULL;

  g_return_if_fail (CONVENE_IS_TEXT_ROW (self));
  g_return_if_fail (text != NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  if (apart)
    whole = g_strconcat (ends[count_missing_before (at)], text, ends[count_missing_behind (at)], NULL);
  gtk_text_buffer_insert_interactive (buffer, &at, apart ? whole : text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}
