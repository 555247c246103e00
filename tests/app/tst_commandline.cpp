// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QTest>

using namespace porchlight;

namespace {

CommandLine parsed(const QStringList &arguments)
{
    return parseCommandLine(QStringList{QStringLiteral("porchlight")} + arguments);
}

Options optionsFrom(const QStringList &arguments)
{
    const CommandLine line = parsed(arguments);
    if (const auto *error = std::get_if<UsageError>(&line))
        qWarning("%s", qPrintable(error->message));
    return std::get<Options>(line);
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT
private slots:
    void withoutArgumentsEverythingHasItsDefault();
    void everyOptionIsTaken();
    void folder_data();
    void folder();
    void bindAddress_data();
    void bindAddress();
    void badValue_data();
    void badValue();
    void helpAndVersionWinOverErrors();
    void helpNamesEveryOption();
};

void TestCommandLine::withoutArgumentsEverythingHasItsDefault()
{
    const Options options = optionsFrom({});
    QVERIFY(options.folder.isEmpty());
    QVERIFY(!options.headless);
    QVERIFY(!options.showHidden);
    QVERIFY(!options.port);
    QCOMPARE(options.bindAddress, QHostAddress(QHostAddress::Any));
    QCOMPARE(options.threads, 0);
    QCOMPARE(options.limits.maxConnections, 1'024);
    QCOMPARE(options.limits.maxConnectionsPerAddress, 256);
    QCOMPARE(options.log, LogFormat::Text);
    QCOMPARE(options.showAs, ShowAs::Automatic);
    QVERIFY(!options.singlePageApp);
    QVERIFY(options.keepLocation);
    QVERIFY(!options.guestsGiven);
}

void TestCommandLine::everyOptionIsTaken()
{
    const Options options =
        optionsFrom({QStringLiteral("--headless"), QStringLiteral("--port"), QStringLiteral("9000"),
                     QStringLiteral("--bind=127.0.0.1"), QStringLiteral("--threads"), QStringLiteral("3"),
                     QStringLiteral("--show-hidden"), QStringLiteral("--max-connections=10"),
                     QStringLiteral("--max-per-address"), QStringLiteral("5"), QStringLiteral("--log"),
                     QStringLiteral("json"), QStringLiteral("--show"), QStringLiteral("site"),
                     QStringLiteral("--single-page-app"), QStringLiteral("--remove-location"),
                     QStringLiteral("/srv/photos")});
    QCOMPARE(options.showAs, ShowAs::Site);
    QVERIFY(options.singlePageApp);
    QVERIFY(!options.keepLocation);
    QVERIFY(options.guestsGiven);
    QVERIFY(options.headless);
    QCOMPARE(options.port.value_or(1), quint16(9000));
    QCOMPARE(options.bindAddress, QHostAddress(QStringLiteral("127.0.0.1")));
    QCOMPARE(options.threads, 3);
    QVERIFY(options.showHidden);
    QCOMPARE(options.limits.maxConnections, 10);
    QCOMPARE(options.limits.maxConnectionsPerAddress, 5);
    QCOMPARE(options.log, LogFormat::Json);
    QCOMPARE(options.folder, QStringLiteral("/srv/photos"));
}

void TestCommandLine::folder_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("folder");
    const auto row = [](const char *name, QStringList arguments, const QString &folder) {
        QTest::newRow(name) << arguments << folder;
    };
    row("a path stays as it is", {QStringLiteral("/srv/a b")}, QStringLiteral("/srv/a b"));
    row("a relative path stays relative", {QStringLiteral("../photos")}, QStringLiteral("../photos"));
    row("a file URL is decoded", {QStringLiteral("file:///srv/a%20b%23c%3F")}, QStringLiteral("/srv/a b#c?"));
    row("a file URL in UTF-8", {QStringLiteral("file:///srv/%C3%A9t%C3%A9")}, QStringLiteral("/srv/été"));
    row("a percent sign in a file URL is decoded once", {QStringLiteral("file:///srv/100%2525")},
        QStringLiteral("/srv/100%25"));
    row("a file URL of this machine", {QStringLiteral("file://localhost/srv")}, QStringLiteral("/srv"));
    row("a file URL with one slash", {QStringLiteral("file:/srv")}, QStringLiteral("/srv"));
    row("a path with a percent sign is not decoded", {QStringLiteral("/srv/a%20b")},
        QStringLiteral("/srv/a%20b"));
    row("a name with a colon is a path", {QStringLiteral("trip: day 1")}, QStringLiteral("trip: day 1"));
    row("after -- a dash begins a name", {QStringLiteral("--"), QStringLiteral("-photos")},
        QStringLiteral("-photos"));
    row("the last of a repeated option counts",
        {QStringLiteral("--port=x"), QStringLiteral("--port=80"), QStringLiteral("f")}, QStringLiteral("f"));
}

void TestCommandLine::folder()
{
    QFETCH(QStringList, arguments);
    QTEST(optionsFrom(arguments).folder, "folder");
}

void TestCommandLine::bindAddress_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QHostAddress>("address");
    QTest::newRow("IPv4") << QStringLiteral("192.168.1.5") << QHostAddress(QStringLiteral("192.168.1.5"));
    QTest::newRow("IPv6") << QStringLiteral("fd00::5") << QHostAddress(QStringLiteral("fd00::5"));
    QTest::newRow("IPv6 of every interface") << QStringLiteral("::") << QHostAddress(QHostAddress::AnyIPv6);
    QTest::newRow("IPv4 of every interface")
        << QStringLiteral("0.0.0.0") << QHostAddress(QHostAddress::AnyIPv4);
    QTest::newRow("localhost") << QStringLiteral("localhost") << QHostAddress(QHostAddress::LocalHost);
}

