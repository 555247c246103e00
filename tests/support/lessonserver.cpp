// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/lesson/lessonhandler.h"
#include "server/site/siteplans.h"
#include "tests/support/liveserver.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimer>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <utility>

using namespace porchlight;
using namespace porchlight::test;

namespace {

WaitingRequest firstWaiting(Lesson &lesson)
{
    const auto waiting = lesson.door().waiting();
    return waiting.empty() ? WaitingRequest() : waiting.front();
}

} // namespace

/// A server under a lesson, for tests in other languages: `lessonserver FOLDER` prints its port, then a line
/// "waiting N" whenever others wait than before, and takes the lines "hold", "slow", "step", "real", "next",
/// "answer" (as it is) and "answer STATUS" (for who waits longest). Ends with its input.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() != 2)
        return 2;
    std::atomic<int> changes = 0;
    const auto lesson = std::make_shared<Lesson>(
        [](int status, const RequestHead &) { return errorPlan(status, {}); }, [&changes] { ++changes; });
    LiveServer server(underLesson(folderHandlers(arguments.at(1)), lesson), {}, 2);
    if (!server.isRunning())
        return 3;
    std::printf("%d\n", int(server.port()));
    std::fflush(stdout);

    QTimer watch;
    int told = 0;
    QObject::connect(&watch, &QTimer::timeout, &watch, [&] {
        const int now = changes;
        if (std::exchange(told, now) == now)
            return;
        std::printf("waiting %zu\n", lesson->door().waiting().size());
        std::fflush(stdout);
    });
    watch.start(10);

    const auto obey = [&](const std::string &line) {
        LessonSettings settings;
        settings.slowness = 10;
        if (line == "hold")
            settings.hold = true;
        else if (line == "slow")
            settings.pace = Pace::Slow;
        else if (line == "step")
            settings.pace = Pace::Step;
        if (line == "next")
            lesson->door().nextStep();
        else if (line == "answer")
            lesson->door().answer(firstWaiting(*lesson).exchange, teacheranswer::AsItIs{});
        else if (line.rfind("answer ", 0) == 0)
            lesson->door().answer(firstWaiting(*lesson).exchange,
                                  teacheranswer::Status{std::atoi(line.c_str() + 7)});
        else
            lesson->apply(settings);
    };
    QSocketNotifier input(0, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &app, [&] {
        std::string line;
        do {
            if (!std::getline(std::cin, line)) {
                app.quit();
                return;
            }
            obey(line);
        } while (std::cin.rdbuf()->in_avail() > 0); // what came along
    });
    return app.exec();
}
