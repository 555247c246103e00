// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/porchwindow.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace porchlight::test {

/// Pupils with a phone each: real Chromium, which pupils.mjs tells what to do. Anna has an iPhone, Ben and
/// Cleo have phones with Android. GUI thread, whose events go on while one waits here.
class Pupils final
{
public:
    Pupils()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] { hear(); });
        m_process.start(QStringLiteral("node"), {QStringLiteral(PUPILS)});
    }
    ~Pupils()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(Soon))
            m_process.kill();
    }
    Q_DISABLE_COPY_MOVE(Pupils)

    bool areThere()
    {
        return QTest::qWaitFor([this] { return m_ends.contains(0); }, Soon);
    }

    /// Begins what a phone does: "open" an address, wait to "see" an order for a name on its board, …
    int begin(const char *phone, const char *does, const QString &what = {}, const QString &name = {})
    {
        const int id = ++m_last;
        QJsonObject line{{QStringLiteral("id"), id},
                         {QStringLiteral("phone"), QLatin1String(phone)},
                         {QStringLiteral("does"), QLatin1String(does)},
                         {QStringLiteral("what"), what}};
        if (!name.isEmpty())
            line.insert(QStringLiteral("name"), name);
        m_process.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
        return id;
    }
    bool hasEnded(int id) const { return m_ends.contains(id); }
    /// How that ended, once it did; empty where it never does.
    QJsonObject end(int id)
    {
        return QTest::qWaitFor([&] { return m_ends.contains(id); }, Soon) ? m_ends.value(id) : QJsonObject();
    }
    QJsonObject now(const char *phone, const char *does, const QString &what = {}, const QString &name = {})
    {
        return end(begin(phone, does, what, name));
    }

private:
    void hear()
    {
        while (m_process.canReadLine()) {
            const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
            m_ends.insert(line.value(QStringLiteral("id")).toInt(-1), line);
        }
    }

    QProcess m_process;
    QHash<int, QJsonObject> m_ends;
    int m_last = 0;
};

} // namespace porchlight::test
