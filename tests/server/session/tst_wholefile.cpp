// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session/wholefile.h"

#include "tests/support/fulldisk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace porchlight;

class TestWholeFile final : public QObject
{
    Q_OBJECT
private slots:
    void aFullDiskLeavesTheOldFile_data();
    void aFullDiskLeavesTheOldFile();
    void whatTheWriterGivesUpIsNotKept();
};

void TestWholeFile::aFullDiskLeavesTheOldFile_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<int>("pieces");
    // QSaveFile::commit() gave true for what its buffer of 16 KiB had held to the last.
    QTest::addRow("less than the buffer") << qsizetype(1'000) << 1;
    QTest::addRow("in pieces") << qsizetype(3'000) << 20;
    QTest::addRow("more than the buffer at once") << qsizetype(100'000) << 1;
    QTest::addRow("more than the buffer, and more comes after") << qsizetype(100'000) << 3;
}

void TestWholeFile::aFullDiskLeavesTheOldFile()
{
    QFETCH(const qsizetype, size);
    QFETCH(const int, pieces);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.txt"));
    const auto writePieces = [&](const ByteSink &sink) {
        for (int i = 0; i < pieces; ++i)
            sink(QByteArray(size, 'x')); // that it failed is not forgotten when the writer does not look
        return true;
    };
    const auto onDisk = [&] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QCOMPARE(writeWhole(path, [](const ByteSink &sink) { return sink("before"); }), QString());
    {
        const test::FullDisk disk(500);
        QCOMPARE(writeWhole(path, writePieces), qt_error_string(EFBIG));
    }
    QCOMPARE(onDisk(), QByteArray("before"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    QCOMPARE(writeWhole(path, writePieces), QString());
    QCOMPARE(onDisk(), QByteArray(size * pieces, 'x'));
}

void TestWholeFile::whatTheWriterGivesUpIsNotKept()
{
    const QTemporaryDir folder;
    const auto giveUp = [](const ByteSink &sink) {
        sink("half");
        return false;
    };
    QVERIFY(!writeWhole(folder.filePath(QStringLiteral("a.txt")), giveUp).isEmpty());
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestWholeFile)
#include "tst_wholefile.moc"
