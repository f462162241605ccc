/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* write-invitation KEYFILE DIRECTORY: for each group of the key file, DIRECTORY/GROUP.ics. A group says start and zone as a person types them,
 * and may say method, uid, sequence, job, details, candidate and removed (a list of people whom alone a CANCEL is for); the rest is the sample's. */

#include <stdlib.h>

#include "sample.h"

static ConveneInviteMethod
read_method (GKeyFile   *file,
             const char *group)
{
  g_autofree char *name = g_key_file_get_string (file, group, "method", NULL);

  for (ConveneInviteMethod method = CONVENE_INVITE_REQUEST; method <= CONVENE_INVITE_PUBLISH; method++)
    if (g_strcmp0 (name, convene_invite_method_to_string (method)) == 0)
      return method;

  return CONVENE_INVITE_REQUEST;
}

static ConveneInterview *
read_interview (GKeyFile   *file,
                const char *group)
{
  g_autofree char  *start = g_key_file_get_string (file, group, "start", NULL);
  g_autofree char  *zone = g_key_file_get_string (file, group, "zone", NULL);
  g_autofree char  *uid = g_key_file_get_string (file, group, "uid", NULL);
  g_autofree char  *job = g_key_file_get_string (file, group, "job", NULL);
  g_autofree char  *details = g_key_file_get_string (file, group, "details", NULL);
  g_autofree char  *candidate = g_key_file_get_string (file, group, "candidate", NULL);
  ConveneInterview *interview = sample_interview_new (start, zone);

  convene_interview_set_sequence (interview, g_key_file_get_integer (file, group, "sequence", NULL));
  convene_meeting_set_join_url (convene_interview_get_meeting (interview), "https://video.example.com/j/81234567890?pwd=q.12");
  if (uid != NULL)
    convene_interview_set_uid (interview, uid);
  if (job != NULL)
    convene_interview_set_job (interview, job);
  if (details != NULL)
    convene_interview_set_details (interview, details);
  if (candidate != NULL)
    convene_participant_set_name (convene_interview_get_candidate (interview), candidate);

  return interview;
}

static char *
write_group (GKeyFile   *file,
             const char *group)
{
  g_autoptr(ConveneInterview) interview = read_interview (file, group);
  g_auto (GStrv) removed = g_key_file_get_string_list (file, group, "removed", NULL, NULL);

  if (removed != NULL && removed[0] != NULL)
    return sample_write_partial (interview, NULL, (const char *const *) removed);

  return sample_write (interview, read_method (file, group));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  g_auto (GStrv) groups = NULL;

  if (argc != 3 || !g_key_file_load_from_file (file, argv[1], G_KEY_FILE_NONE, &error))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "usage: write-invitation KEYFILE DIRECTORY");
      return EXIT_FAILURE;
    }

  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *text = write_group (file, groups[i]);
      g_autofree char *name = g_strconcat (groups[i], ".ics", NULL);
      g_autofree char *path = g_build_filename (argv[2], name, NULL);

      /* Seven thousand of them are read at once and thrown away: they need not outlive a power cut. */
      if (!g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0666, &error))
        {
          g_printerr ("%s\n", error->message);
          return EXIT_FAILURE;
        }
    }

  return EXIT_SUCCESS;
}
