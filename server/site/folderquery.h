// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/entrytype.h"

#include <QByteArray>

namespace porchlight {

/// What a guest wants to see of a folder, as the query of its address says:
/// "view=files&sort=size&order=desc". Values nobody knows count as not given.
struct FolderQuery
{
    enum class View : quint8 { AsTheFolderSuits, Files, Photos };
    enum class Sort : quint8 { Name, Size, Time };
    enum class Order : quint8 { AsItSuits, Ascending, Descending };

    View view = View::AsTheFolderSuits;
    Sort sort = Sort::Name;
    Order order = Order::AsItSuits;
    std::optional<EntryType> type; ///< Nothing: all of them.

    bool operator==(const FolderQuery &) const = default;

    /// Whether the list is to show the largest, the newest or the last name first.
    bool descending() const { return order == Order::Descending; }

    /// The query of an address: "?view=photos", "./" when it says nothing, as an address that leads to the
    /// same folder without any query. Safe in HTML.
    QByteArray address() const;
    /// What links to other folders take along, everything but the type: "?sort=size" or nothing. Safe in
    /// HTML.
    QByteArray carried() const;
};

/// `query`: without the "?", as sent.
FolderQuery parseFolderQuery(QByteArrayView query);

} // namespace porchlight
