// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/requestswindow.h"
#include "ui/headview.h"
#include "ui/inspect/contentview.h"
#include "ui/inspect/headlines.h"
#include "ui/inspect/notecard.h"
#include "ui/inspect/traceview.h"
#include "ui/inspector.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QLabel>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableWidget>
#include <QTest>
#include <QTextBlock>

using namespace porchlight;
using namespace porchlight::test;

namespace {

const NarrationNames phone{QStringLiteral("iPhone · Safari"), QStringLiteral("Summer 2026")};

Exchange notModified()
{
    Exchange e = exchange(1, "/Lake/beach.jpg", 304, 0);
    e.requestHead = "GET /Lake/beach.jpg HTTP/1.1\r\nHost: porch:8080\r\nIf-None-Match: \"6a1f-2665e6\"\r\n"
                    "X-Nobody: 1\r\nUser-Agent: " +
                    iPhone + "\r\n\r\n";
    e.responseHead = "HTTP/1.1 304 Not Modified\r\nETag: \"6a1f-2665e6\"\r\nCache-Control: no-cache\r\n\r\n";
    e.decisions = {decision::FoundFile{"Lake/beach.jpg", 2'400'000}, decision::ETagMatched{}};
    return e;
}

/// The page with a 304 in its inspector.
class InspectorWindow final : public RequestsWindow
{
public:
    explicit InspectorWindow(QSize size = {880, 695})
        : RequestsWindow(size)
    {
        page->setFolderName(QStringLiteral("Summer 2026"));
        page->addBatch(batch({notModified()}));
        table()->setCurrentIndex(rows()->index(0, 0));
    }

