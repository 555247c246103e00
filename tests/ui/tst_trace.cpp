// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchanges.h"
#include "ui/inspect/trace.h"
#include "ui/inspect/traceview.h"
#include "ui/theme.h"

#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace porchlight;
using namespace porchlight::test;

namespace {

const NarrationNames phone{QStringLiteral("iPhone · Safari"), QStringLiteral("Summer 2026")};

Decision at(Decision decision, qint64 nanoseconds)
{
    decision.at = nanoseconds;
    return decision;
}

QStringList told(const Exchange &exchange)
{
    QStringList lines;
    for (const TraceStep &step : traceOf(exchange, phone))
        lines += QString::number(step.at) + QLatin1Char(' ') + step.text;
    return lines;
}

} // namespace

class TraceTest final : public QObject
{
    Q_OBJECT
private slots:
    void notModifiedStepByStep()
    {
        Exchange e = exchange(1, "/Lake/b%C3%A4r.jpg", 304, 0);
        e.at = {0, 100, 500, 600, -1, 700};
        e.decisions = {at(decision::FoundFile{"Lake/b\xc3\xa4r.jpg", 2'400'000}, 300),
                       at(decision::ETagMatched{}, 400)};
        QCOMPARE(told(e),
                 (QStringList{QStringLiteral("0 The phone began to speak."),
                              QStringLiteral("100 Asked for: GET /Lake/b%C3%A4r.jpg"),
                              QStringLiteral("100 Decoded: /Lake/bär.jpg"),
                              QStringLiteral("300 Porchlight found it in Summer 2026/Lake."),
                              QStringLiteral(
                                  "400 The visitor has this very version already (its mark, the ETag, is the "
                                  "same), so it need not be sent again."),
                              QStringLiteral("500 The answer was ready: 304 Not Modified."),
                              QStringLiteral("600 The head of the answer was on its way."),
                              QStringLiteral("700 The end: 304 Not Modified, 0 B sent.")}));
    }

    void decisionsStandWhereTheirTimeIs()
    {
        Exchange e = exchange(1, "/", 200, 1'000);
        e.at = {0, 100, 500, 600, 650, 700};
        e.decisions = {at(decision::HeldAtDoor{}, 50), at(decision::SentFromMemory{}, 620)};
        const QStringList lines = told(e);
        QCOMPARE(lines[1], QStringLiteral("50 It waited at the door for the teacher."));
        QCOMPARE(lines[5], QStringLiteral("620 The content goes out from memory."));
        QCOMPARE(lines[6], QStringLiteral("650 The first byte of the content was on its way."));
    }

    void stepOfUnknownTimeStaysInItsPlace()
    {
        Exchange e = exchange(1, "/a", 404, 100);
        e.at = {0, 100, 500, 600, 650, 700};
        e.decisions = {at(decision::NothingThere{}, -1)};
        QCOMPARE(told(e)[2], QStringLiteral("-1 There is nothing of that name in Summer 2026."));
    }

    void refusedBeforeItWasRead()
    {
        Exchange e = exchange(1);
        e.requestHead = "\x16\x03\x01";
        e.at = {0, -1, -1, 30, -1, 40};
        e.status = 400;
        e.ending = Ending::Refused;
        e.refusal = Refusal::SpokeTls;
        const QStringList lines = told(e);
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[1].startsWith(QStringLiteral("-1 Porchlight refused it: the visitor spoke https")));
    }

    void runningHasNoEnd()
    {
        Exchange e = running(1, "/film.mp4", 100, 1'000);
        QVERIFY(!told(e).last().contains(QStringLiteral("The end")));
    }

    void everyDecisionHasWords()
    {
        Exchange e = exchange(1);
        e.at = {0, -1, -1, -1, -1, -1};
        e.decisions = {at(decision::SentBySendfile{}, 1), at(decision::OpenedEventStream{}, 2),
                       at(decision::SlowedDown{40}, 3), at(decision::WroteDatabase{"order 7"}, 4)};
        for (const TraceStep &step : traceOf(e, phone))
            QVERIFY2(step.text.size() > 15 && step.text.endsWith(QLatin1Char('.')), qPrintable(step.text));
    }

    void viewShowsTimesAndSteps()
    {
        Theme::apply(false);
        TraceView view;
        view.resize(260, 200);
        view.show();
        view.setSteps(
            {{0, QStringLiteral("One.")},
             {400'200, QStringLiteral("Soon.")},
             {2'400'000, QStringLiteral("Two, which is so long that it needs several lines to stand in.")},
             {-1, QStringLiteral("Three.")}});
        QCOMPARE(
            view.toPlainText(),
            QStringLiteral(
                "0 µs\tOne.\n401 µs\tSoon.\n2 ms\tTwo, which is so long that it needs several lines to stand "
                "in.\n\tThree."));
        const QTextBlock two = view.document()->findBlockByNumber(2);
        QVERIFY(two.layout()->lineCount() > 1);
        // Its lines stand below each other, beside the time.
        QVERIFY(two.layout()->lineAt(1).x() > two.layout()->lineAt(0).x());
        view.setSteps({});
        QCOMPARE(view.toPlainText(), QString());
    }
};

QTEST_MAIN(TraceTest)
#include "tst_trace.moc"
