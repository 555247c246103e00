// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace porchlight {

/// A file that is written beside its place, under a name that ends in a dot and six letters, and gets its own
/// name when it is whole. Until then it goes with this object.
class UnfinishedFile final
{
public:
    /// `path` is absolute and its folder exists.
    explicit UnfinishedFile(QByteArray path);
    ~UnfinishedFile();
    Q_DISABLE_COPY_MOVE(UnfinishedFile)

    /// For writing; -1 when it could not be made.
    int descriptor() const { return m_descriptor; }
    /// Gives it its name, in place of what had that; false when that fails.
    bool finish();

private:
    const QByteArray m_path;
    QByteArray m_temporary;
    const int m_descriptor;
};

} // namespace porchlight
