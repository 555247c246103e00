// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace porchlight {

/// A file open for reading, closed with the last body that sends from it.
class OpenFile final
{
public:
    explicit OpenFile(int descriptor)
        : m_descriptor(descriptor)
    {}
    ~OpenFile();
    Q_DISABLE_COPY_MOVE(OpenFile)
    int descriptor() const { return m_descriptor; }

private:
    const int m_descriptor;
};

/// `length` bytes of a file from `offset`, both in bytes.
struct FileSlice
{
    std::shared_ptr<const OpenFile> file;
    qint64 offset = 0;
    qint64 length = 0;
};

/// How a stream came to its end.
enum class StreamEnd : quint8 { Whole, FileShrank, ReadFailed };

/// Makes content while it is sent. Called in the connection's thread, only when the visitor has taken what
/// came before, so memory stays bounded; must not block.
class BodyStream
{
public:
    virtual ~BodyStream();
    /// The next piece, of about 64 KiB at most; empty at the end.
    virtual QByteArray next() = 0;
    /// Asked after the empty piece. Anything but Whole cuts the connection: an incomplete answer is noticed,
    /// a wrong one is not.
    virtual StreamEnd end() const { return StreamEnd::Whole; }

    /// Bytes of the whole, where they are known; else the answer is sent chunked (RFC 9112 §7.1).
    virtual qint64 length() const { return -1; }
    /// Asked after an empty piece, before end(): whether more comes later. It has then kept `ready`, and
    /// calls it from any thread when next() is to be asked again. `ready` outlives the connection.
    virtual bool waits(const std::function<void()> &ready);
    /// Whether a piece may take long to make, so that what came before it leaves first.
    virtual bool takesItsTime() const { return false; }
    /// Whether it goes on for ever, so that a visitor who sends no more has left.
    virtual bool endsWithVisitor() const { return false; }
    /// How many events of an event stream next() has given; -1: it is none.
    virtual qint64 events() const { return -1; }
    /// What those told of that came since it was last asked, in few words, the oldest first: "order 1".
    virtual QList<QByteArray> takeEvents() { return {}; }
};

/// The content of a response: bytes and slices of files in order (a multipart answer has both), or a stream
/// that makes it. Empty: no content.
struct Body
{
    using Part = std::variant<QByteArray, FileSlice>;
    std::vector<Part> parts;
    std::unique_ptr<BodyStream> stream;

    Body() = default;
    Body(QByteArray bytes);
    Body(FileSlice slice);
    Body(std::unique_ptr<BodyStream> source);

    /// Bytes; -1 when a stream makes it that does not know.
    qint64 length() const;
};

} // namespace porchlight
