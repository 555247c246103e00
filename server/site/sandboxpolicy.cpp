// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/sandboxpolicy.h"

#include "server/http/mediatype.h"

namespace porchlight {
namespace {

QByteArray policyForPages()
{
    // Without allow-same-origin. Modals are alert() and print(); a popup that stayed in the sandbox would
    // break the site it links to.
    return QByteArrayLiteral("sandbox allow-scripts allow-forms allow-modals allow-downloads allow-popups "
                             "allow-popups-to-escape-sandbox");
}

QByteArray policyForDrawings()
{
    return QByteArrayLiteral("sandbox; default-src 'none'; img-src 'self' data:; font-src data:; "
                             "style-src 'self' 'unsafe-inline'");
}

} // namespace

QByteArray sandboxPolicy(QByteArrayView fileName)
{
    const QByteArray contentType = contentTypeOf(fileName);
    const qsizetype end = contentType.indexOf(';');
    const QByteArrayView type = QByteArrayView(contentType).first(end < 0 ? contentType.size() : end);
    if (type == "text/html" || type.endsWith("xhtml+xml"))
        return policyForPages();
    if (type.endsWith("+xml") || type.endsWith("/xml") || type == "text/xsl")
        return policyForDrawings();
    return {};
}

} // namespace porchlight
