// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>

namespace porchlight {

/// Writes a log to a descriptor without ever waiting for its reader: a terminal stopped with Ctrl+S or a
/// `less` that nobody scrolls must not keep SIGTERM from being obeyed. What the reader has not taken is kept
/// up to MaxKept bytes; what cannot be written (the reader has gone, the disk is full) is thrown away.
/// SIGPIPE must be ignored.
class LogOutput final
{
public:
    static constexpr qsizetype MaxKept = 4 * 1024 * 1024;

    explicit LogOutput(int descriptor);

    /// Whether more may be written now. When not, the caller drops and counts.
    bool hasRoom() const { return m_kept.size() < MaxKept; }
    /// Takes whole lines, and hands on as much as the reader takes now.
    void write(const QByteArray &lines);
    /// Hands on what is kept, waiting for the reader no longer than `patience`.
    void flush(std::chrono::milliseconds patience);

private:
    const int m_descriptor;
    const qsizetype m_piece;
    QByteArray m_kept;
};

} // namespace porchlight
