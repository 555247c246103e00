// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/gifduration.h"
#include "server/metadata/picturefacts.h"

#include <QtTest>

using namespace porchlight;

namespace {

const QByteArray Header("GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff", 19);
const QByteArray Loop("!\xff\x0bNETSCAPE2.0\3\1\0\0\0", 19);
const QByteArray End(";");

QByteArray picture(bool hasColours = false)
{
    QByteArray bytes(",\0\0\0\0\1\0\1\0", 9);
    bytes += hasColours ? QByteArray("\x80\1\2\3\4\5\6", 7) : QByteArray("\0", 1);
    return bytes + QByteArray("\2\2\x44\1\0", 5);
}

QByteArray delay(int hundredths)
{
    return QByteArray("!\xf9\4\0", 4) + char(hundredths & 0xff) + char(hundredths >> 8) +
           QByteArray("\0\0", 2);
}

} // namespace

class GifDurationTest final : public QObject
{
    Q_OBJECT
private slots:
    void isTheSumOfItsDelays_data()
    {
        QTest::addColumn<QByteArray>("gif");
        QTest::addColumn<qint64>("ms");
        const auto row = [](const char *name, const QByteArray &gif, qint64 ms) {
            QTest::newRow(name) << gif << ms;
        };
        const QByteArray comment("!\xfe\3,,,\0", 7);
        row("two pictures", Header + delay(10) + picture() + delay(300) + picture() + End, 3'100);
        row("pictures with colours of their own", Header + delay(1) + picture(true) + picture(true) + End,
            10);
        row("as fast as can be", Header + picture() + picture() + End, 0);
        row("for ever, and what its maker says",
            Header + Loop + comment + delay(5) + picture() + picture() + End, 50);
        row("cut off in the third", Header + delay(5) + picture() + picture() + picture().first(8), 50);
        row("without colours for all", QByteArray("GIF87a\1\0\1\0\0\0\0", 13) + picture() + picture() + End,
            0);
        row("one picture", Header + delay(5) + picture() + End, -1);
        row("one that says it goes on for ever", Header + Loop + picture() + End, -1);
        row("what stands behind its end", Header + picture() + End + picture(), -1);
        row("a comment that looks like pictures", Header + comment + picture() + End, -1);
        row("the header alone", Header, -1);
        row("half of the header", Header.first(8), -1);
        row("no GIF", "GIF7" + Header.sliced(4) + picture() + picture(), -1);
        row("nothing", {}, -1);
        row("more than a phone likes", Header + picture() + picture() + QByteArray(MaxMovingPicture, '\0'), -1);
    }
    void isTheSumOfItsDelays()
    {
        QFETCH(QByteArray, gif);
        QFETCH(qint64, ms);
        QCOMPARE(gifDuration(BytesInMemory(gif)), ms);
    }
};

QTEST_APPLESS_MAIN(GifDurationTest)
#include "tst_gifduration.moc"
