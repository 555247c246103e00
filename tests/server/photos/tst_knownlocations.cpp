// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/knownlocations.h"

#include "tests/server/photos/sentphoto.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>

using namespace porchlight;

class KnownLocationsTest final : public QObject
{
    Q_OBJECT

    TemporaryFolder m_folder;
    std::atomic<int> m_looks = 0;
    QSemaphore m_begun;
    QSemaphore m_goOn;

    /// A photo as old as photos are, in a version of its own.
    StoredFile photo(quint64 inode)
    {
        StoredFile file = test::storedPhoto(m_folder, "content");
        const struct timespec longAgo[2] = {{.tv_sec = 1'700'000'000, .tv_nsec = 0},
                                            {.tv_sec = 1'700'000'000, .tv_nsec = 0}};
        ::futimens(file.file->descriptor(), longAgo);
        file.modifiedNs = qint64(1'700'000'000) * 1'000'000'000;
        file.inode = inode;
        return file;
    }
    KnownLocations::LookThrough counted()
    {
        return [this](const StoredFile &) -> LocationBlanks {
            ++m_looks;
            return Replacements{{0, QByteArray(4, '\0')}};
        };
    }
    KnownLocations::LookThrough held()
    {
        return [this](const StoredFile &) -> LocationBlanks {
            ++m_looks;
            m_begun.release();
            m_goOn.acquire();
            return LocationKept::HasNone;
        };
    }
    /// Waits for what is found.
    static KnownLocations::Found look(KnownLocations &locations, const StoredFile &file)
    {
        QSemaphore given;
        KnownLocations::Found found;
        const auto wait = locations.look(file, [&](KnownLocations::Found each) {
            found = std::move(each);
            given.release();
        });
        return given.tryAcquire(1, 5000) ? found : nullptr;
    }

private slots:
    void init()
    {
        m_looks = 0;
        m_begun.acquire(m_begun.available());
        m_goOn.acquire(m_goOn.available());
    }

    void looksThroughAVersionOnce()
    {
        KnownLocations locations(counted());
        QVERIFY(!locations.find(photo(1)));
        QVERIFY(std::holds_alternative<Replacements>(*look(locations, photo(1))));
        QVERIFY(locations.find(photo(1)));
        QVERIFY(look(locations, photo(1)));
        QCOMPARE(m_looks, 1);
        QVERIFY(!locations.find(photo(2)));
        QVERIFY(look(locations, photo(2)));
        QCOMPARE(m_looks, 2);
    }

    /// Within a tick of the disk's clock it may have changed unseen.
    void doesNotRememberWhatHasJustChanged()
    {
        KnownLocations locations(counted());
        StoredFile file = photo(1);
        ::futimens(file.file->descriptor(), nullptr);
        QVERIFY(look(locations, file));
        QVERIFY(!locations.find(file));
    }

    void remembersWithinALimit()
    {
        constexpr qint64 RoomForTwo = 700;
        KnownLocations locations(counted(), RoomForTwo);
        for (quint64 inode = 1; inode <= 3; ++inode)
            QVERIFY(look(locations, photo(inode)));
        QVERIFY(!locations.find(photo(1)));
        QVERIFY(locations.find(photo(3)));
    }

    void thoseWhoAskMeanwhileWaitForTheSame()
    {
        KnownLocations locations(held());
        QSemaphore given;
        std::vector<KnownLocations::Wait> waits;
        for (int i = 0; i < 5; ++i)
            waits.push_back(locations.look(photo(1), [&](const auto &) { given.release(); }));
        QVERIFY(m_begun.tryAcquire(1, 5000));
        QCOMPARE(given.available(), 0);
        m_goOn.release();
        QVERIFY(given.tryAcquire(5, 5000));
        QCOMPARE(m_looks, 1);
    }

    void doesNotBeginForThoseWhoHaveLeft()
    {
        KnownLocations locations(held());
        QSemaphore given;
        std::vector<KnownLocations::Wait> waits;
        for (quint64 inode = 1; inode <= KnownLocations::MaxThreads; ++inode)
            waits.push_back(locations.look(photo(inode), [&](const auto &) { given.release(); }));
        QVERIFY(m_begun.tryAcquire(KnownLocations::MaxThreads, 5000));
        {
            const auto left = locations.look(photo(50), [&](const auto &) { given.release(); });
            const auto stays = locations.look(photo(51), [&](const auto &) { given.release(); });
            waits.push_back(locations.look(photo(51), [&](const auto &) { given.release(); }));
        }
        m_goOn.release(KnownLocations::MaxThreads + 1);
        QVERIFY(given.tryAcquire(KnownLocations::MaxThreads + 1, 5000));
        QTRY_VERIFY(locations.find(photo(51)));
        QVERIFY(!locations.find(photo(50)));
        QCOMPARE(m_looks, KnownLocations::MaxThreads + 1);
    }

    /// The server ends while a dead disk is being read.
    void endsWhileALookGoesOn()
    {
        std::atomic<bool> told = false;
        {
            KnownLocations locations(held());
            KnownLocations::Wait wait = locations.look(photo(1), [&](const auto &) { told = true; });
            QVERIFY(m_begun.tryAcquire(1, 5000));
        }
        m_goOn.release();
        QTRY_COMPARE(m_goOn.available(), 0);
        QVERIFY(!told);
    }
};

QTEST_GUILESS_MAIN(KnownLocationsTest)
#include "tst_knownlocations.moc"
