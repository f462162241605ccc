# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Wall time, CPU time and peak memory of commands, and the lines that tell of them."""

import os
import statistics
import subprocess
import sys

MIB = 1024 * 1024


class Sample:
    """One run of a command: milliseconds and MiB."""

    def __init__(self, wall, cpu, peak):
        self.wall = wall / 1000
        self.cpu = cpu / 1000
        self.peak = peak * 1024 / MIB


def run(runner, command, environment):
    """What the command writes is thrown away. It must do well."""
    done = subprocess.run([runner, *command], env=environment, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit("%s: status %d" % (" ".join(command), done.returncode))
    return Sample(*map(int, done.stdout.split()))


def read(command, environment):
    """The JSON that a command answers, as text; it must do well."""
    return subprocess.run(command, env=environment, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE).stdout


def read_memory(pid):
    """Pss and private memory in MiB."""
    rows = {}
    with open("/proc/%d/smaps_rollup" % pid) as file:
        for line in file.readlines()[1:]:
            name, size = line.split()[:2]
            rows[name.rstrip(":")] = int(size) / 1024
    return rows["Pss"], rows["Private_Clean"] + rows["Private_Dirty"]


def alternate(rounds, *calls):
    """The samples of each call, made in turns so that what else the machine does meets them alike. A first round only warms up."""
    samples = [[] for _ in calls]
    for number in range(rounds + 1):
        for index, call in enumerate(calls):
            sample = call()
            if number > 0:
                samples[index].append(sample)
    return samples


def show_machine():
    print("machine: %d processors, load %.1f" % (os.cpu_count(), os.getloadavg()[0]), flush=True)


FIELDS = [("wall", "ms"), ("cpu", "ms"), ("peak", "MiB")]


def show(name, samples, base=None):
    """A line per figure: the median, the least and the most, and how the median compares with the one of `base`."""
    for field, unit in FIELDS:
        values = [getattr(sample, field) for sample in samples]
        line = "%-44s %-4s  n %3d  median %8.1f %-3s  min %8.1f  max %8.1f" % (
            name, field, len(values), statistics.median(values), unit, min(values), max(values))
        if base is not None:
            line += "  ratio %6.2f" % (statistics.median(values) / statistics.median(getattr(sample, field) for sample in base))
        print(line, flush=True)
