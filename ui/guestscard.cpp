// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guestscard.h"

#include "ui/humanunits.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace porchlight {

GuestsCard::GuestsCard(QWidget *parent)
    : Card(parent)
    , m_cafe(new TextLabel(TextLabel::Role::Note,
                           tr("The café makes its pages itself: there is nothing to choose for this folder."),
                           this))
    , m_showRow(new QWidget(this))
    , m_showAs(new QComboBox(m_showRow))
    , m_singlePageApp(new QCheckBox(tr("It is an app of one page"), this))
    , m_keepLocation(new QCheckBox(tr("Originals keep their location"), this))
    , m_cache(new QWidget(this))
    , m_cacheSize(new TextLabel(TextLabel::Role::Note, {}, m_cache))
    , m_empty(new QPushButton(tr("Empty"), m_cache))
{
    m_showAs->addItem(tr("Automatic"), int(ShowAs::Automatic));
    m_showAs->addItem(tr("Photo site"), int(ShowAs::Photos));
    m_showAs->addItem(tr("File list"), int(ShowAs::Files));
    m_showAs->addItem(tr("Web page"), int(ShowAs::Site));
    m_showAs->view()->setAccessibleName(tr("Show them"));
    m_showAs->setToolTip(
        tr("Automatic: your web page where the folder has an index.html, photos where most files "
           "are photos, otherwise a list of files"));
    m_singlePageApp->setToolTip(
        tr("An address that is not there, and has no ending, is answered with index.html"));
    m_keepLocation->setToolTip(
        tr("Off: a guest who downloads a photo or film does not learn where it was taken. JPEG, PNG, "
           "WebP, TIFF, RAW, HEIC, AVIF, MP4, MOV, MKV and WebM files leave without it, or stay here "
           "when Porchlight cannot look through them; other files keep it. The files in the folder "
           "never change."));
    m_empty->setToolTip(tr("Takes away the smaller copies of photos; they are made anew when guests look"));
    m_empty->setAccessibleName(tr("Take away the smaller copies of photos"));

    auto *title = new TextLabel(TextLabel::Role::Strong, tr("Guests"), this);
    m_cafe->setWordWrap(true);
    m_cafe->hide();
    auto *label = new QLabel(tr("Show t&hem"), m_showRow);
    label->setBuddy(m_showAs);
    auto *show = new QHBoxLayout(m_showRow);
    show->setContentsMargins(0, 0, 0, 0);
    show->addWidget(label);
    show->addStretch();
    show->addWidget(m_showAs);
    auto *cache = new QHBoxLayout(m_cache);
    cache->setContentsMargins(0, 0, 0, 0);
    cache->addWidget(m_cacheSize, 1);
    cache->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Space3, Theme::Space3, Theme::Space3, Theme::Space3);
    column->setSpacing(Theme::Space2);
    column->addWidget(title);
    column->addWidget(m_cafe);
    column->addWidget(m_showRow);
    column->addWidget(m_singlePageApp);
    column->addWidget(m_keepLocation);
    column->addWidget(m_cache);
    m_cache->hide();
    showWhatGoesWithIt();

    const auto changed = [this] {
        showWhatGoesWithIt();
        emit optionsChanged(options());
    };
    connect(m_showAs, &QComboBox::currentIndexChanged, this, changed);
    connect(m_singlePageApp, &QCheckBox::toggled, this, changed);
    connect(m_keepLocation, &QCheckBox::toggled, this, changed);
    connect(m_empty, &QPushButton::clicked, this, &GuestsCard::emptyCacheRequested);
}

GuestOptions GuestsCard::options() const
{
    return {ShowAs(m_showAs->currentData().toInt()), m_singlePageApp->isChecked(),
            m_keepLocation->isChecked()};
}

void GuestsCard::showOptions(const GuestOptions &options)
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_showAs), QSignalBlocker(m_singlePageApp),
                                       QSignalBlocker(m_keepLocation)};
    m_showAs->setCurrentIndex(m_showAs->findData(int(options.showAs)));
    m_singlePageApp->setChecked(options.singlePageApp);
    m_keepLocation->setChecked(options.keepLocation);
    showWhatGoesWithIt();
}

void GuestsCard::showCafe(bool isServed)
{
    if (isServed != m_cafe->isHidden())
        return;
    m_cafe->setVisible(isServed);
    m_showRow->setVisible(!isServed);
    showWhatGoesWithIt();
}

void GuestsCard::showCacheSize(qint64 bytes)
{
    m_cache->setVisible(bytes > 0);
    m_cacheSize->setText(tr("Smaller copies: %1").arg(humanSize(bytes)));
}

void GuestsCard::showWhatGoesWithIt()
{
    const ShowAs showAs = options().showAs;
    const bool counts = m_cafe->isHidden();
    m_singlePageApp->setVisible(counts && showAs == ShowAs::Site);
    m_keepLocation->setVisible(counts && showAs != ShowAs::Site);
}

} // namespace porchlight
