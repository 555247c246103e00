// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/cafepages.h"

#include "server/site/htmltext.h"

#include <algorithm>

namespace porchlight {
namespace {

enum class Place : quint8 { Menu, Board, Elsewhere };

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

QByteArray price(int cents)
{
    return "€" + number(cents / 100) + '.' + number(cents % 100).rightJustified(2, '0');
}

QByteArray navigation(Place place)
{
    const auto link = [place](const char *target, const char *name, Place itself) {
        return QByteArray("<a href=\"") + target + (place == itself ? "\" aria-current=\"page\">" : "\">") +
               name + "</a>";
    };
    return "<nav aria-label=\"Café\">" + link("/", "Menu", Place::Menu) +
           link("/board", "Orders", Place::Board) + "</nav>";
}

QByteArray page(const QByteArray &title, Place place, const QByteArray &head, const QByteArray &content)
{
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title +
           " · The Lantern Café</title>\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n"
           "<link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\">\n"
           "<link rel=\"stylesheet\" href=\"/cafe.css\">\n" +
           head +
           "</head>\n<body>\n<header class=\"top\">\n<a class=\"brand\" href=\"/\">"
           "<img src=\"/lantern.svg\" alt=\"\" width=\"32\" height=\"32\">The Lantern Café</a>\n" +
           navigation(place) + "\n</header>\n<main>\n" + content +
           "</main>\n<footer>Dine-in: every page is made for you, when you ask for "
           "it.</footer>\n</body>\n</html>\n";
}

/// For a page that goes on by itself where scripts run, and looks again every ten seconds where they do not.
constexpr char LiveHead[] = "<script src=\"/live.js\" defer></script>\n"
                            "<noscript><meta http-equiv=\"refresh\" content=\"10\"></noscript>\n";

QByteArray liveFrom(qint64 revision)
{
    return "data-live=\"/board/events?since=" + number(revision) + '"';
}

QByteArray visitsText(int visits)
{
    if (visits <= 1)
        return "You are here for the first time. Welcome.";
    return "You have been here <strong>" + number(visits) + " times</strong>.";
}

QByteArray dishChoice(const Dish &dish, bool isFirst)
{
    return "<li><label class=\"dish\"><input type=\"radio\" name=\"dish\" value=\"" + number(dish.id) +
           "\" required" + (isFirst ? " checked" : "") + "><img src=\"/" + text(dish.picture) +
           "\" alt=\"\" width=\"96\" height=\"96\"><span class=\"about\"><span class=\"name\">" +
           text(dish.name) + "</span><span class=\"words\">" + text(dish.description) +
           "</span></span><span class=\"price\">" + price(dish.cents) + "</span></label></li>\n";
}

QByteArray statePill(bool isReady)
{
    return isReady ? "<span class=\"state ready\">Ready</span>"
                   : "<span class=\"state\">In the kitchen</span>";
}

QByteArray readyForm(const QByteArray &id, const QByteArray &token)
{
    if (token.isEmpty())
        return {};
    return "<form method=\"post\" action=\"/order/" + id +
           "/ready\"><input type=\"hidden\" name=\"token\" value=\"" + token +
           "\"><button class=\"small\">Ready<span class=\"unseen\">: order " + id + "</span></button></form>";
}

QByteArray boardRow(const Order &order, const QByteArray &token)
{
    return "<li data-id=\"" + number(order.id) + "\" id=\"order-" + number(order.id) +
           "\"><span class=\"number\">" + number(order.id) +
           "</span><span class=\"what\"><span class=\"name\">" + number(order.quantity) + " × " +
           text(order.dish) + "</span><span class=\"words\">for " + isolated(order.name) + "</span>" +
           (order.note.isEmpty()
                ? QByteArray()
                : QByteArray("<span class=\"words note\">" + isolated(order.note) + "</span>")) +
           "</span>" + statePill(order.isReady) +
           (order.isReady ? QByteArray() : readyForm(number(order.id), token)) + "</li>\n";
}

} // namespace

QByteArray menuPage(const std::vector<Dish> &dishes, int visits, const QByteArray &token)
{
    QByteArray choices;
    for (const Dish &dish : dishes)
        choices += dishChoice(dish, choices.isEmpty());
    return page("Menu", Place::Menu, {},
                "<section class=\"hero\">\n<img src=\"/cafe.svg\" alt=\"The café at dusk, a lantern lit "
                "above its door\""
                " width=\"800\" height=\"400\">\n<div class=\"greeting\"><h1>Sit down, the kitchen is "
                "open</h1>\n<p>" +
                    visitsText(visits) +
                    "</p></div>\n</section>\n"
                    "<form class=\"order\" method=\"post\" action=\"/order\" accept-charset=\"utf-8\">\n"
                    "<input type=\"hidden\" name=\"token\" value=\"" +
                    token + "\">\n<fieldset><legend>What would you like?</legend>\n<ul class=\"menu\">\n" +
                    choices +
                    "</ul>\n</fieldset>\n<div class=\"fields\">\n"
                    "<label class=\"few\">How many<input type=\"number\" name=\"quantity\" min=\"1\" max=\"" +
                    number(OrderForm::MaxQuantity) +
                    "\" value=\"1\" required></label>\n"
                    "<label>Your name<input type=\"text\" name=\"name\" maxlength=\"" +
                    number(OrderForm::MaxName) +
                    "\" required autocomplete=\"nickname\"></label>\n"
                    "<label class=\"wide\">Anything the kitchen should know?<input type=\"text\" "
                    "name=\"note\" maxlength=\"" +
                    number(OrderForm::MaxNote) +
                    "\" autocomplete=\"off\"></label>\n</div>\n<button>Order</button>\n</form>\n");
}

QByteArray orderPage(const Order &order)
{
    return page("Order " + number(order.id), Place::Elsewhere, LiveHead,
                "<section class=\"card ticket\" " + liveFrom(order.revision) + " data-order=\"" +
                    number(order.id) + "\">\n<p class=\"big number\">" + number(order.id) +
                    "</p>\n<h1>Thank you, " + isolated(order.name) + "</h1>\n<p class=\"words\">" +
                    number(order.quantity) + " × " + text(order.dish) + ", " +
                    price(order.cents * order.quantity) + " in all</p>\n" +
                    (order.note.isEmpty()
                         ? QByteArray()
                         : QByteArray("<p class=\"words note\">" + isolated(order.note) + "</p>\n")) +
                    "<p role=\"status\">" + statePill(order.isReady) +
                    "</p>\n<p class=\"ways\"><a class=\"button\" href=\"/board\">See all orders</a>"
                    "<a class=\"button plain\" href=\"/\">Order something else</a></p>\n</section>\n");
}

QByteArray boardPage(const std::vector<Order> &orders, const QByteArray &token)
{
    QByteArray rows;
    qint64 newest = 0;
    for (const Order &order : orders) {
        rows += boardRow(order, token);
        newest = std::max(newest, order.revision);
    }
    const QByteArray kitchen = token.isEmpty() ? QByteArray()
                                               : "<p class=\"words kitchen\">This computer is the kitchen: "
                                                 "say here when an order is ready.</p>\n";
    return page(
        "Orders", Place::Board, LiveHead,
        "<div class=\"title\"><h1>Orders</h1><span class=\"live\" id=\"live\" hidden>Live</span></div>\n" +
            kitchen +
            "<noscript><p class=\"words\">Without scripts this page looks again every ten "
            "seconds.</p></noscript>\n"
            "<p class=\"unseen\" id=\"news\" role=\"status\"></p>\n"
            "<p class=\"card empty\" id=\"empty\"" +
            QByteArray(orders.empty() ? "" : " hidden") +
            ">No orders yet. The first one shows here by itself.</p>\n<ol class=\"board\" id=\"board\" " +
            liveFrom(newest) + " reversed>\n" + rows +
            "</ol>\n<template id=\"row\"><li><span class=\"number\"></span><span class=\"what\">"
            "<span class=\"name\"></span><span class=\"words\">for <bdi class=\"for\"></bdi></span>"
            "<span class=\"words note\"><bdi></bdi></span></span>" +
            statePill(false) + readyForm("", token) + "</li></template>\n");
}

QByteArray apologyPage(const Apology &apology)
{
    return page(apology.heading, Place::Elsewhere, {},
                "<section class=\"card apology\">\n<h1>" + apology.heading + "</h1>\n<p>" + apology.text +
                    "</p>\n<p class=\"ways\"><a class=\"button\" href=\"" + apology.way + "\">" +
                    apology.wayText + "</a></p>\n</section>\n");
}

Apology apologyFor(FormProblem problem)
{
    switch (problem) {
    case FormProblem::NoDish:
        return {"Which dish?", "None of those on the menu was chosen, so nothing was ordered. Choose one."};
    case FormProblem::BadQuantity:
        return {"How many?", "The kitchen makes 1 to 9 of a dish at a time. Nothing was ordered."};
    case FormProblem::NoName:
        return {"For whom?", "Without a name nobody knows whose order it is. Nothing was ordered."};
    case FormProblem::NameTooLong:
        return {"That name is too long", "The board has room for 40 letters. Nothing was ordered."};
    case FormProblem::NoteTooLong:
        return {"That is too long to read",
                "The kitchen reads notes of up to 140 letters. Nothing was ordered."};
    case FormProblem::NotUtf8:
        break;
    }
    return {"These letters cannot be read",
            "What was sent is not text in UTF-8, which browsers send by themselves. Nothing was ordered."};
}

} // namespace porchlight
