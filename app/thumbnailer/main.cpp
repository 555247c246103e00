// SPDX-License-Identifier: GPL-3.0-or-later
// porchlight-thumbnailer: decodes strangers' pictures for Porchlight, one request after the other.
#include "app/thumbnailer/confinement.h"
#include "server/metadata/picturemessage.h"
#include "server/pictures/picturejob.h"

#include <QGuiApplication>
#include <QThreadPool>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <span>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace porchlight;

namespace {

/// The source and the copies.
constexpr size_t MaxDescriptors = 1 + picturemessage::Copies;

struct ReceivedRequest
{
    picturemessage::Request request;
    std::array<int, MaxDescriptors> descriptors{};
    size_t count = 0;

    bool isWhole() const { return count == 1 + size_t(std::ranges::count(request.wanted, true)); }
    void close() const
    {
        for (size_t i = 0; i < count; ++i)
            ::close(descriptors[i]);
    }
};

/// Waits for one; false when the server has closed its end, or what comes is no request.
bool receive(ReceivedRequest &received)
{
    alignas(cmsghdr) std::array<char, CMSG_SPACE(MaxDescriptors * sizeof(int))> control{};
    iovec bytes{&received.request, sizeof received.request};
    msghdr message{};
    message.msg_iov = &bytes;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    if (::recvmsg(picturemessage::Socket, &message, MSG_CMSG_CLOEXEC) != sizeof received.request)
        return false;
    const cmsghdr *part = CMSG_FIRSTHDR(&message);
    if (!part || part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS)
        return false;
    received.count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    std::memcpy(received.descriptors.data(), CMSG_DATA(part), received.count * sizeof(int));
    return received.isWhole();
}

bool isStartedByPorchlight()
{
    int type = 0;
    socklen_t length = sizeof type;
    return ::getsockopt(picturemessage::Socket, SOL_SOCKET, SO_TYPE, &type, &length) == 0 &&
           type == SOCK_SEQPACKET;
}

} // namespace

int main(int argc, char *argv[])
{
    if (!isStartedByPorchlight()) {
        std::fputs("porchlight-thumbnailer makes small pictures for Porchlight, which starts it by itself.\n",
                   stderr);
        return 2;
    }
    confineProcess();
    ::fcntl(picturemessage::Socket, F_SETFD, FD_CLOEXEC); // no program that makes posters may hold it open
    qputenv("QT_QPA_PLATFORM", "offscreen"); // a drawing may have text, which needs fonts and no screen
    const QGuiApplication application(argc, argv);
    QThreadPool::globalInstance()->setMaxThreadCount(1); // there is a process a core
    for (;;) {
        ReceivedRequest received;
        if (!receive(received))
            return 0;
        limitNextJob();
        const std::span<const int> copies(received.descriptors.begin() + 1, received.count - 1);
        const auto reply = answerPictureRequest(received.request, received.descriptors.front(), copies);
        received.close();
        if (::send(picturemessage::Socket, &reply, sizeof reply, MSG_NOSIGNAL) != sizeof reply)
            return 0;
    }
}
