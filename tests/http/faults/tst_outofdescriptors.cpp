// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/faults/headlessrun.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace porchlight::test;

namespace {

constexpr rlim_t Descriptors = 64;
constexpr int Visitors = 100;
constexpr int BusyLoopMs = 2'000;

} // namespace

/// The real program with 64 descriptors and more visitors than that.
class OutOfDescriptorsTest final : public QObject
{
    Q_OBJECT

    ShareFolder m_folder;

private slots:
    void initTestCase() { QVERIFY(m_folder.write(QStringLiteral("a.txt"), "hello")); }

    void servesOnAndRecovers()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("Sanitizers need descriptors of their own, to look at an object's type or to name a function.");
#endif
        HeadlessRun porchlight(m_folder.path());
        porchlight.limitDescriptors(Descriptors);
        QVERIFY(porchlight.start());
        QVERIFY(get(porchlight.port(), "/a.txt").endsWith("hello")); // opens what stays open
        QTRY_VERIFY(porchlight.descriptors() < int(Descriptors) / 2);
        const int before = porchlight.descriptors();

        std::vector<std::unique_ptr<RawClient>> inside, outside;
        for (int i = 0; i < Visitors; ++i) {
            auto visitor = std::make_unique<RawClient>(porchlight.port());
            QVERIFY(visitor->send(get("/a.txt?" + QByteArray::number(i))));
            const RawResponse response = visitor->receive(false, outside.empty() ? RawClient::TimeoutMs : 1);
            if (response.status == 0) { // waits to be accepted; so will those who come after it
                outside.push_back(std::move(visitor));
                continue;
            }
            // A file needs a descriptor, too: the last ones in are asked to come again.
            QVERIFY(response.complete);
            QVERIFY(response.status == 200 || response.status == 503);
            QCOMPARE(response.field("Retry-After").isEmpty(), response.status == 200);
            inside.push_back(std::move(visitor));
        }
        qInfo("%zu visitors inside, %zu outside", inside.size(), outside.size());
        QVERIFY(inside.size() > 10 && outside.size() > 10);

        QTimer end;
        end.setSingleShot(true);
        end.start(BusyLoopMs);
        const qint64 processor = porchlight.processorMs();
        QVERIFY(QSignalSpy(&end, &QTimer::timeout).wait());
        const qint64 taken = porchlight.processorMs() - processor;
        qInfo("out of descriptors it takes %lld ms of the processor in %d ms", static_cast<long long>(taken),
              BusyLoopMs);
        QVERIFY2(taken < BusyLoopMs / 10, qPrintable(QString::number(taken)));

        for (const auto &each : inside) { // they are served on: what needs no file
            QVERIFY(each->send("OPTIONS * HTTP/1.1\r\nHost: porch\r\n\r\n"));
            QCOMPARE(each->receive().status, 204);
        }
        inside.pop_back(); // one leaves: there is room for a file, and soon for the next visitor
        inside.pop_back();
        inside.pop_back();
        inside.pop_back();
        for (const auto &each : outside) {
            QVERIFY(each->receive().complete);
            each->close();
        }
        inside.clear();
        outside.clear();
        QTRY_VERIFY(porchlight.descriptors() <= before);
        RawClient visitor(porchlight.port());
        QVERIFY(visitor.send(get("/a.txt")));
        QCOMPARE(visitor.receive().body, "hello");
        visitor.close();
        QVERIFY(porchlight.stop());
    }
};

QTEST_GUILESS_MAIN(OutOfDescriptorsTest)
#include "tst_outofdescriptors.moc"
