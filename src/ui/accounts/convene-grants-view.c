/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-grants-view.h"

#include "convene-account-follow.h"
#include "convene-account-words.h"

struct _ConveneGrantsView
{
  GtkWidget parent_instance;

  ConveneAccount *account;
  ConveneEngine  *engine;
  char           *shown; /* what stands in the lists */

  GtkWidget *box; /* NULL once the view is gone */
  GtkWidget *lacking;
  GtkBox    *missing;
  GtkWidget *expander;
  GtkBox    *granted;
  GtkWidget *beyond;
  GtkBox    *extra;
};

G_DEFINE_FINAL_TYPE (ConveneGrantsView, convene_grants_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ACCOUNT,
  PROP_ENGINE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
add (GtkBox     *box,
     const char *scope)
{
  g_autofree char *words = convene_account_words_grant (scope);
  GtkWidget       *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (box, label);
}

static void
fill (GtkBox *box,
      char  **scopes,
      char  **without)
{
  clear (box);
  for (guint i = 0; scopes != NULL && scopes[i] != NULL; i++)
    if (without == NULL || !g_strv_contains ((const char *const *) without, scopes[i]))
      add (box, scopes[i]);
}

static gboolean
is_any (char **scopes)
{
  return scopes != NULL && *scopes != NULL;
}

static void
show (ConveneGrantsView *self,
      ConveneGrants     *grants)
{
  fill (self->missing, grants->missing, NULL);
  fill (self->granted, grants->granted, grants->extra);
  fill (self->extra, grants->extra, NULL);
  gtk_widget_set_visible (self->lacking, is_any (grants->missing));
  gtk_widget_set_visible (self->beyond, is_any (grants->extra));
  gtk_widget_set_visible (self->expander, is_any (grants->granted) || is_any (grants->extra));
  gtk_widget_set_visible (GTK_WIDGET (self), is_any (grants->missing) || is_any (grants->granted) || is_any (grants->extra));
}

/* The account notifies of much; the lists are made anew only where they would be others, because one may be reading them. */
static void
changed_cb (ConveneGrantsView *self)
{
  g_autoptr(ConveneGrants) grants = NULL;
  g_autofree char *key = NULL;
  gboolean         is_zoom = self->account != NULL && convene_account_get_kind (self->account) == CONVENE_ACCOUNT_KIND_ZOOM;

  if (!is_zoom || self->engine == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  key = g_strjoin ("|", convene_account_get_scopes (self->account) != NULL ? convene_account_get_scopes (self->account) : "",
                   convene_account_get_missing_scopes (self->account) != NULL ? convene_account_get_missing_scopes (self->account) : "", NULL);
  if (g_strcmp0 (key, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&key);
  grants = convene_accounts_describe_grants (convene_engine_get_accounts (self->engine), self->account);
  if (grants != NULL)
    show (self, grants);
}

static void
set_account (ConveneGrantsView *self,
             ConveneAccount    *account)
{
  if (!convene_account_follow (&self->account, account, "notify", G_CALLBACK (changed_cb), self))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
  changed_cb (self);
}

static void
convene_grants_view_dispose (GObject *object)
{
  ConveneGrantsView *self = CONVENE_GRANTS_VIEW (object);

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_data (self->account, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_GRANTS_VIEW);
  g_clear_object (&self->account);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_grants_view_parent_class)->dispose (object);
}

static void
convene_grants_view_finalize (GObject *object)
{
  g_clear_pointer (&CONVENE_GRANTS_VIEW (object)->shown, g_free);

  G_OBJECT_CLASS (convene_grants_view_parent_class)->finalize (object);
}

static void
convene_grants_view_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ConveneGrantsView *self = CONVENE_GRANTS_VIEW (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;
    case PROP_ENGINE:
      g_value_set_object (value, self->engine);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_grants_view_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ConveneGrantsView *self = CONVENE_GRANTS_VIEW (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      set_account (self, g_value_get_object (value));
      break;
    case PROP_ENGINE:
      if (g_set_object (&self->engine, g_value_get_object (value)))
        {
          g_object_notify_by_pspec (object, pspec);
          changed_cb (self);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_grants_view_class_init (ConveneGrantsViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_grants_view_dispose;
  object_class->finalize = convene_grants_view_finalize;
  object_class->get_property = convene_grants_view_get_property;
  object_class->set_property = convene_grants_view_set_property;

  properties[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, CONVENE_TYPE_ACCOUNT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/accounts/convene-grants-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneGrantsView, box);
  gtk_widget_class_bind_template_child (widget_class, ConveneGrantsView, lacking);
  gtk_widget_class_bind_template_child (widget_class, ConveneGrantsView, missing);
  gtk_widget_class_bind_template_child (widget_class, ConveneGrantsView, expander);
  gtk_widget_class_bind_template_child (widget_class, ConveneGrantsView, granted);
  gtk_widget_class_bind_template_child (widget_class, ConveneGrantsView, beyond);
  gtk_widget_class_bind_template_child (widget_class, ConveneGrantsView, extra);
}

static void
convene_grants_view_init (ConveneGrantsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
