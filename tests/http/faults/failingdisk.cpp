// SPDX-License-Identifier: GPL-3.0-or-later
// A library to be preloaded: a disk on which what is called "eio…" fails and what is called "slow…" takes its
// time. "eio-open" cannot be opened, "eio-list" cannot be listed to its end, and of "eio-read" only the first
// MiB can be read ("eio-read-all": nothing; "eio-read-program": the program behind the disk dies).

#include <cerrno>
#include <cstdarg>
#include <cstring>

#include <dirent.h>
#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <sys/sendfile.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

constexpr off_t Readable = 1024 * 1024;
constexpr unsigned SlowMicroseconds = 700'000;

template <typename Function>
Function *next(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

/// Whether the file open as this descriptor is called so.
bool isCalled(int descriptor, const char *beginning)
{
    char link[64];
    char path[PATH_MAX];
    ::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t length = ::readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return false;
    path[length] = '\0';
    const char *name = ::strrchr(path, '/');
    return name && ::strncmp(name + 1, beginning, ::strlen(beginning)) == 0;
}

/// Whether the read fails; otherwise `count` is what may be read at most.
bool fails(int file, off_t offset, size_t &count)
{
    if (isCalled(file, "slow"))
        ::usleep(SlowMicroseconds);
    if (!isCalled(file, "eio-read"))
        return false;
    const off_t readable = isCalled(file, "eio-read-all") ? 0 : Readable;
    if (offset >= readable) {
        errno = isCalled(file, "eio-read-program") ? ENOTCONN : EIO;
        return true;
    }
    if (off_t(count) > readable - offset)
        count = size_t(readable - offset);
    return false;
}

} // namespace

extern "C" {

ssize_t pread(int file, void *buffer, size_t count, off_t offset)
{
    static auto *const real = next<decltype(pread)>("pread");
    return fails(file, offset, count) ? -1 : real(file, buffer, count, offset);
}

ssize_t pread64(int file, void *buffer, size_t count, off64_t offset)
{
    return pread(file, buffer, count, offset);
}

ssize_t sendfile(int to, int file, off_t *offset, size_t count) noexcept
{
    static auto *const real = next<decltype(sendfile)>("sendfile");
    return fails(file, *offset, count) ? -1 : real(to, file, offset, count);
}

ssize_t sendfile64(int to, int file, off64_t *offset, size_t count) noexcept
{
    return sendfile(to, file, offset, count);
}

dirent *readdir(DIR *directory)
{
    static auto *const real = next<decltype(readdir)>("readdir");
    static thread_local int names = 0;
    if (isCalled(::dirfd(directory), "eio-list") && ++names > 4) { // "." and ".." are two of them
        names = 0;
        errno = EIO;
        return nullptr;
    }
    return real(directory);
}

dirent64 *readdir64(DIR *directory)
{
    return reinterpret_cast<dirent64 *>(readdir(directory));
}

long syscall(long number, ...) noexcept
{
    static auto *const real = next<long(long, long, long, long, long, long, long)>("syscall");
    long a[6];
    va_list arguments;
    va_start(arguments, number);
    for (long &each : a)
        each = va_arg(arguments, long);
    va_end(arguments);
    if (number == SYS_openat2 && ::strstr(reinterpret_cast<const char *>(a[1]), "eio-open")) {
        errno = EIO;
        return -1;
    }
    return real(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}
}
