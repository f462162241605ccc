/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interviews-page-private.h"

#include <glib/gi18n-lib.h>

#include "convene-adaptive.h"
#include "convene-filter-bar.h"
#include "convene-interview-sort.h"
#include "convene-names.h"
#include "convene-wrap-box.h"

G_DEFINE_FINAL_TYPE (ConveneInterviewsPage, convene_interviews_page, ADW_TYPE_BIN)

enum
{
  PROP_ENGINE = 1,
  PROP_NARROW,
  PROP_FILTER,
  PROP_SHOWING,
  PROP_CHANGEABLE,
  PROP_SORT,
  PROP_SORT_DESCENDING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_before (ConveneInterviewsPage *self,
            GtkWidget             *widget)
{
  g_set_weak_pointer (&self->before, widget);
}

/* Several */

/* One that is chosen needs no bar: it has a menu, and details that follow. */
static void
selection_cb (ConveneInterviewsPage *self)
{
  guint            count = convene_interviews_page_count_chosen (self);
  const char      *uid = convene_interview_list_get_chosen (self->list);
  g_autofree char *text = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "interviews.cancel", count > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "interviews.export", count > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "interviews.resend", count > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "interviews.clear-selection", count > 0);
  if (count > 1)
    {
      /* Translators: how many interviews of a list are chosen. */
      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u chosen", "%'u chosen", count), count);
      gtk_label_set_label (self->chosen, text);
    }
  gtk_revealer_set_reveal_child (self->several, count > 1);

  if (uid != NULL && !self->narrow && convene_interviews_page_get_showing (self) != NULL)
    convene_interview_side_set_uid (self->side, uid);
}

/* Search */

static void
typed_cb (ConveneInterviewsPage *self)
{
  if (self->filter != NULL)
    convene_filter_set_text (self->filter, gtk_editable_get_text (self->search));
}

/* Escape takes back what is typed, and then leaves the entry. */
static void
search_left_cb (ConveneInterviewsPage *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
search_done_cb (ConveneInterviewsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
text_cb (ConveneInterviewsPage *self)
{
  const char *text = self->filter != NULL ? convene_filter_get_text (self->filter) : NULL;
  const char *typed = gtk_editable_get_text (self->search);

  /* The filter keeps no blanks around, and nothing for an empty text. */
  if (g_strcmp0 (text != NULL ? text : "", typed) != 0 && (text != NULL || *typed != '\0'))
    gtk_editable_set_text (self->search, text != NULL ? text : "");
}

static void
opened_cb (ConveneInterviewList *list,
           const char           *uid,
           gpointer              user_data)
{
  convene_interviews_page_show_interview (user_data, uid);
}

/* What the template asks. */

static gboolean
is_list_shown (GObject    *object,
               gboolean    narrow,
               const char *showing)
{
  return !narrow || showing == NULL;
}

/* Where the window is narrow, or its columns would be. */
static gboolean
are_cards_shown (GObject *object,
                 gboolean narrow,
                 gboolean crowded)
{
  return narrow || crowded;
}

static gboolean
is_beside (GObject    *object,
           gboolean    narrow,
           const char *showing)
{
  return !narrow && showing != NULL;
}

static gboolean
is_shown (GObject    *object,
          const char *showing)
{
  return showing != NULL;
}

static int
get_side_width (GObject *object,
                gboolean narrow)
{
  return narrow ? -1 : 340;
}

/* Order: the query's, as soon as there is one. */

static char *
dup_sort (ConveneInterviewsPage *self)
{
  return convene_interview_sort_to_string (self->order, self->descending);
}

static void
set_order (ConveneInterviewsPage *self,
           ConveneInterviewOrder  order,
           gboolean               descending)
{
  gboolean         other = order != self->order;
  gboolean         turned = !descending != !self->descending;
  g_autofree char *sort = NULL;

  if (!other && !turned)
    return;

  self->order = order;
  self->descending = descending;
  if (self->query != NULL)
    convene_interview_query_set_order (self->query, order, descending);
  sort = dup_sort (self);
  g_object_set (self->views, "sort", sort, NULL);
  if (other)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
  if (turned)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT_DESCENDING]);
}

static void
query_order_cb (ConveneInterviewsPage *self)
{
  ConveneInterviewOrder order;
  gboolean              descending;

  g_object_get (self->query, "order", &order, "descending", &descending, NULL);
  set_order (self, order, descending);
}

