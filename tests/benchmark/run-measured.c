/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* run-measured COMMAND …: runs a command without input and output, and prints its wall time and CPU time in microseconds and its peak memory in
 * KiB. It is small itself: what a command is started from counts as the command's memory (Linux: execve keeps ru_maxrss). */

static long
to_microseconds (struct timeval time)
{
  return time.tv_sec * 1000000L + time.tv_usec;
}

static long
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000L + time.tv_nsec / 1000;
}

int
main (int   argc,
      char *argv[],
      char *environment[])
{
  posix_spawn_file_actions_t actions;
  struct rusage              usage;
  long                       begun;
  pid_t                      child;
  int                        status;

  if (argc < 2 || posix_spawn_file_actions_init (&actions) != 0 || posix_spawn_file_actions_addopen (&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0) != 0 ||
      posix_spawn_file_actions_addopen (&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0) != 0)
    return EXIT_FAILURE;

  begun = now ();
  if (posix_spawn (&child, argv[1], &actions, NULL, argv + 1, environment) != 0 || wait4 (child, &status, 0, &usage) != child)
    {
      perror (argv[1]);
      return EXIT_FAILURE;
    }

  printf ("%ld %ld %ld\n", now () - begun, to_microseconds (usage.ru_utime) + to_microseconds (usage.ru_stime), usage.ru_maxrss);
  posix_spawn_file_actions_destroy (&actions);
  return WIFEXITED (status) ? WEXITSTATUS (status) : EXIT_FAILURE;
}
