// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/obstacle.h"

namespace porchlight {

/// What could not be put into a zip, or not as it was found, in words for who opens it.
class ZipProblems final
{
public:
    /// Nobody reads more; the others are counted.
    static constexpr int MaxNamed = 1'000;

    /// `name` as in the zip (zipName).
    void add(const QByteArray &name, Obstacle why);

    bool isEmpty() const { return m_count == 0; }
    /// A text file, UTF-8.
    QByteArray text() const;

private:
    QByteArray m_lines;
    qint64 m_count = 0;
};

} // namespace porchlight
