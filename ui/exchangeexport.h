// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace porchlight {

enum class ExportFormat : quint8 {
    Csv,         ///< RFC 4180, UTF-8 with a byte order mark, which spreadsheets need to see that it is UTF-8.
    CommonLog,   ///< The NCSA Common Log Format, escaped as Apache escapes it.
    CombinedLog, ///< The same with Referer and User-Agent.
};

struct ExportEntry
{
    Exchange exchange;
    QString visitor; ///< As the table names them.
};

struct ExportOutcome
{
    qsizetype written = 0;
    QString error; ///< The system's words; empty: all went well.
};

/// Text that begins like a formula gets an apostrophe in front, so that no spreadsheet computes what a
/// visitor sent. For cells of CSV and of the clipboard.
QString neutralCell(const QString &text);

/// One line with its end; empty for the header of a format that has none.
QByteArray exportHeader(ExportFormat format);
QByteArray exportLine(ExportFormat format, const ExportEntry &entry);

/// Writes all or nothing: a file that was there before stays as it was when anything fails. Any thread.
ExportOutcome writeExport(const QString &path, ExportFormat format, const std::vector<ExportEntry> &entries);

} // namespace porchlight
