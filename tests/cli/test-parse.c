/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answer.h"

#include <string.h>

#include "convene-cli-window.h"
#include "convene-command.h"

/* What a command line gets before anything is opened. `field` is NULL where the error has none; an empty `code` means that all was read. */
typedef struct
{
  const char *name;
  const char *arguments[24];
  const char *code;
  const char *field;
  const char *input;
} Case;

#define GOOD "--job", "Staff Engineer", "--candidate", "Maria <maria@example.com>", "--start", "2099-12-01 10:00", "--timezone", "America/Mexico_City"
#define ZOOM GOOD, "--platform", "zoom", "--agenda", "Intro"
#define MANY "12345678901234567890123456789012345678901234567890"
#define HUNDRED MANY MANY
#define THOUSAND HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED

static const Case cases[] = {
  /* words */
  { "json-without-command", { "--json", NULL }, "usage" },
  { "service-with-value", { "--gapplication-service=1" }, "usage" },
  { "service-of-command", { "list", "--gapplication-service" }, "usage" },
  { "command-of-no-name", { "" }, "usage" },
  { "unknown-command", { "frobnicate" }, "usage" },
  { "unknown-command-bytes", { "\xff\n" }, "usage" },
  { "unknown-global", { "--frobnicate", "list" }, "usage" },
  { "unknown-option", { "list", "--frobnicate" }, "usage" },
  { "missing-argument", { "schedule", "--job" }, "usage" },
  { "dry-run-with-value", { "schedule", ZOOM, "--dry-run=no" }, "usage" },
  { "flag-with-value", { "list", "--all=1" }, "usage" },
  { "word-too-many", { "list", "maria" }, "usage" },
  { "account-alone", { "account" }, "usage" },
  { "account-connect-alone", { "account", "connect" }, "usage" },
  { "account-connect-phone", { "account", "connect", "phone" }, "usage" },
  { "open", { "open", "invite.ics" }, "" },
  { "open-nothing", { "open" }, "usage" },
  { "open-two", { "open", "a.ics", "b.ics" }, "usage" },
  { "open-empty-name", { "open", "" }, "invalid", "file" },
  { "open-as-nobody", { "open", "a.ics", "--as", "Ada" }, "invalid", "as" },
  { "open-apply-with-value", { "open", "a.ics", "--apply=no" }, "usage" },
  { "language", { "schedule", ZOOM, "--candidate-language", "es-MX" }, "" },
  { "language-unknown", { "schedule", ZOOM, "--candidate-language", "tlh" }, "invalid", "candidate_language" },
  { "copy", { "schedule", ZOOM, "--copy-to-me", "on" }, "" },
  { "copy-maybe", { "schedule", ZOOM, "--copy-to-me", "maybe" }, "invalid", "copy_to_me" },
  { "check", { "account", "check" }, "" },
  { "check-one", { "account", "check", "recruiter@example.com" }, "" },
  { "check-nobody", { "account", "check", "" }, "invalid", "account" },
  { "check-two", { "account", "check", "recruiter@example.com", "other@example.com" }, "usage" },
  { "show-without-uid", { "show" }, "usage" },
  { "show-two-uids", { "show", "123456", "abcdef" }, "usage" },
  { "disconnect-alone", { "account", "disconnect" }, "usage" },

  /* the table of what bad input gets */
  { "good", { "schedule", ZOOM }, "" },
  { "good-without-platform", { "schedule", GOOD }, "" },
  { "good-global-after", { "schedule", ZOOM, "--practice" }, "" },
  { "job-missing", { "schedule", "--candidate", "m@example.com", "--start", "2099-12-01 10:00", "--platform", "zoom", "--agenda", "a" }, "invalid", "job" },
  { "job-empty", { "schedule", ZOOM, "--job", "" }, "invalid", "job" },
  { "job-blank", { "schedule", ZOOM, "--job", "  " }, "invalid", "job" },
  { "job-line-break", { "schedule", ZOOM, "--job", "Staff\nEngineer" }, "invalid", "job" },
  { "job-carriage-return", { "schedule", ZOOM, "--job", "Staff\rEngineer" }, "invalid", "job" },
  { "job-control", { "schedule", ZOOM, "--job", "Staff\x07" }, "invalid", "job" },
  { "job-not-utf8", { "schedule", ZOOM, "--job", "Ing\xe9nieur" }, "invalid", "job" },
  { "job-long", { "schedule", ZOOM, "--job", HUNDRED MANY "123456789012345678901234567890123456789012" }, "invalid", "job" },
  { "candidate-missing", { "schedule", "--job", "Cook", "--start", "2099-12-01 10:00", "--platform", "zoom", "--agenda", "a" }, "invalid", "candidate" },
  { "candidate-empty", { "schedule", ZOOM, "--candidate", "" }, "invalid", "candidate" },
  { "candidate-no-address", { "schedule", ZOOM, "--candidate", "Maria" }, "invalid", "candidate" },
  { "candidate-bad-address", { "schedule", ZOOM, "--candidate", "Maria <maria@>" }, "invalid", "candidate" },
  { "candidate-line-break", { "schedule", ZOOM, "--candidate", "Maria\r\nBcc: x@example.com <maria@example.com>" }, "invalid", "candidate" },
  { "candidate-not-utf8", { "schedule", ZOOM, "--candidate", "Mar\xed <maria@example.com>" }, "invalid", "candidate" },
  { "manager-bad", { "schedule", ZOOM, "--hiring-manager", "Hana" }, "invalid", "hiring_manager" },
  { "manager-not-utf8", { "schedule", ZOOM, "--hiring-manager", "\xff <h@example.com>" }, "invalid", "hiring_manager" },
  { "attendee-bad", { "schedule", ZOOM, "--attendee", "a@example.com", "--attendee", "b" }, "invalid", "attendees" },
  { "optional-bad", { "schedule", ZOOM, "--optional", "b@" }, "invalid", "attendees" },
  { "optional-line-break", { "schedule", ZOOM, "--optional", "B\n <b@example.com>" }, "invalid", "attendees" },
  { "alternative-host-bad", { "schedule", ZOOM, "--alternative-host", "Hana <h@example.com>" }, "invalid", "alternative_hosts" },
  { "alternative-host-not-utf8", { "schedule", ZOOM, "--alternative-host", "\xff@example.com" }, "invalid", "alternative_hosts" },
  { "start-missing", { "schedule", "--job", "Cook", "--candidate", "m@example.com", "--platform", "zoom", "--agenda", "a" }, "invalid", "start" },
  { "start-past", { "schedule", ZOOM, "--start", "2020-12-01 10:00" }, "invalid", "start" },
  { "start-no-time", { "schedule", ZOOM, "--start", "tomorrow" }, "invalid", "start" },
  { "start-date-alone", { "schedule", ZOOM, "--start", "2099-12-01" }, "invalid", "start" },
  { "start-not-utf8", { "schedule", ZOOM, "--start", "\xff" }, "invalid", "start" },
  { "start-skipped", { "schedule", ZOOM, "--timezone", "America/New_York", "--start", "2030-03-10 02:30" }, "invalid", "start" },
  { "start-doubled", { "schedule", ZOOM, "--timezone", "America/New_York", "--start", "2030-11-03 01:30" }, "invalid", "start" },
  { "start-doubled-told", { "schedule", ZOOM, "--timezone", "America/New_York", "--start", "2030-11-03T01:30-05:00" }, "" },
  { "zone-unknown", { "schedule", ZOOM, "--timezone", "Mars/Olympus" }, "invalid", "timezone" },
  { "zone-offset", { "schedule", ZOOM, "--timezone", "+05:00" }, "invalid", "timezone" },
  { "zone-not-utf8", { "schedule", ZOOM, "--timezone", "Europe/Berl\xff" }, "invalid", "timezone" },
  { "zone-line-break", { "schedule", ZOOM, "--timezone", "UTC\n" }, "invalid", "timezone" },
  { "candidate-zone-unknown", { "schedule", ZOOM, "--candidate-timezone", "Mars/Olympus" }, "invalid", "candidate_timezone" },
  { "candidate-zone-not-utf8", { "schedule", ZOOM, "--candidate-timezone", "\xff" }, "invalid", "candidate_timezone" },
  { "duration-zero", { "schedule", ZOOM, "--duration", "0" }, "invalid", "duration" },
  { "duration-negative", { "schedule", ZOOM, "--duration", "-5" }, "invalid", "duration" },
  { "duration-long", { "schedule", ZOOM, "--duration", "1441" }, "invalid", "duration" },
  { "duration-text", { "schedule", ZOOM, "--duration", "an hour" }, "invalid", "duration" },
  { "duration-hex", { "schedule", ZOOM, "--duration", "0x10" }, "invalid", "duration" },
  { "duration-overflow", { "schedule", ZOOM, "--duration", "99999999999999999999999" }, "invalid", "duration" },
  { "duration-unit", { "schedule", ZOOM, "--duration", "60m" }, "invalid", "duration" },
  { "duration-empty", { "schedule", ZOOM, "--duration", "" }, "invalid", "duration" },
  { "duration-longest", { "schedule", ZOOM, "--duration", "1440" }, "" },
  { "agenda-missing", { "schedule", GOOD, "--platform", "zoom" }, "invalid", "agenda" },
  { "agenda-blank", { "schedule", GOOD, "--platform", "zoom", "--agenda", " \n " }, "invalid", "agenda" },
  { "agenda-long", { "schedule", ZOOM, "--agenda", THOUSAND THOUSAND "1" }, "invalid", "agenda" },
  { "agenda-longest", { "schedule", ZOOM, "--agenda", THOUSAND THOUSAND }, "" },
  { "agenda-longest-code-points", { "schedule", ZOOM, "--agenda", THOUSAND HUNDRED "\xc3\xa9" }, "" },
  { "agenda-long-without-platform", { "schedule", GOOD, "--agenda", THOUSAND THOUSAND "1" }, "invalid", "agenda" },
  { "agenda-lines", { "schedule", ZOOM, "--agenda", "Intro\r\nQuestions" }, "" },
  { "agenda-control", { "schedule", ZOOM, "--agenda", "Intro\x1b[31m" }, "invalid", "agenda" },
  { "agenda-not-utf8", { "schedule", ZOOM, "--agenda", "\xc3" }, "invalid", "agenda" },
  { "details-not-utf8", { "schedule", ZOOM, "--details", "\xff" }, "invalid", "details" },
  { "details-control", { "schedule", ZOOM, "--details", "a\x01" }, "invalid", "details" },
  { "notes-not-utf8", { "schedule", ZOOM, "--notes", "\xff" }, "invalid", "notes" },
  { "password-long", { "schedule", ZOOM, "--password", "12345678901" }, "invalid", "password" },
  { "password-characters", { "schedule", ZOOM, "--password", "pass word" }, "invalid", "password" },
  { "password-not-utf8", { "schedule", ZOOM, "--password", "\xff" }, "invalid", "password" },
  { "password-without-platform", { "schedule", GOOD, "--password", "a/b" }, "invalid", "password" },
  { "password-empty", { "schedule", ZOOM, "--password", "" }, "" },
  { "password-longest", { "schedule", ZOOM, "--password", "aA0@_*-xyz" }, "" },
  { "link-missing", { "schedule", GOOD, "--platform", "link" }, "invalid", "link" },
  { "link-http", { "schedule", GOOD, "--platform", "link", "--link", "http://example.com/a" }, "invalid", "link" },
  { "link-script", { "schedule", GOOD, "--platform", "link", "--link", "javascript:alert(1)" }, "invalid", "link" },
  { "link-line-break", { "schedule", GOOD, "--platform", "link", "--link", "https://example.com/\nX" }, "invalid", "link" },
  { "link-not-utf8", { "schedule", GOOD, "--platform", "link", "--link", "https://example.com/\xff" }, "invalid", "link" },
  { "link-without-platform", { "schedule", GOOD, "--link", "http://example.com" }, "invalid", "link" },
  { "link-good", { "schedule", GOOD, "--platform", "link", "--link", "https://example.com/room?x=1" }, "" },
  { "location-missing", { "schedule", GOOD, "--platform", "phone" }, "invalid", "location" },
  { "location-line-break", { "schedule", GOOD, "--platform", "in-person", "--location", "Room\n1" }, "invalid", "location" },
  { "location-not-utf8", { "schedule", GOOD, "--platform", "in-person", "--location", "Room \xff" }, "invalid", "location" },
  { "platform-unknown", { "schedule", GOOD, "--platform", "skype" }, "invalid", "platform" },
  { "platform-not-utf8", { "schedule", GOOD, "--platform", "\xff" }, "invalid", "platform" },
  { "platform-not-yet", { "schedule", GOOD, "--platform", "google-meet" }, "invalid", "platform" },
  { "wait-negative", { "schedule", ZOOM, "--wait", "-1" }, "invalid", "wait" },
  { "wait-text", { "schedule", ZOOM, "--wait", "soon" }, "invalid", "wait" },
  { "wait-overflow", { "schedule", ZOOM, "--wait", "9223372036854775807" }, "invalid", "wait" },
  { "wait-none", { "schedule", ZOOM, "--wait", "0" }, "" },

  /* the other commands */
  { "list", { "list" }, "" },
  { "list-range", { "list", "--from", "2026-12-01", "--to", "2026-12-01" }, "" },
  { "list-from-bad", { "list", "--from", "yesterday" }, "invalid", "from" },
  { "list-from-not-utf8", { "list", "--from", "\xff" }, "invalid", "from" },
  { "list-to-bad", { "list", "--to", "2026-02-30" }, "invalid", "to" },
  { "list-range-backwards", { "list", "--from", "2026-12-02", "--to", "2026-12-01" }, "invalid", "to" },
  { "list-platform", { "list", "--platform", "google-meet" }, "" },
  { "list-platform-bad", { "list", "--platform", "Zoom" }, "invalid", "platform" },
  { "list-status-bad", { "list", "--status", "done" }, "invalid", "status" },
  { "list-limit-zero", { "list", "--limit", "0" }, "invalid", "limit" },
  { "list-limit-text", { "list", "--limit", "ten" }, "invalid", "limit" },
  { "list-limit-overflow", { "list", "--limit", "4294967296" }, "invalid", "limit" },
  { "list-selection", { "list", "--job", "Cook", "--host", "a@example.com", "--person", "b@example.com", "--attention", "--sort", "manager", "--descending" }, "" },
  { "list-sort-bad", { "list", "--sort", "Start" }, "invalid", "sort" },
  { "list-sort-empty", { "list", "--sort", "" }, "invalid", "sort" },
  { "list-sort-not-utf8", { "list", "--sort", "\xff" }, "invalid", "sort" },
  { "list-job-empty", { "list", "--job", " " }, "invalid", "job" },
  { "list-job-line-break", { "list", "--job", "a\nb" }, "invalid", "job" },
  { "list-host-no-address", { "list", "--host", "Rea Recruiter" }, "invalid", "host" },
  { "list-person-no-address", { "list", "--person", "Ada" }, "invalid", "person" },
  { "list-host-not-utf8", { "list", "--host", "\xff" }, "invalid", "host" },
  { "list-person-empty", { "list", "--person", "" }, "invalid", "person" },
  { "list-search-not-utf8", { "list", "--search", "\xff" }, "invalid", "search" },
  { "show", { "show", "1f0e3d" }, "" },
  { "show-after-dashes", { "--json", "show", "--", "1f0e3d" }, "" },
  { "show-short", { "show", "1f0e3" }, "invalid", "uid" },
  { "show-not-utf8", { "show", "1f0e3d\xff" }, "invalid", "uid" },
  { "invite-output-empty", { "invite", "1f0e3d", "--output", "" }, "invalid", "output" },
  { "retry-short", { "retry", "x" }, "invalid", "uid" },
  { "retry-wait-bad", { "retry", "1f0e3d", "--wait", "x" }, "invalid", "wait" },

  /* what changes an interview: all that needs no database */
  { "edit-alone", { "edit" }, "usage" },
  { "edit-nothing", { "edit", "1f0e3d" }, "" },
  { "edit-short", { "edit", "1f0e" }, "invalid", "uid" },
  { "edit-two", { "edit", "1f0e3d", "2a7c00" }, "usage" },
  { "edit-all", { "edit", "1f0e3d", ZOOM, "--notes", "n", "--details", "d", "--no-mail", "--dry-run" }, "" },
  { "edit-job-empty", { "edit", "1f0e3d", "--job", "" }, "invalid", "job" },
  { "edit-job-line-break", { "edit", "1f0e3d", "--job", "Staff\nEngineer" }, "invalid", "job" },
  { "edit-candidate-empty", { "edit", "1f0e3d", "--candidate", "" }, "invalid", "candidate" },
  { "edit-candidate-bad", { "edit", "1f0e3d", "--candidate", "Maria" }, "invalid", "candidate" },
  { "edit-manager-empty", { "edit", "1f0e3d", "--hiring-manager", "" }, "" },
  { "edit-manager-bad", { "edit", "1f0e3d", "--hiring-manager", "Hana" }, "invalid", "hiring_manager" },
  { "edit-attendees-empty", { "edit", "1f0e3d", "--attendee", "", "--optional", "", "--alternative-host", "" }, "" },
  { "edit-attendee-bad", { "edit", "1f0e3d", "--attendee", "a@example.com", "--attendee", "b" }, "invalid", "attendees" },
  { "edit-candidate-zone-empty", { "edit", "1f0e3d", "--candidate-timezone", "" }, "" },
  { "edit-candidate-zone-bad", { "edit", "1f0e3d", "--candidate-timezone", "Mars/Olympus" }, "invalid", "candidate_timezone" },
  { "edit-start-empty", { "edit", "1f0e3d", "--start", "" }, "invalid", "start" },
  { "edit-start-bad", { "edit", "1f0e3d", "--start", "tomorrow", "--timezone", "UTC" }, "invalid", "start" },
  { "edit-start-later", { "edit", "1f0e3d", "--start", "2030-11-03T01:30-05:00" }, "" },
  { "edit-start-not-utf8", { "edit", "1f0e3d", "--start", "\xff" }, "invalid", "start" },
  { "edit-zone-alone", { "edit", "1f0e3d", "--timezone", "Europe/Berlin" }, "" },
  { "edit-zone-bad", { "edit", "1f0e3d", "--timezone", "Mars/Olympus" }, "invalid", "timezone" },
  { "edit-duration-bad", { "edit", "1f0e3d", "--duration", "0" }, "invalid", "duration" },
  { "edit-agenda-empty", { "edit", "1f0e3d", "--agenda", "" }, "" },
  { "edit-agenda-empty-zoom", { "edit", "1f0e3d", "--platform", "zoom", "--agenda", "" }, "invalid", "agenda" },
  { "edit-password-bad", { "edit", "1f0e3d", "--password", "a b" }, "invalid", "password" },
  { "edit-link-bad", { "edit", "1f0e3d", "--link", "http://example.com/" }, "invalid", "link" },
  { "edit-link-zoom", { "edit", "1f0e3d", "--platform", "zoom", "--link", "https://example.com/" }, "invalid", "link" },
  { "edit-platform-bad", { "edit", "1f0e3d", "--platform", "skype" }, "invalid", "platform" },
  { "edit-policy", { "edit", "1f0e3d", "--link-policy", "share" }, "" },
  { "edit-policy-bad", { "edit", "1f0e3d", "--link-policy", "maybe" }, "invalid", "link_policy" },
  { "edit-wait-bad", { "edit", "1f0e3d", "--wait", "-1" }, "invalid", "wait" },
  { "schedule-policy", { "schedule", ZOOM, "--link-policy", "new" }, "" },
  { "schedule-policy-bad", { "schedule", ZOOM, "--link-policy", "" }, "invalid", "link_policy" },
  { "schedule-manager-empty", { "schedule", ZOOM, "--hiring-manager", "" }, "invalid", "hiring_manager" },
  { "reschedule", { "reschedule", "1f0e3d", "--start", "2099-12-02 10:00", "--timezone", "UTC", "--duration", "30", "--link-policy", "keep" }, "" },
  { "reschedule-no-start", { "reschedule", "1f0e3d" }, "invalid", "start" },
  { "reschedule-empty-start", { "reschedule", "1f0e3d", "--start", "" }, "invalid", "start" },
  { "reschedule-job", { "reschedule", "1f0e3d", "--start", "2099-12-02 10:00", "--job", "Cook" }, "usage" },
  { "reschedule-no-uid", { "reschedule", "--start", "2099-12-02 10:00" }, "usage" },
  { "cancel", { "cancel", "1f0e3d" }, "" },
  { "cancel-reason", { "cancel", "1f0e3d", "--reason", "The position is filled.\nThank you.", "--dry-run", "--wait", "0" }, "" },
  { "cancel-reason-empty", { "cancel", "1f0e3d", "--reason", "" }, "" },
  { "cancel-reason-control", { "cancel", "1f0e3d", "--reason", "a\x1b[31m" }, "invalid", "reason" },
  { "cancel-reason-not-utf8", { "cancel", "1f0e3d", "--reason", "\xff" }, "invalid", "reason" },
  { "cancel-no-uid", { "cancel" }, "usage" },
  { "cancel-word-too-many", { "cancel", "1f0e3d", "because" }, "usage" },
  { "fix-how", { "fix", "1f0e3d" }, "usage" },
  { "fix-two-ways", { "fix", "1f0e3d", "--take", "--restore" }, "usage" },
  { "fix-take-value", { "fix", "1f0e3d", "--take=yes" }, "usage" },
  { "resend-none", { "resend" }, "usage" },
  { "resend-one", { "resend", "1f0e3d" }, "" },
  { "resend-several", { "resend", "1f0e3d", "2a7c00", "--wait", "5" }, "" },
  { "resend-dry", { "resend", "1f0e3d", "--dry-run" }, "" },
  { "resend-short", { "resend", "1f0e3d", "2a7" }, "invalid", "uid" },
  { "resend-wait", { "resend", "1f0e3d", "--wait", "x" }, "invalid", "wait" },
  { "resend-no-mail", { "resend", "1f0e3d", "--no-mail" }, "usage" },
  { "mark-none", { "mark", "1f0e3d" }, "usage" },
  { "mark-word", { "mark", "1f0e3d", "cancelled" }, "usage" },
  { "mark-late", { "mark", "1f0e3d", "no-show" }, "" },
  { "mark-two", { "mark", "1f0e3d", "no-show", "2a7c00" }, "usage" },
  { "mark-uid", { "mark", "1f0", "no-show" }, "invalid", "uid" },
  { "fix-take", { "fix", "1f0e3d", "--take" }, "" },
  { "fix-restore", { "fix", "1f0e3d", "--restore", "--dry-run" }, "" },
  { "fix-recreate", { "fix", "1f0e3d", "--recreate", "--no-mail" }, "" },
  { "fix-link", { "fix", "1f0e3d", "--link", "https://example.com/room" }, "" },
  { "fix-link-http", { "fix", "1f0e3d", "--link", "http://example.com/room" }, "invalid", "link" },
  { "fix-link-empty", { "fix", "1f0e3d", "--link", "" }, "invalid", "link" },
  { "fix-host", { "fix", "1f0e3d", "--host", "second@example.com" }, "" },
  { "fix-host-bad", { "fix", "1f0e3d", "--host", "second" }, "invalid", "host" },
  { "fix-no-uid", { "fix", "--take" }, "usage" },
  { "preferences", { "preferences" }, "" },
  { "preferences-one", { "preferences", "link-policy" }, "" },
  { "preferences-set", { "preferences", "link-policy", "share" }, "" },
  { "preferences-unknown", { "preferences", "colour" }, "invalid", "key" },
  { "preferences-bad", { "preferences", "link-policy", "maybe" }, "invalid", "link-policy" },
  { "preferences-reminders-none", { "preferences", "reminders", "" }, "" },
  { "preferences-reminders-bad", { "preferences", "reminders", "60,soon" }, "invalid", "reminders" },
  { "preferences-not-utf8", { "preferences", "link-policy", "\xff" }, "invalid", "link-policy" },
  { "preferences-three", { "preferences", "link-policy", "keep", "new" }, "usage" },
  { "sync-wait-bad", { "sync", "--wait", "1.5" }, "invalid", "wait" },
  { "global-between-words", { "account", "--practice", "list" }, "" },

  /* accounts */
  { "zoom", { "account", "connect", "zoom", "--server-to-server", "--account-id", "a", "--client-id", "c", "--host", "h@example.com" }, "", NULL, "s3cret\n" },
  { "zoom-no-account", { "account", "connect", "zoom", "--server-to-server", "--client-id", "c", "--host", "h@example.com" }, "invalid", "account_id", "s3cret\n" },
  { "zoom-no-client", { "account", "connect", "zoom", "--server-to-server", "--account-id", "a", "--host", "h@example.com" }, "invalid", "client_id", "s3cret\n" },
  { "zoom-no-host", { "account", "connect", "zoom", "--server-to-server", "--account-id", "a", "--client-id", "c" }, "invalid", "host", "s3cret\n" },
  { "zoom-bad-host", { "account", "connect", "zoom", "--server-to-server", "--account-id", "a", "--client-id", "c", "--host", "me" }, "invalid", "host", "s3cret\n" },
  { "zoom-no-secret", { "account", "connect", "zoom", "--server-to-server", "--account-id", "a", "--client-id", "c", "--host", "h@example.com" }, "invalid", "client_secret" },
  { "zoom-secret-option", { "account", "connect", "zoom", "--server-to-server", "--client-secret=s3cret" }, "usage" },
  { "zoom-secret-word", { "account", "connect", "zoom", "--server-to-server", "--client-secret", "s3cret" }, "usage" },
  { "zoom-secret-value", { "account", "connect", "zoom", "--client-id", "c", "--client-secret=s3cret" }, "usage" },
  { "zoom-secret-behind", { "account", "connect", "zoom", "--client-id", "c", "--client-secret", "s3cret" }, "usage" },
  { "zoom-browser", { "account", "connect", "zoom" }, "" },
  { "zoom-no-browser", { "account", "connect", "zoom", "--no-browser" }, "" },
  { "zoom-device", { "account", "connect", "zoom", "--device" }, "" },
  { "zoom-own-app", { "account", "connect", "zoom", "--client-id", "c" }, "" },
  { "zoom-own-app-secret", { "account", "connect", "zoom", "--client-id", "c", "--client-secret" }, "", NULL, "s3cret\n" },
  { "zoom-own-app-no-secret", { "account", "connect", "zoom", "--client-id", "c", "--client-secret" }, "invalid", "client_secret" },
  { "zoom-device-own-app", { "account", "connect", "zoom", "--device", "--client-id", "c", "--client-secret" }, "", NULL, "s3cret\n" },
  { "zoom-secret-of-nobody", { "account", "connect", "zoom", "--client-secret" }, "invalid", "client_id", "s3cret\n" },
  { "zoom-empty-client", { "account", "connect", "zoom", "--client-id", "" }, "invalid", "client_id" },
  { "zoom-wild-client", { "account", "connect", "zoom", "--client-id", "a\nb" }, "invalid", "client_id" },
  { "zoom-bytes-client", { "account", "connect", "zoom", "--client-id", "\xff" }, "invalid", "client_id" },
  { "zoom-server-and-device", { "account", "connect", "zoom", "--server-to-server", "--device" }, "usage" },
  { "zoom-server-and-browser", { "account", "connect", "zoom", "--server-to-server", "--no-browser" }, "usage" },
  { "zoom-device-and-browser", { "account", "connect", "zoom", "--device", "--no-browser" }, "usage" },
  { "zoom-host-alone", { "account", "connect", "zoom", "--host", "h@example.com" }, "usage" },
  { "zoom-account-and-device", { "account", "connect", "zoom", "--device", "--account-id", "a" }, "usage" },
  { "zoom-device-value", { "account", "connect", "zoom", "--device=1" }, "usage" },
  { "mail", { "account", "connect", "mail", "--address", "Robin <r@example.com>", "--server", "mail.example.com:465", "--security", "tls", "--user", "robin" }, "", NULL, "s3cret" },
  { "mail-no-sign-in", { "account", "connect", "mail", "--address", "r@example.com", "--server", "[::1]:25", "--security", "none", "--user", "" }, "" },
  { "mail-no-address", { "account", "connect", "mail", "--server", "localhost", "--security", "tls", "--user", "" }, "invalid", "address" },
  { "mail-no-server", { "account", "connect", "mail", "--address", "r@example.com", "--security", "tls", "--user", "" }, "invalid", "server" },
  { "mail-bad-server", { "account", "connect", "mail", "--address", "r@example.com", "--server", "mail example", "--security", "tls", "--user", "" }, "invalid", "server" },
  { "mail-bad-port", { "account", "connect", "mail", "--address", "r@example.com", "--server", "localhost:65536", "--security", "tls", "--user", "" }, "invalid", "port" },
  { "mail-no-security", { "account", "connect", "mail", "--address", "r@example.com", "--server", "localhost", "--user", "" }, "invalid", "security" },
  { "mail-bad-security", { "account", "connect", "mail", "--address", "r@example.com", "--server", "localhost", "--security", "ssl", "--user", "" }, "invalid", "security" },
  { "mail-no-user", { "account", "connect", "mail", "--address", "r@example.com", "--server", "localhost", "--security", "tls" }, "invalid", "user" },
  { "mail-no-password", { "account", "connect", "mail", "--address", "r@example.com", "--server", "localhost", "--security", "tls", "--user", "robin" }, "invalid", "password" },
  { "mail-password-option", { "account", "connect", "mail", "--password=s3cret" }, "usage" },
  { "SH-41/check", { "account", "check", "r@example.com" }, "" },
  { "SH-41/check-all", { "account", "check" }, "" },
  { "SH-41/check-empty", { "account", "check", "" }, "invalid", "account" },
  { "SH-41/check-several", { "account", "check", "a", "b" }, "usage" },
  { "mail-password-word", { "account", "connect", "mail", "--password", "s3cret" }, "usage" },
};

