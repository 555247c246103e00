// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/readiness.h"

#include <QtTest>

#include <array>
#include <functional>
#include <memory>

#include <sys/socket.h>
#include <unistd.h>

using namespace porchlight;

namespace {

/// One end of a socket pair; notes in a common list when it is told of something.
class Listener final : public ReadinessListener
{
public:
    Listener(Readiness &readiness, QByteArray name, QByteArrayList &heard)
        : m_readiness(readiness)
        , m_name(std::move(name))
        , m_heard(heard)
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, m_ends.data()) == 0)
            m_readiness.add(m_ends[0], this);
    }
    ~Listener()
    {
        leave();
        for (const int end : m_ends)
            ::close(end);
    }

    void send() { QCOMPARE(::write(m_ends[1], "x", 1), ssize_t(1)); }
    void leave() { m_readiness.remove(m_ends[0], this); }

    bool putsOff = false;
    bool takesLong = false;
    std::function<void()> wentOn;

    void becameReady(ReadyFor ready) override
    {
        if (!ready.reading) // that it can be written to is told of each new one
            return;
        if (takesLong)
            m_readiness.goOnWithPutOff();
        m_heard.append(m_name + " ready");
        if (putsOff)
            m_readiness.putOff(this);
    }
    void goOn() override
    {
        m_heard.append(m_name + " goes on");
        if (wentOn)
            wentOn();
    }

private:
    Readiness &m_readiness;
    const QByteArray m_name;
    QByteArrayList &m_heard;
    std::array<int, 2> m_ends{-1, -1};
};

} // namespace

class TestReadiness : public QObject
{
    Q_OBJECT
private slots:
    void whatIsPutOffFollows_data();
    void whatIsPutOffFollows();
    void whoLeavesIsNotCalled();
    void aBatchLeavesNothingBehind();
};

void TestReadiness::whatIsPutOffFollows_data()
{
    QTest::addColumn<QByteArray>("whoPutsOff");
    QTest::addColumn<QByteArray>("whoTakesLong");
    QTest::addColumn<QByteArrayList>("heard");
    QTest::newRow("when all that were ready have been told")
        << QByteArray("abc") << QByteArray()
        << QByteArrayList{"a ready", "b ready", "c ready", "a goes on", "b goes on", "c goes on"};
    QTest::newRow("only of those who asked")
        << QByteArray("ac") << QByteArray()
        << QByteArrayList{"a ready", "b ready", "c ready", "a goes on", "c goes on"};
    QTest::newRow("before what takes long")
        << QByteArray("abc") << QByteArray("c")
        << QByteArrayList{"a ready", "b ready", "a goes on", "b goes on", "c ready", "c goes on"};
}

void TestReadiness::whatIsPutOffFollows()
{
    QFETCH(const QByteArray, whoPutsOff);
    QFETCH(const QByteArray, whoTakesLong);
    QFETCH(const QByteArrayList, heard);
    Readiness readiness;
    QByteArrayList told;
    Listener a(readiness, "a", told);
    Listener b(readiness, "b", told);
    Listener c(readiness, "c", told);
    const std::array<Listener *, 3> all{&a, &b, &c};
    for (size_t i = 0; i < all.size(); ++i) {
        all[i]->putsOff = whoPutsOff.contains("abc"[i]);
        all[i]->takesLong = whoTakesLong.contains("abc"[i]);
        all[i]->send();
    }
    QTRY_COMPARE(told.size(), heard.size());
    QCOMPARE(told, heard);
}

void TestReadiness::whoLeavesIsNotCalled()
{
    Readiness readiness;
    QByteArrayList told;
    Listener a(readiness, "a", told);
    auto b = std::make_unique<Listener>(readiness, "b", told);
    a.putsOff = true;
    b->putsOff = true;
    a.wentOn = [&] { b.reset(); };
    a.send();
    b->send();
    QTRY_COMPARE(told.size(), 3);
    QCOMPARE(told, (QByteArrayList{"a ready", "b ready", "a goes on"}));
}

void TestReadiness::aBatchLeavesNothingBehind()
{
    Readiness readiness;
    QByteArrayList told;
    Listener a(readiness, "a", told);
    a.putsOff = true;
    a.send();
    QTRY_COMPARE(told, (QByteArrayList{"a ready", "a goes on"}));
    a.putsOff = false;
    a.send();
    QTRY_COMPARE(told, (QByteArrayList{"a ready", "a goes on", "a ready"}));
}

QTEST_GUILESS_MAIN(TestReadiness)
#include "tst_readiness.moc"
