/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-day-paper.h"

#include <glib/gi18n-lib.h>

#include "convene-clock.h"
#include "convene-words.h"

/* In ems of the text. */
#define TIME_COLUMN 9.0
#define GAP 1.0
#define MARGIN_BELOW_TITLE 1.5
#define FOOTER 2.0

/* Points. */
#define TEXT_SIZE 10
#define TITLE_SIZE 16

/* One interview, as high as it needs. */
typedef struct
{
  PangoLayout *time;
  PangoLayout *name;
  PangoLayout *facts;
  double       height;
} Block;

/* Which part of a block stands where. */
typedef struct
{
  int    page;
  double y;
  Block *block;
  double from; /* of the block's height */
  double to;
} Piece;

struct _ConveneDayPaper
{
  GObject parent_instance;

  PangoContext *context;
  PangoLayout  *title;
  GPtrArray    *blocks; /* of Block */
  GArray       *pieces; /* of Piece */
  gboolean      mirrored;
  double        width;
  double        height; /* without the footer */
  double        em;
  int           pages;
};

G_DEFINE_FINAL_TYPE (ConveneDayPaper, convene_day_paper, G_TYPE_OBJECT)

static const char *
get_name (ConveneParticipant *person)
{
  const char *name = person != NULL ? convene_participant_get_name (person) : "";

  return name != NULL && *name != '\0' ? name : convene_participant_get_address (person);
}

static void
add_line (GString *text,
          char    *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  g_free (line);
}

static char *
join (const char *first,
      const char *second)
{
  if (first == NULL || *first == '\0')
    return g_strdup (second);
  if (second == NULL || *second == '\0')
    return g_strdup (first);

  return g_strdup_printf (C_("two facts", "%s · %s"), first, second);
}

/* "Tue 1 Dec, 04:00 for Ada (Mexico City)"; NULL where both clocks show the same. */
static char *
format_other_time (ConveneInterview *interview)
{
  ConveneParticipant *candidate = convene_interview_get_candidate (interview);
  const char         *zone = candidate != NULL ? convene_participant_get_timezone (candidate) : NULL;
  gint64              start = convene_moment_get_instant (convene_interview_get_start (interview));
  g_autofree char    *here = convene_words_short (start, NULL);
  g_autofree char    *there = convene_words_short (start, zone);
  g_autofree char    *name = NULL;
  g_autofree char    *city = NULL;

  if (zone == NULL || g_str_equal (here, there))
    return NULL;

  name = convene_words_first_name (get_name (candidate));
  city = convene_words_city (zone);
  return g_strdup_printf (_("%s for %s (%s)"), there, name, city);
}

/* "Hal Manager, Hiring manager, Accepted" */
static char *
format_person (ConveneParticipant *person)
{
  /* Translators: on paper, of one person: the name, the role, the answer. */
  return g_strdup_printf (C_("on paper", "%s, %s, %s"), get_name (person), convene_words_role (convene_participant_get_role (person)),
                              convene_words_response (convene_participant_get_response (person)));
}

static void
add_people (GString          *text,
            ConveneInterview *interview)
{
  GListModel *people = convene_interview_get_participants (interview);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);

      add_line (text, format_person (person));
    }
}

char *
convene_day_paper_format (ConveneInterview *interview)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);

  if (convene_interview_get_status (interview) != CONVENE_STATUS_SCHEDULED)
    add_line (text, g_strdup (convene_words_status (convene_interview_get_status (interview))));
  add_line (text, join (convene_interview_get_job (interview), convene_words_platform (convene_interview_get_platform (interview))));
  add_line (text, g_strdup (convene_interview_get_location (interview)));
  add_line (text, format_other_time (interview));
  add_people (text, interview);
  add_line (text, g_strdup (convene_interview_get_agenda (interview)));
  return g_string_free (text, FALSE);
}

