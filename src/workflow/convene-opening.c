/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-opening.h"

#include "convene-opening-look.h"

struct _ConveneOpening
{
  GObject parent_instance;

  ConveneClaim       *claim;
  ConveneInterview   *interview;
  ConveneParticipant *person;
  ConveneVerdict      verdict;
  char               *claims;
  char               *effect;
  char               *warning;
  GListStore         *candidates;
  char               *sender;
};

/* clang-format off */
G_DEFINE_ENUM_TYPE (ConveneVerdict, convene_verdict,
                    G_DEFINE_ENUM_VALUE (CONVENE_VERDICT_ANSWER, "answer"),
                    G_DEFINE_ENUM_VALUE (CONVENE_VERDICT_ANSWER_EARLIER, "answer-earlier"),
                    G_DEFINE_ENUM_VALUE (CONVENE_VERDICT_ANSWER_OLD, "answer-old"),
                    G_DEFINE_ENUM_VALUE (CONVENE_VERDICT_ANSWER_SAME, "answer-same"),
                    G_DEFINE_ENUM_VALUE (CONVENE_VERDICT_ANSWER_STRANGER, "answer-stranger"),
                    G_DEFINE_ENUM_VALUE (CONVENE_VERDICT_ANSWER_DELEGATED, "answer-delegated"),
                    G_DEFINE_ENUM_VALUE (CONVENE_VERDICT_PROPOSAL, "proposal"),
                    G_DEFINE_ENUM_VALUE (CONVENE_VERDICT_FOREIGN, "foreign"),
                    G_DEFINE_ENUM_VALUE (CONVENE_VERDICT_FOREIGN_UPDATE, "foreign-update"),
                    G_DEFINE_ENUM_VALUE (CONVENE_VERDICT_FOREIGN_CANCEL, "foreign-cancel"),
                    G_DEFINE_ENUM_VALUE (CONVENE_VERDICT_OWN, "own"),
                    G_DEFINE_ENUM_VALUE (CONVENE_VERDICT_UNKNOWN_REPLY, "unknown-reply"),
                    G_DEFINE_ENUM_VALUE (CONVENE_VERDICT_IMPOSSIBLE, "impossible"))
/* clang-format on */

