/* cold ROUNDS PROGRAM ARGUMENT...: runs a program again and again; prints the medians of its time by the clock, of
 * its time on a processor (on a machine that others use too, this says more), and of its peak memory. */
#include <stdbool.h>
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

struct times {
	double clock[ROUNDS_MOST], processor[ROUNDS_MOST], megabytes[ROUNDS_MOST];
};

static double processor_time(const struct rusage *usage)
{
	return (double)(usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1e3 +
	       (double)(usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e3;
}

/* Runs the program once; false when it failed. */
static bool run(char **argv, struct times *times, int round)
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
		return false;
	times->clock[round] = milliseconds() - start;
	times->processor[round] = processor_time(&usage);
	times->megabytes[round] = (double)usage.ru_maxrss / 1024;
	return true;
}

static double median(double *values, int count)
{
	qsort(values, (size_t)count, sizeof *values, compare);
	return values[count / 2];
}

int main(int argc, char **argv)
{
	static struct times times;
	int rounds = argc > 2 ? atoi(argv[1]) : 0;

	if (rounds < 1 || rounds > ROUNDS_MOST)
		return 2;
	for (int i = 0; i < rounds; i++)
		if (!run(argv + 2, &times, i))
			return 1;
	printf("%6.1f ms, %6.1f ms of the processor, peak %5.1f MB\n", median(times.clock, rounds),
	       median(times.processor, rounds), median(times.megabytes, rounds));
	return 0;
}
