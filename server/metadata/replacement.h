// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"

#include <vector>

namespace porchlight {

/// Metadata of one file that are looked through for a place, bytes: the depth of a portrait and the index of
/// a long film take some MiB.
constexpr qint64 MaxMetadata = 16 * 1024 * 1024;

/// Bytes in place of those in a file, as many.
struct Replacement
{
    qint64 offset = 0;
    QByteArray bytes;
};
using Replacements = std::vector<Replacement>;

/// Zeros in place of what stands there; they take next to no memory, however many they are.
void appendZeros(Replacements &replacements, qint64 offset, qint64 length);

/// The same without what is in the file anyway, for they are to be remembered: of a photo's metadata a few
/// bytes are replaced.
Replacements onlyChanges(const ByteSource &file, Replacements replacements);

/// The same replacements in a file that holds, at `offset`, the one they are for.
void appendMoved(Replacements &replacements, Replacements inside, qint64 offset);

} // namespace porchlight
