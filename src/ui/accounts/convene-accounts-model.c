/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-model.h"

#include "convene-account-words.h"
#include "convene-error.h"

struct _ConveneAccountsModel
{
  GObject parent_instance;

  ConveneEngine *engine;
  GPtrArray     *accounts;
  char          *message;
  char          *warning;
  gboolean       loaded;

  GCancellable *cancellable;
  gboolean      reading;
  gboolean      again;    /* something changed while it was being read */
  GSource      *midnight; /* when the day's requests start at none */
};

static GType
get_item_type (GListModel *model)
{
  return CONVENE_TYPE_ACCOUNT;
}

static guint
get_n_items (GListModel *model)
{
  return CONVENE_ACCOUNTS_MODEL (model)->accounts->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  ConveneAccountsModel *self = CONVENE_ACCOUNTS_MODEL (model);

  return position < self->accounts->len ? g_object_ref (g_ptr_array_index (self->accounts, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneAccountsModel, convene_accounts_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

enum
{
  PROP_0,
  PROP_ENGINE,
  PROP_LOADED,
  PROP_N_ITEMS,
  PROP_HAS_ZOOM,
  PROP_HAS_MAIL,
  PROP_MESSAGE,
  PROP_WARNING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static ConveneAccount *
find (GPtrArray  *accounts,
      const char *id)
{
  for (guint i = 0; i < accounts->len; i++)
    if (g_strcmp0 (convene_account_get_id (g_ptr_array_index (accounts, i)), id) == 0)
      return g_ptr_array_index (accounts, i);

  return NULL;
}

static gboolean
has_kind (ConveneAccountsModel *self,
          ConveneAccountKind    kind)
{
  for (guint i = 0; i < self->accounts->len; i++)
    if (convene_account_get_kind (g_ptr_array_index (self->accounts, i)) == kind)
      return TRUE;

  return FALSE;
}

/* Gives an account what another one has; it notifies of what differs. */
static void
copy (ConveneAccount *into,
      ConveneAccount *from)
{
  guint                   n_pspecs;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (from), &n_pspecs);

  g_object_freeze_notify (G_OBJECT (into));
  for (guint i = 0; i < n_pspecs; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (from), pspecs[i]->name, &value);
      g_object_set_property (G_OBJECT (into), pspecs[i]->name, &value);
    }
  g_object_thaw_notify (G_OBJECT (into));
}

static guint
find_position (GPtrArray      *accounts,
               ConveneAccount *account)
{
  guint position;

  return g_ptr_array_find (accounts, account, &position) ? position : G_MAXUINT;
}

static void
remove_at (ConveneAccountsModel *self,
           guint                 position)
{
  g_ptr_array_remove_index (self->accounts, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/* One by one, so that who stays where they are keep their cards, and the focus that may be in one. */
static void
replace (ConveneAccountsModel *self,
         GPtrArray            *accounts)
{
  guint    before = self->accounts->len;
  gboolean had_zoom = has_kind (self, CONVENE_ACCOUNT_KIND_ZOOM);
  gboolean had_mail = has_kind (self, CONVENE_ACCOUNT_KIND_MAIL);

  for (guint i = self->accounts->len; i-- > 0;)
    if (find_position (accounts, g_ptr_array_index (self->accounts, i)) == G_MAXUINT)
      remove_at (self, i);

  for (guint i = 0; i < accounts->len; i++)
    {
      ConveneAccount *account = g_ptr_array_index (accounts, i);
      guint           position = find_position (self->accounts, account);

      if (position == i)
        continue;
      if (position != G_MAXUINT)
        remove_at (self, position);
      g_ptr_array_insert (self->accounts, i, g_object_ref (account));
      g_list_model_items_changed (G_LIST_MODEL (self), i, 0, 1);
    }

  if (before != self->accounts->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  if (had_zoom != has_kind (self, CONVENE_ACCOUNT_KIND_ZOOM))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_ZOOM]);
  if (had_mail != has_kind (self, CONVENE_ACCOUNT_KIND_MAIL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_MAIL]);
}

/* Those that work go before those that want their person; each in the order in which they were connected. */
static void
add_those (GPtrArray *accounts,
           GPtrArray *all,
           gboolean   connected)
{
  for (guint i = 0; i < all->len; i++)
    if ((convene_account_get_state (g_ptr_array_index (all, i)) == CONVENE_ACCOUNT_STATE_CONNECTED) == connected)
      g_ptr_array_add (accounts, g_object_ref (g_ptr_array_index (all, i)));
}

static void
set_warning (ConveneAccountsModel *self)
{
  g_autofree char *warning = convene_account_words_twins (self->accounts);

  if (g_strcmp0 (self->warning, warning) == 0)
    return;

  g_free (self->warning);
  self->warning = g_steal_pointer (&warning);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WARNING]);
}

static void
take (ConveneAccountsModel *self,
      GPtrArray            *read)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < read->len; i++)
    {
      ConveneAccount *account = g_ptr_array_index (read, i);
      ConveneAccount *known = find (self->accounts, convene_account_get_id (account));

      if (known != NULL)
        copy (known, account);
      g_ptr_array_add (all, g_object_ref (known != NULL ? known : account));
    }

  add_those (accounts, all, TRUE);
  add_those (accounts, all, FALSE);
  replace (self, accounts);
  set_warning (self);
}

