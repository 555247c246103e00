// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/session/session.h"

#include <functional>
#include <optional>

namespace porchlight {

/// Takes an HTTP Archive apart as its bytes come, so that no more than one entry of it is in memory: a JSON
/// document needs many times the room of its text. Gives the objects in `log.entries`, and `log._porchlight`,
/// as JSON texts of their own; all else is passed over.
class HarParts final
{
public:
    /// Bytes of one part. Browsers keep 10 MB of a content at most, which Base64 makes a third more.
    static constexpr qsizetype MaxPart = 16 * 1024 * 1024;

    /// Gives a problem to end the reading.
    using Use = std::function<std::optional<RecordingProblem::Kind>(const QByteArray &json)>;

    HarParts(Use entry, Use about)
        : m_entry(std::move(entry))
        , m_about(std::move(about))
    {}

    std::optional<RecordingProblem::Kind> add(QByteArrayView bytes);
    /// What is wrong when no more bytes come.
    std::optional<RecordingProblem::Kind> finish() const;

private:
    std::optional<RecordingProblem::Kind> add(char c);
    void addToString(char c);
    std::optional<RecordingProblem::Kind> begin(char bracket);
    std::optional<RecordingProblem::Kind> end();

    const Use m_entry, m_about;
    const Use *m_use = nullptr; // of the part that is being collected
    QByteArray m_part;
    QByteArray m_key; // the newest string
    int m_depth = 0;  // how many brackets are open,
    int m_way = 0;    // and how many of them lead to the entries: document, log, entries
    bool m_inString = false, m_isEscaped = false;
    bool m_hasBegun = false, m_hasEntries = false;
};

} // namespace porchlight
