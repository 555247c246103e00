// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest>

#include <fcntl.h>
#include <sys/fsuid.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace porchlight {

/// A real folder for a test to fill; every name is bytes. `path` arguments are relative to it.
class TemporaryFolder final
{
public:
    TemporaryFolder()
    {
        if (!::mkdtemp(m_path.data()) || ::chmod(m_path.constData(), 0755) != 0) // for AsNobody
            qFatal("no temporary folder");
    }
    ~TemporaryFolder()
    {
        std::error_code ignored; // QTemporaryDir cannot remove names that are not UTF-8
        std::filesystem::remove_all(m_path.toStdString(), ignored);
    }
    Q_DISABLE_COPY_MOVE(TemporaryFolder)

    const QByteArray &path() const { return m_path; }
    QByteArray path(const QByteArray &name) const { return path() + '/' + name; }

    void folder(const QByteArray &name) const
    {
        QVERIFY2(::mkdir(path(name).constData(), 0755) == 0, name.constData());
    }
    void link(const QByteArray &name, const QByteArray &target) const
    {
        QVERIFY2(::symlink(target.constData(), path(name).constData()) == 0, name.constData());
    }
    void file(const QByteArray &name, const QByteArray &content = "content") const
    {
        const int descriptor = ::open(path(name).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        QVERIFY2(descriptor >= 0, name.constData());
        QCOMPARE(::write(descriptor, content.constData(), size_t(content.size())), ssize_t(content.size()));
        ::close(descriptor);
    }

private:
    QByteArray m_path = QFile::encodeName(QDir::tempPath()) + "/porchlight-XXXXXX";
};

/// While it lives, this thread's access to files is judged as the user nobody's: root may read everything.
class AsNobody final
{
public:
    AsNobody() { ::setfsuid(65534); }
    ~AsNobody() { ::setfsuid(::geteuid()); }
    Q_DISABLE_COPY_MOVE(AsNobody)
};

} // namespace porchlight
