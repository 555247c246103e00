// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/optimised.h"
#include "tests/support/stallwatch.h"
#include "tests/ui/requestswindow.h"
#include "ui/inspect/comparedialog.h"
#include "ui/inspect/rowactions.h"
#include "ui/inspect/senddialog.h"
#include "ui/inspector.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

using namespace porchlight;
using namespace porchlight::test;

namespace {

const NarrationNames phone{QStringLiteral("iPhone · Safari"), QStringLiteral("Summer 2026")};

Exchange firstVisit()
{
    Exchange e = exchange(1, "/a.jpg", 200, 2'400'000, 38);
    e.requestHead = "GET /a.jpg HTTP/1.1\r\nHost: porch\r\nAccept: */*\r\n\r\n";
    e.responseHead = "HTTP/1.1 200 OK\r\nETag: \"a\"\r\nContent-Length: 2400000\r\n\r\n";
    return e;
}
Exchange secondVisit()
{
    Exchange e = exchange(2, "/a.jpg", 304, 0, 1);
    e.requestHead = "GET /a.jpg HTTP/1.1\r\nHost: porch\r\nIf-None-Match: \"a\"\r\naccept: */*\r\n\r\n";
    e.responseHead = "HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n";
    return e;
}

QAction *action(const RequestsWindow &window, const QString &text)
{
    for (QAction *each : window.table()->actions()) {
        if (each->text().remove(QLatin1Char('&')) == text)
            return each;
    }
    return nullptr;
}

void choose(const RequestsWindow &window, std::initializer_list<int> rows)
{
    window.table()->selectionModel()->clearSelection();
    for (const int row : rows)
        window.table()->selectionModel()->select(window.rows()->index(row, 0),
                                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

} // namespace

class ComparisonTest final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(false); }

    void firstAndSecondVisit()
    {
        const Comparison both = compared(firstVisit(), phone, secondVisit(), phone);
        using Line = ComparedLine;
        const QString none;
        const std::vector<Line> request{
            {{}, QStringLiteral("GET /a.jpg HTTP/1.1"), QStringLiteral("GET /a.jpg HTTP/1.1")},
            {QStringLiteral("Host"), QStringLiteral("porch"), QStringLiteral("porch")},
            {QStringLiteral("Accept"), QStringLiteral("*/*"), QStringLiteral("*/*")},
            {QStringLiteral("If-None-Match"), none, QStringLiteral("\"a\"")}};
        QVERIFY(both.request == request);
        QVERIFY(!both.request[2].differs());
        QVERIFY(both.request[3].differs());
        QCOMPARE(both.response.size(), size_t(3));
        QVERIFY(both.response[0].differs());
        QVERIFY(!both.response[1].differs());
        QVERIFY(both.response[2].second.isNull());
        QCOMPARE(both.summary[2].first, QStringLiteral("200 OK"));
        QCOMPARE(both.summary[3].first, QStringLiteral("2.4 MB"));
        QCOMPARE(both.summary[3].second, QStringLiteral("0 B"));
    }

    void namesakesMeetInOrder()
    {
        Exchange a = firstVisit(), b = firstVisit();
        a.responseHead = "HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nX-A:\r\n\r\n";
        b.responseHead = "HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nSet-Cookie: b=3\r\nSet-Cookie: c=4\r\n\r\n";
        const auto lines = compared(a, phone, b, phone).response;
        QCOMPARE(lines.size(), size_t(5));
        QVERIFY(!lines[1].differs());
        QCOMPARE(lines[2].second, QStringLiteral("b=3"));
        QVERIFY(!lines[3].first.isNull() && lines[3].differs()); // empty is not missing
        QCOMPARE(lines[4].second, QStringLiteral("c=4"));
    }

    void hostileHeadsArePlain()
    {
        Exchange evil = firstVisit();
        evil.requestHead = "GET /\x1b HTTP/1.1\r\nX-\xe2\x80\xae: <b>\x07\r\n\r\n";
        const Comparison both = compared(evil, phone, Exchange(), {});
        for (const ComparedLine &line : both.request) {
            for (const QChar c : line.name + line.first + line.second)
                QVERIFY(c.category() != QChar::Other_Control && c.category() != QChar::Other_Format);
        }
        QVERIFY(compared(Exchange(), {}, Exchange(), {}).request.empty());
        CompareDialog dialog(both);
        QVERIFY(dialog.findChild<QTextEdit *>()->toPlainText().contains(QStringLiteral("<b>\\x07")));
    }

    /// Nothing said which column was which of the two.
    void columnsHaveHeads()
    {
        Exchange second = secondVisit();
        second.startedAt = firstVisit().startedAt + 61'000;
        const Comparison both = compared(firstVisit(), phone, second, phone);
        const auto clock = [](const Exchange &e) {
            return QDateTime::fromMSecsSinceEpoch(e.startedAt).toString(QStringLiteral("HH:mm:ss"));
        };
        QCOMPARE(both.firstHead, QStringLiteral("First · ") + clock(firstVisit()));
        QCOMPARE(both.secondHead, QStringLiteral("Second · ") + clock(second));
        const CompareDialog dialog(both);
        const QString text = dialog.findChild<QTextEdit *>()->toPlainText();
        QVERIFY(text.indexOf(both.firstHead) >= 0 &&
                text.indexOf(both.firstHead) < text.indexOf(both.secondHead));
        QVERIFY(text.indexOf(both.secondHead) < text.indexOf(QStringLiteral("What happened")));
    }

