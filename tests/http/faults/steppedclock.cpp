// SPDX-License-Identifier: GPL-3.0-or-later
// A library to be preloaded: the wall clock runs ahead by as many seconds as the file named by STEPPED_CLOCK
// is long, or behind when the file's permission to execute is set. The monotonic clock is left alone.

#include <cstdlib>

#include <dlfcn.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>

namespace {

template <typename Function>
Function *next(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

time_t step()
{
    const char *file = ::getenv("STEPPED_CLOCK");
    struct stat status;
    if (!file || ::stat(file, &status) != 0)
        return 0;
    return status.st_mode & S_IXUSR ? -status.st_size : status.st_size;
}

} // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec *now) noexcept
{
    static auto *const real = next<decltype(clock_gettime)>("clock_gettime");
    const int result = real(clock, now);
    if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)
        now->tv_sec += step();
    return result;
}

time_t time(time_t *now) noexcept
{
    timespec exact{};
    clock_gettime(CLOCK_REALTIME, &exact);
    if (now)
        *now = exact.tv_sec;
    return exact.tv_sec;
}

int gettimeofday(timeval *now, void *) noexcept
{
    timespec exact{};
    clock_gettime(CLOCK_REALTIME, &exact);
    now->tv_sec = exact.tv_sec;
    now->tv_usec = exact.tv_nsec / 1'000;
    return 0;
}
}