G_DEFINE_FINAL_TYPE (ConveneOpening, convene_opening, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CLAIM,
  PROP_INTERVIEW,
  PROP_PERSON,
  PROP_VERDICT,
  PROP_CLAIMS,
  PROP_EFFECT,
  PROP_WARNING,
  PROP_CANDIDATES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
convene_opening_finalize (GObject *object)
{
  ConveneOpening *self = CONVENE_OPENING (object);

  g_clear_object (&self->claim);
  g_clear_object (&self->interview);
  g_clear_object (&self->person);
  g_clear_object (&self->candidates);
  g_clear_pointer (&self->claims, g_free);
  g_clear_pointer (&self->effect, g_free);
  g_clear_pointer (&self->warning, g_free);
  g_clear_pointer (&self->sender, g_free);

  G_OBJECT_CLASS (convene_opening_parent_class)->finalize (object);
}

static void
convene_opening_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ConveneOpening *self = CONVENE_OPENING (object);

  switch (prop_id)
    {
    case PROP_CLAIM:
      g_value_set_object (value, self->claim);
      break;
    case PROP_INTERVIEW:
      g_value_set_object (value, self->interview);
      break;
    case PROP_PERSON:
      g_value_set_object (value, self->person);
      break;
    case PROP_VERDICT:
      g_value_set_enum (value, self->verdict);
      break;
    case PROP_CLAIMS:
      g_value_set_string (value, self->claims);
      break;
    case PROP_EFFECT:
      g_value_set_string (value, self->effect);
      break;
    case PROP_WARNING:
      g_value_set_string (value, self->warning);
      break;
    case PROP_CANDIDATES:
      g_value_set_object (value, self->candidates);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_opening_class_init (ConveneOpeningClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = convene_opening_finalize;
  object_class->get_property = convene_opening_get_property;

  properties[PROP_CLAIM] = g_param_spec_object ("claim", NULL, NULL, CONVENE_TYPE_CLAIM, flags);
  properties[PROP_INTERVIEW] = g_param_spec_object ("interview", NULL, NULL, CONVENE_TYPE_INTERVIEW, flags);
  properties[PROP_PERSON] = g_param_spec_object ("person", NULL, NULL, CONVENE_TYPE_PARTICIPANT, flags);
  properties[PROP_VERDICT] = g_param_spec_enum ("verdict", NULL, NULL, CONVENE_TYPE_VERDICT, CONVENE_VERDICT_IMPOSSIBLE, flags);
  properties[PROP_CLAIMS] = g_param_spec_string ("claims", NULL, NULL, NULL, flags);
  properties[PROP_EFFECT] = g_param_spec_string ("effect", NULL, NULL, NULL, flags);
  properties[PROP_WARNING] = g_param_spec_string ("warning", NULL, NULL, NULL, flags);
  properties[PROP_CANDIDATES] = g_param_spec_object ("candidates", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_opening_init (ConveneOpening *self)
{
  self->candidates = g_list_store_new (CONVENE_TYPE_PARTICIPANT);
}

ConveneOpening *
convene_opening_new (ConveneClaim       *claim,
                     ConveneInterview   *interview,
                     ConveneParticipant *person,
                     ConveneVerdict      verdict,
                     GPtrArray          *candidates,
                     const char         *claims,
                     const char         *effect,
                     const char         *warning)
{
  ConveneOpening *self;

  g_return_val_if_fail (CONVENE_IS_CLAIM (claim), NULL);
  g_return_val_if_fail (claims != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_OPENING, NULL);
  self->verdict = verdict;
  g_set_object (&self->claim, claim);
  g_set_object (&self->interview, interview);
  g_set_object (&self->person, person);
  self->claims = g_strdup (claims);
  self->effect = g_strdup (effect);
  self->warning = g_strdup (warning);
  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    g_list_store_append (self->candidates, candidates->pdata[i]);

  return self;
}

ConveneClaim *
convene_opening_get_claim (ConveneOpening *self)
{
  g_return_val_if_fail (CONVENE_IS_OPENING (self), NULL);

  return self->claim;
}

ConveneInterview *
convene_opening_get_interview (ConveneOpening *self)
{
  g_return_val_if_fail (CONVENE_IS_OPENING (self), NULL);

  return self->interview;
}

ConveneParticipant *
convene_opening_get_person (ConveneOpening *self)
{
  g_return_val_if_fail (CONVENE_IS_OPENING (self), NULL);

  return self->person;
}

ConveneVerdict
convene_opening_get_verdict (ConveneOpening *self)
{
  g_return_val_if_fail (CONVENE_IS_OPENING (self), CONVENE_VERDICT_IMPOSSIBLE);

  return self->verdict;
}

const char *
convene_opening_get_claims (ConveneOpening *self)
{
  g_return_val_if_fail (CONVENE_IS_OPENING (self), NULL);

  return self->claims;
}

const char *
convene_opening_get_effect (ConveneOpening *self)
{
  g_return_val_if_fail (CONVENE_IS_OPENING (self), NULL);

  return self->effect;
}

const char *
convene_opening_get_warning (ConveneOpening *self)
{
  g_return_val_if_fail (CONVENE_IS_OPENING (self), NULL);

  return self->warning;
}

GListModel *
convene_opening_get_candidates (ConveneOpening *self)
{
  g_return_val_if_fail (CONVENE_IS_OPENING (self), NULL);

  return G_LIST_MODEL (self->candidates);
}

gboolean
convene_opening_needs_choice (ConveneOpening *self)
{
  g_return_val_if_fail (CONVENE_IS_OPENING (self), FALSE);

  return self->effect != NULL && self->person == NULL && g_list_model_get_n_items (G_LIST_MODEL (self->candidates)) > 0;
}

const char *
convene_opening_get_sender (ConveneOpening *self)
{
  return self->sender;
}

void
convene_opening_set_sender (ConveneOpening *self,
                            const char     *sender)
{
  g_free (self->sender);
  self->sender = g_strdup (sender);
}
