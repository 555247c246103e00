// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/pageicons.h"

namespace porchlight {

const QByteArray &iconSprite()
{
    static const QByteArray sprite = QByteArrayLiteral(R"svg(<svg class="sprite" aria-hidden="true">
<symbol id="folder" viewBox="0 0 24 24"><path d="M3 7.5A1.5 1.5 0 0 1 4.5 6h4.4l2.1 2.5h8.5A1.5 1.5 0 0 1 21 10v8a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18z"/></symbol>
<symbol id="image" viewBox="0 0 24 24"><rect x="3" y="4.5" width="18" height="15" rx="2"/><circle cx="8.5" cy="9.5" r="1.5"/><path d="m4 17.5 5-4.5 3.5 3 3.5-4 4.5 4.5"/></symbol>
<symbol id="video" viewBox="0 0 24 24"><rect x="3" y="4.5" width="18" height="15" rx="2"/><path d="m10 9 5.5 3-5.5 3z"/></symbol>
<symbol id="audio" viewBox="0 0 24 24"><circle cx="7" cy="17.5" r="2.5"/><circle cx="17" cy="15.5" r="2.5"/><path d="M9.5 17.5V6.5l10-2v11"/></symbol>
<symbol id="page" viewBox="0 0 24 24"><rect x="3" y="4.5" width="18" height="15" rx="2"/><path d="M3 9h18M6.2 6.8h.1M9 6.8h.1"/></symbol>
<symbol id="document" viewBox="0 0 24 24"><path d="M6 3.5h8l4.5 4.5v11a1.5 1.5 0 0 1-1.5 1.5H6.5A1.5 1.5 0 0 1 5 19V5A1.5 1.5 0 0 1 6.5 3.5zM14 3.5V8h4.5M8.5 12.5h6.5M8.5 16h5"/></symbol>
<symbol id="archive" viewBox="0 0 24 24"><rect x="3" y="4.5" width="18" height="5" rx="1"/><path d="M4.5 9.5V18A1.5 1.5 0 0 0 6 19.5h12a1.5 1.5 0 0 0 1.5-1.5V9.5M10 13h4"/></symbol>
<symbol id="file" viewBox="0 0 24 24"><path d="M6.5 3.5H14L18.5 8v11a1.5 1.5 0 0 1-1.5 1.5H6.5A1.5 1.5 0 0 1 5 19V5A1.5 1.5 0 0 1 6.5 3.5zM14 3.5V8h4.5"/></symbol>
<symbol id="up" viewBox="0 0 24 24"><path d="M12 19V6M6 11.5 12 5.5l6 6"/></symbol>
</svg>
)svg");
    return sprite;
}

QByteArray lampSvg(int height)
{
    const QByteArray size =
        "\" width=\"" + QByteArray::number(height * 60 / 82) + "\" height=\"" + QByteArray::number(height);
    return "<svg class=\"lamp" + size +
           "\" viewBox=\"0 0 60 82\" aria-hidden=\"true\"><path d=\"M30 2v13\"/>"
           "<path class=\"glow\" d=\"M14 15h32l10 16H4zM10 31h40l-6 36H16zM22 67h16v12H22z\"/></svg>";
}

const QByteArray &lampIcon()
{
    static const QByteArray svg = QByteArrayLiteral(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='-11 0 82 82' fill='#fdf1dd' stroke='#d97706' "
        "stroke-width='6'><path d='M30 1v14M14 15h32l10 16H4zM10 31h40l-6 36H16zM22 67h16v12H22z'/></svg>");
    return svg;
}

const QByteArray &lampDataUrl()
{
    static const QByteArray url = "data:image/svg+xml," + lampIcon().toPercentEncoding();
    return url;
}

} // namespace porchlight
