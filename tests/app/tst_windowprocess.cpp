// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/porchlightprocess.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace porchlight::test;

/// The real program with its window, on Qt's offscreen platform, seen from outside.
class TestWindowProcess : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void aFolderOnTheCommandLineIsSharedAtOnce();
    void aSecondStartHandsItsFolderOverAndEnds();
    void aCrashDoesNotKeepTheNextStartOut();
    void aHungWindowIsSaid();
    void sigtermEndsItWhileADownloadRuns();
    void aFolderHandedOverWhileItEndsIsShared();
    void sigtermSavesWhatTheWindowRemembers();
    void aDeadDiskDoesNotKeepItFromEnding();

private:
    QProcessEnvironment environment() const;
    QString folderWith(const QString &name, const QByteArray &content) const;
    QString folderWithHugeFile() const;
    std::unique_ptr<Porchlight> window(const QStringList &arguments) const
    {
        auto porchlight = std::make_unique<Porchlight>(arguments, environment());
        porchlight->start();
        return porchlight;
    }

    std::unique_ptr<QTemporaryDir> m_world;
};

void TestWindowProcess::init()
{
    m_world = std::make_unique<QTemporaryDir>();
    QVERIFY(m_world->isValid());
    for (const char *name : {"runtime", "config", "home"})
        QVERIFY(QDir(m_world->path()).mkdir(QLatin1String(name)));
    QFile::setPermissions(m_world->filePath(QStringLiteral("runtime")),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QProcessEnvironment TestWindowProcess::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_world->filePath(QStringLiteral("runtime")));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_world->filePath(QStringLiteral("config")));
    environment.insert(QStringLiteral("HOME"), m_world->filePath(QStringLiteral("home")));
    return environment;
}

QString TestWindowProcess::folderWith(const QString &name, const QByteArray &content) const
{
    const QString folder = m_world->filePath(name);
    QDir().mkpath(folder);
    QFile file(folder + QStringLiteral("/file.txt"));
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
    return folder;
}

/// "photos" with file.txt and huge.bin, which nobody downloads to its end.
QString TestWindowProcess::folderWithHugeFile() const
{
    const QString folder = folderWith(QStringLiteral("photos"), "one\n");
    QFile huge(folder + QStringLiteral("/huge.bin"));
    if (huge.open(QIODevice::WriteOnly))
        huge.resize(8LL * 1024 * 1024 * 1024);
    return folder;
}

void TestWindowProcess::aFolderOnTheCommandLineIsSharedAtOnce()
{
    const quint16 port = freePort();
    const auto porchlight = window(
        {folderWith(QStringLiteral("photos"), "one\n"), QStringLiteral("--port"), QString::number(port)});
    QTRY_VERIFY_WITH_TIMEOUT(get(port, "/file.txt").endsWith("\r\n\r\none\n"), Soon);
    porchlight->signal(SIGTERM);
    QCOMPARE(porchlight->exitCodeAtEnd(), 0);
    QVERIFY(get(port, "/file.txt").isEmpty());
}

void TestWindowProcess::aSecondStartHandsItsFolderOverAndEnds()
{
    const quint16 port = freePort();
    const auto first = window(
        {folderWith(QStringLiteral("photos"), "one\n"), QStringLiteral("--port"), QString::number(port)});
    QTRY_VERIFY_WITH_TIMEOUT(get(port, "/file.txt").endsWith("one\n"), Soon);

    Porchlight second({folderWith(QStringLiteral("music"), "two\n")}, environment());
    QCOMPARE(second.exitCodeAfterRun(), 0);
    QVERIFY(second.readAllStandardOutput().contains("open already"));
    QTRY_VERIFY_WITH_TIMEOUT(get(port, "/file.txt").endsWith("two\n"), Soon);
    QCOMPARE(first->state(), QProcess::Running);
}

void TestWindowProcess::aCrashDoesNotKeepTheNextStartOut()
{
    const QString folder = folderWith(QStringLiteral("photos"), "one\n");
    const quint16 port = freePort();
    const QStringList arguments{folder, QStringLiteral("--port"), QString::number(port)};
    const auto first = window(arguments);
    QTRY_VERIFY_WITH_TIMEOUT(!get(port, "/file.txt").isEmpty(), Soon);
    first->signal(SIGKILL);
    QVERIFY(first->waitForFinished(Soon));
    const auto second = window(arguments);
    QTRY_VERIFY_WITH_TIMEOUT(get(port, "/file.txt").endsWith("one\n"), Soon);
}

