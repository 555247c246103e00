// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchanges.h"
#include "ui/cafetext.h"
#include "ui/flow/flowstory.h"
#include "ui/humanunits.h"
#include "ui/inspect/linenote.h"
#include "ui/inspect/trace.h"
#include "ui/mainwindow.h"
#include "ui/narration.h"
#include "ui/newdemosite.h"
#include "ui/recentshares.h"
#include "ui/requestspage.h"
#include "ui/sharepanel.h"
#include "ui/startpage.h"
#include "ui/theme.h"
#include "ui/visitornames.h"
#include "ui/windowlanguage.h"

#include <QAbstractButton>
#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace porchlight;
using namespace porchlight::test;

namespace {

const NarrationNames phone{QStringLiteral("iPhone · Safari"), QStringLiteral("Summer 2026")};

Exchange photo(int status, Decisions decisions)
{
    Exchange e = exchange(1, "/Lake/beach.jpg", status, status == 304 ? 0 : 2'400'000, 38);
    e.requestHead.insert(e.requestHead.size() - 2, "If-None-Match: \"6a1f\"\r\n");
    e.responseHead = "HTTP/1.1 200 OK\r\nETag: \"6a1f\"\r\n\r\n";
    decisions.insert(decisions.begin(), decision::FoundFile{"Lake/beach.jpg", 2'400'000});
    e.decisions = std::move(decisions);
    return e;
}

/// All that a widget and its children say.
QStringList wordsOf(const QWidget &window)
{
    QStringList words{window.windowTitle()};
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        words << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            words << label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            words << button->text();
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            words << edit->placeholderText();
    }
    for (const QAction *action : window.findChildren<QAction *>())
        words << action->text() << action->toolTip();
    return words;
}

} // namespace

