// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <thread>
#include <vector>

namespace porchlight::test {

/// Many visitors at once who are slow at one thing; a thread of its own keeps each of them moving by a byte
/// or so several times a second. They leave when the crowd is destroyed.
class Crowd final
{
public:
    enum class Kind {
        SlowHead,      ///< A head that never ends, byte by byte.
        SlowContent,   ///< A request whose content comes byte by byte.
        SlowReader,    ///< Takes a little of its answer at a time.
        StalledReader, ///< Takes nothing of its answer.
        Lingering,     ///< Has its answer, was told the connection ends, and does not close.
    };

    /// `target` is what they ask for; a reader's should be larger than socket buffers are.
    Crowd(quint16 port, Kind kind, int count, const QByteArray &target);
    ~Crowd();
    Q_DISABLE_COPY_MOVE(Crowd)

    /// How many found a connection.
    int size() const { return int(m_sockets.size()); }

private:
    void move(int socket) const;

    const Kind m_kind;
    std::vector<int> m_sockets;
    std::jthread m_thread;
};

} // namespace porchlight::test