/* The option stands after the command and, as everything else may be wrong, is seen all the same. */
static void
assert_json (const Case *c)
{
  const char *arguments[G_N_ELEMENTS (c->arguments) + 1] = { NULL };
  g_autoptr(Answer) answer = NULL;
  g_autofree char *code = NULL;
  g_autofree char *field = NULL;
  g_autofree char *message = NULL;
  guint            n = g_strv_length ((char **) c->arguments);

  memcpy (arguments, c->arguments, n * sizeof *arguments);
  if (!g_strv_contains (arguments, "--json"))
    arguments[n] = "--json";
  answer = answer_new (NULL, c->input, arguments);
  if (*c->code == '\0')
    {
      g_assert_cmpstr (answer->err, ==, "");
      g_assert_cmpstr (answer->out, ==, "");
      return;
    }

  code = answer_get (answer, "error.code");
  field = answer_get (answer, "error.field");
  message = answer_get (answer, "error.message");
  g_assert_cmpint (answer->status, ==, 2);
  g_assert_cmpstr (code, ==, c->code);
  g_assert_cmpstr (field, ==, c->field);
  g_assert_null (strchr (message, '\n'));
  g_assert_nonnull (strstr (answer->err, message));
  g_assert_cmpuint (strcspn (answer->err, "\n"), ==, strlen (answer->err) - 1);
}

