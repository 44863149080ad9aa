/* SPDX-License-Identifier: Apache-2.0
 *
 * Preloaded by tests/faults/system_calls.py: lets one call of the system that concerns a folder
 * fail, or every call from there on; or kills the process there. A call concerns it by its path, or by a descriptor that was
 * opened in it. Counting starts at fault_arm and ends at fault_rest.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST 4096

static char folder[MOST];
static size_t length;
static volatile int armed, count, at, number, for_ever, failed;
static volatile char ours[MOST];

void fault_folder(const char *name) {
    strncpy(folder, name, MOST - 1);
    length = strlen(folder);
}

void fault_arm(int which, int what, int always) {
    count = 0;
    failed = 0;
    at = which;
    number = what;
    for_ever = always;
    __sync_synchronize();
    armed = 1;
}

/* Ends the counting; returns whether any call failed. */
int fault_rest(void) {
    armed = 0;
    return failed;
}

int fault_count(void) { return count; }

static int concerns(const char *path) {
    return path && length && strncmp(path, folder, length) == 0;
}

static int concerns_descriptor(int descriptor) {
    return descriptor >= 0 && descriptor < MOST && ours[descriptor];
}

/* Whether this call is to fail. */
static int fails(void) {
    if (!armed) return 0;
    int place = __sync_add_and_fetch(&count, 1);
    if (place == at || (for_ever && place > at)) {
        failed = 1;
        if (number < 0) kill(getpid(), SIGKILL);
        errno = number;
        return 1;
    }
    return 0;
}

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int opened(int descriptor, const char *path) {
    if (descriptor >= 0 && descriptor < MOST) ours[descriptor] = (char)concerns(path);
    return descriptor;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); \
        mode_t mode = 0; \
        if (flags & (O_CREAT | O_TMPFILE)) { \
            va_list more; \
            va_start(more, flags); \
            mode = va_arg(more, mode_t); \
            va_end(more); \
        } \
        if (concerns(path) && fails()) return -1; \
        return opened(real(path, flags, mode), path); \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
    int name(int base, const char *path, int flags, ...) { \
        REAL(name); \
        mode_t mode = 0; \
        if (flags & (O_CREAT | O_TMPFILE)) { \
            va_list more; \
            va_start(more, flags); \
            mode = va_arg(more, mode_t); \
            va_end(more); \
        } \
        if (concerns(path) && fails()) return -1; \
        return opened(real(base, path, flags, mode), path); \
    }
OPENAT(openat)
OPENAT(openat64)

int close(int descriptor) {
    REAL(close);
    int hit = concerns_descriptor(descriptor);
    if (hit) ours[descriptor] = 0;
    if (hit && fails()) {
        int kept = errno;
        real(descriptor); /* the system gives it back even when it reports an error */
        errno = kept;
        return -1;
    }
    return real(descriptor);
}

#define BY_DESCRIPTOR(result, name, takes, gives) \
    result name takes { \
        REAL(name); \
        if (concerns_descriptor(descriptor) && fails()) return (result)-1; \
        return real gives; \
    }
BY_DESCRIPTOR(ssize_t, read, (int descriptor, void *into, size_t size), (descriptor, into, size))
BY_DESCRIPTOR(ssize_t, write, (int descriptor, const void *from, size_t size),
              (descriptor, from, size))
BY_DESCRIPTOR(int, fsync, (int descriptor), (descriptor))
BY_DESCRIPTOR(int, fdatasync, (int descriptor), (descriptor))
BY_DESCRIPTOR(int, ftruncate, (int descriptor, off_t size), (descriptor, size))
BY_DESCRIPTOR(int, ftruncate64, (int descriptor, off64_t size), (descriptor, size))
BY_DESCRIPTOR(off_t, lseek, (int descriptor, off_t to, int from), (descriptor, to, from))
BY_DESCRIPTOR(off64_t, lseek64, (int descriptor, off64_t to, int from), (descriptor, to, from))
BY_DESCRIPTOR(int, flock, (int descriptor, int what), (descriptor, what))
BY_DESCRIPTOR(int, fstat, (int descriptor, struct stat *found), (descriptor, found))
BY_DESCRIPTOR(int, fstat64, (int descriptor, struct stat64 *found), (descriptor, found))
BY_DESCRIPTOR(int, fchmod, (int descriptor, mode_t mode), (descriptor, mode))

#define BY_PATH(name, takes, gives) \
    int name takes { \
        REAL(name); \
        if (concerns(path) && fails()) return -1; \
        return real gives; \
    }
BY_PATH(stat, (const char *path, struct stat *found), (path, found))
BY_PATH(stat64, (const char *path, struct stat64 *found), (path, found))
BY_PATH(lstat, (const char *path, struct stat *found), (path, found))
BY_PATH(lstat64, (const char *path, struct stat64 *found), (path, found))
BY_PATH(fstatat, (int base, const char *path, struct stat *found, int how),
        (base, path, found, how))
BY_PATH(fstatat64, (int base, const char *path, struct stat64 *found, int how),
        (base, path, found, how))
BY_PATH(access, (const char *path, int how), (path, how))
BY_PATH(mkdir, (const char *path, mode_t mode), (path, mode))
BY_PATH(chmod, (const char *path, mode_t mode), (path, mode))
BY_PATH(unlink, (const char *path), (path))
BY_PATH(rename, (const char *path, const char *to), (path, to))
BY_PATH(renameat, (int base, const char *path, int other, const char *to),
        (base, path, other, to))
BY_PATH(unlinkat, (int base, const char *path, int how), (base, path, how))
BY_PATH(fchmodat, (int base, const char *path, mode_t mode, int how), (base, path, mode, how))
BY_PATH(mkdirat, (int base, const char *path, mode_t mode), (base, path, mode))

DIR *opendir(const char *path) {
    REAL(opendir);
    if (concerns(path) && fails()) return NULL;
    return real(path);
}
