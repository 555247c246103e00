// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/requestpath.h"

#include <QtTest>

using namespace porchlight;

using Names = QList<QByteArray>;
Q_DECLARE_METATYPE(porchlight::PathError)

class TestRequestPath final : public QObject
{
    Q_OBJECT
private slots:
    void acceptsPaths_data();
    void acceptsPaths();
    void refusesPaths_data();
    void refusesPaths();
    void servesEveryByteButNulAndSlash();
    void survivesEveryTruncation();
    void mapsErrorsToStatus_data();
    void mapsErrorsToStatus();
};

void TestRequestPath::acceptsPaths_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<Names>("segments");
    QTest::addColumn<bool>("trailingSlash");
    QTest::addColumn<QByteArray>("query");
    const QByteArray none;

    QTest::addRow("a slash is the shared folder") << QByteArray("/") << Names{} << true << none;
    QTest::addRow("a file") << QByteArray("/a.txt") << Names{"a.txt"} << false << none;
    QTest::addRow("a file in a folder") << QByteArray("/a/b.txt") << Names{"a", "b.txt"} << false << none;
    QTest::addRow("a folder") << QByteArray("/a/") << Names{"a"} << true << none;
    QTest::addRow("repeated slashes count as one")
        << QByteArray("//a///b//") << Names{"a", "b"} << true << none;
    QTest::addRow("only slashes are the shared folder") << QByteArray("///") << Names{} << true << none;
    QTest::addRow("two slashes name no host")
        << QByteArray("//evil/x") << Names{"evil", "x"} << false << none;

    QTest::addRow("the query is split off")
        << QByteArray("/a?b=c") << Names{"a"} << false << QByteArray("b=c");
    QTest::addRow("the first question mark splits")
        << QByteArray("/a?b?c") << Names{"a"} << false << QByteArray("b?c");
    QTest::addRow("an empty query is empty") << QByteArray("/a?") << Names{"a"} << false << none;
    QTest::addRow("the query is not decoded")
        << QByteArray("/a?%2e%2e/%zz%00") << Names{"a"} << false << QByteArray("%2e%2e/%zz%00");
    QTest::addRow("a slash in the query ends no path")
        << QByteArray("/a?b/") << Names{"a"} << false << QByteArray("b/");
    QTest::addRow("an encoded question mark belongs to the name")
        << QByteArray("/a%3Fb") << Names{"a?b"} << false << none;
    QTest::addRow("an encoded hash belongs to the name")
        << QByteArray("/a%23b") << Names{"a#b"} << false << none;

    QTest::addRow("escapes are decoded") << QByteArray("/a%20b") << Names{"a b"} << false << none;
    QTest::addRow("either case of hex digits") << QByteArray("/%c3%A9") << Names{"\xC3\xA9"} << false << none;
    QTest::addRow("decoded only once") << QByteArray("/%2541") << Names{"%41"} << false << none;
    QTest::addRow("a percent sign stays one") << QByteArray("/100%25") << Names{"100%"} << false << none;
    QTest::addRow("dots decoded only once") << QByteArray("/%252e%252e") << Names{"%2e%2e"} << false << none;
    QTest::addRow("a slash decoded only once") << QByteArray("/%252F") << Names{"%2F"} << false << none;
    QTest::addRow("a plus is a plus") << QByteArray("/a+b") << Names{"a+b"} << false << none;
    QTest::addRow("raw UTF-8") << QByteArray("/gr\xC3\xBC\xC3\x9F") << Names{"gr\xC3\xBC\xC3\x9F"} << false
                               << none;
    QTest::addRow("bytes that are not UTF-8")
        << QByteArray("/%FF%fe\x80") << Names{"\xFF\xFE\x80"} << false << none;
    QTest::addRow("overlong UTF-8 is only bytes")
        << QByteArray("/%C0%AE%C0%AE") << Names{"\xC0\xAE\xC0\xAE"} << false << none;
    QTest::addRow("line breaks may be in names") << QByteArray("/%0D%0A") << Names{"\r\n"} << false << none;

    QTest::addRow("three dots are a name") << QByteArray("/...") << Names{"..."} << false << none;
    QTest::addRow("a dot file is a name") << QByteArray("/.hidden") << Names{".hidden"} << false << none;
    QTest::addRow("dots within a name") << QByteArray("/a..b/..c") << Names{"a..b", "..c"} << false << none;
    QTest::addRow("semicolons are no parameters") << QByteArray("/a;v=1") << Names{"a;v=1"} << false << none;
