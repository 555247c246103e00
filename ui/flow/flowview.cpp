// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowview.h"

#include "ui/flow/flowbrackets.h"
#include "ui/flow/flowheader.h"

#include <QFontInfo>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace porchlight {

namespace {

constexpr double DesignType = 13; // pixels, where a unit is a pixel
constexpr std::chrono::milliseconds FrameInterval{16};
constexpr double ZoomStep = 1.15;
constexpr double SmallestFitting = 0.9; // pixels a unit: labels of 11 pixels
constexpr double RoomAround = 34;       // units that stay visible above and below what is chosen

} // namespace

FlowView::FlowView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_follow(new QPushButton(tr("Go on follo&wing"), this))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Flow of requests and answers"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_scene.log = &m_nothing;
    m_scene.layout = &m_layout;
    m_scene.progress = [this](const FlowPlace &place) { return progressOf(place); };

    m_follow->hide();
    m_follow->setToolTip(tr("Show the newest, and keep to it"));
    connect(m_follow, &QPushButton::clicked, this, [this] { setFollowing(true); });

    m_clock.start();
    m_frames.setTimerType(Qt::PreciseTimer);
    m_frames.setInterval(FrameInterval);
    connect(&m_frames, &QTimer::timeout, this, &FlowView::nextFrame);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &FlowView::noticeScrolling);
    addZoomKeys();
}

void FlowView::addZoomKeys()
{
    const auto add = [this](const QKeySequence &key, auto zoomed) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WindowShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, zoomed] { setZoom(zoomed(m_zoom)); });
    };
    const auto larger = [](double zoom) { return zoom * ZoomStep; };
    add(QKeySequence(Qt::CTRL | Qt::Key_Plus), larger);
    add(QKeySequence(Qt::CTRL | Qt::Key_Equal), larger); // the same key without Shift
    add(QKeySequence(Qt::CTRL | Qt::Key_Minus), [](double zoom) { return zoom / ZoomStep; });
    add(QKeySequence(Qt::CTRL | Qt::Key_0), [](double) { return 1.0; });
}

void FlowView::setFolderName(const QString &name)
{
    m_scene.folder = name;
    viewport()->update();
}

void FlowView::refreshNames()
{
    relayout(); // names among the words may take more lines
}

/// How large the window's type is, the design's being 1.
double FlowView::type() const
{
    return QFontInfo(font()).pixelSize() / DesignType;
}

double FlowView::unit() const
{
    return type() * m_fit * m_zoom;
}

/// Type that is larger than the design's gives way to words that would be cut, and then the distances to
/// lanes that would be out of sight.
void FlowView::fit()
{
    const double room = viewport()->width();
    const double readable =
        std::clamp(room / FlowLayout::readableWidth(log()), std::min(1.0, type()), type());
    m_fit = std::max(std::min(readable, room / FlowLayout::narrowestWidth(log())),
                     std::min(SmallestFitting, type())) /
            type();
}

void FlowView::showLog(const FlowLog &log, bool live)
{
    m_scene.log = &log;
    m_live = live;
    m_timeline = nullptr;
    m_motion.stop();
    m_told.clear();
    m_toldFirst = log.first();
    for (quint64 serial = log.first(); serial < log.end(); ++serial)
        m_told.push_back(int(log.at(serial).story.size()));
    choose({});
    hover({});
    m_following = live;
    relayout();
    verticalScrollBar()->setValue(live ? verticalScrollBar()->maximum() : 0);
}

