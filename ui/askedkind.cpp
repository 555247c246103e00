// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/askedkind.h"

#include <algorithm>

namespace porchlight {

namespace {

struct Suffix
{
    const char *text;
    AskedKind kind;
};

constexpr Suffix Suffixes[] = {
    {"html", AskedKind::Page},    {"htm", AskedKind::Page},    {"xhtml", AskedKind::Page},
    {"jpg", AskedKind::Photo},    {"jpeg", AskedKind::Photo},  {"heic", AskedKind::Photo},
    {"heif", AskedKind::Photo},   {"tif", AskedKind::Photo},   {"tiff", AskedKind::Photo},
    {"png", AskedKind::Picture},  {"gif", AskedKind::Picture}, {"webp", AskedKind::Picture},
    {"avif", AskedKind::Picture}, {"svg", AskedKind::Picture}, {"bmp", AskedKind::Picture},
    {"ico", AskedKind::Picture},  {"mp4", AskedKind::Video},   {"m4v", AskedKind::Video},
    {"mov", AskedKind::Video},    {"webm", AskedKind::Video},  {"mkv", AskedKind::Video},
    {"avi", AskedKind::Video},    {"mp3", AskedKind::Sound},   {"m4a", AskedKind::Sound},
    {"ogg", AskedKind::Sound},    {"opus", AskedKind::Sound},  {"flac", AskedKind::Sound},
    {"wav", AskedKind::Sound},
};

AskedKind kindOfType(const QByteArray &type)
{
    if (type.startsWith("text/html"))
        return AskedKind::Page;
    if (type.startsWith("image/jpeg"))
        return AskedKind::Photo;
    if (type.startsWith("image/"))
        return AskedKind::Picture;
    if (type.startsWith("video/"))
        return AskedKind::Video;
    return type.startsWith("audio/") ? AskedKind::Sound : AskedKind::File;
}

} // namespace

AskedKind askedKind(const Exchange &exchange)
{
    const QByteArrayView target = exchange.targetView();
    const qsizetype query = target.indexOf('?');
    const QByteArrayView path = target.first(query < 0 ? target.size() : query);
    if (path.endsWith('/'))
        return AskedKind::Folder;
    const QByteArrayView name = path.sliced(path.lastIndexOf('/') + 1);
    if (const qsizetype dot = name.lastIndexOf('.'); dot >= 0) {
        const QByteArrayView suffix = name.sliced(dot + 1);
        const auto known = std::find_if(std::begin(Suffixes), std::end(Suffixes), [&](const Suffix &s) {
            return suffix.compare(s.text, Qt::CaseInsensitive) == 0;
        });
        if (known != std::end(Suffixes))
            return known->kind;
        return AskedKind::File;
    }
    return kindOfType(exchange.responseField("Content-Type"));
}

} // namespace porchlight
