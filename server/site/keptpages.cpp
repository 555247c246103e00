// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/keptpages.h"

#include <utility>

namespace porchlight {

/// Passes a stream on and gathers it. One at a time for each page, so that slow readers of a page do not
/// hold a copy each.
class KeptPages::Keeper final : public BodyStream
{
public:
    Keeper(std::unique_ptr<BodyStream> source, std::shared_ptr<KeptPages> pages, PageForm form)
        : m_source(std::move(source))
        , m_pages(std::move(pages))
        , m_form(form)
    {
        m_pages->of(m_form).beingMade = true;
    }
    ~Keeper() override { m_pages->of(m_form).beingMade = false; }

    QByteArray next() override
    {
        const QByteArray piece = m_source->next();
        if (!m_gathers)
            return piece;
        if (!piece.isEmpty())
            gather(piece);
        else if (m_source->end() == StreamEnd::Whole)
            m_pages->of(m_form).pieces = std::move(m_pieces);
        return piece;
    }
    StreamEnd end() const override { return m_source->end(); }

private:
    void gather(const QByteArray &piece)
    {
        auto memory = m_pages->m_memory.take(piece.size());
        m_gathers = memory.has_value();
        if (m_gathers)
            m_pieces.push_back({piece, std::move(*memory)});
        else
            m_pieces.clear();
    }

    const std::unique_ptr<BodyStream> m_source;
    const std::shared_ptr<KeptPages> m_pages;
    const PageForm m_form;
    std::vector<Piece> m_pieces;
    bool m_gathers = true;
};

class KeptPages::Reader final : public BodyStream
{
public:
    Reader(std::shared_ptr<const KeptPages> pages, const std::vector<Piece> &pieces)
        : m_pages(std::move(pages))
        , m_pieces(pieces)
    {}

    QByteArray next() override { return m_next < m_pieces.size() ? m_pieces[m_next++].bytes : QByteArray(); }

private:
    const std::shared_ptr<const KeptPages> m_pages;
    const std::vector<Piece> &m_pieces;
    size_t m_next = 0;
};

KeptPages::KeptPages(MemoryBudget memory)
    : m_memory(std::move(memory))
{}

std::unique_ptr<BodyStream> KeptPages::find(PageForm form) const
{
    const std::vector<Piece> &pieces = m_pages[indexOf(form)].pieces;
    return pieces.empty() ? nullptr : std::make_unique<Reader>(shared_from_this(), pieces);
}

std::unique_ptr<BodyStream> KeptPages::kept(std::unique_ptr<BodyStream> stream, PageForm form)
{
    if (!m_wanted || of(form).beingMade || !of(form).pieces.empty())
        return stream;
    return std::make_unique<Keeper>(std::move(stream), shared_from_this(), form);
}

} // namespace porchlight
