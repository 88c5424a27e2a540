// Preloaded into a process (LD_PRELOAD), makes its n-th write, flush, rename or read fail, as a full, broken or pulled disk would. Only files under
// CORDON_FAULT_UNDER count. While the file CORDON_FAULT_PULLED exists every call on them fails with EIO: the drive is out, whoever is told to do what.
// It is told what to do by access("/cordon-fault/…"), which no real program asks for:
//   /cordon-fault/arm/KINDS/N/TIMES/ERRNO   from now on the N-th call of KINDS (letters of w f r t u o) fails, and TIMES-1 after it (0: for ever)
//   /cordon-fault/slow/MS                   from now on every call takes so much longer, as on a drive that spins up or is far away
//   /cordon-fault/off                       nothing fails any more
//   /cordon-fault/seen/K                    exists when at least K calls of the armed kinds were seen since arming
// w write, f flush, r rename, t cut to length, u delete, o make a file, d read, e open what is there. What is mapped into memory is not seen: that is the
// index of the log, which SQLite keeps in a file beside the database and makes anew at every first opening.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static char kinds[16];
static long wanted = 0, times = 0, error_number = 0;
static long seen = 0;
static long slow_ms = 0;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int is_ours(const char *path) {
  const char *under = getenv("CORDON_FAULT_UNDER");
  return under && path && strncmp(path, under, strlen(under)) == 0;
}

static int is_our_file(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_ours(path);
}

static int is_pulled(void) {
  const char *flag = getenv("CORDON_FAULT_PULLED");
  return flag && syscall(SYS_access, flag, F_OK) == 0;
}

static int fails(char kind) {
  if (slow_ms > 0) usleep((useconds_t)slow_ms * 1000);
  if (is_pulled()) {
    errno = EIO;
    return 1;
  }
  if (wanted == 0 || !strchr(kinds, kind)) return 0;
  long number = __sync_add_and_fetch(&seen, 1);
  if (number < wanted || (times > 0 && number >= wanted + times)) return 0;
  errno = (int)error_number;
  return 1;
}

static int told(const char *path) {
  char what[16];
  long limit;
  if (sscanf(path, "/cordon-fault/arm/%15[a-z]/%ld/%ld/%ld", what, &wanted, &times, &error_number) == 4) {
    strcpy(kinds, what);
    seen = 0;
    return 0;
  }
  if (sscanf(path, "/cordon-fault/slow/%ld", &slow_ms) == 1) return 0;
  if (strcmp(path, "/cordon-fault/off") == 0) {
    wanted = 0;
    return 0;
  }
  if (sscanf(path, "/cordon-fault/seen/%ld", &limit) == 1 && seen >= limit) return 0;
  errno = ENOENT;
  return -1;
}

int access(const char *path, int mode) {
  if (strncmp(path, "/cordon-fault/", 14) == 0) return told(path);
  return REAL(access)(path, mode);
}

ssize_t write(int fd, const void *bytes, size_t count) {
  if (is_our_file(fd) && fails('w')) return -1;
  return REAL(write)(fd, bytes, count);
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
  if (is_our_file(fd) && fails('w')) return -1;
  return REAL(pwrite)(fd, bytes, count, at);
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
  if (is_our_file(fd) && fails('w')) return -1;
  return REAL(pwrite64)(fd, bytes, count, at);
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (is_our_file(fd) && fails('w')) return -1;
  return REAL(writev)(fd, parts, count);
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) {
  if (is_our_file(fd) && fails('w')) return -1;
  return REAL(pwritev)(fd, parts, count, at);
}
ssize_t read(int fd, void *bytes, size_t count) {
  if (is_our_file(fd) && fails('d')) return -1;
  return REAL(read)(fd, bytes, count);
}
ssize_t pread(int fd, void *bytes, size_t count, off_t at) {
  if (is_our_file(fd) && fails('d')) return -1;
  return REAL(pread)(fd, bytes, count, at);
}
ssize_t pread64(int fd, void *bytes, size_t count, off64_t at) {
  if (is_our_file(fd) && fails('d')) return -1;
  return REAL(pread64)(fd, bytes, count, at);
}
ssize_t readv(int fd, const struct iovec *parts, int count) {
  if (is_our_file(fd) && fails('d')) return -1;
  return REAL(readv)(fd, parts, count);
}
ssize_t preadv(int fd, const struct iovec *parts, int count, off_t at) {
  if (is_our_file(fd) && fails('d')) return -1;
  return REAL(preadv)(fd, parts, count, at);
}
ssize_t preadv64(int fd, const struct iovec *parts, int count, off64_t at) {
  if (is_our_file(fd) && fails('d')) return -1;
  return REAL(preadv64)(fd, parts, count, at);
}
int fsync(int fd) { return is_our_file(fd) && fails('f') ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return is_our_file(fd) && fails('f') ? -1 : REAL(fdatasync)(fd); }
int rename(const char *from, const char *to) { return is_ours(to) && fails('r') ? -1 : REAL(rename)(from, to); }
int ftruncate(int fd, off_t length) { return is_our_file(fd) && fails('t') ? -1 : REAL(ftruncate)(fd, length); }
int ftruncate64(int fd, off64_t length) { return is_our_file(fd) && fails('t') ? -1 : REAL(ftruncate64)(fd, length); }
int remove(const char *path) { return is_ours(path) && fails('u') ? -1 : REAL(remove)(path); }
int unlink(const char *path) { return is_ours(path) && fails('u') ? -1 : REAL(unlink)(path); }

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (is_ours(path) && fails((flags & O_CREAT) ? 'o' : 'e')) return -1;
  return REAL(open)(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (is_ours(path) && fails((flags & O_CREAT) ? 'o' : 'e')) return -1;
  return REAL(open64)(path, flags, mode);
}
