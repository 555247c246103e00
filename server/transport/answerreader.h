// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/responseplan.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace porchlight {

/// Reads the answer that QHttpServer writes into the façade. When the handler planned the answer, only the
/// completeness of QHttpServer's head matters; otherwise its status, fields and content become the plan.
class AnswerReader final
{
public:
    /// Begins the next answer.
    void reset();
    /// The handler's own plan; taken by take() once QHttpServer has written its head.
    void setPlan(ResponsePlan plan) { m_plan = std::move(plan); }

    void append(QByteArrayView bytes);
    bool isComplete() const { return m_complete; }
    ResponsePlan take();

private:
    void parseHead(qsizetype end);

    std::optional<ResponsePlan> m_plan;
    quint32 m_lastFour = 0; // bytes, of the head that QHttpServer writes for a plan
    QByteArray m_bytes;     // without a plan: the head, then the content
    ResponsePlan m_written; // what QHttpServer itself said
    qint64 m_contentLength = 0;
    bool m_headRead = false;
    bool m_complete = false;
};

} // namespace porchlight