static void
assert_text (const Case *c)
{
  g_autoptr(Answer) answer = answer_new (NULL, c->input, c->arguments);

  g_assert_cmpstr (answer->out, ==, "");
  if (*c->code == '\0')
    {
      g_assert_cmpstr (answer->err, ==, "");
      return;
    }

  g_assert_cmpint (answer->status, ==, 2);
  g_assert_true (g_utf8_validate (answer->err, -1, NULL));
  g_assert_true (g_str_has_prefix (answer->err, "convene: "));
  g_assert_cmpuint (strcspn (answer->err, "\n"), ==, strlen (answer->err) - 1);
  g_assert_null (strstr (answer->err, "s3cret"));
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;

  /* There is no argument that asks for JSON where "--json" is itself taken for a missing argument. */
  if (!g_str_equal (c->name, "missing-argument"))
    assert_json (c);
  if (!g_strv_contains (c->arguments, "--json"))
    assert_text (c);
}

/* One of the two readings of each wrong time is named, as it can be given then. */
static void
test_readings (void)
{
  const char *const skipped[] = { "schedule", ZOOM, "--timezone", "America/New_York", "--start", "2030-03-10 02:30", NULL };
  const char *const doubled[] = { "schedule", ZOOM, "--timezone", "America/New_York", "--start", "2030-11-03 01:30", NULL };
  g_autoptr(Answer) first = answer_new (NULL, NULL, skipped);
  g_autoptr(Answer) second = answer_new (NULL, NULL, doubled);

  g_assert_nonnull (strstr (first->err, "2030-03-10T02:30-05:00"));
  g_assert_nonnull (strstr (first->err, "2030-03-10T02:30-04:00"));
  g_assert_nonnull (strstr (second->err, "2030-11-03T01:30-04:00"));
  g_assert_nonnull (strstr (second->err, "2030-11-03T01:30-05:00"));
}

