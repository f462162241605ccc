#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""pseudo.py CATALOG.mo FOLDER: a language that nobody speaks, into FOLDER/pseudo/LC_MESSAGES/convene.mo: every message of a complete catalog, in letters with
accents, and half as long again. What stands in brackets on the screen was translated, and what is cut off will be in some real language."""

import gettext
import pathlib
import re
import subprocess
import sys

# What is no text: directives, names in braces, tags, entities, addresses, mnemonics.
KEPT = re.compile(r'%[-+ 0#\']*(?:\d+\$)?[-+ 0#\']*\d*(?:\.\d+)?(?:hh|h|ll|l|z)?[a-zA-Z%]|\{[^}]*\}|<[^>]*>|&[a-z]+;|https?://\S+|_')
LETTERS = str.maketrans('aceinosuyzACEINOSUYZ', 'áčéîñøšûýžÁČÉÎÑØŠÛÝŽ')


def longer(text):
    """A message in that language; what has no letters stays, as a format of times does."""
    if not re.search(r'[A-Za-z]', KEPT.sub('', text)):
        return text
    start, text, rest = re.fullmatch(r'(\s*)(.*?)(\s*)', text, re.S).groups()
    made, end = '', 0
    for kept in KEPT.finditer(text):
        made += text[end:kept.start()].translate(LETTERS) + kept.group()
        end = kept.end()
    made += text[end:].translate(LETTERS)
    words = len(text) // 2 // 4
    return f'{start}[{made}{" ñøñé" * words if len(text) > 7 else ""}]{rest}'


def quote(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"'


def entries(catalog):
    """(context or None, msgid, msgstr's plural form or None)"""
    for key in catalog:
        msgid, form = key if isinstance(key, tuple) else (key, None)
        if msgid:
            context, _, text = msgid.rpartition('\x04')
            yield context or None, text, form


def main():
    with open(sys.argv[1], 'rb') as file:
        catalog = gettext.GNUTranslations(file)._catalog
    folder = pathlib.Path(sys.argv[2]) / 'pseudo' / 'LC_MESSAGES'
    folder.mkdir(parents=True, exist_ok=True)
    lines = ['msgid ""', 'msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"', '']
    for context, text, form in entries(catalog):
        if form:
            continue
        if context:
            lines.append(f'msgctxt {quote(context)}')
        lines.append(f'msgid {quote(text)}')
        if form is None:
            lines.append(f'msgstr {quote(longer(text))}')
        else:
            # The catalog keeps the singular's msgid alone: it is what a text for many looks like here, too.
            lines += [f'msgid_plural {quote(text)}', f'msgstr[0] {quote(longer(text))}', f'msgstr[1] {quote(longer(text))}']
        lines.append('')
    subprocess.run(['msgfmt', '-', '-o', folder / 'convene.mo'], input='\n'.join(lines).encode(), check=True)


main()