static void
view_order_cb (ConveneInterviewsPage *self)
{
  g_autofree char      *sort = NULL;
  ConveneInterviewOrder order;
  gboolean              descending;

  g_object_get (self->views, "sort", &sort, NULL);
  if (sort != NULL && convene_interview_sort_from_string (sort, &order, &descending))
    set_order (self, order, descending);
}

static void
set_sort (ConveneInterviewsPage *self,
          const char            *nick)
{
  int order;

  if (nick != NULL && convene_enum_from_nick (CONVENE_TYPE_INTERVIEW_ORDER, nick, &order))
    set_order (self, order, self->descending);
}

/* Query */

static void
drop_query (ConveneInterviewsPage *self)
{
  if (self->query == NULL)
    return;

  convene_interview_list_set_query (self->list, NULL, NULL);
  g_signal_handlers_disconnect_by_data (self->query, self);
  g_clear_object (&self->query);
}

/* A question for each engine and each filter. */
static void
make_query (ConveneInterviewsPage *self)
{
  drop_query (self);
  if (self->engine != NULL && self->filter != NULL)
    {
      self->query = convene_interview_query_new (self->engine, self->filter);
      convene_interview_query_set_order (self->query, self->order, self->descending);
      g_signal_connect_object (self->query, "items-changed", G_CALLBACK (convene_interviews_page_show_state), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      g_signal_connect_object (self->query, "notify::loaded", G_CALLBACK (convene_interviews_page_show_state), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->query, "notify::error", G_CALLBACK (convene_interviews_page_show_state), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->query, "notify::order", G_CALLBACK (query_order_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->query, "notify::descending", G_CALLBACK (query_order_cb), self, G_CONNECT_SWAPPED);
      convene_interview_list_set_query (self->list, self->engine, self->query);
    }
  selection_cb (self);
  convene_interviews_page_show_state (self);
}

static void
stop (ConveneInterviewsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
set_engine (ConveneInterviewsPage *self,
            ConveneEngine         *engine)
{
  if (self->engine == engine)
    return;

  if (convene_interviews_page_get_showing (self) != NULL)
    convene_interviews_page_back (self);
  stop (self);
  self->cancellable = g_cancellable_new ();
  drop_query (self);
  g_set_object (&self->engine, engine);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENGINE]);
  make_query (self);
}

static void
set_filter (ConveneInterviewsPage *self,
            ConveneFilter         *filter)
{
  if (self->filter == filter)
    return;

  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  g_set_object (&self->filter, filter);
  if (filter != NULL)
    g_signal_connect_object (filter, "notify::text", G_CALLBACK (text_cb), self, G_CONNECT_SWAPPED);
  text_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
  make_query (self);
}

static void
showing_cb (ConveneInterviewsPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWING]);
}

static void
changeable_cb (ConveneInterviewsPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGEABLE]);
}

static void
convene_interviews_page_get_property (GObject    *object,
                                      guint       id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  ConveneInterviewsPage *self = CONVENE_INTERVIEWS_PAGE (object);

  switch (id)
    {
    case PROP_ENGINE:
      g_value_set_object (value, self->engine);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_SHOWING:
      g_value_set_string (value, convene_interviews_page_get_showing (self));
      break;
    case PROP_CHANGEABLE:
      g_value_set_boolean (value, self->side != NULL && convene_interview_side_get_changeable (self->side));
      break;
    case PROP_SORT:
      g_value_set_string (value, convene_enum_to_nick (CONVENE_TYPE_INTERVIEW_ORDER, self->order));
      break;
    case PROP_SORT_DESCENDING:
      g_value_set_boolean (value, self->descending);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_interviews_page_set_property (GObject      *object,
                                      guint         id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  ConveneInterviewsPage *self = CONVENE_INTERVIEWS_PAGE (object);

  switch (id)
    {
    case PROP_ENGINE:
      set_engine (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        break;
      self->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_FILTER:
      set_filter (self, g_value_get_object (value));
      break;
    case PROP_SORT:
      set_sort (self, g_value_get_string (value));
      break;
    case PROP_SORT_DESCENDING:
      set_order (self, self->order, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_interviews_page_dispose (GObject *object)
{
  ConveneInterviewsPage *self = CONVENE_INTERVIEWS_PAGE (object);

  if (self->cancellable != NULL)
    stop (self);
  set_before (self, NULL);
  if (self->list != NULL)
    drop_query (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_INTERVIEWS_PAGE);
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  g_clear_object (&self->filter);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_interviews_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, readable | G_PARAM_WRITABLE);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, readable | G_PARAM_WRITABLE);
  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, CONVENE_TYPE_FILTER, readable | G_PARAM_WRITABLE);
  properties[PROP_SHOWING] = g_param_spec_string ("showing", NULL, NULL, NULL, readable);
  properties[PROP_CHANGEABLE] = g_param_spec_boolean ("changeable", NULL, NULL, FALSE, readable);
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "start", readable | G_PARAM_WRITABLE);
  properties[PROP_SORT_DESCENDING] = g_param_spec_boolean ("sort-descending", NULL, NULL, FALSE, readable | G_PARAM_WRITABLE);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CONVENE_TYPE_ADAPTIVE);
  g_type_ensure (CONVENE_TYPE_FILTER_BAR);
  g_type_ensure (CONVENE_TYPE_INTERVIEW_LIST);
  g_type_ensure (CONVENE_TYPE_INTERVIEW_SIDE);
  g_type_ensure (CONVENE_TYPE_VIEWS_BUTTON);
  g_type_ensure (CONVENE_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/interviews/convene-interviews-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewsPage, search);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewsPage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewsPage, views);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewsPage, count);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewsPage, list);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewsPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewsPage, failure);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewsPage, several);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewsPage, chosen);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewsPage, main);
  gtk_widget_class_bind_template_child (widget_class, ConveneInterviewsPage, side);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_list_shown);
  gtk_widget_class_bind_template_callback (widget_class, are_cards_shown);
  gtk_widget_class_bind_template_callback (widget_class, is_beside);
  gtk_widget_class_bind_template_callback (widget_class, is_shown);
  gtk_widget_class_bind_template_callback (widget_class, get_side_width);
}

