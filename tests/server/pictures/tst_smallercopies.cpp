// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pictures/smallercopies.h"
#include "tests/support/photofile.h"

#include <QColorSpace>
#include <QtTest>

using namespace porchlight;

class TestSmallerCopies final : public QObject
{
    Q_OBJECT
private slots:
    void turnsUpright_data();
    void turnsUpright();
    void shrinksToTheLongerSide_data();
    void shrinksToTheLongerSide();
    void convertsWideGamut();
    void putsAlphaOnWhite();
    void keepsNoMetadata();
};

void TestSmallerCopies::turnsUpright_data()
{
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation)
        QTest::addRow("orientation %d", orientation) << orientation;
}

void TestSmallerCopies::turnsUpright()
{
    QFETCH(int, orientation);
    const QImage wanted = test::fourCorners({40, 20});
    const QImage stored = test::storedAs(wanted, orientation);
    QCOMPARE(stored.size(), orientation >= 5 ? QSize(20, 40) : QSize(40, 20));
    QCOMPARE(upright(stored, orientation).convertToFormat(wanted.format()), wanted);
}

void TestSmallerCopies::shrinksToTheLongerSide_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QSize>("shrunkSize");
    QTest::addRow("landscape") << QSize(4000, 3000) << QSize(480, 360);
    QTest::addRow("portrait") << QSize(300, 400) * 10 << QSize(360, 480);
    QTest::addRow("as large already") << QSize(480, 100) << QSize(480, 100);
    QTest::addRow("smaller stays so") << QSize(3, 5) << QSize(3, 5);
    QTest::addRow("a line keeps a pixel") << QSize(10000, 1) << QSize(480, 1);
}

void TestSmallerCopies::shrinksToTheLongerSide()
{
    QFETCH(QSize, size);
    QTEST(shrunk(test::fourCorners(size), 480).size(), "shrunkSize");
}

void TestSmallerCopies::convertsWideGamut()
{
    QImage image(4, 4, QImage::Format_RGB32);
    image.fill(qRgb(200, 100, 100));
    image.setColorSpace(QColorSpace::DisplayP3);
    const QColor converted = plain(image).pixelColor(1, 1);
    // Of Display P3, as CSS Color 4's own conversion has it: color(display-p3 .784 .392 .392).
    QVERIFY2(qAbs(converted.red() - 214) <= 2 && qAbs(converted.green() - 93) <= 3 &&
                 qAbs(converted.blue() - 96) <= 3,
             qPrintable(converted.name()));
}

void TestSmallerCopies::putsAlphaOnWhite()
{
    QImage image(4, 4, QImage::Format_ARGB32);
    image.fill(qRgba(0, 0, 0, 0));
    QCOMPARE(plain(image).pixelColor(0, 0), QColor(Qt::white));
    QImage indexed(4, 4, QImage::Format_Indexed8);
    indexed.setColorTable({qRgba(255, 0, 0, 0), qRgb(0, 0, 255)});
    indexed.fill(0);
    QCOMPARE(plain(indexed).pixelColor(0, 0), QColor(Qt::white));
}

void TestSmallerCopies::keepsNoMetadata()
{
    QImage image = test::fourCorners({100, 80});
    image.setColorSpace(QColorSpace::DisplayP3);
    image.setText(QStringLiteral("Description"), QStringLiteral("At home, with GPS"));
    const QByteArray jpeg = encodedJpeg(plain(image));
    QVERIFY(jpeg.startsWith("\xff\xd8"));
    for (const char *word : {"Exif", "GPS", "ICC_PROFILE", "Description", "http:", "Photoshop"})
        QVERIFY2(!jpeg.contains(word), word);
}

QTEST_MAIN(TestSmallerCopies)
#include "tst_smallercopies.moc"
