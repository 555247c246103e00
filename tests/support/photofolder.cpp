// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a folder of photos to try the photo site with: photofolder FOLDER [PHOTOS [VIDEOS]], 2,000 and 20 by
// default. Nested albums; sizes, orientations, formats, cameras and dates vary; some have a place, a caption
// or a moment of video. Few pictures are drawn; the rest are the same with other dates. What heif-enc and
// ffmpeg would make is left out where they are not installed.
#include "tests/support/photofile.h"
#include "tests/support/tools.h"

#include <QDateTime>
#include <QDir>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QTemporaryDir>

#include <array>
#include <cstdio>
#include <random>

using namespace porchlight;

namespace {

constexpr QByteArrayView PlaceholderDate = "2001:01:01 01:01:01";

/// A landscape that shows which way is up: sky, sun, hills, a house.
QImage landscape(QSize size, int number)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = size.width();
    const double height = size.height();
    QLinearGradient sky(0, 0, 0, height);
    sky.setColorAt(0, QColor::fromHsv(200 + number * 7 % 60, 150, 235));
    sky.setColorAt(1, QColor::fromHsv(30 + number * 11 % 30, 60, 250));
    painter.fillRect(image.rect(), sky);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 240, 180));
    painter.drawEllipse(QPointF(width * (0.15 + 0.07 * (number % 10)), height * 0.2), height / 12,
                        height / 12);
    for (int layer = 0; layer < 3; ++layer) {
        QPainterPath hill(QPointF(0, height));
        for (int x = 0; x <= 40; ++x) {
            const double wave = std::sin(x * (0.25 + layer * 0.1) + number * 1.7 + layer * 2);
            hill.lineTo(width * x / 40, height * (0.55 + layer * 0.13 + wave * 0.06));
        }
        hill.lineTo(width, height);
        painter.fillPath(hill,
                         QColor::fromHsv((100 + number * 13 + layer * 20) % 360, 120, 160 - layer * 35));
    }
    const QRectF house(width * (0.2 + 0.06 * (number % 9)), height * 0.72, height / 9, height / 10);
    painter.fillRect(house, QColor(250, 245, 235));
    painter.setBrush(QColor(170, 60, 45));
    painter.drawPolygon(QPolygonF{house.topLeft() - QPointF(height / 60, 0),
                                  house.topRight() + QPointF(height / 60, 0),
                                  QPointF(house.center().x(), house.top() - height / 14)});
    // Grain, without which a photo would have few bytes and be decoded too quickly.
    std::minstd_rand random(unsigned(number) + 1);
    for (int y = 0; y < size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < size.width(); x += 3)
            line[x] ^= random() & 0x030303;
    }
    return image;
}

struct Drawn
{
    QByteArray bytes;
    QByteArray ending;
    int orientation = 1; ///< Of a JPEG, whose Exif is still to be put in.
};

/// The pictures that all photos are made of.
class Pictures final
{
public:
    Pictures()
    {
        constexpr std::array<QSize, 8> sizes{QSize(4000, 3000), QSize(3000, 4000), QSize(6000, 4000),
                                             QSize(1600, 1200), QSize(4032, 2268), QSize(2000, 2000),
                                             QSize(5000, 1400), QSize(1200, 1800)};
        for (int i = 0; i < 16; ++i) {
            const int orientation = i % 8 + 1;
            const QImage upright = landscape(sizes[size_t(i * 3) % sizes.size()], i);
            m_drawn.push_back(
                {test::encoded(test::storedAs(upright, orientation), "jpeg", 85), "JPG", orientation});
        }
        m_drawn.push_back({test::encoded(landscape({1280, 800}, 16), "png"), "png"});
        m_drawn.push_back({test::encoded(landscape({1600, 1000}, 17), "webp", 80), "webp"});
        addHeif("HEIC", {2016, 1512}, 18);
        addHeif("HEIC", {1512, 2016}, 19);
        addHeif("avif", {1600, 1200}, 20);
    }

    const Drawn &at(int i) const { return m_drawn[size_t(i) % m_drawn.size()]; }

private:
    void addHeif(const QByteArray &ending, QSize size, int number)
    {
        const QTemporaryDir folder;
        const QByteArray from = QFile::encodeName(folder.filePath(QStringLiteral("from.jpg")));
        const QByteArray to = QFile::encodeName(folder.path()) + "/to." + ending.toLower();
        const test::PhotoTags tags{
            .taken = PlaceholderDate.toByteArray(), .make = "Apple", .model = "iPhone 15", .isLocated = true};
        const QByteArray fast = ending == "avif" ? "speed=9" : "preset=ultrafast";
        QFile file(QFile::decodeName(from));
        if (!file.open(QIODevice::WriteOnly))
            return;
        file.write(test::jpegWithExif(test::encoded(landscape(size, number), "jpeg"), tags));
        file.close();
        if (test::isInstalled("heif-enc") && test::run("heif-enc -p " + fast + ' ' + from + " -o " + to))
            m_drawn.push_back({test::contentOf(QFile::decodeName(to)), ending});
    }

