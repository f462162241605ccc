/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-error.h"
#include "convene-smtp-transfer.h"
#include "convene-smtp-verdict.h"

static const char *const recipients[] = { "ana@example.com", "hugo@example.org", NULL };

#define SENT "C:EHLO [127.0.0.1]", "S:250-example.com", "S:250 SIZE", "C:MAIL FROM:<rita@example.org>", "S:250 ok"
#define TAKEN "C:RCPT TO:<ana@example.com>", "S:250 ok", "C:RCPT TO:<hugo@example.org>", "S:250 ok"
#define DATA "C:DATA", "S:354 go on"
#define NO_CODE -1

typedef struct
{
  const char *name;
  const char *lines[24]; /* "C:" ours, "S:" the server's, "." the letter's end */
  CURLcode    result;
  gboolean    cancelled;
  int         code; /* NO_CODE for success */
  gboolean    doubtful;
  const char *refused;
  const char *message; /* a part of it */
  long        verify_result;
  const char *detail; /* libcurl's; NULL: "detail" */
} Row;

static const Row rows[] = {
  { "taken", { "S:220 hi", SENT, TAKEN, DATA, ".", "S:250 queued", "C:QUIT", "S:221 bye" }, CURLE_OK, FALSE, NO_CODE, FALSE, "", NULL },
  { "taken-then-broken", { "S:220 hi", SENT, TAKEN, DATA, ".", "S:250 queued" }, CURLE_RECV_ERROR, FALSE, NO_CODE, FALSE, "", NULL },
  { "taken-then-cancelled", { "S:220 hi", SENT, TAKEN, DATA, ".", "S:250 queued" }, CURLE_ABORTED_BY_CALLBACK, TRUE, NO_CODE, FALSE, "", NULL },
  { "one-refused",
    { "S:220 hi", SENT, "C:RCPT TO:<ana@example.com>", "S:250 ok", "C:RCPT TO:<hugo@example.org>", "S:550 who", DATA, ".", "S:250 queued" },
    CURLE_OK,
    FALSE,
    NO_CODE,
    FALSE,
    "hugo@example.org",
    NULL },
  { "all-refused",
    { "S:220 hi", SENT, "C:RCPT TO:<ana@example.com>", "S:550-no", "S:550 who", "C:RCPT TO:<hugo@example.org>", "S:550 who", "C:QUIT", "S:221 bye" },
    CURLE_SEND_ERROR,
    FALSE,
    CONVENE_ERROR_MAIL_REFUSED,
    FALSE,
    "ana@example.com hugo@example.org",
    "ana@example.com, hugo@example.org: 550 who" },
  { "all-refused-one-for-now",
    { "S:220 hi", SENT, "C:RCPT TO:<ana@example.com>", "S:550 who", "C:RCPT TO:<hugo@example.org>", "S:451 later" },
    CURLE_SEND_ERROR,
    FALSE,
    CONVENE_ERROR_RATE_LIMITED,
    FALSE,
    "ana@example.com hugo@example.org",
    NULL },
  { "candidate-put-off",
    { "S:220 hi", SENT, "C:RCPT TO:<ana@example.com>", "S:450 greylisted", "C:RCPT TO:<hugo@example.org>", "S:250 ok", DATA },
    CURLE_ABORTED_BY_CALLBACK,
    FALSE,
    CONVENE_ERROR_RATE_LIMITED,
    FALSE,
    "ana@example.com",
    "ana@example.com" },
  { "other-put-off",
    { "S:220 hi", SENT, "C:RCPT TO:<ana@example.com>", "S:250 ok", "C:RCPT TO:<hugo@example.org>", "S:450 greylisted", DATA, ".", "S:250 ok" },
    CURLE_OK,
    FALSE,
    NO_CODE,
    FALSE,
    "hugo@example.org",
    NULL },
  { "not-found", { NULL }, CURLE_COULDNT_RESOLVE_HOST, FALSE, CONVENE_ERROR_UNREACHABLE, FALSE, "", "smtp.example.com was not found: check its name" },
  { "no-connection", { NULL }, CURLE_COULDNT_CONNECT, FALSE, CONVENE_ERROR_UNREACHABLE, FALSE, "", "could not be reached: check its name, its port" },
  { "no-greeting", { NULL }, CURLE_OPERATION_TIMEDOUT, FALSE, CONVENE_ERROR_UNREACHABLE, FALSE, "", "in time" },
  { "lost-before-data", { "S:220 hi", SENT, TAKEN, "C:DATA" }, CURLE_RECV_ERROR, FALSE, CONVENE_ERROR_UNREACHABLE, FALSE, "", "broke off" },
  { "lost-in-letter", { "S:220 hi", SENT, TAKEN, DATA }, CURLE_SEND_ERROR, FALSE, CONVENE_ERROR_UNREACHABLE, FALSE, "", NULL },
  { "lost-after-letter", { "S:220 hi", SENT, TAKEN, DATA, "." }, CURLE_RECV_ERROR, FALSE, CONVENE_ERROR_UNREACHABLE, TRUE, "", NULL },
  { "silent-after-letter", { "S:220 hi", SENT, TAKEN, DATA, "." }, CURLE_OPERATION_TIMEDOUT, FALSE, CONVENE_ERROR_UNREACHABLE, TRUE, "", NULL },
  { "later-after-letter", { "S:220 hi", SENT, TAKEN, DATA, ".", "S:451 later" }, CURLE_WEIRD_SERVER_REPLY, FALSE, CONVENE_ERROR_RATE_LIMITED, FALSE, "", "451 later" },
  { "refused-after-letter", { "S:220 hi", SENT, TAKEN, DATA, ".", "S:554 spam" }, CURLE_WEIRD_SERVER_REPLY, FALSE, CONVENE_ERROR_MAIL_REFUSED, FALSE, "", "554 spam" },
  { "sender-refused", { "S:220 hi", "C:EHLO x", "S:250 ok", "C:MAIL FROM:<rita@example.org>", "S:553 not you" }, CURLE_SEND_ERROR, FALSE, CONVENE_ERROR_MAIL_REFUSED, FALSE, "", "takes no letters from rita@example.org: connect the mail account with an address that is yours there (553 not you)" },
  /* Postfix says no only when it knows for whom. */
  { "sender-refused-at-recipients",
    { "S:220 hi", SENT, "C:RCPT TO:<ana@example.com>", "S:553 5.7.1 <rita@example.org>: Sender address rejected: not owned by user bob",
      "C:RCPT TO:<hugo@example.org>", "S:553 5.7.1 <rita@example.org>: Sender address rejected: not owned by user bob", "C:QUIT", "S:221 bye" },
    CURLE_SEND_ERROR,
    FALSE,
    CONVENE_ERROR_MAIL_REFUSED,
    FALSE,
    "ana@example.com hugo@example.org",
    "takes no letters from rita@example.org" },
  { "sender-refused-after-letter", { "S:220 hi", SENT, TAKEN, DATA, ".", "S:554 5.7.60 SMTP; Client does not have permissions to send as this sender" }, CURLE_WEIRD_SERVER_REPLY, FALSE, CONVENE_ERROR_MAIL_REFUSED, FALSE, "", "takes no letters from rita@example.org" },
  { "sender-later", { "S:220 hi", "C:EHLO x", "S:250 ok", "C:MAIL FROM:<rita@example.org>", "S:451 4.1.8 wait" }, CURLE_SEND_ERROR, FALSE, CONVENE_ERROR_RATE_LIMITED, FALSE, "", "451" },
  { "greeting-refused", { "S:554 no" }, CURLE_WEIRD_SERVER_REPLY, FALSE, CONVENE_ERROR_MAIL_REFUSED, FALSE, "", NULL },
  { "greeting-later", { "S:421 busy" }, CURLE_WEIRD_SERVER_REPLY, FALSE, CONVENE_ERROR_RATE_LIMITED, FALSE, "", "421 busy" },
  { "sign-in-asked", { "S:220 hi", "C:EHLO x", "S:250 ok", "C:MAIL FROM:<rita@example.org>", "S:530 sign in" }, CURLE_SEND_ERROR, FALSE, CONVENE_ERROR_SIGNED_OUT, FALSE, "", NULL },
  { "sign-in-refused", { "S:220 hi", "C:EHLO x", "S:250 AUTH", "C:AUTH LOGIN", "S:334 VXNlcm5hbWU6", "C:UkNQVCBUTzo8", "S:334 UGFzc3dvcmQ6", "C:DATA", "S:535 bad c2VjcmV0" }, CURLE_LOGIN_DENIED, FALSE, CONVENE_ERROR_SIGNED_OUT, FALSE, "", "refused the user name or the password: connect the mail account again. Use an app password." },
  { "sign-in-wants-app-password", { "S:220 hi", "C:EHLO x", "S:250 AUTH", "C:AUTH PLAIN c2VjcmV0", "S:534-5.7.9 Application-specific", "S:534 5.7.9 password required" }, CURLE_LOGIN_DENIED, FALSE, CONVENE_ERROR_SIGNED_OUT, FALSE, "", "wants another password than this one, an app password as a rule: connect the mail account again. Use an app password." },
  { "sign-in-later", { "S:220 hi", "C:EHLO x", "S:250 AUTH", "C:AUTH PLAIN c2VjcmV0", "S:454 later" }, CURLE_LOGIN_DENIED, FALSE, CONVENE_ERROR_RATE_LIMITED, FALSE, "", NULL },
  { "no-sign-in", { "S:220 hi", "C:EHLO x", "S:250 ok" }, CURLE_LOGIN_DENIED, FALSE, CONVENE_ERROR_REFUSED, FALSE, "", "can be used. Use an app password." },
  { "certificate", { "S:220 hi", "C:EHLO x", "S:250 ok", "C:STARTTLS", "S:220 go" }, CURLE_PEER_FAILED_VERIFICATION, FALSE, CONVENE_ERROR_REFUSED, FALSE, "", "cannot be trusted: detail" },
#define STARTED { "S:220 hi", "C:EHLO x", "S:250 ok", "C:STARTTLS", "S:220 go" }, CURLE_PEER_FAILED_VERIFICATION, FALSE, CONVENE_ERROR_REFUSED, FALSE, ""
  { "certificate-self-signed", STARTED, "signed by itself", 18, "SSL certificate problem: self-signed certificate" },
  { "certificate-unknown-root", STARTED, "an authority that this computer does not know", 19, "SSL certificate problem: self-signed certificate in certificate chain" },
  { "certificate-unknown-issuer", STARTED, "an authority that this computer does not know", 20, "SSL certificate problem: unable to get local issuer certificate" },
  { "certificate-expired", STARTED, "has expired", 10, "SSL certificate problem: certificate has expired" },
  { "certificate-not-yet", STARTED, "is not valid yet", 9, "SSL certificate problem: certificate is not yet valid" },
  { "certificate-withdrawn", STARTED, "was withdrawn", 23, "SSL certificate problem: certificate revoked" },
  { "certificate-other-host", STARTED, "certificate of another server", 0, "SSL: no alternative certificate subject name matches target host name 'localhost'" },
  { "certificate-other-library", STARTED, "has expired", 1, "server certificate verification failed: certificate has expired." },
  { "no-starttls", { "S:220 hi", "C:EHLO x", "S:250 ok" }, CURLE_USE_SSL_FAILED, FALSE, CONVENE_ERROR_REFUSED, FALSE, "", "STARTTLS" },
  { "starttls-refused", { "S:220 hi", "C:EHLO x", "S:250 ok", "C:STARTTLS", "S:502 no" }, CURLE_USE_SSL_FAILED, FALSE, CONVENE_ERROR_REFUSED, FALSE, "", "STARTTLS" },
  { "starttls-later", { "S:220 hi", "C:EHLO x", "S:250 ok", "C:STARTTLS", "S:454 no" }, CURLE_USE_SSL_FAILED, FALSE, CONVENE_ERROR_RATE_LIMITED, FALSE, "", NULL },
  { "cancelled-early", { "S:220 hi", SENT }, CURLE_ABORTED_BY_CALLBACK, TRUE, CONVENE_ERROR_CANCELLED, FALSE, "", NULL },
  { "cancelled-late", { "S:220 hi", SENT, TAKEN, DATA, "." }, CURLE_ABORTED_BY_CALLBACK, TRUE, CONVENE_ERROR_CANCELLED, TRUE, "", NULL },
  { "rubbish", { "S:", "S:25", "S:HTTP/1.1 400" }, CURLE_WEIRD_SERVER_REPLY, FALSE, CONVENE_ERROR_UNREACHABLE, FALSE, "", NULL },
};

