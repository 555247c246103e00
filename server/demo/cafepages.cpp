// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/cafepages.h"

#include "server/demo/orderform.h"
#include "server/site/htmltext.h"

namespace porchlight {
namespace {

QByteArray text(const QString &written)
{
    return htmlText(written.toUtf8());
}

/// What a visitor wrote, which may run from right to left.
QByteArray isolated(const QString &written)
{
    return "<bdi>" + text(written) + "</bdi>";
}

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

QByteArray timesDish(const Order &order)
{
    return number(order.quantity) + " × " + text(order.dish);
}

/// For a page that goes on by itself where scripts run, and looks again every ten seconds where they do not.
constexpr char LiveHead[] = "<script src=\"/board.js\" defer></script>\n"
                            "<noscript><meta http-equiv=\"refresh\" content=\"10\"></noscript>\n";

} // namespace

QByteArray CafePages::navigation(Place place) const
{
    const auto link = [&](const char *target, const char *name, Place itself) {
        return QByteArray("<a href=\"") + target + (place == itself ? "\" aria-current=\"page\">" : "\">") +
               m_words->text(name) + "</a>";
    };
    return "<nav aria-label=\"" + m_words->text("cafeNavigation") + "\">" + link("/", "menu", Place::Menu) +
           link("/board", "orders", Place::Board) + "</nav>";
}

QByteArray CafePages::page(const QByteArray &title, Place place, const QByteArray &head,
                           const QByteArray &content) const
{
    const QByteArray cafe = m_words->text("cafe");
    return "<!DOCTYPE html>\n<html lang=\"" + tagOf(m_words->language()) +
           "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title + " · " + cafe +
           "</title>\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n"
           "<link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\">\n"
           "<link rel=\"stylesheet\" href=\"/cafe.css\">\n" +
           head +
           "</head>\n<body>\n<header class=\"top\">\n<a class=\"brand\" href=\"/\">"
           "<img src=\"/lantern.svg\" alt=\"\" width=\"32\" height=\"32\">" +
           cafe + "</a>\n" + navigation(place) + "\n</header>\n<main>\n" + content + "</main>\n<footer>" +
           m_words->text("dineInFoot") + "</footer>\n</body>\n</html>\n";
}

/// Where a page goes on after what it shows, and the words for what the script puts there.
QByteArray CafePages::liveFrom(qint64 revision) const
{
    return "data-live=\"/board/events?since=" + number(revision) + "\" data-words=\"" +
           htmlText(m_words->json(
               {"live", "connecting", "ready", "readyOrder", "newsReady", "newsOrder", "newsCleared"})) +
           '"';
}

QByteArray CafePages::visits(int visits) const
{
    if (visits <= 1)
        return m_words->text("firstVisit");
    return m_words->text("visits", "times",
                         "<strong>" + m_words->text("times", "n", number(visits)) + "</strong>");
}

QByteArray CafePages::choice(const Dish &dish, bool isFirst) const
{
    return "<li><label class=\"dish\"><input type=\"radio\" name=\"dish\" value=\"" + number(dish.id) +
           "\" required" + (isFirst ? " checked" : "") + "><img src=\"/" + text(dish.picture) +
           "\" alt=\"\" width=\"96\" height=\"96\"><span class=\"about\"><span class=\"name\">" +
           text(dish.name) + "</span><span class=\"words\">" + text(dish.description) +
           "</span></span><span class=\"price\">" + m_words->price(dish.cents) + "</span></label></li>\n";
}

QByteArray CafePages::state(bool isReady) const
{
    return isReady ? "<span class=\"state ready\">" + m_words->text("ready") + "</span>"
                   : "<span class=\"state\">" + m_words->text("inKitchen") + "</span>";
}

QByteArray CafePages::readyForm(const QByteArray &id, const QByteArray &token) const
{
    if (token.isEmpty())
        return {};
    return "<form method=\"post\" action=\"/order/" + id +
           "/ready\"><input type=\"hidden\" name=\"token\" value=\"" + token + "\"><button class=\"small\">" +
           m_words->text("ready") + "<span class=\"unseen\">" + m_words->text("readyOrder", "n", id) +
           "</span></button></form>";
}

QByteArray CafePages::row(const Order &order, const QByteArray &token) const
{
    return "<li data-id=\"" + number(order.id) + "\" id=\"order-" + number(order.id) +
           "\"><span class=\"number\">" + number(order.id) +
           "</span><span class=\"what\"><span class=\"name\">" + timesDish(order) +
           "</span><span class=\"words\">" + m_words->text("forName", "name", isolated(order.name)) +
           "</span>" +
           (order.note.isEmpty()
                ? QByteArray()
                : QByteArray("<span class=\"words note\">" + isolated(order.note) + "</span>")) +
           "</span>" + state(order.isReady) +
           (order.isReady ? QByteArray() : readyForm(number(order.id), token)) + "</li>\n";
}

QByteArray CafePages::menu(const std::vector<Dish> &dishes, int visits, const QByteArray &token) const
{
    QByteArray choices;
    for (const Dish &dish : dishes)
        choices += choice(dish, choices.isEmpty());
    const CafeWords &words = *m_words;
    return page(words.text("menu"), Place::Menu, {},
                "<section class=\"hero\">\n<img src=\"/cafe.svg\" alt=\"" + words.text("drawing") +
                    "\" width=\"800\" height=\"400\">\n<div class=\"greeting\"><h1>" +
                    words.text("menuHeading") + "</h1>\n<p>" + this->visits(visits) +
                    "</p></div>\n</section>\n"
                    "<form class=\"order\" method=\"post\" action=\"/order\" accept-charset=\"utf-8\">\n"
                    "<input type=\"hidden\" name=\"token\" value=\"" +
                    token + "\">\n<fieldset><legend>" + words.text("whichDish") +
                    "</legend>\n<ul class=\"menu\">\n" + choices +
                    "</ul>\n</fieldset>\n<div class=\"fields\">\n<label class=\"few\">" +
                    words.text("howMany") + "<input type=\"number\" name=\"quantity\" min=\"1\" max=\"" +
                    number(OrderForm::MaxQuantity) + "\" value=\"1\" required></label>\n<label>" +
                    words.text("yourName") + "<input type=\"text\" name=\"name\" maxlength=\"" +
                    number(OrderForm::MaxName) +
                    "\" required autocomplete=\"nickname\"></label>\n<label class=\"wide\">" +
                    words.text("note") + "<input type=\"text\" name=\"note\" maxlength=\"" +
                    number(OrderForm::MaxNote) + "\" autocomplete=\"off\"></label>\n</div>\n<button>" +
                    words.text("order") + "</button>\n</form>\n");
}

QByteArray CafePages::order(const Order &order) const
{
    const CafeWords &words = *m_words;
    const QByteArray inAll = words.text("inAll", "price", words.price(order.cents * order.quantity))
                                 .replace("{what}", timesDish(order));
    return page(words.text("orderTitle", "n", number(order.id)), Place::Elsewhere, LiveHead,
                "<section class=\"card ticket\" " + liveFrom(order.revision) + " data-order=\"" +
                    number(order.id) + "\">\n<p class=\"big number\">" + number(order.id) + "</p>\n<h1>" +
                    words.text("thanks", "name", isolated(order.name)) + "</h1>\n<p class=\"words\">" +
                    inAll + "</p>\n" +
                    (order.note.isEmpty()
                         ? QByteArray()
                         : QByteArray("<p class=\"words note\">" + isolated(order.note) + "</p>\n")) +
                    "<p role=\"status\">" + state(order.isReady) +
                    "</p>\n<p class=\"ways\"><a class=\"button\" href=\"/board\">" + words.text("seeOrders") +
                    "</a><a class=\"button plain\" href=\"/\">" + words.text("orderMore") +
                    "</a></p>\n</section>\n");
}

QByteArray CafePages::kitchen(bool hasOrders, const QByteArray &token) const
{
    if (token.isEmpty())
        return {};
    return "<p class=\"words kitchen\">" + m_words->text("kitchen") +
           "</p>\n<details class=\"clear\" id=\"clear\"" + (hasOrders ? "" : " hidden") + "><summary>" +
           m_words->text("clearQuestion") + "</summary>\n<form method=\"post\" action=\"/board/clear\">" +
           "<input type=\"hidden\" name=\"token\" value=\"" + token + "\"><p class=\"words\">" +
           m_words->text("clearText") + "</p><button class=\"small\">" + m_words->text("clear") +
           "</button></form></details>\n";
}

QByteArray CafePages::board(const std::vector<Order> &orders, qint64 revision, const QByteArray &token) const
{
    QByteArray rows;
    for (const Order &order : orders)
        rows += row(order, token);
    const CafeWords &words = *m_words;
    return page(words.text("orders"), Place::Board, LiveHead,
                "<div class=\"title\"><h1>" + words.text("orders") +
                    "</h1><span class=\"live\" id=\"live\" hidden>" + words.text("live") + "</span></div>\n" +
                    kitchen(!orders.empty(), token) + "<noscript><p class=\"words\">" +
                    words.text("noScripts") +
                    "</p></noscript>\n"
                    "<p class=\"unseen\" id=\"news\" role=\"status\"></p>\n"
                    "<p class=\"card empty\" id=\"empty\"" +
                    QByteArray(orders.empty() ? "" : " hidden") + '>' + words.text("noOrders") +
                    "</p>\n<ol class=\"board\" id=\"board\" " + liveFrom(revision) + ">\n" + rows +
                    "</ol>\n<template id=\"row\"><li><span class=\"number\"></span><span class=\"what\">"
                    "<span class=\"name\"></span><span class=\"words\">" +
                    words.text("forName", "name", "<bdi class=\"for\"></bdi>") +
                    "</span><span class=\"words note\"><bdi></bdi></span></span>" + state(false) +
                    readyForm("", token) + "</li></template>\n");
}

QByteArray CafePages::apology(const Apology &apology) const
{
    const QByteArray heading = m_words->text(apology.heading);
    return page(heading, Place::Elsewhere, {},
                "<section class=\"card apology\">\n<h1>" + heading + "</h1>\n<p>" +
                    m_words->text(apology.text, "n", apology.number) +
                    "</p>\n<p class=\"ways\"><a class=\"button\" href=\"" + apology.way + "\">" +
                    m_words->text(apology.wayText) + "</a></p>\n</section>\n");
}

} // namespace porchlight
