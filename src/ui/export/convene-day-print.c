/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-day-print.h"

#include <glib/gi18n-lib.h>

#include "convene-day-paper.h"
#include "convene-toast.h"

/* Points. */
#define MARGIN 40

/* What is printed. */
typedef struct
{
  char            *title;
  GPtrArray       *interviews;
  ConveneDayPaper *paper; /* NULL until its size is known */
} Job;

static void
job_free (gpointer  data,
          GClosure *closure)
{
  Job *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->interviews);
  g_clear_object (&self->paper);
  g_free (self);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                gpointer           user_data)
{
  Job          *job = user_data;
  PangoContext *pango = gtk_print_context_create_pango_context (context);

  pango_context_set_base_dir (pango, gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  g_clear_object (&job->paper);
  job->paper = convene_day_paper_new (pango, gtk_print_context_get_width (context), gtk_print_context_get_height (context), job->title, job->interviews);
  g_object_unref (pango);
  gtk_print_operation_set_n_pages (operation, convene_day_paper_get_pages (job->paper));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  Job *job = user_data;

  convene_day_paper_draw (job->paper, gtk_print_context_get_cairo_context (context), page);
}

GtkPrintOperation *
convene_day_print_new (const char *title,
                       GPtrArray  *interviews)
{
  GtkPrintOperation *operation;
  g_autoptr(GtkPageSetup) setup = NULL;
  Job *job;

  g_return_val_if_fail (title != NULL && interviews != NULL, NULL);

  job = g_new0 (Job, 1);
  job->title = g_strdup (title);
  job->interviews = g_ptr_array_ref (interviews);

  setup = gtk_page_setup_new ();
  gtk_page_setup_set_top_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, MARGIN, GTK_UNIT_POINTS);

  operation = gtk_print_operation_new ();
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb), job, job_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  return operation;
}

/* One question for the printer. */
typedef struct
{
  GtkWidget             *widget;
  ConveneInterviewFilter filter;
  char                  *title;
  char                  *none;
  GCancellable          *cancellable;
} Printing;

static void
printing_free (gpointer data)
{
  Printing *self = data;

  g_object_unref (self->widget);
  g_object_unref (self->cancellable);
  g_free (self->title);
  g_free (self->none);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Printing, printing_free)

static void
say_failure (GtkWidget    *widget,
             const GError *error)
{
  /* Translators: %s says why, in a sentence. */
  g_autofree char *text = g_strdup_printf (_("The day was not printed: %s"), error->message);

  convene_toast (widget, text);
}

static void
done_cb (GtkPrintOperation      *operation,
         GtkPrintOperationResult result,
         gpointer                user_data)
{
  g_autoptr(GError) error = NULL;

  /* Without an error there is nothing to ask for. */
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || gtk_widget_get_root (user_data) == NULL)
    return;

  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    say_failure (user_data, error);
}

static int
compare_start (gconstpointer a,
               gconstpointer b)
{
  gint64 first = convene_moment_get_instant (convene_interview_get_start (*(ConveneInterview *const *) a));
  gint64 second = convene_moment_get_instant (convene_interview_get_start (*(ConveneInterview *const *) b));

  return first < second ? -1 : first > second;
}

/* What goes wrong is told by "done". */
static void
print (GtkWidget  *widget,
       const char *title,
       GPtrArray  *interviews)
{
  g_autoptr(GtkPrintOperation) operation = NULL;

  g_ptr_array_sort (interviews, compare_start);
  operation = convene_day_print_new (title, interviews);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), g_object_ref (widget), (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Printing) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) interviews = convene_engine_list_interviews_finish (CONVENE_ENGINE (source), result, NULL, &error);

  if (g_cancellable_is_cancelled (self->cancellable) || gtk_widget_get_root (self->widget) == NULL)
    return;

  if (interviews == NULL)
    say_failure (self->widget, error);
  else if (interviews->len == 0)
    convene_toast (self->widget, self->none);
  else
    print (self->widget, self->title, interviews);
}

void
convene_day_print (GtkWidget     *widget,
                   ConveneEngine *engine,
                   gint64         from,
                   gint64         to,
                   const char    *title,
                   const char    *none,
                   GCancellable  *cancellable)
{
  Printing *self;

  g_return_if_fail (GTK_IS_WIDGET (widget) && GTK_IS_WINDOW (gtk_widget_get_root (widget)));
  g_return_if_fail (CONVENE_IS_ENGINE (engine));
  g_return_if_fail (title != NULL && none != NULL);
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  self = g_new0 (Printing, 1);
  self->widget = g_object_ref (widget);
  self->cancellable = g_object_ref (cancellable);
  self->title = g_strdup (title);
  self->none = g_strdup (none);
  self->filter = (ConveneInterviewFilter){ .from = from, .to = to, .all = TRUE, .now = convene_clock_now (convene_engine_get_clock (engine)) };
  convene_engine_list_interviews_async (engine, &self->filter, cancellable, listed_cb, self);
}
