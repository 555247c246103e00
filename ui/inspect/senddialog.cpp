// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/senddialog.h"

#include "server/record/statuswords.h"
#include "ui/card.h"
#include "ui/headview.h"
#include "ui/humanunits.h"
#include "ui/inspect/contentview.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace porchlight {

namespace {

QString endText(const DraftAnswer &answer)
{
    const QString took = humanDuration(answer.nanoseconds);
    const QString status =
        QStringLiteral("%1 %2").arg(answer.status).arg(QString::fromLatin1(reasonPhrase(answer.status)));
    switch (answer.end) {
    case DraftAnswer::End::Complete:
        return SendDialog::tr("The answer was %1, after %2.").arg(status, took);
    case DraftAnswer::End::TooLong:
        return SendDialog::tr("The answer was %1. It is long: only its start is shown.").arg(status);
    case DraftAnswer::End::TimedOut:
        return answer.status == 0
                   ? SendDialog::tr("No answer came within %1. Perhaps it waits at the door.").arg(took)
                   : SendDialog::tr("The answer was %1 and had not ended after %2.").arg(status, took);
    case DraftAnswer::End::Closed:
        return answer.status == 0 ? SendDialog::tr("Porchlight closed the connection without an answer.")
                                  : SendDialog::tr("The answer was %1, but it was cut short.").arg(status);
    case DraftAnswer::End::NotReached:
        return SendDialog::tr("Porchlight could not be reached. Start sharing, then send again.");
    }
    return {};
}

} // namespace

SendDialog::SendDialog(QWidget *parent)
    : QDialog(parent)
    , m_method(new QComboBox(this))
    , m_target(new QLineEdit(this))
    , m_fields(new QPlainTextEdit(this))
    , m_content(new QPlainTextEdit(this))
    , m_message(new TextLabel(TextLabel::Role::Normal, {}, this))
    , m_send(new QPushButton(tr("&Send"), this))
    , m_head(new HeadView(HeadView::Kind::Response, tr("Response head"), this))
    , m_answerContent(new ContentView(tr("Response content"), this))
{
    setWindowTitle(tr("Send again"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::Space4, Theme::Space4, Theme::Space4, Theme::Space4);
    row->setSpacing(Theme::Space4);
    row->addWidget(makeForm(), 1);
    row->addWidget(makeAnswer(), 1);
    followFont();
    resize(860, 520);
}

QWidget *SendDialog::makeForm()
{
    m_method->setEditable(true);
    for (const char *method : {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
        m_method->addItem(QLatin1String(method));
    m_method->lineEdit()->setMaxLength(40);
    m_method->setInsertPolicy(QComboBox::NoInsert);
    m_method->setCompleter(nullptr); // methods are case-sensitive: "get" is one of its own
    m_target->setMaxLength(64 * 1024);
    for (QPlainTextEdit *edit : {m_fields, m_content}) {
        edit->setTabChangesFocus(true);
        edit->setProperty("field", true);
    }
    m_message->setWordWrap(true);
    m_send->setProperty("primary", true);
    m_send->setDefault(true);
    connect(m_send, &QPushButton::clicked, this, &SendDialog::send);
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);

    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Method"), m_method);
    form->addRow(tr("&Address"), m_target);
    form->addRow(tr("&Headers"), m_fields);
    form->addRow(tr("C&ontent"), m_content);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_send);
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Space3);
    column->addLayout(form, 1);
    column->addWidget(m_message);
    column->addLayout(buttons);
    return side;
}

QWidget *SendDialog::makeAnswer()
{
    auto *card = new Card(this);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(Theme::Space3, Theme::Space3, Theme::Space3, Theme::Space2);
    column->setSpacing(Theme::Space2);
    column->addWidget(new TextLabel(TextLabel::Role::Strong, tr("Response")));
    column->addWidget(m_head, 1);
    column->addWidget(new TextLabel(TextLabel::Role::Strong, tr("Content")));
    column->addWidget(m_answerContent, 1);
    return card;
}

void SendDialog::setForm(const DraftForm &form)
{
    emit stopRequested(); // an answer does not say what it answers
    m_method->setEditText(form.method);
    m_target->setText(form.target);
    m_fields->setPlainText(form.fields);
    showContent(form.content);
    m_head->setHead({});
    m_head->setNotes({});
    m_answerContent->setPreview(NoPreview{tr("What comes back stands here.")});
    say({}, false);
}

DraftForm SendDialog::form() const
{
    return {m_method->currentText(), m_target->text(), m_fields->toPlainText(), content()};
}

void SendDialog::showContent(const QByteArray &content)
{
    m_contentAsCame = content;
    const bool isText = content.isValidUtf8();
    m_content->setPlainText(isText ? QString::fromUtf8(content) : QString());
    m_content->setReadOnly(!isText);
    m_content->setPlaceholderText(
        isText ? QString()
               : tr("This content is no text: it cannot be changed here. All %1 of it are sent as they came.")
                     .arg(humanSize(content.size())));
}

/// The field knows one kind of line's end; what came with the Internet's own goes with it again.
QByteArray SendDialog::content() const
{
    if (!m_content->document()->isModified())
        return m_contentAsCame;
    QByteArray typed = m_content->toPlainText().toUtf8();
    return m_contentAsCame.contains("\r\n") ? typed.replace('\n', "\r\n") : typed;
}

void SendDialog::send()
{
    const auto draft = draftOf(form());
    if (const auto *problem = std::get_if<DraftProblem>(&draft)) {
        say(problem->text, true);
        QWidget *const parts[] = {m_method, m_target, m_fields, m_content};
        parts[size_t(problem->part)]->setFocus();
        return;
    }
    say(tr("It is under way…"), false);
    emit sendRequested(std::get<RequestDraft>(draft));
}

void SendDialog::showAnswer(const DraftAnswer &answer)
{
    say(endText(answer), answer.end == DraftAnswer::End::NotReached);
    Exchange shown;
    shown.requestHead = form().method.toLatin1() + " / HTTP/1.1\r\n\r\n";
    shown.responseHead = answer.head;
    shown.status = answer.status;
    shown.bodyBytes = answer.content.size();
    m_head->setHead(answer.head, Theme::current().pillFor(answer.status, false).text);
    m_head->setNotes(responseNotes(shown, {}));
    m_answerContent->setPreview(answer.content.isEmpty()
                                    ? NoPreview{tr("There is no content.")}
                                    : previewOf(answer.content, shown.responseField("Content-Type"),
                                                shown.responseField("Content-Encoding")));
}

QString SendDialog::message() const
{
    return m_message->text();
}

void SendDialog::say(const QString &text, bool isProblem)
{
    QPalette colours = palette();
    if (isProblem)
        colours.setColor(QPalette::WindowText, Theme::current().clientError.text);
    m_message->setPalette(colours);
    m_message->setText(text);
}

void SendDialog::followFont()
{
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPointSizeF(QApplication::font().pointSizeF() * 0.92);
    m_fields->setFont(mono);
    m_content->setFont(mono);
}

void SendDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        followFont();
}

void SendDialog::done(int result)
{
    emit stopRequested();
    QDialog::done(result);
}

} // namespace porchlight
