// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/thumbnailer/confinement.h"

#include <csignal>

#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace porchlight {

namespace {

/// 120 megapixels at 4 bytes twice, for a copy in another format, and what Qt and the codecs are themselves.
constexpr rlim_t MaxMemory = rlim_t(1536) * 1024 * 1024;
/// A copy of 2048 pixels has 2 MB at the most.
constexpr rlim_t MaxFileSize = rlim_t(16) * 1024 * 1024;
/// Plugins and fonts open a few while they load.
constexpr rlim_t MaxDescriptors = 64;
/// A photo of 100 megapixels takes 2 s on a slow machine.
constexpr rlim_t MaxSecondsPerJob = 15;

void limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit both{most, most};
    ::setrlimit(resource, &both);
}

/// Kernels that do not know Landlock leave the process as it is.
void forbidNewFiles()
{
    const landlock_ruleset_attr rules{.handled_access_fs =
                                          LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                                          LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                                          LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                                          LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
                                          LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM};
    const auto ruleset = int(::syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0));
    if (ruleset < 0)
        return;
    ::syscall(SYS_landlock_restrict_self, ruleset, 0);
    ::close(ruleset);
}

} // namespace

void confineProcess()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // they reserve terabytes
    limit(RLIMIT_AS, MaxMemory);
#endif
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, MaxFileSize);
    limit(RLIMIT_NOFILE, MaxDescriptors);
    forbidNewFiles();
    std::signal(SIGXFSZ, SIG_IGN);
    [[maybe_unused]] const int niceness = ::nice(10); // the server's own threads go first
}

void limitNextJob()
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const rlim_t soFar = rlim_t(used.ru_utime.tv_sec) + rlim_t(used.ru_stime.tv_sec) + 1;
    const rlimit seconds{soFar + MaxSecondsPerJob, RLIM_INFINITY};
    ::setrlimit(RLIMIT_CPU, &seconds);
}

} // namespace porchlight