static PangoLayout *
make_layout (ConveneDayPaper *self,
             const char      *text,
             int              points,
             PangoWeight      weight,
             double           width)
{
  PangoLayout          *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  pango_font_description_set_size (font, points * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static void
block_free (gpointer data)
{
  Block *self = data;

  g_object_unref (self->time);
  g_object_unref (self->name);
  g_object_unref (self->facts);
  g_free (self);
}

static void
strike (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static Block *
make_block (ConveneDayPaper  *self,
            ConveneInterview *interview)
{
  gint64           start = convene_moment_get_instant (convene_interview_get_start (interview));
  g_autofree char *range = convene_words_time_range (start, convene_interview_get_end (interview), NULL);
  g_autofree char *length = convene_words_duration (convene_interview_get_duration (interview));
  g_autofree char *time = g_strdup_printf ("%s\n%s", range, length);
  g_autofree char *facts = convene_day_paper_format (interview);
  double           beside = MAX (self->em, self->width - (TIME_COLUMN + GAP) * self->em);
  Block           *block = g_new0 (Block, 1);

  block->time = make_layout (self, time, TEXT_SIZE, PANGO_WEIGHT_NORMAL, TIME_COLUMN * self->em);
  block->name = make_layout (self, get_name (convene_interview_get_candidate (interview)), TEXT_SIZE + 1, PANGO_WEIGHT_BOLD, beside);
  block->facts = make_layout (self, facts, TEXT_SIZE, PANGO_WEIGHT_NORMAL, beside);
  if (convene_interview_get_status (interview) == CONVENE_STATUS_CANCELLED)
    strike (block->name);
  block->height = MAX (get_height (block->time), get_height (block->name) + get_height (block->facts));
  return block;
}

static void
add_piece (ConveneDayPaper *self,
           Block           *block,
           int              page,
           double           y,
           double           from,
           double           to)
{
  Piece piece = { page, y, block, from, to };

  g_array_append_val (self->pieces, piece);
}

/* The end of the last line of the facts that ends at `limit` at the latest, both from the block's top; the limit itself where not even one does. */
static double
find_break (Block *block,
            double from,
            double limit)
{
  PangoLayoutIter *iter = pango_layout_get_iter (block->facts);
  double           above = get_height (block->name);
  double           found = 0;

  do
    {
      int top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      if (above + (double) bottom / PANGO_SCALE <= limit)
        found = above + (double) bottom / PANGO_SCALE;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return found > from ? found : limit;
}

/* On paper that is too small for anything, a line a page at least. */
static void
part (ConveneDayPaper *self)
{
  double top = get_height (self->title) + MARGIN_BELOW_TITLE * self->em;
  double room = MAX (self->height - top, 2 * self->em);
  double y = top;
  int    page = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      Block *block = g_ptr_array_index (self->blocks, i);
      double from = 0;

      if (y > top && y + block->height > self->height)
        {
          page++;
          y = top;
        }
      while (block->height - from > room)
        {
          double to = find_break (block, from, from + room);

          add_piece (self, block, page++, top, from, to);
          from = to;
          y = top;
        }
      add_piece (self, block, page, y, from, block->height);
      y += block->height - from + 2 * GAP * self->em;
    }
  self->pages = page + 1;
}

static void
convene_day_paper_finalize (GObject *object)
{
  ConveneDayPaper *self = CONVENE_DAY_PAPER (object);

  g_clear_object (&self->context);
  g_clear_object (&self->title);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->pieces, g_array_unref);

  G_OBJECT_CLASS (convene_day_paper_parent_class)->finalize (object);
}

static void
convene_day_paper_class_init (ConveneDayPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = convene_day_paper_finalize;
}

static void
convene_day_paper_init (ConveneDayPaper *self)
{
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
}

ConveneDayPaper *
convene_day_paper_new (PangoContext *context,
                       double        width,
                       double        height,
                       const char   *title,
                       GPtrArray    *interviews)
{
  ConveneDayPaper *self;
  g_autoptr(PangoLayout) em = NULL;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (title != NULL && interviews != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_DAY_PAPER, NULL);
  self->context = g_object_ref (context);
  self->mirrored = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL;
  self->width = width;
  em = make_layout (self, "M", TEXT_SIZE, PANGO_WEIGHT_NORMAL, width);
  self->em = get_height (em) * 0.75;
  self->height = height - FOOTER * self->em;
  self->title = make_layout (self, title, TITLE_SIZE, PANGO_WEIGHT_BOLD, width);
  for (guint i = 0; i < interviews->len; i++)
    g_ptr_array_add (self->blocks, make_block (self, g_ptr_array_index (interviews, i)));
  part (self);
  return self;
}

int
convene_day_paper_get_pages (ConveneDayPaper *self)
{
  g_return_val_if_fail (CONVENE_IS_DAY_PAPER (self), 0);

  return self->pages;
}

static void
show (cairo_t     *cr,
      PangoLayout *layout,
      double       x,
      double       y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_piece (ConveneDayPaper *self,
            cairo_t         *cr,
            const Piece     *piece)
{
  double column = TIME_COLUMN * self->em;
  double beside = self->mirrored ? 0 : column + GAP * self->em;
  double y = piece->y - piece->from;

  cairo_save (cr);
  cairo_rectangle (cr, 0, piece->y, self->width, piece->to - piece->from);
  cairo_clip (cr);
  show (cr, piece->block->time, self->mirrored ? self->width - column : 0, y);
  show (cr, piece->block->name, beside, y);
  show (cr, piece->block->facts, beside, y + get_height (piece->block->name));
  cairo_restore (cr);
}

static void
draw_footer (ConveneDayPaper *self,
             cairo_t         *cr,
             int              page)
{
  /* Translators: at the bottom of a printed page. */
  g_autofree char *text = g_strdup_printf (_("Page %d of %d"), page + 1, self->pages);
  g_autoptr(PangoLayout) layout = make_layout (self, text, TEXT_SIZE - 2, PANGO_WEIGHT_NORMAL, self->width);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  show (cr, layout, 0, self->height + FOOTER * self->em - get_height (layout));
}

void
convene_day_paper_draw (ConveneDayPaper *self,
                        cairo_t         *cr,
                        int              page)
{
  g_return_if_fail (CONVENE_IS_DAY_PAPER (self));
  g_return_if_fail (page >= 0 && page < self->pages);

  cairo_set_source_rgb (cr, 0, 0, 0);
  show (cr, self->title, 0, 0);
  cairo_set_line_width (cr, self->em / 16);
  cairo_move_to (cr, 0, get_height (self->title) + GAP / 2 * self->em);
  cairo_rel_line_to (cr, self->width, 0);
  cairo_stroke (cr);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->page == page)
        draw_piece (self, cr, piece);
    }
  if (self->pages > 1)
    draw_footer (self, cr, page);
}