/// Everything here in the one language that is spoken, from the start of the program.
class GermanWindowTest final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        speakLanguage(spokenLanguage({QStringLiteral("de-AT"), QStringLiteral("en")}), *qApp);
        Theme::apply(false);
    }

    void theStartPageIsGerman()
    {
        StartPage page;
        const QStringList words = wordsOf(page);
        QVERIFY(words.contains(QStringLiteral("Einen Ordner mit allen im Haus teilen")));
        QVERIFY(words.contains(QStringLiteral("Ordner &wählen…")));
    }

    void noEnglishIsLeftInTheWindow()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        MainWindow window(settings);
        window.showAddresses(
            {{QHostAddress(QStringLiteral("192.168.1.23")), LinkKind::WiFi, QStringLiteral("wlan0")}});
        QSignalSpy starts(&window, &MainWindow::startRequested);
        window.openFolder(folder.path());
        QTRY_COMPARE(starts.size(), 1);
        window.showStarting();
        window.showRunning(8'080);
        window.findChild<RequestsPage *>()->addBatch(
            batch({photo(200, {decision::SentBySendfile{}}), exchange(2, "/nowhere", 404)}));
        window.show();
        static const QRegularExpression english(
            QStringLiteral("\\b(the|of|and|is|with|this|to|share|sharing|open|request|visitor)\\b"));
        for (const QString &words : wordsOf(window))
            QVERIFY2(!english.match(words).hasMatch(), qPrintable(words));
    }

    void anExchangeIsToldInWholeGermanSentences()
    {
        QCOMPARE(narrationText(narrate(photo(200, {}), phone)),
                 QStringLiteral("iPhone · Safari fragte nach dem Foto beach.jpg. Porchlight wurde in Summer "
                                "2026/Lake fündig und schickte alles, 2,4 MB, in 38 ms. Das Handy darf diese "
                                "Kopie behalten, muss aber jedes Mal fragen, ob sich etwas geändert hat."));
        const LineNotes notes = requestNotes(photo(304, {decision::ETagMatched{}}), phone);
        QCOMPARE(notes.back().here, QStringLiteral("Das Handy hatte schon die Fassung \"6a1f\"; Porchlight "
                                                   "verglich, fand sie unverändert und sparte 2,4 MB."));
    }

    void explanationsFollowTheWindow()
    {
        const LineNotes notes = responseNotes(exchange(1, "/nowhere", 404), phone);
        QVERIFY2(notes.front().meaning.startsWith(QStringLiteral("Unter dieser Adresse ist nichts.")),
                 qPrintable(notes.front().meaning));
    }

    void theFlowAndTheTraceAreGerman()
    {
        const Exchange unchanged = photo(304, {decision::ETagMatched{}});
        const FlowStory story = tellFlow(unchanged, phone.visitor, 0);
        QCOMPARE(story.front().caption, QStringLiteral("„nur, wenn es jetzt anders ist“"));
        QCOMPARE(story.back().caption,
                 QStringLiteral("nichts zu senden: die Kopie, die das Handy hat, ist noch gut"));
        QCOMPARE(traceOf(unchanged, phone).front().text, QStringLiteral("Das Handy begann zu sprechen."));
    }

    void whatTheCafeDecidesIsGerman()
    {
        QString source;
        for (const char *name : {"cafehandler", "cafeplans"}) {
            QFile file(QStringLiteral(PORCHLIGHT_SOURCE_DIR "/server/demo/%1.cpp").arg(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            source += QString::fromUtf8(file.readAll());
        }
        static const QRegularExpression named(QStringLiteral(
            "(?:AskedDatabase\\{|WroteDatabase\\{|MadeByApp\\{|refusal\\(\\s*\\d+,)\\s*\"([^\"]+)\""));
        int count = 0;
        for (auto found = named.globalMatch(source); found.hasNext(); ++count) {
            const QString words = found.next().captured(1);
            QVERIFY2(cafeText(words.toUtf8()) != words, qPrintable(words));
        }
        QVERIFY(count > 15);
    }

    void aNewDemoSiteIsGerman()
    {
        const QTemporaryDir parent;
        QWidget window;
        NewDemoSite site(&window);
        const QSignalSpy written(&site, &NewDemoSite::written);
        site.write(DemoKind::Takeout, parent.path());
        QTRY_COMPARE(written.size(), 1);
        QCOMPARE(demoSiteOf(written[0][0].toString()), (DemoSite{DemoKind::Takeout, Language::German}));
    }

    void visitorsAreGerman()
    {
        const Visitor visitor{QHostAddress(QStringLiteral("192.168.1.40")),
                              QStringLiteral("Android phone · Chrome"), 1, 0};
        VisitorNames names;
        QCOMPARE(names.nameOf(visitor), QStringLiteral("Android-Handy · Chrome"));
        names.setAnonymous(true);
        QCOMPARE(names.nameOf(visitor), QStringLiteral("Handy Blau"));
        const NarrationNames anonymous{names.nameOf(visitor), phone.folder};
        QCOMPARE(traceOf(photo(200, {}), anonymous).front().text,
                 QStringLiteral("Das Handy begann zu sprechen."));
    }

    void numbersAndDaysAreGerman()
    {
        QCOMPARE(humanSize(2'400'000), QStringLiteral("2,4 MB"));
        QCOMPARE(humanCount(1'204), QStringLiteral("1.204"));
        QCOMPARE(humanDuration(400'000), QStringLiteral("0,4 ms"));
        const QDate day(2026, 7, 18);
        QCOMPARE(
            recentShareText({QStringLiteral("/x"), QDateTime(day, QTime(12, 0)), 1'204}, QDate(2027, 1, 1)),
            QStringLiteral("geteilt: 18. Juli 2026 · 1.204 Einträge"));
    }

    void theSwitchesFitBesideALessonOnAProjector()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        MainWindow window(settings);
        window.resize(1024, 768);
        window.show();
        window.openFolder(folder.path());
        auto *panel = window.findChild<SharePanel *>();
        QTRY_VERIFY(panel->isVisible());
        panel->setLessonOn(true);
        QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier); // Flow
        const int before = panel->fontMetrics().height();
        QTest::keyClick(&window, Qt::Key_F11);
        QTRY_VERIFY(panel->fontMetrics().height() > before);
        const auto cut = [&] {
            QStringList texts;
            for (const auto *button : window.findChildren<QAbstractButton *>()) {
                if (button->isVisible() && button->property("segment").isValid() &&
                    (button->width() < button->sizeHint().width() ||
                     button->geometry().right() >= button->parentWidget()->width()))
                    texts += button->text();
            }
            return texts;
        };
        QTRY_COMPARE(cut(), QStringList());
        QTest::keyClick(&window, Qt::Key_F11);
        QTRY_COMPARE(panel->fontMetrics().height(), before);
    }
};

QTEST_MAIN(GermanWindowTest)
#include "tst_germanwindow.moc"
