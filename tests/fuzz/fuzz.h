// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <random>

namespace porchlight::fuzz {

/// What a target does with one input; must keep nothing from one call to the next.
void check(QByteArrayView input);

/// Seeds for forEachPiece() to cut this input by: into single bytes, and in two ways of its own.
inline std::array<unsigned, 3> waysToCut(QByteArrayView input)
{
    const unsigned own = qChecksum(input);
    return {0, own + 1, own + 2};
}

/// Calls `visit` with consecutive pieces of `input` until it returns false. Their sizes follow from `seed`
/// alone, so that a finding repeats itself: 0 cuts into single bytes.
template <typename Visit>
void forEachPiece(QByteArrayView input, unsigned seed, Visit visit)
{
    std::minstd_rand random(seed);
    while (!input.isEmpty()) {
        const qsizetype most = qsizetype(1) << random() % 12;
        const qsizetype size = seed == 0 ? 1 : std::min<qsizetype>(input.size(), 1 + random() % most);
        if (!visit(input.first(size)))
            return;
        input = input.sliced(size);
    }
}

} // namespace porchlight::fuzz

/// An abort is a finding: it ends the run and keeps the input.
#define REQUIRE(condition)                                                                                   \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            std::fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);                     \
            std::abort();                                                                                    \
        }                                                                                                    \
    } while (false)
