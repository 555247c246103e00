// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/pageframe.h"

#include "server/site/htmltext.h"
#include "server/site/ownasset.h"
#include "server/site/pageicons.h"
#include "server/site/pagestyle.h"
#include "server/site/phrases.h"

#include <QCryptographicHash>

#include <array>

namespace porchlight {
namespace {

struct Dress
{
    QByteArray head, icon, sources, bodyClass;
};

QByteArray linksTo(const OwnAsset &style, const OwnAsset &script)
{
    return "<link rel=\"stylesheet\" href=\"" + style.path + "\">\n<script type=\"module\" src=\"" +
           script.path + "\"></script>";
}

Dress dressOf(PageKind kind)
{
    switch (kind) {
    case PageKind::Listing:
        return {linksTo(listStyleAsset(), listScriptAsset()), iconAsset().path,
                "script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'",
                "listing"};
    case PageKind::Photos:
        return {linksTo(photosStyleAsset(), photosScriptAsset()), iconAsset().path,
                "script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; form-action 'self'",
                "photos"};
    case PageKind::Preview:
        return {"<link rel=\"stylesheet\" href=\"" + listStyleAsset().path + "\">", iconAsset().path,
                "style-src 'self'; img-src 'self'; media-src 'self'; frame-src 'self'; form-action 'none'",
                "listing"};
    case PageKind::Error:
        // Allowed by its hash: whatever else might be smuggled in stays without effect.
        return {"<style>" + pageStylesheet() + "</style>", lampDataUrl(),
                "style-src 'sha256-" +
                    QCryptographicHash::hash(pageStylesheet(), QCryptographicHash::Sha256).toBase64() +
                    // 'self' for the page before: Chromium may ask for its icon under this page's policy.
                    "'; img-src 'self' data:; form-action 'none'",
                "error"};
    }
    Q_UNREACHABLE();
    return {};
}

ResponseFields fieldsOf(PageKind kind)
{
    return {{"Content-Type", "text/html; charset=utf-8"},
            {"Cache-Control", "no-cache"},
            {"Content-Security-Policy",
             "default-src 'none'; " + dressOf(kind).sources + "; base-uri 'none'; frame-ancestors 'self'"},
            {"X-Content-Type-Options", "nosniff"},
            {"Referrer-Policy", "same-origin"}};
}

} // namespace

QByteArray pageOpening(const QByteArray &title, PageKind kind, Language language, const QByteArray &words)
{
    const Dress dress = dressOf(kind);
    QByteArray body = "<body class=\"" + dress.bodyClass + '"';
    if (!words.isEmpty())
        body += " data-words=\"" + htmlText(words) + '"';
    return "<!DOCTYPE html>\n<html lang=\"" + tagOf(language) +
           "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title +
           "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"" +
           dress.icon + "\">\n" + dress.head + "\n</head>\n" + body + ">\n";
}

QByteArray pageClosing(Language language)
{
    return "</main>\n<footer>" + lampSvg(20) + Phrases::of(language).text("sharedWith") +
           "</footer>\n</body>\n</html>\n";
}

ResponseFields pageFields(PageKind kind)
{
    static const std::array fields{fieldsOf(PageKind::Listing), fieldsOf(PageKind::Photos),
                                   fieldsOf(PageKind::Preview), fieldsOf(PageKind::Error)};
    return fields[size_t(kind)];
}

} // namespace porchlight
