// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session/recording.h"
#include "server/session/sessionfile.h"
#include "tests/ui/exchanges.h"
#include "ui/exchangemodel.h"
#include "ui/flow/flowview.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/recordingtext.h"
#include "ui/requestspage.h"
#include "ui/requesttable.h"
#include "ui/requesttools.h"
#include "ui/requestviews.h"
#include "ui/sessionsaving.h"
#include "ui/sharepanel.h"
#include "ui/sharingview.h"
#include "ui/startpage.h"
#include "ui/visitornames.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>

using namespace porchlight;
using test::batch;
using test::exchange;

namespace {

Session recording()
{
    Session session;
    session.folder = QStringLiteral("Summer 2026");
    session.savedAt = exchange(0).startedAt + 5'000;
    session.names = {{exchange(1).visitor, QStringLiteral("iPhone · Safari"), QStringLiteral("Maria")}};
    session.exchanges = {exchange(1, "/old/"), exchange(2, "/old.jpg"), test::running(3, "/boat.mp4", 5, 10)};
    return session;
}

QString cell(const RequestsPage *page, int row, int column)
{
    return page->findChild<RequestTable *>()->model()->index(row, column).data().toString();
}

int rows(const RequestsPage *page)
{
    return page->findChild<RequestTable *>()->model()->rowCount();
}

void show(RequestViews &views, const Session &session, const QString &name, const VisitorNames &names)
{
    views.showRecording(session, name, names);
    views.addRecorded(session.exchanges);
}

QPushButton *button(const QWidget *in, const QString &text)
{
    for (auto *each : in->findChildren<QPushButton *>()) {
        if (each->text().remove(QLatin1Char('&')) == text)
            return each;
    }
    return nullptr;
}

} // namespace

class TestRecordings final : public QObject
{
    Q_OBJECT
private slots:
    void recordingTakesTheLiveRequestsPlace();
    void aRecordingIsArrangedLikeTheLiveRequests();
    void whatStillRanStandsStill();
    void oneRecordingReplacesAnother();
    void savesAllThatIsThere();
    void sessionKeysWorkOnEveryPage_data();
    void sessionKeysWorkOnEveryPage();
    void savedSessionOpensInTheWindow();
    void aShippedLessonOpensInFlow();
    void withoutFolderTheStartPageComesBack();
    void problemsAreSaid_data();
    void problemsAreSaid();

private:
    QTemporaryDir m_folder;
};

void TestRecordings::recordingTakesTheLiveRequestsPlace()
{
    VisitorNames names, recordedNames;
    RequestViews views(names);
    views.resize(880, 600);
    views.show();
    auto *close = button(&views, QStringLiteral("Close the recording"));
    QVERIFY(close && !close->isVisible());
    views.addBatch(batch({exchange(1, "/live/")}));

    recordedNames.restore(recording().names, false);
    show(views, recording(), QStringLiteral("Lesson <b>1</b>"), recordedNames);
    QVERIFY(close->isVisible());
    QVERIFY(views.shown()->isVisible());
    QCOMPARE(rows(views.shown()), 3);
    QCOMPARE(cell(views.shown(), 0, ExchangeModel::VisitorName), QStringLiteral("Maria"));
    views.addBatch(batch({exchange(2, "/live.jpg")}));
    QCOMPARE(rows(views.shown()), 3);

    const QSignalSpy closed(&views, &RequestViews::recordingClosed);
    close->click();
    QCOMPARE(closed.size(), 1);
    QVERIFY(!close->isVisible());
    QCOMPARE(rows(views.shown()), 2);
    QCOMPARE(cell(views.shown(), 0, ExchangeModel::VisitorName), QStringLiteral("iPhone · Safari"));
}

