/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-job.h"

#include "convene-property.h"

struct _ConveneJob
{
  GObject parent_instance;

  char             *title;
  ConvenePlatform   platform;
  char             *hiring_manager_name;
  char             *hiring_manager_address;
  char             *location;
  ConveneLinkPolicy link_policy;
};

G_DEFINE_FINAL_TYPE (ConveneJob, convene_job, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_PLATFORM,
  PROP_HIRING_MANAGER_NAME,
  PROP_HIRING_MANAGER_ADDRESS,
  PROP_LOCATION,
  PROP_LINK_POLICY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
convene_job_finalize (GObject *object)
{
  ConveneJob *self = CONVENE_JOB (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->hiring_manager_name, g_free);
  g_clear_pointer (&self->hiring_manager_address, g_free);
  g_clear_pointer (&self->location, g_free);

  G_OBJECT_CLASS (convene_job_parent_class)->finalize (object);
}

static void
convene_job_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  ConveneJob *self = CONVENE_JOB (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_PLATFORM:
      g_value_set_enum (value, self->platform);
      break;
    case PROP_HIRING_MANAGER_NAME:
      g_value_set_string (value, self->hiring_manager_name);
      break;
    case PROP_HIRING_MANAGER_ADDRESS:
      g_value_set_string (value, self->hiring_manager_address);
      break;
    case PROP_LOCATION:
      g_value_set_string (value, self->location);
      break;
    case PROP_LINK_POLICY:
      g_value_set_enum (value, self->link_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_job_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  ConveneJob *self = CONVENE_JOB (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      convene_job_set_title (self, g_value_get_string (value));
      break;
    case PROP_PLATFORM:
      convene_job_set_platform (self, g_value_get_enum (value));
      break;
    case PROP_HIRING_MANAGER_NAME:
      convene_job_set_hiring_manager_name (self, g_value_get_string (value));
      break;
    case PROP_HIRING_MANAGER_ADDRESS:
      convene_job_set_hiring_manager_address (self, g_value_get_string (value));
      break;
    case PROP_LOCATION:
      convene_job_set_location (self, g_value_get_string (value));
      break;
    case PROP_LINK_POLICY:
      convene_job_set_link_policy (self, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_job_class_init (ConveneJobClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = convene_job_finalize;
  object_class->get_property = convene_job_get_property;
  object_class->set_property = convene_job_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_PLATFORM] = g_param_spec_enum ("platform", NULL, NULL, CONVENE_TYPE_PLATFORM, 0, flags);
  properties[PROP_HIRING_MANAGER_NAME] = g_param_spec_string ("hiring-manager-name", NULL, NULL, NULL, flags);
  properties[PROP_HIRING_MANAGER_ADDRESS] = g_param_spec_string ("hiring-manager-address", NULL, NULL, NULL, flags);
  properties[PROP_LOCATION] = g_param_spec_string ("location", NULL, NULL, NULL, flags);
  properties[PROP_LINK_POLICY] = g_param_spec_enum ("link-policy", NULL, NULL, CONVENE_TYPE_LINK_POLICY, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_job_init (ConveneJob *self)
{
}

ConveneJob *
convene_job_new (void)
{
  return g_object_new (CONVENE_TYPE_JOB, NULL);
}

const char *
convene_job_get_title (ConveneJob *self)
{
  g_return_val_if_fail (CONVENE_IS_JOB (self), NULL);

  return self->title;
}

void
convene_job_set_title (ConveneJob *self,
                       const char *title)
{
  g_return_if_fail (CONVENE_IS_JOB (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_TITLE], &self->title, title);
}

ConvenePlatform
convene_job_get_platform (ConveneJob *self)
{
  g_return_val_if_fail (CONVENE_IS_JOB (self), 0);

  return self->platform;
}

void
convene_job_set_platform (ConveneJob     *self,
                          ConvenePlatform platform)
{
  g_return_if_fail (CONVENE_IS_JOB (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_PLATFORM], (int *) &self->platform, (int) platform);
}

const char *
convene_job_get_hiring_manager_name (ConveneJob *self)
{
  g_return_val_if_fail (CONVENE_IS_JOB (self), NULL);

  return self->hiring_manager_name;
}

void
convene_job_set_hiring_manager_name (ConveneJob *self,
                                     const char *hiring_manager_name)
{
  g_return_if_fail (CONVENE_IS_JOB (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_HIRING_MANAGER_NAME], &self->hiring_manager_name, hiring_manager_name);
}

const char *
convene_job_get_hiring_manager_address (ConveneJob *self)
{
  g_return_val_if_fail (CONVENE_IS_JOB (self), NULL);

  return self->hiring_manager_address;
}

void
convene_job_set_hiring_manager_address (ConveneJob *self,
                                        const char *hiring_manager_address)
{
  g_return_if_fail (CONVENE_IS_JOB (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_HIRING_MANAGER_ADDRESS], &self->hiring_manager_address, hiring_manager_address);
}

const char *
convene_job_get_location (ConveneJob *self)
{
  g_return_val_if_fail (CONVENE_IS_JOB (self), NULL);

  return self->location;
}

void
convene_job_set_location (ConveneJob *self,
                          const char *location)
{
  g_return_if_fail (CONVENE_IS_JOB (self));

  convene_property_set_text (G_OBJECT (self), properties[PROP_LOCATION], &self->location, location);
}

ConveneLinkPolicy
convene_job_get_link_policy (ConveneJob *self)
{
  g_return_val_if_fail (CONVENE_IS_JOB (self), 0);

  return self->link_policy;
}

void
convene_job_set_link_policy (ConveneJob       *self,
                             ConveneLinkPolicy link_policy)
{
  g_return_if_fail (CONVENE_IS_JOB (self));

  convene_property_set_int (G_OBJECT (self), properties[PROP_LINK_POLICY], (int *) &self->link_policy, (int) link_policy);
}
