// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/contentcoder.h"

#include "server/http/codedstream.h"
#include "server/http/entitytag.h"
#include "server/http/filestream.h"

namespace porchlight {

namespace {

/// A path holds no NUL, and neither does a page, whose name is its whole content.
QByteArray nameOf(const StoredFile &file)
{
    return file.path + '\0' + fileEntityTag(file.size, file.modifiedNs, file.inode).opaque;
}

decision::Compressed decided(ContentCoding coding, qint64 from, qint64 to)
{
    return {nameOf(coding).toByteArray(), from, to};
}

/// What is worth remembering: empty when coding wins nothing.
QByteArray resultOf(QByteArray coded, qint64 from)
{
    if (coded.size() >= from)
        return {};
    coded.squeeze();
    return coded;
}

std::optional<ContentCoder::Coded> answerOf(const QByteArray &result, ContentCoding coding, qint64 from)
{
    if (result.isEmpty())
        return std::nullopt;
    return ContentCoder::Coded{Body(result), decided(coding, from, result.size())};
}

} // namespace

ContentCoder::ContentCoder(qint64 maxRemembered, qint64 maxStreaming)
    : m_contents(std::make_shared<CodedContents>(maxRemembered))
    , m_streaming(maxStreaming)
{}

std::optional<ContentCoder::Coded> ContentCoder::codeFile(const StoredFile &file, ContentCoding coding,
                                                          HttpVersion version) const
{
    const CodedContentKey key{nameOf(file), coding};
    if (const auto result = m_contents->find(key))
        return answerOf(*result, coding, file.size);
    if (file.size > MaxAtOnce)
        return version == HttpVersion::Http10 ? std::nullopt : codeFileAsStream(file, key);
    const QByteArray content = file.content.isNull() ? readContent(file) : file.content;
    if (content.isNull())
        return std::nullopt;
    return codeAtOnce(content, key, isUnchanged(file));
}

std::optional<ContentCoder::Coded> ContentCoder::codePage(Body &content, ContentCoding coding,
                                                          HttpVersion version) const
{
    if (content.stream) {
        if (version == HttpVersion::Http10)
            return std::nullopt;
        auto memory = m_streaming.take(compressorMemory(coding));
        if (!memory)
            return std::nullopt;
        return Coded{
            Body(std::make_unique<CodedStream>(std::move(content.stream), coding, std::move(*memory))),
            decided(coding, -1, -1)};
    }
    const auto *bytes = content.parts.size() == 1 ? std::get_if<QByteArray>(&content.parts.front()) : nullptr;
    if (!bytes || bytes->size() <= MinSize)
        return std::nullopt;
    const CodedContentKey key{*bytes, coding};
    if (const auto result = m_contents->find(key))
        return answerOf(*result, coding, bytes->size());
    return codeAtOnce(*bytes, key, true);
}

std::optional<ContentCoder::Coded> ContentCoder::codeAtOnce(const QByteArray &content,
                                                            const CodedContentKey &key, bool remember) const
{
    const QByteArray result = resultOf(makeCompressor(key.coding)->code(content, true), content.size());
    if (remember)
        m_contents->insert(key, result);
    return answerOf(result, key.coding, content.size());
}

std::optional<ContentCoder::Coded> ContentCoder::codeFileAsStream(const StoredFile &file,
                                                                  const CodedContentKey &key) const
{
    auto memory = m_streaming.take(compressorMemory(key.coding) + file.size); // for what is gathered, at most
    if (!memory)
        return std::nullopt;
    const auto remember = [contents = m_contents, file, key](QByteArray coded) {
        if (isUnchanged(file))
            contents->insert(key, resultOf(std::move(coded), file.size));
    };
    return Coded{Body(std::make_unique<CodedStream>(std::make_unique<FileStream>(file), key.coding,
                                                    std::move(*memory), remember)),
                 decided(key.coding, file.size, -1)};
}

} // namespace porchlight
