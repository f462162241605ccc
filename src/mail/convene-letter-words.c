/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-words.h"

#include <string.h>
#include <unicode/uloc.h>

#include "convene-mail-resources.h"

#define PREFIX "/io/github/conveneapp/Convene/mail/"
#define FALLBACK "en"

/* English of no country: day before month and 24 hours, which nobody misreads. */
#define FALLBACK_LOCALE "en_150"

struct _ConveneLetterWords
{
  char     *language;
  char     *locale;
  GKeyFile *words;
};

/* The resource is asked for by its function, as nothing else would make the linker take it out of a static library. */
static GBytes *
lookup (const char *language,
        const char *name)
{
  g_autofree char *path = g_strconcat (PREFIX, language, "/", name, NULL);

  return g_resource_lookup_data (convene_mail_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static gboolean
has_language (const char *language)
{
  g_autoptr(GBytes) words = lookup (language, "words.ini");

  return words != NULL;
}

/* The tag without its last parts, until there are templates for it. */
static char *
find_language (const char *tag)
{
  g_autofree char *language = g_ascii_strdown (tag != NULL ? tag : "", -1);

  while (*language != '\0' && strchr (language, '/') == NULL)
    {
      char *dash = strrchr (language, '-');

      if (has_language (language))
        return g_steal_pointer (&language);
      *(dash != NULL ? dash : language) = '\0';
    }

  return NULL;
}

static char *
find_locale (const char *tag)
{
  char       locale[ULOC_FULLNAME_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;

  uloc_forLanguageTag (tag, locale, sizeof locale, NULL, &status);
  if (U_FAILURE (status) || *locale == '\0' || g_str_equal (locale, FALLBACK))
    return g_strdup (FALLBACK_LOCALE);

  return g_strdup (locale);
}

ConveneLetterWords *
convene_letter_words_new (const char *language)
{
  ConveneLetterWords *self = g_new0 (ConveneLetterWords, 1);
  g_autoptr(GBytes) words = NULL;

  self->language = find_language (language);
  self->locale = find_locale (self->language != NULL ? language : FALLBACK);
  if (self->language == NULL)
    self->language = g_strdup (FALLBACK);

  self->words = g_key_file_new ();
  words = lookup (self->language, "words.ini");
  g_key_file_load_from_bytes (self->words, words, G_KEY_FILE_NONE, NULL);
  return self;
}

void
convene_letter_words_free (ConveneLetterWords *self)
{
  g_free (self->language);
  g_free (self->locale);
  g_key_file_unref (self->words);
  g_free (self);
}

const char *
convene_letter_words_get_locale (ConveneLetterWords *self)
{
  return self->locale;
}

const char *
convene_letter_words_get_language (ConveneLetterWords *self)
{
  return self->language;
}

const char *
convene_letter_words_get_direction (ConveneLetterWords *self)
{
  return uloc_isRightToLeft (self->language) ? "rtl" : "ltr";
}

char *
convene_letter_words_dup_word (ConveneLetterWords *self,
                               const char         *group,
                               const char         *key)
{
  char *word = g_key_file_get_string (self->words, group, key, NULL);

  return word != NULL ? word : g_strdup ("");
}

char *
convene_letter_words_dup_template (ConveneLetterWords *self,
                                   const char         *name)
{
  g_autoptr(GBytes) bytes = lookup (self->language, name);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

guint
convene_letter_words_measure (ConveneLetterWords *self,
                              const char         *group)
{
  g_auto(GStrv) keys = g_key_file_get_keys (self->words, group, NULL, NULL);
  guint longest = 0;

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *word = convene_letter_words_dup_word (self, group, keys[i]);

      longest = MAX (longest, (guint) g_utf8_strlen (word, -1));
    }

  return longest;
}
