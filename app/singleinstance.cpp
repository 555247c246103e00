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

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>

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
    , m_lockPath(runtimeFolder + QLatin1String("/porchlight.lock"))
{
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
        if (lock()) {
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
        QThread::msleep(20); // the first is only just starting, or ending
    }
}

/// QLockFile would have to tell a lock left by a crash from one that is just being made, and cannot.
bool SingleInstance::lock()
{
    m_lock =
        Descriptor(::open(QFile::encodeName(m_lockPath).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!m_lock.isOpen() || ::flock(m_lock.number(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
        return true;
    m_lock = {};
    return false;
}

void SingleInstance::retire()
{
    m_server.close();
    const QList<QLocalSocket *> waiting = m_server.findChildren<QLocalSocket *>();
    for (QLocalSocket *socket : waiting)
        socket->abort();
    m_lock = {};
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
    // Where nobody can reach us (a path too long for a socket) the next start is to be a first, too.
    if (!m_server.listen(m_socketPath))
        m_lock = {};
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