static void
play (ConveneSmtpDialogue *dialogue,
      const char          *line)
{
  g_autofree char *wire = g_strconcat (line + 1 + (line[0] != '.'), "\r\n", NULL);

  if (line[0] == 'C')
    convene_smtp_dialogue_sent (dialogue, wire, strlen (wire));
  else if (line[0] == 'S')
    convene_smtp_dialogue_received (dialogue, wire, strlen (wire));
  else
    convene_smtp_dialogue_letter_ended (dialogue);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr(ConveneSmtpDialogue) dialogue = convene_smtp_dialogue_new (recipients);
  g_autoptr(GError) error = NULL;
  g_auto (GStrv) refused = NULL;
  g_autofree char    *joined = NULL;
  ConveneSmtpEvidence evidence;
  gboolean            done;

  for (guint i = 0; i < G_N_ELEMENTS (row->lines) && row->lines[i] != NULL; i++)
    play (dialogue, row->lines[i]);

  evidence = (ConveneSmtpEvidence){
    .dialogue = dialogue,
    .result = row->result,
    .verify_result = row->verify_result,
    .cancelled = row->cancelled,
    .server = "smtp.example.com",
    .sender = "rita@example.org",
    .detail = row->detail != NULL ? row->detail : "detail\n",
    .advice = "Use an app password.",
  };
  done = convene_smtp_verdict (&evidence, &error);
  refused = convene_smtp_dialogue_dup_refused (dialogue);
  joined = g_strjoinv (" ", refused);

  g_assert_cmpint (done, ==, row->code == NO_CODE);
  g_assert_cmpstr (joined, ==, row->refused);
  if (done)
    return;

  g_assert_error (error, CONVENE_ERROR, row->code);
  g_assert_cmpint (convene_error_is_doubtful (error), ==, row->doubtful);
  g_assert_null (strstr (error->message, "c2VjcmV0"));
  g_assert_null (strchr (error->message, '\n'));
  if (row->message != NULL)
    g_assert_nonnull (strstr (error->message, row->message));
}

