/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-smtp-transfer.h"

#include <curl/curl.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <time.h>

#include "convene-error.h"
#include "convene-mail-settings.h"
#include "convene-smtp-dialogue.h"
#include "convene-smtp-verdict.h"

/* The name of EHLO, an address literal with its brackets escaped (RFC 5321 §4.1.3): it names no machine and says nothing about this one. */
#define HELLO "%5B127.0.0.1%5D"

/* Seconds. libcurl counts everything up to the sign-in as connecting, and some servers let new guests wait before they greet. */
#define CONNECT_TIMEOUT 30
#define WHOLE_TIMEOUT 120
#define STALL_TIMEOUT 60
#define QUIT_TIMEOUT 2

struct _ConveneSmtpTransfer
{
  /* inputs */
  char               *server; /* as the account has it */
  char               *url;
  ConveneMailSecurity security;
  gboolean            loopback;
  char               *user;
  ConveneSecret      *password;
  char               *ca_file;
  char               *sender; /* NULL where there is no letter */
  GStrv               recipients;
  GBytes             *bytes;
  const char         *advice; /* about signing in, translated; NULL for none */

  /* progress */
  ConveneSmtpDialogue *dialogue;
  GCancellable        *cancellable;
  gsize                position;
  gint64               left_at; /* of the monotonic clock, when QUIT was said */
  gboolean             stopped;
  long                 verify_result;
  char                 detail[CURL_ERROR_SIZE];
};

gboolean
convene_smtp_is_loopback (const char *server)
{
  g_autoptr(GInetAddress) address = g_inet_address_new_from_string (server);

  /* libcurl takes "localhost" for loopback without asking anybody. */
  return address != NULL ? g_inet_address_get_is_loopback (address) : g_ascii_strcasecmp (server, "localhost") == 0;
}

/* The server's name as it stands in an address, or NULL if it is none. */
static char *
dup_host (const char *server)
{
  g_autofree char *ascii = NULL;

  if (g_hostname_is_ip_address (server))
    return strchr (server, ':') != NULL ? g_strdup_printf ("[%s]", server) : g_strdup (server);

  ascii = g_hostname_to_ascii (server);
  if (ascii == NULL || *ascii == '\0')
    return NULL;
  for (const char *p = ascii; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr (".-_", *p) == NULL)
      return NULL;

  return g_steal_pointer (&ascii);
}

static char *
dup_url (ConveneAccount *account,
         const char     *server,
         GError        **error)
{
  g_autofree char *host = dup_host (server);
  const char      *scheme = convene_account_get_security (account) == CONVENE_MAIL_SECURITY_TLS ? "smtps" : "smtp";
  int              port = convene_account_get_port (account);

  if (host == NULL || port < 1 || port > 65535)
    {
      convene_error_set_field (error, "server", _ ("The mail server has no valid name or port: give it as smtp.example.com:465"));
      return NULL;
    }

  return g_strdup_printf ("%s://%s:%d/%s", scheme, host, port, HELLO);
}

static gboolean
check_account (ConveneAccount *account,
               const char     *server,
               ConveneSecret  *password,
               GError        **error)
{
  const char *user = convene_account_get_user (account);

  if (convene_account_get_security (account) == CONVENE_MAIL_SECURITY_NONE && !convene_smtp_is_loopback (server))
    {
      g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("Without encryption only a mail server on this computer is used: choose tls or starttls for %s"), server);
      return FALSE;
    }
  if (user != NULL && *user != '\0' && password == NULL)
    {
      g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT, _ ("The password for the mail server %s is missing: connect the mail account again"), server);
      return FALSE;
    }

  return TRUE;
}

/* Translated here: the visit itself is a thread's. */
static const char *
find_advice (ConveneAccount *account,
             const char     *server)
{
  const ConveneMailSettings *known = convene_mail_settings_find_server (server, convene_account_get_address (account));

  return known != NULL && known->advice != NULL ? _ (known->advice) : NULL;
}

static void
take_letter (ConveneSmtpTransfer *self,
             ConveneLetter       *letter)
{
  const GBytes *bytes = convene_letter_get_bytes (letter);

  self->sender = g_strdup (convene_letter_get_sender (letter));
  self->recipients = g_strdupv ((GStrv) convene_letter_get_recipients (letter));
  self->bytes = g_bytes_ref ((GBytes *) bytes);
}

