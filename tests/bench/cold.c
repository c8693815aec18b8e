/* cold ROUNDS PROGRAM ARGUMENT...: runs a program again and again; prints the median of its time and its peak memory. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS_MOST = 1000 };

static int compare(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double milliseconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* Runs the program once; -1 when it failed. */
static double run(char **argv, long *kilobytes)
{
	double start = milliseconds();
	struct rusage usage;
	int status;
	pid_t child = fork();

	if (child == 0) {
		if (freopen("/dev/null", "w", stdout) && freopen("/dev/null", "w", stderr))
			execv(argv[0], argv);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &usage) < 0 || !WIFEXITED(status) ||
	    WEXITSTATUS(status) != 0)
		return -1;
	if (usage.ru_maxrss > *kilobytes)
		*kilobytes = usage.ru_maxrss;
	return milliseconds() - start;
}

int main(int argc, char **argv)
{
	static double times[ROUNDS_MOST];
	int rounds = argc > 2 ? atoi(argv[1]) : 0;
	long kilobytes = 0;

	if (rounds < 1 || rounds > ROUNDS_MOST)
		return 2;
	for (int i = 0; i < rounds; i++)
		if ((times[i] = run(argv + 2, &kilobytes)) < 0)
			return 1;
	qsort(times, (size_t)rounds, sizeof *times, compare);
	printf("%.1f ms, peak %.1f MB\n", times[rounds / 2], (double)kilobytes / 1024);
	return 0;
}
