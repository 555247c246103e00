// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/ownasset.h"

#include "server/site/pageicons.h"
#include "server/site/pagestyle.h"
#include "server/site/sharedfolder.h"
#include "server/site/webfile.h"

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

OwnAsset makeStyle(const char *name, const QByteArray &content)
{
    return makeAsset(name, "css", "text/css; charset=utf-8", content);
}

OwnAsset makeScript(const char *name, const QByteArray &content)
{
    return makeAsset(name, "js", "text/javascript; charset=utf-8", content);
}

} // namespace

const OwnAsset &styleAsset()
{
    static const OwnAsset asset = makeStyle("style", pageStylesheet());
    return asset;
}

const OwnAsset &listStyleAsset()
{
    static const OwnAsset asset = makeStyle("list", webFile("list.css"));
    return asset;
}

const OwnAsset &listScriptAsset()
{
    static const OwnAsset asset = makeScript("list", webFile("list.js"));
    return asset;
}

const OwnAsset &photosStyleAsset()
{
    static const OwnAsset asset = makeStyle("photos", webFile("photos.css"));
    return asset;
}

const OwnAsset &photosScriptAsset()
{
    static const OwnAsset asset = makeScript("photos", webFile("photos.js"));
    return asset;
}

const OwnAsset &iconAsset()
{
    static const OwnAsset asset = makeAsset("lamp", "svg", "image/svg+xml", lampIcon());
    return asset;
}

const OwnAsset *findOwnAsset(QByteArrayView path)
{
    for (const OwnAsset *asset : {&styleAsset(), &listStyleAsset(), &listScriptAsset(), &photosStyleAsset(),
                                  &photosScriptAsset(), &iconAsset()}) {
        if (asset->path == path)
            return asset;
    }
    return nullptr;
}

} // namespace porchlight
