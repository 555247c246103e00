// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests.h"
#include "server/http/entitytag.h"
#include "server/http/fileanswer.h"
#include "server/transport/httpdate.h"
#include "server/transport/limits.h"

#include <QDateTime>
#include <QtTest>

using namespace porchlight;

namespace {

constexpr qint64 ModifiedNs = 784'111'777'500'000'000;
const QByteArray Modified("Sun, 06 Nov 1994 08:49:37 GMT");

StoredFile fileOf(qint64 size, const QByteArray &path = "Lake/notes.txt")
{
    return {std::make_shared<OpenFile>(-1), path, size, ModifiedNs, 42};
}

QByteArray tagOf(const StoredFile &file)
{
    return fileEntityTag(file.size, file.modifiedNs, file.inode).toField();
}

/// The field's value; "absent" when there is none, "twice" when there is more than one.
QByteArray fieldOf(const ResponsePlan &plan, const QByteArray &name)
{
    if (plan.fields.lines().count(name + ": ") > 1)
        return "twice";
    const QByteArray value = plan.fields.value(name);
    return value.isNull() ? QByteArray("absent") : value;
}

/// "0+5": offset and length of every slice.
QByteArray slicesOf(const ResponsePlan &plan)
{
    QByteArrayList slices;
    for (const Body::Part &part : plan.body.parts) {
        if (const auto *slice = std::get_if<FileSlice>(&part))
            slices.append(QByteArray::number(slice->offset) + '+' + QByteArray::number(slice->length));
    }
    return slices.join(',');
}

struct NameOfDecision
{
    QByteArray operator()(const decision::FoundFile &) const { return "found"; }
    QByteArray operator()(const decision::ETagMatched &) const { return "etag"; }
    QByteArray operator()(const decision::UnchangedSince &) const { return "unchanged"; }
    QByteArray operator()(const decision::PreconditionFailed &) const { return "failed"; }
    QByteArray operator()(const decision::RangeTaken &r) const
    {
        return "range:" + QByteArray::number(r.first) + '-' + QByteArray::number(r.last) + '/' +
               QByteArray::number(r.size);
    }
    QByteArray operator()(const decision::RangesTaken &r) const
    {
        return "ranges:" + QByteArray::number(r.count) + '/' + QByteArray::number(r.size);
    }
    QByteArray operator()(const decision::RangeIgnored &) const { return "ignored"; }
    QByteArray operator()(const decision::RangeUnsatisfiable &r) const
    {
        return "unsatisfiable:" + QByteArray::number(r.size);
    }
    QByteArray operator()(const decision::SentBySendfile &) const { return "sendfile"; }
    QByteArray operator()(const decision::SentFromMemory &) const { return "memory"; }
    template <typename Other>
    QByteArray operator()(const Other &) const
    {
        return "unexpected";
    }
};

QByteArray decisionsOf(const ResponsePlan &plan)
{
    QByteArrayList names;
    for (const Decision &decision : plan.decisions)
        names.append(std::visit(NameOfDecision{}, decision));
    return names.join(' ');
}

} // namespace

class TestFileAnswer final : public QObject
{
    Q_OBJECT
private slots:
    void plans_data();
    void plans();
    void describesTheFile();
    void notModifiedDescribesNoContent();
    void answersSeveralRanges();
    void answersHeadLikeGet_data();
    void answersHeadLikeGet();
    void choosesTheWayOut_data();
    void choosesTheWayOut();
    void foundFileNamesPathAndSize();
    void capsTheFuture();
};

