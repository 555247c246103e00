// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchanges.h"
#include "ui/inspect/curlcommand.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

Exchange asked(const QByteArray &head, const QByteArray &content = {})
{
    Exchange e = exchange(1);
    e.requestHead = head;
    e.requestContent = content;
    return e;
}

/// The arguments that curl would get from a real shell.
QList<QByteArray> argumentsOf(const QString &command)
{
    QProcess shell;
    QTemporaryDir empty; // where a command that broke out would leave something
    shell.setWorkingDirectory(empty.path());
    shell.start(QStringLiteral("/bin/sh"),
                {QStringLiteral("-c"),
                 QStringLiteral("curl() { for word; do printf '%s\\0' \"$word\"; done; }; ") + command});
    if (!shell.waitForFinished() || shell.exitCode() != 0 || !shell.readAllStandardError().isEmpty() ||
        !QDir(empty.path()).isEmpty())
        return {"the shell failed"};
    QList<QByteArray> arguments = shell.readAllStandardOutput().split('\0');
    arguments.removeLast();
    return arguments;
}

} // namespace

class CurlCommandTest final : public QObject
{
    Q_OBJECT
private slots:
    void commands_data()
    {
        QTest::addColumn<Exchange>("exchange");
        QTest::addColumn<QList<QByteArray>>("arguments");
        const auto row = [](const char *name, const Exchange &exchange, QList<QByteArray> arguments) {
            QTest::newRow(name) << exchange
                                << QList<QByteArray>{"-i", "--globoff", "--path-as-is"} + arguments;
        };
        row("GET",
            asked("GET /a.jpg HTTP/1.1\r\nHost: porch:8080\r\nUser-Agent: x\r\nIf-None-Match: \"a\"\r\n\r\n"),
            {"-H", "User-Agent: x", "-H", "If-None-Match: \"a\"", "http://porch:8080/a.jpg"});
        row("what curl sets itself is left to it",
            asked("GET / HTTP/1.1\r\nHost: a\r\nUser-Agent: x\r\nConnection: close\r\nAccept-Encoding: gzip, "
                  "br\r\n\r\n"),
            {"-H", "User-Agent: x", "--compressed", "http://a/"});
        row("HEAD", asked("HEAD / HTTP/1.1\r\nHost: a\r\nUser-Agent: x\r\n\r\n"),
            {"--head", "-H", "User-Agent: x", "http://a/"});
        row("a program without name", asked("GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
            {"-H", "User-Agent:", "http://a/"});
        row("a form",
            asked("POST /order HTTP/1.1\r\nHost: a\r\nUser-Agent: x\r\nContent-Length: 9\r\n\r\n",
                  "dish='s&b"),
            {"-X", "POST", "-H", "User-Agent: x", "--data-raw", "dish='s&b", "http://a/order"});
        row("an empty field", asked("GET / HTTP/1.1\r\nHost: a\r\nUser-Agent: x\r\nX-A:\r\n\r\n"),
            {"-H", "User-Agent: x", "-H", "X-A;", "http://a/"});
        row("quotes, dollars, backticks and backslashes are themselves",
            asked("GET /$(touch${IFS}a)`touch\tb`';touch${IFS}c;'\\ HTTP/1.1\r\nHost: a\r\nUser-Agent: '; "
                  "touch d; '\r\n"
                  "X-A: $(touch e) `touch f` \\' \" ! ~ * & | > g\r\n\r\n"),
            {"-H", "User-Agent: '; touch d; '", "-H", "X-A: $(touch e) `touch f` \\' \" ! ~ * & | > g",
             "http://a/$(touch${IFS}a)`touch%09b`';touch${IFS}c;'\\"});
        row("a hostile method", asked("$(touch${IFS}a) / HTTP/1.1\r\nHost: a\r\nUser-Agent: x\r\n\r\n"), {});
        row("a method that looks like an option",
            asked("--next / HTTP/1.1\r\nHost: a\r\nUser-Agent: x\r\n\r\n"),
            {"-X", "--next", "-H", "User-Agent: x", "http://a/"});
        row("control and invisible characters are left out",
            asked("GET / HTTP/1.1\r\nHost: a\r\nUser-Agent: x\r\nX-A: \x1b[31m\r\nX-B: \xe2\x80\xae\r\nX-C: "
                  "\xff\r\nX-D: d\r\n\r\n"),
            {"-H", "User-Agent: x", "-H", "X-D: d", "http://a/"});
        row("a field that would read a file",
            asked("GET / HTTP/1.1\r\nHost: a\r\nUser-Agent: x\r\n@/etc/passwd: x\r\n\r\n"),
            {"-H", "User-Agent: x", "http://a/"});
        row("content that would read a file",
            asked("PUT /a HTTP/1.1\r\nHost: a\r\nUser-Agent: x\r\n\r\n", "@/etc/passwd"),
            {"-X", "PUT", "-H", "User-Agent: x", "--data-raw", "@/etc/passwd", "http://a/a"});
        row("a hostile host", asked("GET / HTTP/1.1\r\nHost: a@b/';touch a\r\nUser-Agent: x\r\n\r\n"),
            {"-H", "User-Agent: x", "http://localhost/"});
        row("an address of IPv6", asked("GET / HTTP/1.1\r\nHost: [::1]:8080\r\nUser-Agent: x\r\n\r\n"),
            {"-H", "User-Agent: x", "http://[::1]:8080/"});
        row("not a path", asked("OPTIONS * HTTP/1.1\r\nHost: a\r\nUser-Agent: x\r\n\r\n"),
            {"-X", "OPTIONS", "-H", "User-Agent: x", "--request-target", "*", "http://a"});
        row("what is not ASCII is encoded",
            asked("GET /b\xc3\xa4r HTTP/1.1\r\nHost: a\r\nUser-Agent: x\r\n\r\n"),
            {"-H", "User-Agent: x", "http://a/b%C3%A4r"});
    }
    void commands()
    {
        QFETCH(Exchange, exchange);
        QFETCH(QList<QByteArray>, arguments);
        const QString command = curlCommand(exchange);
        for (const QChar c : command)
            QVERIFY(c.isPrint());
        if (arguments.size() == 3)
            QCOMPARE(command, QString());
        else
            QCOMPARE(argumentsOf(command), arguments);
    }

    void noRequestNoCommand()
    {
        QCOMPARE(curlCommand(Exchange()), QString());
        QCOMPARE(curlCommand(asked("\x16\x03\x01")), QString());
    }
};

QTEST_GUILESS_MAIN(CurlCommandTest)
#include "tst_curlcommand.moc"