void TestCommandLine::bindAddress()
{
    QFETCH(QString, text);
    QTEST(optionsFrom({QStringLiteral("--bind"), text}).bindAddress, "address");
}

void TestCommandLine::badValue_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, QStringList arguments, const char *says) {
        QTest::newRow(name) << arguments << QString::fromLatin1(says);
    };
    const QString port = QStringLiteral("--port");
    row("a port above 65535", {port, QStringLiteral("65536")}, "--port takes a number from 0 to 65535");
    row("a negative port", {port, QStringLiteral("-5")}, "--port takes");
    row("a port with a sign", {port, QStringLiteral("+80")}, "--port takes");
    row("a port with a space", {port, QStringLiteral(" 80")}, "--port takes");
    row("a port in words", {port, QStringLiteral("http")}, "not \"http\"");
    row("a port in other digits", {port, QStringLiteral("٨٠٨٠")}, "--port takes");
    row("an empty port", {QStringLiteral("--port=")}, "--port takes");
    row("an overflowing port", {port, QStringLiteral("99999999999999999999")}, "--port takes");
    row("a port without a value", {port}, "port");
    row("no address at all", {QStringLiteral("--bind"), QStringLiteral("kitchen")}, "--bind takes an IPv4");
    row("a shortened address", {QStringLiteral("--bind"), QStringLiteral("10.1")}, "--bind takes");
    row("an empty address", {QStringLiteral("--bind=")}, "--bind takes");
    row("an address with a port", {QStringLiteral("--bind"), QStringLiteral("127.0.0.1:80")}, "--bind takes");
    row("no threads", {QStringLiteral("--threads=0")}, "--threads takes a number from 1 to 64");
    row("too many threads", {QStringLiteral("--threads=65")}, "--threads takes");
    row("an unknown way to show a folder", {QStringLiteral("--show=slides")},
        "--show takes auto, photos, files or site");
    row("no connections", {QStringLiteral("--max-connections=0")}, "--max-connections takes");
    row("too many connections", {QStringLiteral("--max-connections=30001")}, "--max-connections takes");
    row("none from an address", {QStringLiteral("--max-per-address=0")}, "--max-per-address takes");
    row("an unknown log", {QStringLiteral("--headless"), QStringLiteral("--log=xml")}, "text, json or none");
    row("a log beside a window", {QStringLiteral("--log=json")}, "--headless");
    row("an unknown option", {QStringLiteral("--ports=80")}, "ports");
    row("two folders", {QStringLiteral("a"), QStringLiteral("b")}, "one folder");
    row("an empty folder", {QString()}, "empty");
    row("an endless folder", {QString(5'000, u'a')}, "too long");
    row("a folder of another machine", {QStringLiteral("file://nas/photos")},
        "not a folder on this computer");
    row("a folder on the web", {QStringLiteral("sftp://nas/photos")}, "not a folder on this computer");
    row("a file URL that names nothing", {QStringLiteral("file:")}, "not a folder on this computer");
}

void TestCommandLine::badValue()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const CommandLine line = parsed(arguments);
    const auto *error = std::get_if<UsageError>(&line);
    QVERIFY(error);
    QVERIFY2(error->message.contains(says), qPrintable(error->message));
}

void TestCommandLine::helpAndVersionWinOverErrors()
{
    const QString bad = QStringLiteral("--port=x");
    QVERIFY(std::holds_alternative<HelpRequested>(parsed({bad, QStringLiteral("--help")})));
    QVERIFY(std::holds_alternative<HelpRequested>(parsed({QStringLiteral("-h")})));
    QVERIFY(std::holds_alternative<VersionRequested>(parsed({QStringLiteral("--version"), bad})));
    QVERIFY(versionText().startsWith(QStringLiteral("Porchlight " PORCHLIGHT_VERSION)));
}

void TestCommandLine::helpNamesEveryOption()
{
    const QString help = helpText();
    for (const char *option :
         {"--headless", "--port N", "--bind ADDRESS", "--threads N", "--show WAY", "--single-page-app",
          "--remove-location", "--show-hidden", "--max-connections N", "--max-per-address N", "--log FORMAT",
          "--version", "--help"})
        QVERIFY2(help.contains(QLatin1String(option)), option);
    for (const QString &line : help.split(u'\n'))
        QVERIFY2(line.size() <= 100, qPrintable(line));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
