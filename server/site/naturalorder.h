// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace porchlight {

/// What a name sorts by: keys compared by their code units put names in the order people expect. Numbers go
/// by value ("IMG_2" before "IMG_10"), case and accents do not count ("Élan" beside "elan"), bytes that are
/// not UTF-8 count as U+FFFD. Different names may have the same key: break ties by the names' bytes.
/// (QCollator's numeric mode takes many times as long, and orders by the computer's language, not the
/// visitor's.)
QString naturalSortKey(QByteArrayView name);

} // namespace porchlight
