// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace porchlight {

/// Shows a text as a QR code, always dark on white and in whole device pixels a module, as large as fits.
class QrCodeView final : public QWidget
{
    Q_OBJECT
public:
    explicit QrCodeView(QWidget *parent = nullptr);

    void setText(const QString &text);
    QSize sizeHint() const override;

signals:
    void enlargeRequested(); ///< A click, Enter or Space.

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QImage m_code;
};

} // namespace porchlight