ConveneSmtpTransfer *
convene_smtp_transfer_new (ConveneAccount *account,
                           ConveneSecret  *password,
                           const char     *ca_file,
                           ConveneLetter  *letter,
                           GError        **error)
{
  const char          *server = convene_account_get_server (account);
  g_autofree char     *url = NULL;
  ConveneSmtpTransfer *self;

  server = server != NULL ? server : "";
  url = dup_url (account, server, error);
  if (url == NULL || !check_account (account, server, password, error))
    return NULL;

  self = g_new0 (ConveneSmtpTransfer, 1);
  self->server = g_strdup (server);
  self->url = g_steal_pointer (&url);
  self->security = convene_account_get_security (account);
  self->loopback = convene_smtp_is_loopback (server);
  self->user = g_strdup (convene_account_get_user (account));
  self->password = password != NULL ? convene_secret_ref (password) : NULL;
  self->ca_file = g_strdup (ca_file);
  self->advice = find_advice (account, server);
  if (letter != NULL)
    take_letter (self, letter);
  self->dialogue = convene_smtp_dialogue_new ((const char *const *) self->recipients);
  return self;
}

void
convene_smtp_transfer_free (ConveneSmtpTransfer *self)
{
  g_free (self->server);
  g_free (self->url);
  g_free (self->user);
  g_clear_pointer (&self->password, convene_secret_unref);
  g_free (self->ca_file);
  g_free (self->sender);
  g_strfreev (self->recipients);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  convene_smtp_dialogue_free (self->dialogue);
  g_free (self);
}

/* What both sides say, a command or a line at a time. Nothing of it is logged. */
static int
debug_cb (CURL         *curl,
          curl_infotype type,
          char         *data,
          size_t        length,
          void         *user_data)
{
  ConveneSmtpTransfer *self = user_data;

  if (type == CURLINFO_HEADER_OUT)
    convene_smtp_dialogue_sent (self->dialogue, data, length);
  else if (type == CURLINFO_HEADER_IN)
    convene_smtp_dialogue_received (self->dialogue, data, length);
  if (self->left_at == 0 && convene_smtp_dialogue_has_left (self->dialogue))
    self->left_at = g_get_monotonic_time ();

  return 0;
}

static size_t
read_cb (char  *buffer,
         size_t size,
         size_t count,
         void  *user_data)
{
  ConveneSmtpTransfer *self = user_data;
  gsize                length;
  const char          *data = g_bytes_get_data (self->bytes, &length);
  gsize                portion = MIN (size * count, length - self->position);

  if (convene_smtp_dialogue_is_put_off (self->dialogue))
    return CURL_READFUNC_ABORT;

  memcpy (buffer, data + self->position, portion);
  self->position += portion;
  if (self->position == length)
    convene_smtp_dialogue_letter_ended (self->dialogue);
  return portion;
}

static size_t
discard_cb (char  *data,
            size_t size,
            size_t count,
            void  *user_data)
{
  return size * count;
}

/* Called about once a second: whether to break off. */
static int
progress_cb (void      *user_data,
             curl_off_t download_total,
             curl_off_t downloaded,
             curl_off_t upload_total,
             curl_off_t uploaded)
{
  ConveneSmtpTransfer *self = user_data;

  if (self->left_at != 0)
    return g_get_monotonic_time () - self->left_at > QUIT_TIMEOUT * G_USEC_PER_SEC;

  self->stopped = g_cancellable_is_cancelled (self->cancellable);
  return self->stopped;
}

static gboolean
set_connection (ConveneSmtpTransfer *self,
                CURL                *curl)
{
  return curl_easy_setopt (curl, CURLOPT_URL, self->url) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps") == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_NETRC, (long) CURL_NETRC_IGNORED) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_NOSIGNAL, 1L) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_CONNECTTIMEOUT, (long) CONNECT_TIMEOUT) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_TIMEOUT, (long) WHOLE_TIMEOUT) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_LOW_SPEED_LIMIT, 1L) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_LOW_SPEED_TIME, (long) STALL_TIMEOUT) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_FORBID_REUSE, 1L) == CURLE_OK &&
         (!self->loopback || curl_easy_setopt (curl, CURLOPT_PROXY, "") == CURLE_OK);
}

static gboolean
set_security (ConveneSmtpTransfer *self,
              CURL                *curl)
{
  long use = self->security == CONVENE_MAIL_SECURITY_NONE ? CURLUSESSL_NONE : CURLUSESSL_ALL;

  return curl_easy_setopt (curl, CURLOPT_USE_SSL, use) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_SSLVERSION, (long) CURL_SSLVERSION_TLSv1_2) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_SSL_VERIFYPEER, 1L) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_SSL_VERIFYHOST, 2L) == CURLE_OK &&
         (self->ca_file == NULL || curl_easy_setopt (curl, CURLOPT_CAINFO, self->ca_file) == CURLE_OK);
}

