// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/photos/album.h"
#include "server/site/folderquery.h"
#include "server/site/language.h"
#include "server/transport/body.h"

#include <QDate>

namespace porchlight {

/// The page that shows a folder's photos and videos under the days they were taken on, HTML in UTF-8, made
/// piece by piece while it is sent. Whole without scripts; links are relative to the folder's URL, which ends
/// in a slash.
class PhotoPage final : public BodyStream
{
public:
    /// A piece is sent when it has grown past this, bytes.
    static constexpr qsizetype PieceSize = 32 * 1024;

    /// `query`: as the guest asked for the page; links take it along. `today` decides which days are told
    /// without their year.
    explicit PhotoPage(std::shared_ptr<const Album> album, FolderQuery query = {},
                       Language language = Language::English, QDate today = QDate::currentDate());
    QByteArray next() override;

private:
    enum class Part : quint8 { Opening, Items, Closing, End };

    QByteArray opening() const;
    QByteArray closing() const;
    void appendItem(QByteArray &html, const AlbumItem &item);

    const std::shared_ptr<const Album> m_album;
    const FolderQuery m_query;
    const Language m_language;
    const QDate m_today;
    Part m_part = Part::Opening;
    size_t m_nextItem = 0;
    std::optional<QDate> m_day; ///< Of the section that is open; null: one without a date.
};

/// The page as a response body: a short one as bytes with a known length, a long one as a stream. Sent with
/// pageFields(PageKind::Photos).
Body photoPageBody(std::shared_ptr<const Album> album, FolderQuery query = {},
                   Language language = Language::English, QDate today = QDate::currentDate());

} // namespace porchlight
