/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-privacy-page.h"

#include <glib/gi18n-lib.h>

#include "convene-copy-row.h"
#include "convene-focus.h"
#include "convene-privacy-words.h"

struct _ConvenePrivacyPage
{
  GtkWidget parent_instance;

  char *database;

  GtkScrolledWindow   *scroller; /* NULL once the page is gone */
  AdwPreferencesGroup *stored;
  GtkWidget           *path;  /* a row that is there where the database is known */
  GtkWidget           *first; /* of the rows about tables */
};

enum
{
  PROP_0,
  PROP_DATABASE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
can_reconnect (ConveneConnectPage *page,
               ConveneAccount     *account)
{
  return FALSE;
}

static void
leave (ConveneConnectPage *page)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (CONVENE_PRIVACY_PAGE (page)->scroller), 0);
}

static void
prepare (ConveneConnectPage *page,
         ConveneEngine      *engine,
         ConveneAccount     *account)
{
  leave (page);
}

static void
connect_page_iface_init (ConveneConnectPageInterface *iface)
{
  iface->can_reconnect = can_reconnect;
  iface->prepare = prepare;
  iface->leave = leave;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConvenePrivacyPage, convene_privacy_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_CONNECT_PAGE, connect_page_iface_init))

/* To a row itself, from where Down goes along the others: the stack may have been there before, and Tab would go on into the row. */
static gboolean
convene_privacy_page_grab_focus (GtkWidget *widget)
{
  ConvenePrivacyPage *self = CONVENE_PRIVACY_PAGE (widget);

  return gtk_widget_grab_focus (self->path) || gtk_widget_grab_focus (self->first);
}

static void
convene_privacy_page_dispose (GObject *object)
{
  ConvenePrivacyPage *self = CONVENE_PRIVACY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_PRIVACY_PAGE);
  self->scroller = NULL;
  self->first = NULL;

  G_OBJECT_CLASS (convene_privacy_page_parent_class)->dispose (object);
}

static void
convene_privacy_page_finalize (GObject *object)
{
  g_clear_pointer (&CONVENE_PRIVACY_PAGE (object)->database, g_free);

  G_OBJECT_CLASS (convene_privacy_page_parent_class)->finalize (object);
}

static void
convene_privacy_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DATABASE:
      g_value_set_string (value, CONVENE_PRIVACY_PAGE (object)->database);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_database (ConvenePrivacyPage *self,
              const char         *database)
{
  if (g_strcmp0 (self->database, database) == 0)
    return;

  g_free (self->database);
  self->database = g_strdup (database);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATABASE]);
}

static void
convene_privacy_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_DATABASE:
      set_database (CONVENE_PRIVACY_PAGE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_privacy_page_class_init (ConvenePrivacyPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_privacy_page_dispose;
  object_class->finalize = convene_privacy_page_finalize;
  object_class->get_property = convene_privacy_page_get_property;
  object_class->set_property = convene_privacy_page_set_property;
  widget_class->focus = convene_focus_child;
  widget_class->grab_focus = convene_privacy_page_grab_focus;

  properties[PROP_DATABASE] = g_param_spec_string ("database", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CONVENE_TYPE_COPY_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/accounts/convene-privacy-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ConvenePrivacyPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, ConvenePrivacyPage, stored);
  gtk_widget_class_bind_template_child (widget_class, ConvenePrivacyPage, path);
}

static void
add_row (ConvenePrivacyPage        *self,
         const ConvenePrivacyWords *words)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", _ (words->title), "subtitle", _ (words->words), "title-lines", 0, "subtitle-lines", 0, NULL);

  adw_preferences_group_add (self->stored, row);
  if (self->first == NULL)
    self->first = row;
}

static void
convene_privacy_page_init (ConvenePrivacyPage *self)
{
  const ConvenePrivacyWords *rows;
  guint                      n_rows;

  gtk_widget_init_template (GTK_WIDGET (self));
  rows = convene_privacy_words_get (&n_rows);
  for (guint i = 0; i < n_rows; i++)
    add_row (self, &rows[i]);
}