void TestFileAnswer::plans_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contentRange");
    QTest::addColumn<QByteArray>("slices");
    QTest::addColumn<QByteArray>("decisions");
    const auto row = [](const char *name, const QByteArray &fields, qint64 size, int status,
                        const char *contentRange, const char *slices, const char *decisions) {
        QTest::addRow("%s", name) << fields << size << status << QByteArray(contentRange)
                                  << QByteArray(slices) << QByteArray(decisions);
    };
    const QByteArray tag = tagOf(fileOf(11));

    row("plain", "", 11, 200, "absent", "0+11", "found memory");
    row("an empty file", "", 0, 200, "absent", "", "found");
    row("over 4 GiB", "", 6'000'000'000, 200, "absent", "0+6000000000", "found sendfile");

    row("a range", line("Range", "bytes=0-4"), 11, 206, "bytes 0-4/11", "0+5", "found range:0-4/11 memory");
    row("a suffix longer than the file serves the whole file", line("Range", "bytes=-999"), 11, 206,
        "bytes 0-10/11", "0+11", "found range:0-10/11 memory");
    row("a range beyond 4 GiB", line("Range", "bytes=5000000000-"), 6'000'000'000, 206,
        "bytes 5000000000-5999999999/6000000000", "5000000000+1000000000",
        "found range:5000000000-5999999999/6000000000 sendfile");
    row("a small range of a large file", line("Range", "bytes=0-9"), 6'000'000'000, 206,
        "bytes 0-9/6000000000", "0+10", "found range:0-9/6000000000 memory");
    row("two ranges that touch are one", line("Range", "bytes=0-1,2-3"), 11, 206, "bytes 0-3/11", "0+4",
        "found range:0-3/11 memory");
    row("a start past the end is unsatisfiable", line("Range", "bytes=11-"), 11, 416, "bytes */11", "",
        "found unsatisfiable:11");
    row("any range of an empty file is unsatisfiable", line("Range", "bytes=0-"), 0, 416, "bytes */0", "",
        "found unsatisfiable:0");
    row("a malformed range is ignored", line("Range", "bytes=x"), 11, 200, "absent", "0+11",
        "found ignored memory");
    row("another unit is ignored", line("Range", "pages=1-2"), 11, 200, "absent", "0+11",
        "found ignored memory");
    row("overlapping ranges above the file are ignored", line("Range", "bytes=0-,0-"), 11, 200, "absent",
        "0+11", "found ignored memory");

    row("If-Range with this version", line("Range", "bytes=0-4") + line("If-Range", tag), 11, 206,
        "bytes 0-4/11", "0+5", "found range:0-4/11 memory");
    row("If-Range with another version", line("Range", "bytes=0-4") + line("If-Range", "\"old\""), 11, 200,
        "absent", "0+11", "found ignored memory");
    row("If-Range with another version hides 416", line("Range", "bytes=99-") + line("If-Range", "\"old\""),
        11, 200, "absent", "0+11", "found ignored memory");
    row("If-Range with the date", line("Range", "bytes=0-4") + line("If-Range", Modified), 11, 206,
        "bytes 0-4/11", "0+5", "found range:0-4/11 memory");
    row("If-Range without Range", line("If-Range", "\"old\""), 11, 200, "absent", "0+11", "found memory");

    row("If-None-Match with this version", line("If-None-Match", tag), 11, 304, "absent", "", "found etag");
    row("If-None-Match goes before Range", line("If-None-Match", tag) + line("Range", "bytes=0-4"), 11, 304,
        "absent", "", "found etag");
    row("If-None-Match goes before 416", line("If-None-Match", tag) + line("Range", "bytes=99-"), 11, 304,
        "absent", "", "found etag");
    row("If-None-Match with another version", line("If-None-Match", "\"old\"") + line("Range", "bytes=0-4"),
        11, 206, "bytes 0-4/11", "0+5", "found range:0-4/11 memory");
    row("If-Modified-Since then", line("If-Modified-Since", Modified), 11, 304, "absent", "",
        "found unchanged");
    row("If-Modified-Since before", line("If-Modified-Since", "Sun, 06 Nov 1994 08:49:36 GMT"), 11, 200,
        "absent", "0+11", "found memory");
    row("If-Match with another version", line("If-Match", "\"old\""), 11, 412, "absent", "", "found failed");
    row("If-Match with this version and a range", line("If-Match", tag) + line("Range", "bytes=-1"), 11, 206,
        "bytes 10-10/11", "10+1", "found range:10-10/11 memory");
    row("If-Unmodified-Since before", line("If-Unmodified-Since", "Sun, 06 Nov 1994 08:49:36 GMT"), 11, 412,
        "absent", "", "found failed");
}

void TestFileAnswer::plans()
{
    QFETCH(QByteArray, fields);
    QFETCH(qint64, size);
    const ResponsePlan plan = planFile(requestHead("GET", fields), represent(fileOf(size)));
    QTEST(plan.status, "status");
    QTEST(fieldOf(plan, "Content-Range"), "contentRange");
    QTEST(slicesOf(plan), "slices");
    QTEST(decisionsOf(plan), "decisions");
}

void TestFileAnswer::describesTheFile()
{
    const StoredFile file = fileOf(11);
    for (const QByteArray range : {"", "Range: bytes=0-4\r\n"}) {
        const ResponsePlan plan = planFile(requestHead("GET", range), represent(file));
        QCOMPARE(fieldOf(plan, "Content-Type"), QByteArray("text/plain; charset=utf-8"));
        QCOMPARE(fieldOf(plan, "X-Content-Type-Options"), QByteArray("nosniff"));
        QCOMPARE(fieldOf(plan, "Last-Modified"), Modified);
        QCOMPARE(fieldOf(plan, "ETag"), tagOf(file));
        QCOMPARE(fieldOf(plan, "Accept-Ranges"), QByteArray("bytes"));
        QCOMPARE(fieldOf(plan, "Cache-Control"), QByteArray("no-cache"));
        QCOMPARE(fieldOf(plan, "Content-Length"), QByteArray("absent"));
    }
}

