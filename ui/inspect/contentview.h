// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/contentpreview.h"

#include <QStackedWidget>

class QLabel;
class QPlainTextEdit;
class QTableWidget;

namespace porchlight {

class TextLabel;

/// A content from near: text, a form's entries or a picture; else why not. GUI thread.
class ContentView final : public QStackedWidget
{
    Q_OBJECT
public:
    explicit ContentView(const QString &accessibleName, QWidget *parent = nullptr);

    void setPreview(const ContentPreview &preview);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void put(const NoPreview &none);
    void put(const TextPreview &text);
    void put(const FormPreview &form);
    void put(const PicturePreview &picture);
    void followFont();
    void fitPicture();

    TextLabel *const m_reason;
    QPlainTextEdit *const m_text;
    QTableWidget *const m_form;
    QLabel *const m_picture;
    QImage m_image;
};

} // namespace porchlight
