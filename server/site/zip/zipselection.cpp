// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/zip/zipselection.h"

#include <QHash>

namespace porchlight {
namespace {

ZipSelection pickedEntries(const QByteArray &bitmap, const Listing &listing)
{
    const QByteArray::FromBase64Result bits = QByteArray::fromBase64Encoding(
        bitmap, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!bits)
        return chosen::Outdated{};
    chosen::Some some;
    for (qsizetype i = 0; i < (*bits).size() * 8; ++i) {
        if (!(uchar((*bits).at(i / 8)) >> (i % 8) & 1))
            continue;
        if (size_t(i) >= listing.entries.size())
            return chosen::Outdated{};
        some.entries.push_back(listing.entries[size_t(i)]);
    }
    if (some.entries.empty())
        return chosen::Nothing{};
    return some;
}

ZipSelection namedEntries(const QList<QByteArray> &names, const Listing &listing)
{
    QHash<QByteArray, const FolderEntry *> byName;
    byName.reserve(qsizetype(listing.entries.size()));
    for (const FolderEntry &entry : listing.entries)
        byName.insert(entry.name, &entry);
    chosen::Some some;
    for (const QByteArray &name : names) {
        if (!byName.contains(name))
            return chosen::Missing{name};
        if (const FolderEntry *entry =
                std::exchange(byName[name], nullptr)) // once, however often it is named
            some.entries.push_back(*entry);
    }
    return some;
}

} // namespace

bool choosesFromFolder(const QueryParameters &parameters)
{
    return parameters.has("item") || parameters.has("pick") || parameters.value("zip") == "chosen";
}

ZipSelection zipSelection(const QueryParameters &parameters, const Listing &listing, qint64 modifiedNs)
{
    if (!choosesFromFolder(parameters))
        return chosen::Everything{};
    if (const QList<QByteArray> names = parameters.values("item"); !names.isEmpty())
        return namedEntries(names, listing);
    const auto bitmap = parameters.value("pick");
    if (!bitmap)
        return chosen::Nothing{};
    if (parameters.value("of") != QByteArray::number(modifiedNs))
        return chosen::Outdated{};
    return pickedEntries(*bitmap, listing);
}

} // namespace porchlight
