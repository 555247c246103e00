// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace porchlight::test {

/// Whether this build is one whose speed says something: optimised, and without a sanitizer.
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
inline constexpr bool IsRelease = true;
#else
inline constexpr bool IsRelease = false;
#endif

} // namespace porchlight::test
