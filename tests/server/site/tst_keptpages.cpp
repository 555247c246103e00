// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/keptpages.h"

#include <QTest>

using namespace porchlight;

namespace {

/// "a", "b", "c", …
class Letters final : public BodyStream
{
public:
    explicit Letters(int count, StreamEnd end = StreamEnd::Whole)
        : m_count(count)
        , m_end(end)
    {}
    QByteArray next() override { return m_at < m_count ? QByteArray(1, char('a' + m_at++)) : QByteArray(); }
    StreamEnd end() const override { return m_end; }

private:
    const int m_count;
    const StreamEnd m_end;
    int m_at = 0;
};

std::shared_ptr<KeptPages> wanted(qint64 memory = 100)
{
    auto pages = std::make_shared<KeptPages>(MemoryBudget(memory));
    pages->want();
    return pages;
}

QByteArray readAll(BodyStream &stream)
{
    QByteArray all;
    for (QByteArray piece = stream.next(); !piece.isEmpty(); piece = stream.next())
        all += piece;
    return all;
}

QByteArray make(KeptPages &pages, int count, PageForm form = {})
{
    return readAll(*pages.kept(std::make_unique<Letters>(count), form));
}

QByteArray found(const KeptPages &pages, PageForm form = {})
{
    const auto page = pages.find(form);
    return page ? readAll(*page) : QByteArray("none");
}

} // namespace

class KeptPagesTest final : public QObject
{
    Q_OBJECT

private slots:
    void aPageIsKeptOnceItIsWanted()
    {
        auto pages = std::make_shared<KeptPages>(MemoryBudget(100));
        QCOMPARE(make(*pages, 3), "abc");
        QCOMPARE(found(*pages), "none");
        pages->want();
        QCOMPARE(make(*pages, 3), "abc");
        QCOMPARE(found(*pages), "abc");
        QCOMPARE(found(*pages), "abc");
    }

    void codingsAreKeptApart()
    {
        const auto pages = wanted();
        make(*pages, 3, {ContentCoding::Gzip});
        QCOMPARE(found(*pages), "none");
        QCOMPARE(found(*pages, {ContentCoding::Brotli}), "none");
        QCOMPARE(found(*pages, {ContentCoding::Gzip}), "abc");
    }

    void languagesAreKeptApart()
    {
        const auto pages = wanted();
        make(*pages, 3, {ContentCoding::Gzip, Language::German});
        QCOMPARE(found(*pages, {ContentCoding::Gzip, Language::English}), "none");
        QCOMPARE(found(*pages, {ContentCoding::Gzip, Language::German}), "abc");
    }

    void aPageThatWasNotTakenWholeIsNotKept()
    {
        const auto pages = wanted();
        pages->kept(std::make_unique<Letters>(3), PageForm())->next();
        QCOMPARE(found(*pages), "none");
        readAll(*pages->kept(std::make_unique<Letters>(3, StreamEnd::ReadFailed), PageForm()));
        QCOMPARE(found(*pages), "none");
        make(*pages, 2);
        QCOMPARE(found(*pages), "ab");
    }

    void oneVisitorAtATimeGathers()
    {
        const auto pages = wanted();
        const auto slow = pages->kept(std::make_unique<Letters>(3), PageForm());
        slow->next();
        QCOMPARE(make(*pages, 2), "ab");
        QCOMPARE(found(*pages), "none");
        readAll(*slow);
        QCOMPARE(found(*pages), "abc");
    }

    void whatIsGatheredCountsWhileItIs()
    {
        const MemoryBudget memory(3);
        auto pages = std::make_shared<KeptPages>(memory);
        pages->want();
        auto slow = pages->kept(std::make_unique<Letters>(3), PageForm());
        slow->next();
        slow->next();
        QVERIFY(!memory.take(2));
        QVERIFY(memory.take(1));
        slow.reset();
        QVERIFY(memory.take(3));
    }

    void aPageBeyondTheMemoryIsPassedOnWhole()
    {
        const auto pages = wanted(2);
        QCOMPARE(make(*pages, 3), "abc");
        QCOMPARE(found(*pages), "none");
        QCOMPARE(make(*pages, 2), "ab");
        QCOMPARE(found(*pages), "ab");
    }

    void memoryIsBoundedAndCountsUntilThePageIsSent()
    {
        const MemoryBudget memory(5);
        const auto pagesOf = [&] {
            auto pages = std::make_shared<KeptPages>(memory);
            pages->want();
            make(*pages, 3);
            return pages;
        };
        std::shared_ptr<KeptPages> first = pagesOf();
        auto reader = first->find({});
        QVERIFY(reader);
        first.reset();
        QCOMPARE(found(*pagesOf()), "none");
        QCOMPARE(readAll(*reader), "abc");
        reader.reset();
        QCOMPARE(found(*pagesOf()), "abc");
    }
};

QTEST_APPLESS_MAIN(KeptPagesTest)
#include "tst_keptpages.moc"
