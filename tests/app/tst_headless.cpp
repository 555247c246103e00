// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/porchlightprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace porchlight::test;

namespace {

const QString Headless = QStringLiteral("--headless");

/// A named pipe for the log, whose reading end the test holds open and reads only when it wants to.
class UnreadLog final
{
public:
    explicit UnreadLog(const QString &path)
        : m_path(path)
    {
        ::mkfifo(QFile::encodeName(path).constData(), 0600);
        m_descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    }
    ~UnreadLog() { close(); }
    Q_DISABLE_COPY_MOVE(UnreadLog)

    const QString &path() const { return m_path; }
    void close()
    {
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
    }
    QByteArray readSome() const
    {
        QByteArray bytes(4'096, '\0');
        bytes.resize(std::max<qsizetype>(0, ::read(m_descriptor, bytes.data(), size_t(bytes.size()))));
        return bytes;
    }

private:
    const QString m_path;
    int m_descriptor = -1;
};

} // namespace

class TestHeadless : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void theAddressComesFirst();
    void theAddressLineOfAJsonLogIsJson();
    void theDineInCafeSaysWhereItsKitchenIs_data();
    void theDineInCafeSaysWhereItsKitchenIs();
    void withoutAFolderTheCurrentOneIsShared();
    void aFileUrlIsAFolder();
    void everyRequestIsALine();
    void everyRequestIsAJsonObject();
    void logNoneSaysTheAddressAndNoMore();
    void hiddenFilesAreSharedOnRequest();
    void helpAndVersionNeedNothing();
    void wrongUsageExitsWith2_data();
    void wrongUsageExitsWith2();
    void aTakenPortExitsWith3AndNamesAFreeOne();
    void anAddressOfAnotherComputerExitsWith3();
    void withoutAPortTheNextFreeOneIsTaken();
    void aSignalStopsCleanlyWithinTwoSeconds_data();
    void aSignalStopsCleanlyWithinTwoSeconds();
    void aSecondSignalEndsItAtOnce();
    void anUnreadLogDelaysNeitherAnswersNorTheEnd();
    void itServesOnWhenTheLogsReaderHasLeft();

private:
    QStringList sharing(const QStringList &more = {}) const
    {
        return QStringList{Headless,
                           QStringLiteral("--bind"),
                           QStringLiteral("127.0.0.1"),
                           QStringLiteral("--port"),
                           QStringLiteral("0"),
                           m_folder->path()} +
               more;
    }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestHeadless::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("hello.txt"), "hello\n");
    write(QStringLiteral(".secret"), "hidden\n");
    QFile huge(m_folder->filePath(QStringLiteral("huge.bin")));
    QVERIFY(huge.open(QIODevice::WriteOnly));
    QVERIFY(huge.resize(8LL * 1024 * 1024 * 1024)); // sparse: takes no room
}

void TestHeadless::theAddressComesFirst()
{
    Porchlight porchlight(sharing());
    porchlight.start();
    const QByteArray line = porchlight.line();
    QVERIFY2(line.startsWith("Sharing " + m_folder->path().toUtf8() + " at http://127.0.0.1:"),
             line.constData());
    QVERIFY(line.endsWith("/\n"));
    QVERIFY(get(portIn(line), "/hello.txt").endsWith("\r\n\r\nhello\n"));
}

void TestHeadless::theAddressLineOfAJsonLogIsJson()
{
    Porchlight porchlight(sharing({QStringLiteral("--log=json")}));
    porchlight.start();
    const QJsonDocument line = QJsonDocument::fromJson(porchlight.line());
    QCOMPARE(line[QStringLiteral("sharing")].toString(), m_folder->path());
    QVERIFY(line[QStringLiteral("address")].toString().startsWith(QStringLiteral("http://127.0.0.1:")));
}

void TestHeadless::theDineInCafeSaysWhereItsKitchenIs_data()
{
    QTest::addColumn<QString>("log");
    QTest::addColumn<QByteArray>("opening");
    QTest::newRow("text") << QStringLiteral("text") << QByteArray("The kitchen, where orders become ready: ");
    QTest::newRow("JSON") << QStringLiteral("json") << QByteArray("{\"kitchen\":\"");
    QTest::newRow("no requests") << QStringLiteral("none")
                                 << QByteArray("The kitchen, where orders become ready: ");
}