static void
test_names_the_option (void)
{
  const char *const unknown[] = { "list", "--frobnicate=abc", NULL };
  const char *const missing[] = { "schedule", "--job", NULL };
  g_autoptr(Answer) first = answer_new (NULL, NULL, unknown);
  g_autoptr(Answer) second = answer_new (NULL, NULL, missing);

  g_assert_nonnull (strstr (first->err, "--frobnicate"));
  g_assert_null (strstr (first->err, "abc"));
  g_assert_nonnull (strstr (first->err, "convene list --help"));
  g_assert_nonnull (strstr (second->err, "--job"));
  g_assert_nonnull (strstr (second->err, "convene schedule --help"));
}

/* Options of two ways are named, both of them. */
static void
test_names_both_ways (void)
{
  const char *const words[] = { "account", "connect", "zoom", "--device", "--no-browser", NULL };
  g_autoptr(Answer) answer = answer_new (NULL, NULL, words);

  g_assert_nonnull (strstr (answer->err, "--device"));
  g_assert_nonnull (strstr (answer->err, "--no-browser"));
}

/* All accounts are checked where none is named, so that none is needed. */
static void
test_at_most_one (void)
{
  const char *const words[] = { "account", "check", "a@example.com", "b@example.com", NULL };
  g_autoptr(Answer) answer = answer_new (NULL, NULL, words);

  g_assert_nonnull (strstr (answer->err, "At most one ADDRESS|ID"));
}

