// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/lesson/lonevisitor.h"

#include "server/record/exchange.h"

#include <QRegularExpression>
#include <QUrl>

namespace porchlight {

namespace {

const QByteArray FrontPage("/");

QByteArray fieldOf(const DraftAnswer &answer, QByteArrayView name)
{
    Exchange exchange;
    exchange.responseHead = answer.head;
    return exchange.responseField(name);
}

/// The value of an attribute as it stands in a tag; &amp; alone is decoded, which is what addresses need.
QString attribute(const QString &tag, QLatin1String name)
{
    const QRegularExpression quoted(QStringLiteral("\\s%1\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')").arg(name),
                                    QRegularExpression::CaseInsensitiveOption);
    const auto match = quoted.match(tag);
    return QString(match.captured(1) + match.captured(2)).replace(QLatin1String("&amp;"), QLatin1String("&"));
}

} // namespace

QList<QByteArray> partsOfPage(const QByteArray &html, const QByteArray &base, qsizetype max)
{
    static const QRegularExpression tags(QStringLiteral("<(img|script|link)\\b[^>]*>"),
                                         QRegularExpression::CaseInsensitiveOption);
    const QUrl page(QStringLiteral("http://here") + QString::fromUtf8(base));
    QList<QByteArray> parts;
    for (auto found = tags.globalMatch(QString::fromUtf8(html)); found.hasNext() && parts.size() < max;) {
        const auto match = found.next();
        const bool isLink = match.captured(1).compare(QLatin1String("link"), Qt::CaseInsensitive) == 0;
        const QString rel = attribute(match.captured(), QLatin1String("rel"));
        if (isLink && rel != QLatin1String("stylesheet") && rel != QLatin1String("icon"))
            continue;
        const QString written =
            attribute(match.captured(), isLink ? QLatin1String("href") : QLatin1String("src"));
        const QUrl part = page.resolved(QUrl(written));
        if (written.isEmpty() || part.scheme() != page.scheme() || part.authority() != page.authority())
            continue;
        const QByteArray target =
            part.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
        if (!parts.contains(target))
            parts.append(target);
    }
    return parts;
}

LoneVisitor::LoneVisitor(QObject *parent)
    : QObject(parent)
    , m_sender(this, RequestSender::Reads::All) // a lesson holds its requests as long as it likes
{
    connect(&m_sender, &RequestSender::answered, this, &LoneVisitor::take);
}

void LoneVisitor::visit(const QHostAddress &address, quint16 port)
{
    if (!m_targets.isEmpty())
        return;
    m_address = address;
    m_port = port;
    m_targets = {FrontPage};
    askNext();
}

void LoneVisitor::forget()
{
    m_sender.stop();
    m_targets.clear();
    m_kept.clear();
}

RequestDraft LoneVisitor::draftFor(const QByteArray &target) const
{
    const bool isPage = target == FrontPage;
    RequestDraft draft;
    draft.method = "GET";
    draft.target = target;
    draft.fields = {
        {"Host", "localhost:" + QByteArray::number(m_port)},
        {"User-Agent", "Porchlight-Visitor/1"},
        {"Accept", isPage ? "text/html,*/*;q=0.8" : "*/*"},
        {"Sec-Fetch-Dest", isPage ? "document" : "empty"},
        {"Sec-Fetch-Mode", isPage ? "navigate" : "no-cors"},
    };
    if (!isPage)
        draft.fields.emplaceBack("Referer", "http://localhost:" + QByteArray::number(m_port) + FrontPage);
    const Copy copy = m_kept.value(target);
    if (!copy.entityTag.isEmpty())
        draft.fields.emplaceBack("If-None-Match", copy.entityTag);
    if (!copy.lastModified.isEmpty())
        draft.fields.emplaceBack("If-Modified-Since", copy.lastModified);
    draft.fields.emplaceBack("Connection", "close");
    return draft;
}

void LoneVisitor::askNext()
{
    if (!m_targets.isEmpty())
        m_sender.send(m_address, m_port, draftFor(m_targets.first()));
}

void LoneVisitor::take(const DraftAnswer &answer)
{
    if (m_targets.isEmpty())
        return;
    const QByteArray target = m_targets.takeFirst();
    if (answer.end == DraftAnswer::End::NotReached) {
        m_targets.clear();
        return;
    }
    if (answer.end == DraftAnswer::End::Complete && answer.status == 200) {
        Copy copy{fieldOf(answer, "ETag"), fieldOf(answer, "Last-Modified"), {}};
        if (fieldOf(answer, "Content-Type").startsWith("text/html") && target == FrontPage)
            copy.parts = partsOfPage(answer.content, target, MaxParts);
        m_kept.insert(target, copy);
    }
    if (answer.end == DraftAnswer::End::Complete && target == FrontPage &&
        (answer.status == 200 || answer.status == 304))
        m_targets.append(m_kept.value(target).parts);
    askNext();
}

} // namespace porchlight
