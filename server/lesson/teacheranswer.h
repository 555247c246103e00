// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <variant>

namespace porchlight {

/// What a teacher decides about a request that waits at the door.
namespace teacheranswer {

struct AsItIs
{
}; ///< What Porchlight would have answered.
struct Status
{
    int status;
}; ///< A page that explains this status code.
struct Redirect
{
    int status;          ///< 301, 302, 307 or 308
    QByteArray location; ///< A URI reference (RFC 9110 §10.2.2), printable ASCII.
};
struct Later
{
    std::chrono::milliseconds delay;
}; ///< As it is, after this time.

} // namespace teacheranswer

using TeacherAnswer =
    std::variant<teacheranswer::AsItIs, teacheranswer::Status, teacheranswer::Redirect, teacheranswer::Later>;

} // namespace porchlight
