/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-told-private.h"

#include "convene-text.h"

static void
add_text (GVariantBuilder *builder,
          const char      *name,
          const char      *text)
{
  if (text != NULL && *text != '\0')
    g_variant_builder_add (builder, "{sv}", name, g_variant_new_string (text));
}

static void
add_start (GVariantBuilder     *builder,
           const ConveneMoment *start)
{
  if (start == NULL)
    return;

  add_text (builder, "wall", convene_moment_get_wall (start));
  add_text (builder, "zone", convene_moment_get_zone (start));
  g_variant_builder_add (builder, "{sv}", "start", g_variant_new_int64 (convene_moment_get_instant (start)));
}

const char *
convene_told_get_place (ConveneInterview *interview)
{
  switch (convene_interview_get_platform (interview))
    {
    case CONVENE_PLATFORM_PHONE:
    case CONVENE_PLATFORM_IN_PERSON:
      return convene_interview_get_location (interview);
    default:
      return NULL;
    }
}

static GVariant *
list_people (ConveneInterview *interview)
{
  GListModel     *participants = convene_interview_get_participants (interview);
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sss)"));

  for (guint i = 0; i < g_list_model_get_n_items (participants); i++)
    {
      g_autoptr(ConveneParticipant) participant = g_list_model_get_item (participants, i);
      const char *name = convene_participant_get_name (participant);
      const char *address = convene_participant_get_address (participant);

      g_variant_builder_add (&builder, "(sss)", name != NULL ? name : "", address != NULL ? address : "",
                             convene_enum_to_nick (CONVENE_TYPE_ROLE, convene_participant_get_role (participant)));
    }

  return g_variant_builder_end (&builder);
}

char *
convene_told_to_string (ConveneInterview *interview)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autoptr(GVariant) dictionary = NULL;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);

  add_start (&builder, convene_interview_get_start (interview));
  g_variant_builder_add (&builder, "{sv}", "duration", g_variant_new_int32 (convene_interview_get_duration (interview)));
  add_text (&builder, "platform", convene_enum_to_nick (CONVENE_TYPE_PLATFORM, convene_interview_get_platform (interview)));
  add_text (&builder, "job", convene_interview_get_job (interview));
  add_text (&builder, "link", convene_interview_get_join_link (interview));
  add_text (&builder, "password", convene_interview_get_join_password (interview));
  add_text (&builder, "location", convene_told_get_place (interview));
  add_text (&builder, "agenda", convene_interview_get_agenda (interview));
  add_text (&builder, "details", convene_interview_get_details (interview));
  g_variant_builder_add (&builder, "{sv}", "people", list_people (interview));

  dictionary = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_print (dictionary, TRUE);
}

static char *
dup_text (GVariant   *dictionary,
          const char *name)
{
  char *text = NULL;

  g_variant_lookup (dictionary, name, "s", &text);
  return text;
}

static ConveneMoment *
read_start (GVariant *dictionary)
{
  const char *wall, *zone;
  gint64      instant;

  if (!g_variant_lookup (dictionary, "wall", "&s", &wall) || !g_variant_lookup (dictionary, "zone", "&s", &zone) ||
      !g_variant_lookup (dictionary, "start", "x", &instant))
    return NULL;

  return convene_moment_restore (wall, zone, instant, NULL);
}

static void
read_people (ConveneTold *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  ConveneToldPerson person;

  self->persons = g_array_new (FALSE, FALSE, sizeof (ConveneToldPerson));
  for (gsize i = 0; self->parts != NULL && i < g_variant_n_children (self->parts); i++)
    {
      g_autofree char *text = NULL;

      g_variant_get_child (self->parts, i, "(&s&s&s)", &person.name, &person.address, &person.role);
      text = convene_person_to_string (*person.name != '\0' ? person.name : NULL, person.address);
      g_array_append_val (self->persons, person);
      g_strv_builder_add (builder, text);
    }
  self->people = g_strv_builder_end (builder);
}

ConveneTold *
convene_told_parse (const char *text)
{
  g_autoptr(GVariant) dictionary = NULL;
  g_autofree char *platform = NULL;
  ConveneTold     *self;
  int              number;

  if (text == NULL)
    return NULL;

  dictionary = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
  platform = dictionary != NULL ? dup_text (dictionary, "platform") : NULL;
  if (!convene_enum_from_nick (CONVENE_TYPE_PLATFORM, platform, &number))
    return NULL;

  self = g_new0 (ConveneTold, 1);
  self->platform = (ConvenePlatform) number;
  self->start = read_start (dictionary);
  g_variant_lookup (dictionary, "duration", "i", &self->duration);
  self->job = dup_text (dictionary, "job");
  self->link = dup_text (dictionary, "link");
  self->password = dup_text (dictionary, "password");
  self->location = dup_text (dictionary, "location");
  self->agenda = dup_text (dictionary, "agenda");
  self->details = dup_text (dictionary, "details");
  self->parts = g_variant_lookup_value (dictionary, "people", G_VARIANT_TYPE ("a(sss)"));
  read_people (self);
  return self;
}

void
convene_told_free (ConveneTold *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->start, convene_moment_free);
  g_free (self->job);
  g_free (self->link);
  g_free (self->password);
  g_free (self->location);
  g_free (self->agenda);
  g_free (self->details);
  g_array_unref (self->persons);
  g_clear_pointer (&self->parts, g_variant_unref);
  g_strfreev (self->people);
  g_free (self);
}

const ConveneMoment *
convene_told_get_start (const ConveneTold *self)
{
  return self->start;
}

int
convene_told_get_duration (const ConveneTold *self)
{
  return self->duration;
}

ConvenePlatform
convene_told_get_platform (const ConveneTold *self)
{
  return self->platform;
}

const char *
convene_told_get_job (const ConveneTold *self)
{
  return self->job;
}

const char *
convene_told_get_link (const ConveneTold *self)
{
  return self->link;
}

const char *
convene_told_get_password (const ConveneTold *self)
{
  return self->password;
}

const char *
convene_told_get_location (const ConveneTold *self)
{
  return self->location;
}

const char *
convene_told_get_agenda (const ConveneTold *self)
{
  return self->agenda;
}

const char *
convene_told_get_details (const ConveneTold *self)
{
  return self->details;
}

const char *const *
convene_told_get_people (const ConveneTold *self)
{
  return (const char *const *) self->people;
}
