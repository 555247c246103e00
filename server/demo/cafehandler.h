// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/cafe.h"
#include "server/demo/cafeplans.h"
#include "server/http/requesthandler.h"

#include <memory>
#include <optional>

namespace porchlight {

/// The dine-in café: its pages are made for each request, its pictures and its style are handed out by
/// another handler as everything else is. The kitchen is the browsers of this computer, which the teacher
/// projects, and those that came by /kitchen/ and the café's key: only there orders become ready, and are
/// cleared. No Host field is turned away, as schools give computers names of their own: a page from elsewhere
/// whose name leads here (DNS rebinding) sees what any phone in the room sees, of the café as of every shared
/// folder.
class CafeHandler final : public RequestHandler
{
public:
    CafeHandler(std::unique_ptr<RequestHandler> files, std::shared_ptr<Cafe> cafe, Language language);

    ResponsePlan answer(const Request &request) override;
    bool trim() override { return m_files->trim(); }
    bool takesContent() const override { return true; }

private:
    ResponsePlan menu(const Request &request);
    ResponsePlan takeOrder(const Request &request);
    ResponsePlan showOrder(const Request &request, qint64 id);
    ResponsePlan markReady(const Request &request, qint64 id);
    ResponsePlan clearOrders(const Request &request);
    ResponsePlan board(const Request &request);
    ResponsePlan events(const Request &request, QByteArrayView query);
    bool isInKitchen(const Request &request) const;
    ResponsePlan letIntoKitchen() const;
    ResponsePlan asked(Cafe::MakePlan make);
    /// asked(), for a form that only the kitchen has.
    ResponsePlan kitchenAsked(const Request &request, Cafe::MakePlan make);
    /// What stands in the way of looking at what was posted; without the database.
    std::optional<ResponsePlan> postObstacle(const Request &request, const QByteArray &visitor) const;

    const std::unique_ptr<RequestHandler> m_files;
    const std::shared_ptr<Cafe> m_cafe;
    const CafePages m_pages;
    const CafeRefusals m_refuse;
};

} // namespace porchlight
