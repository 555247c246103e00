// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/requestsender.h"
#include "ui/inspect/draftform.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace porchlight {

class ContentView;
class HeadView;
class TextLabel;

/// A request to put together and send once more, and what came back. It sends nothing itself. GUI thread.
class SendDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit SendDialog(QWidget *parent = nullptr);

    /// In place of what was there, under way or answered.
    void setForm(const DraftForm &form);
    DraftForm form() const;
    void showAnswer(const DraftAnswer &answer);

    /// What stands below the form: what is wrong with it, that it is under way, or how it ended.
    QString message() const;

signals:
    void sendRequested(const porchlight::RequestDraft &draft);
    /// Closed, or another form is shown: no answer is awaited any more.
    void stopRequested();

protected:
    void changeEvent(QEvent *event) override;
    void done(int result) override;

private:
    QWidget *makeForm();
    QWidget *makeAnswer();
    void send();
    void showContent(const QByteArray &content);
    QByteArray content() const;
    void say(const QString &text, bool isProblem);
    void followFont();

    QComboBox *const m_method;
    QLineEdit *const m_target;
    QPlainTextEdit *const m_fields;
    QPlainTextEdit *const m_content;
    QByteArray m_contentAsCame; ///< What is sent for as long as nobody types there.
    TextLabel *const m_message;
    QPushButton *const m_send;
    HeadView *const m_head;
    ContentView *const m_answerContent;
};

} // namespace porchlight
