// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/rawclient.h"

namespace porchlight::test {

/// What is wrong with an answer whatever the request was: its syntax, its framing, its Date, and the fields
/// that its status asks for or forbids. Empty when nothing is. `toHttp10`: the request spoke HTTP/1.0.
QByteArray complaintAbout(const RawResponse &answer, bool toHttp10);

/// The head without its Date, which may differ between two answers that are otherwise the same.
QByteArray withoutDate(QByteArray head);

} // namespace porchlight::test
