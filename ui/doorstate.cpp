// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/doorstate.h"

#include <algorithm>
#include <iterator>

namespace porchlight {

namespace {

using Place = Decisions::const_iterator;

struct AtDoor
{
    DoorState state;
    Place came, went; ///< The decisions that tell; the end where there is none.
};

AtDoor atDoor(const Exchange &exchange)
{
    const auto end = exchange.decisions.cend();
    const auto came = std::find_if(exchange.decisions.cbegin(), end, [](const Decision &each) {
        return std::holds_alternative<decision::HeldAtDoor>(each) ||
               std::holds_alternative<decision::PassedFullDoor>(each);
    });
    for (Place each = came; each != end; ++each) {
        if (std::holds_alternative<decision::PassedFullDoor>(*each))
            return {DoorState::WentBy, came, each};
        if (std::holds_alternative<decision::LetIn>(*each))
            return {DoorState::LetIn, came, each};
        if (std::holds_alternative<decision::AnsweredByTeacher>(*each))
            return {DoorState::Answered, came, each};
    }
    // Whatever else was decided since, or an answer, tells that nobody waited there any more.
    const bool waits = came != end && std::next(came) == end && exchange.status == 0;
    return {waits ? DoorState::Waits : DoorState::DidNotWait, came, end};
}

} // namespace

DoorState doorState(const Exchange &exchange)
{
    return atDoor(exchange).state;
}

std::optional<DoorStay> stayAtDoor(const Exchange &exchange)
{
    const AtDoor door = atDoor(exchange);
    if (door.state == DoorState::DidNotWait || door.state == DoorState::WentBy)
        return {};
    return DoorStay{door.came->at, door.state == DoorState::Waits ? -1 : door.went->at};
}

} // namespace porchlight
