/* A disk that fails: the Nth call that writes, syncs, cuts, renames or removes a file below one
   folder answers EIO, once or from then on. Loaded before the C library by LD_PRELOAD; told what
   to do through fail_below() and fail_at(), so that a process may load everything in peace. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static char below[PATH_MAX];
static long calls, failing;
static int for_good;

void fail_below(const char *folder) { snprintf(below, sizeof below, "%s", folder); }

void fail_at(long call, int from_then_on)
{
    calls = 0;
    failing = call;
    for_good = from_then_on;
}

long calls_seen(void) { return calls; }

static int is_below(const char *path) { return *below && !strncmp(path, below, strlen(below)); }

static int is_file_below(int fd)
{
    char link[64], path[PATH_MAX];
    ssize_t n;
    if (!*below)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    n = readlink(link, path, sizeof path - 1);
    if (n <= 0)
        return 0;
    path[n] = 0;
    return is_below(path);
}

static int fails(void)
{
    long call = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST);
    if (!failing || !(call == failing || (for_good && call > failing)))
        return 0;
    errno = EIO;
    return 1;
}

#define REAL(name) \
    static __typeof__(name) *real; \
    if (!real) \
        real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

#define ON_FILE(type, name, parameters, arguments) \
    type name parameters \
    { \
        REAL(name); \
        return is_file_below(fd) && fails() ? -1 : real arguments; \
    }

ON_FILE(ssize_t, write, (int fd, const void *from, size_t n), (fd, from, n))
ON_FILE(ssize_t, pwrite, (int fd, const void *from, size_t n, off_t at), (fd, from, n, at))
ON_FILE(ssize_t, pwrite64, (int fd, const void *from, size_t n, off64_t at), (fd, from, n, at))
ON_FILE(ssize_t, writev, (int fd, const struct iovec *from, int n), (fd, from, n))
ON_FILE(int, fsync, (int fd), (fd))
ON_FILE(int, fdatasync, (int fd), (fd))
ON_FILE(int, ftruncate, (int fd, off_t length), (fd, length))
ON_FILE(int, ftruncate64, (int fd, off64_t length), (fd, length))

int rename(const char *from, const char *to)
{
    REAL(rename);
    return is_below(to) && fails() ? -1 : real(from, to);
}

int unlink(const char *path)
{
    REAL(unlink);
    return is_below(path) && fails() ? -1 : real(path);
}
