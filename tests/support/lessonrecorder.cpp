// SPDX-License-Identifier: GPL-3.0-or-later
// Records the lessons that ship with Porchlight: lessonrecorder FOLDER [CHROMIUM]. A real server shares a
// small site, a real Chromium visits it as a phone would from elsewhere in the house, and what the server
// recorded is saved into FOLDER. Run it when what is recorded has changed, and commit what it made
// (resources/lessons).
#include "server/session/sessionfile.h"
#include "tests/support/liveserver.h"
#include "tests/support/sharefolder.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QTextStream>

using namespace porchlight;
using namespace porchlight::test;

namespace {

// As in the pictures of the design. Chromium is told where it really is.
const QString Site = QStringLiteral("192.168.1.23:8080");
const QHostAddress Phone(QStringLiteral("192.168.1.40"));
const QString PhoneAgent = QStringLiteral("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, "
                                          "like Gecko) Chrome/125.0.0.0 Mobile Safari/537.36");

const QByteArray page = R"(<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A day at the lake</title>
<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="style.css">
<h1>A day at the lake</h1>
<p>Three pictures, and one that only the style asks for.</p>
<img src="morning.jpg" alt="Morning" width="320" height="240">
<img src="noon.jpg" alt="Noon" width="320" height="240">
<img src="evening.jpg" alt="Evening" width="320" height="240">
</html>
)";
const QByteArray style =
    R"(body { font: 18px sans-serif; margin: 24px; background: #f6f5f2 url(lamp.svg) no-repeat right top; }
h1 { color: #b45309; }
img { border-radius: 10px; margin: 4px; }
)";
const QByteArray lamp = R"(<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 24 24">
<path fill="#fdf1dd" stroke="#d97706" stroke-width="1.5" d="M8 8h8l-1.5 11h-5zM7 8l2-4h6l2 4zM12 1v3M10 19h4v3h-4z"/></svg>
)";

// The tab's, of its own: a browser asks for an icon that it has already once more, and a first visit would
// end with a 304.
const QByteArray icon = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
<circle cx="8" cy="8" r="7" fill="#d97706"/></svg>
)";

bool paint(const QString &path, const QColor &sky, const QColor &water, int sun)
{
    QImage picture(1280, 960, QImage::Format_RGB32);
    QPainter painter(&picture);
    QLinearGradient air(0, 0, 0, 560);
    air.setColorAt(0, sky);
    air.setColorAt(1, sky.lighter(150));
    painter.fillRect(picture.rect(), air);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xff, 0xe9, 0xa8));
    painter.drawEllipse(QPoint(640, sun), 90, 90);
    painter.fillRect(0, 560, 1280, 400, water);
    painter.setBrush(water.lighter(130));
    for (int wave = 0; wave < 60; ++wave)
        painter.drawEllipse(QPoint((wave * 367) % 1280, 580 + (wave * 61) % 370), 60, 3);
    painter.end();
    return picture.save(path, "JPG", 88);
}

bool fill(const ShareFolder &folder)
{
    return folder.write(QStringLiteral("index.html"), page) &&
           folder.write(QStringLiteral("style.css"), style) &&
           folder.write(QStringLiteral("lamp.svg"), lamp) && folder.write(QStringLiteral("icon.svg"), icon) &&
           paint(folder.path(QStringLiteral("morning.jpg")), QColor(0x7d, 0xb4, 0xe0),
                 QColor(0x2f, 0x6d, 0x8f), 480) &&
           paint(folder.path(QStringLiteral("noon.jpg")), QColor(0x3d, 0x8b, 0xd8), QColor(0x1f, 0x78, 0xa0),
                 160) &&
           paint(folder.path(QStringLiteral("evening.jpg")), QColor(0xc4, 0x5a, 0x3c),
                 QColor(0x6b, 0x3b, 0x50), 520);
}

/// One visit, to the end of loading; what `profile` remembers of an earlier one counts.
bool visit(const QString &chromium, const QString &profile, quint16 port)
{
    QProcess browser;
    browser.start(chromium,
                  {QStringLiteral("--headless=new"), QStringLiteral("--no-sandbox"),
                   QStringLiteral("--no-proxy-server"), QStringLiteral("--disable-background-networking"),
                   QStringLiteral("--user-data-dir=") + profile, QStringLiteral("--user-agent=") + PhoneAgent,
                   QStringLiteral("--host-resolver-rules=MAP %1 127.0.0.1:%2").arg(Site).arg(port),
                   QStringLiteral("--timeout=5000"), QStringLiteral("--dump-dom"),
                   QStringLiteral("http://%1/").arg(Site)});
    return browser.waitForFinished(60'000) && browser.exitCode() == 0 &&
           browser.readAllStandardOutput().contains("A day at the lake");
}

Session sessionOf(LiveServer &server)
{
    Session session;
    session.folder = QStringLiteral("A day at the lake");
    session.savedAt = QDateTime::currentMSecsSinceEpoch();
    for (Exchange exchange : server.finished()) {
        if (exchange.target().isEmpty()) // a connection that a browser opened in advance, and did not use
            continue;
        exchange.id = session.exchanges.size() + 1;
        exchange.visitor = Phone;
        exchange.folder = session.folder;
        session.exchanges.push_back(exchange);
    }
    return session;
}

bool record(const QString &path, const QString &chromium, int visits)
{
    const ShareFolder folder;
    const QTemporaryDir profile;
    LiveServer server(folder.path());
    if (!fill(folder) || !server.isRunning())
        return false;
    for (int i = 0; i < visits; ++i) {
        if (!visit(chromium, profile.path(), server.port()))
            return false;
    }
    server.stop();
    const Session session = sessionOf(server);
    for (const Exchange &exchange : session.exchanges)
        QTextStream(stdout) << exchange.status << ' ' << exchange.target() << '\n';
    return !session.exchanges.empty() && writeSession(path, session).isEmpty();
}

} // namespace

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const QString chromium = arguments.value(2, QStringLiteral("/usr/bin/chromium"));
    const QString folder = arguments.value(1, QStringLiteral("."));
    const bool recorded =
        record(folder + QStringLiteral("/a-page-and-its-pictures.porchlight"), chromium, 1) &&
        record(folder + QStringLiteral("/the-second-visit.porchlight"), chromium, 2);
    if (!recorded)
        QTextStream(stderr) << "The lessons could not be recorded.\n";
    return recorded ? 0 : 1;
}
