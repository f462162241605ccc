/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "browser-person.h"

#include <libsoup/soup.h>

#include "convene-error.h"

struct _PersonBrowser
{
  GObject parent_instance;

  PersonHabit  habit;
  SoupSession *soup;
};

static void
page_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GBytes) page = soup_session_send_and_read_finish (SOUP_SESSION (source), result, NULL);
}

static void
visit (PersonBrowser *self,
       const char    *uri)
{
  g_autoptr(SoupMessage) message = soup_message_new ("GET", uri);

  soup_session_send_and_read_async (self->soup, message, G_PRIORITY_DEFAULT, NULL, page_cb, NULL);
}

/* Two requests, of which the first is none of the attempt's; it is sent and answered first. */
static void
misled_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(PersonBrowser) self = PERSON_BROWSER (user_data);
  g_autofree char *back = g_strdup (g_object_get_data (source, "back"));
  g_autoptr(GBytes) page = soup_session_send_and_read_finish (SOUP_SESSION (source), result, NULL);

  visit (self, back);
}

static void
sent_back_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(PersonBrowser) self = PERSON_BROWSER (user_data);
  SoupMessage     *message = soup_session_get_async_result_message (SOUP_SESSION (source), result);
  const char      *back = soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");
  g_autofree char *other = g_strconcat (back, "x", NULL);
  g_autoptr(SoupMessage) wrong = soup_message_new ("GET", other);
  g_autoptr(GBytes) page = NULL;

  g_object_set_data_full (source, "back", g_strdup (back), g_free);
  page = soup_session_send_and_read_finish (SOUP_SESSION (source), result, NULL);
  soup_session_send_and_read_async (self->soup, wrong, G_PRIORITY_DEFAULT, NULL, misled_cb, g_object_ref (self));
}

static void
open_async (ConveneUriOpener   *opener,
            const char         *uri,
            GCancellable       *cancellable,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  PersonBrowser *self = PERSON_BROWSER (opener);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(SoupMessage) message = NULL;

  if (self->habit == PERSON_HAS_NONE)
    {
      g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_REFUSED, "There is no browser");
      return;
    }

  if (self->habit == PERSON_FOLLOWS)
    visit (self, uri);
  else if (self->habit == PERSON_IS_MISLED)
    {
      message = soup_message_new ("GET", uri);
      soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
      soup_session_send_and_read_async (self->soup, message, G_PRIORITY_DEFAULT, NULL, sent_back_cb, g_object_ref (self));
    }
  g_task_return_boolean (task, TRUE);
}

static gboolean
open_finish (ConveneUriOpener *opener,
             GAsyncResult     *result,
             GError          **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
opener_iface_init (ConveneUriOpenerInterface *iface)
{
  iface->open_async = open_async;
  iface->open_finish = open_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PersonBrowser, person_browser, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_URI_OPENER, opener_iface_init))

static void
person_browser_dispose (GObject *object)
{
  g_clear_object (&PERSON_BROWSER (object)->soup);

  G_OBJECT_CLASS (person_browser_parent_class)->dispose (object);
}

static void
person_browser_class_init (PersonBrowserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = person_browser_dispose;
}

static void
person_browser_init (PersonBrowser *self)
{
  self->soup = soup_session_new ();
}

PersonBrowser *
person_browser_new (PersonHabit habit)
{
  PersonBrowser *self = g_object_new (PERSON_TYPE_BROWSER, NULL);

  self->habit = habit;
  return self;
}

static void
watch_cb (ConveneSignIn *sign_in,
          GParamSpec    *pspec,
          gpointer       user_data)
{
  Person    *person = user_data;
  const int  stage = convene_sign_in_get_stage (sign_in);
  const char letter = "PBCFO"[stage];

  if (g_str_equal (pspec->name, "stage"))
    g_string_append_c (person->stages, letter);
  if (person->cancel_at != 0 && stage == person->cancel_at)
    g_cancellable_cancel (person->cancellable);
}

ConveneAccount *
person_sign_in (Fixture *fixture,
                Person  *person,
                GError **error)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (fixture->engine);
  g_autoptr(PersonBrowser) browser = person_browser_new (person->habit);
  g_autoptr(ConveneSecret) secret = person->client_secret != NULL ? convene_secret_new (person->client_secret) : NULL;
  g_autoptr(ConveneSignIn) sign_in =
                 convene_sign_in_new_browser (accounts, person->client_id, secret, person->reconnect, CONVENE_URI_OPENER (browser));
  g_autoptr(GAsyncResult) result = NULL;
  ConveneAccount *account;

  person->stages = g_string_new ("P");
  if (person->cancellable == NULL)
    person->cancellable = g_cancellable_new ();
  g_signal_connect (sign_in, "notify", G_CALLBACK (watch_cb), person);
  convene_sign_in_run_async (sign_in, person->cancellable, fixture_result_cb, &result);
  account = convene_sign_in_run_finish (sign_in, fixture_await (&result), error);
  person->warning = g_strdup (convene_sign_in_get_warning (sign_in));
  person->address = g_strdup (convene_sign_in_get_address (sign_in));
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (g_steal_pointer (&sign_in));
  return account;
}

void
person_clear (Person *person)
{
  g_string_free (person->stages, TRUE);
  g_free (person->warning);
  g_free (person->address);
  g_clear_object (&person->cancellable);
}

ConveneAccount *
person_connect (Fixture *fixture)
{
  Person person = { .client_id = CONVENE_PRACTICE_CLIENT_ID };
  g_autoptr(GError) error = NULL;
  ConveneAccount *account;

  fixture_order (fixture, "{'set':{'consent':1}}");
  account = person_sign_in (fixture, &person, &error);
  g_assert_no_error (error);
  g_assert_nonnull (account);
  person_clear (&person);
  return account;
}

guint
person_count_accounts (Fixture           *fixture,
                       ConveneAccountKind kind)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (fixture->engine);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) list = NULL;
  guint count = 0;

  convene_accounts_list_async (accounts, NULL, fixture_result_cb, &result);
  list = convene_accounts_list_finish (accounts, fixture_await (&result), NULL);
  for (guint i = 0; i < list->len; i++)
    count += convene_account_get_kind (g_ptr_array_index (list, i)) == kind;

  return count;
}

guint
person_count_tokens (Fixture    *fixture,
                     const char *kind)
{
  g_autoptr(JsonObject) state = fixture_state (fixture);
  JsonArray *tokens = json_object_get_array_member (state, "tokens");
  guint      count = 0;

  for (guint i = 0; i < json_array_get_length (tokens); i++)
    count += g_str_equal (json_object_get_string_member (json_array_get_object_element (tokens, i), "kind"), kind);

  return count;
}

gboolean
person_has_secret (Fixture    *fixture,
                   const char *secret_id,
                   const char *kind)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneSecret) secret = NULL;

  convene_vault_get_async (fixture->vault, secret_id, kind, NULL, fixture_result_cb, &result);
  secret = convene_vault_get_finish (fixture->vault, fixture_await (&result), NULL);
  return secret != NULL;
}

void
person_assert_works (Fixture    *fixture,
                     const char *job)
{
  g_autoptr(ConveneInterview) planned = fixture_interview (job);
  g_autoptr(ConveneInterview) after = NULL;
  g_autofree char *uid = fixture_schedule (fixture, planned);

  after = fixture_settle (fixture, uid, 5 * CONVENE_MINUTE);
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MEETING_CREATE, "done");
}
