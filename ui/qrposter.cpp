// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qrposter.h"

#include "ui/qrcodeview.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace porchlight {

QrPoster::QrPoster(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_code(new QrCodeView(this))
    , m_address(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Point a phone’s camera here"));
    // White in both themes: cameras want dark on white.
    QPalette paper = palette();
    paper.setColor(QPalette::Window, Qt::white);
    paper.setColor(QPalette::WindowText, Theme::light().text);
    setPalette(paper);
    setAutoFillBackground(true);

    m_address->setTextFormat(Qt::PlainText);
    m_address->setAlignment(Qt::AlignCenter);
    m_code->setToolTip({});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Space5, Theme::Space5, Theme::Space5, Theme::Space5);
    column->setSpacing(Theme::Space4);
    column->addWidget(m_code, 1);
    column->addWidget(m_address);
    connect(m_code, &QrCodeView::enlargeRequested, this, &QWidget::close);
}

void QrPoster::setAddress(const QString &url)
{
    m_code->setText(url);
    m_address->setText(url);
}

void QrPoster::keyPressEvent(QKeyEvent *event)
{
    const bool leave =
        event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (leave)
        close();
    else
        QWidget::keyPressEvent(event);
}

void QrPoster::mouseDoubleClickEvent(QMouseEvent *)
{
    close();
}

void QrPoster::resizeEvent(QResizeEvent *event)
{
    QFont large = font();
    large.setPixelSize(std::clamp(height() / 16, 16, 96));
    large.setWeight(QFont::DemiBold);
    const int wide = QFontMetrics(large).horizontalAdvance(m_address->text());
    const int room = width() - 2 * Theme::Space5;
    if (wide > room && wide > 0)
        large.setPixelSize(std::max(12, large.pixelSize() * room / wide));
    m_address->setFont(large);
    QWidget::resizeEvent(event);
}

} // namespace porchlight
