// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/keptpages.h"

#include <utility>

namespace porchlight {

/// Passes a stream on and gathers it. One at a time for each page, so that slow readers of a page do not
/// hold a copy each.
class KeptPages::Keeper final : public BodyStream
{
public:
    Keeper(std::unique_ptr<BodyStream> source, std::shared_ptr<KeptPages> pages, ContentCoding coding)
        : m_source(std::move(source))
        , m_pages(std::move(pages))
        , m_coding(coding)
    {
        m_pages->of(m_coding).beingMade = true;
    }
    ~Keeper() override { m_pages->of(m_coding).beingMade = false; }

    QByteArray next() override
    {
        QByteArray piece = m_source->next();
        if (!piece.isEmpty()) {
            m_size += piece.size();
            m_pieces.push_back(piece);
        } else if (m_source->end() == StreamEnd::Whole) {
            keep();
        }
        return piece;
    }
    StreamEnd end() const override { return m_source->end(); }

private:
    void keep()
    {
        auto memory = m_pages->m_memory.take(m_size);
        if (!memory)
            return;
        Page &page = m_pages->of(m_coding);
        page.pieces = std::move(m_pieces);
        page.memory = std::move(*memory);
    }

    const std::unique_ptr<BodyStream> m_source;
    const std::shared_ptr<KeptPages> m_pages;
    const ContentCoding m_coding;
    std::vector<QByteArray> m_pieces;
    qint64 m_size = 0;
};

class KeptPages::Reader final : public BodyStream
{
public:
    Reader(std::shared_ptr<const KeptPages> pages, const std::vector<QByteArray> &pieces)
        : m_pages(std::move(pages))
        , m_pieces(pieces)
    {}

    QByteArray next() override { return m_next < m_pieces.size() ? m_pieces[m_next++] : QByteArray(); }

private:
    const std::shared_ptr<const KeptPages> m_pages;
    const std::vector<QByteArray> &m_pieces;
    size_t m_next = 0;
};

KeptPages::KeptPages(MemoryBudget memory)
    : m_memory(std::move(memory))
{}

std::unique_ptr<BodyStream> KeptPages::find(ContentCoding coding) const
{
    const std::vector<QByteArray> &pieces = m_pages[size_t(coding)].pieces;
    return pieces.empty() ? nullptr : std::make_unique<Reader>(shared_from_this(), pieces);
}

std::unique_ptr<BodyStream> KeptPages::kept(std::unique_ptr<BodyStream> stream, ContentCoding coding)
{
    if (!m_wanted || of(coding).beingMade || !of(coding).pieces.empty())
        return stream;
    return std::make_unique<Keeper>(std::move(stream), shared_from_this(), coding);
}

} // namespace porchlight
