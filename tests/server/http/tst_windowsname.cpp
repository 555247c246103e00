// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/windowsname.h"

#include <QtTest>

using namespace porchlight;

class TestWindowsName final : public QObject
{
    Q_OBJECT
private slots:
    void tellsUnsafeNames_data();
    void tellsUnsafeNames();
};

void TestWindowsName::tellsUnsafeNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("unsafe");

    for (const char *name :
         {"C:",          "c:x",           "a.txt:secret", "a.txt::$DATA", "NUL",      "nul",  "Con",
          "PRN.txt",     "aux.tar.gz",    "NUL .txt",     "COM1",         "com9.log", "LPT0", "lpt3",
          "COM\xC2\xB9", "LPT\xC2\xB3.x", "CONIN$",       "conout$",      "a.",       "a ",   "a. .",
          "..."})
        QTest::addRow("unsafe: '%s'", name) << QByteArray(name) << true;
    for (const char *name : {"a.txt", ".hidden", "console", "NULL", "null.txt", "com", "COM10", "COMA", "lpt",
                             "a.nul", "auxiliary", "a b", " a", "gr\xC3\xBC\xC3\x9F", "COM\xC2\xBD", "\xFF"})
        QTest::addRow("safe: '%s'", name) << QByteArray(name) << false;
}

void TestWindowsName::tellsUnsafeNames()
{
    QFETCH(QByteArray, name);
    QTEST(isUnsafeOnWindows(name), "unsafe");
}

QTEST_APPLESS_MAIN(TestWindowsName)
#include "tst_windowsname.moc"
