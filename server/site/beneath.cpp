// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/beneath.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>

#include <cerrno>
#include <climits>

namespace porchlight {
namespace {

/// The kernel answers EAGAIN when a rename anywhere on the system crosses a ".." of the path; openat2(2)
/// says: try again.
constexpr int RenameRetries = 32;

Opened openedOrFailure(int descriptor)
{
    if (descriptor < 0)
        return openFailure(errno);
    return Descriptor(descriptor);
}

int openat2Beneath(int root, const QByteArray &path)
{
    open_how how{};
    how.flags = O_PATH | O_CLOEXEC;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
    int descriptor = -1;
    int retries = RenameRetries;
    do
        descriptor = int(::syscall(SYS_openat2, root, path.constData(), &how, sizeof how));
    while (descriptor < 0 && (errno == EINTR || (errno == EAGAIN && --retries > 0)));
    return descriptor;
}

QByteArray procName(int descriptor)
{
    return "/proc/self/fd/" + QByteArray::number(descriptor);
}

QByteArray realPath(int descriptor)
{
    QByteArray path(PATH_MAX, Qt::Uninitialized);
    const ssize_t length = ::readlink(procName(descriptor).constData(), path.data(), size_t(path.size()));
    if (length <= 0 || length >= path.size())
        return {};
    path.truncate(length);
    return path;
}

bool isBeneath(const QByteArray &path, QByteArray root)
{
    if (path.isEmpty() || root.isEmpty())
        return false;
    if (path == root)
        return true;
    if (!root.endsWith('/'))
        root += '/';
    return path.startsWith(root);
}

/// The descriptor is compared, not the name: what is later read is what was compared, so no race can swap it.
Opened pinByRealPath(int root, const QByteArray &path)
{
    Opened opened = openedOrFailure(::openat(root, path.constData(), O_PATH | O_CLOEXEC));
    if (const auto *descriptor = std::get_if<Descriptor>(&opened)) {
        if (!isBeneath(realPath(descriptor->number()), realPath(root)))
            return OpenFailure::Outside;
    }
    return opened;
}

} // namespace

OpenFailure openFailure(int systemError)
{
    switch (systemError) {
    case EACCES:
    case EPERM:
        return OpenFailure::Denied;
    case EXDEV:
        return OpenFailure::Outside;
    case EMFILE:
    case ENFILE:
    case ENOMEM:
    case EAGAIN:
    case EINTR:
        return OpenFailure::Busy;
    case EIO:
    case ENODEV:
    case ENXIO:
    case ENOTCONN: // a FUSE file system whose program died
    case ESTALE:
    case ETIMEDOUT:
        return OpenFailure::DeviceGone;
    default:
        return OpenFailure::Missing;
    }
}

Opened pinFolder(const QByteArray &absolutePath)
{
    return openedOrFailure(::open(absolutePath.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
}

Opened pinBeneath(int root, const QByteArray &path, Confinement confinement)
{
    if (confinement == Confinement::ByRealPath)
        return pinByRealPath(root, path);

    const int descriptor = openat2Beneath(root, path);
    if (descriptor >= 0)
        return Descriptor(descriptor);
    const int error = errno;
    // EPERM: how older container sandboxes refuse a call they do not know.
    if (error == ENOSYS || error == EPERM)
        return pinByRealPath(root, path);
    if (error != EXDEV)
        return openFailure(error);

    // RESOLVE_BENEATH refuses every absolute symlink, also one that points inside.
    Opened viaRealPath = pinByRealPath(root, path);
    if (const auto *failure = std::get_if<OpenFailure>(&viaRealPath);
        failure && *failure == OpenFailure::Denied)
        return OpenFailure::Outside;
    return viaRealPath;
}

Opened openPinnedFile(int pinned)
{
    // O_NONBLOCK: a file leased by another program (Samba does) would hold us for up to 45 s.
    return openedOrFailure(
        ::open(procName(pinned).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
}

Opened openPinnedFolder(int pinned)
{
    return openedOrFailure(::openat(pinned, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

} // namespace porchlight
