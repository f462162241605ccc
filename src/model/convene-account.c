/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-account.h"

#include "convene-property.h"

struct _ConveneAccount
{
  GObject parent_instance;

  char                *id;
  char                *secret_id;
  ConveneAccountKind   kind;
  ConveneAccountMethod method;
  char                *address;
  char                *name;
  ConveneAccountState  state;
  char                *plan;
  char                *account_number;
  char                *user_id;
  char                *client_id;
  char                *oauth_url;
  char                *api_url;
  char                *scopes;
  char                *missing_scopes;
  gint64               checked_at;
  gint64               connected_at;
  char                *problem;
  char                *tls;
  gint64               leaving;
  char                *server;
  int                  port;
  ConveneMailSecurity  security;
  char                *user;
  int                  requests_today;
  ConveneEntry         entry;
  char                *password_rules;
};

G_DEFINE_FINAL_TYPE (ConveneAccount, convene_account, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_SECRET_ID,
  PROP_KIND,
  PROP_METHOD,
  PROP_ADDRESS,
  PROP_NAME,
  PROP_STATE,
  PROP_PLAN,
  PROP_ACCOUNT_NUMBER,
  PROP_USER_ID,
  PROP_CLIENT_ID,
  PROP_OAUTH_URL,
  PROP_API_URL,
  PROP_SCOPES,
  PROP_MISSING_SCOPES,
  PROP_CHECKED_AT,
  PROP_CONNECTED_AT,
  PROP_PROBLEM,
  PROP_TLS,
  PROP_LEAVING,
  PROP_SERVER,
  PROP_PORT,
  PROP_SECURITY,
  PROP_USER,
  PROP_REQUESTS_TODAY,
  PROP_ENTRY,
  PROP_PASSWORD_RULES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Where the texts are: most properties are, and each would be handled like the next one. */
static const gsize texts[N_PROPS] = {
  [PROP_ID] = G_STRUCT_OFFSET (ConveneAccount, id),
  [PROP_SECRET_ID] = G_STRUCT_OFFSET (ConveneAccount, secret_id),
  [PROP_ADDRESS] = G_STRUCT_OFFSET (ConveneAccount, address),
  [PROP_NAME] = G_STRUCT_OFFSET (ConveneAccount, name),
  [PROP_PLAN] = G_STRUCT_OFFSET (ConveneAccount, plan),
  [PROP_ACCOUNT_NUMBER] = G_STRUCT_OFFSET (ConveneAccount, account_number),
  [PROP_USER_ID] = G_STRUCT_OFFSET (ConveneAccount, user_id),
  [PROP_CLIENT_ID] = G_STRUCT_OFFSET (ConveneAccount, client_id),
  [PROP_OAUTH_URL] = G_STRUCT_OFFSET (ConveneAccount, oauth_url),
  [PROP_API_URL] = G_STRUCT_OFFSET (ConveneAccount, api_url),
  [PROP_SCOPES] = G_STRUCT_OFFSET (ConveneAccount, scopes),
  [PROP_MISSING_SCOPES] = G_STRUCT_OFFSET (ConveneAccount, missing_scopes),
  [PROP_PROBLEM] = G_STRUCT_OFFSET (ConveneAccount, problem),
  [PROP_TLS] = G_STRUCT_OFFSET (ConveneAccount, tls),
  [PROP_SERVER] = G_STRUCT_OFFSET (ConveneAccount, server),
  [PROP_USER] = G_STRUCT_OFFSET (ConveneAccount, user),
  [PROP_PASSWORD_RULES] = G_STRUCT_OFFSET (ConveneAccount, password_rules),
};

/* NULL for a property that is no text. */
static char **
get_text_field (ConveneAccount *self,
                guint           prop_id)
{
  return texts[prop_id] != 0 ? G_STRUCT_MEMBER_P (self, texts[prop_id]) : NULL;
}

static void
convene_account_finalize (GObject *object)
{
  ConveneAccount *self = CONVENE_ACCOUNT (object);

  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    {
      char **text = get_text_field (self, i);

      if (text != NULL)
        g_clear_pointer (text, g_free);
    }

  G_OBJECT_CLASS (convene_account_parent_class)->finalize (object);
}

static void
convene_account_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ConveneAccount *self = CONVENE_ACCOUNT (object);
  char          **text = get_text_field (self, prop_id);

  if (text != NULL)
    {
      g_value_set_string (value, *text);
      return;
    }

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_METHOD:
      g_value_set_enum (value, self->method);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_CHECKED_AT:
      g_value_set_int64 (value, self->checked_at);
      break;
    case PROP_CONNECTED_AT:
      g_value_set_int64 (value, self->connected_at);
      break;
    case PROP_LEAVING:
      g_value_set_int64 (value, self->leaving);
      break;
    case PROP_PORT:
      g_value_set_int (value, self->port);
      break;
    case PROP_SECURITY:
      g_value_set_enum (value, self->security);
      break;
    case PROP_REQUESTS_TODAY:
      g_value_set_int (value, self->requests_today);
      break;
    case PROP_ENTRY:
      g_value_set_enum (value, self->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_account_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ConveneAccount *self = CONVENE_ACCOUNT (object);
  char          **text = get_text_field (self, prop_id);

  if (text != NULL)
    {
      convene_property_set_text (object, pspec, text, g_value_get_string (value));
      return;
    }

  switch (prop_id)
    {
    case PROP_KIND:
      convene_account_set_kind (self, g_value_get_enum (value));
      break;
    case PROP_METHOD:
      convene_account_set_method (self, g_value_get_enum (value));
      break;
    case PROP_STATE:
      convene_account_set_state (self, g_value_get_enum (value));
      break;
    case PROP_CHECKED_AT:
      convene_account_set_checked_at (self, g_value_get_int64 (value));
      break;
    case PROP_CONNECTED_AT:
      convene_account_set_connected_at (self, g_value_get_int64 (value));
      break;
    case PROP_LEAVING:
      convene_account_set_leaving (self, g_value_get_int64 (value));
      break;
    case PROP_PORT:
      convene_account_set_port (self, g_value_get_int (value));
      break;
    case PROP_SECURITY:
      convene_account_set_security (self, g_value_get_enum (value));
      break;
    case PROP_REQUESTS_TODAY:
      convene_account_set_requests_today (self, g_value_get_int (value));
      break;
    case PROP_ENTRY:
      convene_account_set_entry (self, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_account_class_init (ConveneAccountClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = convene_account_finalize;
  object_class->get_property = convene_account_get_property;
  object_class->set_property = convene_account_set_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_SECRET_ID] = g_param_spec_string ("secret-id", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, CONVENE_TYPE_ACCOUNT_KIND, 0, flags);
  properties[PROP_METHOD] = g_param_spec_enum ("method", NULL, NULL, CONVENE_TYPE_ACCOUNT_METHOD, 0, flags);
  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, CONVENE_TYPE_ACCOUNT_STATE, 0, flags);
  properties[PROP_PLAN] = g_param_spec_string ("plan", NULL, NULL, NULL, flags);
  properties[PROP_ACCOUNT_NUMBER] = g_param_spec_string ("account-number", NULL, NULL, NULL, flags);
  properties[PROP_USER_ID] = g_param_spec_string ("user-id", NULL, NULL, NULL, flags);
  properties[PROP_CLIENT_ID] = g_param_spec_string ("client-id", NULL, NULL, NULL, flags);
  properties[PROP_OAUTH_URL] = g_param_spec_string ("oauth-url", NULL, NULL, NULL, flags);
  properties[PROP_API_URL] = g_param_spec_string ("api-url", NULL, NULL, NULL, flags);
  properties[PROP_SCOPES] = g_param_spec_string ("scopes", NULL, NULL, NULL, flags);
  properties[PROP_MISSING_SCOPES] = g_param_spec_string ("missing-scopes", NULL, NULL, NULL, flags);
  properties[PROP_CHECKED_AT] = g_param_spec_int64 ("checked-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_CONNECTED_AT] = g_param_spec_int64 ("connected-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  properties[PROP_TLS] = g_param_spec_string ("tls", NULL, NULL, NULL, flags);
  properties[PROP_LEAVING] = g_param_spec_int64 ("leaving", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_SERVER] = g_param_spec_string ("server", NULL, NULL, NULL, flags);
  properties[PROP_PORT] = g_param_spec_int ("port", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_SECURITY] = g_param_spec_enum ("security", NULL, NULL, CONVENE_TYPE_MAIL_SECURITY, 0, flags);
  properties[PROP_USER] = g_param_spec_string ("user", NULL, NULL, NULL, flags);
  properties[PROP_REQUESTS_TODAY] = g_param_spec_int ("requests-today", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_ENTRY] = g_param_spec_enum ("entry", NULL, NULL, CONVENE_TYPE_ENTRY, CONVENE_ENTRY_UNKNOWN, flags);
  properties[PROP_PASSWORD_RULES] = g_param_spec_string ("password-rules", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_account_init (ConveneAccount *self)
{
}

ConveneAccount *
convene_account_new (void)
{
  return g_object_new (CONVENE_TYPE_ACCOUNT, NULL);
}

const char *
convene_account_get_id (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), NULL);

  return self->id;
}

void
convene_account_set_id (ConveneAccount *self,
                        const char     *id)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_ID], &self->id, id);
}

