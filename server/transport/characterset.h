// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace porchlight {

/// Which bytes a grammar allows, as a table: every byte of every head is asked for.
class CharacterSet final
{
public:
    /// ASCII letters and digits, and those given.
    static constexpr CharacterSet alphanumericAnd(std::string_view others)
    {
        CharacterSet set;
        for (int c = 'a'; c <= 'z'; ++c)
            set.m_has[size_t(c)] = true;
        for (int c = 'A'; c <= 'Z'; ++c)
            set.m_has[size_t(c)] = true;
        for (int c = '0'; c <= '9'; ++c)
            set.m_has[size_t(c)] = true;
        for (const char c : others)
            set.m_has[static_cast<unsigned char>(c)] = true;
        return set;
    }

    constexpr bool contains(char c) const { return m_has[static_cast<unsigned char>(c)]; }

private:
    std::array<bool, 256> m_has{};
};

} // namespace porchlight
