// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/photos/photofile.h"
#include "server/site/sharedfolder.h"

namespace porchlight {

/// The shared folder as the photo index reads it: what visitors cannot see, it does not see.
class SharedPhotos final : public PhotoFolder
{
public:
    explicit SharedPhotos(SharedFolder folder);
    std::shared_ptr<const OpenFile> open(const QByteArray &path) const override;
    std::vector<PhotoFile>
    contents(const QList<QByteArray> &folder,
             QDeadlineTimer until = QDeadlineTimer(QDeadlineTimer::Forever)) const override;

private:
    const SharedFolder m_folder;
};

std::vector<PhotoFile> photoFiles(const std::vector<FolderEntry> &entries);

} // namespace porchlight