const char *
convene_account_get_secret_id (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), NULL);

  return self->secret_id != NULL ? self->secret_id : self->id;
}

void
convene_account_set_secret_id (ConveneAccount *self,
                               const char     *secret_id)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_SECRET_ID], &self->secret_id, secret_id);
}

ConveneAccountKind
convene_account_get_kind (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), 0);

  return self->kind;
}

void
convene_account_set_kind (ConveneAccount    *self,
                          ConveneAccountKind kind)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_KIND], (int *) &self->kind, (int) kind);
}

ConveneAccountMethod
convene_account_get_method (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), 0);

  return self->method;
}

void
convene_account_set_method (ConveneAccount      *self,
                            ConveneAccountMethod method)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_METHOD], (int *) &self->method, (int) method);
}

const char *
convene_account_get_address (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), NULL);

  return self->address;
}

void
convene_account_set_address (ConveneAccount *self,
                             const char     *address)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_ADDRESS], &self->address, address);
}

const char *
convene_account_get_name (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), NULL);

  return self->name;
}

void
convene_account_set_name (ConveneAccount *self,
                          const char     *name)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_NAME], &self->name, name);
}

ConveneAccountState
convene_account_get_state (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), 0);

  return self->state;
}

void
convene_account_set_state (ConveneAccount     *self,
                           ConveneAccountState state)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_STATE], (int *) &self->state, (int) state);
}