void FlowView::noteChanges(const FlowLog::Changes &changes)
{
    const FlowLog &log = *m_scene.log;
    const double gone = changes.removed > 0 && log.first() < m_toldFirst + m_told.size()
                            ? m_layout.top(log.first()) * unit()
                            : 0;
    m_told.erase(m_told.begin(),
                 m_told.begin() + std::min<std::ptrdiff_t>(changes.removed, std::ssize(m_told)));
    m_toldFirst = log.first();
    m_told.resize(size_t(log.end() - log.first()), 0);
    std::vector<FlowPlace> news; // from which message on
    for (const quint64 serial : changes.touched) {
        const int messages = int(log.at(serial).story.size());
        const int told = std::exchange(m_told[size_t(serial - m_toldFirst)], messages);
        m_texts.forget(serial);
        if (told < messages)
            news.push_back({serial, told});
    }
    if (m_scene.chosen && !isThere(*m_scene.chosen))
        choose({});
    if (m_scene.hovered && !isThere(*m_scene.hovered))
        hover({});
    if (m_layout.update(log, changes)) {
        m_texts.clear();
        relayout();
    }
    m_adjusting = true;
    const int value = verticalScrollBar()->value();
    setRanges();
    const bool follows = m_following && !m_timeline;
    verticalScrollBar()->setValue(follows ? verticalScrollBar()->maximum() : value - qRound(gone));
    m_adjusting = false;
    placeFollowButton();
    if (m_live && !m_timeline && !m_reducedMotion && isVisible())
        setOut(news);
    viewport()->update();
}

/// What is out of sight has arrived by the time anybody scrolls there.
void FlowView::setOut(const std::vector<FlowPlace> &news)
{
    const double top = verticalScrollBar()->value() / unit();
    const quint64 first = m_layout.entryAt(top);
    const quint64 last = m_layout.entryAt(top + viewport()->height() / unit());
    for (const FlowPlace &each : news)
        if (each.serial >= first && each.serial <= last)
            m_motion.begin(each.serial, each.message, log().at(each.serial).story, double(m_clock.elapsed()));
    startFrames();
}

void FlowView::showMoment(const FlowTimeline &timeline, qint64 at, bool moving, double speed)
{
    const bool goesOn = m_timeline == &timeline && at >= m_moment;
    const size_t before = goesOn ? timeline.reached(m_moment) : 0;
    const size_t reached = timeline.reached(at);
    m_timeline = &timeline;
    m_moment = at;
    if (!goesOn || !moving)
        m_motion.stop();
    if (moving && !m_reducedMotion && isVisible()) {
        constexpr double Longest = 5'000; // milliseconds
        for (size_t i = before; i < reached; ++i) {
            const FlowTimeline::Step &step = timeline.steps()[i];
            if (!isThere(step.place))
                continue;
            const FlowMessage &message = log().at(step.place.serial).story[size_t(step.place.message)];
            const double own = double(step.ends - step.begins) / 1e6 / speed;
            m_motion.begin(step.place, std::clamp(own, FlowMotion::travelTime(message.bytes), Longest),
                           double(m_clock.elapsed()));
        }
    }
    if (reached > 0 && isThere(timeline.steps()[reached - 1].place))
        scrollTo(timeline.steps()[reached - 1].place);
    startFrames();
    viewport()->update();
}

void FlowView::showAll()
{
    m_timeline = nullptr;
    viewport()->update();
}

double FlowView::progressOf(const FlowPlace &place) const
{
    if (m_timeline) {
        const qint64 begins = m_timeline->beginOf(place);
        if (begins < 0 || begins > m_moment)
            return -1;
    }
    return m_motion.progress(place, double(m_clock.elapsed()));
}

