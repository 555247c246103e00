// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/http/conformance/row.h"

namespace porchlight::test {

Rows requestLineRows();
Rows targetRows();
Rows fieldRows();
Rows hostRows();
Rows framingRows();
Rows chunkedRows();
Rows connectionRows();
Rows pipelineRows();
Rows expectRows();
Rows methodRows();
Rows conditionRows();
Rows dateRows();
Rows rangeRows();
Rows cachingRows();
Rows codingRows();

} // namespace porchlight::test
