// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/exchanges.h"
#include "ui/messagebar.h"
#include "ui/requestspage.h"
#include "ui/requesttable.h"
#include "ui/requesttools.h"
#include "ui/theme.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace porchlight::test {

/// The page below its tools, as the window arranges them.
class RequestsWindow : public QWidget
{
public:
    explicit RequestsWindow(QSize size = {880, 695})
        : page(new RequestsPage)
    {
        auto *line = new QHBoxLayout;
        line->setContentsMargins(Theme::Space4, Theme::Space3, Theme::Space4, Theme::Space3);
        line->addWidget(page->tools());
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addLayout(line);
        column->addWidget(page, 1);
        resize(size);
        show();
    }

    RequestTable *table() const { return page->findChild<RequestTable *>(); }
    QAbstractItemModel *rows() const { return table()->model(); }
    QString cell(int row, int column) const { return rows()->index(row, column).data().toString(); }
    RequestTools *tools() const { return static_cast<RequestTools *>(page->tools()); }
    QLineEdit *filterField() const { return tools()->findChild<QLineEdit *>(); }
    QPushButton *pause() const
    {
        for (auto *button : tools()->findChildren<QPushButton *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (button->isCheckable())
                return button;
        }
        return nullptr;
    }
    QAction *action(const QString &text) const
    {
        for (QAction *each : tools()->findChild<QMenu *>()->actions()) {
            if (each->text().remove(QLatin1Char('&')).startsWith(text))
                return each;
        }
        return nullptr;
    }
    QString message() const
    {
        const auto *bar = page->findChild<MessageBar *>();
        return bar->isVisibleTo(page) ? bar->text() : QString();
    }

    RequestsPage *const page;
};

/// The exchanges of the design's picture.
inline std::vector<Exchange> designExchanges()
{
    const QHostAddress jon(QStringLiteral("192.168.1.41")), livingRoom(QStringLiteral("192.168.1.42"));
    const auto of = [](Exchange e, const QHostAddress &who, const QByteArray &agent, qint64 after) {
        e.requestHead.replace(iPhone, agent);
        e.visitor = who;
        e.startedAt = exchange(0).startedAt + after;
        return e;
    };
    const QHostAddress maria = exchange(0).visitor;
    std::vector<Exchange> all;
    all.push_back(of(exchange(1, "/", 200, 14'200, 2), maria, iPhone, 0));
    all.push_back(of(exchange(2, "/Lake/", 200, 22'000, 4), maria, iPhone, 58));
    Exchange beach = of(exchange(3, "/Lake/beach.jpg", 200, 2'400'000, 38), maria, iPhone, 93);
    beach.requestHead =
        "GET /Lake/beach.jpg HTTP/1.1\r\nHost: 192.168.1.23:8080\r\nAccept: image/avif,image/webp,*/*\r\n"
        "User-Agent: " +
        iPhone + "\r\nReferer: http://192.168.1.23:8080/\r\nConnection: keep-alive\r\n\r\n";
    beach.responseHead =
        "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: 2400000\r\nETag: \"6a1f-2665e6\"\r\n"
        "Last-Modified: Sat, 18 Jul 2026 08:12:44 GMT\r\nAccept-Ranges: bytes\r\n\r\n";
    beach.at = {0, 1'000'000, 1'300'000, 2'000'000, 3'300'000, 38'000'000};
    beach.decisions = {decision::FoundFile{"Lake/beach.jpg", 2'400'000}, decision::SentBySendfile{}};
    all.push_back(beach);
    Exchange icon = of(exchange(4, "/favicon.ico", 304, 0, 0), maria, iPhone, 132);
    icon.at[5] = 400'000;
    all.push_back(icon);
    all.push_back(of(exchange(5, "/Lake/sunset.heic?size=480", 200, 38'000, 61), jon, windowsPc, 2'662));
    all.push_back(of(exchange(6, "/Video/boat.mp4", 206, 8'000'000, 112), jon, windowsPc, 2'804));
    Exchange sending = of(running(7, "/Video/boat.mp4", 3'100'000, 7'560'000), livingRoom, tv, 4'192);
    sending.status = 206;
    sending.startedAt = QDateTime::currentMSecsSinceEpoch() - 3'200;
    all.push_back(sending);
    all.push_back(of(exchange(8, "/old-page.html", 404, 1'100, 1), jon, windowsPc, 4'910));
    all.push_back(of(exchange(9, "/secret/../../etc/passwd", 403, 900, 0), livingRoom, tv, 5'813));
    all.push_back(of(exchange(10, "/Lake/pier.jpg", 200, 1'900'000, 31), maria, iPhone, 6'292));
    return all;
}

} // namespace porchlight::test
