#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-flatpak.py SOURCE: whether the manifest in flatpak/ says what it should, without Flatpak and without the network."""

import json
import pathlib
import re
import sys

import tap

ID = "io.github.conveneapp.Convene"
OLDEST_RUNTIME = 48

# All that the sandbox lets through. Notifications, the mail program, the keyring, files, links and running in the background go through portals, which
# every sandbox may ask.
PERMISSIONS = ["--device=dri", "--share=ipc", "--share=network", "--socket=fallback-x11", "--socket=wayland"]

# Where each library that meson.build asks for comes from: a module of the manifest by its name, or, where there is none, the runtime.
LIBRARIES = {
    "gio-2.0": None,
    "gio-unix-2.0": None,
    "glib-2.0": None,
    "gmime-3.0": "gmime",
    "gobject-2.0": None,
    "gtk4": None,
    "icu-i18n": None,
    "json-glib-1.0": None,
    "libadwaita-1": None,
    "libcurl": None,
    "libical": "libical",
    "libportal": "libportal",
    "libsecret-1": None,
    "libsoup-3.0": None,
    "sqlite3": None,
}

root = pathlib.Path(sys.argv[1])
manifest = root / "flatpak" / f"{ID}.json"


def read_manifest():
    """A key that stands there twice would silently be the second one."""
    def once(pairs):
        names = [name for name, _value in pairs]
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise ValueError(f"twice: {', '.join(sorted(twice))}")
        return dict(pairs)

    return json.loads(manifest.read_text(encoding="utf-8"), object_pairs_hook=once)


def read_libraries():
    return set(re.findall(r"\bdependency\('([^']+)'", (root / "meson.build").read_text(encoding="utf-8")))


def check_says():
    said = read_manifest()
    complaints = []
    for key, value in {"id": ID, "runtime": "org.gnome.Platform", "sdk": "org.gnome.Sdk", "command": "convene"}.items():
        if said.get(key) != value:
            complaints.append(f"{key} is {said.get(key)}, not {value}")
    if int(said["runtime-version"]) < OLDEST_RUNTIME:
        complaints.append(f"the runtime is older than {OLDEST_RUNTIME}")
    return complaints


def check_permissions():
    said = read_manifest()["finish-args"]
    complaints = [f"{permission} is not among those decided on" for permission in said if permission not in PERMISSIONS]
    return complaints + [f"{permission} is not there once" for permission in PERMISSIONS if said.count(permission) != 1]


def check_permissions_explained():
    explained = (manifest.parent / "README.md").read_text(encoding="utf-8")
    return [f"flatpak/README.md does not say what {permission} is for" for permission in PERMISSIONS if f"`{permission}`" not in explained]


def check_source(name, source):
    if source.get("type") == "archive":
        if not re.fullmatch(r"https://\S+", source.get("url", "")):
            return [f"{name}: no https address"]
        if not re.fullmatch(r"[0-9a-f]{64}", source.get("sha256", "")):
            return [f"{name}: no sha256"]
        return []
    return [f"{name}: a source of type {source.get('type')} is not pinned"]


def check_sources():
    """Everything that is fetched is pinned; the program itself is the tree that the manifest lies in."""
    *others, own = read_manifest()["modules"]
    complaints = []
    for module in others:
        if not module.get("sources"):
            complaints.append(f"{module['name']}: no source")
        for source in module.get("sources", []):
            complaints.extend(check_source(module["name"], source))
    if own["name"] != "convene" or [(source["type"], source["path"]) for source in own["sources"]] != [("dir", "..")]:
        complaints.append("the last module is not the tree")
    return complaints


def check_modules():
    modules = {module["name"] for module in read_manifest()["modules"]} - {"convene"}
    libraries = read_libraries()
    complaints = [f"{library}: decide where it comes from" for library in sorted(libraries - set(LIBRARIES))]
    complaints += [f"{library}: meson.build does not ask for it" for library in sorted(set(LIBRARIES) - libraries)]
    wanted = set(filter(None, LIBRARIES.values()))
    complaints += [f"{name}: nothing builds it" for name in sorted(wanted - modules)]
    return complaints + [f"{name}: nobody needs it" for name in sorted(modules - wanted)]


def check_options():
    """An option that the tree no longer has ends the build."""
    known = set(re.findall(r"^option\('([^']+)'", (root / "meson_options.txt").read_text(encoding="utf-8"), re.MULTILINE))
    options = [re.fullmatch(r"-D(\w+)=.*", option) for option in read_manifest()["modules"][-1]["config-opts"]]
    return [f"{option.group(1)}: no such option" for option in options if option and option.group(1) not in known | {"buildtype"}]


def check_exported():
    """Flatpak gives to the desktop what is called like the application, and nothing else."""
    suffixes = (".desktop.in", ".service.in", ".metainfo.xml.in", ".ini", ".ini.in", ".svg", ".png", ".gschema.xml")
    files = [*(root / "data").glob("*.*"), *(root / "data" / "icons").rglob("*.*")]
    return [f"{path.name} would not be exported" for path in files
            if path.name.endswith(suffixes) and not re.match(rf"{re.escape(ID)}[.-]", path.name)]


tap.run([
    ("flatpak/says", check_says),
    ("flatpak/permissions", check_permissions),
    ("flatpak/permissions explained", check_permissions_explained),
    ("flatpak/sources", check_sources),
    ("flatpak/modules", check_modules),
    ("flatpak/options", check_options),
    ("flatpak/exported", check_exported),
])
