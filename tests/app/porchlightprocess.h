// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <csignal>

namespace porchlight::test {

inline constexpr int Soon = 10'000; ///< Milliseconds; far more than anything takes.

/// One run of the real program, killed at the latest when the test lets go of it.
class Porchlight final : public QProcess
{
public:
    explicit Porchlight(const QStringList &arguments,
                        const QProcessEnvironment &environment = withoutDisplay())
    {
        setProgram(QStringLiteral(PORCHLIGHT));
        setArguments(arguments);
        setProcessEnvironment(environment);
    }
    ~Porchlight() override
    {
        kill(); // ends a stopped process, too
        waitForFinished(Soon);
    }
    Q_DISABLE_COPY_MOVE(Porchlight)

    static QProcessEnvironment withoutDisplay()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("DISPLAY"));
        environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("there-is-none"));
        return environment;
    }

    QByteArray line()
    {
        while (!canReadLine() && waitForReadyRead(Soon)) {
        }
        return readLine();
    }
    void signal(int number) { ::kill(pid_t(processId()), number); }

    /// Runs to the end and gives its exit code; -1 when it crashed or did not end.
    int exitCodeAfterRun()
    {
        start();
        return exitCodeAtEnd();
    }
    int exitCodeAtEnd()
    {
        if (state() != NotRunning)
            waitForFinished(Soon);
        return state() == NotRunning && exitStatus() == NormalExit ? exitCode() : -1;
    }
};

/// Opens a connection to this computer and sends a GET request; the answer is for the caller to read.
inline void sendGet(QTcpSocket &socket, quint16 port, const QByteArray &target)
{
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (socket.waitForConnected(Soon)) {
        socket.write("GET " + target +
                     " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: test\r\nConnection: close\r\n\r\n");
        socket.waitForBytesWritten(Soon);
    }
}

/// The whole answer to a GET request, head and content; empty when nobody listens.
inline QByteArray get(quint16 port, const QByteArray &target)
{
    QTcpSocket socket;
    sendGet(socket, port, target);
    if (socket.state() == QTcpSocket::ConnectedState)
        socket.waitForDisconnected(Soon);
    return socket.readAll();
}

/// The port in the line "Sharing … at http://…:PORT/".
inline quint16 portIn(const QByteArray &sharingLine)
{
    return quint16(
        QUrl(QString::fromUtf8(sharingLine.mid(sharingLine.indexOf("http://")).trimmed())).port(80));
}

/// A port that nobody listened on a moment ago.
inline quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace porchlight::test
