// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/nametime.h"

#include <QDateTime>
#include <QTimeZone>
#include <QtTest>

using namespace porchlight;

class TestNameTime final : public QObject
{
    Q_OBJECT
private slots:
    void finds_data();
    void finds();
};

void TestNameTime::finds_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("time"); // empty: none
    const auto row = [](const char *name, const char *time) {
        QTest::addRow("%s", name) << QByteArray(name) << QString::fromLatin1(time);
    };
    row("IMG_20260718_142233.jpg", "2026-07-18T14:22:33");
    row("PXL_20260718_142233123.jpg", "2026-07-18T14:22:33");
    row("20260718_142233.mp4", "2026-07-18T14:22:33");
    row("2026-07-18 14.22.33.jpg", "2026-07-18T14:22:33");
    row("Screenshot_2026-07-18-14-22-33.png", "2026-07-18T14:22:33");
    row("WhatsApp Image 2026-07-18 at 14.22.33.jpeg", "2026-07-18T14:22:33");
    row("IMG-20260718-WA0004.jpg", "2026-07-18T12:00:00");
    row("2026-07-18.jpg", "2026-07-18T12:00:00");
    row("2026-07-18 lake.jpg", "2026-07-18T12:00:00");
    row("2024-02-29.jpg", "2024-02-29T12:00:00");
    row("2026-02-30.jpg", "");
    row("20261318.jpg", "");
    row("DSC01234.JPG", "");
    row("IMG_5195.HEIC", "");
    row("120260718.jpg", "");
    row("2026-0718.jpg", "");
    row("holiday.jpg", "");
    row("", "");
}

void TestNameTime::finds()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, time);
    const auto found = timeInName(name);
    QCOMPARE(found ? QDateTime::fromMSecsSinceEpoch(*found, QTimeZone::utc())
                         .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"))
                   : QString(),
             time);
}

QTEST_APPLESS_MAIN(TestNameTime)
#include "tst_nametime.moc"