void FlowView::setFollowing(bool following)
{
    if (following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    if (following == m_following)
        return;
    m_following = following;
    placeFollowButton();
}

void FlowView::noticeScrolling()
{
    viewport()->update();
    if (m_live && !m_adjusting && !m_timeline)
        setFollowing(verticalScrollBar()->value() == verticalScrollBar()->maximum());
}

void FlowView::placeFollowButton()
{
    m_follow->setVisible(m_live && !m_following);
    m_follow->adjustSize();
    const QRect room = viewport()->geometry();
    m_follow->move(room.center().x() - m_follow->width() / 2,
                   room.bottom() - m_follow->height() - Theme::Space3);
}

void FlowView::setZoom(double zoom)
{
    m_zoom = std::clamp(zoom, SmallestZoom, LargestZoom);
    relayout();
}

void FlowView::relayout()
{
    m_adjusting = true;
    fit();
    const double top = verticalScrollBar()->value() / std::exchange(m_laidOutFor, unit());
    m_texts.setFont(font(), unit());
    m_texts.clear();
    m_layout.setAvailableWidth(log(), viewport()->width() / unit());
    setRanges();
    const bool follows = m_following && !m_timeline;
    verticalScrollBar()->setValue(follows ? verticalScrollBar()->maximum() : qRound(top * unit()));
    m_adjusting = false;
    placeFollowButton();
    viewport()->update();
}

void FlowView::setRanges()
{
    const int height = qCeil(headerHeight() + m_layout.height() * unit());
    const int room = viewport()->height();
    verticalScrollBar()->setRange(0, std::max(0, height - room));
    verticalScrollBar()->setPageStep(std::max(1, room - qRound(headerHeight())));
    verticalScrollBar()->setSingleStep(qRound(20 * unit()));
    const int width = qFloor(m_layout.width() * unit());
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(qRound(20 * unit()));
}

void FlowView::scrollTo(const FlowPlace &place)
{
    const double y = m_layout.messageY(place) * unit();
    const double room = viewport()->height() - headerHeight();
    const double around = RoomAround * unit();
    QScrollBar *bar = verticalScrollBar();
    if (y - around < bar->value())
        bar->setValue(qRound(y - around));
    else if (y + around > bar->value() + room)
        bar->setValue(qRound(y + around - room));
}

void FlowView::startFrames()
{
    if (m_motion.isMoving() && isVisible() && !m_frames.isActive())
        m_frames.start();
}

void FlowView::nextFrame()
{
    const bool inSight = isAnyInSight();
    if (!m_motion.advance(double(m_clock.elapsed())) || !isVisible())
        m_frames.stop();
    if (inSight)
        viewport()->update();
}

bool FlowView::isAnyInSight() const
{
    if (log().isEmpty())
        return false;
    const double top = verticalScrollBar()->value() / unit();
    const quint64 last = m_layout.entryAt(top + viewport()->height() / unit());
    for (quint64 serial = m_layout.entryAt(top); serial <= last; ++serial)
        if (m_motion.isMoving(serial))
            return true;
    return false;
}

bool FlowView::isThere(const FlowPlace &place) const
{
    return place.serial >= log().first() && place.serial < log().end() && place.message >= 0 &&
           place.message < int(log().at(place.serial).story.size());
}

void FlowView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        relayout();
    else if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

void FlowView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        constexpr double Notch = 120; // of a wheel, in Qt's eighths of a degree
        setZoom(m_zoom * std::pow(ZoomStep, event->angleDelta().y() / Notch));
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void FlowView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
}

void FlowView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    relayout();
}

void FlowView::paintEvent(QPaintEvent *event)
{
    const Theme &theme = Theme::current();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), theme.card);
    const double x = -horizontalScrollBar()->value();
    const double scrolled = verticalScrollBar()->value();
    const double room = viewport()->height() - headerHeight();
    painter.translate(x, headerHeight() - scrolled);
    FlowPainter flow(painter, m_scene, theme, m_texts, unit());
    flow.paintLifelines(scrolled - headerHeight(), scrolled + room);
    FlowBrackets(flow, m_scene).paint(scrolled, scrolled + room);
    flow.paintEntries(scrolled, scrolled + room);
    painter.resetTransform();
    painter.translate(x, 0);
    FlowHeader(flow, m_scene).paint(0, m_layout.entryAt(scrolled / unit()));
    painter.resetTransform();
    if (log().isEmpty())
        paintNothingYet(painter);
}

void FlowView::paintNothingYet(QPainter &painter)
{
    const QRectF below(0, headerHeight(), viewport()->width(), viewport()->height() - headerHeight());
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    const double line = QFontMetricsF(strong).height();
    const QRectF title(below.left(), below.center().y() - line * 1.3, below.width(), line);
    const QString text = tr("No requests yet");
    painter.fillRect(title, Theme::current().card);
    painter.setPen(Theme::current().text);
    painter.drawText(title, Qt::AlignCenter, text);
    painter.setFont(font());
    painter.setPen(Theme::current().dimText);
    const QRectF hint(below.left() + Theme::Space4, below.center().y(), below.width() - 2 * Theme::Space4,
                      line * 3);
    painter.fillRect(hint, Theme::current().card);
    painter.drawText(
        hint, Qt::AlignHCenter | Qt::TextWordWrap,
        tr("Open the address on a phone, and what it and Porchlight say to each other shows here."));
}

} // namespace porchlight
