#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""lint.py SOURCE: what the compiler cannot see. Each rule of src/README.md and CONTRIBUTING.md that a machine can check is one case."""

import pathlib
import re
import shutil
import statistics
import subprocess
import sys

import tap

# A wrapped library's header, and the folders under src/ that may include it.
WRAPPED = {
    "sqlite3": {"store"},
    "libsecret/": {"secrets"},
    "libsoup/": {"http", "practice"},
    "json-glib/": {"http", "oauth", "zoom", "practice", "cli"},
    "libical/": {"invite"},
    "gmime/": {"mail"},
    "curl/": {"mail"},
    "libportal/": {"mail"},
    "unicode/": {"invite", "mail"},
    "gtk/": {"ui"},
    "gdk/": {"ui"},
    "adwaita": {"ui"},
}

# Words that have no place in src/, and why.
FORBIDDEN = [
    (r"\bgchar\b|\bgint\b", "char and int are the names here"),
    (r"\bgoto\b", "g_autoptr and an early return do it"),
    (r"\bconvene_\w+_get_default \(", "the object is passed"),
    (r"\bg_rand\w*\b|\bg_random_\w+|\bGRand\b|\bs?random \(|\bs?rand \(|\brand_r \(|\b[dlm]rand48 \(", "randomness comes from getrandom ()"),
    (r"\b(strcpy|strcat|sprintf|vsprintf|gets|strtok|atoi|atol|atof|system|popen) \(", "it is unsafe; GLib has a better one"),
]

SPDX = ["SPDX-FileCopyrightText: 2026 The Convene authors", "SPDX-License-Identifier: GPL-3.0-or-later"]
SOURCE_SUFFIXES = {".c", ".h", ".py", ".sh", ".pl", ".rb", ".php", ".ui", ".css", ".sql"}
SOURCE_NAMES = {"meson.build", "meson_options.txt"}

TOP_LEVEL = {
    "meson.build", "meson_options.txt", "src", "data", "po", "tests", "build-aux", "flatpak", "README.md", "CONTRIBUTING.md", "COPYING",
}

MAX_FILE_LINES = 900
MAX_FUNCTION_LINES = 80

root = pathlib.Path(sys.argv[1]).resolve()


