// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/unfinishedfile.h"

#include <cstdio>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace porchlight {

UnfinishedFile::UnfinishedFile(QByteArray path)
    : m_path(std::move(path))
    , m_temporary(m_path + ".XXXXXX")
    , m_descriptor(::mkostemp(m_temporary.data(), O_CLOEXEC))
{}

UnfinishedFile::~UnfinishedFile()
{
    if (m_descriptor < 0)
        return;
    ::close(m_descriptor);
    if (!m_temporary.isEmpty())
        ::unlink(m_temporary.constData());
}

bool UnfinishedFile::finish()
{
    if (m_descriptor < 0 || std::rename(m_temporary.constData(), m_path.constData()) != 0)
        return false;
    m_temporary.clear();
    return true;
}

} // namespace porchlight