static gboolean
set_user (ConveneSmtpTransfer *self,
          CURL                *curl)
{
  if (self->user == NULL || *self->user == '\0')
    return TRUE;

  return curl_easy_setopt (curl, CURLOPT_USERNAME, self->user) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_PASSWORD, convene_secret_peek (self->password)) == CURLE_OK;
}

static gboolean
set_listeners (ConveneSmtpTransfer *self,
               CURL                *curl)
{
  return curl_easy_setopt (curl, CURLOPT_ERRORBUFFER, self->detail) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_VERBOSE, 1L) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_DEBUGFUNCTION, debug_cb) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_DEBUGDATA, self) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_NOPROGRESS, 0L) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_XFERINFOFUNCTION, progress_cb) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_XFERINFODATA, self) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_WRITEFUNCTION, discard_cb) == CURLE_OK;
}

/* `list` lives as long as `curl`. */
static gboolean
set_letter (ConveneSmtpTransfer *self,
            CURL                *curl,
            struct curl_slist   *list)
{
  if (self->bytes == NULL)
    return curl_easy_setopt (curl, CURLOPT_NOBODY, 1L) == CURLE_OK && curl_easy_setopt (curl, CURLOPT_CUSTOMREQUEST, "NOOP") == CURLE_OK;

  return curl_easy_setopt (curl, CURLOPT_MAIL_FROM, self->sender) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_MAIL_RCPT, list) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1L) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_UPLOAD, 1L) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t) g_bytes_get_size (self->bytes)) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_READFUNCTION, read_cb) == CURLE_OK &&
         curl_easy_setopt (curl, CURLOPT_READDATA, self) == CURLE_OK;
}

static struct curl_slist *
list_recipients (ConveneSmtpTransfer *self)
{
  struct curl_slist *list = NULL;

  for (guint i = 0; self->recipients != NULL && self->recipients[i] != NULL; i++)
    list = curl_slist_append (list, self->recipients[i]);

  return list;
}

/* OpenSSL writes to sockets in a way that raises SIGPIPE when the other side is gone; it goes to the thread that wrote. */
static CURLcode
perform_quietly (CURL *curl)
{
  const struct timespec now = { 0, 0 };
  sigset_t              pipe, before;
  CURLcode              result;

  sigemptyset (&pipe);
  sigaddset (&pipe, SIGPIPE);
  pthread_sigmask (SIG_BLOCK, &pipe, &before);
  result = curl_easy_perform (curl);
  if (!sigismember (&before, SIGPIPE))
    sigtimedwait (&pipe, NULL, &now);
  pthread_sigmask (SIG_SETMASK, &before, NULL);

  return result;
}

static CURLcode
perform (ConveneSmtpTransfer *self)
{
  CURL              *curl = curl_easy_init ();
  struct curl_slist *list = list_recipients (self);
  CURLcode           result = CURLE_FAILED_INIT;

  if (curl != NULL && set_connection (self, curl) && set_security (self, curl) && set_user (self, curl) && set_listeners (self, curl) &&
      set_letter (self, curl, list))
    result = perform_quietly (curl);
  if (curl != NULL)
    curl_easy_getinfo (curl, CURLINFO_SSL_VERIFYRESULT, &self->verify_result);

  curl_easy_cleanup (curl);
  curl_slist_free_all (list);
  return result;
}

/* A server that offers no sign-in lets libcurl in without one: that is no account that works. */
static gboolean
check_signed_in (ConveneSmtpTransfer *self,
                 GError             **error)
{
  if (self->user == NULL || *self->user == '\0' || self->bytes != NULL || convene_smtp_dialogue_is_signed_in (self->dialogue))
    return TRUE;

  return convene_smtp_verdict_no_sign_in (self->server, self->advice, error);
}

GStrv
convene_smtp_transfer_run (ConveneSmtpTransfer *self,
                           GCancellable        *cancellable,
                           GError             **error)
{
  ConveneSmtpEvidence evidence;
  CURLcode            result;

  self->cancellable = cancellable;
  result = perform (self);
  evidence = (ConveneSmtpEvidence){
    .dialogue = self->dialogue,
    .result = result,
    .verify_result = self->verify_result,
    .cancelled = self->stopped,
    .server = self->server,
    .sender = self->sender,
    .detail = self->detail,
    .advice = self->advice,
  };
  if (!convene_smtp_verdict (&evidence, error) || !check_signed_in (self, error))
    return NULL;

  return convene_smtp_dialogue_dup_refused (self->dialogue);
}
