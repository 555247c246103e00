// SPDX-License-Identifier: GPL-3.0-or-later
// How fast tiles of 24-megapixel JPEGs are made, beside vipsthumbnail on the same files and one core:
// tileload PORCHLIGHT-THUMBNAILER [ROUNDS]. Prints a Markdown table; fails when the target is missed.
#include "server/photos/thumbnailers.h"
#include "tests/support/photofile.h"

#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QSemaphore>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <random>

#include <fcntl.h>
#include <sched.h>
#include <sys/resource.h>

using namespace porchlight;

namespace {

constexpr QSize Size(6000, 4000);
constexpr int Photos = 6;

/// Slopes, edges and grain, so that a file has about as many bytes as a camera's.
QByteArray photo(unsigned seed)
{
    std::minstd_rand random(seed);
    QImage image(Size, QImage::Format_RGB32);
    for (int y = 0; y < Size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < Size.width(); ++x) {
            const double hills = std::sin(x / (130.0 + seed * 10)) * std::cos(y / 170.0) * 60;
            const int edge = ((x / 97) ^ (y / 61)) & 3;
            const int grain = int(random() % 25) - 12;
            const int value = std::clamp(int(120 + hills + edge * 8 + grain), 0, 255);
            line[x] = qRgb(value, std::min(255, value + x / 100), 255 - value / 2);
        }
    }
    return test::encoded(image, "jpeg", 90);
}

struct Figures
{
    double perSecond = 0;
    double cpuMs = 0; ///< Of a tile.
};

double childrenCpuMs()
{
    rusage used{};
    ::getrusage(RUSAGE_CHILDREN, &used);
    const auto ms = [](const timeval &time) {
        return double(time.tv_sec) * 1000 + double(time.tv_usec) / 1000;
    };
    return ms(used.ru_utime) + ms(used.ru_stime);
}

template <typename Run>
Figures measured(Run run)
{
    const double before = childrenCpuMs();
    const auto begun = std::chrono::steady_clock::now();
    run();
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begun;
    return {Photos / elapsed.count(), (childrenCpuMs() - before) / Photos};
}

void runPorchlight(const QString &program, const QStringList &files, const QByteArray &into, bool allSizes)
{
    QSemaphore done;
    Thumbnailers thumbnailers(program, 1);
    for (const QString &file : files) {
        PictureJob job{[path = QFile::encodeName(file)] {
                           return std::make_shared<const OpenFile>(
                               ::open(path.constData(), O_RDONLY | O_CLOEXEC));
                       },
                       QFile::encodeName(file), into + "/tile.jpg"};
        if (allSizes) {
            job.tile2Path = into + "/tile2.jpg";
            job.screenPath = into + "/screen.jpg";
        }
        thumbnailers.submit(std::move(job), Thumbnailers::Priority::Looked, [&](const PictureResult &result) {
            if (!result.isCopied)
                qFatal("a tile was not made");
            done.release();
        });
    }
    done.acquire(int(files.size()));
}

void runVips(const QStringList &files, const QString &into, const QStringList &sizes)
{
    for (const QString &size : sizes) {
        QProcess vips;
        vips.start(QStringLiteral("nice"),
                   QStringList{QStringLiteral("-n10"), QStringLiteral("vipsthumbnail"), QStringLiteral("-s"),
                               size, QStringLiteral("-o"), into + QLatin1String("/%s-vips.jpg[Q=82,strip]")} +
                       files);
        if (!vips.waitForFinished(-1) || vips.exitCode() != 0)
            qFatal("vipsthumbnail did not do its work");
    }
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

struct Row
{
    const char *name;
    std::vector<double> perSecond;
    std::vector<double> cpuMs;

    void add(const Figures &figures)
    {
        perSecond.push_back(figures.perSecond);
        cpuMs.push_back(figures.cpuMs);
    }
    void print() const { std::printf("| %s | %.1f | %.0f |\n", name, median(perSecond), median(cpuMs)); }
};

} // namespace

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() < 2)
        return 2;
    const int rounds = arguments.size() > 2 ? arguments[2].toInt() : 5;
    const QTemporaryDir folder;
    QStringList files;
    qint64 bytes = 0;
    for (unsigned i = 0; i < Photos; ++i) {
        QFile file(folder.filePath(QStringLiteral("photo%1.jpg").arg(i)));
        if (!file.open(QIODevice::WriteOnly))
            return 1;
        bytes += file.write(photo(i));
        files.append(file.fileName());
    }
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(::sched_getcpu(), &one);
    ::sched_setaffinity(0, sizeof one, &one);

    Row tile{"porchlight-thumbnailer, tile of 480"};
    Row vipsTile{"vipsthumbnail, 480"};
    Row all{"porchlight-thumbnailer, 480, 960 and 2048"};
    Row vipsAll{"vipsthumbnail, 480, 960 and 2048"};
    const QByteArray into = QFile::encodeName(folder.path());
    for (int i = 0; i < rounds; ++i) {
        tile.add(measured([&] { runPorchlight(arguments[1], files, into, false); }));
        vipsTile.add(measured([&] { runVips(files, folder.path(), {QStringLiteral("480")}); }));
        all.add(measured([&] { runPorchlight(arguments[1], files, into, true); }));
        vipsAll.add(measured([&] {
            runVips(files, folder.path(),
                    {QStringLiteral("480"), QStringLiteral("960"), QStringLiteral("2048")});
        }));
    }
    std::printf("%d JPEGs of 24 megapixels and %.1f MB each, on one core\n\n", Photos,
                double(bytes) / Photos / 1e6);
    std::printf("| program | photos/s | CPU ms a photo |\n|---|---:|---:|\n");
    for (const Row *row : {&tile, &vipsTile, &all, &vipsAll})
        row->print();
    const bool isMet = median(tile.cpuMs) <= median(vipsTile.cpuMs);
    if (!isMet)
        std::printf("\nMissed: a tile takes more than vipsthumbnail's\n");
    return isMet ? 0 : 1;
}