/* An app's two names in the environment, the other product's too (SH-43). */
static void
test_help_names_variables (void)
{
  static const char *const variables[] = { "CONVENE_ZOOM_CLIENT_ID", "CONVENE_ZOOM_CLIENT_SECRET", "ZOOM_API_CLIENT_ID", "ZOOM_API_CLIENT_SECRET" };
  const char *const        words[] = { "account", "connect", "zoom", "--help", NULL };
  g_autoptr(Answer) answer = answer_new (NULL, NULL, words);

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    g_assert_nonnull (strstr (answer->out, variables[i]));
}

static void
test_help (void)
{
  const char *const overview[] = { "--help", NULL };
  const char *const command[] = { "account", "connect", "zoom", "--help", NULL };
  const char *const version[] = { "--version", NULL };
  g_autoptr(Answer) first = answer_new (NULL, NULL, overview);
  g_autoptr(Answer) second = answer_new (NULL, NULL, command);
  g_autoptr(Answer) third = answer_new (NULL, NULL, version);

  g_assert_cmpint (first->status, ==, 0);
  g_assert_nonnull (strstr (first->out, "account connect zoom"));
  g_assert_nonnull (strstr (first->out, "--practice"));
  g_assert_nonnull (strstr (first->out, "reschedule"));
  g_assert_null (strstr (first->out, "\nopen "));
  g_assert_cmpint (second->status, ==, 0);
  g_assert_nonnull (strstr (second->out, "--server-to-server"));
  g_assert_nonnull (strstr (second->out, "--json"));
  g_assert_nonnull (strstr (second->out, "--no-browser"));
  g_assert_nonnull (strstr (second->out, "--device"));
  g_assert_nonnull (strstr (second->out, "--client-secret"));
  g_assert_cmpint (third->status, ==, 0);
  g_assert_cmpstr (third->out, ==, "convene 1.2.3\n");
}

