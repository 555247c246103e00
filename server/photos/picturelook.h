// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace porchlight {

/// A picture as it is looked at from near.
struct SmallPicture
{
    static constexpr int LongestSide = 960; ///< Pixels.
    QByteArray jpeg;                        ///< A file of its own, not larger than LongestSide.
    int width = 0;                          ///< Of the picture itself.
    int height = 0;
};

/// One look at a picture that a stranger may have sent: read and shrunk in a process of its own, which ends
/// with the look. Thread-safe.
class PictureLook final
{
public:
    PictureLook();
    ~PictureLook();
    Q_DISABLE_COPY_MOVE(PictureLook)

    /// Nothing when it cannot be read or shrunk in time, has more pixels than `mostPixels`, or stop() was
    /// called. Blocks for as long as that takes, some seconds at the most.
    std::optional<SmallPicture> shrunk(const QByteArray &content, qint64 mostPixels) const;
    /// Ends the look that is under way, and every later one.
    void stop();

private:
    const int m_stop;
};

} // namespace porchlight
