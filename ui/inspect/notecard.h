// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/card.h"
#include "ui/inspect/linenote.h"

namespace porchlight {

class TextLabel;

/// The note of a line, floating above it within the window; the pointer passes through. GUI thread.
class NoteCard final : public Card
{
    Q_OBJECT
public:
    explicit NoteCard(QWidget *window);

    /// `line`: the line's text when it does not stand there in full, else empty.
    void setNote(const LineNote &note, const QString &line);
    /// Stands above this place of the window, or below it where there is no room, and is shown.
    void showAt(const QRect &place);

private:
    TextLabel *const m_title;
    TextLabel *const m_line;
    TextLabel *const m_meaning;
    TextLabel *const m_here;
    TextLabel *const m_section;
};

} // namespace porchlight
