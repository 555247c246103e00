// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/order.h"

#include <QByteArray>

#include <variant>

namespace porchlight {

/// What keeps a form from being an order.
enum class FormProblem : quint8 {
    NoDish,      ///< None was chosen, or what stands there is no number.
    BadQuantity, ///< Not 1 to 9.
    NoName,
    NameTooLong,
    NoteTooLong,
    NotUtf8,
};

/// The order form as a browser sends it (application/x-www-form-urlencoded).
class OrderForm final
{
public:
    static constexpr int MaxName = 40;  ///< Characters: two long names.
    static constexpr int MaxNote = 140; ///< Characters: a sentence or two, which the board can show.
    static constexpr int MaxQuantity = 9;
    /// Bytes. The longest order, every byte of it percent-encoded, has half of that.
    static constexpr qsizetype MaxContent = 4096;

    /// Whether the dish is on the menu only the menu knows. White space is simplified, and what would act
    /// instead of being seen (control and format characters) left out.
    static std::variant<OrderWish, FormProblem> parse(const QByteArray &content);
};

} // namespace porchlight
