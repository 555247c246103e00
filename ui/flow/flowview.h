// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowmotion.h"
#include "ui/flow/flowpainter.h"
#include "ui/flow/flowtimeline.h"

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QTimer>

class QPushButton;

namespace porchlight {

/// A flow diagram that scrolls below its lanes' cards. The arrow keys choose a message, Enter or a click
/// opens its exchange, Space or a click on a visitor's card chooses the visitor; Ctrl and the wheel zoom.
/// Paints what is visible, and keeps a clock running only while something moves in sight. GUI thread.
class FlowView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit FlowView(QWidget *parent = nullptr);

    void setFolderName(const QString &name);
    /// Visitors are called otherwise by now.
    void refreshNames();
    /// Shows this diagram from now on, which outlives the view or the next call. `live`: more may come, and
    /// the view keeps to the newest until somebody scrolls up.
    void showLog(const FlowLog &log, bool live);
    /// What FlowLog::add() told of the log shown.
    void noteChanges(const FlowLog::Changes &changes);
    const FlowLog &log() const { return *m_scene.log; }

    /// Shows what had set out at this moment of the timeline, which outlives this; newcomers travel when
    /// `moving`, at this many times their own speed.
    void showMoment(const FlowTimeline &timeline, qint64 at, bool moving, double speed = 1);
    void showAll();

    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    /// Nothing moves: for people whom movement disturbs.
    void setReducedMotion(bool reduced) { m_reducedMotion = reduced; }
    bool isMoving() const { return m_frames.isActive(); }

    static constexpr double SmallestZoom = 0.4, LargestZoom = 2.5;
    double zoom() const { return m_zoom; }
    void setZoom(double zoom);

    std::optional<FlowPlace> chosen() const { return m_scene.chosen; }
    void choose(std::optional<FlowPlace> place);
    /// Chooses it and brings it into sight.
    void reveal(const FlowPlace &place);
    /// "iPhone · Safari to Porchlight: GET /Lake/. “May I have the Lake page?”"
    QString describe(const FlowPlace &place) const;
    /// Where an arrow is on the viewport.
    QPoint pointOf(const FlowPlace &place) const;

signals:
    void exchangeChosen(const porchlight::Exchange &exchange);
    /// Somebody wants to see nobody else (FlowEntry::visitor).
    void visitorChosen(int visitor);

protected:
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    double unit() const;
    double type() const;
    void fit();
    double headerHeight() const { return FlowLayout::HeaderHeight * unit(); }
    void addZoomKeys();
    void relayout();
    void setRanges();
    void placeFollowButton();
    void noticeScrolling();
    void scrollTo(const FlowPlace &place);
    void setOut(const std::vector<FlowPlace> &news);
    void startFrames();
    void nextFrame();
    bool isAnyInSight() const;
    bool isThere(const FlowPlace &place) const;
    void moveChoice(int by);
    void open(const FlowPlace &place);
    double progressOf(const FlowPlace &place) const;
    std::optional<FlowPlace> placeAt(QPoint point) const;
    void hover(std::optional<FlowPlace> place);
    std::optional<int> visitorLaneAt(QPoint point) const;
    void chooseLane(int lane, QPoint globalPoint);
    void paintNothingYet(QPainter &painter);

    const FlowLog m_nothing{FlowLog::Pace::Every};
    FlowLayout m_layout;
    FlowScene m_scene;
    FlowTexts m_texts;
    FlowMotion m_motion;
    std::vector<int> m_told; // how many messages each entry had, for what is new in it
    quint64 m_toldFirst = 0;
    const FlowTimeline *m_timeline = nullptr;
    qint64 m_moment = 0;
    QPushButton *const m_follow;
    QTimer m_frames;
    QElapsedTimer m_clock;
    double m_zoom = 1;
    double m_fit = 1; // how much smaller than the window's type, so that all lanes are in sight
    double m_laidOutFor = 1; // unit()
    bool m_live = false;
    bool m_following = true;
    bool m_reducedMotion = false;
    bool m_adjusting = false;
};

} // namespace porchlight
