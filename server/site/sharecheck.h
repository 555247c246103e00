// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>

#include <chrono>

namespace porchlight {

/// Something a person should know before sharing a folder.
struct ShareRisk
{
    enum class Kind : quint8 {
        FileSystemRoot,  ///< The folder is "/": everything on this computer.
        WholeHomeFolder, ///< The folder is the home folder, or holds it.
        SystemFolder,    ///< /etc, /usr and the like, or a folder inside one.
        PrivateKey,      ///< A key that opens other computers or accounts.
        StoredSecrets,   ///< Passwords, tokens, a wallet, a password safe.
    };

    Kind kind;
    QByteArray path; ///< What was found, relative to the folder, bytes as on disk; empty when it is the
                     ///< folder itself.
    bool isHidden =
        false; ///< It is or lies below a dot file: out of visitors' reach unless hidden files are shared.

    friend bool operator==(const ShareRisk &, const ShareRisk &) = default;
};

/// How far the search for secrets goes; whichever bound is reached first ends it.
struct ShareCheckBounds
{
    int depth = 3; ///< Folders below the shared one; its own entries are at depth 1.
    int entries = 5'000;
    std::chrono::milliseconds time{1'500};
    int risks = 20; ///< Nobody reads more names.
};

/// What is risky about sharing this folder; empty: nothing was found. `folder` and `home` are absolute paths,
/// bytes as on disk. Nearest secrets first. Reads the disk, so it belongs on a pool thread; opens only
/// regular files.
QList<ShareRisk> shareRisks(const QByteArray &folder, const QByteArray &home,
                            const ShareCheckBounds &bounds = {});

} // namespace porchlight

Q_DECLARE_METATYPE(porchlight::ShareRisk)
