// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>
#include <QtEndian>

namespace porchlight {

namespace {

// A message: the path's length in four bytes, big-endian, then its bytes. The answer: one byte.
constexpr char Taken = 'k';

QByteArray framed(const QByteArray &path)
{
    QByteArray message(sizeof(quint32), Qt::Uninitialized);
    qToBigEndian(quint32(path.size()), message.data());
    return message + path;
}

} // namespace

SingleInstance::SingleInstance(const QString &runtimeFolder, QObject *parent)
    : QObject(parent)
    , m_socketPath(runtimeFolder + QLatin1String("/porchlight.socket"))
    , m_lock(runtimeFolder + QLatin1String("/porchlight.lock"))
{
    m_lock.setStaleLockTime(
        0); // Held for as long as the window is open; only a dead process leaves it stale.
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection())
            greet(socket);
    });
}

QString SingleInstance::defaultRuntimeFolder()
{
    QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    QDir().mkpath(folder);
    return folder;
}

SingleInstance::Role SingleInstance::claim(const QString &folder)
{
    const QDeadlineTimer deadline(Patience);
    const QByteArray path = QFile::encodeName(folder);
    while (true) {
        if (m_lock.tryLock(std::chrono::milliseconds(0)) || m_lock.error() != QLockFile::LockFailedError) {
            listen();
            return Role::First;
        }
        switch (deliver(path, deadline)) {
        case Delivery::Taken:
            return Role::HandedOver;
        case Delivery::NoAnswer:
            return Role::NoAnswer;
        case Delivery::NobodyListens:
            break;
        }
        if (deadline.hasExpired())
            return Role::NoAnswer;
        // Either the first is only just starting, or a crash left the lock and its process id went to another
        // Porchlight; this removes the file only while no process holds it.
        m_lock.removeStaleLockFile();
        QThread::msleep(20);
    }
}

void SingleInstance::retire()
{
    m_server.close();
    const QList<QLocalSocket *> waiting = m_server.findChildren<QLocalSocket *>();
    for (QLocalSocket *socket : waiting)
        socket->abort();
    m_lock.unlock();
}

SingleInstance::Delivery SingleInstance::deliver(const QByteArray &path, QDeadlineTimer deadline) const
{
    QLocalSocket socket;
    socket.connectToServer(m_socketPath);
    if (!socket.waitForConnected(int(deadline.remainingTime())))
        return Delivery::NobodyListens;
    socket.write(framed(path));
    while (socket.bytesAvailable() == 0) {
        if (!socket.waitForReadyRead(int(deadline.remainingTime())))
            return deadline.hasExpired() ? Delivery::NoAnswer : Delivery::NobodyListens;
    }
    return socket.read(1) == QByteArray(1, Taken) ? Delivery::Taken : Delivery::NoAnswer;
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_socketPath);
    if (!m_server.listen(m_socketPath))
        m_lock.unlock(); // Nobody could reach us (a path too long for a socket): let the next start be a
                         // first, too.
}

void SingleInstance::greet(QLocalSocket *socket)
{
    socket->setReadBufferSize(sizeof(quint32) + MaxPath);
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
    QTimer::singleShot(Patience, socket, &QLocalSocket::abort);
    read(socket);
}

void SingleInstance::read(QLocalSocket *socket)
{
    if (socket->bytesAvailable() < qint64(sizeof(quint32)))
        return;
    const quint32 length = qFromBigEndian<quint32>(socket->peek(sizeof(quint32)).constData());
    if (length > MaxPath) {
        socket->abort();
        return;
    }
    if (socket->bytesAvailable() < qint64(sizeof(quint32) + length))
        return;
    socket->skip(sizeof(quint32));
    const QString folder = QFile::decodeName(socket->read(length));
    socket->disconnect(this);
    socket->write(QByteArray(1, Taken));
    socket->disconnectFromServer();
    emit handedOver(folder);
}

} // namespace porchlight