void TestHeadless::theDineInCafeSaysWhereItsKitchenIs()
{
    QFETCH(QString, log);
    QFETCH(QByteArray, opening);
    write(QStringLiteral(".porchlight-demo.json"), R"({"kind":"dine-in","language":"en","version":1})");
    QProcessEnvironment environment = Porchlight::withoutDisplay();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder->filePath(QStringLiteral("home")));
    Porchlight porchlight(sharing({QStringLiteral("--log"), log}), environment);
    porchlight.start();
    QVERIFY(porchlight.line().contains("http://127.0.0.1:"));
    const QByteArray line = porchlight.line();
    QVERIFY2(line.startsWith(opening + "http://127.0.0.1:"), line.constData());
    static const QRegularExpression address(
        QStringLiteral("http://127\\.0\\.0\\.1:(\\d+)(/kitchen/[0-9a-f]{32})\\b"));
    const auto found = address.match(QString::fromUtf8(line));
    QVERIFY2(found.hasMatch(), line.constData());
    const QByteArray answer = get(found.captured(1).toUShort(), found.captured(2).toUtf8());
    QVERIFY2(answer.startsWith("HTTP/1.1 303 ") && answer.contains("\r\nLocation: /board\r\n"),
             answer.constData());
}

void TestHeadless::withoutAFolderTheCurrentOneIsShared()
{
    Porchlight porchlight({Headless, QStringLiteral("--bind=127.0.0.1"), QStringLiteral("--port=0")});
    porchlight.setWorkingDirectory(m_folder->path());
    porchlight.start();
    QVERIFY(get(portIn(porchlight.line()), "/hello.txt").endsWith("hello\n"));
}

void TestHeadless::aFileUrlIsAFolder()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("a b#c")));
    write(QStringLiteral("a b#c/deep.txt"), "deep\n");
    const QString url =
        QUrl::fromLocalFile(m_folder->filePath(QStringLiteral("a b#c"))).toString(QUrl::FullyEncoded);
    Porchlight porchlight({Headless, QStringLiteral("--bind=127.0.0.1"), QStringLiteral("--port=0"), url});
    porchlight.start();
    QVERIFY(get(portIn(porchlight.line()), "/deep.txt").endsWith("deep\n"));
}

void TestHeadless::everyRequestIsALine()
{
    Porchlight porchlight(sharing());
    porchlight.start();
    const quint16 port = portIn(porchlight.line());
    get(port, "/hello.txt");
    const QByteArray found = porchlight.line();
    QVERIFY2(found.startsWith("127.0.0.1 - - ["), found.constData());
    QVERIFY2(found.contains("] \"GET /hello.txt HTTP/1.1\" 200 6 \"-\" \"test\" "), found.constData());
    get(port, "/%zz");
    QVERIFY(porchlight.line().contains("\" 400 "));
    get(port, "/missing");
    QVERIFY(porchlight.line().contains("\"GET /missing HTTP/1.1\" 404 "));
}

void TestHeadless::everyRequestIsAJsonObject()
{
    Porchlight porchlight(sharing({QStringLiteral("--log"), QStringLiteral("json")}));
    porchlight.start();
    const QJsonDocument sharingLine = QJsonDocument::fromJson(porchlight.line());
    get(portIn(sharingLine[QStringLiteral("address")].toString().toUtf8()), "/hello.txt");
    const QJsonObject found = QJsonDocument::fromJson(porchlight.line()).object();
    QCOMPARE(found.value(QStringLiteral("method")).toString(), QStringLiteral("GET"));
    QCOMPARE(found.value(QStringLiteral("target")).toString(), QStringLiteral("/hello.txt"));
    QCOMPARE(found.value(QStringLiteral("status")).toInt(), 200);
    QCOMPARE(found.value(QStringLiteral("bytes")).toInt(), 6);
    QCOMPARE(found.value(QStringLiteral("ending")).toString(), QStringLiteral("complete"));
}

