#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-help.py SOURCE: whether the help pages in SOURCE/help are such, hang together, and speak of what there is in the program. In each language: the pages
are those of C, part by part, and their labels are the program's in that language."""

import ast
import collections
import functools
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree

import tap

MALLARD = "{http://projectmallard.org/1.0/}"
SCHEMA = pathlib.Path("/usr/share/xml/mallard/1.0/mallard-1.0.rng")

# Words on a screen that are not this program's.
OTHERS = {"Develop", "Build App", "Scopes", "Allow", "Manage", "App Requests", "Installed Apps"}

# What each translation has exactly as C does: the order, the links and what is typed.
SAME_TEXT = {f"{MALLARD}{name}" for name in ("cmd", "code", "file")}
SAME_ATTRIBUTES = {"id", "xref", "href", "type", "style", "role"}
SENTENCES = {f"{MALLARD}{name}" for name in ("p", "title", "desc")}

source = pathlib.Path(sys.argv[1])
program = source.parent / "src"
catalogs = source.parent / "po"


def read(folder):
    return {file.stem: xml.etree.ElementTree.parse(file).getroot() for file in sorted(folder.glob("*.page"))}


books = {folder.name: read(folder) for folder in sorted((source / "help").iterdir()) if folder.is_dir()}
translations = {language: pages for language, pages in books.items() if language != "C"}


def check_valid(language):
    if shutil.which("xmllint") is None or not SCHEMA.exists():
        raise tap.Skip("xmllint or Mallard's schema is not installed")
    files = sorted((source / "help" / language).glob("*.page"))
    if not files:
        return ["there are no pages"]
    done = subprocess.run(["xmllint", "--noout", "--nonet", "--relaxng", str(SCHEMA), *map(str, files)], capture_output=True, text=True, check=False)
    return [line for line in done.stderr.splitlines() if not line.endswith(" validates")] if done.returncode else []


def check_names(language):
    return [f"{name} calls itself {page.get('id')}" for name, page in books[language].items() if page.get("id") != name]


def targets(pages):
    """What can be linked to: pages, and sections within them."""
    found = set(pages)
    for name, page in pages.items():
        found |= {f"{name}#{section.get('id')}" for section in page.iter(f"{MALLARD}section") if section.get("id")}
    return found


def links(page):
    return [link.get("xref") for link in page.iter(f"{MALLARD}link") if link.get("xref")]


def check_links(language):
    known = targets(books[language])
    return [f"{name}: no {link}" for name, page in books[language].items() for link in links(page) if link not in known]


def check_reachable(language):
    """From the first page, by the guides that each page says it belongs to."""
    leads = collections.defaultdict(set)
    for name, page in books[language].items():
        for link in page.iter(f"{MALLARD}link"):
            if link.get("type") == "guide":
                leads[link.get("xref").split("#")[0]].add(name)
    reached, ahead = set(), ["index"]
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            ahead += leads[name]
    return [f"{name} is not reached" for name in books[language] if name not in reached]


def strip(text):
    return re.sub(r"\s+", " ", text.replace("_", "").replace("&amp;", "&").strip())


def plain(text):
    """A label as it is looked for: a mnemonic and the dots that say “asks first” do not count, nor a name behind a dot."""
    return strip(text).removesuffix(" · %s").removesuffix("…")


@functools.cache
def words_of_the_program():
    said = set()
    for file in program.rglob("*"):
        if file.suffix == ".ui":
            said |= {plain("".join(element.itertext())) for element in xml.etree.ElementTree.parse(file).iter() if element.text}
        elif file.suffix == ".c":
            said |= {plain(literal) for literal in re.findall(r'"((?:[^"\\]|\\.)*)"', file.read_text(encoding="utf-8"))}
    return said


FIELD = re.compile(r'^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?) ((?:".*"\n?)+)', re.MULTILINE)


@functools.cache
def catalog_of(language):
    """What stands in that language for each of the program's labels; one label may have several, by its place."""
    found = collections.defaultdict(set)
    for entry in re.split(r"\n\s*\n", (catalogs / f"{language}.po").read_text(encoding="utf-8")):
        if re.search(r"^#,.*\bfuzzy\b", entry, re.MULTILINE):
            continue
        fields = {name: "".join(map(ast.literal_eval, text.splitlines())) for name, text in FIELD.findall(entry)}
        for name, text in fields.items():
            if name.startswith("msgstr") and text and fields.get("msgid"):
                found[plain(fields["msgid"])].add(plain(text))
    return found


def labels(part):
    return [plain("".join(label.itertext())) for label in part.iter(f"{MALLARD}gui")]


