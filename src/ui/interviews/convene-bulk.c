/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-bulk-private.h"

#include <glib/gi18n-lib.h>

#include "convene-details.h"

G_DEFINE_FINAL_TYPE (ConveneBulk, convene_bulk, G_TYPE_OBJECT)

enum
{
  PROP_POSITION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
look_free (gpointer data)
{
  ConveneBulkLook *self = data;

  g_free (self->uid);
  g_free (self->who);
  g_free (self);
}

static void
trouble_free (gpointer data)
{
  ConveneBulkTrouble *self = data;

  g_free (self->who);
  g_free (self->why);
  g_free (self);
}

void
convene_bulk_add_trouble (GPtrArray  *list,
                          const char *who,
                          const char *why)
{
  ConveneBulkTrouble *trouble = g_new0 (ConveneBulkTrouble, 1);

  trouble->who = g_strdup (who);
  trouble->why = g_strdup (why);
  g_ptr_array_add (list, trouble);
}

void
convene_bulk_set_position (ConveneBulk *self,
                           guint        position)
{
  self->position = position;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

/* "Ada Example · Staff Engineer" */
char *
convene_bulk_format_who (ConveneInterview *interview)
{
  return g_strdup_printf (C_("interview", "%s · %s"), convene_details_get_candidate (interview), convene_interview_get_job (interview));
}

static void
convene_bulk_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_POSITION:
      g_value_set_uint (value, CONVENE_BULK (object)->position);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_bulk_finalize (GObject *object)
{
  ConveneBulk *self = CONVENE_BULK (object);

  g_clear_object (&self->engine);
  g_strfreev (self->uids);
  g_ptr_array_unref (self->ready);
  g_ptr_array_unref (self->refused);
  g_hash_table_unref (self->deleted);
  g_hash_table_unref (self->left);
  g_hash_table_unref (self->people);
  g_free (self->reason);
  g_ptr_array_unref (self->plans);
  g_ptr_array_unref (self->failed);

  G_OBJECT_CLASS (convene_bulk_parent_class)->finalize (object);
}

static void
convene_bulk_class_init (ConveneBulkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = convene_bulk_get_property;
  object_class->finalize = convene_bulk_finalize;
  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_bulk_init (ConveneBulk *self)
{
  self->ready = g_ptr_array_new_with_free_func (look_free);
  self->refused = g_ptr_array_new_with_free_func (trouble_free);
  self->failed = g_ptr_array_new_with_free_func (trouble_free);
  self->plans = g_ptr_array_new_with_free_func (g_object_unref);
  self->deleted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

ConveneBulk *
convene_bulk_new (ConveneEngine     *engine,
                  ConveneBulkKind    kind,
                  const char *const *uids)
{
  ConveneBulk *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (uids != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_BULK, NULL);
  self->engine = g_object_ref (engine);
  self->kind = kind;
  self->uids = g_strdupv ((GStrv) uids);
  self->total = g_strv_length (self->uids);
  return self;
}

ConveneBulkKind
convene_bulk_get_kind (ConveneBulk *self)
{
  g_return_val_if_fail (CONVENE_IS_BULK (self), CONVENE_BULK_CANCEL);

  return self->kind;
}

guint
convene_bulk_get_total (ConveneBulk *self)
{
  g_return_val_if_fail (CONVENE_IS_BULK (self), 0);

  return self->total;
}

guint
convene_bulk_get_position (ConveneBulk *self)
{
  g_return_val_if_fail (CONVENE_IS_BULK (self), 0);

  return self->position;
}

guint
convene_bulk_count_ready (ConveneBulk *self)
{
  g_return_val_if_fail (CONVENE_IS_BULK (self), 0);

  return self->ready->len;
}

guint
convene_bulk_count_deleted (ConveneBulk *self)
{
  g_return_val_if_fail (CONVENE_IS_BULK (self), 0);

  return g_hash_table_size (self->deleted);
}

guint
convene_bulk_count_left (ConveneBulk *self)
{
  g_return_val_if_fail (CONVENE_IS_BULK (self), 0);

  return g_hash_table_size (self->left);
}

guint
convene_bulk_count_letters (ConveneBulk *self)
{
  g_return_val_if_fail (CONVENE_IS_BULK (self), 0);

  return self->letters;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
convene_bulk_list_people (ConveneBulk *self)
{
  GPtrArray     *people;
  GHashTableIter iter;
  gpointer       person;

  g_return_val_if_fail (CONVENE_IS_BULK (self), NULL);

  people = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_iter_init (&iter, self->people);
  while (g_hash_table_iter_next (&iter, &person, NULL))
    g_ptr_array_add (people, g_strdup (person));
  g_ptr_array_sort (people, compare_words);
  return people;
}

GPtrArray *
convene_bulk_get_refused (ConveneBulk *self)
{
  g_return_val_if_fail (CONVENE_IS_BULK (self), NULL);

  return self->refused;
}

void
convene_bulk_stop (ConveneBulk *self)
{
  g_return_if_fail (CONVENE_IS_BULK (self));

  self->stopped = TRUE;
}

guint
convene_bulk_count_done (ConveneBulk *self)
{
  g_return_val_if_fail (CONVENE_IS_BULK (self), 0);

  return self->done;
}

GPtrArray *
convene_bulk_get_failed (ConveneBulk *self)
{
  g_return_val_if_fail (CONVENE_IS_BULK (self), NULL);

  return self->failed;
}
