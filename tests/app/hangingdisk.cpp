// SPDX-License-Identifier: GPL-3.0-or-later
// A library to be preloaded: from the moment that "FOLDER.dead" is there, opening FOLDER never comes back,
// and leaves "FOLDER.asked".

#include <cstdarg>
#include <cstdio>

#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <unistd.h>

extern "C" int open(const char *path, int flags, ...)
{
    using Open = int(const char *, int, mode_t);
    static auto *const real = reinterpret_cast<Open *>(::dlsym(RTLD_NEXT, "open"));
    mode_t mode = 0;
    if (flags & (O_CREAT | O_TMPFILE)) {
        va_list arguments;
        va_start(arguments, flags);
        mode = va_arg(arguments, mode_t);
        va_end(arguments);
    }
    char mark[PATH_MAX + 8];
    ::snprintf(mark, sizeof mark, "%s.dead", path);
    if ((flags & O_DIRECTORY) && ::access(mark, F_OK) == 0) {
        ::snprintf(mark, sizeof mark, "%s.asked", path);
        ::close(real(mark, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
        for (;;)
            ::pause();
    }
    return real(path, flags, mode);
}
