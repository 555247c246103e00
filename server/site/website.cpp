// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/website.h"

#include <algorithm>
#include <utility>

namespace porchlight {
namespace {

constexpr qint64 GoodFor = 1'000'000'000; // nanoseconds

} // namespace

Website::Website(SharedFolder folder)
    : m_folder(std::move(folder))
{}

bool Website::isOne(qint64 now)
{
    if (!isKnown(now)) {
        m_goodUntil = now + GoodFor;
        m_isOne = std::any_of(std::begin(IndexNames), std::end(IndexNames), [this](const char *name) {
            return std::holds_alternative<resolved::File>(m_folder.resolve({{name}, false, {}}));
        });
    }
    return m_isOne;
}

} // namespace porchlight
