// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/porchwindow.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"
#include "ui/humanunits.h"
#include "ui/inspect/contentview.h"
#include "ui/inspector.h"
#include "ui/startpage.h"

#include <QDir>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSettings>

using namespace porchlight;
using namespace porchlight::test;

namespace {

constexpr qint64 Huge = 1024 * 1024 * 1024;
constexpr int SmallBuffer = 16 * 1024;

QByteArray photo()
{
    QByteArray bytes(300'000, '\0');
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char(i * 31 + i / 251);
    return bytes;
}

} // namespace

/// The window, the server and a visitor together: what a person clicks, and what comes of it on the wire.
class TestSharing final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();

    void aDroppedFolderLeavesTheStartPageAndIsServed();
    void aRequestBecomesARow_data();
    void aRequestBecomesARow();
    void aPictureIsSeenThoughNoCopyWasKept();
    void theFilterShowsWhatMatches();
    void stopRefusesVisitorsAndStartLetsThemInAgain();
    void stopCutsADownloadAndSaysSo();
    void aVisitorWhoLeavesIsShown();
    void theFolderGoesAwayAndReturns_data();
    void theFolderGoesAwayAndReturns();
    void closingAsksAndSharingMayGoOn();
    void closingStopsSharingAndEnds_data();
    void closingStopsSharingAndEnds();

private:
    void fillFolder() const;

    QTemporaryDir m_home;
    std::unique_ptr<QTemporaryDir> m_world;
    QString m_folder;
};

void TestSharing::initTestCase()
{
    liveIn(m_home.path());
}

void TestSharing::init()
{
    m_world = std::make_unique<QTemporaryDir>();
    m_folder = m_world->filePath(QStringLiteral("Summer 2026"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_world->path());
    fillFolder();
}

void TestSharing::fillFolder() const
{
    QVERIFY(QDir().mkpath(m_folder + QStringLiteral("/Lake")));
    QFile beach(m_folder + QStringLiteral("/beach.jpg"));
    QVERIFY(beach.open(QIODevice::WriteOnly));
    QCOMPARE(beach.write(photo()), photo().size());
    QFile huge(m_folder + QStringLiteral("/boat.mp4")); // sparse: it takes no room on the disk
    QVERIFY(huge.open(QIODevice::WriteOnly));
    QVERIFY(huge.resize(Huge));
}

void TestSharing::aDroppedFolderLeavesTheStartPageAndIsServed()
{
    PorchWindow porch;
    QVERIFY(porch.find<StartPage>()->isVisible());
    QVERIFY(!RawClient(porch.port).isConnected());

    QVERIFY(porch.share(m_folder));
    QVERIFY(!porch.find<StartPage>()->isVisible());
    QVERIFY(porch.find<RequestTable>()->isVisible());
    QCOMPARE(porch.window->windowTitle(), QStringLiteral("Summer 2026"));
    QCOMPARE(porch.buttonText(), QStringLiteral("Stop sharing"));
    QCOMPARE(porch.message(), QString());
    const RawResponse page = ask(porch.port, get("/"));
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("beach.jpg"));
}

void TestSharing::aRequestBecomesARow_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("body"); // empty: any
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("answer");
    QTest::newRow("a file") << get("/beach.jpg") << photo() << QStringLiteral("GET /beach.jpg")
                            << QStringLiteral("200 OK");
    QTest::newRow("a part of it") << get("/beach.jpg", "Range: bytes=1000-5999\r\n")
                                  << photo().mid(1000, 5000) << QStringLiteral("GET /beach.jpg")
                                  << QStringLiteral("206 Part of it");
    QTest::newRow("no such part") << get("/beach.jpg", "Range: bytes=300000-\r\n") << QByteArray()
                                  << QStringLiteral("GET /beach.jpg") << QStringLiteral("416 No Such Part");
    QTest::newRow("nothing there") << get("/gone%20<b>.html") << QByteArray()
                                   << QStringLiteral("GET /gone <b>.html") << QStringLiteral("404 Not Found");
    QTest::newRow("a folder") << get("/Lake/") << QByteArray() << QStringLiteral("GET /Lake/")
                              << QStringLiteral("200 OK");
    QTest::newRow("refused before it is a request")
        << QByteArray("GET / HTTP/1.1\r\n\r\n") << QByteArray() << QStringLiteral("GET /")
        << QStringLiteral("400 Bad Request");
}

void TestSharing::aRequestBecomesARow()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, body);
    QFETCH(QString, asked);
    QFETCH(QString, answer);
    PorchWindow porch;
    QVERIFY(porch.share(m_folder));
    const RawResponse response = ask(porch.port, request);
    QVERIFY(response.complete);
    QCOMPARE(response.status, answer.left(3).toInt());
    if (!body.isEmpty())
        QVERIFY(response.body == body);

    QTRY_COMPARE_WITH_TIMEOUT(porch.answer(0), answer, Soon);
    QCOMPARE(porch.rowCount(), 1);
    QCOMPARE(porch.askedFor(0), asked);
    QCOMPARE(porch.sent(0), humanSize(response.body.size()));
}

