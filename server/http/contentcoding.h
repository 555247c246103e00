// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <span>

namespace porchlight {

/// How content is coded for its transfer (RFC 9110 §8.4.1).
enum class ContentCoding : quint8 { Identity, Gzip, Brotli };

/// As Content-Encoding names it: "gzip", "br"; Identity is never named there.
QByteArrayView nameOf(ContentCoding coding);

/// The value of an Accept-Encoding field (RFC 9110 §12.5.3): how much a visitor likes each coding. A value
/// that breaks the grammar anywhere accepts no coding, and so does a request without the field: who cannot
/// say what it reads gets the content as it is.
class AcceptedCodings final
{
public:
    explicit AcceptedCodings(QByteArrayView field);

    bool accepts(ContentCoding coding) const { return weight(coding) > 0; }

    /// The best liked of `offered`, the first of equals. Identity when it is liked better than all of them
    /// (only a visitor that names it, or says "*", can do that), and when nothing is accepted, "identity;q=0"
    /// included: RFC 9110 §12.5.3 would have 406, but that answer's page would not be acceptable either, and
    /// most who send this read what they get.
    ContentCoding choose(std::span<const ContentCoding> offered) const;

private:
    int weight(ContentCoding coding) const { return m_weights[size_t(coding)]; }

    std::array<int, 3> m_weights{}; // in thousandths; 0: excluded or, for Identity, not named
};

} // namespace porchlight
