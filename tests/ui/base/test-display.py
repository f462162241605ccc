#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-display.py DISPLAY.PY: what the runner of the display tests promises. Nothing of it may outlive it."""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

RUNNER = [sys.executable, sys.argv[1]]
MARK = 'CONVENE_DISPLAY_TEST'


def run(*words, **more):
    return subprocess.run(RUNNER + list(words), capture_output=True, text=True, check=False, **more)


def alive(mark):
    """Processes that were started with a mark in their environment."""
    found = []
    for path in pathlib.Path('/proc').glob('[0-9]*/environ'):
        try:
            if f'{MARK}={mark}'.encode() in path.read_bytes().split(b'\0'):
                found.append(int(path.parent.name))
        except OSError:
            pass
    return found


def wait_for(condition):
    while not condition():
        time.sleep(0.05)


def case_passes_on():
    done = run('sh', '-c', 'echo out; echo err >&2; exit 7')
    return (done.returncode, done.stdout, done.stderr) == (7, 'out\n', 'err\n')


def case_own_everything():
    done = run('--a11y', 'sh', '-c', 'echo $DISPLAY; echo $HOME; echo $XDG_RUNTIME_DIR; echo $DBUS_SESSION_BUS_ADDRESS; echo $GTK_A11Y')
    display, home, runtime, bus, a11y = done.stdout.split()
    return display.startswith(':') and home != os.environ.get('HOME') and not os.path.exists(home) and not os.path.exists(runtime) and home.rpartition('/')[0] in bus and a11y == 'atspi'


def case_two_at_once():
    both = [subprocess.Popen(RUNNER + ['sh', '-c', 'echo $DISPLAY; sleep 1'], stdout=subprocess.PIPE, text=True) for _ in range(2)]
    displays = [process.communicate()[0] for process in both]
    return all(displays) and displays[0] != displays[1]


def case_hanging():
    done = run('--timeout', '1', 'sh', '-c', 'sleep 1000 & sleep 1000', env={**os.environ, MARK: 'hanging'})
    return done.returncode == 1 and done.stdout.startswith('Bail out!') and not alive('hanging')


def case_killed():
    with tempfile.TemporaryDirectory() as folder:
        started = pathlib.Path(folder) / 'started'
        runner = subprocess.Popen(RUNNER + ['sh', '-c', f'touch {started}; sleep 1000 & sleep 1000'], env={**os.environ, MARK: 'killed'}, stdout=subprocess.DEVNULL)
        wait_for(started.exists)
        os.kill(runner.pid, signal.SIGKILL)
        runner.wait()
        wait_for(lambda: not alive('killed'))
    return True


def case_left_behind():
    done = run('sh', '-c', '(setsid sleep 1000 >/dev/null 2>&1 &); exit 0', env={**os.environ, MARK: 'behind'})
    return done.returncode == 0 and not alive('behind')


def case_signal():
    return run('sh', '-c', 'kill -SEGV $$').returncode == 128 + signal.SIGSEGV


def case_no_display():
    with tempfile.TemporaryDirectory() as folder:
        done = run('true', env={**os.environ, 'PATH': folder})
    return done.returncode == 0 and done.stdout.startswith('1..0 # SKIP')


def main():
    if shutil.which('Xvfb') is None:
        print('1..0 # SKIP Xvfb is not installed')
        return
    cases = [(name, case) for name, case in globals().items() if name.startswith('case_')]
    print(f'1..{len(cases)}')
    for number, (name, case) in enumerate(cases, 1):
        print(f'{"ok" if case() else "not ok"} {number} - {name[5:].replace("_", "-")}', flush=True)


if __name__ == '__main__':
    main()
