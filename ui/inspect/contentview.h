// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/contentpreview.h"
#include "ui/inspect/picturereading.h"

#include <QStackedWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QTableWidget;

namespace porchlight {

class TextLabel;

/// A content from near: text, a form's entries or a picture, which is read once it is looked at; else why
/// not. GUI thread.
class ContentView final : public QStackedWidget
{
    Q_OBJECT
public:
    explicit ContentView(const QString &accessibleName, QWidget *parent = nullptr);

    void setPreview(const ContentPreview &preview);

    /// Whatever wraps in it: what stands around would take its own preferred height, too, and overflow.
    bool hasHeightForWidth() const override { return false; }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void put(const NoPreview &none);
    void put(const TextPreview &text);
    void put(const FormPreview &form);
    void put(const PicturePreview &picture);
    void readPicture();
    void showPicture(const QImage &image, QSize size);
    void followFont();
    void fitPicture();

    TextLabel *const m_reason;
    QPlainTextEdit *const m_text;
    QTableWidget *const m_form;
    QLabel *const m_picture;
    std::optional<PicturePreview> m_toRead;
    PictureReading m_reading;
    QImage m_image;
};

} // namespace porchlight
