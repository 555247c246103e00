// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/contentpreview.h"
#include "ui/narration.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QPushButton;
class QStackedWidget;

namespace porchlight {

class ContentView;
class HeadView;
class StoryView;
class TextLabel;
class TraceView;

/// One exchange from near: what happened, told or step by step; its request and its response, the head with
/// each line explained or the content. GUI thread.
class Inspector final : public QWidget
{
    Q_OBJECT
public:
    explicit Inspector(QWidget *parent = nullptr);

    void showExchange(const Exchange &exchange, const NarrationNames &names);
    void clear();

    /// The exchange shown; one without heads when there is none.
    const Exchange &shown() const { return m_shown; }
    /// What is told of the exchange shown, as text.
    QString toldText() const;
    /// The buttons for what can be done with it, for the line above; hidden when there is none.
    QWidget *actions() const { return m_actions; }
    /// Says for a while that the exchange was copied as a command.
    void noteCopied();
    /// What contentWanted() asked for; null when it is not to be had.
    void showContent(quint64 exchange, const QByteArray &content);

signals:
    void shownChanged();
    /// A picture that left without passing through memory is to be seen: answered by showContent().
    void contentWanted(const porchlight::Exchange &exchange);
    void curlRequested();
    void sendAgainRequested();
    void flowRequested(); ///< It is to be seen in the flow diagram.

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// A card's page and the other one that its button turns to.
    struct Side
    {
        QPushButton *button;
        QStackedWidget *pages;
    };

    void makeActions();
    QWidget *makeCard(const QString &title, TextLabel *note, const Side &side, QWidget *first,
                      QWidget *second);
    Side makeSide(const QString &text, const QString &toolTip);
    void turn(const Side &side) const;
    void showHeads();
    void showContents();
    ContentPreview responsePreview(const QByteArray &content) const;
    bool mayBeReadAgain() const;
    void wantContent();
    void showSides();
    void arrangeCards();

    StoryView *const m_story;
    TraceView *const m_trace;
    QWidget *const m_actions;
    TextLabel *const m_copied;
    QPushButton *const m_curl;
    QPushButton *const m_sendAgain;
    QPushButton *const m_inFlow;
    QBoxLayout *const m_cards; ///< Side by side, or one below the other where the type is too large for that.
    TextLabel *const m_requestSize;
    HeadView *const m_request;
    ContentView *const m_requestContent;
    TextLabel *const m_responseSize;
    HeadView *const m_response;
    ContentView *const m_responseContent;
    const Side m_steps;
    const Side m_sent;
    const Side m_received;
    QTimer m_copiedFor;
    Exchange m_shown;
    quint64 m_wanted = 0; ///< The exchange whose content was asked for last.
    NarrationNames m_names;
};

} // namespace porchlight
