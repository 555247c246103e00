// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
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
/// A picture still to be read, which is never done in this process: strangers send pictures that are made to
/// do harm.
struct PicturePreview
{
    /// Of what a visitor or a recording brought: few bytes can ask for any number of pixels.
    static constexpr qint64 MostPixels = 16'000'000;
    QByteArray content;
    qint64 mostPixels = MostPixels; ///< With more of them it is not shown.
};

using ContentPreview = std::variant<NoPreview, TextPreview, FormPreview, PicturePreview>;

/// Content as people look at it: text, JSON with a line for each member, a form's entries, a picture. Content
/// that can run or fetch something (HTML, SVG) is text. `content` as it was sent, `type` and `coding` as in
/// Content-Type and Content-Encoding.
ContentPreview previewOf(const QByteArray &content, QByteArrayView type, QByteArrayView coding);
/// Why a PicturePreview is not shown when it comes to that.
QString unreadablePictureText();

} // namespace porchlight
