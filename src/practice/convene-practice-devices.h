/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The device codes that practice gave out (RFC 8628), by their hashes. */
typedef struct _ConvenePracticeDevices ConvenePracticeDevices;

typedef enum
{
  CONVENE_PRACTICE_DEVICE_PENDING,
  CONVENE_PRACTICE_DEVICE_ALLOWED,
  CONVENE_PRACTICE_DEVICE_DECLINED,
  CONVENE_PRACTICE_DEVICE_USED
} ConvenePracticeDeviceStage;

typedef struct
{
  char                      *hash;
  char                      *user_code; /* as it is shown: "BCDF-GHJK" */
  char                      *client;
  char                      *user; /* address of who allowed it; NULL for nobody */
  ConvenePracticeDeviceStage stage;
  gint64                     expires_at;

  /* of this process alone */
  gint64 polls;
  gint64 polled_at; /* by practice's clock; 0 for never */
  gint64 interval;  /* microseconds: what the next poll has to wait */
} ConvenePracticeDevice;

ConvenePracticeDevices *convene_practice_devices_new (void);
void                    convene_practice_devices_free (ConvenePracticeDevices *self);

/* NULL for one that was never given out. The caller counts its polls. */
ConvenePracticeDevice *convene_practice_devices_find (ConvenePracticeDevices *self,
                                                      const char             *device_code);

/* By what a person typed, case and hyphen apart: the newest that still waits at `now`, of any code where it is NULL. */
const ConvenePracticeDevice *convene_practice_devices_find_pending (ConvenePracticeDevices *self,
                                                                    const char             *user_code,
                                                                    gint64                  now);

/* Changes; apply puts them, or those from the journal, into force. */
JsonObject *convene_practice_devices_format_new (const char *device_code,
                                                 const char *user_code,
                                                 const char *client,
                                                 gint64      interval,
                                                 gint64      expires_at);
JsonObject *convene_practice_devices_format_stage (const ConvenePracticeDevice *device,
                                                   ConvenePracticeDeviceStage   stage,
                                                   const char                  *user);
void        convene_practice_devices_apply (ConvenePracticeDevices *self,
                                            JsonObject             *change);

JsonArray *convene_practice_devices_to_json (ConvenePracticeDevices *self,
                                             gint64                  now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePracticeDevices, convene_practice_devices_free)

G_END_DECLS