    HeadView *head(int index) const { return page->findChildren<HeadView *>().at(index); }
    /// The visible card's texts, a line each; empty when none is shown.
    QString note() const
    {
        for (const auto *card : findChildren<NoteCard *>()) {
            if (!card->isVisibleTo(this))
                continue;
            QStringList lines;
            for (const auto *label : card->findChildren<QLabel *>()) {
                if (label->isVisibleTo(card))
                    lines += label->text();
            }
            return lines.join(QLatin1Char('\n'));
        }
        return {};
    }
    void hover(HeadView *view, int line) const
    {
        const QRectF place =
            view->document()->documentLayout()->blockBoundingRect(view->document()->findBlockByNumber(line));
        QMouseEvent move(QEvent::MouseMove, {10, place.center().y()},
                         view->viewport()->mapToGlobal(place.center()), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(view->viewport(), &move);
    }
};

} // namespace

class HeadViewTest final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(false); }

    void linesOfHeads()
    {
        QCOMPARE(headLines("A\r\nB: 1\r\n\r\n"), (QList<QByteArray>{"A", "B: 1"}));
        QCOMPARE(headLines("A\nB"), (QList<QByteArray>{"A", "B"})); // refused half-way
        QVERIFY(headLines("").isEmpty());
        QVERIFY(!headField("no colon"));
        const QList<HeadField> fields = headFields("GET / HTTP/1.1\r\nA:  b c \r\nnone\r\nD:\r\n\r\n");
        QCOMPARE(fields.size(), 2);
        QCOMPARE(fields[0].name, "A");
        QCOMPARE(fields[0].value, "b c");
        QCOMPARE(fields[1].value, "");
    }

    void everyLineHasItsNote()
    {
        const Explanations english{QStringLiteral("en")};
        const LineNotes request = requestNotes(notModified(), phone, english);
        QCOMPARE(request.size(), size_t(5));
        QCOMPARE(request[0].title, QStringLiteral("GET"));
        QVERIFY(request[0].meaning.contains(QStringLiteral("\nHTTP/1.1: ")));
        QCOMPARE(request[2].section, QStringLiteral("RFC 9110 §13.1.2"));
        QVERIFY(request[2].here.contains(QStringLiteral("saved 2.4 MB")));
        QVERIFY(request[3].meaning.startsWith(QStringLiteral("Not one of the fields")));
        const LineNotes response = responseNotes(notModified(), phone, english);
        QCOMPARE(response.size(), size_t(3));
        QCOMPARE(response[0].title, QStringLiteral("304 Not Modified"));
        QCOMPARE(response[0].section, QStringLiteral("RFC 9110 §15.4.5"));
    }

    void malformedHeadsHaveNotesToo()
    {
        Exchange broken = exchange(1);
        for (const QByteArray &head :
             {QByteArray("x"), QByteArray("\r\n\r\n"), QByteArray(" \r\nx\r\n: y\r\n"),
              QByteArray("\0\x1b\xff\r\n\xe2\x80\xae\r\n", 9)}) {
            broken.requestHead = broken.responseHead = head;
            QCOMPARE(requestNotes(broken, phone).size(), size_t(headLines(head).size()));
            QCOMPARE(responseNotes(broken, phone).size(), size_t(headLines(head).size()));
            for (const LineNote &note : requestNotes(broken, phone)) {
                for (const QChar c : noteText(note))
                    QVERIFY(c == QLatin1Char('\n') ||
                            (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format));
            }
        }
    }

    void pointerExplainsTheLineBelowIt()
    {
        InspectorWindow window;
        QCOMPARE(window.note(), QString());
        window.hover(window.head(0), 2);
        QVERIFY2(window.note().startsWith(QStringLiteral("If-None-Match\n")), qPrintable(window.note()));
        QVERIFY(
            window.note().contains(QStringLiteral("Here: The phone already had version \"6a1f-2665e6\"")));
        window.hover(window.head(0), 1);
        QVERIFY(window.note().startsWith(QStringLiteral("Host\n")));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(window.head(0), &leave);
        QCOMPARE(window.note(), QString());
    }

    void arrowsExplainWithTheFocus()
    {
        InspectorWindow window;
        HeadView *request = window.head(0);
        request->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(request->hasFocus());
        QVERIFY2(window.note().startsWith(QStringLiteral("GET\n")), qPrintable(window.note()));
        QTest::keyClick(request, Qt::Key_Down);
        QTest::keyClick(request, Qt::Key_Down);
        QVERIFY(window.note().startsWith(QStringLiteral("If-None-Match\n")));
        QVERIFY(request->accessibleDescription().startsWith(QStringLiteral("If-None-Match: ")));
        QTest::keyClick(request, Qt::Key_Up);
        QVERIFY(window.note().startsWith(QStringLiteral("Host\n")));
        QTest::keyClick(request, Qt::Key_Escape);
        QCOMPARE(window.note(), QString());
        QTest::keyClick(request, Qt::Key_Down);
        QVERIFY(window.note().startsWith(QStringLiteral("If-None-Match\n")));
        QTest::keyClick(request, Qt::Key_Tab);
        QTRY_VERIFY(window.head(1)->hasFocus());
        QVERIFY2(window.note().startsWith(QStringLiteral("304 Not Modified\n")), qPrintable(window.note()));
        window.table()->setFocus();
        QTRY_COMPARE(window.note(), QString());
        QCOMPARE(window.head(1)->accessibleDescription(), QString());
    }

    void lineThatIsCutStandsInItsNote()
    {
        InspectorWindow window;
        window.hover(window.head(0), 4);
        QVERIFY(
            window.note().contains(QStringLiteral("User-Agent: Mozilla/5.0 (iPhone; CPU iPhone OS 17_5")));
        window.hover(window.head(0), 1);
        QVERIFY(!window.note().contains(QStringLiteral("Host: porch")));
    }

    void noteFitsIntoTheWindow_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("usual") << QSize(880, 695);
        QTest::newRow("smallest") << QSize(600, 480);
    }
    void noteFitsIntoTheWindow()
    {
        QFETCH(QSize, size);
        InspectorWindow window(size);
        for (HeadView *view : {window.head(0), window.head(1)}) {
            for (int line = 0; line < 3; ++line) {
                window.hover(view, line);
                const auto *card = view->window()->findChild<NoteCard *>();
                QVERIFY(card != nullptr);
                QVERIFY(window.rect().contains(card->geometry()));
                for (const auto *label : card->findChildren<QLabel *>())
                    QVERIFY2(label->isHidden() || label->height() >= label->heightForWidth(label->width()),
                             qPrintable(label->text()));
            }
        }
    }

    void buttonsTurnTheCards()
    {
        InspectorWindow window;
        auto *inspector = window.page->findChild<Inspector *>();
        const auto button = [&](const QString &text, int index = 0) {
            QList<QPushButton *> found;
            for (auto *each : inspector->findChildren<QPushButton *>()) {
                if (each->text().remove(QLatin1Char('&')) == text)
                    found += each;
            }
            return found.value(index);
        };
        QPushButton *steps = button(QStringLiteral("Steps"));
        auto *trace = inspector->findChild<TraceView *>();
        QVERIFY(!trace->isVisible());
        QTest::mouseClick(steps, Qt::LeftButton);
        QVERIFY(trace->isVisible());
        QVERIFY(trace->document()->blockCount() >= 6);

        QPushButton *sent = button(QStringLiteral("Content"), 0);
        QPushButton *received = button(QStringLiteral("Content"), 1);
        QVERIFY(!sent->isVisible()); // a GET has no content, a 304 neither
        QVERIFY(!received->isVisible());
        Exchange order = exchange(2, "/order", 200, 16);
        order.requestHead = "POST /order HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n";
        order.requestContent = "dish=Soup&for=Table+3";
        order.responseHead = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n";
        order.responseContent = "{\"order\":7,\"a\":1}";
        window.page->addBatch(batch({order, exchange(3)}));
        window.table()->setCurrentIndex(window.rows()->index(1, 0));
        QVERIFY(sent->isVisible() && received->isVisible());
        QTest::mouseClick(sent, Qt::LeftButton);
        QTest::mouseClick(received, Qt::LeftButton);
        QVERIFY(!window.head(0)->isVisible() && !window.head(1)->isVisible());
        auto *form = inspector->findChildren<ContentView *>().at(0)->findChild<QTableWidget *>();
        QVERIFY(form->isVisible());
        QCOMPARE(form->item(1, 1)->text(), QStringLiteral("Table 3"));
        auto *json = inspector->findChildren<ContentView *>().at(1)->findChild<QPlainTextEdit *>();
        QVERIFY(json->isVisible());
        QCOMPARE(json->toPlainText(), QStringLiteral("{\n  \"order\": 7,\n  \"a\": 1\n}"));
        if (const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENSHOTS"); !folder.isEmpty())
            QVERIFY(window.grab().save(folder + QStringLiteral("/contents.png")));

        // A reason is no taller than there is room; all cards grew with it.
        Exchange film = exchange(4, "/film", 405);
        film.requestHead = "POST /film HTTP/1.1\r\nContent-Type: video/mp4\r\n\r\n";
        film.requestContent = "film";
        window.page->addBatch(batch({film}));
        window.table()->setCurrentIndex(window.rows()->index(3, 0));
        QVERIFY(inspector->findChildren<ContentView *>().at(0)->isVisible());
        QCoreApplication::processEvents();
        QCOMPARE(inspector->findChild<QScrollArea *>()->verticalScrollBar()->maximum(), 0);

        // What was not kept says so, and what has no content shows its head.
        window.table()->setCurrentIndex(window.rows()->index(2, 0));
        QVERIFY(window.head(0)->isVisible() && !window.head(1)->isVisible());
        window.table()->setCurrentIndex(window.rows()->index(0, 0));
        QVERIFY(window.head(0)->isVisible() && window.head(1)->isVisible());
    }

    void looks_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    /// For the eye: with PORCHLIGHT_SCREENSHOTS set to a folder the pictures stay there.
    void looks()
    {
        QFETCH(bool, dark);
        Theme::apply(dark);
        InspectorWindow window;
        window.hover(window.head(0), 2);
        const QImage picture = window.grab().toImage();
        if (const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENSHOTS"); !folder.isEmpty())
            QVERIFY(picture.save(folder + QStringLiteral("/note-") + QLatin1String(QTest::currentDataTag()) +
                                 QStringLiteral(".png")));
        const auto *card = window.findChild<NoteCard *>();
        QCOMPARE(picture.pixelColor(card->geometry().center().x(), card->geometry().bottom() - 3),
                 Theme::current().card);
        Theme::apply(false);
    }
};

QTEST_MAIN(HeadViewTest)
#include "tst_headview.moc"