def check_labels():
    """What a person is told to look for is what stands there."""
    known = words_of_the_program() | OTHERS
    return [f"{name}: nothing is called “{label}”" for name, page in books["C"].items() for label in labels(page) if label not in known]


def sentences(page):
    return [element for element in page.iter() if element.tag in SENTENCES]


def check_translated_labels(language):
    """A sentence names, in whatever order, one of those words that stand in the program for each label that C names. Those of others are theirs."""
    catalog = catalog_of(language)
    complaints = []
    for name, page in translations[language].items():
        for english, sentence in zip(sentences(books["C"].get(name, page)), sentences(page), strict=False):
            ahead = labels(sentence)
            for label in labels(english):
                wanted = catalog.get(label, {label} & OTHERS)
                word = next((word for word in ahead if word in wanted), None)
                if word is None:
                    known = " or ".join(f"“{word}”" for word in sorted(wanted)) or "not translated"
                    complaints.append(f"{name}: “{label}” is {known}: not among {ahead}")
                else:
                    ahead.remove(word)
    return complaints


def describe(element):
    attributes = "".join(f' {key}="{value}"' for key, value in sorted(element.items()) if key in SAME_ATTRIBUTES)
    text = ""
    if element.tag in SAME_TEXT:
        text = re.sub(r"\b[A-Z]{3,}\b", "WORD", element.text or "")
    elif element.tag == f"{MALLARD}screen":
        text = " ".join(re.findall(r"(?<!\S)(?:convene [a-z]+|--[a-z]+)", element.text or ""))
    return f"<{element.tag.removeprefix(MALLARD)}{attributes}>{text}"


def outline(element):
    """Part by part, what no translation changes; within a sentence the order is the language's."""
    yield describe(element)
    if element.tag in SENTENCES:
        yield from sorted(describe(part) for part in element.iter() if part is not element)
    else:
        for part in element:
            yield from outline(part)


def check_same(language):
    """The same pages as in C, with the same parts."""
    here, there = translations[language], books["C"]
    complaints = [f"{name} is missing" for name in there if name not in here] + [f"{name} is not in C" for name in here if name not in there]
    for name in here.keys() & there.keys():
        ours, theirs = list(outline(here[name])), list(outline(there[name]))
        differs = next((pair for pair in zip(ours, theirs, strict=False) if pair[0] != pair[1]), None)
        if differs is not None:
            complaints.append(f"{name}: {differs[0]} where C has {differs[1]}")
        elif len(ours) != len(theirs):
            complaints.append(f"{name}: {len(ours)} parts where C has {len(theirs)}")
    return complaints


def texts(page):
    return {strip("".join(sentence.itertext())) for sentence in sentences(page)}


def check_words(language):
    """No sentence was left in English. A name is not one, nor are keys."""
    complaints = []
    for name, page in translations[language].items():
        left = texts(page) & texts(books["C"].get(name, page)) if name in books["C"] else set()
        complaints += [f"{name}: still “{text}”" for text in sorted(left) if text.count(" ") > 1 and not re.fullmatch(r"\S( \S)*", text)]
    return complaints


def check_installed():
    """Each language that is here goes where help is looked for."""
    listed = re.search(r"foreach language : \[(.*?)\]\n\s*install_subdir\('help' / language", (source / "meson.build").read_text(encoding="utf-8"))
    languages = set(re.findall(r"'([^']+)'", listed[1])) if listed else set()
    return [f"{language} is either not installed or not there" for language in sorted(languages ^ set(books))]


def check_asked_for():
    """The pages that F1 opens are there."""
    asked = re.findall(r'return "([a-z-]+)";', (program / "ui" / "window" / "convene-application-desktop.c").read_text(encoding="utf-8"))
    complaints = [] if asked else ["F1 opens nothing"]
    return complaints + [f"F1 opens {name}, which is not there" for name in asked if name not in books["C"]]


def named(language, checks):
    return [(f"help/{language}/{name}", functools.partial(check, language)) for name, check in checks]


tap.run([
    *[check for language in books for check in named(language, [
        ("valid", check_valid),
        ("names", check_names),
        ("links", check_links),
        ("every page is reached", check_reachable),
    ])],
    *[check for language in translations for check in named(language, [
        ("pages are C's", check_same),
        ("labels are the program's", check_translated_labels),
        ("nothing is left in English", check_words),
    ])],
    ("help/C/labels are the program's", check_labels),
    ("help/languages are installed", check_installed),
    ("help/pages that are asked for", check_asked_for),
])
