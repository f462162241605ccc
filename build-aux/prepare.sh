# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Sourced by run and test: installs what is missing, configures, compiles. Each step looks first whether it is done already, cheaply, because
# every call goes through all of them. Whatever it says goes to standard error: standard output belongs to the program.

set -euo pipefail

root=$(cd -P "${BASH_SOURCE[0]%/*}/.." && pwd)
build=${CONVENE_BUILD_DIR:-$root/build}
[[ $build == /* ]] || build=$PWD/$build

installed_something=

# Names in Debian 12 and Ubuntu 24.04; where they differ from those of a later one, "name|name" takes the first that there is.
build_packages=(
  adwaita-icon-theme
  ca-certificates
  desktop-file-utils
  fonts-cantarell
  gcc
  gettext
  glib-networking
  gsettings-desktop-schemas
  libadwaita-1-dev
  libc6-dev
  libcurl4-openssl-dev
  libglib2.0-dev
  libgmime-3.0-dev
  libgtk-4-dev
  libical-dev
  libicu-dev
  libjson-glib-dev
  libportal-dev
  librsvg2-common
  libsecret-1-dev
  libsoup-3.0-dev
  libsqlite3-dev
  meson
  ninja-build
  pkgconf
  python3
  tzdata
)

# What the tests use beyond that. Where a system has one of them no longer, the tests that need it are skipped.
test_packages=(
  appstream
  at-spi2-core
  clang-format-14
  curl
  dbus
  evolution-data-server
  fonts-dejavu-core
  gir1.2-atspi-2.0
  gir1.2-ecal-2.0
  gir1.2-gdkpixbuf-2.0
  gnome-keyring
  imagemagick
  libdata-ical-perl
  libsecret-tools
  libxml2-utils
  locales
  mallard-rng
  openbox
  openssl
  perl
  php-cli
  php-mbstring
  php-sabre-vobject
  php-xml
  python3-aiosmtpd
  python3-dateutil
  python3-gi
  python3-icalendar
  python3-vobject
  ruby
  ruby-icalendar
  time
  x11-utils
  xdotool
  xvfb
)

# What the long tests use beyond that, likewise.
long_packages=(
  clang
  libclang-rt-dev
)

say () {
  printf 'convene: %s\n' "$*" >&2
}

die () {
  say "$@"
  exit 1
}

# Runs a command and shows what it said only if it failed.
quietly () {
  local log status=0

  log=$(mktemp)
  "$@" >"$log" 2>&1 </dev/null || status=$?
  ((status == 0)) || cat "$log" >&2
  rm -f "$log"
  return "$status"
}

# Whether this is a system whose packages we know by name.
has_known_packages () {
  local key value id='' version=''

  [[ -r /etc/os-release ]] || return 1
  while IFS='=' read -r key value; do
    value=${value//\"/}
    case $key in
      ID) id=$value ;;
      VERSION_ID) version=$value ;;
    esac
  done </etc/os-release

  # Debian's testing and unstable have no version, and are newer.
  case $id in
    debian) [[ -z $version ]] || ((${version%%.*} >= 12)) ;;
    ubuntu) [[ -z $version ]] || ((${version//./} >= 2404)) ;;
    *) return 1 ;;
  esac
}

# Sets `missing` to those of the given packages (each a "name|name") of which no name is installed, leaving out what an earlier call found unavailable.
# shellcheck disable=SC2048,SC2086 # "name|name" becomes two words
find_missing () {
  local package line name
  local -A installed=() unavailable=()

  while read -r line name; do
    [[ $line != ?i* ]] || installed[$name]=1
  done < <(dpkg-query -W -f='${db:Status-Abbrev} ${Package}\n' ${*//|/ } 2>/dev/null)
  if [[ -r $build/unavailable-packages ]]; then
    while read -r line; do
      unavailable[$line]=1
    done <"$build/unavailable-packages"
  fi

  missing=()
  for package; do
    [[ -z ${unavailable[$package]:-} ]] || continue
    for name in ${package//|/ }; do
      [[ -z ${installed[$name]:-} ]] || continue 2
    done
    missing+=("$package")
  done
}

