// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/contentcoding.h"
#include "server/http/memorybudget.h"
#include "server/site/language.h"
#include "server/transport/body.h"

#include <array>

namespace porchlight {

/// In which of its forms a page leaves.
struct PageForm
{
    ContentCoding coding = ContentCoding::Identity;
    Language language = Language::English;
};

/// The pages made of one listing, one for each coding and language, so that a folder that is asked for again
/// and again is written out and compressed once. Belongs to one worker's thread.
class KeptPages final : public std::enable_shared_from_this<KeptPages>
{
public:
    /// Beyond what `memory` has, nothing is kept.
    explicit KeptPages(MemoryBudget memory);

    /// From now on pages are worth keeping.
    void want() { m_wanted = true; }
    /// The page that is kept; null as long as none is. It counts in the memory until it is sent.
    std::unique_ptr<BodyStream> find(PageForm form) const;
    /// The same stream; when pages are wanted and this is the first of its form, it leaves its page here
    /// once a visitor has taken all of it.
    std::unique_ptr<BodyStream> kept(std::unique_ptr<BodyStream> stream, PageForm form);

private:
    class Keeper;
    class Reader;
    struct Piece
    {
        QByteArray bytes;
        MemoryBudget::Share memory;
    };
    struct Page
    {
        std::vector<Piece> pieces; // empty: none is kept
        bool beingMade = false;
    };

    static constexpr size_t Codings = 3;
    static size_t indexOf(PageForm form) { return size_t(form.language) * Codings + size_t(form.coding); }
    Page &of(PageForm form) { return m_pages[indexOf(form)]; }

    const MemoryBudget m_memory;
    std::array<Page, Codings * AllLanguages.size()> m_pages;
    bool m_wanted = false;
};

} // namespace porchlight
