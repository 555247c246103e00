// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace porchlight {

/// Takes from this process, for good, what decoding pictures does not need: memory without bound, new files,
/// rights by running another program, and a life without the server.
void confineProcess();

/// How long the processor may work at the next job; the process is ended by the kernel when it takes longer.
void limitNextJob();

} // namespace porchlight