const char *
convene_account_get_plan (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), NULL);

  return self->plan;
}

void
convene_account_set_plan (ConveneAccount *self,
                          const char     *plan)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_PLAN], &self->plan, plan);
}

const char *
convene_account_get_account_number (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), NULL);

  return self->account_number;
}

void
convene_account_set_account_number (ConveneAccount *self,
                                    const char     *account_number)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_ACCOUNT_NUMBER], &self->account_number, account_number);
}

const char *
convene_account_get_user_id (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), NULL);

  return self->user_id;
}

void
convene_account_set_user_id (ConveneAccount *self,
                             const char     *user_id)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_USER_ID], &self->user_id, user_id);
}

const char *
convene_account_get_client_id (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), NULL);

  return self->client_id;
}

void
convene_account_set_client_id (ConveneAccount *self,
                               const char     *client_id)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_CLIENT_ID], &self->client_id, client_id);
}

const char *
convene_account_get_oauth_url (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), NULL);

  return self->oauth_url;
}

void
convene_account_set_oauth_url (ConveneAccount *self,
                               const char     *oauth_url)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_OAUTH_URL], &self->oauth_url, oauth_url);
}

const char *
convene_account_get_api_url (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), NULL);

  return self->api_url;
}

void
convene_account_set_api_url (ConveneAccount *self,
                             const char     *api_url)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_API_URL], &self->api_url, api_url);
}

