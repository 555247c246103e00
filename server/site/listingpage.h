// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/mediakind.h"
#include "server/site/folderquery.h"
#include "server/site/language.h"
#include "server/site/listing.h"

namespace porchlight {

/// The page of one folder, HTML in UTF-8, made piece by piece while it is sent, so that a long listing never
/// stands in memory as text. Whole without scripts; links are relative to the folder's URL, which ends in a
/// slash.
class ListingPage final : public BodyStream
{
public:
    /// A piece is sent when it has grown past this, bytes.
    static constexpr qsizetype PieceSize = 32 * 1024;

    explicit ListingPage(std::shared_ptr<const Listing> listing, FolderQuery query = {},
                         Language language = Language::English);
    QByteArray next() override;

private:
    enum class Part : quint8 { Opening, Rows, Closing, End };

    QByteArray opening() const;
    QByteArray closing() const;
    size_t rows() const { return m_isInOrder ? m_listing->entries.size() : m_order.size(); }

    const std::shared_ptr<const Listing> m_listing;
    const FolderQuery m_query;
    const Language m_language;
    const bool m_isInOrder;         ///< All entries, as they stand in the listing.
    std::vector<MediaKind> m_kinds; ///< Of the entries.
    std::vector<quint32> m_order;   ///< Unless it is so: which entries, in their order.
    const QByteArray m_carried;
    Part m_part = Part::Opening;
    size_t m_nextRow = 0;
};

/// The page as a response body: a short one as bytes with a known length, a long one as a stream.
Body listingBody(std::shared_ptr<const Listing> listing, FolderQuery query = {},
                 Language language = Language::English);

} // namespace porchlight
