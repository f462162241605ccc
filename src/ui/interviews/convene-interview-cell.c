/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview-cell.h"

#include <glib/gi18n-lib.h>

#include "convene-words.h"

#define GAP 6

struct _ConveneInterviewCell
{
  GtkWidget parent_instance;

  ConveneColumn column;
  ConveneNow    now;
  gpointer      now_data;

  ConveneInterviewItem *item;
  gulong                entry_id; /* of a handler of the item's */

  GtkWidget *chip; /* the type, or NULL */
  GtkWidget *text;
  gboolean   is_empty; /* and named so */
};

G_DEFINE_FINAL_TYPE (ConveneInterviewCell, convene_interview_cell, GTK_TYPE_WIDGET)

/* What a column is called, and the characters that it has at least, and would have. */
static const struct
{
  const char *title;
  guint       min;
  guint       nat;
} columns[] = {
  [CONVENE_COLUMN_TIME] = { NC_ ("column", "Time"), 17, 21 },
  [CONVENE_COLUMN_CANDIDATE] = { NC_ ("column", "Candidate"), 10, 20 },
  [CONVENE_COLUMN_JOB] = { NC_ ("column", "Job"), 10, 20 },
  [CONVENE_COLUMN_TYPE] = { NC_ ("column", "Type"), 5, 11 },
  [CONVENE_COLUMN_STATUS] = { NC_ ("column", "State"), 10, 15 },
  [CONVENE_COLUMN_ANSWER] = { NC_ ("column", "Answer"), 8, 13 },
  [CONVENE_COLUMN_HOST] = { NC_ ("column", "Host"), 8, 20 },
  [CONVENE_COLUMN_MANAGER] = { NC_ ("column", "Hiring Manager"), 8, 17 },
};

/* Where the type says all, as of a phone, the platform is not named again. */
static char *
format_platform (ConvenePlatform platform)
{
  const char *name = convene_words_platform (platform);

  return g_strdup (g_strcmp0 (name, convene_words_type (platform)) != 0 ? name : "");
}

static const char *
get_state (ConveneCalendarEntry *entry)
{
  return convene_calendar_entry_get_attention (entry) ? C_("interview", "Needs attention") : convene_words_status (convene_calendar_entry_get_status (entry));
}

const char *
convene_interview_cell_title (ConveneColumn column)
{
  g_return_val_if_fail (column < CONVENE_COLUMN_N, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[column].title);
}

char *
convene_interview_cell_format (ConveneColumn         column,
                               ConveneCalendarEntry *entry,
                               gint64                now)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (entry), NULL);

  switch (column)
    {
    case CONVENE_COLUMN_TIME:
      return convene_words_short_dated (convene_calendar_entry_get_start (entry), NULL, now);
    case CONVENE_COLUMN_CANDIDATE:
      return g_strdup (convene_calendar_entry_get_candidate (entry));
    case CONVENE_COLUMN_JOB:
      return g_strdup (convene_calendar_entry_get_job (entry));
    case CONVENE_COLUMN_TYPE:
      return format_platform (convene_calendar_entry_get_platform (entry));
    case CONVENE_COLUMN_STATUS:
      return g_strdup (get_state (entry));
    case CONVENE_COLUMN_ANSWER:
      return g_strdup (convene_words_response (convene_calendar_entry_get_response (entry)));
    case CONVENE_COLUMN_HOST:
      return g_strdup (convene_calendar_entry_get_host (entry));
    case CONVENE_COLUMN_MANAGER:
      return g_strdup (convene_calendar_entry_get_manager (entry));
    case CONVENE_COLUMN_N:
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
convene_interview_cell_describe (ConveneCalendarEntry *entry,
                                 gint64                now)
{
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (entry), NULL);

  day = convene_words_day (convene_calendar_entry_get_start (entry), NULL, now);
  words = convene_words_entry (entry, NULL);
  /* Translators: read aloud: a day, and what is on it: "Tuesday 1 December, 10:00 to 10:45, Ada Example". */
  return g_strdup_printf (C_("row of the list", "%s, %s"), day, words);
}

