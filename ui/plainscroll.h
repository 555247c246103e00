// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace porchlight {

/// Scrolls its content upwards and downwards only, without a frame or a ground of its own.
class PlainScroll final : public QScrollArea
{
    Q_OBJECT
public:
    explicit PlainScroll(QWidget *content, QWidget *parent = nullptr)
        : QScrollArea(parent)
    {
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFocusPolicy(Qt::NoFocus);
        setWidget(content);
        content->setAutoFillBackground(false);
        viewport()->setAutoFillBackground(false);
    }
};

} // namespace porchlight
