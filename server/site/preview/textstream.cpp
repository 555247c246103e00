// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/preview/textstream.h"

#include "server/http/textencoding.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <unistd.h>

namespace porchlight {
namespace {

bool mayStand(QChar c)
{
    return c.unicode() >= 0xa0 || (c.unicode() >= 0x20 && c.unicode() < 0x7f) || c == QLatin1Char('\n') ||
           c == QLatin1Char('\t') || c == QLatin1Char('\r');
}

} // namespace

TextStream::TextStream(StoredFile file, QByteArray before, QByteArray behind)
    : m_file(std::move(file))
    , m_before(std::move(before))
    , m_behind(std::move(behind))
{}

QByteArray TextStream::next()
{
    constexpr qint64 PieceSize = 64 * 1024;
    const qint64 wanted = std::min({PieceSize, MaxShown - m_at, m_file.size - m_at});
    if (wanted <= 0)
        return std::exchange(m_before, {}) + std::exchange(m_behind, {});
    QByteArray bytes(wanted, Qt::Uninitialized);
    ssize_t n = 0;
    do {
        n = ::pread(m_file.file->descriptor(), bytes.data(), size_t(wanted), m_at);
    } while (n < 0 && errno == EINTR);
    if (n <= 0) {
        m_end = n == 0 ? StreamEnd::FileShrank : StreamEnd::ReadFailed;
        return {};
    }
    bytes.truncate(n);
    if (m_at == 0)
        m_decoder = QStringDecoder(textEncoding(bytes, n == m_file.size));
    m_at += n;
    const QString text = m_decoder(bytes);
    return std::exchange(m_before, {}) + escapedText(text) + (text.isEmpty() ? "\n" : "");
}

QByteArray escapedText(const QString &text)
{
    QString html = text.toHtmlEscaped();
    std::replace_if(
        html.begin(), html.end(), [](QChar c) { return !mayStand(c); }, QChar(QChar::ReplacementCharacter));
    return html.toUtf8();
}

} // namespace porchlight
