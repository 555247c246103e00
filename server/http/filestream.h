// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/storedfile.h"

namespace porchlight {

/// A file's content piece by piece, for what has to be worked on before it is sent.
class FileStream final : public BodyStream
{
public:
    explicit FileStream(StoredFile file);
    QByteArray next() override;
    StreamEnd end() const override { return m_end; }

private:
    const StoredFile m_file;
    qint64 m_at = 0;
    StreamEnd m_end = StreamEnd::Whole;
};

} // namespace porchlight
