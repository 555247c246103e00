// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/codedcontents.h"
#include "server/http/compressor.h"
#include "server/http/memorybudget.h"
#include "server/http/storedfile.h"
#include "server/record/decision.h"
#include "server/transport/requesthead.h"

namespace porchlight {

/// Codes content for its transfer and remembers the result, so that a server compresses each version of a
/// file once. Copies stand for the same memory. Thread-safe.
class ContentCoder final
{
public:
    /// Up to here a content leaves as it is, bytes: it fits into a packet or two either way.
    static constexpr qint64 MinSize = 1024;
    /// A larger file leaves as it is, bytes: its first visitors would cost the processor a tenth of a second
    /// each, and coded it would crowd the others out of what is remembered.
    static constexpr qint64 MaxSize = 8 * 1024 * 1024;
    /// Up to here a file is coded before the head leaves, bytes: a millisecond. A larger one is coded while
    /// it is sent, piece by piece between other visitors' turns.
    static constexpr qint64 MaxAtOnce = 64 * 1024;
    /// Results remembered, bytes: the texts of a few large web sites.
    static constexpr qint64 MaxRemembered = 16 * 1024 * 1024;
    /// What streams take in all while they code, bytes: pages 16 of brotli's at a time, or 200 of gzip's; a
    /// file counts with its own size beside.
    static constexpr qint64 MaxStreaming = 64 * 1024 * 1024;

    explicit ContentCoder(qint64 maxRemembered = MaxRemembered, qint64 maxStreaming = MaxStreaming);

    struct Coded
    {
        Body body;
        decision::Compressed decision;
    };

    /// Whether the file's size is one for which a coded form is made.
    static bool takes(const StoredFile &file) { return file.size > MinSize && file.size <= MaxSize; }

    /// A file's content in one of codingsMadeHere(). Nothing when it is better sent as it is: coding wins
    /// nothing, the memory for streams is used up, the file cannot be read, or `version` has no way to send a
    /// stream whole and keep the connection.
    std::optional<Coded> codeFile(const StoredFile &file, ContentCoding coding, HttpVersion version) const;

    /// The content of a page made here: bytes or a stream. `content` is left as it was when the result is
    /// nothing, for the same reasons.
    std::optional<Coded> codePage(Body &content, ContentCoding coding, HttpVersion version) const;

private:
    std::optional<Coded> codeAtOnce(const QByteArray &content, const CodedContentKey &key,
                                    bool remember) const;
    std::optional<Coded> codeFileAsStream(const StoredFile &file, const CodedContentKey &key) const;

    std::shared_ptr<CodedContents> m_contents;
    MemoryBudget m_streaming;
};

} // namespace porchlight
