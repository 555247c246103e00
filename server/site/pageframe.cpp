// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/pageframe.h"

#include "server/site/pageicons.h"
#include "server/site/pagestyle.h"

#include <QCryptographicHash>

namespace porchlight {
namespace {

/// The stylesheet stands in the page, allowed by its hash: whatever else a name might smuggle in stays
/// without effect.
QByteArray securityPolicy()
{
    return "default-src 'none'; style-src 'sha256-" +
           QCryptographicHash::hash(pageStylesheet(), QCryptographicHash::Sha256).toBase64() +
           "'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
}

} // namespace

QByteArray pageOpening(const QByteArray &title, const char *kind)
{
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title +
           "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"" +
           lampDataUrl() + "\">\n<style>" + pageStylesheet() + "</style>\n</head>\n<body class=\"" + kind +
           "\">\n";
}

QByteArray pageClosing()
{
    return "</main>\n<footer>" + lampSvg(20) + "Shared with Porchlight</footer>\n</body>\n</html>\n";
}

ResponseFields pageFields()
{
    static const ResponseFields fields{{"Content-Type", "text/html; charset=utf-8"},
                                       {"Cache-Control", "no-cache"},
                                       {"Content-Security-Policy", securityPolicy()},
                                       {"X-Content-Type-Options", "nosniff"},
                                       {"Referrer-Policy", "same-origin"}};
    return fields;
}

} // namespace porchlight
