// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/httpdate.h"
#include "tests/http/faults/headlessrun.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QDateTime>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

constexpr qint64 Day = 24 * 60 * 60;

} // namespace

/// The real program while somebody sets the computer's clock.
class SteppedClockTest final : public QObject
{
    Q_OBJECT

    ShareFolder m_folder, m_clock;

    /// Sets the program's clock this far ahead, in seconds.
    void stepTo(qint64 ahead) const
    {
        const QString path = m_clock.path(QStringLiteral("step"));
        const QFile::Permissions behind = ahead < 0 ? QFile::ExeOwner : QFile::Permissions();
        QFile file(path + QStringLiteral(".new"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(qAbs(ahead)));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | behind));
        QCOMPARE(
            std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData()),
            0);
    }

    static qint64 secondsOf(const RawResponse &response, const QByteArray &field)
    {
        return parseHttpDate(response.field(field), 0).value_or(-1);
    }

private slots:
    void initTestCase() { QVERIFY(m_folder.write(QStringLiteral("a.txt"), "hello")); }

    void everythingGoesOn()
    {
        stepTo(0);
        HeadlessRun porchlight(m_folder.path());
        porchlight.preload(QStringLiteral(PRELOAD));
        porchlight.setVariable(QStringLiteral("STEPPED_CLOCK"), m_clock.path(QStringLiteral("step")));
        QVERIFY(porchlight.start());

        RawClient idle(porchlight.port()), begun(porchlight.port()), asking(porchlight.port());
        QVERIFY(idle.send(get("/a.txt")));
        const RawResponse first = idle.receive();
        const QByteArray tag = first.field("ETag");
        const qint64 modified = secondsOf(first, "Last-Modified");
        QCOMPARE(first.status, 200);
        QVERIFY(begun.send("GET /a.txt HTTP/1.1\r\nHo"));

        for (const qint64 ahead : {400 * Day, -400 * Day, 30 * Day, qint64(-1), qint64(0)}) {
            stepTo(ahead);
            QVERIFY(asking.send(get("/a.txt")));
            const RawResponse now = asking.receive();
            QCOMPARE(now.status, 200);
            // Date follows the wall clock, and Last-Modified never lies behind it.
            const qint64 expected = QDateTime::currentSecsSinceEpoch() + ahead;
            QVERIFY(qAbs(secondsOf(now, "Date") - expected) <= 2);
            QVERIFY(secondsOf(now, "Last-Modified") <= secondsOf(now, "Date"));
            if (ahead >= 0)
                QCOMPARE(secondsOf(now, "Last-Modified"), modified);
            // The same file stays the same version.
            QCOMPARE(now.field("ETag"), tag);
            QVERIFY(asking.send(get("/a.txt", "If-None-Match: " + tag + "\r\n")));
            QCOMPARE(asking.receive().status, 304);
            // Who has an older one is not told to keep it, even when the clock knows of neither yet.
            QVERIFY(
                asking.send(get("/a.txt", "If-Modified-Since: " + formatHttpDate(modified - Day) + "\r\n")));
            QCOMPARE(asking.receive().status, 200);
        }
        // Nobody has timed out, and nobody's time has stood still.
        QVERIFY(begun.send("st: porch\r\n\r\n"));
        QCOMPARE(begun.receive().status, 200);
        QVERIFY(idle.send(get("/a.txt")));
        QCOMPARE(idle.receive().status, 200);

        stepTo(-400 * Day);
        RawClient slow(porchlight.port());
        QVERIFY(slow.send("GET /a.txt HTTP/1.1\r\nHo"));
        QCOMPARE(slow.receive(false, 15'000).status, 408);
        QVERIFY(porchlight.stop());
    }
};

QTEST_GUILESS_MAIN(SteppedClockTest)
#include "tst_steppedclock.moc"
