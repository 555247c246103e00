// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qrcode.h"
#include "ui/qrcodeview.h"
#include "ui/qrposter.h"
#include "ui/theme.h"

#include <QImage>
#include <QPointer>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace porchlight;

namespace {

const QString Url = QStringLiteral("http://192.168.1.23:8080");

/// What a camera reads from the picture; null when there is no zbarimg to look through.
QString read(const QImage &picture)
{
    const QString zbarimg = QStandardPaths::findExecutable(QStringLiteral("zbarimg"));
    if (zbarimg.isEmpty())
        return {};
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("grab.png"));
    picture.save(file);
    QProcess reader;
    reader.start(zbarimg, {QStringLiteral("--quiet"), QStringLiteral("--raw"), QStringLiteral("-Sdisable"),
                           QStringLiteral("-Sqrcode.enable"), file});
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput()).trimmed() + QLatin1String("");
}

} // namespace

class QrCodeTest final : public QObject
{
    Q_OBJECT
private slots:
    void cleanup() { Theme::apply(false); }

    void theQuietZoneIsFourModules()
    {
        const QImage code = qrCode(Url);
        QCOMPARE(code.width(), 25 + 8); // version 2
        for (int i = 0; i < code.width(); ++i)
            for (int edge = 0; edge < 4; ++edge)
                for (const QPoint &at :
                     {QPoint(i, edge), QPoint(edge, i), QPoint(i, code.width() - 1 - edge)})
                    QCOMPARE(code.pixelColor(at), QColor(Qt::white));
        QVERIFY(code.pixelColor(4, 4).lightness() < 64); // the finder pattern's corner
    }
    void noTextAndTooMuchTextHaveNoCode()
    {
        QVERIFY(qrCode({}).isNull());
        QVERIFY(qrCode(QString(5000, u'x')).isNull());
    }

    void aPhoneReadsIt_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QSize>("size");
        const QString ipv6 = QStringLiteral("http://[2001:db8:1234:5678:9abc:def0:1234:5678]:8080");
        QTest::newRow("light") << false << Url << QSize(165, 165);
        QTest::newRow("dark") << true << Url << QSize(165, 165);
        QTest::newRow("dark, long IPv6 address") << true << ipv6 << QSize(165, 165);
        QTest::newRow("light, wide place") << false << Url << QSize(700, 400);
    }
    void aPhoneReadsIt()
    {
        QFETCH(bool, dark);
        QFETCH(QString, text);
        QFETCH(QSize, size);
        Theme::apply(dark);
        QWidget around;
        QrCodeView view(&around);
        view.setText(text);
        view.setGeometry(QRect(QPoint(30, 30), size));
        around.resize(size + QSize(60, 60));
        around.show();
        const QString seen = read(around.grab().toImage());
        if (seen.isNull())
            QSKIP("zbarimg is not installed (package zbar-tools)");
        QCOMPARE(seen, text);
    }
    void itFillsTheScreen_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void itFillsTheScreen()
    {
        QFETCH(bool, dark);
        Theme::apply(dark);
        QWidget window;
        auto *poster = new QrPoster(&window);
        poster->setAddress(Url);
        poster->showFullScreen();
        QVERIFY(QTest::qWaitForWindowExposed(poster));
        const QImage grab = poster->grab().toImage();
        QCOMPARE(grab.pixelColor(2, 2), QColor(Qt::white));
        const QString seen = read(grab);
        if (seen.isNull())
            QSKIP("zbarimg is not installed (package zbar-tools)");
        QCOMPARE(seen, Url);
    }
    void escLeavesTheFullScreen()
    {
        QWidget window;
        QPointer<QrPoster> poster = new QrPoster(&window);
        poster->setAddress(Url);
        poster->showFullScreen();
        QTest::keyClick(poster, Qt::Key_Escape);
        QTRY_VERIFY(!poster);
    }
    void clickAndKeysEnlarge()
    {
        QrCodeView view;
        view.setText(Url);
        QSignalSpy enlarged(&view, &QrCodeView::enlargeRequested);
        QTest::mouseClick(&view, Qt::LeftButton);
        QTest::keyClick(&view, Qt::Key_Return);
        QTest::keyClick(&view, Qt::Key_Space);
        QCOMPARE(enlarged.size(), 3);
        QVERIFY(view.accessibleName().contains(Url));
    }
};

QTEST_MAIN(QrCodeTest)
#include "tst_qrcode.moc"
