// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/lastinginode.h"

#include <linux/magic.h>
#include <sys/vfs.h>

namespace porchlight {

namespace {

constexpr qint64 FuseMagic = 0x65735546; // those two are not in every kernel's header
constexpr qint64 ExfatMagic = 0x2011BAB0;

} // namespace

bool keepsInodes(qint64 magic)
{
    return magic != MSDOS_SUPER_MAGIC && magic != ExfatMagic && magic != FuseMagic;
}

quint64 lastingInode(int descriptor, const struct stat &status)
{
    struct Device
    {
        dev_t number;
        bool keepsInodes;
    };
    // A network disk would be asked over the network each time.
    static thread_local Device last{0, false};
    if (status.st_dev != last.number) {
        struct statfs system;
        struct stat asked;
        const bool keeps = ::fstatfs(descriptor, &system) == 0 && keepsInodes(qint64(system.f_type));
        if (::fstat(descriptor, &asked) != 0 || asked.st_dev != status.st_dev) // a mount point in a folder
            return keeps ? status.st_ino : 0;
        last = {status.st_dev, keeps};
    }
    return last.keepsInodes ? status.st_ino : 0;
}

} // namespace porchlight