void TestWindowProcess::aHungWindowIsSaid()
{
    const quint16 port = freePort();
    const auto first = window(
        {folderWith(QStringLiteral("photos"), "one\n"), QStringLiteral("--port"), QString::number(port)});
    QTRY_VERIFY_WITH_TIMEOUT(!get(port, "/file.txt").isEmpty(), Soon);
    first->signal(SIGSTOP);
    const auto second = window({});
    second->setReadChannel(QProcess::StandardError);
    QByteArray said = second->line();
    while (!said.isEmpty() && !said.contains("does not answer"))
        said = second->line();
    QVERIFY(said.startsWith("porchlight: "));
}

void TestWindowProcess::sigtermEndsItWhileADownloadRuns()
{
    const QString folder = folderWithHugeFile();
    const quint16 port = freePort();
    const auto porchlight = window({folder, QStringLiteral("--port"), QString::number(port)});
    QTRY_VERIFY_WITH_TIMEOUT(!get(port, "/file.txt").isEmpty(), Soon);
    QTcpSocket visitor;
    visitor.setReadBufferSize(64 * 1024);
    sendGet(visitor, port, "/huge.bin");
    QVERIFY(visitor.waitForReadyRead(Soon));
    QElapsedTimer elapsed;
    elapsed.start();
    porchlight->signal(SIGTERM);
    QCOMPARE(porchlight->exitCodeAtEnd(), 0);
    QVERIFY2(elapsed.elapsed() < 2'000, qPrintable(QString::number(elapsed.elapsed())));
}

void TestWindowProcess::aFolderHandedOverWhileItEndsIsShared()
{
    const quint16 port = freePort();
    const auto first = window({folderWithHugeFile(), QStringLiteral("--port"), QString::number(port)});
    QTRY_VERIFY_WITH_TIMEOUT(!get(port, "/file.txt").isEmpty(), Soon);
    QTcpSocket visitor; // it ends only after the grace that running answers have
    visitor.setReadBufferSize(64 * 1024);
    sendGet(visitor, port, "/huge.bin");
    QVERIFY(visitor.waitForReadyRead(Soon));
    first->signal(SIGTERM);
    QTRY_VERIFY_WITH_TIMEOUT(get(port, "/file.txt").isEmpty(), Soon);
    const auto second = window(
        {folderWith(QStringLiteral("music"), "two\n"), QStringLiteral("--port"), QString::number(port)});
    QTRY_VERIFY_WITH_TIMEOUT(get(port, "/file.txt").endsWith("two\n"), Soon);
    QCOMPARE(first->exitCodeAtEnd(), 0);
    QVERIFY(get(port, "/file.txt").endsWith("two\n"));
}

void TestWindowProcess::sigtermSavesWhatTheWindowRemembers()
{
    const quint16 port = freePort();
    const auto porchlight = window(
        {folderWith(QStringLiteral("photos"), "one\n"), QStringLiteral("--port"), QString::number(port)});
    QTRY_VERIFY_WITH_TIMEOUT(!get(port, "/file.txt").isEmpty(), Soon);
    porchlight->signal(SIGTERM);
    QCOMPARE(porchlight->exitCodeAtEnd(), 0);
    QFile settings(m_world->filePath(QStringLiteral("config/porchlight/porchlight.conf")));
    QVERIFY(settings.open(QIODevice::ReadOnly));
    QVERIFY(settings.readAll().contains("geometry="));
}

void TestWindowProcess::aDeadDiskDoesNotKeepItFromEnding()
{
    const quint16 port = freePort();
    const QString folder = folderWith(QStringLiteral("stick"), "one\n");
    QProcessEnvironment preloaded = environment();
    preloaded.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(PRELOAD));
    preloaded.insert(QStringLiteral("ASAN_OPTIONS"), preloaded.value(QStringLiteral("ASAN_OPTIONS")) +
                                                         QStringLiteral(":verify_asan_link_order=0"));
    Porchlight porchlight({folder, QStringLiteral("--port"), QString::number(port)}, preloaded);
    porchlight.start();
    QTRY_VERIFY_WITH_TIMEOUT(!get(port, "/file.txt").isEmpty(), Soon);
    QVERIFY(QFile(folder + QStringLiteral(".dead")).open(QIODevice::WriteOnly));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder + QStringLiteral(".asked")), Soon);
    porchlight.signal(SIGTERM);
    QCOMPARE(porchlight.exitCodeAtEnd(), 0);
}

QTEST_GUILESS_MAIN(TestWindowProcess)
#include "tst_windowprocess.moc"
