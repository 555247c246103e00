// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/lesson/lessonhandler.h"

#include "server/lesson/pacedbody.h"
#include "server/lesson/waits.h"
#include "server/lesson/withoutcaching.h"
#include "server/record/monotonic.h"
#include "server/record/overloaded.h"

#include <QDateTime>

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace porchlight {

namespace {

bool isHowItWasSent(const Decision &decision)
{
    return std::holds_alternative<decision::SentBySendfile>(decision) ||
           std::holds_alternative<decision::SentFromMemory>(decision) ||
           std::holds_alternative<decision::SentAsStream>(decision);
}

/// One request's way through the lesson: over the network, the door, the site, and back. What is set counts
/// anew for each part of it: a lesson that ends lets it go on at once.
class Course final : public std::enable_shared_from_this<Course>
{
public:
    Course(RequestHandler *site, std::shared_ptr<Lesson> lesson, const Request &request)
        : m_site(site)
        , m_lesson(std::move(lesson))
        , m_head(request.head)
        , m_visitor(request.visitor)
        , m_content(request.content)
        , m_exchange(request.exchange)
    {}

    ResponsePlan come()
    {
        const auto latency = settings()->linkOf(m_visitor).latency;
        if (latency.count() == 0)
            return knock();
        return slowedDown(latency, [self = shared_from_this()] { return self->knock(); });
    }

private:
    ResponsePlan knock()
    {
        if (!settings()->holds(m_head.method(), m_head.target()))
            return goIn();
        ResponsePlan plan;
        plan.decisions.emplace_back(decision::HeldAtDoor{});
        plan.pending = atDoor(
            door(), waiting(WaitsFor::Teacher),
            [self = shared_from_this()](const TeacherAnswer &answer) { return self->decided(answer); },
            [self = shared_from_this()](Door::Passes passes) { return self->passed(passes); });
        return plan;
    }

    /// It was told already that it waits: that ends here too.
    ResponsePlan passed(Door::Passes passes)
    {
        if (passes == Door::Passes::DoorFull)
            return goIn(decision::PassedFullDoor{});
        return goIn(decision::LetIn{});
    }

    ResponsePlan decided(const TeacherAnswer &answer)
    {
        return std::visit(
            Overloaded{[this](teacheranswer::AsItIs) { return goIn(decision::LetIn{}); },
                       [this](const teacheranswer::Status &chosen) {
                           return chosenByTeacher(m_lesson->page(chosen.status, m_head));
                       },
                       [this](const teacheranswer::Redirect &redirect) {
                           ResponsePlan plan;
                           plan.status = redirect.status;
                           plan.fields = {{"Location", redirect.location}, {"Cache-Control", "no-store"}};
                           return chosenByTeacher(std::move(plan));
                       },
                       [this](const teacheranswer::Later &later) {
                           return because(decision::LetIn{}, [&] {
                               return slowedDown(later.delay,
                                                 [self = shared_from_this()] { return self->goIn(); });
                           });
                       }},
            answer);
    }

    ResponsePlan chosenByTeacher(ResponsePlan plan)
    {
        plan.decisions.emplace_back(decision::AnsweredByTeacher{plan.status});
        return goOut(std::move(plan));
    }

    ResponsePlan goIn()
    {
        return paced([self = shared_from_this()] { return self->ask(); });
    }

    ResponsePlan goIn(Decision reason)
    {
        return because(std::move(reason), [this] { return goIn(); });
    }

    /// What `make` makes, for a reason that was decided before that.
    template <typename Make>
    static ResponsePlan because(Decision reason, const Make &make)
    {
        ResponsePlan plan = make();
        plan.decisions.insert(plan.decisions.begin(), std::move(reason));
        return plan;
    }

    ResponsePlan ask()
    {
        Decisions first;
        if (settings()->cachingOff && dropValidators(m_head))
            first.emplace_back(decision::ValidatorsDropped{});
        ResponsePlan plan = m_site->answer({m_head, m_visitor, m_content, m_exchange});
        if (plan.pending) {
            plan.pending = thenMade(std::move(plan.pending), [self = shared_from_this()](ResponsePlan made) {
                return self->goOut(std::move(made));
            });
        } else {
            plan = goOut(std::move(plan));
        }
        plan.decisions.insert(plan.decisions.begin(), first.begin(), first.end());
        return plan;
    }

    ResponsePlan goOut(ResponsePlan plan)
    {
        const auto now = settings();
        if (now->cachingOff)
            forbidCaching(plan);
        if (now->pace == Pace::Real)
            return withPacedBody(std::move(plan));
        // What was decided shows while the answer waits; how it is sent is decided after that.
        const auto how =
            std::stable_partition(plan.decisions.begin(), plan.decisions.end(), std::not_fn(isHowItWasSent));
        Decisions soFar(std::make_move_iterator(plan.decisions.begin()), std::make_move_iterator(how));
        plan.decisions.erase(plan.decisions.begin(), how);
        ResponsePlan waits = paced([self = shared_from_this(), made = givenLater(std::move(plan))] {
            ResponsePlan goes = made();
            for (Decision &each : goes.decisions)
                each.at = monotonicNow();
            return self->withPacedBody(std::move(goes));
        });
        std::move(waits.decisions.begin(), waits.decisions.end(), std::back_inserter(soFar));
        waits.decisions = std::move(soFar);
        return waits;
    }

    ResponsePlan withPacedBody(ResponsePlan plan) const
    {
        const qint64 length = plan.body.length();
        std::vector<std::shared_ptr<TokenBucket>> buckets;
        if (auto shared = m_lesson->bucketOf(m_visitor))
            buckets.push_back(std::move(shared));
        // A body takes as long as a phase at least. An event stream is slow by nature.
        if (auto phase = length > 0 ? m_lesson->bucketForPhase(length) : nullptr)
            buckets.push_back(std::move(phase));
        if (buckets.empty() || length == 0)
            return plan;
        plan.body = Body(std::make_unique<PacedBody>(std::move(plan.body), std::move(buckets)));
        if (std::erase_if(plan.decisions, isHowItWasSent) > 0)
            plan.decisions.emplace_back(decision::SentAsStream{});
        return plan;
    }

    /// What `then` makes, when the pace allows.
    ResponsePlan paced(MakePlan then)
    {
        const auto now = settings();
        switch (now->pace) {
        case Pace::Slow:
            return slowedDown(now->phaseTime(), std::move(then));
        case Pace::Step: {
            ResponsePlan plan;
            plan.pending = atDoor(
                door(), waiting(WaitsFor::NextStep), [then](const TeacherAnswer &) { return then(); },
                [then](Door::Passes passes) {
                    return passes == Door::Passes::DoorFull ? because(decision::PassedFullDoor{}, then)
                                                            : then();
                });
            return plan;
        }
        case Pace::Real:
            break;
        }
        return then();
    }

    ResponsePlan slowedDown(std::chrono::milliseconds delay, MakePlan then) const
    {
        ResponsePlan plan;
        plan.decisions.emplace_back(decision::SlowedDown{delay.count()});
        plan.pending = afterDelay({m_lesson, &m_lesson->delays()}, delay, std::move(then));
        return plan;
    }

    /// What counts now.
    std::shared_ptr<const LessonSettings> settings() const
    {
        static const auto Nothing = std::make_shared<const LessonSettings>();
        auto now = m_lesson->settings();
        return now ? now : Nothing;
    }
    std::shared_ptr<Door> door() const { return {m_lesson, &m_lesson->door()}; }
    WaitingRequest waiting(WaitsFor waitsFor) const
    {
        return {m_exchange, m_visitor, m_head.raw(), QDateTime::currentMSecsSinceEpoch(), waitsFor};
    }

    RequestHandler *const m_site; // its thread's, as all of this but what other threads give
    const std::shared_ptr<Lesson> m_lesson;
    RequestHead m_head;
    const QHostAddress m_visitor;
    const QByteArray m_content;
    const quint64 m_exchange;
};

} // namespace

LessonHandler::LessonHandler(std::unique_ptr<RequestHandler> site, std::shared_ptr<Lesson> lesson)
    : m_site(std::move(site))
    , m_lesson(std::move(lesson))
{}

std::optional<ResponsePlan> LessonHandler::answerFromMemory(const Request &request)
{
    return m_lesson->settings() ? std::nullopt : m_site->answerFromMemory(request);
}

ResponsePlan LessonHandler::answer(const Request &request)
{
    if (!m_lesson->settings() || request.exchange == 0)
        return m_site->answer(request);
    return std::make_shared<Course>(m_site.get(), m_lesson, request)->come();
}

RequestHandlerFactory underLesson(RequestHandlerFactory handlers, std::shared_ptr<Lesson> lesson)
{
    return [handlers = std::move(handlers), lesson = std::move(lesson)] {
        return std::make_unique<LessonHandler>(handlers(), lesson);
    };
}

} // namespace porchlight
