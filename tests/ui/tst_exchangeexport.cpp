// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fulldisk.h"
#include "tests/ui/exchanges.h"
#include "ui/exchangeexport.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

ExportEntry entryWith(const QByteArray &head, const QString &visitor = QStringLiteral("iPhone · Safari"))
{
    ExportEntry entry{exchange(1, "/", 200, 2'326, 38), visitor};
    entry.exchange.requestHead = head;
    return entry;
}

} // namespace

class TestExchangeExport final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void neutral_data();
    void neutral();
    void csvLine();
    void csvQuotesAsRfc4180();
    void csvOfARunningExchangeHasNoDuration();
    void hostileCsvIsPlain();
    void commonLogLine();
    void combinedLogLine();
    void hostileLogIsEscapedAsApacheDoes();
    void fileIsWrittenWhole();
    void fileThatCannotBeWrittenSaysWhy();
    void aFullDiskLeavesTheOldFile();
};

void TestExchangeExport::neutral_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("neutral");
    const auto row = [](const char *cell, const char *neutral) {
        QTest::addRow("%s", cell) << QString::fromLatin1(cell) << QString::fromLatin1(neutral);
    };
    row("=1+1", "'=1+1");
    row("+1", "'+1");
    row("-1", "'-1");
    row("@SUM(A1)", "'@SUM(A1)");
    row("\t=1", "'\t=1");
    row("\r=1", "'\r=1");
    row("a=1", "a=1");
    row("/index.html", "/index.html");
    row("", "");
}

void TestExchangeExport::neutral()
{
    QFETCH(QString, cell);
    QTEST(neutralCell(cell), "neutral");
}

void TestExchangeExport::csvLine()
{
    const ExportEntry entry =
        entryWith("GET /a,b HTTP/1.1\r\nReferer: http://x/\r\nUser-Agent: curl/8.5.0\r\n\r\n");
    QCOMPARE(
        exportLine(ExportFormat::Csv, entry),
        QByteArray(
            "2026-07-18T10:42:31.209+02:00,192.168.1.40,iPhone · Safari,GET,\"/a,b\",200,200 OK,2326,38.000,"
            "http://x/,curl/8.5.0\r\n"));
    QCOMPARE(exportHeader(ExportFormat::Csv).count(','),
             exportLine(ExportFormat::Csv, entryWith("GET / HTTP/1.1\r\n\r\n")).count(','));
    QVERIFY(exportHeader(ExportFormat::Csv).startsWith("\xEF\xBB\xBF"));
}

void TestExchangeExport::csvQuotesAsRfc4180()
{
    const QByteArray line =
        exportLine(ExportFormat::Csv, entryWith("GET /\"x\" HTTP/1.1\r\n\r\n", QStringLiteral("=A\"1")));
    QVERIFY2(line.contains(",\"'=A\"\"1\",GET,\"/\"\"x\"\"\","), line);
}

void TestExchangeExport::csvOfARunningExchangeHasNoDuration()
{
    const QByteArray line = exportLine(ExportFormat::Csv, {running(1, "/a", 41, 100), {}});
    QVERIFY2(line.contains(",200 sending 41%,41,,"), line);
}

void TestExchangeExport::hostileCsvIsPlain()
{
    const QByteArray line = exportLine(
        ExportFormat::Csv, entryWith("=cmd|x!A1 /\x1b<img>\xe2\x80\xae\xff HTTP/1.1\r\nUser-Agent: "
                                     "@SUM\x07\r\nReferer: +1\n2\r\n\r\n"));
    QVERIFY2(line.contains(",'=cmd|x!A1,/\\x1B<img>\\u202E\xEF\xBF\xBD,"), line);
    QVERIFY2(line.endsWith(",'+1,'@SUM\\x07\r\n"), line);
    QCOMPARE(line.count('\n'), 1);
}

void TestExchangeExport::commonLogLine()
{
    ExportEntry entry = entryWith("GET /a.html HTTP/1.1\r\n\r\n");
    QCOMPARE(exportLine(ExportFormat::CommonLog, entry),
             QByteArray("192.168.1.40 - - [18/Jul/2026:10:42:31 +0200] \"GET /a.html HTTP/1.1\" 200 2326\n"));
    entry.exchange.bodyBytes = 0;
    entry.exchange.status = 0;
    entry.exchange.requestHead.clear();
    QCOMPARE(exportLine(ExportFormat::CommonLog, entry),
             QByteArray("192.168.1.40 - - [18/Jul/2026:10:42:31 +0200] \"-\" - -\n"));
    QVERIFY(exportHeader(ExportFormat::CommonLog).isEmpty());
}

void TestExchangeExport::combinedLogLine()
{
    QVERIFY(
        exportLine(ExportFormat::CombinedLog, entryWith("GET / HTTP/1.1\r\nUser-Agent: curl/8.5.0\r\n\r\n"))
            .endsWith("\"GET / HTTP/1.1\" 200 2326 \"-\" \"curl/8.5.0\"\n"));
}

void TestExchangeExport::hostileLogIsEscapedAsApacheDoes()
{
    const QByteArray line =
        exportLine(ExportFormat::CombinedLog,
                   entryWith("GET /\"\\\x1b\xe2\x80\xae\r HTTP/1.1\r\nUser-Agent: <img>\x7f\" 200\r\n\r\n"));
    QVERIFY2(line.contains("\"GET /\\\"\\\\\\x1b\\xe2\\x80\\xae\\x0d HTTP/1.1\""), line);
    QVERIFY2(line.endsWith("\"<img>\\x7f\\\" 200\"\n"), line);
}

void TestExchangeExport::fileIsWrittenWhole()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r.log"));
    const std::vector<ExportEntry> entries(1'000, entryWith("GET / HTTP/1.1\r\n\r\n"));
    const ExportOutcome outcome = writeExport(path, ExportFormat::CommonLog, entries);
    QCOMPARE(outcome.error, QString());
    QCOMPARE(outcome.written, 1'000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 1'000);
}

void TestExchangeExport::fileThatCannotBeWrittenSaysWhy()
{
    const ExportOutcome outcome =
        writeExport(QStringLiteral("/proc/no-such-folder/r.csv"), ExportFormat::Csv, {});
    QVERIFY(!outcome.error.isEmpty());
    QCOMPARE(outcome.written, 0);
}

void TestExchangeExport::aFullDiskLeavesTheOldFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r.csv"));
    const std::vector<ExportEntry> entries(2, entryWith("GET /old HTTP/1.1\r\n\r\n"));
    QCOMPARE(writeExport(path, ExportFormat::Csv, entries).error, QString());
    {
        const FullDisk disk(50);
        const ExportOutcome outcome = writeExport(path, ExportFormat::Csv, entries);
        QVERIFY(!outcome.error.isEmpty());
        QCOMPARE(outcome.written, 0);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("/old"), 2);
}

QTEST_GUILESS_MAIN(TestExchangeExport)
#include "tst_exchangeexport.moc"
