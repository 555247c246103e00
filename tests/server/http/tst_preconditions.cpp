// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests.h"
#include "server/http/preconditions.h"

#include <QtTest>

using namespace porchlight;

using enum porchlight::PreconditionResult;
Q_DECLARE_METATYPE(porchlight::PreconditionResult)

namespace {

constexpr qint64 Modified = 784'111'777; // Sun, 06 Nov 1994 08:49:37 GMT
constexpr qint64 Now = Modified + 3600;

const QByteArray Same("Sun, 06 Nov 1994 08:49:37 GMT");
const QByteArray SecondBefore("Sun, 06 Nov 1994 08:49:36 GMT");
const QByteArray SecondAfter("Sun, 06 Nov 1994 08:49:38 GMT");
const QByteArray HourAfter("Sun, 06 Nov 1994 09:49:37 GMT");

const Validators Current{{"v1", false}, Modified};

} // namespace

class TestPreconditions final : public QObject
{
    Q_OBJECT
private slots:
    void evaluates_data();
    void evaluates();
    void decidesOnRange_data();
    void decidesOnRange();
    void capsLastModified_data();
    void capsLastModified();
    void doesNotTrustADateOfThisSecond();
    void takesAFileFromTheFutureForChanged();
};

void TestPreconditions::evaluates_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<PreconditionResult>("result");
    const QByteArray match("If-Match");
    const QByteArray noneMatch("If-None-Match");
    const QByteArray modifiedSince("If-Modified-Since");
    const QByteArray unmodifiedSince("If-Unmodified-Since");

    QTest::addRow("no conditions") << QByteArray() << Proceed;

    QTest::addRow("If-Match names this version") << line(match, "\"v1\"") << Proceed;
    QTest::addRow("If-Match names it among others") << line(match, "\"v0\", \"v1\"") << Proceed;
    QTest::addRow("If-Match on two lines") << line(match, "\"v0\"") + line(match, "\"v1\"") << Proceed;
    QTest::addRow("If-Match names another") << line(match, "\"v0\"") << Failed;
    QTest::addRow("If-Match compares strongly") << line(match, "W/\"v1\"") << Failed;
    QTest::addRow("If-Match any") << line(match, "*") << Proceed;
    QTest::addRow("If-Match that is malformed matches nothing") << line(match, "v1") << Failed;
    QTest::addRow("If-Match that is empty matches nothing") << line(match, "") << Failed;

    QTest::addRow("unmodified since then") << line(unmodifiedSince, Same) << Proceed;
    QTest::addRow("unmodified since later") << line(unmodifiedSince, SecondAfter) << Proceed;
    QTest::addRow("modified after If-Unmodified-Since") << line(unmodifiedSince, SecondBefore) << Failed;
    QTest::addRow("If-Unmodified-Since in RFC 850")
        << line(unmodifiedSince, "Sunday, 06-Nov-94 08:49:36 GMT") << Failed;
    QTest::addRow("If-Unmodified-Since that is no date is ignored")
        << line(unmodifiedSince, "yesterday") << Proceed;
    QTest::addRow("If-Unmodified-Since twice is no date")
        << line(unmodifiedSince, SecondBefore) + line(unmodifiedSince, SecondBefore) << Proceed;
    QTest::addRow("If-Match silences If-Unmodified-Since")
        << line(match, "\"v1\"") + line(unmodifiedSince, SecondBefore) << Proceed;
    QTest::addRow("If-Unmodified-Since cannot save a failed If-Match")
        << line(unmodifiedSince, Same) + line(match, "\"v0\"") << Failed;

    QTest::addRow("If-None-Match names this version") << line(noneMatch, "\"v1\"") << ETagMatched;
    QTest::addRow("If-None-Match compares weakly") << line(noneMatch, "W/\"v1\"") << ETagMatched;
    QTest::addRow("If-None-Match names it among others")
        << line(noneMatch, "\"v0\", , \"v1\"") << ETagMatched;
    QTest::addRow("If-None-Match names another") << line(noneMatch, "\"v0\"") << Proceed;
    QTest::addRow("If-None-Match any") << line(noneMatch, "*") << ETagMatched;
    QTest::addRow("If-None-Match that is malformed matches nothing") << line(noneMatch, "v1") << Proceed;

    QTest::addRow("not modified since then") << line(modifiedSince, Same) << UnchangedSince;
    QTest::addRow("not modified since later") << line(modifiedSince, SecondAfter) << UnchangedSince;
    QTest::addRow("modified since") << line(modifiedSince, SecondBefore) << Proceed;
    QTest::addRow("If-Modified-Since in asctime")
        << line(modifiedSince, "Sun Nov  6 08:49:37 1994") << UnchangedSince;
    QTest::addRow("If-Modified-Since that is no date is ignored") << line(modifiedSince, "0") << Proceed;
    QTest::addRow("If-None-Match silences If-Modified-Since")
        << line(noneMatch, "\"v0\"") + line(modifiedSince, Same) << Proceed;
    QTest::addRow("even a malformed If-None-Match does")
        << line(modifiedSince, Same) + line(noneMatch, "v1") << Proceed;

    QTest::addRow("If-Match comes before If-None-Match")
        << line(noneMatch, "\"v1\"") + line(match, "\"v0\"") << Failed;
    QTest::addRow("both hold, If-None-Match decides")
        << line(noneMatch, "\"v1\"") + line(match, "\"v1\"") << ETagMatched;
    QTest::addRow("If-Unmodified-Since comes before If-Modified-Since")
        << line(modifiedSince, HourAfter) + line(unmodifiedSince, SecondBefore) << Failed;
    QTest::addRow("both dates hold, not modified")
        << line(modifiedSince, Same) + line(unmodifiedSince, Same) << UnchangedSince;
    QTest::addRow("If-Range is no precondition") << line("If-Range", "\"v0\"") << Proceed;
}

