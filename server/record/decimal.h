// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <charconv>

namespace porchlight {

/// Appends the number to a container of char in decimal digits, with zeros in front up to `width` of them.
/// What is written for every request or row writes many: printf takes five times as long.
template <typename Container, typename Integer>
void appendDecimal(Container &out, Integer number, int width = 1)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    for (auto length = end - digits.data(); length < width; ++length)
        out.append('0');
    out.append(digits.data(), end - digits.data());
}

} // namespace porchlight
