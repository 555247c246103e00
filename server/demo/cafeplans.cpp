// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/cafeplans.h"

#include "server/demo/cafe.h"
#include "server/demo/demofile.h"

#include <utility>

namespace porchlight {
namespace {

/// Seconds.
constexpr char BusyRetryAfter[] = "2";
constexpr char KitchenRetryAfter[] = "30"; // as long as somebody takes to look at the board

Apology apologyFor(FormProblem problem)
{
    switch (problem) {
    case FormProblem::NoDish:
        return {"noDish", "noDishText"};
    case FormProblem::BadQuantity:
        return {"badQuantity", "badQuantityText", QByteArray::number(OrderForm::MaxQuantity)};
    case FormProblem::NoName:
        return {"noName", "noNameText"};
    case FormProblem::NameTooLong:
        return {"longName", "longNameText", QByteArray::number(OrderForm::MaxName)};
    case FormProblem::NoteTooLong:
        return {"longNote", "longNoteText", QByteArray::number(OrderForm::MaxNote)};
    case FormProblem::NotUtf8:
        break;
    }
    return {"notText", "notTextText"};
}

} // namespace

ResponseFields cafeFields(QByteArrayView contentType)
{
    return {{"Content-Type", contentType},
            {"Cache-Control", "no-store"},
            {"X-Content-Type-Options", "nosniff"},
            {"Referrer-Policy", "same-origin"}};
}

// Not compressed: how well a page with a token in it compresses tells of the token.
ResponsePlan cafePagePlan(int status, QByteArray page)
{
    ResponsePlan plan;
    plan.status = status;
    plan.fields = cafeFields("text/html; charset=utf-8");
    plan.fields.add(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    plan.body = Body(std::move(page));
    return plan;
}

ResponsePlan seeOtherPlan(const QByteArray &location)
{
    ResponsePlan plan;
    plan.status = 303;
    plan.fields = {{"Location", location}, {"Cache-Control", "no-store"}};
    return plan;
}

std::optional<ResponsePlan> laterFilePlan(QByteArrayView path)
{
    constexpr struct
    {
        QByteArrayView path, contentType;
    } Later[]{{"/board.js", "text/javascript; charset=utf-8"}, {"/icon.svg", "image/svg+xml"}};
    for (const auto &file : Later) {
        if (path != file.path)
            continue;
        ResponsePlan plan;
        plan.fields = {{"Content-Type", file.contentType},
                       {"Cache-Control", "no-cache"},
                       {"X-Content-Type-Options", "nosniff"}};
        plan.body = Body(demoFile(QStringLiteral("dinein") + QLatin1String(file.path)));
        plan.decisions.emplace_back(decision::OwnAsset{});
        return plan;
    }
    return std::nullopt;
}

ResponsePlan CafeRefusals::refusal(int status, const QByteArray &why, const Apology &apology) const
{
    ResponsePlan plan = cafePagePlan(status, m_pages.apology(apology));
    plan.decisions.emplace_back(decision::RefusedByApp{why});
    return plan;
}

ResponsePlan CafeRefusals::notOffered(QByteArrayView allowed) const
{
    ResponsePlan plan = cafePagePlan(405, m_pages.apology({"notOffered", "notOfferedText"}));
    plan.fields.add("Allow", allowed);
    plan.decisions.emplace_back(decision::MethodNotOffered{});
    return plan;
}

ResponsePlan CafeRefusals::notAForm() const
{
    return refusal(415, "not a form", {"noForm", "noFormText"});
}

ResponsePlan CafeRefusals::tooMuch() const
{
    return refusal(413, "more than a form holds", {"tooMuch", "tooMuchText"});
}

ResponsePlan CafeRefusals::otherForm() const
{
    return refusal(403, "the form is not from this visitor’s own page", {"otherForm", "otherFormText"});
}

ResponsePlan CafeRefusals::notTheKitchen() const
{
    return refusal(403, "only the kitchen does that",
                   {"notKitchen", "notKitchenText", {}, "/board", "seeOrders"});
}

ResponsePlan CafeRefusals::tooOften(std::chrono::seconds wait) const
{
    const QByteArray seconds = QByteArray::number(qint64(wait.count()));
    ResponsePlan plan = refusal(429, "too often", {"tooOften", "tooOftenText", seconds});
    plan.fields.add("Retry-After", seconds);
    return plan;
}

ResponsePlan CafeRefusals::kitchenBusy() const
{
    ResponsePlan plan = refusal(429, "as many of its orders wait as may",
                                {"kitchenBusy", "kitchenBusyText",
                                 QByteArray::number(Cafe::MaxOpenFromAddress), "/board", "seeOrders"});
    plan.fields.add("Retry-After", KitchenRetryAfter);
    return plan;
}

ResponsePlan CafeRefusals::wrongForm(FormProblem problem) const
{
    return refusal(400, "the form is filled in wrongly", apologyFor(problem));
}

ResponsePlan CafeRefusals::notOnTheMenu() const
{
    return refusal(400, "the dish is not on the menu", apologyFor(FormProblem::NoDish));
}

ResponsePlan CafeRefusals::notYours() const
{
    return refusal(404, "no such order of this visitor",
                   {"notYours", "notYoursText", {}, "/board", "seeOrders"});
}

ResponsePlan CafeRefusals::crowded() const
{
    ResponsePlan plan =
        refusal(503, "as many watch the board as can", {"crowded", "crowdedText", {}, "/board", "seeOrders"});
    plan.fields.add("Retry-After", BusyRetryAfter);
    return plan;
}

ResponsePlan CafeRefusals::unavailable() const
{
    ResponsePlan plan = refusal(503, "the database did not answer", {"bookClosed", "bookClosedText"});
    plan.fields.add("Retry-After", BusyRetryAfter);
    return plan;
}

} // namespace porchlight