static void
convene_interviews_page_class_init (ConveneInterviewsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = convene_interviews_page_get_property;
  object_class->set_property = convene_interviews_page_set_property;
  object_class->dispose = convene_interviews_page_dispose;
  install_properties (object_class);
  convene_interviews_page_install_actions (GTK_WIDGET_CLASS (klass));
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
convene_interviews_page_init (ConveneInterviewsPage *self)
{
  g_autofree char *sort = dup_sort (self);

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_name_parts (GTK_WIDGET (self));
  /* What has the focus is the button inside of it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->sort_button)), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sort"), -1);
  g_object_set (self->views, "sort", sort, NULL);
  g_signal_connect_object (self->views, "notify::sort", G_CALLBACK (view_order_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->side, "notify::uid", G_CALLBACK (showing_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->side, "notify::changeable", G_CALLBACK (changeable_cb), self, G_CONNECT_SWAPPED);
  selection_cb (self);
}

GtkWidget *
convene_interviews_page_new (void)
{
  return g_object_new (CONVENE_TYPE_INTERVIEWS_PAGE, NULL);
}

void
convene_interviews_page_show_interview (ConveneInterviewsPage *self,
                                        const char            *uid)
{
  GtkRoot   *root;
  GtkWidget *focus;

  g_return_if_fail (CONVENE_IS_INTERVIEWS_PAGE (self));
  g_return_if_fail (uid != NULL);
  g_return_if_fail (self->engine != NULL);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (convene_interviews_page_get_showing (self) == NULL)
    set_before (self, focus != NULL && gtk_widget_is_ancestor (focus, self->main) ? focus : NULL);

  convene_interview_list_choose (self->list, uid);
  convene_interview_side_set_uid (self->side, uid);
  gtk_widget_grab_focus (GTK_WIDGET (self->side));
}

void
convene_interviews_page_back (ConveneInterviewsPage *self)
{
  GtkWidget *before;

  g_return_if_fail (CONVENE_IS_INTERVIEWS_PAGE (self));

  if (convene_interviews_page_get_showing (self) == NULL)
    return;

  convene_interview_side_set_uid (self->side, NULL);
  before = self->before;
  set_before (self, NULL);
  if (before == NULL || !gtk_widget_get_mapped (before) || !gtk_widget_grab_focus (before))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

void
convene_interviews_page_search (ConveneInterviewsPage *self,
                                const char            *text)
{
  g_return_if_fail (CONVENE_IS_INTERVIEWS_PAGE (self));

  if (self->narrow)
    convene_interviews_page_back (self);
  if (text != NULL)
    gtk_editable_set_text (self->search, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (self->search, 0, -1);
}

const char *
convene_interviews_page_get_showing (ConveneInterviewsPage *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEWS_PAGE (self), NULL);

  return self->side != NULL ? convene_interview_side_get_uid (self->side) : NULL;
}