void TestHeadless::logNoneSaysTheAddressAndNoMore()
{
    Porchlight porchlight(sharing({QStringLiteral("--log=none")}));
    porchlight.start();
    const quint16 port = portIn(porchlight.line());
    QVERIFY(get(port, "/hello.txt").endsWith("hello\n"));
    porchlight.signal(SIGTERM);
    QCOMPARE(porchlight.exitCodeAtEnd(), 0);
    QCOMPARE(porchlight.readAllStandardOutput(), QByteArray());
}

void TestHeadless::hiddenFilesAreSharedOnRequest()
{
    Porchlight usual(sharing());
    usual.start();
    QVERIFY(get(portIn(usual.line()), "/.secret").startsWith("HTTP/1.1 404 "));
    Porchlight showing(sharing({QStringLiteral("--show-hidden")}));
    showing.start();
    QVERIFY(get(portIn(showing.line()), "/.secret").endsWith("hidden\n"));
}

void TestHeadless::helpAndVersionNeedNothing()
{
    Porchlight help({QStringLiteral("--help")});
    QCOMPARE(help.exitCodeAfterRun(), 0);
    QVERIFY(help.readAllStandardOutput().startsWith("Usage: porchlight [FOLDER]"));
    Porchlight version({QStringLiteral("--version")});
    QCOMPARE(version.exitCodeAfterRun(), 0);
    QVERIFY(version.readAllStandardOutput().startsWith("Porchlight "));
}

void TestHeadless::wrongUsageExitsWith2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("a folder that is not there") << QStringList{Headless, QStringLiteral("/there/is/none")}
                                                << QByteArray("no folder \"/there/is/none\"");
    QTest::newRow("a file") << QStringList{Headless, QStringLiteral(PORCHLIGHT)}
                            << QByteArray("not a folder");
    QTest::newRow("a bad port") << QStringList{Headless, QStringLiteral("--port=66000")}
                                << QByteArray("--port");
    QTest::newRow("an unknown option") << QStringList{QStringLiteral("--colour")} << QByteArray("colour");
    QTest::newRow("a name with an escape sequence")
        << QStringList{Headless, QStringLiteral("/\x1b[31m")} << QByteArray("\"/?[31m\"");
}

void TestHeadless::wrongUsageExitsWith2()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    Porchlight porchlight(arguments);
    QCOMPARE(porchlight.exitCodeAfterRun(), 2);
    const QByteArray error = porchlight.readAllStandardError();
    QVERIFY2(error.startsWith("porchlight: ") && error.contains(says), error.constData());
    QCOMPARE(porchlight.readAllStandardOutput(), QByteArray());
}

void TestHeadless::aTakenPortExitsWith3AndNamesAFreeOne()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString taken = QString::number(other.serverPort());
    Porchlight porchlight(
        {Headless, QStringLiteral("--bind=127.0.0.1"), QStringLiteral("--port"), taken, m_folder->path()});
    QCOMPARE(porchlight.exitCodeAfterRun(), 3);
    const QString error = QString::fromUtf8(porchlight.readAllStandardError());
    QVERIFY2(error.contains(QStringLiteral("Port %1 is taken by another program.").arg(taken)),
             qPrintable(error));
    const int suggested = error.mid(error.lastIndexOf(u' ')).trimmed().toInt();
    QVERIFY2(suggested > other.serverPort() && suggested <= 65'535, qPrintable(error));
    QCOMPARE(porchlight.readAllStandardOutput(), QByteArray());
}

void TestHeadless::anAddressOfAnotherComputerExitsWith3()
{
    Porchlight porchlight({Headless, QStringLiteral("--bind=192.0.2.1"), m_folder->path()});
    QCOMPARE(porchlight.exitCodeAfterRun(), 3);
    QVERIFY(porchlight.readAllStandardError().contains("does not have the address"));
}