/* The list's own widget around all cells, which has no name of its own. */
static void
name_row (ConveneInterviewCell *self,
          const char           *words)
{
  GtkWidget *around = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *row = around != NULL ? gtk_widget_get_parent (around) : NULL;

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* The list's own widget around it is called what stands in it, or what the column is called where nothing does. */
static void
name_cell (ConveneInterviewCell *self,
           gboolean              is_empty)
{
  GtkAccessible *around = GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self)));

  if (around == NULL || is_empty == self->is_empty)
    return;

  self->is_empty = is_empty;
  if (is_empty)
    gtk_accessible_update_property (around, GTK_ACCESSIBLE_PROPERTY_LABEL, convene_interview_cell_title (self->column), -1);
  else
    gtk_accessible_reset_property (around, GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    is_set)
{
  if (is_set == gtk_widget_has_css_class (widget, name))
    return;

  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_chip (ConveneInterviewCell *self,
           ConveneCalendarEntry *entry)
{
  const char *type = entry != NULL ? convene_words_type (convene_calendar_entry_get_platform (entry)) : NULL;

  gtk_inscription_set_text (GTK_INSCRIPTION (self->chip), type != NULL ? type : "");
  gtk_widget_set_child_visible (self->chip, type != NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Before an entry is read there is nothing, and the frame after it has it. */
static void
show (ConveneInterviewCell *self)
{
  ConveneCalendarEntry *entry = self->item != NULL ? convene_interview_item_get_entry (self->item) : NULL;
  gint64                now = self->now (self->now_data);
  g_autofree char      *text = entry != NULL ? convene_interview_cell_format (self->column, entry, now) : NULL;
  g_autofree char      *words = self->column == CONVENE_COLUMN_TIME && entry != NULL ? convene_interview_cell_describe (entry, now) : NULL;

  /* GTK 4.8 tells a screen reader of an inscription without a text what is no number of letters. */
  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), text != NULL ? text : "");
  if (self->chip != NULL)
    show_chip (self, entry);
  else if (entry != NULL)
    name_cell (self, text == NULL || *text == '\0');
  if (self->column == CONVENE_COLUMN_TIME)
    name_row (self, words != NULL ? words : "");
  if (self->column == CONVENE_COLUMN_CANDIDATE)
    set_class (self->text, "cancelled", entry != NULL && convene_calendar_entry_get_status (entry) == CONVENE_STATUS_CANCELLED);
  if (self->column == CONVENE_COLUMN_STATUS)
    set_class (self->text, "warning", entry != NULL && convene_calendar_entry_get_attention (entry));
}

static int
measure_chip (ConveneInterviewCell *self)
{
  const char *type = gtk_inscription_get_text (GTK_INSCRIPTION (self->chip));
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (self->chip, type != NULL ? type : "");
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + 18;
}

static void
convene_interview_cell_measure (GtkWidget     *widget,
                                GtkOrientation orientation,
                                int            for_size,
                                int           *minimum,
                                int           *natural,
                                int           *minimum_baseline,
                                int           *natural_baseline)
{
  ConveneInterviewCell *self = CONVENE_INTERVIEW_CELL (widget);
  int                   least = 0;
  int                   wanted = 0;

  gtk_widget_measure (self->text, orientation, -1, minimum, natural, NULL, NULL);
  if (self->chip != NULL)
    gtk_widget_measure (self->chip, orientation, -1, &least, &wanted, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum += wanted;
      *natural += wanted;
    }
  else
    {
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wanted);
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
place (GtkWidget *child,
       int        x,
       int        width,
       int        height)
{
  int least;
  int wanted;
  int needed;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &wanted, NULL, NULL);
  needed = MIN (wanted, height);
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, (height - needed) / 2, MAX (width, least), needed }, -1);
}

static void
convene_interview_cell_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  ConveneInterviewCell *self = CONVENE_INTERVIEW_CELL (widget);
  gboolean              is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int                   chip;

  if (self->chip == NULL)
    {
      place (self->text, 0, width, height);
      return;
    }

  chip = MIN (measure_chip (self), width);
  place (self->chip, is_rtl ? width - chip : 0, chip, height);
  place (self->text, is_rtl ? 0 : chip + GAP, MAX (0, width - chip - GAP), height);
}

/* The whole of what may be shortened. */
static gboolean
query_tooltip_cb (ConveneInterviewCell *self,
                  int                   x,
                  int                   y,
                  gboolean              keyboard,
                  GtkTooltip           *tooltip)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (self->text));

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL && *text != '\0';
}

static void
convene_interview_cell_dispose (GObject *object)
{
  ConveneInterviewCell *self = CONVENE_INTERVIEW_CELL (object);

  g_clear_signal_handler (&self->entry_id, self->item);
  g_clear_object (&self->item);
  g_clear_pointer (&self->chip, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);

  G_OBJECT_CLASS (convene_interview_cell_parent_class)->dispose (object);
}

static void
convene_interview_cell_class_init (ConveneInterviewCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_interview_cell_dispose;
  widget_class->measure = convene_interview_cell_measure;
  widget_class->size_allocate = convene_interview_cell_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "interviewcell");
}

static void
convene_interview_cell_init (ConveneInterviewCell *self)
{
  self->text = g_object_new (GTK_TYPE_INSCRIPTION, "text", "", "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, NULL);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

static void
make_chip (ConveneInterviewCell *self)
{
  self->chip = g_object_new (GTK_TYPE_INSCRIPTION, "text", "", "xalign", 0.5, "nat-chars", 5, NULL);
  gtk_widget_add_css_class (self->chip, "type-chip");
  gtk_widget_set_parent (self->chip, GTK_WIDGET (self));
}

GtkWidget *
convene_interview_cell_new (ConveneColumn column,
                            ConveneNow    now,
                            gpointer      user_data)
{
  ConveneInterviewCell *self;

  g_return_val_if_fail (column < CONVENE_COLUMN_N, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_INTERVIEW_CELL, NULL);
  self->column = column;
  self->now = now;
  self->now_data = user_data;
  g_object_set (self->text, "min-chars", columns[column].min, "nat-chars", columns[column].nat, NULL);
  if (column == CONVENE_COLUMN_TYPE)
    make_chip (self);
  if (column == CONVENE_COLUMN_TIME)
    gtk_widget_add_css_class (self->text, "numeric");
  return GTK_WIDGET (self);
}

void
convene_interview_cell_set_item (ConveneInterviewCell *self,
                                 ConveneInterviewItem *item)
{
  g_return_if_fail (CONVENE_IS_INTERVIEW_CELL (self));
  g_return_if_fail (item == NULL || CONVENE_IS_INTERVIEW_ITEM (item));

  if (self->item == item)
    return;

  g_clear_signal_handler (&self->entry_id, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  self->entry_id = g_signal_connect_swapped (item, "notify::entry", G_CALLBACK (show), self);
  show (self);
}

ConveneInterviewItem *
convene_interview_cell_get_item (ConveneInterviewCell *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW_CELL (self), NULL);

  return self->item;
}
