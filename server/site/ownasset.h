// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace porchlight {

/// A file that Porchlight's own pages need. Its path holds a fingerprint of its content, so that a browser
/// may keep it for ever: another content has another path.
struct OwnAsset
{
    QByteArray path; ///< "/.porchlight/style.0123456789abcdef.css"
    QByteArray contentType;
    QByteArray content;
    QByteArray fingerprint; ///< The first 64 bits of the content's SHA-256, in hex.
};

// Thread-safe, all of them.

/// pageStylesheet()
const OwnAsset &styleAsset();
/// What a page of PageKind::Listing wears and runs.
const OwnAsset &listStyleAsset();
const OwnAsset &listScriptAsset();
/// What a page of PageKind::Photos wears and runs.
const OwnAsset &photosStyleAsset();
const OwnAsset &photosScriptAsset();
/// lampIcon()
const OwnAsset &iconAsset();

/// The asset of exactly this path, as sent; null when there is none.
const OwnAsset *findOwnAsset(QByteArrayView path);

} // namespace porchlight
