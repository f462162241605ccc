/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "convene-enums.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_JOB (convene_job_get_type ())

G_DECLARE_FINAL_TYPE (ConveneJob, convene_job, CONVENE, JOB, GObject)

/* A position that people are interviewed for. */
ConveneJob *convene_job_new (void);
const char *convene_job_get_title (ConveneJob *self);
void        convene_job_set_title (ConveneJob *self, const char *title);

/* last used: the default of the next interview */
ConvenePlatform convene_job_get_platform (ConveneJob *self);
void            convene_job_set_platform (ConveneJob *self, ConvenePlatform platform);
const char     *convene_job_get_hiring_manager_name (ConveneJob *self);
void            convene_job_set_hiring_manager_name (ConveneJob *self, const char *hiring_manager_name);
const char     *convene_job_get_hiring_manager_address (ConveneJob *self);
void            convene_job_set_hiring_manager_address (ConveneJob *self, const char *hiring_manager_address);
const char     *convene_job_get_location (ConveneJob *self);
void            convene_job_set_location (ConveneJob *self, const char *location);

/* what a new time does to the link of this job's interviews; CONVENE_LINK_POLICY_DEFAULT: what the preference says */
ConveneLinkPolicy convene_job_get_link_policy (ConveneJob *self);
void              convene_job_set_link_policy (ConveneJob *self, ConveneLinkPolicy link_policy);

G_END_DECLS
