// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/jpegsegments.h"

#include <QtTest>

#include <algorithm>

using namespace porchlight;

namespace {

/// The beginning of a JPEG file and nothing but fill bytes behind it; counts how often it is read.
class FillBytes final : public ByteSource
{
public:
    explicit FillBytes(qint64 size)
        : ByteSource(size)
    {}
    int reads() const { return m_reads; }

private:
    qint64 readInto(char *data, qint64 offset, qint64 length) const override
    {
        ++m_reads;
        std::fill_n(data, length, '\xff');
        if (offset == 0)
            data[1] = '\xd8';
        return length;
    }

    mutable int m_reads = 0;
};

} // namespace

class TestJpegSegments final : public QObject
{
    Q_OBJECT
private slots:
    void segmentsAreFound_data();
    void segmentsAreFound();
    void manyFillBytesAreGivenUp();
};

void TestJpegSegments::segmentsAreFound_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("markers");
    const QByteArray app1("\xff\xe1\0\4ab", 6);
    const QByteArray scan("\xff\xda\0\2", 4);
    QTest::addRow("one after the other") << "\xff\xd8" + app1 + app1 + scan << QByteArray("\xe1\xe1\xda");
    QTest::addRow("behind fill bytes")
        << "\xff\xd8" + QByteArray(1000, '\xff') + app1 + scan << QByteArray("\xe1\xda");
    QTest::addRow("not past the file's end") << "\xff\xd8" + app1 + app1.first(5) << QByteArray("\xe1");
    QTest::addRow("no JPEG file") << "II*" + app1 << QByteArray();
}

void TestJpegSegments::segmentsAreFound()
{
    QFETCH(QByteArray, file);
    QByteArray markers;
    for (const JpegSegment &segment : jpegSegments(BytesInMemory(file)))
        markers.append(char(segment.marker));
    QTEST(markers, "markers");
}

/// A file of 60 MiB of them took 14 seconds, once for each guest who asked for a byte of it.
void TestJpegSegments::manyFillBytesAreGivenUp()
{
    const FillBytes file(1024 * 1024);
    QVERIFY(jpegSegments(file).empty());
    QVERIFY2(file.reads() < 100'000, QByteArray::number(file.reads()));
}

QTEST_APPLESS_MAIN(TestJpegSegments)
#include "tst_jpegsegments.moc"
