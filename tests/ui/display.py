#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program on a display, a session bus and folders of its own: display.py [options] PROGRAM [ARGUMENTS].

The program's output and exit code are passed on untouched, so that its TAP is this one's. What is started here ends with it, also when it hangs or
when this process is killed: everything belongs to a keeper in a session of its own, which sees by a pipe that nobody waits any more.
"""

import argparse
import ctypes
import os
import pathlib
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PR_SET_CHILD_SUBREAPER = 36
SERVICES = pathlib.Path('/usr/share/dbus-1/services')
ACCESSIBILITY = 'org.a11y.Bus'

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <keep_umask/>
  <listen>unix:path={folder}/bus</listen>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

SETTINGS = """[Settings]
gtk-font-name={font}
gtk-enable-animations=false
gtk-xft-antialias=1
gtk-xft-hinting=1
gtk-xft-hintstyle=hintslight
gtk-xft-rgba=none
"""

# Whatever other fonts a machine has, text of one width is in the one that comes with Debian's GTK.
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <match target="pattern">
    <test name="family"><string>monospace</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>DejaVu Sans Mono</string></edit>
  </match>
</fontconfig>
"""


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split(':')[0])
    parser.add_argument('--size', default='1700x1100', metavar='WIDTHxHEIGHT', help='of the screen')
    parser.add_argument('--locale', metavar='LOCALE', help='"de_DE": made for this run where the machine does not have it')
    parser.add_argument('--dark', action='store_true')
    parser.add_argument('--contrast', action='store_true', help='high contrast')
    parser.add_argument('--font', default='Cantarell 11')
    parser.add_argument('--a11y', action='store_true', help='with the accessibility bus')
    parser.add_argument('--service', action='append', default=[], metavar='NAME', help='a service that the bus may start')
    parser.add_argument('--wm', metavar='PROGRAM', help='with a window manager')
    parser.add_argument('--timeout', type=float, default=1800, metavar='SECONDS', help='after which it counts as hanging')
    parser.add_argument('command', nargs=argparse.REMAINDER)
    arguments = parser.parse_args()
    if not arguments.command:
        parser.error('no program')
    return arguments


def missing(arguments):
    needed = ['Xvfb', 'dbus-daemon'] + ([arguments.wm, 'xprop'] if arguments.wm else [])
    return [name for name in needed if shutil.which(name) is None]


def write_settings(folder, arguments):
    services = folder / 'services'
    services.mkdir()
    for name in arguments.service + ([ACCESSIBILITY] if arguments.a11y else []):
        (services / f'{name}.service').symlink_to(SERVICES / f'{name}.service')
    (folder / 'bus.conf').write_text(BUS.format(folder=folder))

    (folder / 'runtime').mkdir(mode=0o700)
    config = folder / 'home' / '.config'
    for name, text in (('gtk-4.0/settings.ini', SETTINGS.format(font=arguments.font)), ('fontconfig/fonts.conf', FONTS)):
        (config / name).parent.mkdir(parents=True)
        (config / name).write_text(text)


def make_locale(folder, name):
    """The locale in a folder of its own; answers None where it cannot be made."""
    into = folder / 'locales'
    into.mkdir()
    built = subprocess.run(['localedef', '--no-archive', '-i', name, '-f', 'UTF-8', into / f'{name}.UTF-8'], capture_output=True, check=False) \
        if shutil.which('localedef') else None
    return into if built and (into / f'{name}.UTF-8' / 'LC_CTYPE').is_file() else None


def environment(folder, arguments):
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(('XDG_CONFIG', 'XDG_DATA_HOME', 'XDG_CACHE', 'XDG_STATE', 'DBUS_', 'WAYLAND_', 'AT_SPI_', 'GTK_', 'LC_', 'LANG'))}
    kept.update({
        'HOME': str(folder / 'home'),
        'XDG_RUNTIME_DIR': str(folder / 'runtime'),
        'DBUS_SESSION_BUS_ADDRESS': f'unix:path={folder}/bus',
        'GDK_BACKEND': 'x11',
        'GDK_DEBUG': 'gl-disable',
        'GSK_RENDERER': 'cairo',
        'GSETTINGS_BACKEND': 'memory',
        # The context of GTK's own tests answers gtk_test_accessible_…, and no bus is needed for it.
        'GTK_A11Y': 'atspi' if arguments.a11y else 'test',
        'GTK_USE_PORTAL': '0',
        'ADW_DISABLE_PORTAL': '1',
        'LIBGL_ALWAYS_SOFTWARE': '1',
        'LC_ALL': os.environ.get('LC_ALL', 'C.UTF-8'),
    })
    # Slow unwinding makes GTK fifty times slower, and is there to tell whose a leak is: leaks are judged where no toolkit is, and here on demand.
    if not os.environ.get('CONVENE_TEST_LEAKS'):
        kept['ASAN_OPTIONS'] = 'intercept_tls_get_addr=0:detect_leaks=0'
    kept.setdefault('TZ', 'UTC')
    if arguments.dark:
        kept['ADW_DEBUG_COLOR_SCHEME'] = 'prefer-dark'
    if arguments.contrast:
        kept['ADW_DEBUG_HIGH_CONTRAST'] = '1'
    if arguments.locale:
        locales = make_locale(folder, arguments.locale)
        if locales is None:
            return None
        kept.update({'LC_ALL': f'{arguments.locale}.UTF-8', 'LOCPATH': str(locales), 'LANGUAGE': arguments.locale})
    return kept


