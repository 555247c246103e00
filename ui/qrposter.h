// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace porchlight {

class QrCodeView;

/// A full screen of one QR code with its address below, for a whole room to point their phones at. Closes,
/// and deletes itself, with Esc, Enter or a double click.
class QrPoster final : public QWidget
{
    Q_OBJECT
public:
    explicit QrPoster(QWidget *parent);

    void setAddress(const QString &url);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QrCodeView *const m_code;
    QLabel *const m_address;
};

} // namespace porchlight
