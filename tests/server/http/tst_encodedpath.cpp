// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/encodedpath.h"
#include "server/http/requestpath.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtTest>

using namespace porchlight;

class TestEncodedPath final : public QObject
{
    Q_OBJECT
private slots:
    void encodesSegments_data();
    void encodesSegments();
    void encodesPaths();
    void keepsOutOfMarkup();
    void comesBackFromEveryByte();
    void comesBackFromRandomNames();
    void comesBackFromNaughtyStrings();
};

namespace {

bool comesBack(const QList<QByteArray> &names)
{
    const auto parsed = parseRequestPath(encodePath(names, false));
    const auto *path = std::get_if<RequestPath>(&parsed);
    return path && path->segments == names && path->query.isEmpty();
}

} // namespace

void TestEncodedPath::encodesSegments_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("encoded");
    QTest::addRow("unreserved characters stay") << QByteArray("aZ09-._~") << QByteArray("aZ09-._~");
    QTest::addRow("harmless others stay") << QByteArray("!$()*,;=@") << QByteArray("!$()*,;=@");
    QTest::addRow("a space") << QByteArray("a b") << QByteArray("a%20b");
    QTest::addRow("a plus, which forms take for a space") << QByteArray("a+b") << QByteArray("a%2Bb");
    QTest::addRow("a percent sign") << QByteArray("100%") << QByteArray("100%25");
    QTest::addRow("what would end the path") << QByteArray("a?b#c") << QByteArray("a%3Fb%23c");
    QTest::addRow("what HTML minds") << QByteArray("<a href='x' \"&>")
                                     << QByteArray("%3Ca%20href=%27x%27%20%22%26%3E");
    QTest::addRow("a colon, which would end a scheme")
        << QByteArray("javascript:x") << QByteArray("javascript%3Ax");
    QTest::addRow("UTF-8") << QByteArray("\xC3\xA9") << QByteArray("%C3%A9");
    QTest::addRow("bytes that are not UTF-8") << QByteArray("\xFF\x80") << QByteArray("%FF%80");
    QTest::addRow("line breaks, which would end a field") << QByteArray("a\r\nb") << QByteArray("a%0D%0Ab");
    QTest::addRow("a backslash, which browsers take for a slash")
        << QByteArray("\\\\host") << QByteArray("%5C%5Chost");
    QTest::addRow("nothing") << QByteArray() << QByteArray();
}

void TestEncodedPath::encodesSegments()
{
    QFETCH(QByteArray, name);
    QTEST(encodeSegment(name), "encoded");
}

void TestEncodedPath::encodesPaths()
{
    QCOMPARE(encodePath({}, false), QByteArray("/"));
    QCOMPARE(encodePath({}, true), QByteArray("/"));
    QCOMPARE(encodePath({"a b", "c"}, false), QByteArray("/a%20b/c"));
    QCOMPARE(encodePath({"a", "c&d"}, true), QByteArray("/a/c%26d/"));
}

void TestEncodedPath::keepsOutOfMarkup()
{
    for (int byte = 0; byte < 256; ++byte) {
        for (const char c : encodeSegment(QByteArray(1, static_cast<char>(byte))))
            QVERIFY(c > ' ' && c < 0x7F && !strchr("\"'<>&`\\/?#:+", c));
    }
}

void TestEncodedPath::comesBackFromEveryByte()
{
    for (int byte = 1; byte < 256; ++byte) {
        if (byte != '/' && byte != '.')
            QVERIFY2(comesBack({QByteArray(1, static_cast<char>(byte))}),
                     QByteArray::number(byte).constData());
    }
}

void TestEncodedPath::comesBackFromRandomNames()
{
    QRandomGenerator random(1);
    for (int round = 0; round < 2000; ++round) {
        QList<QByteArray> names;
        for (int i = random.bounded(1, 5); i > 0; --i) {
            QByteArray name("x");
            for (int length = random.bounded(0, 40); length > 0; --length) {
                const char c = static_cast<char>(random.bounded(1, 256));
                name.append(c == '/' ? '%' : c);
            }
            names.append(name);
        }
        QVERIFY2(comesBack(names), names.join('/').toHex().constData());
    }
}

void TestEncodedPath::comesBackFromNaughtyStrings()
{
    const QString path = qEnvironmentVariable(
        "PORCHLIGHT_BLNS", QStringLiteral(PORCHLIGHT_SOURCE_DIR "/../shared/data/blns.json"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the Big List of Naughty Strings is not here; PORCHLIGHT_BLNS names its file");
    const QJsonArray strings = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(strings.size() > 400);
    for (const auto &string : strings) {
        QByteArray name = string.toString().toUtf8();
        name.replace('/', '_').replace('\0', '_');
        if (!name.isEmpty() && name != "." && name != "..")
            QVERIFY2(comesBack({name}), name.constData());
    }
}

QTEST_APPLESS_MAIN(TestEncodedPath)
#include "tst_encodedpath.moc"
