/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-permissions-group.h"

struct _ConvenePermissionsGroup
{
  AdwPreferencesGroup parent_instance;
};

G_DEFINE_FINAL_TYPE (ConvenePermissionsGroup, convene_permissions_group, ADW_TYPE_PREFERENCES_GROUP)

static void
convene_permissions_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_PERMISSIONS_GROUP);

  G_OBJECT_CLASS (convene_permissions_group_parent_class)->dispose (object);
}

static void
convene_permissions_group_class_init (ConvenePermissionsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_permissions_group_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/io/github/conveneapp/Convene/ui/accounts/convene-permissions-group.ui");
}

static void
convene_permissions_group_init (ConvenePermissionsGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
