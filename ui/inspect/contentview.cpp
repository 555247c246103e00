// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/contentview.h"

#include "ui/textlabel.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QTableWidget>

#include <utility>

namespace porchlight {

ContentView::ContentView(const QString &accessibleName, QWidget *parent)
    : QStackedWidget(parent)
    , m_reason(new TextLabel(TextLabel::Role::Dim, {}, this))
    , m_text(new QPlainTextEdit(this))
    , m_form(new QTableWidget(0, 2, this))
    , m_picture(new QLabel(this))
{
    m_reason->setWordWrap(true);
    m_reason->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_form->setFrameShape(QFrame::NoFrame);
    m_form->setHorizontalHeaderLabels({tr("Name"), tr("Value")});
    m_form->horizontalHeader()->setStretchLastSection(true);
    m_form->verticalHeader()->hide();
    m_form->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_form->setTabKeyNavigation(false);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setMinimumSize(1, 1);
    for (QWidget *page : {static_cast<QWidget *>(m_reason), static_cast<QWidget *>(m_text),
                          static_cast<QWidget *>(m_form), static_cast<QWidget *>(m_picture)}) {
        page->setAccessibleName(accessibleName);
        addWidget(page);
    }
    connect(&m_reading, &PictureReading::finished, this, &ContentView::showPicture);
    followFont();
}

void ContentView::setPreview(const ContentPreview &preview)
{
    m_reading.stop();
    m_toRead.reset();
    std::visit([this](const auto &kind) { put(kind); }, preview);
}

void ContentView::put(const NoPreview &none)
{
    m_reason->setText(none.reason);
    setCurrentWidget(m_reason);
}

void ContentView::put(const TextPreview &text)
{
    m_text->setPlainText(text.isWhole ? text.text : text.text + QLatin1Char('\n') + tr("… and more"));
    setCurrentWidget(m_text);
}

void ContentView::put(const FormPreview &form)
{
    m_form->setRowCount(int(form.entries.size()));
    for (int row = 0; row < m_form->rowCount(); ++row) {
        const auto &[name, value] = form.entries[size_t(row)];
        m_form->setItem(row, 0, new QTableWidgetItem(name));
        m_form->setItem(row, 1, new QTableWidgetItem(value));
    }
    m_form->resizeRowsToContents();
    setCurrentWidget(m_form);
}

void ContentView::put(const PicturePreview &picture)
{
    put(NoPreview{tr("Looking at the picture…")});
    m_toRead = picture;
    if (isVisible())
        readPicture();
}

void ContentView::readPicture()
{
    if (const auto picture = std::exchange(m_toRead, std::nullopt))
        m_reading.read(picture->content, picture->mostPixels);
}

void ContentView::showPicture(const QImage &image, QSize size)
{
    if (image.isNull()) {
        put(NoPreview{unreadablePictureText()});
        return;
    }
    m_image = image;
    m_picture->setToolTip(tr("%1 × %2 pixels").arg(size.width()).arg(size.height()));
    m_picture->setAccessibleDescription(m_picture->toolTip());
    fitPicture();
    setCurrentWidget(m_picture);
}

void ContentView::fitPicture()
{
    if (m_image.isNull())
        return;
    const QSize room = size() * devicePixelRatio();
    QImage fitted = m_image.width() > room.width() || m_image.height() > room.height()
                        ? m_image.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                        : m_image;
    fitted.setDevicePixelRatio(devicePixelRatio());
    m_picture->setPixmap(QPixmap::fromImage(fitted));
}

void ContentView::followFont()
{
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPointSizeF(QApplication::font().pointSizeF() * 0.92);
    m_text->setFont(mono);
}

void ContentView::changeEvent(QEvent *event)
{
    QStackedWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        followFont();
}

void ContentView::showEvent(QShowEvent *event)
{
    QStackedWidget::showEvent(event);
    readPicture();
}

void ContentView::resizeEvent(QResizeEvent *event)
{
    QStackedWidget::resizeEvent(event);
    fitPicture();
}

} // namespace porchlight