/// It came as on the first day, whatever had been chosen.
void TestRecordings::aRecordingIsArrangedLikeTheLiveRequests()
{
    VisitorNames names;
    RequestViews views(names);
    views.resize(880, 600);
    views.show();
    const auto splitter = [&] { return views.shown()->findChild<QSplitter *>(); };
    const auto header = [&] { return views.shown()->findChild<RequestTable *>()->horizontalHeader(); };
    splitter()->setSizes({200, 398});
    header()->moveSection(0, 2);
    const QList<int> sizes = splitter()->sizes();
    for (const char *name : {"a", "b"}) {
        show(views, recording(), QLatin1String(name), names);
        QCOMPARE(splitter()->sizes().last(), sizes.last());
        QCOMPARE(header()->visualIndex(0), 2);
    }
}

void TestRecordings::whatStillRanStandsStill()
{
    VisitorNames names;
    RequestViews views(names);
    show(views, recording(), QStringLiteral("a"), names);
    QCOMPARE(cell(views.shown(), 2, ExchangeModel::Took), QStringLiteral("5.0 s"));
}

void TestRecordings::oneRecordingReplacesAnother()
{
    VisitorNames names;
    RequestViews views(names);
    show(views, recording(), QStringLiteral("a"), names);
    Session other = recording();
    other.exchanges.pop_back();
    show(views, other, QStringLiteral("b"), names);
    QCOMPARE(rows(views.shown()), 2);
    QCOMPARE(views.findChildren<RequestsPage *>().size(), 2);
    views.backToLive();
    QCOMPARE(rows(views.shown()), 0);
}

void TestRecordings::savesAllThatIsThere()
{
    VisitorNames names;
    RequestViews views(names);
    views.setFolderName(QStringLiteral("Summer 2026"));
    views.addBatch(batch(recording().exchanges));
    names.restore(recording().names, false);
    const Session session = views.live()->session();
    QCOMPARE(session.exchanges.size(), 3u);
    QCOMPARE(session.names, recording().names);
    QVERIFY(!session.isAnonymous);
    names.setAnonymous(true);
    QVERIFY(views.live()->session().names.empty());
    QVERIFY(views.live()->session().isAnonymous);

    SharingView view;
    view.setFolderName(QStringLiteral("Summer 2026"));
    view.addBatch(batch(recording().exchanges));
    auto *saving = view.findChild<SessionSaving *>();
    const auto *message = view.findChild<MessageBar *>({}, Qt::FindDirectChildrenOnly);
    QSignalSpy saved(saving, &SessionSaving::saved);
    for (const auto &[name, format] :
         {std::pair("a.porchlight", SessionFormat::Porchlight), {"a.har", SessionFormat::Har}}) {
        const QString path = m_folder.filePath(QLatin1String(name));
        saving->save(path, format);
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(saved.takeFirst().at(1).toString(), QString());
        QCOMPARE(
            message->text(),
            QStringLiteral("3 requests were saved to %1. It holds visitors’ names, addresses and cookies.")
                .arg(QLatin1String(name)));
        const auto read = readRecording(path);
        QVERIFY(std::holds_alternative<Session>(read));
        QCOMPARE(std::get<Session>(read).exchanges.size(), 3u);
        QCOMPARE(std::get<Session>(read).folder, QStringLiteral("Summer 2026"));
    }
    saving->save(m_folder.filePath(QStringLiteral("none/a.har")), SessionFormat::Har);
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(message->text().startsWith(QStringLiteral("a.har could not be saved")));

    SharingView single;
    single.addBatch(batch({exchange(1)}));
    auto *savingOne = single.findChild<SessionSaving *>();
    QSignalSpy savedOne(savingOne, &SessionSaving::saved);
    savingOne->save(m_folder.filePath(QStringLiteral("one.har")), SessionFormat::Har);
    QTRY_COMPARE(savedOne.size(), 1);
    const auto *said = single.findChild<MessageBar *>({}, Qt::FindDirectChildrenOnly);
    QVERIFY2(said->text().startsWith(QStringLiteral("1 request was saved to one.har.")),
             qPrintable(said->text()));
}

void TestRecordings::sessionKeysWorkOnEveryPage_data()
{
    QTest::addColumn<QString>("page");
    for (const char *page : {"Requests", "Flow", "Visitors"})
        QTest::addRow("%s", page) << QString::fromLatin1(page);
}

