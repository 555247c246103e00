// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/folderlistings.h"

#include "tests/support/temporaryfolder.h"

using namespace porchlight;

namespace {

using Shared = std::shared_ptr<const Listing>;

/// A share whose folder was last changed long ago, or just now.
struct Share
{
    Share(qint64 memory = FolderListings::MaxMemory)
        : listings(SharedFolder(top.path()), MemoryBudget(memory))
    {
        top.file("a");
        top.file("b");
    }
    void age() const
    {
        const timespec longAgo[2] = {{1'000, 0}, {1'000, 0}};
        QCOMPARE(::utimensat(AT_FDCWD, top.path().constData(), longAgo, 0), 0);
    }
    ListingRead read(qint64 now = 0)
    {
        const Resolution root = SharedFolder(top.path()).resolve({});
        return listings.read(std::get<resolved::Folder>(root), now);
    }
    Shared listing(qint64 now = 0) { return std::get<Shared>(read(now)); }

    TemporaryFolder top;
    FolderListings listings;
};

} // namespace

class FolderListingsTest : public QObject
{
    Q_OBJECT
private slots:
    void aFolderAskedForAgainAndAgainIsReadOnce()
    {
        Share share;
        share.age();
        QVERIFY(share.listing() != share.listing());
        share.listing();
        const Shared kept = share.listing();
        QVERIFY(kept == share.listing());
        QVERIFY(kept != share.listing(HotTargets<Shared>::GoodFor));
    }

    void aNewNameShowsAtOnce_data()
    {
        QTest::addColumn<bool>("changedBefore");
        QTest::newRow("in a folder long unchanged") << false;
        QTest::newRow("in a folder changed a moment before") << true;
    }
    void aNewNameShowsAtOnce()
    {
        QFETCH(bool, changedBefore);
        Share share;
        if (!changedBefore)
            share.age();
        for (int i = 0; i < 10; ++i)
            QCOMPARE(share.listing()->entries.size(), 2u);
        for (size_t i = 3; i < 30; ++i) {
            share.top.file(QByteArray::number(qulonglong(i)));
            QCOMPARE(share.listing()->entries.size(), i);
        }
    }

    void readersThatHoldTooMuchKeepOthersWaiting()
    {
        qint64 one = 0;
        {
            Share share;
            one = memoryOf(*share.listing());
        }
        Share share(2 * one);
        Shared first = share.listing();
        const Shared second = share.listing();
        QVERIFY(std::holds_alternative<resolved::Busy>(share.read()));
        first.reset();
        QVERIFY(std::holds_alternative<Shared>(share.read()));
    }

    void whatIsHeldForSpeedGivesWay()
    {
        qint64 one = 0;
        {
            Share share;
            one = memoryOf(*share.listing());
        }
        Share share(one);
        share.age();
        for (int i = 0; i < 10; ++i)
            share.listing();
        QVERIFY(std::holds_alternative<Shared>(share.read(HotTargets<Shared>::GoodFor)));
    }

    void whatCannotBeReadSaysWhy()
    {
        Share share;
        const Resolution root = SharedFolder(share.top.path()).resolve({});
        std::filesystem::remove_all(share.top.path().toStdString());
        const ListingRead read = share.listings.read(std::get<resolved::Folder>(root), 0);
        QVERIFY(std::holds_alternative<resolved::FolderGone>(read));
    }
};

QTEST_APPLESS_MAIN(FolderListingsTest)
#include "tst_folderlistings.moc"
