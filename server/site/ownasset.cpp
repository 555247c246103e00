// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/ownasset.h"

#include "server/site/pageicons.h"
#include "server/site/pagestyle.h"
#include "server/site/sharedfolder.h"

#include <QCryptographicHash>

namespace porchlight {
namespace {

OwnAsset makeAsset(const char *name, const char *extension, const char *contentType,
                   const QByteArray &content)
{
    const QByteArray fingerprint =
        QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().first(16);
    const QByteArray path = QByteArrayLiteral("/") + SharedFolder::ReservedName + '/' + name + '.' +
                            fingerprint + '.' + extension;
    return {path, contentType, content, fingerprint};
}

} // namespace

const OwnAsset &styleAsset()
{
    static const OwnAsset asset = makeAsset("style", "css", "text/css; charset=utf-8", pageStylesheet());
    return asset;
}

const OwnAsset &iconAsset()
{
    static const OwnAsset asset = makeAsset("lamp", "svg", "image/svg+xml", lampIcon());
    return asset;
}

const OwnAsset *findOwnAsset(QByteArrayView path)
{
    for (const OwnAsset *asset : {&styleAsset(), &iconAsset()}) {
        if (asset->path == path)
            return asset;
    }
    return nullptr;
}

} // namespace porchlight
