#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-data.py SOURCE BUILD: whether the files in data/ are what desktops expect."""

import configparser
import functools
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import tap

ID = "io.github.conveneapp.Convene"
SIZES = [16, 32, 128]

source, build = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
icons = source / "icons" / "hicolor"
po = source.parent / "po"
folder = tempfile.TemporaryDirectory(prefix="convene-data-")


def check(program, *arguments):
    """What a checker complains of; it is skipped where it is not installed."""
    if shutil.which(program) is None:
        raise tap.Skip(f"{program} is not installed")
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=False)
    return (done.stdout + done.stderr).splitlines() if done.returncode else []


def read_desktop(name):
    parser = configparser.RawConfigParser(strict=True, delimiters="=", comment_prefixes="#")
    parser.optionxform = str
    parser.read(build / f"{name}.desktop", encoding="utf-8")
    return parser


def check_desktop():
    return check("desktop-file-validate", "--warn-kde", build / f"{ID}.desktop", build / f"{ID}.Practice.desktop")


def check_desktop_says():
    """What another part of the program relies on."""
    complaints = []
    entry, practice = read_desktop(ID)["Desktop Entry"], read_desktop(f"{ID}.Practice")["Desktop Entry"]
    for key, value in {"MimeType": "text/calendar;", "DBusActivatable": "true", "Icon": ID, "Exec": "convene %U"}.items():
        if entry.get(key) != value:
            complaints.append(f"{key} is {entry.get(key)}, not {value}")
    for key, value in {"NoDisplay": "true", "Exec": "convene --practice", "Icon": f"{ID}.Practice"}.items():
        if practice.get(key) != value:
            complaints.append(f"practice: {key} is {practice.get(key)}, not {value}")
    # A desktop asks for an action over D-Bus by its name: the application has to have it.
    files = sorted((source.parent / "src" / "ui" / "window").glob("convene-application*.c"))
    application = "".join(file.read_text(encoding="utf-8") for file in files)
    for action in filter(None, entry["Actions"].split(";")):
        if f'.name = "{action}"' not in application:
            complaints.append(f"the application has no action {action}")
    return complaints


def check_metainfo():
    return check("appstreamcli", "validate", "--no-net", "--explain", build / f"{ID}.metainfo.xml")


def check_metainfo_says():
    complaints = []
    root = xml.etree.ElementTree.parse(build / f"{ID}.metainfo.xml").getroot()
    if root.findtext("id") != ID or root.findtext("launchable") != f"{ID}.desktop":
        complaints.append("the id or the launchable is another one")
    version = re.search(r"version: '([^']+)'", (source.parent / "meson.build").read_text(encoding="utf-8")).group(1)
    if root.find("releases/release").get("version") != version:
        complaints.append(f"the newest release is not {version}")
    return complaints


def check_schema():
    return check("glib-compile-schemas", "--strict", "--dry-run", source)


def check_service():
    text = (build / f"{ID}.service").read_text(encoding="utf-8")
    complaints = [] if re.search(rf"^Name={re.escape(ID)}$", text, re.MULTILINE) else ["the name is another one"]
    if not re.search(r"^Exec=/.*/convene --gapplication-service$", text, re.MULTILINE):
        complaints.append("it does not start the window as a service")
    return complaints


def check_search_provider():
    """Every name in it is the application's."""
    parser = configparser.RawConfigParser(strict=True, delimiters="=", comment_prefixes="#")
    parser.optionxform = str
    parser.read(source / f"{ID}.search-provider.ini", encoding="utf-8")
    wanted = {"DesktopId": f"{ID}.desktop", "BusName": ID, "ObjectPath": f"/{ID.replace('.', '/')}/SearchProvider", "Version": "2"}
    if parser.sections() != ["Shell Search Provider"] or dict(parser["Shell Search Provider"]) != wanted:
        return [f"it says {({name: dict(parser[name]) for name in parser.sections()})}"]
    return []


