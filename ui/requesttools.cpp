// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requesttools.h"

#include "ui/humanunits.h"
#include "ui/segmentedswitch.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace porchlight {

namespace {

constexpr int NarrowFilter = 90;
constexpr int WideFilter = 210;
/// Filtering 100,000 rows anew at every key would be felt.
constexpr int TypingPause = 120; // milliseconds
/// Not Ctrl+P, which prints on the next page.
constexpr QKeyCombination PauseKey = Qt::CTRL | Qt::Key_B;

/// Of a menu whose key is heard elsewhere.
QString hinted(const QString &text, const QKeySequence &key)
{
    return text + QLatin1Char('\t') + key.toString(QKeySequence::NativeText);
}

} // namespace

RequestTools::RequestTools(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_quick(new SegmentedSwitch(tr("Quick filter"), this))
    , m_quickList(new QComboBox(this))
    , m_pause(new QPushButton(this))
    , m_more(new QPushButton(QStringLiteral("⋯"), this))
    , m_menu(new QMenu(this))
{
    m_text->setPlaceholderText(tr("Filter: path, visitor, 404…"));
    m_text->setAccessibleName(tr("Filter"));
    m_text->setToolTip(
        tr("Words of the path or the visitor, visitor:\"Maria\", 404 or 4xx, >1MB, <10KB, slow (Ctrl+F)"));
    m_text->setMaxLength(200);
    m_text->setMinimumWidth(NarrowFilter);
    m_text->setClearButtonEnabled(true);
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingPause);
    m_text->setAcceptDrops(false); // a folder is dropped on the window, also here
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_text, &QLineEdit::returnPressed, this, &RequestTools::filterConfirmed);
    connect(&m_typing, &QTimer::timeout, this, &RequestTools::filterChanged);

    m_pause->setCheckable(true);
    m_pause->setShortcut(PauseKey);
    connect(m_pause, &QPushButton::toggled, this, [this](bool paused) {
        m_waiting = 0;
        showPauseText();
        emit pauseToggled(paused);
    });

    addQuickFilters();
    addMenu();
    showPauseText();

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::Space2);
    row->addWidget(m_text, 1);
    row->addWidget(m_quick);
    row->addWidget(m_quickList);
    row->addWidget(m_pause);
    row->addWidget(m_more);
}

void RequestTools::addQuickFilters()
{
    m_quickList->setAccessibleName(tr("Quick filter"));
    m_quickList->hide();
    int key = Qt::Key_1;
    for (const QString &name : {tr("All"), tr("Pages"), tr("Images"), tr("Problems")}) {
        m_quick->addSegment(name, QKeySequence(int(Qt::ALT) | key++));
        m_quickList->addItem(name);
    }
    connect(m_quick, &SegmentedSwitch::chosenChanged, this, [this](int index) {
        m_quickList->setCurrentIndex(index);
        emit filterChanged();
    });
    connect(m_quickList, &QComboBox::currentIndexChanged, m_quick, &SegmentedSwitch::choose);
}

void RequestTools::addMenu()
{
    m_menu->addAction(tr("C&lear"), QKeySequence(Qt::CTRL | Qt::Key_L), this, &RequestTools::clearRequested);
    m_follow = m_menu->addAction(tr("&Follow newest"));
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_J));
    connect(m_follow, &QAction::triggered, this, &RequestTools::followToggled);
    m_menu->addSeparator();
    // Only a hint: as a shortcut Ctrl+C would be taken from every text of the window.
    m_menu->addAction(hinted(tr("&Copy rows"), QKeySequence::Copy), this, &RequestTools::copyRequested);
    m_afterRows = m_menu->addSeparator();
    m_menu->addAction(tr("&Export as CSV…"), QKeySequence(Qt::CTRL | Qt::Key_E), this,
                      &RequestTools::csvRequested);
    m_menu->addAction(tr("Export as Common Lo&g…"), this, &RequestTools::commonLogRequested);
    m_menu->addSeparator();
    // The window hears these two on every page.
    m_menu->addAction(hinted(tr("&Save session…"), SaveSessionKey), this,
                      [this] { emit saveRequested(SessionFormat::Porchlight); });
    m_menu->addAction(tr("Save as &HAR…"), this, [this] { emit saveRequested(SessionFormat::Har); });
    m_menu->addAction(hinted(tr("&Open session or HAR…"), OpenRecordingKey), this,
                      &RequestTools::openRequested);

    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("More (Ctrl+M)"));
    m_more->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    m_more->setMenu(m_menu);
}

void RequestTools::addRowActions(const QList<QAction *> &actions)
{
    m_menu->insertActions(m_afterRows, actions);
}

RequestFilter RequestTools::filter() const
{
    return RequestFilter(m_text->text(), QuickFilter(m_quick->chosen()));
}

QString RequestTools::filterText() const
{
    return m_text->text();
}

void RequestTools::setFilterText(const QString &text)
{
    m_text->setText(text);
    m_text->setCursorPosition(0); // a long one is seen from its beginning
    m_typing.stop();
    emit filterChanged();
}

void RequestTools::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void RequestTools::clearFilter()
{
    m_text->clear();
    m_quick->choose(0);
    m_typing.stop();
    emit filterChanged();
}

void RequestTools::setWaiting(qsizetype count)
{
    m_waiting = count;
    showPauseText();
}

void RequestTools::showPauseText()
{
    QString text = m_pause->isChecked() ? tr("Resume") : tr("Pause");
    if (m_waiting > 0)
        text =
            m_waiting == 1 ? tr("Resume (1 waiting)") : tr("Resume (%1 waiting)").arg(humanCount(m_waiting));
    if (text == m_pause->text())
        return;
    m_pause->setText(text);
    m_pause->setToolTip(m_pause->isChecked() ? tr("Show what came meanwhile (Ctrl+B)")
                                             : tr("Let the table stand still (Ctrl+B)"));
    m_pause->setShortcut(PauseKey); // setText() takes it away
}

void RequestTools::setFollowing(bool following)
{
    m_follow->setChecked(following);
}

QSize RequestTools::sizeHint() const
{
    const QSize hint = QWidget::sizeHint();
    return {hint.width() + WideFilter - NarrowFilter, hint.height()};
}

QSize RequestTools::minimumSizeHint() const
{
    const int width = NarrowFilter + m_quickList->sizeHint().width() + m_pause->sizeHint().width() +
                      m_more->sizeHint().width() + 3 * Theme::Space2;
    return {width, QWidget::minimumSizeHint().height()};
}

void RequestTools::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && (!m_text->text().isEmpty() || m_quick->chosen() != 0))
        clearFilter();
    else
        QWidget::keyPressEvent(event);
}

void RequestTools::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int others = minimumSizeHint().width() - m_quickList->sizeHint().width();
    const bool fits = others + m_quick->sizeHint().width() <= width();
    m_quick->setVisible(fits);
    m_quickList->setVisible(!fits);
    layout()->activate(); // now: it would stand at the left edge until the event loop came to it
}

} // namespace porchlight
