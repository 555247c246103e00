// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace porchlight {

/// Lets this process open as many files as the system allows it, 65,536 at most: a connection takes one
/// descriptor, and a second while it sends a file, and shells start programs with 1,024.
void raiseDescriptorLimit();

} // namespace porchlight
