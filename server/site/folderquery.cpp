// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/folderquery.h"

#include "server/http/queryparameters.h"

namespace porchlight {
namespace {

QByteArray joined(const FolderQuery &query)
{
    QByteArray text;
    const auto add = [&text](const char *name, QByteArrayView value) {
        text.append(text.isEmpty() ? "?" : "&amp;").append(name).append('=').append(value);
    };
    if (query.view != FolderQuery::View::AsTheFolderSuits)
        add("view", query.view == FolderQuery::View::Photos ? "photos" : "files");
    if (query.sort != FolderQuery::Sort::Name)
        add("sort", query.sort == FolderQuery::Sort::Size ? "size" : "time");
    if (query.order != FolderQuery::Order::AsItSuits)
        add("order", query.order == FolderQuery::Order::Descending ? "desc" : "asc");
    if (query.type)
        add("type", nameOf(*query.type));
    return text;
}

} // namespace

QByteArray FolderQuery::address() const
{
    const QByteArray query = joined(*this);
    return query.isEmpty() ? QByteArrayLiteral("./") : query;
}

QByteArray FolderQuery::carried() const
{
    FolderQuery without = *this;
    without.type.reset();
    return joined(without);
}

FolderQuery parseFolderQuery(QByteArrayView query)
{
    if (query.isEmpty())
        return {};
    const QueryParameters parameters(query);
    const auto valueOf = [&parameters](const char *name) {
        return parameters.value(name).value_or(QByteArray());
    };
    FolderQuery parsed;
    if (const QByteArray view = valueOf("view"); view == "photos")
        parsed.view = FolderQuery::View::Photos;
    else if (view == "files")
        parsed.view = FolderQuery::View::Files;
    if (const QByteArray sort = valueOf("sort"); sort == "size")
        parsed.sort = FolderQuery::Sort::Size;
    else if (sort == "time")
        parsed.sort = FolderQuery::Sort::Time;
    if (const QByteArray order = valueOf("order"); order == "desc")
        parsed.order = FolderQuery::Order::Descending;
    else if (order == "asc")
        parsed.order = FolderQuery::Order::Ascending;
    parsed.type = entryTypeNamed(valueOf("type"));
    return parsed;
}

} // namespace porchlight