const char *
convene_account_get_scopes (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), NULL);

  return self->scopes;
}

void
convene_account_set_scopes (ConveneAccount *self,
                            const char     *scopes)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_SCOPES], &self->scopes, scopes);
}

const char *
convene_account_get_missing_scopes (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), NULL);

  return self->missing_scopes;
}

void
convene_account_set_missing_scopes (ConveneAccount *self,
                                    const char     *missing_scopes)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_MISSING_SCOPES], &self->missing_scopes, missing_scopes);
}

gint64
convene_account_get_checked_at (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), 0);

  return self->checked_at;
}

void
convene_account_set_checked_at (ConveneAccount *self,
                                gint64          checked_at)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_CHECKED_AT], &self->checked_at, checked_at);
}

gint64
convene_account_get_connected_at (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), 0);

  return self->connected_at;
}

void
convene_account_set_connected_at (ConveneAccount *self,
                                  gint64          connected_at)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_CONNECTED_AT], &self->connected_at, connected_at);
}

const char *
convene_account_get_problem (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), NULL);

  return self->problem;
}

void
convene_account_set_problem (ConveneAccount *self,
                             const char     *problem)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_PROBLEM], &self->problem, problem);
}

const char *
convene_account_get_tls (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), NULL);

  return self->tls;
}

void
convene_account_set_tls (ConveneAccount *self,
                         const char     *tls)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_TLS], &self->tls, tls);
}

gint64
convene_account_get_leaving (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), 0);

  return self->leaving;
}

void
convene_account_set_leaving (ConveneAccount *self,
                             gint64          leaving)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_int64 (G_OBJECT (self), properties[PROP_LEAVING], &self->leaving, leaving);
}

const char *
convene_account_get_server (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), NULL);

  return self->server;
}

void
convene_account_set_server (ConveneAccount *self,
                            const char     *server)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_SERVER], &self->server, server);
}

int
convene_account_get_port (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), 0);

  return self->port;
}

void
convene_account_set_port (ConveneAccount *self,
                          int             port)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_PORT], &self->port, port);
}

ConveneMailSecurity
convene_account_get_security (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), 0);

  return self->security;
}

void
convene_account_set_security (ConveneAccount     *self,
                              ConveneMailSecurity security)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_SECURITY], (int *) &self->security, (int) security);
}

const char *
convene_account_get_user (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), NULL);

  return self->user;
}

void
convene_account_set_user (ConveneAccount *self,
                          const char     *user)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_USER], &self->user, user);
}

int
convene_account_get_requests_today (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), 0);

  return self->requests_today;
}

void
convene_account_set_requests_today (ConveneAccount *self,
                                    int             requests_today)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_REQUESTS_TODAY], &self->requests_today, requests_today);
}

ConveneEntry
convene_account_get_entry (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), CONVENE_ENTRY_UNKNOWN);

  return self->entry;
}

void
convene_account_set_entry (ConveneAccount *self,
                           ConveneEntry    entry)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_ENTRY], (int *) &self->entry, (int) entry);
}

const char *
convene_account_get_password_rules (ConveneAccount *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), NULL);

  return self->password_rules;
}

void
convene_account_set_password_rules (ConveneAccount *self,
                                    const char     *password_rules)
{
  g_return_if_fail (CONVENE_IS_ACCOUNT (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_PASSWORD_RULES], &self->password_rules, password_rules);
}
