// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/pageframe.h"

#include "server/site/ownasset.h"
#include "server/site/pageicons.h"
#include "server/site/pagestyle.h"

#include <QCryptographicHash>

#include <array>

namespace porchlight {
namespace {

struct Dress
{
    QByteArray style, icon, sources, bodyClass;
};

Dress dressOf(PageKind kind)
{
    switch (kind) {
    case PageKind::Listing:
        return {"<link rel=\"stylesheet\" href=\"" + styleAsset().path + "\">", iconAsset().path,
                "style-src 'self'; img-src 'self'; form-action 'self'", "listing"};
    case PageKind::Preview:
        return {"<link rel=\"stylesheet\" href=\"" + styleAsset().path + "\">", iconAsset().path,
                "style-src 'self'; img-src 'self'; media-src 'self'; frame-src 'self'; form-action 'none'",
                "listing"};
    case PageKind::Error:
        // Allowed by its hash: whatever else might be smuggled in stays without effect.
        return {"<style>" + pageStylesheet() + "</style>", lampDataUrl(),
                "style-src 'sha256-" +
                    QCryptographicHash::hash(pageStylesheet(), QCryptographicHash::Sha256).toBase64() +
                    "'; img-src data:; form-action 'none'",
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

QByteArray pageOpening(const QByteArray &title, PageKind kind)
{
    const Dress dress = dressOf(kind);
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title +
           "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"" +
           dress.icon + "\">\n" + dress.style + "\n</head>\n<body class=\"" + dress.bodyClass + "\">\n";
}

QByteArray pageClosing()
{
    return "</main>\n<footer>" + lampSvg(20) + "Shared with Porchlight</footer>\n</body>\n</html>\n";
}

ResponseFields pageFields(PageKind kind)
{
    static const std::array fields = {fieldsOf(PageKind::Listing), fieldsOf(PageKind::Preview),
                                      fieldsOf(PageKind::Error)};
    return fields[size_t(kind)];
}

} // namespace porchlight
