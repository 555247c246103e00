// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

#include <utility>
#include <variant>
#include <vector>

namespace porchlight {

/// Why nothing of the content can be shown.
struct NoPreview
{
    QString reason;
};
/// Lines of plain text; what was sent is made safe.
struct TextPreview
{
    QString text;
    bool isWhole;
};
/// What was filled into a form: names and values, plain. A file's value says what it is; below that stands
/// its text, if it has any.
struct FormPreview
{
    std::vector<std::pair<QString, QString>> entries;
};
struct PicturePreview
{
    QImage image; ///< Not larger than LongestPreviewSide.
    QSize size;   ///< Of the picture itself.
};

using ContentPreview = std::variant<NoPreview, TextPreview, FormPreview, PicturePreview>;

/// Longer sides are scaled down while they are read.
inline constexpr int LongestPreviewSide = 1'024;

/// Content as people look at it: text, JSON with a line for each member, a form's entries, a picture. Content
/// that can run or fetch something (HTML, SVG) is text. `content` as it was sent, `type` and `coding` as in
/// Content-Type and Content-Encoding.
ContentPreview previewOf(const QByteArray &content, QByteArrayView type, QByteArrayView coding);

} // namespace porchlight
