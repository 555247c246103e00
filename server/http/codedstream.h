// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/compressor.h"
#include "server/http/memorybudget.h"
#include "server/transport/body.h"

#include <functional>

namespace porchlight {

/// Another stream's content, coded as it goes.
class CodedStream final : public BodyStream
{
public:
    /// What is coded in one go, bytes: about a millisecond's work, and one block of brotli's.
    static constexpr qsizetype PieceSize = 64 * 1024;

    /// Gets the whole coded content once it was made.
    using Made = std::function<void(QByteArray coded)>;

    /// `memory` is what this may take. `made` may be empty; then nothing is gathered.
    CodedStream(std::unique_ptr<BodyStream> source, ContentCoding coding, MemoryBudget::Share memory,
                Made made = {});

    QByteArray next() override;
    StreamEnd end() const override { return m_source->end(); }

private:
    const std::unique_ptr<BodyStream> m_source;
    const ContentCoding m_coding;
    const MemoryBudget::Share m_memory;
    const Made m_made;
    std::unique_ptr<Compressor> m_compressor; // from the first piece on: the answer to HEAD needs none
    QByteArray m_gathered;
    bool m_sourceEnded = false;
};

} // namespace porchlight
