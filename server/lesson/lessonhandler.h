// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/requesthandler.h"
#include "server/lesson/lesson.h"

#include <memory>

namespace porchlight {

/// Answers as another handler does, but as the lesson wants it: slowed down, step by step, held at the door,
/// answered by the teacher, as if nobody had a copy, over a slower network.
class LessonHandler final : public RequestHandler
{
public:
    LessonHandler(std::unique_ptr<RequestHandler> site, std::shared_ptr<Lesson> lesson);

    std::optional<ResponsePlan> answerFromMemory(const Request &request) override;
    ResponsePlan answer(const Request &request) override;
    bool trim() override { return m_site->trim(); }
    bool takesContent() const override { return m_site->takesContent(); }

private:
    const std::unique_ptr<RequestHandler> m_site;
    const std::shared_ptr<Lesson> m_lesson;
};

/// The same handlers, under the lesson.
RequestHandlerFactory underLesson(RequestHandlerFactory handlers, std::shared_ptr<Lesson> lesson);

} // namespace porchlight