#ifndef Q_OS_WIN
    QTest::addRow("a backslash is a character here")
        << QByteArray("/a%5Cb") << Names{"a\\b"} << false << none;
    QTest::addRow("a drive is a name here") << QByteArray("/C:") << Names{"C:"} << false << none;
#endif

    QTest::addRow("absolute form") << QByteArray("http://host:80/a/b?c") << Names{"a", "b"} << false
                                   << QByteArray("c");
    QTest::addRow("absolute form with https") << QByteArray("https://host/a/") << Names{"a"} << true << none;
    QTest::addRow("absolute form in any case") << QByteArray("hTTp://host/a") << Names{"a"} << false << none;
    QTest::addRow("absolute form without a path") << QByteArray("http://host") << Names{} << true << none;
    QTest::addRow("absolute form without a path, with a query")
        << QByteArray("http://host?q=/x") << Names{} << true << QByteArray("q=/x");
    QTest::addRow("absolute form with an IPv6 host")
        << QByteArray("http://[::1]:8080/a") << Names{"a"} << false << none;
    QTest::addRow("a URL as a name in a path")
        << QByteArray("/http://host/a") << Names{"http:", "host", "a"} << false << none;
}

void TestRequestPath::acceptsPaths()
{
    QFETCH(QByteArray, target);
    const auto parsed = parseRequestPath(target);
    const auto *path = std::get_if<RequestPath>(&parsed);
    QVERIFY(path);
    QTEST(path->segments, "segments");
    QTEST(path->trailingSlash, "trailingSlash");
    QTEST(path->query, "query");
}

void TestRequestPath::refusesPaths_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<PathError>("error");

    using enum PathError;
    QTest::addRow("letters after the percent sign") << QByteArray("/%zz") << EscapeMalformed;
    QTest::addRow("a lone percent sign") << QByteArray("/%") << EscapeMalformed;
    QTest::addRow("half an escape at the end") << QByteArray("/a%4") << EscapeMalformed;
    QTest::addRow("half an escape before a slash") << QByteArray("/a%4/1") << EscapeMalformed;
    QTest::addRow("an escape cut by the query") << QByteArray("/a%4?1") << EscapeMalformed;
    QTest::addRow("a percent sign escaping a percent sign") << QByteArray("/%%41") << EscapeMalformed;
    QTest::addRow("signs are no hex digits") << QByteArray("/%+1") << EscapeMalformed;
    QTest::addRow("spaces are no hex digits") << QByteArray("/% 1") << EscapeMalformed;
    QTest::addRow("the escapes of JavaScript") << QByteArray("/%u002e") << EscapeMalformed;

    QTest::addRow("an encoded NUL") << QByteArray("/a%00.txt") << NulByte;
    QTest::addRow("a raw NUL") << QByteArray("/a\0b", 4) << NulByte;
    QTest::addRow("an encoded slash") << QByteArray("/a%2Fb") << EncodedSlash;
    QTest::addRow("an encoded slash in lower case") << QByteArray("/a%2fb") << EncodedSlash;
    QTest::addRow("a climb with encoded slashes") << QByteArray("/..%2f..%2fetc") << EncodedSlash;

    QTest::addRow("up") << QByteArray("/..") << DotSegment;
    QTest::addRow("up, as a folder") << QByteArray("/../") << DotSegment;
    QTest::addRow("up in the middle") << QByteArray("/a/../b") << DotSegment;
    QTest::addRow("up at the end") << QByteArray("/a/..") << DotSegment;
    QTest::addRow("up, encoded") << QByteArray("/%2e%2e/etc/passwd") << DotSegment;
    QTest::addRow("up, half encoded") << QByteArray("/.%2E/etc/passwd") << DotSegment;
    QTest::addRow("up after two slashes") << QByteArray("//../etc") << DotSegment;
    QTest::addRow("up in absolute form") << QByteArray("http://host/../etc") << DotSegment;
    QTest::addRow("here") << QByteArray("/.") << DotSegment;
    QTest::addRow("here, encoded") << QByteArray("/a/%2e/b") << DotSegment;

    QTest::addRow("nothing") << QByteArray() << NotAPath;
    QTest::addRow("asterisk form") << QByteArray("*") << NotAPath;
    QTest::addRow("authority form") << QByteArray("host:443") << NotAPath;
    QTest::addRow("no slash in front") << QByteArray("a/b") << NotAPath;
    QTest::addRow("only a query") << QByteArray("?a") << NotAPath;
    QTest::addRow("another scheme") << QByteArray("ftp://host/a") << NotAPath;
    QTest::addRow("the file scheme") << QByteArray("file:///etc/passwd") << NotAPath;
    QTest::addRow("a scheme without slashes") << QByteArray("http:/a") << NotAPath;
    QTest::addRow("a scheme alone") << QByteArray("http://") << NotAPath;
