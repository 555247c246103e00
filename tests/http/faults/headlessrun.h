// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/porchlightprocess.h"
#include "tests/http/faults/descriptors.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <sys/resource.h>
#include <unistd.h>

namespace porchlight::test {

/// The real program without a window, sharing a folder at a loopback port of its own, with something wrong
/// around it.
class HeadlessRun final
{
public:
    explicit HeadlessRun(const QString &folder, const QStringList &more = {})
        : m_process(QStringList{QStringLiteral("--headless"), QStringLiteral("--bind=127.0.0.1"),
                                QStringLiteral("--port=0"), QStringLiteral("--threads=2"),
                                QStringLiteral("--log=json"), folder} +
                    more)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel); // a sanitizer's report above all
    }

    /// Lets the functions of this library stand before the C library's. Before start().
    void preload(const QString &library)
    {
        setVariable(QStringLiteral("LD_PRELOAD"), library);
        // The sanitizer's library need not come first: ours only passes calls on.
        const QString options = qEnvironmentVariable("ASAN_OPTIONS");
        setVariable(QStringLiteral("ASAN_OPTIONS"), options + QStringLiteral(":verify_asan_link_order=0"));
    }
    void setVariable(const QString &name, const QString &value)
    {
        QProcessEnvironment environment = m_process.processEnvironment();
        environment.insert(name, value);
        m_process.setProcessEnvironment(environment);
    }
    /// Before start().
    void limitDescriptors(rlim_t most)
    {
        m_process.setChildProcessModifier([most] {
            const rlimit limit{most, most};
            ::setrlimit(RLIMIT_NOFILE, &limit);
        });
    }

    bool start()
    {
        m_process.start();
        m_port = portIn(m_process.line().replace("\"}\n", ""));
        return m_port != 80;
    }
    quint16 port() const { return m_port; }
    bool isRunning() const { return m_process.state() == QProcess::Running; }

    /// The next finished exchange of the log.
    QJsonObject exchange() { return QJsonDocument::fromJson(m_process.line()).object(); }
    /// How the next exchange with this target ended, "complete"; empty when there is none in time.
    QString endingOf(const QString &target)
    {
        for (;;) {
            const QJsonObject next = exchange();
            if (next.isEmpty() || next.value(QStringLiteral("target")).toString() == target)
                return next.value(QStringLiteral("ending")).toString();
        }
    }

    int descriptors() const { return openDescriptors(proc()); }
    /// The processor's time it has taken, milliseconds.
    qint64 processorMs() const
    {
        QFile file(proc() + QStringLiteral("/stat"));
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        const QByteArray stat = file.readAll();
        const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        return (fields.value(11).toLongLong() + fields.value(12).toLongLong()) * 1'000 /
               ::sysconf(_SC_CLK_TCK);
    }

    /// Stops it; whether it ended as it should.
    bool stop()
    {
        m_process.signal(SIGTERM);
        return m_process.exitCodeAtEnd() == 0;
    }

private:
    QString proc() const { return QStringLiteral("/proc/%1").arg(m_process.processId()); }

    Porchlight m_process;
    quint16 m_port = 0;
};

} // namespace porchlight::test
