// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/multipartranges.h"

#include <QRegularExpression>
#include <QSet>
#include <QtTest>

using namespace porchlight;

class TestMultipartRanges final : public QObject
{
    Q_OBJECT
private slots:
    void writesTheBody();
    void knowsItsLength();
    void boundariesAreNewAndValid();
};

void TestMultipartRanges::writesTheBody()
{
    const StoredFile file{nullptr, "a.txt", 8000, 0, 1};
    const std::vector<ByteRange> ranges{{500, 999}, {7000, 7999}};
    const Body body = multipartBody(file, "text/plain", ranges, "SEP");
    QCOMPARE(body.parts.size(), size_t(5));
    // RFC 9110 §14.6
    QCOMPARE(std::get<QByteArray>(body.parts[0]),
             QByteArray("--SEP\r\nContent-Type: text/plain\r\nContent-Range: bytes 500-999/8000\r\n\r\n"));
    QCOMPARE(std::get<FileSlice>(body.parts[1]).offset, 500);
    QCOMPARE(std::get<FileSlice>(body.parts[1]).length, 500);
    QCOMPARE(
        std::get<QByteArray>(body.parts[2]),
        QByteArray("\r\n--SEP\r\nContent-Type: text/plain\r\nContent-Range: bytes 7000-7999/8000\r\n\r\n"));
    QCOMPARE(std::get<FileSlice>(body.parts[3]).offset, 7000);
    QCOMPARE(std::get<FileSlice>(body.parts[3]).length, 1000);
    QCOMPARE(std::get<QByteArray>(body.parts[4]), QByteArray("\r\n--SEP--\r\n"));
    QCOMPARE(multipartContentType("SEP"), QByteArray("multipart/byteranges; boundary=SEP"));
}

void TestMultipartRanges::knowsItsLength()
{
    constexpr qint64 size = 20'000'000'000;
    const StoredFile file{nullptr, "a.bin", size, 0, 1};
    const std::vector<ByteRange> ranges{{0, 5'999'999'999}, {size - 6'000'000'000, size - 1}};
    const Body body = multipartBody(file, "application/octet-stream", ranges, "SEP");
    qint64 heads = 0;
    for (const Body::Part &part : body.parts) {
        if (const auto *bytes = std::get_if<QByteArray>(&part))
            heads += bytes->size();
    }
    QVERIFY(heads > 0);
    QCOMPARE(body.length(), 12'000'000'000 + heads);
}

void TestMultipartRanges::boundariesAreNewAndValid()
{
    static const QRegularExpression valid(QStringLiteral("^[0-9a-f]{32}$"));
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i) {
        const QByteArray boundary = randomBoundary();
        QVERIFY(valid.match(QString::fromLatin1(boundary)).hasMatch());
        seen.insert(boundary);
    }
    QCOMPARE(seen.size(), 1000);
}

QTEST_APPLESS_MAIN(TestMultipartRanges)
#include "tst_multipartranges.moc"
