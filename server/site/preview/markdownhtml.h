// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/phrases.h"

#include <optional>

namespace porchlight {

/// Up to here Markdown is laid out, bytes: hostile text takes time by the square of its length, and so much
/// of it up to 200 milliseconds.
constexpr qint64 MaxMarkdown = 64 * 1024;

/// GitHub-flavoured Markdown, UTF-8, as HTML that does nothing: without the HTML in it, and without links to
/// scripts and data. Links open in the window, not in a frame. Null when its quotes and lists are so deep, on
/// so many lines, that it would take long all the same.
std::optional<QByteArray> markdownHtml(const QByteArray &markdown, const Phrases &phrases);

} // namespace porchlight
