// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/codedstream.h"

namespace porchlight {

CodedStream::CodedStream(std::unique_ptr<BodyStream> source, ContentCoding coding, MemoryBudget::Share memory,
                         Made made)
    : m_source(std::move(source))
    , m_coding(coding)
    , m_memory(std::move(memory))
    , m_made(std::move(made))
{}

QByteArray CodedStream::next()
{
    if (m_sourceEnded)
        return {};
    QByteArray piece = m_source->next();
    m_sourceEnded = piece.isEmpty();
    while (!m_sourceEnded && piece.size() < PieceSize) {
        const QByteArray more = m_source->next();
        m_sourceEnded = more.isEmpty();
        piece += more;
    }
    if (m_sourceEnded && m_source->end() != StreamEnd::Whole)
        return {};
    if (!m_compressor)
        m_compressor = makeCompressor(m_coding);
    const QByteArray coded = m_compressor->code(piece, m_sourceEnded);
    if (m_made) {
        m_gathered += coded;
        if (m_sourceEnded)
            m_made(std::move(m_gathered));
    }
    return coded;
}

} // namespace porchlight