void TestFileAnswer::notModifiedDescribesNoContent()
{
    const StoredFile file = fileOf(11);
    const ResponsePlan plan = planFile(requestHead("GET", line("If-None-Match", "*")), represent(file));
    QCOMPARE(plan.status, 304);
    QCOMPARE(plan.fields.lines(),
             "ETag: " + tagOf(file) + "\r\nCache-Control: no-cache\r\nVary: Accept-Encoding\r\n");
}

void TestFileAnswer::answersSeveralRanges()
{
    const ResponsePlan plan =
        planFile(requestHead("GET", line("Range", "bytes=8-9,0-1")), represent(fileOf(11)));
    QCOMPARE(plan.status, 206);
    QCOMPARE(slicesOf(plan), QByteArray("8+2,0+2"));
    QCOMPARE(decisionsOf(plan), QByteArray("found ranges:2/11 memory"));
    QCOMPARE(fieldOf(plan, "Content-Range"), QByteArray("absent"));

    const QByteArray type = fieldOf(plan, "Content-Type");
    const QByteArray before("multipart/byteranges; boundary=");
    QVERIFY(type.startsWith(before));
    const QByteArray boundary = type.mid(before.size());
    QCOMPARE(std::get<QByteArray>(plan.body.parts.front()),
             "--" + boundary +
                 "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Range: bytes 8-9/11\r\n\r\n");
    QCOMPARE(std::get<QByteArray>(plan.body.parts.back()), "\r\n--" + boundary + "--\r\n");
}

void TestFileAnswer::answersHeadLikeGet_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("fieldsOfGet");
    QTest::addRow("plain") << QByteArray() << QByteArray();
    QTest::addRow("not modified") << line("If-None-Match", "*") << line("If-None-Match", "*");
    QTest::addRow("precondition failed") << line("If-Match", "\"old\"") << line("If-Match", "\"old\"");
    QTest::addRow("a range means nothing") << line("Range", "bytes=0-4") << QByteArray();
    QTest::addRow("an unsatisfiable range means nothing") << line("Range", "bytes=99-") << QByteArray();
}

void TestFileAnswer::answersHeadLikeGet()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, fieldsOfGet);
    const StoredFile file = fileOf(11);
    const ResponsePlan head = planFile(requestHead("HEAD", fields), represent(file));
    const ResponsePlan get = planFile(requestHead("GET", fieldsOfGet), represent(file));
    QCOMPARE(head.status, get.status);
    QCOMPARE(head.fields.lines(), get.fields.lines());
    QCOMPARE(head.body.length(), get.body.length());
    QCOMPARE(decisionsOf(head), decisionsOf(get).replace(" memory", ""));
}

void TestFileAnswer::choosesTheWayOut_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("decisions");
    const QByteArray none;
    QTest::addRow("one byte") << qint64(1) << none << QByteArray("found memory");
    QTest::addRow("as much as may be in memory")
        << Limits::MaxBodyInMemory << none << QByteArray("found memory");
    QTest::addRow("one byte more") << Limits::MaxBodyInMemory + 1 << none << QByteArray("found sendfile");
    QTest::addRow("a small range of a large file")
        << qint64(1'000'000) << line("Range", "bytes=0-9") << QByteArray("found range:0-9/1000000 memory");
    QTest::addRow("small parts that are large together")
        << qint64(1'000'000) << line("Range", "bytes=0-49999,100000-149999")
        << QByteArray("found ranges:2/1000000 memory");
    QTest::addRow("a large part beside a small one")
        << qint64(1'000'000) << line("Range", "bytes=0-9,100000-199999")
        << QByteArray("found ranges:2/1000000 sendfile");
}

void TestFileAnswer::choosesTheWayOut()
{
    QFETCH(qint64, size);
    QFETCH(QByteArray, fields);
    QTEST(decisionsOf(planFile(requestHead("GET", fields), represent(fileOf(size)))), "decisions");
}

void TestFileAnswer::foundFileNamesPathAndSize()
{
    const ResponsePlan plan = planFile(requestHead("GET", {}), represent(fileOf(11, "gr\xFF.png")));
    const auto found = std::get<decision::FoundFile>(plan.decisions.front());
    QCOMPARE(found.path, QByteArray("gr\xFF.png"));
    QCOMPARE(found.size, 11);
    QCOMPARE(fieldOf(plan, "Content-Type"), QByteArray("image/png"));
}

void TestFileAnswer::capsTheFuture()
{
    StoredFile file = fileOf(11);
    const qint64 before = QDateTime::currentSecsSinceEpoch();
    file.modifiedNs = (before + 86'400) * 1'000'000'000;
    const ResponsePlan plan = planFile(requestHead("GET", {}), represent(file));
    const auto sent = parseHttpDate(fieldOf(plan, "Last-Modified"), before);
    QVERIFY(sent && *sent >= before && *sent <= QDateTime::currentSecsSinceEpoch());
}

QTEST_APPLESS_MAIN(TestFileAnswer)
#include "tst_fileanswer.moc"
