// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/wakeup.h"

#include <QObject>

#include <utility>

namespace porchlight {

struct Wakeup::Line
{
    std::mutex mutex;
    QObject *context; // null: nobody is woken any more
    std::function<void()> woken;
    bool ringing = false; // a call is on its way

    // The context's thread, where it ends: no lock is needed while it runs.
    void answer()
    {
        {
            const std::lock_guard lock(mutex);
            ringing = false;
            if (!context)
                return;
        }
        woken();
    }
};

Wakeup::Wakeup(QObject *context, std::function<void()> woken)
    : m_line(std::make_shared<Line>())
{
    m_line->context = context;
    m_line->woken = std::move(woken);
}

Wakeup::~Wakeup()
{
    const std::lock_guard lock(m_line->mutex);
    m_line->context = nullptr;
}

std::function<void()> Wakeup::caller() const
{
    return [line = m_line] {
        const std::lock_guard lock(line->mutex);
        if (!line->context || std::exchange(line->ringing, true))
            return;
        QMetaObject::invokeMethod(
            line->context, [line] { line->answer(); }, Qt::QueuedConnection);
    };
}

} // namespace porchlight
