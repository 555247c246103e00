// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/storedfile.h"

#include <QStringDecoder>

namespace porchlight {

/// A text file as it stands inside an HTML element: UTF-8, with its markup escaped, and U+FFFD for what HTML
/// must not hold. Piece by piece, with what is to stand before and behind it.
class TextStream final : public BodyStream
{
public:
    /// Bytes of the file; nobody reads on in a page that is longer.
    static constexpr qint64 MaxShown = 1024 * 1024;

    TextStream(StoredFile file, QByteArray before, QByteArray behind);
    QByteArray next() override;
    StreamEnd end() const override { return m_end; }

private:
    const StoredFile m_file;
    QByteArray m_before;
    QByteArray m_behind;
    QStringDecoder m_decoder;
    qint64 m_at = 0;
    StreamEnd m_end = StreamEnd::Whole;
};

/// Text as it stands inside an HTML element.
QByteArray escapedText(const QString &text);

} // namespace porchlight
