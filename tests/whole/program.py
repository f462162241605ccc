# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program itself, in a profile of its own, as tests of the whole use it."""

import contextlib
import datetime
import email
import email.policy
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

PATIENCE = 120

# What a test's own session has is not the profile's: only what is given is there.
SESSION = ("DBUS_", "GNOME_KEYRING", "SECRET_", "XDG_", "CONVENE_", "ZOOM_")
DISPLAY = {"DISPLAY", "WAYLAND_DISPLAY", "SSH_AUTH_SOCK", "HOME", "TMPDIR"}


def next_year(month, day, clock):
    """A time of next year, as the program is told it: after every start of today, before what time zones are not known for."""
    return f"{datetime.date.today().year + 1}-{month:02}-{day:02} {clock}"


def read_instant(text):
    """Seconds since 1970 of a time as JSON answers have it."""
    return int(datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=datetime.timezone.utc).timestamp())


def wait_until(question, what):
    """Asks until the answer is true, and gives it."""
    end = time.monotonic() + PATIENCE
    while True:
        answer = question()
        if answer:
            return answer
        if time.monotonic() > end:
            raise TimeoutError(f"{what} did not come in {PATIENCE} seconds")
        time.sleep(0.01)


class Answer:
    """What one call of the program said."""

    def __init__(self, status, output, errors):
        self.status = status
        self.output = output
        self.errors = errors

    @property
    def document(self):
        return json.loads(self.output)

    @property
    def code(self):
        """The code of its error; None without one."""
        error = self.document.get("error")
        return error["code"] if error else None

    def __repr__(self):
        return f"status {self.status}, output {self.output[-1500:]!r}, errors {self.errors[-1500:]!r}"


class Profile:
    """A person's folders, and the program in them. Options are those before the command; variables are added to its environment."""

    def __init__(self, program, *options, **variables):
        self.program = os.path.abspath(program)
        self.options = options
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="convene-whole-"))
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith(SESSION) and name not in DISPLAY}
        for variable, name in (("HOME", "home"), ("TMPDIR", "tmp"), ("XDG_RUNTIME_DIR", "run"), ("XDG_DATA_HOME", "home/data"),
                               ("XDG_CONFIG_HOME", "home/config"), ("XDG_CACHE_HOME", "home/cache"), ("XDG_STATE_HOME", "home/state")):
            (self.folder / name).mkdir(mode=0o700)
            self.environment[variable] = str(self.folder / name)
        self.environment.update(variables)

    @property
    def data(self):
        """Where the database is."""
        return self.folder / "home" / "data" / "convene" / ("practice" if "--practice" in self.options else "")

    def start(self, *arguments, **variables):
        """A variable that is None is taken away."""
        environment = {name: value for name, value in {**self.environment, **variables}.items() if value is not None}
        return subprocess.Popen([self.program, *self.options, *arguments], env=environment, cwd=self.folder,
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def start_window(self, *arguments, **variables):
        """The program with its window: what it says stays on this test's standard error."""
        environment = {name: value for name, value in {**self.environment, **variables}.items() if value is not None}
        options = [option for option in self.options if option != "--json"]
        return subprocess.Popen([self.program, *options, *arguments], env=environment, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    def run(self, *arguments, said="", **variables):
        """Calls the program, gives it what is said on standard input, and waits."""
        return finish(self.start(*arguments, **variables), said)

    def expect(self, *arguments, said="", **variables):
        """The document of a call that must go well."""
        answer = self.run(*arguments, said=said, **variables)
        assert answer.status == 0, f"{arguments}: {answer}"
        return answer.document

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def finish(process, said=""):
    """What a started program said in the end."""
    output, errors = process.communicate(said.encode(), timeout=PATIENCE)
    return Answer(process.returncode, output.decode(), errors.decode())


@contextlib.contextmanager
def ended(*processes):
    """Sees to it that none of them outlives a failed check."""
    try:
        yield
    finally:
        for process in processes:
            if process.poll() is None:
                process.kill()
                process.wait()


def schedule(job, start, **options):
    """The words of a command. An option with several values is given several times, one that is True without a value."""
    options = {"candidate": f"Ada Lovelace <{job.lower().replace(' ', '.')}@example.com>", "timezone": "Europe/Berlin", "agenda": "Introduction",
               "start": start, "job": job, **options}
    words = ["schedule"]
    for name, value in options.items():
        for one in value if isinstance(value, list) else [value]:
            words += ["--" + name.replace("_", "-")] + ([] if one is True else [one])
    return words


def read_letter(octets):
    return email.message_from_bytes(octets, policy=email.policy.SMTP)


def calendars_of(letter):
    """The octets of the .ics: of the part that mail programs act on, and of the attachment."""
    inline = [part for part in letter.walk() if part.get_content_type() == "text/calendar" and part.get_content_disposition() != "attachment"]
    attached = [part for part in letter.iter_attachments() if (part.get_filename() or "").endswith(".ics")]
    assert len(inline) == 1 and len(attached) == 1, f"{len(inline)} calendar parts, {len(attached)} attached"
    return inline[0], inline[0].get_payload(decode=True), attached[0].get_payload(decode=True)


def text_of(letter, subtype):
    return letter.get_body(preferencelist=(subtype,)).get_content()
