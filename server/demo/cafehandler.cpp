// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/cafehandler.h"

#include "server/demo/cafecookie.h"
#include "server/demo/orderform.h"
#include "server/http/ownhost.h"
#include "server/http/queryparameters.h"
#include "server/http/requesttarget.h"
#include "server/transport/tokens.h"

#include <QDateTime>
#include <QNetworkInterface>
#include <QSysInfo>

#include <algorithm>
#include <utility>

namespace porchlight {
namespace {

constexpr int OrdersShown = 60; ///< Unless more than that are not ready yet.
constexpr qsizetype MaxDigits = 15;

ResponsePlan options(QByteArrayView allowed)
{
    ResponsePlan plan;
    plan.status = 204;
    plan.fields.add("Allow", allowed);
    plan.decisions.emplace_back(decision::OptionsAnswered{});
    return plan;
}

/// By its address, and asked for by a name or an address of its own: or any website could have this
/// computer's browser do what only the kitchen may (DNS rebinding).
bool isFromThisComputer(const Request &request)
{
    const QList<QHostAddress> own = QNetworkInterface::allAddresses();
    const bool comesFromHere =
        request.visitor.isLoopback() || std::any_of(own.begin(), own.end(), [&](const QHostAddress &address) {
            return address.isEqual(request.visitor, QHostAddress::ConvertV4MappedToIPv4);
        });
    if (!comesFromHere)
        return false;
    return OwnHost(QSysInfo::machineHostName(), own).isMeantBy(requestedHost(request.head));
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

class FromCafe final : public PendingAnswer
{
public:
    FromCafe(std::shared_ptr<Cafe> cafe, Cafe::MakePlan make, const CafeRefusals &refuse)
        : m_cafe(std::move(cafe))
        , m_make(std::move(make))
        , m_refuse(refuse)
    {}
    void start(std::function<void(ResponsePlan)> give) override
    {
        m_cafe->ask(std::move(m_make),
                    [give = std::move(give), refuse = m_refuse](std::optional<ResponsePlan> plan) {
                        give(plan ? *std::move(plan) : refuse.unavailable());
                    });
    }

private:
    const std::shared_ptr<Cafe> m_cafe;
    Cafe::MakePlan m_make;
    const CafeRefusals m_refuse;
};

/// The visitor's tag, or a fresh one that the answer gives.
struct Guest
{
    explicit Guest(const RequestHead &request)
        : tag(CafeCookie::Visitor.of(request))
        , isNew(tag.isEmpty())
    {
        if (isNew)
            tag = CafeCookie::fresh();
    }
    void nameIn(ResponsePlan &plan) const
    {
        if (isNew)
            plan.fields.add("Set-Cookie", CafeCookie::Visitor.setting(tag));
    }

    QByteArray tag;
    bool isNew;
};

} // namespace

CafeHandler::CafeHandler(std::unique_ptr<RequestHandler> files, std::shared_ptr<Cafe> cafe, Language language)
    : m_files(std::move(files))
    , m_cafe(std::move(cafe))
    , m_pages(language)
    , m_refuse(m_pages)
{
    m_cafe->open(language);
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
        return isOffered ? answer() : m_refuse.notOffered(allowed);
    };
    const QByteArrayView path = target->path;
    if (path.isEmpty() || path == QByteArrayView("/"))
        return only(false, [&] { return menu(request); });
    if (path == QByteArrayView("/board"))
        return only(false, [&] { return board(request); });
    if (path == QByteArrayView("/board/clear"))
        return only(true, [&] { return clearOrders(request); });
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
    constexpr QByteArrayView Kitchen("/kitchen/");
    if (path.startsWith(Kitchen) && isSame(path.sliced(Kitchen.size()), m_cafe->kitchenKey()))
        return only(false, [&] { return letIntoKitchen(); });
    ResponsePlan plan = m_files->answer(request);
    if (plan.status == 404 && (method == QByteArrayView("GET") || method == QByteArrayView("HEAD"))) {
        if (auto later = laterFilePlan(path))
            return *std::move(later);
    }
    return plan;
}

bool CafeHandler::isInKitchen(const Request &request) const
{
    return isFromThisComputer(request) || isSame(CafeCookie::Kitchen.of(request.head), m_cafe->kitchenKey());
}

ResponsePlan CafeHandler::letIntoKitchen() const
{
    ResponsePlan plan = seeOtherPlan("/board");
    plan.fields.add("Set-Cookie", CafeCookie::Kitchen.setting(m_cafe->kitchenKey()));
    plan.decisions.emplace_back(decision::MadeByApp{"the key of the kitchen"});
    return plan;
}

ResponsePlan CafeHandler::asked(Cafe::MakePlan make)
{
    ResponsePlan plan;
    plan.pending = std::make_unique<FromCafe>(m_cafe, std::move(make), m_refuse);
    return plan;
}

std::optional<ResponsePlan> CafeHandler::postObstacle(const Request &request, const QByteArray &visitor) const
{
    if (!isForm(request.head))
        return m_refuse.notAForm();
    if (request.content.size() > OrderForm::MaxContent)
        return m_refuse.tooMuch();
    if (visitor.isEmpty())
        return m_refuse.otherForm();
    return std::nullopt;
}

ResponsePlan CafeHandler::menu(const Request &request)
{
    const bool isVisit = request.head.method() == QByteArrayView("GET");
    return asked([guest = Guest(request.head), isVisit, pages = m_pages](CafeStore &store) {
        Decisions decisions;
        const std::vector<Dish> dishes = store.menu();
        decisions.emplace_back(decision::AskedDatabase{"the menu", int(dishes.size())});
        int visits = 1;
        if (isVisit && !guest.isNew) { // programs that keep no cookie would fill the book
            visits = store.countVisit(guest.tag);
            decisions.emplace_back(decision::WroteDatabase{"the visit"});
        }
        ResponsePlan plan = cafePagePlan(200, pages.menu(dishes, visits, store.tokenOf(guest.tag)));
        guest.nameIn(plan);
        decisions.emplace_back(decision::MadeByApp{"the menu page"});
        plan.decisions = std::move(decisions);
        return plan;
    });
}

ResponsePlan CafeHandler::takeOrder(const Request &request)
{
    const QByteArray visitor = CafeCookie::Visitor.of(request.head);
    if (auto obstacle = postObstacle(request, visitor))
        return *std::move(obstacle);
    if (const auto wait = m_cafe->refuses(visitor, request.visitor))
        return m_refuse.tooOften(*wait);
    const QByteArray token = QueryParameters(request.content).value("token").value_or(QByteArray());
    return asked([visitor, address = request.visitor, token, form = OrderForm::parse(request.content),
                  refuse = m_refuse](CafeStore &store) {
        if (!isSame(token, store.tokenOf(visitor)))
            return refuse.otherForm();
        if (const auto *problem = std::get_if<FormProblem>(&form))
            return refuse.wrongForm(*problem);
        const auto &wish = std::get<OrderWish>(form);
        const std::optional<Dish> dish = store.dish(wish.dish);
        if (!dish)
            return refuse.notOnTheMenu();
        if (store.openOrders(address) >= Cafe::MaxOpenFromAddress)
            return refuse.kitchenBusy();
        const Order order = store.add(wish, *dish, visitor, address, QDateTime::currentMSecsSinceEpoch());
        ResponsePlan plan = seeOtherPlan("/order/" + QByteArray::number(order.id));
        plan.decisions.emplace_back(decision::WroteDatabase{"an order"});
        return plan;
    });
}

ResponsePlan CafeHandler::showOrder(const Request &request, qint64 id)
{
    return asked([visitor = CafeCookie::Visitor.of(request.head), id, pages = m_pages,
                  refuse = m_refuse](CafeStore &store) {
        const std::optional<Order> order = store.order(id, visitor);
        Decisions decisions;
        decisions.emplace_back(decision::AskedDatabase{"the order", order ? 1 : 0});
        ResponsePlan plan = order ? cafePagePlan(200, pages.order(*order)) : refuse.notYours();
        if (order)
            decisions.emplace_back(decision::MadeByApp{"the order’s page"});
        plan.decisions.insert(plan.decisions.begin(), decisions.begin(), decisions.end());
        return plan;
    });
}

ResponsePlan CafeHandler::kitchenAsked(const Request &request, Cafe::MakePlan make)
{
    if (!isInKitchen(request))
        return m_refuse.notTheKitchen();
    const QByteArray visitor = CafeCookie::Visitor.of(request.head);
    if (auto obstacle = postObstacle(request, visitor))
        return *std::move(obstacle);
    const QByteArray token = QueryParameters(request.content).value("token").value_or(QByteArray());
    return asked([visitor, token, make = std::move(make), refuse = m_refuse](CafeStore &store) {
        return isSame(token, store.tokenOf(visitor)) ? make(store) : refuse.otherForm();
    });
}

ResponsePlan CafeHandler::markReady(const Request &request, qint64 id)
{
    return kitchenAsked(request, [id, refuse = m_refuse](CafeStore &store) {
        if (!store.markReady(id))
            return refuse.notYours();
        ResponsePlan plan = seeOtherPlan("/board#order-" + QByteArray::number(store.openBeside(id)));
        plan.decisions.emplace_back(decision::WroteDatabase{"that an order is ready"});
        return plan;
    });
}

ResponsePlan CafeHandler::clearOrders(const Request &request)
{
    return kitchenAsked(request, [](CafeStore &store) {
        store.clearOrders();
        ResponsePlan plan = seeOtherPlan("/board");
        plan.decisions.emplace_back(decision::WroteDatabase{"that the order book is empty"});
        return plan;
    });
}

ResponsePlan CafeHandler::board(const Request &request)
{
    return asked(
        [guest = Guest(request.head), isKitchen = isInKitchen(request), pages = m_pages](CafeStore &store) {
            const std::vector<Order> orders = store.orders(OrdersShown);
            Decisions decisions;
            decisions.emplace_back(decision::AskedDatabase{"the orders", int(orders.size())});
            const QByteArray token = isKitchen ? store.tokenOf(guest.tag) : QByteArray();
            ResponsePlan plan = cafePagePlan(200, pages.board(orders, store.newestRevision(), token));
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
    return asked([since, visitor = request.visitor, board = m_cafe->board(), refuse = m_refuse](CafeStore &) {
        std::unique_ptr<BodyStream> stream = board->open(since, visitor);
        if (!stream)
            return refuse.crowded();
        ResponsePlan plan;
        plan.fields = cafeFields("text/event-stream");
        plan.body = Body(std::move(stream));
        plan.decisions.emplace_back(decision::OpenedEventStream{});
        return plan;
    });
}

} // namespace porchlight
