// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchanges.h"
#include "ui/headview.h"
#include "ui/inspect/contentview.h"
#include "ui/inspect/senddialog.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

using Part = DraftProblem::Part;
const QString fields = QStringLiteral("Host: a");

QPushButton *button(const SendDialog &dialog, const QString &text)
{
    for (auto *each : dialog.findChildren<QPushButton *>()) {
        if (each->text().remove(QLatin1Char('&')) == text)
            return each;
    }
    return nullptr;
}

} // namespace

class SendDialogTest final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(false); }

    void formIsFilledFromAnExchange()
    {
        Exchange e = exchange(1);
        e.requestHead = "POST /b%20c HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nX-A: \x1b\r\n\r\n";
        e.requestContent = "x=1";
        const DraftForm form = draftForm(e);
        QCOMPARE(form.method, QStringLiteral("POST"));
        QCOMPARE(form.target, QStringLiteral("/b%20c"));
        QCOMPARE(form.fields, QStringLiteral("Host: a\nX-A: \\x1B"));
        QCOMPARE(form.content, "x=1");
        const auto draft = draftOf(form);
        QVERIFY(std::holds_alternative<RequestDraft>(draft));
        QCOMPARE(std::get<RequestDraft>(draft).toBytes(),
                 "POST /b%20c HTTP/1.1\r\nHost: a\r\nX-A: \\x1B\r\nContent-Length: 3\r\n\r\nx=1");
    }

    void problems_data()
    {
        QTest::addColumn<DraftForm>("form");
        QTest::addColumn<Part>("part");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const DraftForm &form, Part part, const char *text) {
            QTest::newRow(name) << form << part << QString::fromUtf8(text);
        };
        const QString get = QStringLiteral("GET"), root = QStringLiteral("/");
        row("no method", {{}, root, fields, {}}, Part::Method, "Say a method first, such as GET.");
        row("two words", {QStringLiteral("GET IT"), root, fields, {}}, Part::Method,
            "A method is one word of letters, such as GET: without spaces.");
        row("a method that would start a line", {QStringLiteral("GET\r\nX: y"), root, fields, {}},
            Part::Method, "A method is one word of letters, such as GET: without spaces.");
        row("no address", {get, QStringLiteral(" "), fields, {}}, Part::Target,
            "Say an address first; the front page is /.");
        row("a space in the address", {get, QStringLiteral("/a b"), fields, {}}, Part::Target,
            "An address has no spaces: write %20 in place of each.");
        row("no colon", {get, root, QStringLiteral("Host: a\nnonsense"), {}}, Part::Fields,
            "Line 2 is no header: write a name, a colon and a value.");
        row("a space in a name", {get, root, QStringLiteral("My Field: a"), {}}, Part::Fields,
            "Line 1 is no header: write a name, a colon and a value.");
        row("a line end in a value", {get, root, QStringLiteral("A: b\rC: d"), {}}, Part::Fields,
            "Line 1 has a control character in it: take it out.");
        row("too many headers", {get, root, QStringLiteral("A: b\n").repeated(501), {}}, Part::Fields,
            "There are too many headers: 500 are the most.");
        row("too much content", {get, root, fields, QByteArray(1024 * 1024 + 1, 'a')}, Part::Content,
            "The content is too long: 1 MB is the most.");
    }
    void problems()
    {
        QFETCH(DraftForm, form);
        QFETCH(Part, part);
        const auto draft = draftOf(form);
        QVERIFY(std::holds_alternative<DraftProblem>(draft));
        QCOMPARE(std::get<DraftProblem>(draft).part, part);
        QTEST(std::get<DraftProblem>(draft).text, "text");
    }

    void editedRequestIsSentAndItsAnswerShown()
    {
        SendDialog dialog;
        dialog.setForm(draftForm(exchange(1, "/a.txt")));
        dialog.show();
        QSignalSpy sent(&dialog, &SendDialog::sendRequested);
        auto *target = dialog.findChildren<QLineEdit *>().last();
        QCOMPARE(target->text(), QStringLiteral("/a.txt"));
        target->setText(QStringLiteral("/b c"));
        QTest::mouseClick(button(dialog, QStringLiteral("Send")), Qt::LeftButton);
        QCOMPARE(sent.count(), 0);
        QVERIFY2(dialog.message().contains(QStringLiteral("%20")), qPrintable(dialog.message()));
        target->setText(QStringLiteral("/b.txt"));
        dialog.findChild<QComboBox *>()->setEditText(QStringLiteral("PUT"));
        dialog.findChildren<QPlainTextEdit *>().first()->setPlainText(
            QStringLiteral("Host: a\nIf-None-Match: \"x\""));
        QTest::mouseClick(button(dialog, QStringLiteral("Send")), Qt::LeftButton);
        QCOMPARE(sent.count(), 1);
        const auto draft = sent.first().first().value<RequestDraft>();
        QCOMPARE(draft.toBytes(), "PUT /b.txt HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"x\"\r\n\r\n");
        QCOMPARE(dialog.message(), QStringLiteral("It is under way…"));

        dialog.showAnswer({DraftAnswer::End::Complete, 405,
                           "HTTP/1.1 405 Method Not Allowed\r\nContent-Type: text/plain\r\n\r\n", "No.",
                           2'000'000});
        QCOMPARE(dialog.message(), QStringLiteral("The answer was 405 Method Not Allowed, after 2 ms."));
        QVERIFY(dialog.findChild<HeadView *>()->toPlainText().startsWith(QStringLiteral("HTTP/1.1 405")));
        QCOMPARE(dialog.findChild<ContentView *>()->findChild<QPlainTextEdit *>()->toPlainText(),
                 QStringLiteral("No."));
        if (const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENSHOTS"); !folder.isEmpty())
            QVERIFY(dialog.grab().save(folder + QStringLiteral("/send.png")));
    }

    void contentThatNobodyTypedInIsSentAsItCame_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("isText");
        QTest::addRow("a form") << QByteArray("x=1&y=2") << true;
        QTest::addRow("a form of parts") << QByteArray("--b\r\nA: b\r\n\r\n1\r\n--b--\r\n") << true;
        QTest::addRow("lines of both kinds") << QByteArray("a\r\nb\nc\rd") << true;
        QTest::addRow("spaces that do not break") << QByteArray("1\xC2\xA0 000") << true;
        QTest::addRow("a picture") << QByteArray("\xFF\xD8\xFF\0\r\n", 6) << false;
    }
    void contentThatNobodyTypedInIsSentAsItCame()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const bool, isText);
        Exchange e = exchange(1);
        e.requestHead.replace("GET", "POST");
        e.requestContent = content;
        SendDialog dialog;
        dialog.setForm(draftForm(e));
        dialog.show();
        const QSignalSpy sent(&dialog, &SendDialog::sendRequested);
        QTest::mouseClick(button(dialog, QStringLiteral("Send")), Qt::LeftButton);
        QCOMPARE(sent.count(), 1);
        QCOMPARE(sent.first().first().value<RequestDraft>().content, content);
        const auto *field = dialog.findChildren<QPlainTextEdit *>()[1];
        QCOMPARE(field->isReadOnly(), !isText);
        QCOMPARE(field->placeholderText().contains(QStringLiteral("6 B")), !isText);
        dialog.setForm(draftForm(exchange(1))); // and another may be typed in again
        QVERIFY(!field->isReadOnly() && field->placeholderText().isEmpty());
        QCOMPARE(dialog.form().content, "");
    }
    void editedPartsKeepTheirLineEnds()
    {
        Exchange e = exchange(1);
        e.requestContent = "--b\r\nA: b\r\n\r\n1\r\n--b--\r\n";
        SendDialog dialog;
        dialog.setForm(draftForm(e));
        auto *field = dialog.findChildren<QPlainTextEdit *>()[1];
        QTest::keyClick(field, Qt::Key_End, Qt::ControlModifier);
        QTest::keyClick(field, 'x');
        QCOMPARE(dialog.form().content, e.requestContent + 'x');
    }

    void endsAreSaid_data()
    {
        QTest::addColumn<DraftAnswer>("answer");
        QTest::addColumn<QString>("starts");
        QTest::newRow("not reached") << DraftAnswer{} << QStringLiteral("Porchlight could not be reached.");
        QTest::newRow("closed") << DraftAnswer{DraftAnswer::End::Closed, 0, {}, {}, 0}
                                << QStringLiteral("Porchlight closed the connection without");
        QTest::newRow("timed out") << DraftAnswer{DraftAnswer::End::TimedOut, 0, {}, {}, 60'000'000'000}
                                   << QStringLiteral("No answer came within 1 min");
        QTest::newRow("long") << DraftAnswer{DraftAnswer::End::TooLong, 200, "HTTP/1.1 200 OK\r\n\r\n", "a",
                                             1}
                              << QStringLiteral("The answer was 200 OK. It is long");
    }
    void endsAreSaid()
    {
        QFETCH(DraftAnswer, answer);
        QFETCH(QString, starts);
        SendDialog dialog;
        dialog.setForm(draftForm(exchange(1)));
        dialog.showAnswer(answer);
        QVERIFY2(dialog.message().startsWith(starts), qPrintable(dialog.message()));
    }

    /// The answer to the request before stood beside the new one.
    void anotherRequestWithdrawsTheOneUnderWay()
    {
        SendDialog dialog;
        dialog.setForm(draftForm(exchange(1, "/a.txt")));
        dialog.show();
        QTest::mouseClick(button(dialog, QStringLiteral("Send")), Qt::LeftButton);
        QSignalSpy stopped(&dialog, &SendDialog::stopRequested);
        dialog.setForm(draftForm(exchange(2, "/b.txt")));
        QCOMPARE(stopped.count(), 1);
        QCOMPARE(dialog.message(), QString());
    }

    void closingStops()
    {
        SendDialog dialog;
        dialog.show();
        QSignalSpy stopped(&dialog, &SendDialog::stopRequested);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QCOMPARE(stopped.count(), 1);
        QVERIFY(!dialog.isVisible());
    }
};

QTEST_MAIN(SendDialogTest)
#include "tst_senddialog.moc"
