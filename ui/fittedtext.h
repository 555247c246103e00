// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/narration.h"

#include <QTextEdit>

namespace porchlight {

/// Reading text with bold words, as tall as it needs to be; can be selected and copied. Never interprets
/// markup.
class FittedText final : public QTextEdit
{
    Q_OBJECT
public:
    explicit FittedText(QWidget *parent = nullptr);

    void setPieces(const Narration &pieces);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    Narration m_pieces;
};

} // namespace porchlight
