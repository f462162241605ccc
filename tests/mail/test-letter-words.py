#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every language has every letter and every word that English has, with the same placeholders, and all of it is in the program.

Usage: test-letter-words.py TREE
"""

import configparser
import pathlib
import re
import sys
from xml.etree import ElementTree

MAIL = pathlib.Path(sys.argv[1]) / 'src/mail'
TEMPLATES = MAIL / 'templates'
LANGUAGES = ['en', 'de', 'es', 'fr']
TAG = re.compile(r'\{\{.*?\}\}')


def letters_of(language):
    return {path.name: path.read_text() for path in (TEMPLATES / language).glob('*.txt')}


def words_of(language):
    parser = configparser.RawConfigParser(delimiters=('=',), interpolation=None)
    parser.optionxform = str
    parser.read(TEMPLATES / language / 'words.ini', encoding='utf-8')
    return {f'{section}/{key}': value for section in parser.sections() for key, value in parser[section].items()}


def compare(language, kind, own, english):
    lines = [f'{language}: {kind} {name} is missing' for name in english.keys() - own.keys()]
    lines += [f'{language}: {kind} {name} is not in English' for name in own.keys() - english.keys()]
    for name in sorted(own.keys() & english.keys()):
        if sorted(TAG.findall(own[name])) != sorted(TAG.findall(english[name])):
            lines.append(f'{language}: {kind} {name} has {TAG.findall(own[name])}, English {TAG.findall(english[name])}')
        if not own[name].strip():
            lines.append(f'{language}: {kind} {name} is empty')
    return lines


def check_languages():
    found = sorted(path.name for path in TEMPLATES.iterdir())
    return [] if found == sorted(LANGUAGES) else [f'languages: {found}']


def check_letters():
    return [line for language in LANGUAGES for line in compare(language, 'letter', letters_of(language), letters_of('en'))]


def check_words():
    return [line for language in LANGUAGES for line in compare(language, 'word', words_of(language), words_of('en'))]


def check_translated():
    """A letter that reads as in English was forgotten."""
    english = letters_of('en')
    return [f'{language}: {name} is in English' for language in LANGUAGES if language != 'en'
            for name, text in letters_of(language).items() if text == english[name]]


def check_shape():
    """The same blocks, headings and items in the same order; no blank at an end of a line."""
    lines = []
    for language in LANGUAGES:
        for name, text in letters_of(language).items():
            shape = [line[:2] if line[:2] in ('# ', '- ', '{{', '') else 'x' for line in text.split('\n')]
            expected = [line[:2] if line[:2] in ('# ', '- ', '{{', '') else 'x' for line in letters_of('en')[name].split('\n')]
            if shape != expected:
                lines.append(f'{language}: {name}: {shape} and not {expected}')
            if re.search(r'[ \t]+$', text, re.MULTILINE):
                lines.append(f'{language}: {name}: a line ends with a blank')
    return lines


def check_resources():
    listed = {(entry.get('alias'), entry.text) for entry in ElementTree.parse(MAIL / 'convene-mail.gresource.xml').iter('file')}
    there = {(f'{path.parent.name}/{path.name}', f'templates/{path.parent.name}/{path.name}') for path in TEMPLATES.glob('*/*')}
    return [f'{alias} is not in the program' for alias, _ in there - listed] + [f'{alias} is not there' for alias, _ in listed - there]


CHECKS = [('languages', check_languages), ('letters', check_letters), ('words', check_words), ('translated', check_translated),
          ('shape', check_shape), ('resources', check_resources)]


def main():
    failed = False
    print(f'1..{len(CHECKS)}')
    for number, (name, check) in enumerate(CHECKS, 1):
        lines = check()
        failed |= bool(lines)
        for line in lines:
            print(f'# {line}')
        print(f'{"not ok" if lines else "ok"} {number} - {name}')
    sys.exit(failed)


main()