    std::vector<Drawn> m_drawn;
};

QByteArray withDate(const Drawn &drawn, const QDateTime &taken, int number)
{
    const QByteArray date = taken.toString(QStringLiteral("yyyy:MM:dd HH:mm:ss")).toLatin1();
    if (drawn.ending != "JPG") {
        QByteArray bytes = drawn.bytes;
        return bytes.replace(PlaceholderDate, date);
    }
    constexpr std::array<std::array<const char *, 2>, 3> cameras{
        {{"Canon", "Canon EOS R5"}, {"NIKON CORPORATION", "NIKON D90"}, {"Google", "Pixel 8"}}};
    const auto &camera = cameras[size_t(number) % cameras.size()];
    return test::jpegWithExif(drawn.bytes, {.orientation = drawn.orientation,
                                            .taken = date,
                                            .offset = "+02:00",
                                            .make = camera[0],
                                            .model = camera[1],
                                            .description = number % 10 == 0 ? "Everybody at the lake" : "",
                                            .isLocated = number % 3 == 0});
}

bool write(const QString &path, const QByteArray &bytes, const QDateTime &modified)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() &&
           file.setFileTime(modified, QFileDevice::FileModificationTime);
}

QString albumOf(int number, int count)
{
    constexpr std::array<const char *, 10> albums{"Lake",
                                                  "Lake/Saturday",
                                                  "Lake/Saturday/Evening",
                                                  "Lake/Sunday",
                                                  "Grandma's 80th",
                                                  "Winter",
                                                  "Winter/Skiing",
                                                  "Garden",
                                                  "Größe & Maß #1",
                                                  ""};
    return QString::fromUtf8(albums[size_t(number) * albums.size() / size_t(count)]);
}

constexpr std::array<const char *, 3> FilmEndings{"mp4", "mov", "webm"};

/// A film of two seconds in each format, "film.mp4" and so on.
void drawFilms(const QDir &folder)
{
    const QByteArray film = QFile::encodeName(folder.filePath(QStringLiteral("film.")));
    for (const char *ending : FilmEndings)
        test::run("ffmpeg -v error -f lavfi -i testsrc2=s=1280x720:r=15:d=2 -pix_fmt yuv420p -b:v 500k " +
                  film + ending);
}

/// The films with other dates.
void makeVideos(const QDir &folder, const QDir &films, int count, const QDateTime &first)
{
    const QByteArray film = QFile::encodeName(films.filePath(QStringLiteral("film.")));
    for (int i = 0; i < count; ++i) {
        const QByteArray ending = FilmEndings[size_t(i) % FilmEndings.size()];
        const QByteArray date = first.addDays(i * 17).toUTC().toString(Qt::ISODate).toLatin1();
        const QString album = albumOf(i, count);
        const QString path = folder.filePath(QStringLiteral("film%1.%2").arg(i).arg(QLatin1String(ending)));
        test::run("ffmpeg -v error -y -i " + film + ending + " -c copy -metadata creation_time=" + date +
                  ' ' + QFile::encodeName(path));
        QFile::rename(path,
                      folder.filePath(album) + u'/' + QFileInfo(path).fileName()); // blanks part arguments
    }
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const int photos = arguments.size() > 2 ? arguments[2].toInt() : 2000;
    const int videos = arguments.size() > 3 ? arguments[3].toInt() : 20;
    if (arguments.size() < 2 || photos < 1 || videos < 0 || arguments[1].contains(u' ')) {
        std::fputs("Usage: photofolder FOLDER [PHOTOS [VIDEOS]]\n", stderr);
        return 2;
    }
    const QDir folder(arguments[1]);
    const Pictures pictures;
    const QTemporaryDir films;
    if (test::isInstalled("ffmpeg"))
        drawFilms(films.path());
    const QByteArray moment = test::contentOf(films.filePath(QStringLiteral("film.mov")));
    const QDateTime first(QDate(2024, 1, 1), QTime(9, 0));
    for (int i = 0; i < photos; ++i) {
        const QString album = albumOf(i, photos);
        folder.mkpath(album.isEmpty() ? QStringLiteral(".") : album);
        const Drawn &drawn = pictures.at(i);
        const QDateTime taken = first.addDays(i / 12 * 4).addSecs(i % 12 * 1000);
        const QString stem = folder.filePath(album) + QStringLiteral("/IMG_%1").arg(i, 4, 10, QChar(u'0'));
        if (!write(stem + u'.' + QLatin1String(drawn.ending), withDate(drawn, taken, i), taken)) {
            std::fprintf(stderr, "%s cannot be written\n", qPrintable(stem));
            return 1;
        }
        if (drawn.ending == "HEIC" && i % 3 == 0 && !moment.isEmpty()) // as iPhones do it
            write(stem + QLatin1String(".MOV"), moment, taken);
        if (i % 50 == 7)
            write(stem + QLatin1String(".txt"), "A caption from the file beside it\n", taken);
    }
    if (!moment.isEmpty())
        makeVideos(folder, films.path(), videos, first);
    return 0;
}
