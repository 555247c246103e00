// SPDX-License-Identifier: GPL-3.0-or-later
// The real window while visitors ask for a small file again and again: windowload [SECONDS
// [REQUESTS-A-SECOND]]. Prints the longest stall of the event loop and how the memory grows; fails above 50
// ms or 48 MiB, or when fewer requests were answered than were meant to be.
#include "tests/app/porchwindow.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"
#include "tests/support/stallwatch.h"

#include <QApplication>
#include <QFile>

#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

using namespace porchlight;
using namespace porchlight::test;
using namespace std::chrono;

namespace {

constexpr int Clients = 4;
constexpr double LeastShareAnswered = 0.95;
constexpr double MostMilliseconds = 50;
/// What the log of the window holds at most grows while it fills: MaxExchanges and their heads.
constexpr double MostGrowthMiB = 48;

double residentMiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    return file.readAll().split(' ').value(1).toDouble() * double(::sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

/// Asks `rate` times a second, in pipelined groups one a millisecond at most, until `end`.
void visit(quint16 port, int rate, const std::atomic<bool> &end, std::atomic<qint64> &answers)
{
    RawClient client(port);
    const QByteArray request = get("/1k.bin");
    const int group = std::max(1, rate / 1'000);
    const auto pause = nanoseconds(1'000'000'000ll * group / rate);
    for (auto next = steady_clock::now(); !end; next += pause) {
        std::this_thread::sleep_until(next);
        client.send(request.repeated(group));
        for (int i = 0; i < group; ++i)
            answers += client.receive().status == 200;
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const int duration = argc > 1 ? std::atoi(argv[1]) : 60;
    const int rate = std::max(Clients, argc > 2 ? std::atoi(argv[2]) : 20'000);

    ShareFolder folder;
    PorchWindow porch;
    if (!folder.write(QStringLiteral("1k.bin"), QByteArray(1'024, 'x')) || !porch.share(folder.path()))
        qFatal("the window does not share");

    std::atomic<bool> end = false;
    std::atomic<qint64> answers = 0;
    std::vector<std::thread> visitors;
    for (int i = 0; i < Clients; ++i)
        visitors.emplace_back(visit, porch.port, rate / Clients, std::cref(end), std::ref(answers));

    const auto warmUp = seconds(duration) / 4;
    QTest::qWait(int(milliseconds(warmUp).count()));
    const double memoryAfterWarmUp = residentMiB();
    const qint64 answersAfterWarmUp = answers;
    QElapsedTimer clock;
    clock.start();
    StallWatch watch;
    QTest::qWait(int(milliseconds(seconds(duration) - warmUp).count()));
    const double perSecond = double(answers - answersAfterWarmUp) * 1'000 / double(clock.elapsed());
    const double growth = residentMiB() - memoryAfterWarmUp;
    end = true;
    for (std::thread &visitor : visitors)
        visitor.join();

    std::printf(
        "%.0f requests/s for %d s: longest stall %.1f ms by the clock, %.1f ms of CPU; memory %.0f MiB, "
        "%+.1f MiB since the first quarter\n",
        perSecond, duration, watch.longestByClock(), watch.longestOfCpu(), residentMiB(), growth);
    const bool isBusyEnough = perSecond >= LeastShareAnswered * rate;
    return isBusyEnough && watch.longestOfCpu() <= MostMilliseconds && growth <= MostGrowthMiB ? 0 : 1;
}
