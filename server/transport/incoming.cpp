// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/incoming.h"

#include <array>

namespace porchlight {

namespace {

/// How many bytes one visitor may send before the others get their turn.
constexpr qint64 BytesPerTurn = 1024 * 1024;

} // namespace

Incoming::Result Incoming::read()
{
    thread_local std::array<char, 64 * 1024> buffer;
    if (!m_readable)
        return {Outcome::Nothing, {}};
    if (m_readThisTurn >= BytesPerTurn)
        return {Outcome::TurnOver, {}};
    const auto [status, bytes] = m_socket.receive(buffer.data(), qint64(buffer.size()));
    if (status == PlainSocket::Status::Ok) {
        m_readThisTurn += bytes;
        // A short read has emptied the socket; only the end, if it was announced already, is still to be
        // read.
        m_readable = bytes == qint64(buffer.size()) || m_final;
        return {Outcome::Bytes, {buffer.data(), bytes}};
    }
    m_readable = false;
    return {status == PlainSocket::Status::WouldBlock ? Outcome::Nothing : Outcome::Ended, {}};
}

} // namespace porchlight
