// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTemporaryDir>

namespace porchlight::test {

/// A temporary folder to share.
class ShareFolder final
{
public:
    QString path() const { return m_folder.path(); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    bool write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }
    /// A sparse file of `size` bytes: zeros that cost no disk.
    bool writeSparse(const QString &name, qint64 size) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.resize(size);
    }

private:
    QTemporaryDir m_folder;
};

inline QByteArray get(const QByteArray &target, const QByteArray &fields = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: porch\r\n" + fields + "\r\n";
}

} // namespace porchlight::test
