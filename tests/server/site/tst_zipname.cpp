// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/zip/zipname.h"

#include <QtTest>

using namespace porchlight;

class ZipNameTest final : public QObject
{
    Q_OBJECT
private slots:
    void names_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<QByteArray>("name");
        const auto row = [](const char *what, const QByteArray &part, const QByteArray &name) {
            QTest::newRow(what) << part << name;
        };
        row("plain", "beach & sun (1).jpg", "beach & sun (1).jpg");
        row("UTF-8 of two, three and four bytes", "\xc3\xbc\xe6\xb9\x96\xf0\x9f\x8c\x8a",
            "\xc3\xbc\xe6\xb9\x96\xf0\x9f\x8c\x8a");
        row("a backslash leads nowhere", "..\\..\\evil.exe", "..%5C..%5Cevil.exe");
        row("line breaks and escapes", "a\r\nb\x1b[2J\x7f", "a%0D%0Ab%1B[2J%7F");
        row("control characters of two bytes", "a\xc2\x85z", "a%C2%85z");
        row("Latin-1", "caf\xe9", "caf%E9");
        row("a byte alone between letters", "a\xffz", "a%FFz");
        row("cut off in the middle of a character", "\xe6\xb9", "%E6%B9");
        row("too long a form", "\xc0\xaf", "%C0%AF");
        row("a surrogate", "\xed\xa0\x80", "%ED%A0%80");
    }
    void names()
    {
        QFETCH(QByteArray, part);
        QFETCH(QByteArray, name);
        QCOMPARE(zipName({part}), name);
        QCOMPARE(zipName({"Lake", part}), "Lake/" + name);
    }
};

QTEST_APPLESS_MAIN(ZipNameTest)
#include "tst_zipname.moc"
