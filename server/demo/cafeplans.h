// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/cafepages.h"
#include "server/demo/orderform.h"
#include "server/transport/responseplan.h"

#include <chrono>
#include <optional>

namespace porchlight {

/// The fields of what the café made for one visitor at one moment: no copy of it is worth keeping.
ResponseFields cafeFields(QByteArrayView contentType);
/// A page of the café.
ResponsePlan cafePagePlan(int status, QByteArray page);
/// "Done; look there": after a form was posted (RFC 9110 §15.4.4).
ResponsePlan seeOtherPlan(const QByteArray &location);

/// A file that the pages need and that folders of older versions lack, by its path; nothing for any other.
std::optional<ResponsePlan> laterFilePlan(QByteArrayView path);

/// How the café says no, in one language: each a page that tells why, and where to go on.
class CafeRefusals final
{
public:
    explicit CafeRefusals(const CafePages &pages)
        : m_pages(pages)
    {}

    ResponsePlan notOffered(QByteArrayView allowed) const; ///< `allowed`: the methods that are.
    ResponsePlan notAForm() const;
    ResponsePlan tooMuch() const;
    ResponsePlan otherForm() const; ///< The token is not this visitor's.
    ResponsePlan notTheKitchen() const;
    ResponsePlan tooOften(std::chrono::seconds wait) const;
    ResponsePlan kitchenBusy() const; ///< As many orders from one address as may be are not ready yet.
    ResponsePlan wrongForm(FormProblem problem) const;
    ResponsePlan notOnTheMenu() const;
    ResponsePlan notYours() const;    ///< Nor anybody's, perhaps.
    ResponsePlan crowded() const;     ///< As many watch the board as can.
    ResponsePlan unavailable() const; ///< The database is.

private:
    ResponsePlan refusal(int status, const QByteArray &why, const Apology &apology) const;

    const CafePages m_pages;
};

} // namespace porchlight
