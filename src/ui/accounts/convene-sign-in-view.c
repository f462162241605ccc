/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-sign-in-view.h"

#include <glib/gi18n-lib.h>

#include "convene-copy-row.h"
#include "convene-names.h"
#include "convene-toast.h"
#include "convene-words.h"

struct _ConveneSignInView
{
  GtkWidget parent_instance;

  ConveneSignIn      *sign_in;
  ConveneConnectForm *form; /* while it runs */
  ConveneConnectPage *page; /* while it runs */

  GtkWidget *box; /* NULL once the view is gone */
};

G_DEFINE_FINAL_TYPE (ConveneSignInView, convene_sign_in_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SIGN_IN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_text_cb (ConveneSignInView *self,
            const char        *text)
{
  return text != NULL && *text != '\0';
}

static char *
format_expiry_cb (ConveneSignInView *self,
                  const char        *code,
                  gint64             expires_at)
{
  g_autofree char *time = NULL;

  if (code == NULL || expires_at == 0)
    return g_strdup ("");

  time = convene_words_time (expires_at, NULL);
  /* Translators: %s is a time of day: the code is of no use later */
  return g_strdup_printf (_ ("Type it there by %s"), time);
}

/* A code is typed anywhere; a browser has to come back to this computer. */
static char *
format_hint_cb (ConveneSignInView *self,
                const char        *code)
{
  return g_strdup (code == NULL ? _ ("Nothing opens? Copy the address into a browser on this computer.") : "");
}

static void
copy_code_cb (ConveneSignInView *self)
{
  if (self->sign_in != NULL && convene_sign_in_get_user_code (self->sign_in) != NULL)
    convene_copy (GTK_WIDGET (self), convene_sign_in_get_user_code (self->sign_in), _ ("The code was copied"));
}

static const char *
describe (ConveneSignInStage stage)
{
  switch (stage)
    {
    case CONVENE_SIGN_IN_STAGE_PREPARING:
      return _ ("Getting ready…");
    case CONVENE_SIGN_IN_STAGE_BROWSER:
      return _ ("Waiting for the browser…");
    case CONVENE_SIGN_IN_STAGE_CODE:
      return _ ("Waiting for the code…");
    case CONVENE_SIGN_IN_STAGE_FINISHING:
    case CONVENE_SIGN_IN_STAGE_OVER:
    default:
      return _ ("Asking Zoom…");
    }
}

static void
stage_cb (ConveneSignInView *self)
{
  if (self->form != NULL && self->sign_in != NULL)
    g_object_set (self->form, "waiting", describe (convene_sign_in_get_stage (self->sign_in)), NULL);
}

static void
set_sign_in (ConveneSignInView *self,
             ConveneSignIn     *sign_in)
{
  if (self->sign_in != NULL)
    g_signal_handlers_disconnect_by_data (self->sign_in, self);
  if (!g_set_object (&self->sign_in, sign_in))
    return;

  if (sign_in != NULL)
    g_signal_connect_object (sign_in, "notify::stage", G_CALLBACK (stage_cb), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIGN_IN]);
}

/* Whoever waited can be gone by now: their page, or the window around it. */
static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(ConveneSignInView) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneAccount) account = convene_sign_in_run_finish (CONVENE_SIGN_IN (source), result, &error);
  g_autoptr(ConveneConnectForm) form = g_steal_pointer (&self->form);
  g_autoptr(ConveneConnectPage) page = g_steal_pointer (&self->page);

  if (self->box == NULL)
    return;

  set_sign_in (self, NULL);
  convene_connect_form_end (form, error);
  if (account != NULL)
    convene_connect_page_connected (page, account);
}

static void
convene_sign_in_view_dispose (GObject *object)
{
  ConveneSignInView *self = CONVENE_SIGN_IN_VIEW (object);

  set_sign_in (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_SIGN_IN_VIEW);
  self->box = NULL;

  G_OBJECT_CLASS (convene_sign_in_view_parent_class)->dispose (object);
}

static void
convene_sign_in_view_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ConveneSignInView *self = CONVENE_SIGN_IN_VIEW (object);

  switch (prop_id)
    {
    case PROP_SIGN_IN:
      g_value_set_object (value, self->sign_in);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_sign_in_view_class_init (ConveneSignInViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_sign_in_view_dispose;
  object_class->get_property = convene_sign_in_view_get_property;

  properties[PROP_SIGN_IN] = g_param_spec_object ("sign-in", NULL, NULL, CONVENE_TYPE_SIGN_IN, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CONVENE_TYPE_COPY_ROW);
  g_type_ensure (CONVENE_TYPE_ERROR_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/accounts/convene-sign-in-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneSignInView, box);
  gtk_widget_class_bind_template_callback (widget_class, is_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_expiry_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_hint_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_code_cb);
}

static void
convene_sign_in_view_init (ConveneSignInView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_name_parts (GTK_WIDGET (self));
}

void
convene_sign_in_view_run (ConveneSignInView  *self,
                          ConveneSignIn      *sign_in,
                          ConveneConnectForm *form,
                          ConveneConnectPage *page)
{
  g_return_if_fail (CONVENE_IS_SIGN_IN_VIEW (self));
  g_return_if_fail (CONVENE_IS_SIGN_IN (sign_in));
  g_return_if_fail (CONVENE_IS_CONNECT_FORM (form));
  g_return_if_fail (CONVENE_IS_CONNECT_PAGE (page));
  g_return_if_fail (self->page == NULL);

  self->form = g_object_ref (form);
  self->page = g_object_ref (page);
  set_sign_in (self, sign_in);
  stage_cb (self);
  convene_sign_in_run_async (sign_in, convene_connect_form_begin (form), run_cb, g_object_ref (self));
}