/* What a server answers to a sign-in, and what was said then, is nowhere kept. */
static void
test_sign_in (void)
{
  g_autoptr(ConveneSmtpDialogue) dialogue = convene_smtp_dialogue_new (recipients);

  play (dialogue, "C:AUTH PLAIN c2VjcmV0");
  g_assert_false (convene_smtp_dialogue_is_signed_in (dialogue));
  play (dialogue, "S:235 welcome c2VjcmV0");
  g_assert_true (convene_smtp_dialogue_is_signed_in (dialogue));
  g_assert_null (convene_smtp_dialogue_get_reply (dialogue));
  play (dialogue, "C:MAIL FROM:<rita@example.org>");
  g_assert_cmpint (convene_smtp_dialogue_get_step (dialogue), ==, CONVENE_SMTP_STEP_SENDER);
}

static void
test_handshake (void)
{
  static const struct
  {
    const char *detail;
    int         code;
  } details[] = {
    { "error:0A00010B:SSL routines::wrong version number", CONVENE_ERROR_REFUSED },
    { "error:0A000102:SSL routines::unsupported protocol", CONVENE_ERROR_REFUSED },
    { "OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to smtp.example.com:465", CONVENE_ERROR_UNREACHABLE },
    { "OpenSSL SSL_connect: Connection reset by peer in connection to smtp.example.com:465", CONVENE_ERROR_UNREACHABLE },
    { "error:0A000126:SSL routines::unexpected eof while reading", CONVENE_ERROR_UNREACHABLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    {
      g_autoptr(ConveneSmtpDialogue) dialogue = convene_smtp_dialogue_new (recipients);
      g_autoptr(GError) error = NULL;
      const ConveneSmtpEvidence evidence = {
        .dialogue = dialogue,
        .result = CURLE_SSL_CONNECT_ERROR,
        .server = "smtp.example.com",
        .detail = details[i].detail,
      };

      g_assert_false (convene_smtp_verdict (&evidence, &error));
      g_assert_error (error, CONVENE_ERROR, details[i].code);
    }
}

static void
test_loopback (void)
{
  static const char *const here[] = { "localhost", "LocalHost", "127.0.0.1", "127.8.9.1", "::1" };
  static const char *const elsewhere[] = { "", "localhost.example.com", "smtp.example.com", "127.0.0.1.example.com", "10.0.0.1", "0.0.0.0", "127.1",
                                           "::ffff:10.0.0.1", "2130706433", "localhost." };

  for (guint i = 0; i < G_N_ELEMENTS (here); i++)
    g_assert_true (convene_smtp_is_loopback (here[i]));
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    g_assert_false (convene_smtp_is_loopback (elsewhere[i]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/mail/verdict/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/mail/verdict/sign-in", test_sign_in);
  g_test_add_func ("/mail/verdict/handshake", test_handshake);
  g_test_add_func ("/mail/smtp/loopback", test_loopback);

  return g_test_run ();
}
