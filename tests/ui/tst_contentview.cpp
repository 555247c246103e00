// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallwatch.h"
#include "ui/inspect/contentview.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageWriter>
#include <QLabel>
#include <QTest>
#include <QtEndian>

#include <sys/resource.h>

using namespace porchlight;

namespace {

constexpr int Soon = 20'000; // milliseconds

QByteArray picture(const char *format, QSize size, bool isProgressive = false)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setProgressiveScanWrite(isProgressive);
    writer.write(image);
    return bytes;
}

/// A small progressive JPEG whose head tells of other dimensions, with more scans that say nothing.
QByteArray bomb(quint16 side, int scans)
{
    QByteArray bytes = picture("jpeg", {8, 8}, true);
    const qsizetype frame = bytes.indexOf("\xff\xc2"); // ITU-T T.81 §B.2.2
    for (const int at : {5, 7})
        qToBigEndian(side, bytes.data() + frame + at);
    bytes.chop(2);
    const QByteArray scan("\xff\xda\x00\x08\x01\x01\x00\x01\x05\x02", 10); // §B.2.3
    return bytes + scan.repeated(scans) + "\xff\xd9";
}

qint64 childrenCpuMilliseconds()
{
    rusage used{};
    ::getrusage(RUSAGE_CHILDREN, &used);
    return 1'000 * qint64(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1'000;
}

QImage shownPicture(const ContentView &view)
{
    const auto *label = qobject_cast<const QLabel *>(view.currentWidget());
    return label ? label->pixmap().toImage() : QImage();
}

QString shownText(const ContentView &view)
{
    const auto *label = qobject_cast<const QLabel *>(view.currentWidget());
    return label ? label->text() : QString();
}

const auto Unreadable = QStringLiteral("This picture cannot be shown here.");

} // namespace

class ContentViewTest final : public QObject
{
    Q_OBJECT
private slots:
    void pictures_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QSize>("shown");
        QTest::addColumn<QString>("toolTip");
        const auto row = [](const char *name, const QByteArray &content, QSize shown, const char *toolTip) {
            QTest::newRow(name) << content << shown << QString::fromUtf8(toolTip);
        };
        row("PNG", picture("png", {20, 10}), {20, 10}, "20 × 10 pixels");
        row("JPEG", picture("jpeg", {20, 10}), {20, 10}, "20 × 10 pixels");
        row("progressive JPEG", picture("jpeg", {20, 10}, true), {20, 10}, "20 × 10 pixels");
        row("large is scaled", picture("png", {3'000, 1'500}), {960, 480}, "3000 × 1500 pixels");
        row("too large is not read", picture("png", {9'000, 2'000}), {}, "");
        row("broken", picture("png", {20, 10}).left(30), {}, "");
    }
    void pictures()
    {
        QFETCH(QByteArray, content);
        QFETCH(QSize, shown);
        QFETCH(QString, toolTip);
        ContentView view(QStringLiteral("Content"));
        view.resize(1'000, 1'000);
        view.show();
        view.setPreview(PicturePreview{content});
        QCOMPARE(shownText(view), QStringLiteral("Looking at the picture…"));
        if (shown.isEmpty()) {
            QTRY_COMPARE_WITH_TIMEOUT(shownText(view), Unreadable, Soon);
            return;
        }
        QTRY_COMPARE_WITH_TIMEOUT(shownPicture(view).size(), shown, Soon);
        QCOMPARE(view.currentWidget()->toolTip(), toolTip);
        const QColor middle = shownPicture(view).pixelColor(shown.width() / 2, shown.height() / 2);
        QVERIFY2(middle.red() > 240 && middle.green() < 20, qPrintable(middle.name()));
    }

    /// bomb(14'100, 0) took 1.2 GB, and with 3,000 scans the window stood still for half a minute.
    void bombsAreHarmless_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("millions of pixels in a thousand bytes") << bomb(14'100, 0);
        QTest::newRow("and thousands of scans") << bomb(14'100, 3'000);
    }
    void bombsAreHarmless()
    {
        QFETCH(QByteArray, content);
        QVERIFY(content.size() < 64 * 1024);
        const qint64 before = childrenCpuMilliseconds();
        test::StallWatch watch;
        ContentView view(QStringLiteral("Content"));
        view.show();
        view.setPreview(previewOf(content, "image/jpeg", ""));
        QTRY_COMPARE_WITH_TIMEOUT(shownText(view), Unreadable, Soon);
        QVERIFY2(watch.longestOfCpu() < 200, qPrintable(QString::number(watch.longestOfCpu())));
        const qint64 took = childrenCpuMilliseconds() - before;
        QVERIFY2(took < 2'000, qPrintable(QString::number(took)));
#ifndef __SANITIZE_ADDRESS__
        rusage used{};
        ::getrusage(RUSAGE_CHILDREN, &used);
        QVERIFY2(used.ru_maxrss < 300 * 1024, qPrintable(QString::number(used.ru_maxrss))); // KiB
#endif
    }

    /// Left alone, the first takes the five seconds it may.
    void scansWithinTheLimitDoNotKeepTheNextPictureWaiting()
    {
        ContentView view(QStringLiteral("Content"));
        view.show();
        test::StallWatch watch;
        view.setPreview(PicturePreview{bomb(4'000, 6'000)});
        QCoreApplication::processEvents();
        view.setPreview(PicturePreview{picture("png", {20, 10})});
        QTRY_COMPARE_WITH_TIMEOUT(shownPicture(view).size(), QSize(20, 10), 4'000);
        QVERIFY2(watch.longestOfCpu() < 200, qPrintable(QString::number(watch.longestOfCpu())));
    }

    void onlyWhatIsLookedAtIsRead()
    {
        const PicturePreview preview{picture("png", {20, 10})};
        ContentView hidden(QStringLiteral("Content"));
        hidden.setPreview(preview);
        ContentView view(QStringLiteral("Content"));
        view.show();
        view.setPreview(preview);
        QTRY_COMPARE_WITH_TIMEOUT(shownPicture(view).size(), QSize(20, 10), Soon);
        QCOMPARE(shownText(hidden), QStringLiteral("Looking at the picture…"));
        hidden.show();
        QTRY_COMPARE_WITH_TIMEOUT(shownPicture(hidden).size(), QSize(20, 10), Soon);
    }
};

QTEST_MAIN(ContentViewTest)
#include "tst_contentview.moc"