void TestPreconditions::evaluates()
{
    QFETCH(QByteArray, fields);
    for (const QByteArray method : {"GET", "HEAD"})
        QTEST(evaluatePreconditions(requestHead(method, fields), Current, Now), "result");
}

void TestPreconditions::decidesOnRange_data()
{
    QTest::addColumn<QByteArray>("ifRange");
    QTest::addColumn<bool>("applies");
    QTest::addRow("this version") << QByteArray("\"v1\"") << true;
    QTest::addRow("another version") << QByteArray("\"v0\"") << false;
    QTest::addRow("a weak validator never matches") << QByteArray("W/\"v1\"") << false;
    QTest::addRow("a list is malformed") << QByteArray("\"v1\", \"v1\"") << false;
    QTest::addRow("any is not known here") << QByteArray("*") << false;
    QTest::addRow("exactly the date") << Same << true;
    QTest::addRow("exactly the date in asctime") << QByteArray("Sun Nov  6 08:49:37 1994") << true;
    QTest::addRow("a date before") << SecondBefore << false;
    QTest::addRow("a date after is not the same version") << SecondAfter << false;
    QTest::addRow("neither tag nor date") << QByteArray("v1") << false;
    QTest::addRow("empty") << QByteArray() << false;
}

void TestPreconditions::decidesOnRange()
{
    QFETCH(QByteArray, ifRange);
    const QByteArray fields = line("Range", "bytes=0-1") + line("If-Range", ifRange);
    QTEST(rangeApplies(requestHead("GET", fields), Current, Now), "applies");
    QVERIFY(!rangeApplies(requestHead("HEAD", fields), Current, Now));
    QVERIFY(rangeApplies(requestHead("GET", line("Range", "bytes=0-1")), Current, Now));
}

void TestPreconditions::capsLastModified_data()
{
    QTest::addColumn<qint64>("modifiedNs");
    QTest::addColumn<qint64>("lastModified");
    QTest::addRow("nanoseconds are cut off") << Modified * 1'000'000'000 + 999'999'999 << Modified;
    QTest::addRow("towards the past before 1970") << qint64(-1) << qint64(-1);
    QTest::addRow("whole seconds before 1970") << qint64(-2'000'000'000) << qint64(-2);
    QTest::addRow("this second") << Now * 1'000'000'000 << Now;
    QTest::addRow("the future becomes now") << (Now + 86'400) * 1'000'000'000 << Now;
}

void TestPreconditions::capsLastModified()
{
    QFETCH(qint64, modifiedNs);
    const StoredFile file{nullptr, "a", 3, modifiedNs, 9};
    const Validators validators = validatorsOf(file, Now);
    QTEST(validators.lastModified, "lastModified");
    QVERIFY(validators.entityTag == fileEntityTag(3, modifiedNs, 9));
}

void TestPreconditions::doesNotTrustADateOfThisSecond()
{
    const RequestHead request = requestHead("GET", line("Range", "bytes=0-1") + line("If-Range", Same));
    QVERIFY(!rangeApplies(request, Current, Modified));
    QVERIFY(rangeApplies(request, Current, Modified + 1));
}

/// The clock was set back after the visitor fetched its copy; who knows what happened to the file since.
void TestPreconditions::takesAFileFromTheFutureForChanged()
{
    const qint64 now = Modified - 3600;
    const StoredFile file{nullptr, "a", 3, (Modified + 10) * 1'000'000'000, 9};
    const RequestHead request = requestHead("GET", line("If-Modified-Since", Same));
    QCOMPARE(evaluatePreconditions(request, validatorsOf(file, now), now), PreconditionResult::Proceed);
}

QTEST_APPLESS_MAIN(TestPreconditions)
#include "tst_preconditions.moc"