# Sets `chosen` to the names that apt would install for the missing packages, and `unknown` to those it cannot.
# shellcheck disable=SC2048,SC2086
choose_names () {
  local package name line
  local -A candidate=()

  while IFS= read -r line; do
    case $line in
      [a-z0-9]*:) name=${line%:} ;;
      '  Candidate: (none)') ;;
      '  Candidate: '*) candidate[$name]=1 ;;
    esac
  done < <(LC_ALL=C apt-cache policy ${missing[*]//|/ } 2>/dev/null)

  chosen=() unknown=()
  for package in "${missing[@]}"; do
    for name in ${package//|/ }; do
      if [[ -n ${candidate[$name]:-} ]]; then
        chosen+=("$name")
        continue 2
      fi
    done
    unknown+=("$package")
  done
}

apt_get () {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}

fetch_lists () {
  say 'Fetching the lists of packages …'
  quietly apt_get update || die 'The lists of packages could not be fetched.'
}

# The lists of packages may be absent, as in a container, or older than what the mirror still has: then they are fetched.
install_missing () {
  local as_root=()

  if ((EUID != 0)); then
    command -v sudo >/dev/null || die "Only root can install what is missing: ${missing[*]%%|*}"
    as_root=(sudo)
  fi

  choose_names
  if ((${#unknown[@]} > 0)); then
    fetch_lists
    choose_names
  fi
  ((${#chosen[@]} > 0)) || return 0

  installed_something=1
  say "Installing ${#chosen[@]} packages: ${chosen[*]} …"
  apt_get --no-install-recommends install "${chosen[@]}" >/dev/null 2>&1 </dev/null && return
  fetch_lists
  quietly apt_get --no-install-recommends install "${chosen[@]}" || die 'Not all packages could be installed.'
}

# Elsewhere: what pkg-config must know stands in meson.build, with versions.
require_modules () {
  local lacking=() tool module version

  for tool in cc meson ninja pkg-config msgfmt glib-compile-resources update-desktop-database; do
    command -v "$tool" >/dev/null || lacking+=("the program $tool")
  done
  while read -r module version; do
    pkg-config --exists "$module $version" 2>/dev/null || lacking+=("$module $version")
  done < <(sed -n "s/.*dependency('\([^']*\)'\(, version: '\([^']*\)'\)\{0,1\}.*/\1 \3/p" "$root/meson.build")
  ((${#lacking[@]} > 0)) || return 0

  say 'This system is neither Debian 12 nor Ubuntu 24.04 or newer: please install by hand (names as pkg-config knows them)'
  printf '  %s\n' "${lacking[@]}" >&2
  die 'and, to run it, glib-networking, tzdata, the Adwaita icons and what renders SVG for GdkPixbuf. Then call this again.'
}

# prepare_system build|test|long: all that building and running needs, or also what the tests need, or the long ones.
prepare_system () {
  local packages=("${build_packages[@]}") missing=() chosen=() unknown=() package

  if ! has_known_packages; then
    # What is configured was complete once.
    [[ -f $build/build.ninja ]] || require_modules
    return
  fi

  [[ $1 == build ]] || packages+=("${test_packages[@]}")
  [[ $1 != long ]] || packages+=("${long_packages[@]}")
  find_missing "${packages[@]}"
  ((${#missing[@]} > 0)) || return 0
  install_missing
  for package in "${unknown[@]}"; do
    [[ " ${build_packages[*]} " != *" $package "* ]] || die "This system has no package $package, and Convene cannot be built without."
  done
  if ((${#unknown[@]} > 0)); then
    say "This system has no ${unknown[*]}: going on without."
    mkdir -p "$build"
    printf '%s\n' "${unknown[@]}" >>"$build/unavailable-packages"
  fi
}

# configure FOLDER [OPTION...]: also again after something was installed, because tests that could not run may run now.
configure () {
  local folder=$1 again=()

  if [[ -f $folder/build.ninja ]]; then
    [[ -n $installed_something ]] || return 0
    again=(--reconfigure)
  fi
  say "Configuring ${folder/#"$root/"/} …"
  quietly meson setup "${again[@]}" "$folder" "$root" "${@:2}" || die 'Configuring failed.'
}

# compile FOLDER [TARGET...]: on a terminal ninja shows how far it is, elsewhere only what went wrong.
compile () {
  local folder=$1 quiet=--quiet plan

  plan=$(ninja -C "$folder" -n "${@:2}" 2>&1) || true
  [[ $plan != *'ninja: no work to do.' ]] || return 0
  say "Compiling in ${folder/#"$root/"/} …"
  [[ ! -t 2 ]] || quiet=
  # A changed meson.build has it configured anew, which would tell all that it finds.
  quietly ninja -C "$folder" build.ninja || die 'Configuring failed.'
  ninja -C "$folder" $quiet "${@:2}" >&2 || die 'Compiling failed.'
}
