// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/startpage.h"

#include "ui/dropzone.h"
#include "ui/lamp.h"
#include "ui/recentcard.h"
#include "ui/shippedlessons.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QMenu>
#include <QPushButton>

namespace porchlight {

namespace {

constexpr int Width = 560;
constexpr int Columns = 3;

} // namespace

StartPage::StartPage(QWidget *parent)
    : QScrollArea(parent)
    , m_dropZone(new DropZone)
    , m_recent(new QGridLayout)
{
    m_pool.setMaxThreadCount(1);
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(Theme::Space5, Theme::Space5, Theme::Space5, Theme::Space5);
    column->setSpacing(0);
    column->addStretch(1);
    column->addWidget(new Lamp(page), 0, Qt::AlignHCenter);
    column->addSpacing(30);
    column->addWidget(
        new TextLabel(TextLabel::Role::Headline, tr("Share a folder with everyone in the house"), page), 0,
        Qt::AlignHCenter);
    column->addSpacing(10);
    column->addWidget(
        new TextLabel(
            TextLabel::Role::Lead,
            tr("They need no app: any phone, tablet or computer on your network opens it in its browser."),
            page),
        0, Qt::AlignHCenter);
    column->addSpacing(Theme::Space5);
    m_dropZone->setFixedWidth(Width);
    column->addWidget(m_dropZone, 0, Qt::AlignHCenter);
    column->addSpacing(Theme::Space5);
    auto *newDemo = new QPushButton(tr("New de&mo site…"), page);
    newDemo->setProperty("quiet", true);
    newDemo->setToolTip(tr("Two small sites to compare in a lesson: one of files, one that is an app"));
    connect(newDemo, &QPushButton::clicked, this, &StartPage::demoRequested);
    auto *lessons = new QPushButton(tr("Recorded &lessons"), page);
    lessons->setProperty("quiet", true);
    lessons->setToolTip(tr("See what happens between a phone and a server, without either"));
    auto *lessonMenu = new QMenu(lessons);
    for (const ShippedLesson &lesson : shippedLessons()) {
        lessonMenu->addAction(lesson.title, this,
                              [this, lesson] { emit lessonChosen(lesson.path, lesson.title); });
    }
    lessons->setMenu(lessonMenu);
    auto *openRecording = new QPushButton(tr("Open a &recording…"), page);
    openRecording->setProperty("quiet", true);
    openRecording->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    openRecording->setToolTip(tr("Look at a session that was saved, or at an HTTP Archive (Ctrl+Shift+O)"));
    connect(openRecording, &QPushButton::clicked, this, &StartPage::openRecordingRequested);
    auto *more = new QHBoxLayout;
    more->setSpacing(Theme::Space3);
    more->addStretch();
    more->addWidget(newDemo);
    more->addWidget(lessons);
    more->addWidget(openRecording);
    more->addStretch();
    column->addLayout(more);
    column->addSpacing(Theme::Space4);
    m_recent->setSpacing(13);
    column->addLayout(m_recent);
    m_recent->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    column->addStretch(1);

    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    connect(m_dropZone, &DropZone::chooseRequested, this, &StartPage::chooseRequested);
}

void StartPage::showRecent(const QList<RecentShare> &shares)
{
    qDeleteAll(m_cards);
    m_cards.clear();
    for (const RecentShare &share : shares.first(qMin<qsizetype>(shares.size(), MaxCards))) {
        auto *card = new RecentCard(share, QDate::currentDate(), widget());
        connect(card, &RecentCard::clicked, this, [this, card] { emit folderChosen(card->folder()); });
        m_recent->addWidget(card, int(m_cards.size()) / Columns, int(m_cards.size()) % Columns);
        m_cards.append(card);
    }
    findMissing();
}

// Off the GUI thread: a folder may stand on a network disk that takes its time to answer.
void StartPage::findMissing()
{
    for (RecentCard *card : std::as_const(m_cards))
        m_pool.start([this, folder = card->folder()] {
            if (QFileInfo(folder).isDir())
                return;
            QMetaObject::invokeMethod(
                this,
                [this, folder] {
                    for (RecentCard *shown : std::as_const(m_cards))
                        if (shown->folder() == folder)
                            shown->showMissing();
                },
                Qt::QueuedConnection);
        });
}

void StartPage::setDragOver(bool over)
{
    m_dropZone->setDragOver(over);
}

} // namespace porchlight
