// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/plainsocket.h"

#include <QByteArrayView>

namespace porchlight {

/// What a visitor sends, read in turns, so that one who sends without end leaves others theirs. It is told of
/// edges (Readiness), and knows when a call would bring nothing.
class Incoming final
{
public:
    /// `socket` outlives it.
    explicit Incoming(PlainSocket &socket)
        : m_socket(socket)
    {}

    void becameReadable() { m_readable = true; }
    /// The visitor sends no more; some may be left to read.
    void becameFinal() { m_final = true; }
    bool isFinal() const { return m_final; }

    void beginTurn() { m_readThisTurn = 0; }

    enum class Outcome : quint8 {
        Bytes,
        Nothing,  ///< For now.
        TurnOver, ///< Go on after others had theirs.
        Ended,    ///< All was read that the visitor sent, or the connection is broken.
    };
    struct Result
    {
        Outcome outcome;
        QByteArrayView bytes; ///< Valid until anything is read in this thread.
    };
    Result read();

private:
    PlainSocket &m_socket;
    qint64 m_readThisTurn = 0; // bytes
    bool m_readable = false;
    bool m_final = false;
};

} // namespace porchlight