void TestSharing::aPictureIsSeenThoughNoCopyWasKept()
{
    QImage picture(400, 300, QImage::Format_RGB32);
    quint32 noise = 1;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            picture.setPixel(x, y, (noise = noise * 1'664'525 + 1'013'904'223) | 0xff000000u);
    }
    const QString path = m_folder + QStringLiteral("/noise.png");
    QVERIFY(picture.save(path) && QFileInfo(path).size() > Exchange::KeptContent);
    PorchWindow porch;
    QVERIFY(porch.share(m_folder));
    QCOMPARE(ask(porch.port, get("/noise.png")).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(porch.rowCount(), 1, Soon);
    QTRY_COMPARE_WITH_TIMEOUT(porch.answer(0), QStringLiteral("200 OK"), Soon);
    porch.clickRow(0);
    auto *inspector = porch.find<Inspector>();
    for (QPushButton *each : inspector->findChildren<QPushButton *>()) {
        if (each->isVisible() && each->text().remove(u'&') == QStringLiteral("Content"))
            QTest::mouseClick(each, Qt::LeftButton);
    }
    const auto shown = [inspector]() -> const QLabel * {
        for (const ContentView *each : inspector->findChildren<ContentView *>()) {
            if (each->isVisible())
                return qobject_cast<QLabel *>(each->currentWidget());
        }
        return nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(shown() && !shown()->pixmap().isNull(), Soon);

    QVERIFY(QFile::remove(path) && picture.scaled(20, 20).save(path));
    QCOMPARE(ask(porch.port, get("/Lake/")).status, 200); // another row in between
    QTRY_COMPARE_WITH_TIMEOUT(porch.rowCount(), 2, Soon);
    porch.clickRow(1);
    porch.clickRow(0);
    QTRY_VERIFY_WITH_TIMEOUT(shown() && shown()->text().contains(QStringLiteral("another one by now")), Soon);
}

void TestSharing::theFilterShowsWhatMatches()
{
    PorchWindow porch;
    QVERIFY(porch.share(m_folder));
    ask(porch.port, get("/beach.jpg"));
    ask(porch.port, get("/gone.html"));
    ask(porch.port, get("/Lake/"));
    QTRY_COMPARE_WITH_TIMEOUT(porch.rowCount(), 3, Soon);

    QTest::keyClicks(porch.filterField(), QStringLiteral("404"));
    QTRY_COMPARE_WITH_TIMEOUT(porch.rowCount(), 1, Soon);
    QCOMPARE(porch.askedFor(0), QStringLiteral("GET /gone.html"));

    ask(porch.port, get("/beach.jpg"));
    ask(porch.port, get("/also-gone.html"));
    QTRY_COMPARE_WITH_TIMEOUT(porch.rowCount(), 2, Soon);
    QTRY_COMPARE_WITH_TIMEOUT(porch.askedFor(1), QStringLiteral("GET /also-gone.html"), Soon);

    QTest::keyClick(porch.filterField(), Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(porch.rowCount(), 5, Soon);
    QCOMPARE(porch.filterField()->text(), QString());
}

void TestSharing::stopRefusesVisitorsAndStartLetsThemInAgain()
{
    PorchWindow porch;
    QVERIFY(porch.share(m_folder));
    QCOMPARE(ask(porch.port, get("/beach.jpg")).status, 200);

    for (int rows = 1; rows <= 3; ++rows) {
        QTRY_COMPARE_WITH_TIMEOUT(porch.rowCount(), rows, Soon);
        porch.clickButton();
        QVERIFY(porch.says(QStringLiteral("Sharing is off — nobody sees this folder")));
        QVERIFY(!RawClient(porch.port).isConnected());
        QCOMPARE(porch.buttonText(), QStringLiteral("Start sharing"));

        porch.clickButton();
        QVERIFY(porch.says(QStringLiteral("Sharing is on")));
        QCOMPARE(ask(porch.port, get("/beach.jpg")).body.size(), photo().size());
    }
    QTRY_COMPARE_WITH_TIMEOUT(porch.answer(3), QStringLiteral("200 OK"), Soon);
    QCOMPARE(porch.rowCount(), 4);
}

void TestSharing::stopCutsADownloadAndSaysSo()
{
    PorchWindow porch;
    QVERIFY(porch.share(m_folder));
    RawClient visitor(porch.port, RawClient::Family::IPv4, SmallBuffer);
    QVERIFY(visitor.send(get("/boat.mp4")));
    QVERIFY(!visitor.receiveBytes(1).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(porch.answer(0).startsWith(QStringLiteral("200 sending ")), Soon);

    porch.clickButton();
    QVERIFY(porch.says(QStringLiteral("Sharing is off")));
    QTRY_COMPARE_WITH_TIMEOUT(porch.answer(0), QStringLiteral("200 cut: stopped"), Soon);
    QVERIFY(visitor.receiveAll().size() < Huge);
    QCOMPARE(porch.rowCount(), 1);
}

void TestSharing::aVisitorWhoLeavesIsShown()
{
    PorchWindow porch;
    QVERIFY(porch.share(m_folder));
    RawClient visitor(porch.port, RawClient::Family::IPv4, SmallBuffer);
    QVERIFY(visitor.send(get("/boat.mp4")));
    QVERIFY(!visitor.receiveBytes(1).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(porch.answer(0).startsWith(QStringLiteral("200 sending ")), Soon);

    visitor.reset();
    QTRY_COMPARE_WITH_TIMEOUT(porch.answer(0), QStringLiteral("200 visitor left"), Soon);
    QCOMPARE(porch.rowCount(), 1);
    QVERIFY(porch.sent(0) != QStringLiteral("0 B"));
    QVERIFY(porch.sent(0) != humanSize(Huge));
    porch.clickRow(0);
    const QString told = porch.find<Inspector>()->toldText();
    QVERIFY2(told.contains(QStringLiteral("The visitor left after ")), qPrintable(told));
    QCOMPARE(ask(porch.port, get("/beach.jpg")).status, 200);
}

void TestSharing::theFolderGoesAwayAndReturns_data()
{
    QTest::addColumn<bool>("isSame");
    QTest::newRow("moved away and back") << true;
    QTest::newRow("removed and made anew") << false;
}

void TestSharing::theFolderGoesAwayAndReturns()
{
    QFETCH(bool, isSame);
    PorchWindow porch;
    QVERIFY(porch.share(m_folder));
    QCOMPARE(ask(porch.port, get("/beach.jpg")).status, 200);

    const QString elsewhere = m_world->filePath(QStringLiteral("elsewhere"));
    QVERIFY(isSame ? QDir().rename(m_folder, elsewhere) : QDir(m_folder).removeRecursively());
    QCOMPARE(ask(porch.port, get("/beach.jpg")).status, 503);
    QTRY_COMPARE_WITH_TIMEOUT(porch.answer(1), QStringLiteral("503 Folder Gone"), Soon);
    QVERIFY(porch.says(QStringLiteral("The folder is gone")));
    QVERIFY(porch.message().contains(QStringLiteral("“Summer 2026” is not there any more")));

    if (isSame)
        QVERIFY(QDir().rename(elsewhere, m_folder));
    else
        fillFolder();
    QCOMPARE(ask(porch.port, get("/beach.jpg")).status, 200);
    QVERIFY(porch.says(QStringLiteral("Sharing is on")));
    QCOMPARE(porch.message(), QString());
}

void TestSharing::closingAsksAndSharingMayGoOn()
{
    PorchWindow porch;
    QVERIFY(porch.share(m_folder));
    porch.window->close();
    QVERIFY(porch.window->isVisible());
    QVERIFY(porch.question()->text().contains(QStringLiteral("“Summer 2026” is being shared")));

    porch.clickAnswer(QMessageBox::RejectRole);
    QTRY_VERIFY_WITH_TIMEOUT(!porch.question(), Soon);
    QVERIFY(porch.window->isVisible());
    QCOMPARE(ask(porch.port, get("/beach.jpg")).status, 200);
}

void TestSharing::closingStopsSharingAndEnds_data()
{
    QTest::addColumn<bool>("whileDownloading");
    QTest::newRow("nobody there") << false;
    QTest::newRow("a download runs") << true;
}

void TestSharing::closingStopsSharingAndEnds()
{
    QFETCH(bool, whileDownloading);
    PorchWindow porch;
    QVERIFY(porch.share(m_folder));
    RawClient visitor(porch.port, RawClient::Family::IPv4, SmallBuffer);
    if (whileDownloading) {
        QVERIFY(visitor.send(get("/boat.mp4")));
        QVERIFY(!visitor.receiveBytes(1).isEmpty());
    }
    porch.window->close();
    QVERIFY(porch.question());

    QCOMPARE(porch.exitCodeAfter([&] { porch.clickAnswer(QMessageBox::AcceptRole); }), 0);
    QVERIFY(!porch.window->isVisible());
    QVERIFY(!RawClient(porch.port).isConnected());
    QVERIFY(visitor.receiveAll().size() < Huge);
}

QTEST_MAIN(TestSharing)
#include "tst_sharing.moc"
