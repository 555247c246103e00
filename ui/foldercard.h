// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/card.h"

namespace porchlight {

class TextLabel;

/// The shared folder: its name, its place, what it holds.
class FolderCard final : public Card
{
    Q_OBJECT
public:
    explicit FolderCard(QWidget *parent = nullptr);

    void showFolder(const QString &folder); ///< Its content is not known yet.
    /// `finished`: the count is complete; otherwise it goes on.
    void showContent(qint64 items, qint64 bytes, bool finished);

signals:
    void changeRequested();
    void openRequested();

private:
    void showDetails(const QString &details);

    TextLabel *const m_name;
    TextLabel *const m_details;
    QString m_folder;
};

} // namespace porchlight