/* Without a command it is the window that is asked for, with what follows. */
static void
test_window (void)
{
  static const struct
  {
    const char *arguments[6];
    const char *given;
    gboolean    practice;
  } windows[] = {
    { { "convene", NULL }, "convene", FALSE },
    { { "convene", "--practice", NULL }, "convene", TRUE },
    { { "convene", "--gapplication-service", NULL }, "convene --gapplication-service", FALSE },
    { { "convene", "--practice", "--gapplication-service", NULL }, "convene --gapplication-service", TRUE },
    { { "convene", "--gapplication-service", "--practice", NULL }, "convene --gapplication-service", TRUE },
    { { "convene", "invite.ics", "file:///tmp/letter.eml", NULL }, "convene invite.ics file:///tmp/letter.eml", FALSE },
    { { "convene", "--practice", "INVITE.ICS", NULL }, "convene INVITE.ICS", TRUE },
    { { "convene", "--", "invite.ics", NULL }, "convene -- invite.ics", FALSE },
    { { "convene", "--", NULL }, "convene --", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      gboolean practice = !windows[i].practice;
      g_auto(GStrv) arguments = convene_cli_dup_window_arguments ((int) g_strv_length ((char **) windows[i].arguments), (char **) windows[i].arguments, &practice);
      g_autofree char *given = NULL;

      g_assert_nonnull (arguments);
      given = g_strjoinv (" ", arguments);
      g_assert_cmpstr (given, ==, windows[i].given);
      g_assert_cmpint (practice, ==, windows[i].practice);
    }
}

/* A command, and what is wrong, is for the terminal, whatever it is about. */
static void
test_no_window (void)
{
  static const char *const commands[][5] = {
    { "convene", "list", "--search", "a.ics", NULL },
    { "convene", "--practice", "show", NULL },
    { "convene", "--", "list", NULL },
    { "convene", "--json", NULL },
    { "convene", "--json", "a.ics", NULL },
    { "convene", "--practice=no", NULL },
    { "convene", "--help", NULL },
    { "convene", "a.txt", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      gboolean practice = TRUE;

      g_assert_null (convene_cli_dup_window_arguments ((int) g_strv_length ((char **) commands[i]), (char **) commands[i], &practice));
      g_assert_true (practice);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/parse/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/cli/parse/readings", test_readings);
  g_test_add_func ("/cli/parse/names-the-option", test_names_the_option);
  g_test_add_func ("/cli/parse/names-both-ways", test_names_both_ways);
  g_test_add_func ("/cli/parse/help", test_help);
  g_test_add_func ("/cli/parse/SH-43/help-names-variables", test_help_names_variables);
  g_test_add_func ("/cli/parse/SH-41/at-most-one", test_at_most_one);
  g_test_add_func ("/cli/parse/window", test_window);
  g_test_add_func ("/cli/parse/no-window", test_no_window);

  return g_test_run ();
}
