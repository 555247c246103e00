// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/notecard.h"

#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QVBoxLayout>

#include <algorithm>

namespace porchlight {

namespace {

/// Of a line that is longer the rest can be scrolled to and copied.
constexpr qsizetype LongestLine = 400;
constexpr int WidthInLetters = 52;

} // namespace

NoteCard::NoteCard(QWidget *window)
    : Card(window)
    , m_title(new TextLabel(TextLabel::Role::Strong, {}, this))
    , m_line(new TextLabel(TextLabel::Role::Note, {}, this))
    , m_meaning(new TextLabel(TextLabel::Role::Normal, {}, this))
    , m_here(new TextLabel(TextLabel::Role::Normal, {}, this))
    , m_section(new TextLabel(TextLabel::Role::Note, {}, this))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setProperty("note", true);
    hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space3, Theme::Space2);
    column->setSpacing(Theme::Space1);
    for (TextLabel *label : {m_title, m_line, m_meaning, m_here, m_section}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
}

void NoteCard::setNote(const LineNote &note, const QString &line)
{
    m_title->setText(note.title);
    m_line->setText(line.left(LongestLine));
    m_line->setVisible(!line.isEmpty());
    m_meaning->setText(note.meaning);
    m_here->setText(tr("Here: %1").arg(note.here));
    m_here->setVisible(!note.here.isEmpty());
    QPalette accent = palette();
    accent.setColor(QPalette::WindowText, Theme::current().accentInk);
    m_here->setPalette(accent);
    m_section->setText(note.section.isEmpty() ? tr("By custom, in no standard") : note.section);
}

void NoteCard::showAt(const QRect &place)
{
    const QRect room =
        parentWidget()->rect().adjusted(Theme::Space2, Theme::Space2, -Theme::Space2, -Theme::Space2);
    const int width = std::min(fontMetrics().averageCharWidth() * WidthInLetters, room.width());
    const int height = heightForWidth(width);
    const int left = std::clamp(place.left(), room.left(), std::max(room.left(), room.right() + 1 - width));
    int top = place.top() - height - Theme::Space1;
    if (top < room.top())
        top = std::max(room.top(), std::min(place.bottom() + Theme::Space1, room.bottom() + 1 - height));
    setGeometry(left, top, width, height);
    show();
    raise();
    layout()->activate(); // at once: no frame has the last note's heights
}

} // namespace porchlight