    void dialogMarksWhatDiffers()
    {
        CompareDialog dialog(compared(firstVisit(), phone, secondVisit(), phone));
        dialog.show();
        auto *text = dialog.findChild<QTextEdit *>();
        QVERIFY(text->toPlainText().contains(QStringLiteral("(not there)")));
        QVERIFY(text->toPlainText().contains(QStringLiteral("Host")));
        const auto marks = text->toPlainText().count(QChar(0x2260));
        QVERIFY(marks >= 5);
        if (const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENSHOTS"); !folder.isEmpty())
            QVERIFY(dialog.grab().save(folder + QStringLiteral("/compare.png")));
        QTest::mouseClick(dialog.findChild<QCheckBox *>(), Qt::LeftButton, {},
                          {10, dialog.findChild<QCheckBox *>()->height() / 2});
        QVERIFY(!text->toPlainText().contains(QStringLiteral("Host")));
        QCOMPARE(text->toPlainText().count(QChar(0x2260)), marks);
    }

    /// A stranger's recording with heads of a thousand lines held the window up for seconds.
    void longHeadsHoldNothingUp()
    {
        const auto withLines = [](QByteArray (*line)(int)) {
            Exchange e = exchange(1);
            for (int i = 0; i < 990; ++i) {
                e.requestHead.insert(e.requestHead.size() - 2, line(i));
                e.responseHead.insert(e.responseHead.size() - 2, line(i));
            }
            return e;
        };
        Exchange a = withLines([](int i) -> QByteArray { return "X-" + QByteArray::number(i) + ": a\r\n"; });
        const Exchange b =
            withLines([](int i) -> QByteArray { return "Y-" + QByteArray::number(i) + ": b\r\n"; });
        a.requestHead.replace("X-0: a", "X-0: " + QByteArray("a ").repeated(50'000));
        const qint64 before = threadCpuNanoseconds();
        CompareDialog dialog(compared(a, phone, b, phone));
        dialog.show();
        dialog.findChild<QCheckBox *>()->toggle();
        const double took = double(threadCpuNanoseconds() - before) / 1e6;
        qInfo("%.0f ms of processor time", took);
        QVERIFY(took < (IsRelease ? 300 : 3'000)); // it took 15 seconds
        const QString text = dialog.findChild<QTextEdit *>()->toPlainText();
        QVERIFY(text.contains(QStringLiteral("X-199")));
        QVERIFY(!text.contains(QStringLiteral("X-200")));
        QCOMPARE(text.count(QStringLiteral("1,780 more lines are not shown here.")), 2);
        if (const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENSHOTS"); !folder.isEmpty())
            QVERIFY(dialog.grab().save(folder + QStringLiteral("/comparelong.png")));
    }

    void compareWantsExactlyTwoRows()
    {
        RequestsWindow window;
        window.page->addBatch(batch({firstVisit(), secondVisit(), exchange(3)}));
        QAction *compare = action(window, QStringLiteral("Compare the two"));
        QVERIFY(!compare->isEnabled());
        choose(window, {0, 1, 2});
        QVERIFY(!compare->isEnabled());
        choose(window, {0, 1});
        QVERIFY(compare->isEnabled());
        compare->trigger();
        auto *dialog = window.findChild<CompareDialog *>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QVERIFY(dialog->findChild<QTextEdit *>()->toPlainText().contains(QStringLiteral("If-None-Match")));
        QVERIFY(window.action(QStringLiteral("Compare the two")) == compare); // in the menu as well
    }

    /// Of two actions with one shortcut neither hears it: "Send again" had that of "Save session".
    void shortcutsAreUnique()
    {
        RequestsWindow window;
        QSet<QKeySequence> seen;
        for (const auto *each : window.findChildren<QAction *>()) {
            for (const QKeySequence &shortcut : each->shortcuts()) {
                QVERIFY2(!seen.contains(shortcut), qPrintable(each->text()));
                seen += shortcut;
            }
        }
        QVERIFY(seen.size() >= 6);
    }

    void rowIsCopiedAndSentAgain()
    {
        RequestsWindow window;
        window.page->addBatch(batch({firstVisit(), secondVisit()}));
        QAction *curl = action(window, QStringLiteral("Copy as curl"));
        QAction *again = action(window, QStringLiteral("Send again…"));
        QVERIFY(!curl->isEnabled() && !again->isEnabled());
        window.table()->setCurrentIndex(window.rows()->index(1, 0));
        QVERIFY(curl->isEnabled() && again->isEnabled());
        curl->trigger();
        QVERIFY2(QApplication::clipboard()->text().startsWith(QStringLiteral("curl -i ")),
                 qPrintable(QApplication::clipboard()->text()));
        QVERIFY(QApplication::clipboard()->text().endsWith(QStringLiteral("'http://porch/a.jpg'")));

        QSignalSpy sent(window.page->rowActions(), &RowActions::sendRequested);
        again->trigger();
        auto *dialog = window.findChild<SendDialog *>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QVERIFY(dialog->form().fields.contains(QStringLiteral("If-None-Match: \"a\"")));
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (button->isDefault())
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(sent.count(), 1);
        window.page->rowActions()->showAnswer(
            {DraftAnswer::End::Complete, 304, "HTTP/1.1 304 Not Modified\r\n\r\n", {}, 1'000'000});
        QVERIFY(dialog->message().startsWith(QStringLiteral("The answer was 304 Not Modified")));
    }
};

QTEST_MAIN(ComparisonTest)
#include "tst_comparison.moc"
