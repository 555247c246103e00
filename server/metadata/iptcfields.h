// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace porchlight {

/// A field of IPTC-IIM's application record, which tells of a photo's content (IIM 4.2, chapter 6).
struct IptcField
{
    int number = 0;       ///< 120 is the caption.
    qsizetype offset = 0; ///< Of its value, from the segment's beginning.
    qsizetype length = 0;
};

/// The fields in the content of an APP13 segment of a JPEG file, among Photoshop's resources; fields in the
/// long form, which no text needs, end the record.
std::vector<IptcField> iptcFields(QByteArrayView app13);

} // namespace porchlight