void TestHeadless::withoutAPortTheNextFreeOneIsTaken()
{
    const QStringList arguments{Headless, QStringLiteral("--bind=127.0.0.1"), m_folder->path()};
    Porchlight first(arguments);
    first.start();
    const quint16 firstPort = portIn(first.line());
    QVERIFY(firstPort >= 8080);
    Porchlight second(arguments);
    second.start();
    QVERIFY(portIn(second.line()) > firstPort);
}

void TestHeadless::aSignalStopsCleanlyWithinTwoSeconds_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("downloading");
    QTest::newRow("SIGTERM while nobody visits") << SIGTERM << false;
    QTest::newRow("SIGINT while nobody visits") << SIGINT << false;
    QTest::newRow("SIGTERM while a download runs") << SIGTERM << true;
    QTest::newRow("SIGINT while a download runs") << SIGINT << true;
}

void TestHeadless::aSignalStopsCleanlyWithinTwoSeconds()
{
    QFETCH(int, number);
    QFETCH(bool, downloading);
    Porchlight porchlight(sharing());
    porchlight.start();
    const quint16 port = portIn(porchlight.line());
    QTcpSocket visitor;
    if (downloading) {
        visitor.setReadBufferSize(64 * 1024);
        sendGet(visitor, port, "/huge.bin");
        QVERIFY(visitor.waitForReadyRead(Soon));
    }
    QElapsedTimer elapsed;
    elapsed.start();
    porchlight.signal(number);
    QCOMPARE(porchlight.exitCodeAtEnd(), 0);
    QVERIFY2(elapsed.elapsed() < 2'000, qPrintable(QString::number(elapsed.elapsed())));
    if (downloading)
        QVERIFY(porchlight.readAllStandardOutput().contains("ms server-stopped\n"));
}

void TestHeadless::aSecondSignalEndsItAtOnce()
{
    Porchlight porchlight(sharing());
    porchlight.start();
    const quint16 port = portIn(porchlight.line());
    QTcpSocket visitor;
    visitor.setReadBufferSize(64 * 1024);
    sendGet(visitor, port, "/huge.bin");
    QVERIFY(visitor.waitForReadyRead(Soon));

    porchlight.signal(SIGTERM);
    QTcpSocket late;
    QTRY_VERIFY((late.abort(), late.connectToHost(QHostAddress(QHostAddress::LocalHost), port),
                 !late.waitForConnected(50)));
    porchlight.signal(SIGTERM);
    QVERIFY(porchlight.waitForFinished(Soon));
    QCOMPARE(porchlight.exitStatus(), QProcess::CrashExit);
}

void TestHeadless::anUnreadLogDelaysNeitherAnswersNorTheEnd()
{
    const UnreadLog log(m_folder->filePath(QStringLiteral("log")));
    Porchlight porchlight(sharing());
    porchlight.setStandardOutputFile(log.path());
    porchlight.start();
    QByteArray first;
    QTRY_VERIFY((first += log.readSome(), first.endsWith('\n')));
    const quint16 port = portIn(first);

    const QByteArray longTarget = "/missing?" + QByteArray(4'000, 'x');
    for (int i = 0; i < 40; ++i) // a pipe holds 64 KiB
        QVERIFY(get(port, longTarget).startsWith("HTTP/1.1 404 "));

    QElapsedTimer elapsed;
    elapsed.start();
    porchlight.signal(SIGTERM);
    QCOMPARE(porchlight.exitCodeAtEnd(), 0);
    QVERIFY(elapsed.elapsed() < 2'000);
}

void TestHeadless::itServesOnWhenTheLogsReaderHasLeft()
{
    UnreadLog log(m_folder->filePath(QStringLiteral("log")));
    Porchlight porchlight(sharing());
    porchlight.setStandardOutputFile(log.path());
    porchlight.start();
    QByteArray first;
    QTRY_VERIFY((first += log.readSome(), first.endsWith('\n')));
    log.close();
    for (int i = 0; i < 20; ++i)
        QVERIFY(get(portIn(first), "/hello.txt").endsWith("hello\n"));
    porchlight.signal(SIGTERM);
    QCOMPARE(porchlight.exitCodeAtEnd(), 0);
}

QTEST_GUILESS_MAIN(TestHeadless)
#include "tst_headless.moc"