def list_files():
    """Every file of the project, as paths relative to its root: what git knows or would, else all but builds and hidden folders."""
    try:
        listed = subprocess.run(["git", "-c", f"safe.directory={root}", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                                capture_output=True, text=True, check=True).stdout
        names = [pathlib.Path(name) for name in listed.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        names = [path.relative_to(root) for path in root.rglob("*")]
        names = [name for name in names if not re.match(r"build(-(?!aux)|$)|\.(?!ci)", name.parts[0]) and "__pycache__" not in name.parts]
    return sorted({name for name in names if (root / name).is_file()})


def read(name):
    return (root / name).read_text(encoding="utf-8", errors="replace")


files = list_files()
code = [name for name in files if name.suffix in (".c", ".h")]
product = [name for name in code if name.parts[0] == "src"]


def strip_code(text):
    """C without comments and without what stands in strings and characters; lines stay where they are."""
    def blank(match):
        piece = match.group(0)
        if piece[0] == "/":
            return re.sub(r"[^\n]", " ", piece)
        return piece[0] + piece[0]

    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', blank, text, flags=re.DOTALL)


def folder_of(name):
    """The folder under src/ of a file there; "" for main.c."""
    return name.parts[1] if len(name.parts) > 2 else ""


def find_lines(names, pattern, why, text_of=read):
    complaints = []
    for name in names:
        for number, line in enumerate(text_of(name).splitlines(), 1):
            found = re.search(pattern, line)
            if found:
                complaints.append(f"{name}:{number}: {found.group(0).strip()}: {why}")
    return complaints


def find_in_code(names, pattern, why):
    return find_lines(names, pattern, why, lambda name: strip_code(read(name)))


def find_functions(text):
    """Name and length, braces and signature included, of each function defined in a C file of this project's layout."""
    functions, start, title = [], None, ""
    lines = strip_code(text).splitlines()
    for number, line in enumerate(lines):
        found = re.match(r"(\w+) \(", line)
        if found:
            title, start = found.group(1), number
        elif line.startswith("}") and start is not None:
            functions.append((title, number - start + 1))
            start = None
        elif line and not line[0].isspace() and not line.startswith("{"):
            start = None
    return functions


def check_upward_includes():
    return find_lines(code, r'#\s*include\s*["<]\.\./', "a folder that it may see is on the include path")


def check_wrapped_headers():
    complaints = []
    for name in product:
        for number, line in enumerate(read(name).splitlines(), 1):
            found = re.match(r'#\s*include\s*["<]([^">]+)', line)
            if not found:
                continue
            for header, folders in WRAPPED.items():
                if found.group(1).startswith(header) and folder_of(name) not in folders:
                    complaints.append(f"{name}:{number}: <{found.group(1)}> belongs to {', '.join(sorted(folders))}")
    return complaints


def check_dependencies():
    complaints = []
    for path in sorted((root / "src").glob("*/**/meson.build")):
        text, folder = path.read_text(encoding="utf-8"), str(path.parent.relative_to(root / "src"))
        if "static_library(" not in text:
            continue
        declared = re.findall(rf"^{folder.replace('/', '_')}_dep = declare_dependency\((.*?)^\)", text, re.DOTALL | re.MULTILINE)
        if len(declared) != 1 or "include_directories: include_directories('.')," not in declared[0]:
            complaints.append(f"src/{folder}/meson.build: its dependency brings its own folder, include_directories('.')")
        elif re.search(r"\bdependencies:|\bcompile_args:", declared[0]):
            complaints.append(f"src/{folder}/meson.build: its dependency hands on what lies below it")
        if text.count("include_directories(") != 1:
            complaints.append(f"src/{folder}/meson.build: an include path beside the declared dependencies")
    return complaints


def check_licence():
    complaints = []
    for name in files:
        text = read(name)
        if not (name.suffix in SOURCE_SUFFIXES or name.name in SOURCE_NAMES or text.startswith("#!")):
            continue
        # A shebang and an XML declaration come first where there is one.
        top = [line for line in text.splitlines()[:4] if not line.startswith(("#!", "<?xml"))]
        if not all(len(top) > at and words in top[at] for at, words in enumerate(SPDX)):
            complaints.append(f"{name}: the two SPDX lines are not on top")
    return complaints


def check_file_length():
    lengths = {name: len(read(name).splitlines()) for name in product}
    sources = sorted(length for name, length in lengths.items() if name.suffix == ".c")
    if sources:
        print(f"# .c files: {len(sources)}, median {statistics.median(sources):.0f} lines (220), "
              f"95 % within {sources[int(len(sources) * 0.95)]} (600), longest {sources[-1]} ({MAX_FILE_LINES})")
    return [f"{name}: {length} lines" for name, length in lengths.items() if length > MAX_FILE_LINES]


def check_function_length():
    complaints, lengths = [], []
    for name in product:
        if name.suffix != ".c":
            continue
        for function, length in find_functions(read(name)):
            lengths.append(length)
            if length > MAX_FUNCTION_LINES:
                complaints.append(f"{name}: {function}: {length} lines")
    lengths.sort()
    if lengths:
        print(f"# functions: {len(lengths)}, median {statistics.median(lengths):.0f} lines (10), "
              f"95 % within {lengths[int(len(lengths) * 0.95)]} (40), longest {lengths[-1]} ({MAX_FUNCTION_LINES})")
    return complaints


def check_words():
    complaints = []
    for pattern, why in FORBIDDEN:
        complaints += find_in_code(product, pattern, why)
    return complaints


def check_waiting():
    faces = [name for name in product if folder_of(name) in ("", "ui", "workflow", "cli")]
    return find_in_code(faces, r"\b(g|gtk|adw|xdp|soup|secret|convene)_\w*_sync \(", "the main thread never waits")


def check_parsers():
    parsers = [name for name in product if name.stem.endswith("-parse")]
    return find_in_code(parsers, r"\bg_assert\w* \(", "data from outside gets a GError")


def check_unfinished():
    words = "|".join(["TO" + "DO", "FIX" + "ME", "X" * 3])
    complaints = find_lines([name for name in files if name.name != "COPYING" and name.suffix != ".png"], rf"\b({words})\b", "it is done, or an issue")
    return complaints + find_lines(code, r"#\s*if\s+0\b", "what is not compiled is not kept")


def check_addresses():
    complaints = []
    for name in files:
        for number, line in enumerate(read(name).splitlines(), 1):
            for domain in re.findall(r"[\w.+%-]@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,})\b", line):
                if not re.search(r"(^|[.-])(example-?\.(com|org)|example|invalid)$", domain, re.IGNORECASE):
                    complaints.append(f"{name}:{number}: an address at {domain}: example.com and example.org are nobody's")
    return complaints


def check_paths():
    folders = "|".join(["/" + "work/", "/tmp/" + "gen", "/root" + "/"])
    return find_lines(files, rf"(?<![\w.$)}}]){folders}", "a path of one machine")


def check_translations():
    listed = [line for line in read("po/POTFILES.in").splitlines() if line and not line.startswith("#")]
    complaints = [f"po/POTFILES.in: {name} is not there" for name in listed if not (root / name).is_file()]
    if listed != sorted(set(listed)):
        complaints.append("po/POTFILES.in: not in order, each file once")
    for name in files:
        if name.parts[0] not in ("src", "data"):
            continue
        marked = False
        if name.suffix in (".c", ".h"):
            marked = re.search(r"(?<!\w)(_|N_|C_|NC_|Q_|d?n?gettext|g_d[nc]?p?gettext2?) ?\(", strip_code(read(name)))
        elif name.suffix == ".ui":
            marked = 'translatable="' in read(name)
        elif name.name.endswith((".desktop.in", ".metainfo.xml.in")):
            marked = True
        if marked and str(name) not in listed:
            complaints.append(f"po/POTFILES.in: {name} is missing")
    if not (root / "po" / "LINGUAS").is_file():
        complaints.append("po/LINGUAS is missing")
    return complaints


def check_test_names():
    """The runner writes its results by name alone."""
    names, complaints = set(), []
    for path in sorted((root / "tests").rglob("meson.build")):
        for name in re.findall(r"^\s*test\('([^']+)',", path.read_text(encoding="utf-8"), re.MULTILINE):
            if name in names:
                complaints.append(f"{path.relative_to(root)}: there is another test '{name}'")
            names.add(name)
    return complaints


def check_top_level():
    return [f"{name}: what is it for?" for name in sorted({name.parts[0] for name in files}) if name not in TOP_LEVEL and not name.startswith(".")]


def check_papers():
    complaints = []
    readme, architecture = read("README.md"), read("src/README.md")
    for command in ("build-aux/run", "build-aux/test"):
        if not re.search(rf"^ *{command}\b", readme, re.MULTILINE):
            complaints.append(f"README.md does not give the command {command}")
    if len(readme.splitlines()) > 60:
        complaints.append("README.md is more than one screen")
    for folder in sorted(path.parent.name for path in (root / "src").glob("*/meson.build")):
        if f"| `{folder}` |" not in architecture:
            complaints.append(f"src/README.md says nothing of {folder}")
    for papers in ("README.md", "CONTRIBUTING.md", "src/README.md"):
        for target in re.findall(r"\]\(([^):#]+)\)", read(papers)):
            if not (root / papers).parent.joinpath(target).exists():
                complaints.append(f"{papers} points at {target}, which is not there")
    return complaints


def check_named_papers():
    """A page that a comment or a paper names is one of this tree."""
    papers = {name.name for name in files if name.suffix == ".md"}
    complaints = []
    for name in files:
        for number, line in enumerate(read(name).splitlines(), 1):
            complaints += [f"{name}:{number}: {paper} is not in this tree" for paper in re.findall(r"\b[\w-]+\.md\b", line) if paper not in papers]
    return complaints


def check_format():
    formatter = shutil.which("clang-format-14")
    if formatter is None:
        raise tap.Skip("clang-format-14 is not installed")
    checked = subprocess.run([formatter, "--dry-run", "-Werror", *map(str, code)], cwd=root, capture_output=True, text=True, check=False)
    return [line for line in checked.stderr.splitlines() if "error:" in line] if checked.returncode else []


tap.run([
    ("lint/no include goes up", check_upward_includes),
    ("lint/wrapped headers stay in their folders", check_wrapped_headers),
    ("lint/dependencies bring their own folder alone", check_dependencies),
    ("lint/licence on top", check_licence),
    ("lint/length of files", check_file_length),
    ("lint/length of functions", check_function_length),
    ("lint/forbidden words", check_words),
    ("lint/nothing waits on the main thread", check_waiting),
    ("lint/parsers never assert", check_parsers),
    ("lint/nothing unfinished", check_unfinished),
    ("lint/addresses are nobody's", check_addresses),
    ("lint/no path of one machine", check_paths),
    ("lint/translations complete", check_translations),
    ("lint/names of tests", check_test_names),
    ("lint/top level", check_top_level),
    ("lint/papers", check_papers),
    ("lint/named papers are here", check_named_papers),
    ("lint/format", check_format),
])
