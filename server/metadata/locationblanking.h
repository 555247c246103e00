// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace porchlight {

/// Takes the place out of a TIFF structure without moving anything else: the GPS directory's entry goes, and
/// the directory and its values become zeros. False when there is none, or it cannot be read.
bool blankExifLocation(QByteArray &tiff);

/// Whether it begins with a name of Exif's directory or of IPTC's fields that tell a place, without its
/// namespace: "GPSLatitude", "City", "LocationCreated".
bool isPlaceName(QByteArrayView name);

/// Blanks the values of what is named GPS…, City, Location… and the like in an XMP packet, whatever its
/// prefix. False when there are none.
bool blankXmpLocation(QByteArray &packet);

/// Blanks city, country and the like among IPTC's fields in an APP13 segment of a JPEG file. False when there
/// are none.
bool blankIptcLocation(QByteArray &app13);

} // namespace porchlight
