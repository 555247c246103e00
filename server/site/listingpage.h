// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/listing.h"

namespace porchlight {

/// The page of one folder, HTML in UTF-8, made piece by piece while it is sent, so that a long listing never
/// stands in memory as text. Without scripts; links are relative to the folder's URL, which ends in a slash.
class ListingPage final : public BodyStream
{
public:
    /// A piece is sent when it has grown past this, bytes.
    static constexpr qsizetype PieceSize = 32 * 1024;

    explicit ListingPage(std::shared_ptr<const Listing> listing);
    QByteArray next() override;

private:
    enum class Part : quint8 { Opening, Rows, Closing, End };

    QByteArray opening() const;
    QByteArray closing() const;

    const std::shared_ptr<const Listing> m_listing;
    Part m_part = Part::Opening;
    size_t m_nextRow = 0;
};

/// The page as a response body: a short one as bytes with a known length, a long one as a stream.
Body listingBody(std::shared_ptr<const Listing> listing);

} // namespace porchlight
