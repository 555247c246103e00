// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cafetext.h"

#include "ui/plaintext.h"

#include <QCoreApplication>

#include <algorithm>

namespace porchlight {

namespace {

constexpr const char *Said[] = {
    QT_TRANSLATE_NOOP("porchlight::CafeText", "the menu"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "the visit"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "the menu page"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "an order"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "the order"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "the order’s page"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "that an order is ready"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "that the order book is empty"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "the orders"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "the board’s page"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "the key of the kitchen"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "the database did not answer"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "no such order of this visitor"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "too often"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "the form is not from this visitor’s own page"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "only the kitchen does that"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "not a form"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "more than a form holds"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "the form is filled in wrongly"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "the dish is not on the menu"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "as many of its orders wait as may"),
    QT_TRANSLATE_NOOP("porchlight::CafeText", "as many watch the board as can"),
};

} // namespace

QString cafeText(const QByteArray &what)
{
    const auto known = std::find(std::begin(Said), std::end(Said), what);
    return known == std::end(Said) ? plainText(what)
                                   : QCoreApplication::translate("porchlight::CafeText", *known);
}

} // namespace porchlight