/// Elsewhere than on the requests page they did nothing.
void TestRecordings::sessionKeysWorkOnEveryPage()
{
    QFETCH(QString, page);
    SharingView view;
    view.show();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    button(&view, page)->click();
    QTest::keyClick(&view, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = view.findChild<QFileDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    delete dialog;
    const QSignalSpy opening(&view, &SharingView::openRecordingRequested);
    QTest::keyClick(&view, Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(opening.size(), 1);
}

void TestRecordings::savedSessionOpensInTheWindow()
{
    const QString path = m_folder.filePath(QStringLiteral("Lesson 1.porchlight"));
    QCOMPARE(writeSession(path, recording()), QString());
    QSettings settings(m_folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
    MainWindow window(settings);
    window.show();
    // As from the command line, or dropped.
    window.openFolder(path);
    auto *views = window.findChild<RequestViews *>();
    QTRY_VERIFY(views->shown() != views->live());
    QVERIFY(views->isVisible());
    QVERIFY(!window.findChild<SharePanel *>()->isVisible());
    QCOMPARE(cell(views->shown(), 0, ExchangeModel::VisitorName), QStringLiteral("Maria"));
}

void TestRecordings::aShippedLessonOpensInFlow()
{
    QSettings settings(m_folder.filePath(QStringLiteral("c.ini")), QSettings::IniFormat);
    MainWindow window(settings);
    window.show();
    const QList<QAction *> lessons = window.findChild<StartPage *>()->findChild<QMenu *>()->actions();
    QVERIFY(!lessons.isEmpty());
    lessons.first()->trigger();
    auto *flow = window.findChild<FlowView *>();
    QTRY_VERIFY(flow->isVisible());
    QTRY_VERIFY(flow->log().end() > 0);
}

void TestRecordings::withoutFolderTheStartPageComesBack()
{
    const QString path = m_folder.filePath(QStringLiteral("b.porchlight"));
    QCOMPARE(writeSession(path, recording()), QString());
    QSettings settings(m_folder.filePath(QStringLiteral("b.ini")), QSettings::IniFormat);
    MainWindow window(settings);
    window.show();
    QVERIFY(button(window.findChild<StartPage *>(), QStringLiteral("Open a recording…")));
    window.openRecording(path);
    auto *views = window.findChild<RequestViews *>();
    QTRY_VERIFY(views->shown() != views->live());
    button(views, QStringLiteral("Close the recording"))->click();
    QVERIFY(window.findChild<StartPage *>()->isVisible());

    window.openFolder(m_folder.path());
    QTRY_VERIFY(window.findChild<SharePanel *>()->isVisible());
    window.openRecording(path);
    QTRY_VERIFY(views->shown() != views->live());
    QVERIFY(window.findChild<SharePanel *>()->isVisible());
    views->backToLive();
    QVERIFY(views->isVisible());
}

void TestRecordings::problemsAreSaid_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("said");
    QTest::newRow("no recording") << QByteArray("Dear teacher") << QStringLiteral("“x.har” is no recording.");
    QTest::newRow("damaged") << QByteArray("{\"log\":") << QStringLiteral("“x.har” is damaged");
    QTest::newRow("newer")
        << QByteArray(R"({"log":{"entries":[],"_porchlight":{"format":"Porchlight session","version":2}}})")
        << QStringLiteral("“x.har” was saved by a newer Porchlight.");
}

void TestRecordings::problemsAreSaid()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, said);
    QFile file(m_folder.filePath(QStringLiteral("x.har")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QSettings settings(m_folder.filePath(QStringLiteral("c.ini")), QSettings::IniFormat);
    MainWindow window(settings);
    window.show();
    window.openRecording(file.fileName());
    const auto bars = window.findChildren<MessageBar *>();
    const auto isSaid = [&] {
        return std::any_of(bars.begin(), bars.end(), [&](const MessageBar *bar) {
            return bar->isVisible() && bar->text().startsWith(said);
        });
    };
    QTRY_VERIFY(isSaid());
    const auto *views = window.findChild<RequestViews *>();
    QCOMPARE(views->shown(), views->live());
}

QTEST_MAIN(TestRecordings)
#include "tst_recordings.moc"