def list_languages():
    return [line for line in (po / "LINGUAS").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def check_linguas():
    """A file of translations that nobody installs helps nobody."""
    files = sorted(file.stem for file in po.glob("*.po"))
    return [] if sorted(list_languages()) == files else [f"LINGUAS names {list_languages()}, there are {files}"]


# As meson's "glib" preset has it.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]


@functools.cache
def make_template():
    """All words of the sources as they are now."""
    for tool in ("xgettext", "msgmerge", "msgfmt"):
        if shutil.which(tool) is None:
            raise tap.Skip(f"{tool} is not installed")
    template = pathlib.Path(folder.name) / "words.pot"
    subprocess.run(["xgettext", "--from-code=UTF-8", *[f"--keyword={word}" for word in KEYWORDS], "--files-from=po/POTFILES.in", "-o", str(template)],
                   cwd=source.parent, capture_output=True, check=True)
    return template


def check_po(language):
    """It is well-formed, and nothing that the program says now is left to be translated."""
    merged = pathlib.Path(folder.name) / f"{language}.po"
    subprocess.run(["msgmerge", "--quiet", "-o", str(merged), str(po / f"{language}.po"), str(make_template())], capture_output=True, check=True)
    done = subprocess.run(["msgfmt", "--check", "--statistics", "-o", os.devnull, str(merged)], env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"},
                          capture_output=True, text=True, check=False)
    complaints = done.stderr.splitlines() if done.returncode else []
    if "fuzzy" in done.stderr or "untranslated" in done.stderr:
        complaints += [done.stderr.strip(), *first_left(merged)]
    return complaints


def first_left(merged, most=5):
    """Some of those that are left, for whoever looks at the failed test."""
    texts = [subprocess.run(["msgattrib", option, "--no-obsolete", "--no-wrap", str(merged)], capture_output=True, text=True, check=False).stdout
             for option in ("--untranslated", "--only-fuzzy")]
    return re.findall(r'^msgid "(?!")(.+)"$', "\n".join(texts), re.MULTILINE)[:most]


def render(path, size):
    """How much of the picture is opaque, as a part of 1."""
    try:
        import gi  # pylint: disable=import-outside-toplevel
        gi.require_version("GdkPixbuf", "2.0")
        from gi.repository import GdkPixbuf  # pylint: disable=import-outside-toplevel
    except (ImportError, ValueError) as error:
        raise tap.Skip("GdkPixbuf for Python is not installed") from error
    if not any(form.get_name() == "svg" for form in GdkPixbuf.Pixbuf.get_formats()):
        raise tap.Skip("nothing here renders SVG")
    picture = GdkPixbuf.Pixbuf.new_from_file_at_size(str(path), size, size)
    pixels, row, channels = picture.get_pixels(), picture.get_rowstride(), picture.get_n_channels()
    if (picture.get_width(), picture.get_height()) != (size, size) or channels != 4:
        return 0
    return sum(pixels[y * row + x * channels + 3] > 128 for y in range(size) for x in range(size)) / size / size


def check_icon(path):
    complaints = []
    for size in SIZES:
        opaque = render(path, size)
        if not 0.25 < opaque < 0.95:
            complaints.append(f"{path.name} at {size}: {opaque:.0%} of it are opaque")
    return complaints


def check_symbolic():
    """A symbolic icon has one colour, which desktops replace."""
    text = (icons / "symbolic" / "apps" / f"{ID}-symbolic.svg").read_text(encoding="utf-8")
    colours = set(re.findall(r"#[0-9a-fA-F]{3,8}\b", text))
    return [] if len(colours) == 1 else [f"its colours are {', '.join(sorted(colours))}"]


cases = [
    ("data/desktop file", check_desktop),
    ("data/desktop file says", check_desktop_says),
    ("data/metainfo", check_metainfo),
    ("data/metainfo says", check_metainfo_says),
    ("data/schema", check_schema),
    ("data/service", check_service),
    ("data/search provider", check_search_provider),
    ("data/symbolic icon", check_symbolic),
    ("data/languages", check_linguas),
    *[(f"data/words in {language}", lambda language=language: check_po(language)) for language in list_languages()],
]
for icon in (f"scalable/apps/{ID}.svg", f"scalable/apps/{ID}.Practice.svg", f"symbolic/apps/{ID}-symbolic.svg"):
    cases.append((f"data/icon {icon}", lambda path=icons / icon: check_icon(path)))
tap.run(cases)