#ifdef Q_OS_WIN
    QTest::addRow("a backslash") << QByteArray("/a\\b") << EncodedSlash;
    QTest::addRow("a drive") << QByteArray("/C:/Windows") << NameReserved;
#endif
}

void TestRequestPath::refusesPaths()
{
    QFETCH(QByteArray, target);
    const auto parsed = parseRequestPath(target);
    const auto *error = std::get_if<PathError>(&parsed);
    QVERIFY(error);
    QTEST(*error, "error");
}

void TestRequestPath::servesEveryByteButNulAndSlash()
{
    for (int byte = 1; byte < 256; ++byte) {
        if (byte == '/')
            continue;
        const QByteArray name = QByteArray("x") + static_cast<char>(byte) + "y";
        const auto parsed =
            parseRequestPath("/x%" + QByteArray::number(byte, 16).rightJustified(2, '0') + "y");
        const auto *path = std::get_if<RequestPath>(&parsed);
        QVERIFY2(path, name.toHex().constData());
        QCOMPARE(path->segments, Names{name});
    }
}

void TestRequestPath::survivesEveryTruncation()
{
    const QByteArray target = "HTTP://host:80//a%20b/%C3%A9/..c/?q=%2e";
    int accepted = 0;
    for (qsizetype length = 0; length <= target.size(); ++length)
        accepted += static_cast<int>(parseRequestPath(target.first(length)).index() == 0);
    // All that end in the host or later, but neither in one of the three escapes (two bytes each), nor as
    // "..", which begins "..c", nor in "." before it.
    QCOMPARE(accepted, int(target.size() - qsizetype(qstrlen("HTTP://")) - 3 * 2 - 2));
}

void TestRequestPath::mapsErrorsToStatus_data()
{
    QTest::addColumn<PathError>("error");
    QTest::addColumn<int>("status");
    QTest::addRow("a broken escape is a bad request") << PathError::EscapeMalformed << 400;
    QTest::addRow("NUL is a bad request") << PathError::NulByte << 400;
    QTest::addRow("climbing is a bad request") << PathError::DotSegment << 400;
    QTest::addRow("what is no path is a bad request") << PathError::NotAPath << 400;
    QTest::addRow("no file's name holds a slash") << PathError::EncodedSlash << 404;
    QTest::addRow("no file has a reserved name") << PathError::NameReserved << 404;
}

void TestRequestPath::mapsErrorsToStatus()
{
    QFETCH(PathError, error);
    QTEST(pathErrorStatus(error), "status");
}

QTEST_APPLESS_MAIN(TestRequestPath)
#include "tst_requestpath.moc"
