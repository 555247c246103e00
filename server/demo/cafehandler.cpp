// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/cafehandler.h"

#include "server/demo/cafepages.h"
#include "server/demo/orderform.h"
#include "server/demo/visitorcookie.h"
#include "server/http/queryparameters.h"
#include "server/http/requesttarget.h"
#include "server/transport/tokens.h"

#include <QDateTime>
#include <QNetworkInterface>

#include <algorithm>
#include <utility>

namespace porchlight {
namespace {

constexpr int OrdersShown = 60; ///< More than a room can have in the kitchen at once.
constexpr qsizetype MaxDigits = 15;
/// Seconds.
constexpr char BusyRetryAfter[] = "2";

ResponseFields ownFields(QByteArrayView contentType)
{
    // Made for one visitor at one moment: no copy of it is worth keeping.
    return {{"Content-Type", contentType},
            {"Cache-Control", "no-store"},
            {"X-Content-Type-Options", "nosniff"},
            {"Referrer-Policy", "same-origin"}};
}

// Not compressed: how well a page with a token in it compresses tells of the token.
ResponsePlan pagePlan(int status, QByteArray page)
{
    ResponsePlan plan;
    plan.status = status;
    plan.fields = ownFields("text/html; charset=utf-8");
    plan.fields.add(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    plan.body = Body(std::move(page));
    return plan;
}

ResponsePlan refusal(int status, const QByteArray &why, const Apology &apology)
{
    ResponsePlan plan = pagePlan(status, apologyPage(apology));
    plan.decisions.emplace_back(decision::RefusedByApp{why});
    return plan;
}

ResponsePlan unavailable()
{
    ResponsePlan plan = refusal(503, "the database did not answer",
                                {"The order book is closed",
                                 "The café cannot read or write its database at the moment, so nothing "
                                 "was ordered or changed. Try again in a few seconds."});
    plan.fields.add("Retry-After", BusyRetryAfter);
    return plan;
}

ResponsePlan notOffered(QByteArrayView allowed)
{
    ResponsePlan plan =
        pagePlan(405, apologyPage({"This cannot be done here",
                                   "Your browser asked for something that this page does not do."}));
    plan.fields.add("Allow", allowed);
    plan.decisions.emplace_back(decision::MethodNotOffered{});
    return plan;
}

ResponsePlan options(QByteArrayView allowed)
{
    ResponsePlan plan;
    plan.status = 204;
    plan.fields.add("Allow", allowed);
    plan.decisions.emplace_back(decision::OptionsAnswered{});
    return plan;
}

ResponsePlan notYours()
{
    return refusal(
        404, "no such order of this visitor",
        {"There is no such order", "It may be an old one, or somebody else’s.", "/board", "See all orders"});
}

ResponsePlan tooOften(std::chrono::seconds wait)
{
    const QByteArray seconds = QByteArray::number(qint64(wait.count()));
    ResponsePlan plan =
        refusal(429, "too often",
                {"One after the other",
                 "That was a lot at once, and the kitchen does not keep up. Nothing was changed. "
                 "Wait " +
                     seconds + " seconds, then try again."});
    plan.fields.add("Retry-After", seconds);
    return plan;
}

ResponsePlan otherForm()
{
    return refusal(403, "the form is not from this visitor’s own page",
                   {"This form is not yours",
                    "It does not come from a page that the café made for you, so nothing was "
                    "changed. Open the menu again. If this comes back, let your browser "
                    "accept the café’s cookie."});
}

ResponsePlan notTheKitchen()
{
    return refusal(
        403, "only the kitchen says what is ready",
        {"Only the kitchen says that",
         "An order becomes ready at the computer that the café is shared from. Nothing was changed.",
         "/board", "See all orders"});
}

bool isThisComputer(const QHostAddress &visitor)
{
    if (visitor.isLoopback())
        return true;
    const QList<QHostAddress> own = QNetworkInterface::allAddresses();
    return std::any_of(own.begin(), own.end(), [&](const QHostAddress &address) {
        return address.isEqual(visitor, QHostAddress::ConvertV4MappedToIPv4);
    });
}

ResponsePlan seeOther(const QByteArray &location)
{
    ResponsePlan plan;
    plan.status = 303;
    plan.fields = {{"Location", location}, {"Cache-Control", "no-store"}};
    return plan;
}

bool isForm(const RequestHead &request)
{
    const QByteArray type = request.field("Content-Type").value_or(QByteArray());
    const qsizetype end = type.indexOf(';');
    return equalsIgnoringCase(trimOws(QByteArrayView(type).first(end < 0 ? type.size() : end)),
                              "application/x-www-form-urlencoded");
}

bool isSame(QByteArrayView a, QByteArrayView b)
{
    if (a.size() != b.size())
        return false;
    int difference = 0; // looks at all of it, so that the time taken tells nothing
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a[i] ^ b[i];
    return difference == 0;
}

std::optional<qint64> numberIn(QByteArrayView digits)
{
    if (!isDigits(digits) || digits.size() > MaxDigits)
        return std::nullopt;
    return digits.toByteArray().toLongLong();
}

/// What stands in the way of looking at what was posted; without the database.
std::optional<ResponsePlan> postObstacle(const Request &request, const QByteArray &visitor)
{
    if (!isForm(request.head))
        return refusal(415, "not a form",
                       {"Only forms are read here", "What was sent is no form of the café’s."});
    if (request.content.size() > OrderForm::MaxContent)
        return refusal(413, "more than a form holds",
                       {"That was too much to send", "The café’s forms are small. Nothing of it was kept."});
    if (visitor.isEmpty())
        return otherForm();
    return std::nullopt;
}

class FromCafe final : public PendingAnswer
{
public:
    FromCafe(std::shared_ptr<Cafe> cafe, Cafe::MakePlan make)
        : m_cafe(std::move(cafe))
        , m_make(std::move(make))
    {}
    void start(std::function<void(ResponsePlan)> give) override
    {
        m_cafe->ask(std::move(m_make), [give = std::move(give)](std::optional<ResponsePlan> plan) {
            give(plan ? *std::move(plan) : unavailable());
        });
    }

private:
    const std::shared_ptr<Cafe> m_cafe;
    Cafe::MakePlan m_make;
};

/// The visitor's tag, or a fresh one that the answer gives.
struct Guest
{
    explicit Guest(const RequestHead &request)
        : tag(VisitorCookie::of(request))
        , isNew(tag.isEmpty())
    {
        if (isNew)
            tag = VisitorCookie::fresh();
    }
    void nameIn(ResponsePlan &plan) const
    {
        if (isNew)
            plan.fields.add("Set-Cookie", VisitorCookie::setting(tag));
    }

    QByteArray tag;
    bool isNew;
};

} // namespace

CafeHandler::CafeHandler(std::unique_ptr<RequestHandler> files, std::shared_ptr<Cafe> cafe)
    : m_files(std::move(files))
    , m_cafe(std::move(cafe))
{
    m_cafe->open();
}

ResponsePlan CafeHandler::answer(const Request &request)
{
    const auto target = splitTarget(request.head.target());
    if (!target)
        return m_files->answer(request);
    const QByteArrayView method = request.head.method();
    const auto only = [&](bool posts, const auto &answer) -> ResponsePlan {
        const QByteArrayView allowed = posts ? "POST, OPTIONS" : "GET, HEAD, OPTIONS";
        if (method == QByteArrayView("OPTIONS"))
            return options(allowed);
        const bool isOffered = posts ? method == QByteArrayView("POST")
                                     : method == QByteArrayView("GET") || method == QByteArrayView("HEAD");
        return isOffered ? answer() : notOffered(allowed);
    };
    const QByteArrayView path = target->path;
    if (path.isEmpty() || path == QByteArrayView("/"))
        return only(false, [&] { return menu(request); });
    if (path == QByteArrayView("/board"))
        return only(false, [&] { return board(request); });
    if (path == QByteArrayView("/board/events"))
        return only(false, [&] { return events(request, target->query); });
    if (path == QByteArrayView("/order"))
        return only(true, [&] { return takeOrder(request); });
    constexpr QByteArrayView Order("/order/"), Ready("/ready");
    if (path.startsWith(Order)) {
        const QByteArrayView rest = path.sliced(Order.size());
        if (const auto id = numberIn(rest))
            return only(false, [&] { return showOrder(request, *id); });
        if (rest.endsWith(Ready)) {
            if (const auto id = numberIn(rest.chopped(Ready.size())))
                return only(true, [&] { return markReady(request, *id); });
        }
    }
    return m_files->answer(request);
}

ResponsePlan CafeHandler::asked(Cafe::MakePlan make)
{
    ResponsePlan plan;
    plan.pending = std::make_unique<FromCafe>(m_cafe, std::move(make));
    return plan;
}

ResponsePlan CafeHandler::menu(const Request &request)
{
    const bool isVisit = request.head.method() == QByteArrayView("GET");
    return asked([guest = Guest(request.head), isVisit](CafeStore &store) {
        Decisions decisions;
        const std::vector<Dish> dishes = store.menu();
        decisions.emplace_back(decision::AskedDatabase{"the menu", int(dishes.size())});
        int visits = 1;
        if (isVisit) {
            visits = store.countVisit(guest.tag);
            decisions.emplace_back(decision::WroteDatabase{"the visit"});
        }
        ResponsePlan plan = pagePlan(200, menuPage(dishes, visits, store.tokenOf(guest.tag)));
        guest.nameIn(plan);
        decisions.emplace_back(decision::MadeByApp{"the menu page"});
        plan.decisions = std::move(decisions);
        return plan;
    });
}

ResponsePlan CafeHandler::takeOrder(const Request &request)
{
    const QByteArray visitor = VisitorCookie::of(request.head);
    if (auto obstacle = postObstacle(request, visitor))
        return *std::move(obstacle);
    if (const auto wait = m_cafe->refuses(visitor, request.visitor))
        return tooOften(*wait);
    const QByteArray token = QueryParameters(request.content).value("token").value_or(QByteArray());
    return asked([visitor, token, form = OrderForm::parse(request.content)](CafeStore &store) {
        if (!isSame(token, store.tokenOf(visitor)))
            return otherForm();
        if (const auto *problem = std::get_if<FormProblem>(&form))
            return refusal(400, "the form is filled in wrongly", apologyFor(*problem));
        const auto &wish = std::get<OrderWish>(form);
        const std::optional<Dish> dish = store.dish(wish.dish);
        if (!dish)
            return refusal(400, "the dish is not on the menu", apologyFor(FormProblem::NoDish));
        const Order order = store.add(wish, *dish, visitor, QDateTime::currentMSecsSinceEpoch());
        ResponsePlan plan = seeOther("/order/" + QByteArray::number(order.id));
        plan.decisions.emplace_back(decision::WroteDatabase{"an order"});
        return plan;
    });
}

ResponsePlan CafeHandler::showOrder(const Request &request, qint64 id)
{
    return asked([visitor = VisitorCookie::of(request.head), id](CafeStore &store) {
        const std::optional<Order> order = store.order(id, visitor);
        Decisions decisions;
        decisions.emplace_back(decision::AskedDatabase{"the order", order ? 1 : 0});
        ResponsePlan plan = order ? pagePlan(200, orderPage(*order)) : notYours();
        if (order)
            decisions.emplace_back(decision::MadeByApp{"the order’s page"});
        plan.decisions.insert(plan.decisions.begin(), decisions.begin(), decisions.end());
        return plan;
    });
}

ResponsePlan CafeHandler::markReady(const Request &request, qint64 id)
{
    if (!isThisComputer(request.visitor))
        return notTheKitchen();
    const QByteArray visitor = VisitorCookie::of(request.head);
    if (auto obstacle = postObstacle(request, visitor))
        return *std::move(obstacle);
    const QByteArray token = QueryParameters(request.content).value("token").value_or(QByteArray());
    return asked([visitor, token, id](CafeStore &store) {
        if (!isSame(token, store.tokenOf(visitor)))
            return otherForm();
        if (!store.markReady(id))
            return notYours();
        ResponsePlan plan = seeOther("/board#order-" + QByteArray::number(id));
        plan.decisions.emplace_back(decision::WroteDatabase{"that an order is ready"});
        return plan;
    });
}

ResponsePlan CafeHandler::board(const Request &request)
{
    return asked(
        [guest = Guest(request.head), isKitchen = isThisComputer(request.visitor)](CafeStore &store) {
            const std::vector<Order> orders = store.orders(OrdersShown);
            Decisions decisions;
            decisions.emplace_back(decision::AskedDatabase{"the orders", int(orders.size())});
            ResponsePlan plan =
                pagePlan(200, boardPage(orders, isKitchen ? store.tokenOf(guest.tag) : QByteArray()));
            guest.nameIn(plan);
            decisions.emplace_back(decision::MadeByApp{"the board’s page"});
            plan.decisions = std::move(decisions);
            return plan;
        });
}

ResponsePlan CafeHandler::events(const Request &request, QByteArrayView query)
{
    const auto since = [&]() -> qint64 {
        const auto last = request.head.field("Last-Event-ID");
        return numberIn(last ? *last : QueryParameters(query).value("since").value_or(QByteArray()))
            .value_or(OrderBoard::FromNow);
    }();
    // By way of the café's thread: what was ordered before is on the board then.
    return asked([since, board = m_cafe->board()](CafeStore &) {
        std::unique_ptr<BodyStream> stream = board->open(since);
        if (!stream) {
            ResponsePlan plan =
                refusal(503, "as many watch the board as can",
                        {"The board is crowded", "As many watch it as can. Try again in a moment.", "/board",
                         "See all orders"});
            plan.fields.add("Retry-After", BusyRetryAfter);
            return plan;
        }
        ResponsePlan plan;
        plan.fields = ownFields("text/event-stream");
        plan.body = Body(std::move(stream));
        plan.decisions.emplace_back(decision::OpenedEventStream{});
        return plan;
    });
}

} // namespace porchlight
