// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/httpdate.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>
#include <QtTest>

#include <limits>

using namespace porchlight;

namespace {

constexpr qint64 Now = 1'763'942'400;   // Mon, 24 Nov 2025 00:00:00 GMT
constexpr qint64 Example = 784'111'777; // Sun, 06 Nov 1994 08:49:37 GMT, the RFC's own

} // namespace

class TestHttpDate final : public QObject
{
    Q_OBJECT
private slots:
    void formats_data();
    void formats();
    void formatsLikeQt();
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void refusesEveryTruncationAndExtension();
};

void TestHttpDate::formats_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QByteArray>("text");
    QTest::addRow("the RFC's example") << Example << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT");
    QTest::addRow("the epoch") << qint64(0) << QByteArray("Thu, 01 Jan 1970 00:00:00 GMT");
    QTest::addRow("before the epoch") << qint64(-1) << QByteArray("Wed, 31 Dec 1969 23:59:59 GMT");
    QTest::addRow("a leap day") << qint64(951'782'400) << QByteArray("Tue, 29 Feb 2000 00:00:00 GMT");
    QTest::addRow("past 32 bits") << qint64(4'294'967'296) << QByteArray("Sun, 07 Feb 2106 06:28:16 GMT");
    QTest::addRow("the last second there is")
        << qint64(253'402'300'799) << QByteArray("Fri, 31 Dec 9999 23:59:59 GMT");
    QTest::addRow("past the year 9999")
        << qint64(253'402'300'800) << QByteArray("Fri, 31 Dec 9999 23:59:59 GMT");
    QTest::addRow("the largest number")
        << std::numeric_limits<qint64>::max() << QByteArray("Fri, 31 Dec 9999 23:59:59 GMT");
    QTest::addRow("the smallest number")
        << std::numeric_limits<qint64>::min() << QByteArray("Sat, 01 Jan 0000 00:00:00 GMT");
}

void TestHttpDate::formats()
{
    QFETCH(qint64, seconds);
    QTEST(formatHttpDate(seconds), "text");
}

void TestHttpDate::formatsLikeQt()
{
    for (qint64 seconds = -2'000'000'000; seconds < 8'000'000'000; seconds += 7'654'321) {
        const auto moment = QDateTime::fromMSecsSinceEpoch(seconds * 1000, QTimeZone::utc());
        const QByteArray text = formatHttpDate(seconds);
        QCOMPARE(QString::fromLatin1(text),
                 QLocale::c().toString(moment, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")));
        QCOMPARE(parseHttpDate(text, Now), std::optional(seconds));
    }
}

void TestHttpDate::parses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<QByteArray>("meant");
    const auto row = [](const char *name, const char *text, const char *meant, qint64 now = Now) {
        QTest::addRow("%s", name) << QByteArray(text) << now << QByteArray(meant);
    };
    row("IMF-fixdate", "Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT");
    row("RFC 850", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT");
    row("asctime", "Sun Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 GMT");
    row("asctime with a day of two digits", "Wed Nov 16 08:49:37 1994", "Wed, 16 Nov 1994 08:49:37 GMT");
    row("asctime with a zero before the day", "Sun Nov 06 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 GMT");
    row("the day's name need not fit", "Mon, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT");
    row("a leap second", "Sat, 31 Dec 2016 23:59:60 GMT", "Sun, 01 Jan 2017 00:00:00 GMT");
    row("a leap day", "Thu, 29 Feb 2024 12:00:00 GMT", "Thu, 29 Feb 2024 12:00:00 GMT");
    row("the year 0", "Sat, 01 Jan 0000 00:00:00 GMT", "Sat, 01 Jan 0000 00:00:00 GMT");
    row("the year 9999", "Fri, 31 Dec 9999 23:59:59 GMT", "Fri, 31 Dec 9999 23:59:59 GMT");

    row("two digits: this year", "Monday, 24-Nov-25 00:00:00 GMT", "Mon, 24 Nov 2025 00:00:00 GMT");
    row("two digits: exactly 50 years ahead", "Sunday, 24-Nov-75 00:00:00 GMT",
        "Sun, 24 Nov 2075 00:00:00 GMT");
    row("two digits: a second more is past", "Monday, 24-Nov-75 00:00:01 GMT",
        "Mon, 24 Nov 1975 00:00:01 GMT");
    row("two digits: the year 00", "Saturday, 01-Jan-00 00:00:00 GMT", "Sat, 01 Jan 2000 00:00:00 GMT");
    row("two digits: over the century's end", "Saturday, 01-Jan-05 00:00:00 GMT",
        "Sat, 01 Jan 2005 00:00:00 GMT", Example);
    row("two digits: next century from 2095", "Thursday, 01-Jan-05 00:00:00 GMT",
        "Thu, 01 Jan 2105 00:00:00 GMT", 3'950'000'000);
    row("two digits: a leap day", "Tuesday, 29-Feb-00 00:00:00 GMT", "Tue, 29 Feb 2000 00:00:00 GMT");
}

void TestHttpDate::parses()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, now);
    const auto seconds = parseHttpDate(text, now);
    QVERIFY(seconds);
    QTEST(formatHttpDate(*seconds), "meant");
}

void TestHttpDate::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             "0",
                             "-1",
                             "now",
                             "Sun",
                             "Sun,",
                             "Sun, ",
                             "1994-11-06T08:49:37Z",
                             "784111777",
                             "sun, 06 Nov 1994 08:49:37 GMT",
                             "Sun, 06 nov 1994 08:49:37 GMT",
                             "Sun, 06 Nov 1994 08:49:37 gmt",
                             "Son, 06 Nov 1994 08:49:37 GMT",
                             "Sun, 06 Now 1994 08:49:37 GMT",
                             "Sun 06 Nov 1994 08:49:37 GMT",
                             "Sun,06 Nov 1994 08:49:37 GMT",
                             "Sun, 6 Nov 1994 08:49:37 GMT",
                             "Sun, 06 Nov 94 08:49:37 GMT",
                             "Sun, 06 Nov 1994 8:49:37 GMT",
                             "Sun, 06 Nov 1994 08:49 GMT",
                             "Sun, 06 Nov 1994 08:49:37",
                             "Sun, 06 Nov 1994 08:49:37 UTC",
                             "Sun, 06 Nov 1994 08:49:37 +0000",
                             "Sun, 06 Nov 1994 08:49:37 GMT; length=5",
                             "Sun, 00 Nov 1994 08:49:37 GMT",
                             "Sun, 31 Nov 1994 08:49:37 GMT",
                             "Sun, 32 Dec 1994 08:49:37 GMT",
                             "Tue, 29 Feb 2023 08:49:37 GMT",
                             "Thu, 29 Feb 1900 08:49:37 GMT",
                             "Sun, 06 Nov 1994 24:00:00 GMT",
                             "Sun, 06 Nov 1994 08:60:00 GMT",
                             "Sun, 06 Nov 1994 08:49:61 GMT",
                             "Sun, -6 Nov 1994 08:49:37 GMT",
                             "Sun, 06 Nov -994 08:49:37 GMT",
                             "Sun, 06 Nov 1994 08:49:3x GMT",
                             "Sun, 06 Nov 1994  08:49:37 GMT",
                             "Sunday, 06-Nov-1994 08:49:37 GMT",
                             "Sunday, 06 Nov 94 08:49:37 GMT",
                             "Sunday, 31-Feb-94 08:49:37 GMT",
                             "Sunday, 99-Nov-94 08:49:37 GMT",
                             "Tuesday, 29-Feb-23 00:00:00 GMT",
                             "Sunnyday, 06-Nov-94 08:49:37 GMT",
                             "Sun Nov 6 08:49:37 1994",
                             "Sun Nov   6 08:49:37 1994",
                             "Sun Nov  6 08:49:37 94",
                             "Sun Nov  6 08:49:37 GMT 1994",
                             "Sun Nov  0 08:49:37 1994",
                             "\xFF\xFF\xFF, 06 Nov 1994 08:49:37 GMT"})
        QTest::addRow("'%s'", text) << QByteArray(text);
}

void TestHttpDate::refuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseHttpDate(text, Now));
}

void TestHttpDate::refusesEveryTruncationAndExtension()
{
    for (const QByteArray text :
         {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"}) {
        for (qsizetype length = 0; length < text.size(); ++length)
            QVERIFY(!parseHttpDate(text.first(length), Now));
        QVERIFY(!parseHttpDate(text + ' ', Now));
        QVERIFY(!parseHttpDate(' ' + text, Now));
        QCOMPARE(parseHttpDate(text, Now), std::optional(Example));
    }
}

QTEST_APPLESS_MAIN(TestHttpDate)
#include "tst_httpdate.moc"