def read_line(descriptor, seconds):
    """What another process writes into a pipe up to its line feed, or '' where it does not."""
    text, end = b'', time.monotonic() + seconds
    while not text.endswith(b'\n'):
        ready, _, _ = select.select([descriptor], [], [], max(0, end - time.monotonic()))
        part = os.read(descriptor, 100) if ready else b''
        if not part:
            return ''
        text += part
    return text.decode().strip()


def start_display(folder, arguments):
    reading, writing = os.pipe()
    # Not -nolisten local: servers that choose their number at once would take each other's socket. -noreset: it stays when its last client leaves.
    with open(folder / 'display.log', 'wb') as log:
        subprocess.Popen(['Xvfb', '-displayfd', str(writing), '-screen', '0', f'{arguments.size}x24', '-dpi', '96', '-nolisten', 'tcp', '-noreset'],
                         pass_fds=[writing], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    os.close(writing)
    number = read_line(reading, 60)
    os.close(reading)
    return f':{number}' if number else None


def start_bus(folder, env):
    reading, writing = os.pipe()
    with open(folder / 'bus.log', 'wb') as log:
        subprocess.Popen(['dbus-daemon', f'--config-file={folder}/bus.conf', '--nofork', f'--print-address={writing}'],
                         pass_fds=[writing], stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=env)
    os.close(writing)
    address = read_line(reading, 60)
    os.close(reading)
    return address


def start_window_manager(name, env):
    subprocess.Popen([name], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)
    for _ in range(500):
        answer = subprocess.run(['xprop', '-root', '_NET_SUPPORTING_WM_CHECK'], capture_output=True, env=env, check=False)
        if b'#' in answer.stdout:
            return
        time.sleep(0.02)


def wait(program, lifeline, seconds):
    """Its exit code; None where it hangs or nobody waits any more."""
    poll = select.poll()
    process = os.pidfd_open(program.pid)
    poll.register(process, select.POLLIN)
    poll.register(lifeline, select.POLLIN | select.POLLHUP)
    ready = poll.poll(seconds * 1000)
    os.close(process)
    return program.wait() if process in [descriptor for descriptor, _ in ready] else None


def children():
    found = []
    for stat in pathlib.Path('/proc').glob('[0-9]*/stat'):
        try:
            fields = stat.read_text().rpartition(')')[2].split()
        except OSError:
            continue
        if int(fields[1]) == os.getpid() and fields[0] != 'Z':
            found.append(int(stat.parent.name))
    return found


def reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0] != 0:
            pass
    except ChildProcessError:
        pass


def end_all():
    """Ends what was started here: what a child leaves behind becomes a child of this process."""
    for attempt in range(200):
        reap()
        left = children()
        if not left:
            return
        for pid in left:
            try:
                os.kill(pid, signal.SIGTERM if attempt < 50 else signal.SIGKILL)
            except ProcessLookupError:
                pass
        time.sleep(0.02)


def run(folder, arguments, lifeline):
    write_settings(folder, arguments)
    env = environment(folder, arguments)
    if env is None:
        print(f'1..0 # SKIP no locale {arguments.locale}')
        return 0
    env['DISPLAY'] = start_display(folder, arguments) or ''
    if not env['DISPLAY'] or not start_bus(folder, env):
        print('Bail out! No display or no bus')
        return 1
    if arguments.wm:
        start_window_manager(arguments.wm, env)

    try:
        program = subprocess.Popen(arguments.command, env=env, preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_DFL))
    except OSError as error:
        print(f'Bail out! {error}')
        return 1
    code = wait(program, lifeline, arguments.timeout)
    if code is None:
        print(f'Bail out! {arguments.command[0]} did not end')
        return 1
    return code if code >= 0 else 128 - code


def keep(arguments, lifeline):
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    folder = pathlib.Path(tempfile.mkdtemp(prefix='convene-display-'))
    code = 1
    try:
        code = run(folder, arguments, lifeline)
    finally:
        end_all()
        shutil.rmtree(folder, ignore_errors=True)
        sys.stdout.flush()
    return code


def main():
    arguments = parse()
    lacking = missing(arguments)
    if lacking:
        print(f'1..0 # SKIP {lacking[0]} is not installed')
        return 0

    reading, writing = os.pipe()
    keeper = os.fork()
    if keeper == 0:
        os.close(writing)
        os.setsid()
        os._exit(keep(arguments, reading))
    os.close(reading)
    _, status = os.waitpid(keeper, 0)
    return os.waitstatus_to_exitcode(status)


if __name__ == '__main__':
    sys.exit(main())
