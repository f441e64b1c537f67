/* Kills or fails at the N-th call that changes files below a folder, counted over all processes.
 *
 * Preloaded into a process and its children. By environment:
 *   FAULT_ROOT   the folder            FAULT_COUNTER  file shared by all, created here
 *   FAULT_AT     N, from 1             FAULT_STICKY   set: all later calls fail as well
 *   FAULT_KIND   kill    every process ends before the call
 *                half    the same, after half of a write
 *                short   a write takes only half, and says so
 *                ENOSPC, EIO, EROFS, EDQUOT  the call fails with this error
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { MEMBERS = 64 };
enum kind { NONE, KILL, HALF, SHORT, ERROR };

struct shared {
    uint64_t calls;
    int32_t members[MEMBERS];
};

static struct shared *shared;
static const char *root;
static uint64_t at;
static enum kind kind;
static int error_number, sticky;

static enum kind kind_of(const char *word)
{
    static const struct { const char *word; int number; } errors[] = {
        {"ENOSPC", ENOSPC}, {"EIO", EIO}, {"EROFS", EROFS}, {"EDQUOT", EDQUOT}};
    if (!word) return NONE;
    if (!strcmp(word, "kill")) return KILL;
    if (!strcmp(word, "half")) return HALF;
    if (!strcmp(word, "short")) return SHORT;
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (!strcmp(word, errors[i].word)) {
            error_number = errors[i].number;
            return ERROR;
        }
    return NONE;
}

__attribute__((constructor)) static void join(void)
{
    const char *counter = getenv("FAULT_COUNTER"), *number = getenv("FAULT_AT");
    root = getenv("FAULT_ROOT");
    if (!root || !counter) return;
    int file = (int)syscall(SYS_openat, AT_FDCWD, counter, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) return;
    if (syscall(SYS_ftruncate, file, sizeof *shared)) return;
    void *page = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    syscall(SYS_close, file);
    if (page == MAP_FAILED) return;
    at = number ? strtoull(number, NULL, 10) : 0;
    sticky = getenv("FAULT_STICKY") != NULL;
    kind = kind_of(getenv("FAULT_KIND"));
    shared = page;
    for (int i = 0; i < MEMBERS; i++)
        if (__sync_bool_compare_and_swap(&shared->members[i], 0, getpid())) break;
}

__attribute__((destructor)) static void leave(void)
{
    for (int i = 0; shared && i < MEMBERS; i++)
        __sync_bool_compare_and_swap(&shared->members[i], getpid(), 0);
}

static void end_all(void)
{
    for (int i = 0; i < MEMBERS; i++)
        if (shared->members[i] > 1 && shared->members[i] != getpid()) kill(shared->members[i], SIGKILL);
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

static int below_root(int folder, const char *path)
{
    char full[2 * PATH_MAX], link[64], where[PATH_MAX];
    if (!shared || !path) return 0;
    if (path[0] == '/') return !strncmp(path, root, strlen(root));
    snprintf(link, sizeof link, folder == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", folder);
    ssize_t length = readlink(link, where, sizeof where - 1);
    if (length < 0) return 0;
    where[length] = 0;
    snprintf(full, sizeof full, "%s/%s", where, path);
    return !strncmp(full, root, strlen(root));
}

static int is_below_root(int file)
{
    return below_root(file, "");
}

/* Counts the call; true when it is to be struck. */
static int strikes(void)
{
    uint64_t number = __sync_add_and_fetch(&shared->calls, 1);
    return at && (number == at || (sticky && number > at));
}

/* Counts a call that writes no bytes; true when it fails. `frees`: a full disk never refuses it. */
static int struck(int frees)
{
    if (!strikes()) return 0;
    if (kind == KILL || kind == HALF) end_all();
    if (kind != ERROR || (frees && (error_number == ENOSPC || error_number == EDQUOT))) return 0;
    errno = error_number;
    return 1;
}

static int open_in(int folder, const char *path, int flags, mode_t mode)
{
    int changes = (flags & O_ACCMODE) != O_RDONLY && (flags & (O_CREAT | O_TRUNC));
    if (changes && below_root(folder, path) && struck(0)) return -1;
    return (int)syscall(SYS_openat, folder, path, flags, mode);
}

#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { MODE(flags) return open_in(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_in(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE(flags) return open_in(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE(flags) return open_in(folder, path, flags, mode); }
int creat(const char *path, mode_t mode) { return open_in(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

ssize_t write(int file, const void *bytes, size_t size)
{
    if (is_below_root(file) && strikes()) {
        if (kind == HALF) syscall(SYS_write, file, bytes, size / 2);
        if (kind == KILL || kind == HALF) end_all();
        if (kind == SHORT && size > 1) return syscall(SYS_write, file, bytes, size / 2);
        if (kind == ERROR) { errno = error_number; return -1; }
    }
    return syscall(SYS_write, file, bytes, size);
}

#define CHANGE(name, result, parameters, folder, path, frees, call) \
    result name parameters { if (below_root(folder, path) && struck(frees)) return -1; return (result)(call); }
#define SYNC(name, number) \
    int name(int file) { if (is_below_root(file) && struck(0)) return -1; return (int)syscall(number, file); }

SYNC(fsync, SYS_fsync)
SYNC(fdatasync, SYS_fdatasync)
CHANGE(ftruncate, int, (int file, off_t size), file, "", 1, syscall(SYS_ftruncate, file, size))
CHANGE(ftruncate64, int, (int file, off64_t size), file, "", 1, syscall(SYS_ftruncate, file, size))
CHANGE(rename, int, (const char *from, const char *to), AT_FDCWD, to, 0, syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to))
CHANGE(renameat, int, (int in, const char *from, int out, const char *to), out, to, 0, syscall(SYS_renameat, in, from, out, to))
CHANGE(link, int, (const char *from, const char *to), AT_FDCWD, to, 0, syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0))
CHANGE(linkat, int, (int in, const char *from, int out, const char *to, int flags), out, to, 0, syscall(SYS_linkat, in, from, out, to, flags))
CHANGE(unlink, int, (const char *path), AT_FDCWD, path, 1, syscall(SYS_unlinkat, AT_FDCWD, path, 0))
CHANGE(unlinkat, int, (int folder, const char *path, int flags), folder, path, 1, syscall(SYS_unlinkat, folder, path, flags))
CHANGE(rmdir, int, (const char *path), AT_FDCWD, path, 1, syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR))
CHANGE(mkdir, int, (const char *path, mode_t mode), AT_FDCWD, path, 0, syscall(SYS_mkdirat, AT_FDCWD, path, mode))
CHANGE(mkdirat, int, (int folder, const char *path, mode_t mode), folder, path, 0, syscall(SYS_mkdirat, folder, path, mode))
