// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/orderform.h"

#include "server/http/queryparameters.h"
#include "server/transport/tokens.h"

#include <QStringDecoder>

#include <optional>

namespace porchlight {
namespace {

constexpr qsizetype MaxDishDigits = 4;

bool isSeen(uint c)
{
    constexpr uint ZeroWidthNonJoiner = 0x200c, ZeroWidthJoiner = 0x200d; // scripts and emoji need them
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
        return false;
    case QChar::Other_Format:
        return c == ZeroWidthNonJoiner || c == ZeroWidthJoiner;
    default:
        return true;
    }
}

std::optional<QString> text(const QueryParameters &form, QByteArrayView name)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless); // an end is an end
    const QString decoded = decoder.decode(form.value(name).value_or(QByteArray()));
    if (decoder.hasError())
        return std::nullopt;
    QString seen;
    for (const uint c : decoded.simplified().toUcs4()) {
        if (isSeen(c))
            seen += QChar::fromUcs4(c);
    }
    return seen.simplified();
}

qsizetype characters(const QString &text)
{
    return text.toUcs4().size();
}

} // namespace

std::variant<OrderWish, FormProblem> OrderForm::parse(const QByteArray &content)
{
    const QueryParameters form(content);
    OrderWish wish;
    const QByteArray dish = form.value("dish").value_or(QByteArray());
    if (!isDigits(dish) || dish.size() > MaxDishDigits)
        return FormProblem::NoDish;
    wish.dish = dish.toInt();

    const QByteArray quantity = form.value("quantity").value_or(QByteArray());
    wish.quantity = isDigits(quantity) && quantity.size() == 1 ? quantity.toInt() : 0;
    if (wish.quantity < 1 || wish.quantity > MaxQuantity)
        return FormProblem::BadQuantity;

    const auto name = text(form, "name");
    const auto note = text(form, "note");
    if (!name || !note)
        return FormProblem::NotUtf8;
    if (name->isEmpty())
        return FormProblem::NoName;
    if (characters(*name) > MaxName)
        return FormProblem::NameTooLong;
    if (characters(*note) > MaxNote)
        return FormProblem::NoteTooLong;
    wish.name = *name;
    wish.note = *note;
    return wish;
}

} // namespace porchlight