static gboolean
midnight_cb (gpointer user_data)
{
  convene_accounts_model_reload (user_data);
  return G_SOURCE_REMOVE;
}

static void
drop_midnight (ConveneAccountsModel *self)
{
  if (self->midnight != NULL)
    g_source_destroy (self->midnight);
  g_clear_pointer (&self->midnight, g_source_unref);
}

static void
await_midnight (ConveneAccountsModel *self)
{
  ConveneClock *clock = convene_engine_get_clock (self->engine);

  drop_midnight (self);
  self->midnight = convene_clock_create_source (clock, convene_account_words_reset (convene_clock_now (clock)));
  g_source_set_callback (self->midnight, midnight_cb, self, NULL);
  g_source_attach (self->midnight, NULL);
}

static void
set_message (ConveneAccountsModel *self,
             const char           *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;

  g_free (self->message);
  self->message = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

static void
set_loaded (ConveneAccountsModel *self)
{
  if (self->loaded)
    return;

  self->loaded = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneAccountsModel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) read = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);

  self->reading = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (read != NULL)
    take (self, read);
  set_message (self, error != NULL ? error->message : NULL);
  set_loaded (self);
  await_midnight (self);
  if (self->again)
    convene_accounts_model_reload (self);
}

static void
convene_accounts_model_constructed (GObject *object)
{
  ConveneAccountsModel *self = CONVENE_ACCOUNTS_MODEL (object);

  G_OBJECT_CLASS (convene_accounts_model_parent_class)->constructed (object);
  g_signal_connect_object (self->engine, "changed", G_CALLBACK (convene_accounts_model_reload), self, G_CONNECT_SWAPPED);
  convene_accounts_model_reload (self);
}

static void
convene_accounts_model_dispose (GObject *object)
{
  ConveneAccountsModel *self = CONVENE_ACCOUNTS_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  drop_midnight (self);
  if (self->engine != NULL)
    g_signal_handlers_disconnect_by_data (self->engine, self);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_accounts_model_parent_class)->dispose (object);
}

static void
convene_accounts_model_finalize (GObject *object)
{
  ConveneAccountsModel *self = CONVENE_ACCOUNTS_MODEL (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->warning, g_free);

  G_OBJECT_CLASS (convene_accounts_model_parent_class)->finalize (object);
}

static void
convene_accounts_model_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  ConveneAccountsModel *self = CONVENE_ACCOUNTS_MODEL (object);

  switch (prop_id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->accounts->len);
      break;
    case PROP_HAS_ZOOM:
      g_value_set_boolean (value, has_kind (self, CONVENE_ACCOUNT_KIND_ZOOM));
      break;
    case PROP_HAS_MAIL:
      g_value_set_boolean (value, has_kind (self, CONVENE_ACCOUNT_KIND_MAIL));
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_WARNING:
      g_value_set_string (value, self->warning);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_accounts_model_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  ConveneAccountsModel *self = CONVENE_ACCOUNTS_MODEL (object);

  switch (prop_id)
    {
    case PROP_ENGINE:
      self->engine = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_accounts_model_class_init (ConveneAccountsModelClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = convene_accounts_model_constructed;
  object_class->dispose = convene_accounts_model_dispose;
  object_class->finalize = convene_accounts_model_finalize;
  object_class->get_property = convene_accounts_model_get_property;
  object_class->set_property = convene_accounts_model_set_property;

  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_HAS_ZOOM] = g_param_spec_boolean ("has-zoom", NULL, NULL, FALSE, flags);
  properties[PROP_HAS_MAIL] = g_param_spec_boolean ("has-mail", NULL, NULL, FALSE, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_WARNING] = g_param_spec_string ("warning", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_accounts_model_init (ConveneAccountsModel *self)
{
  self->accounts = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

ConveneAccountsModel *
convene_accounts_model_new (ConveneEngine *engine)
{
  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);

  return g_object_new (CONVENE_TYPE_ACCOUNTS_MODEL, "engine", engine, NULL);
}

void
convene_accounts_model_reload (ConveneAccountsModel *self)
{
  ConveneAccounts *accounts;

  g_return_if_fail (CONVENE_IS_ACCOUNTS_MODEL (self));

  self->again = self->reading;
  if (self->reading || self->engine == NULL)
    return;

  self->reading = TRUE;
  accounts = convene_engine_get_accounts (self->engine);
  convene_accounts_list_async (accounts, self->cancellable, listed_cb, g_object_ref (self));
}

ConveneAccount *
convene_accounts_model_find (ConveneAccountsModel *self,
                             const char           *id)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNTS_MODEL (self), NULL);

  return find (self->accounts, id);
}
