// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <sys/stat.h>

namespace porchlight {

/// Whether files of a file system with this magic number (statfs(2)) keep their inode numbers. Linux makes
/// them up for FAT and exFAT whenever it reads an inode in, and so do most programs behind FUSE.
bool keepsInodes(qint64 magic);

/// The inode number of `status`, if it is the file's for good; otherwise 0. `descriptor`: the file's, or its
/// folder's. Any thread; the disk is asked when the thread last asked about another.
quint64 lastingInode(int descriptor, const struct stat &status);

} // namespace porchlight
