// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/windowapp.h"
#include "ui/exchangemodel.h"
#include "ui/messagebar.h"
#include "ui/requesttable.h"
#include "ui/requesttools.h"
#include "ui/sharebutton.h"
#include "ui/stateline.h"

#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>
#include <QUrl>

#include <functional>

namespace porchlight::test {

inline constexpr int Soon = 15'000; ///< Milliseconds; far more than anything takes.

/// Porchlight's files stand in `home` from now on, and it looks the same everywhere.
inline void liveIn(const QString &home)
{
    QCoreApplication::setOrganizationName(QStringLiteral("porchlight"));
    QCoreApplication::setApplicationName(QStringLiteral("porchlight"));
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QStandardPaths::setTestModeEnabled(true);
    for (const char *variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(variable, QFile::encodeName(home));
    qputenv("PORCHLIGHT_THEME", "light");
}

/// All of Porchlight but main(), on a port of its own, as a person at the window sees and uses it.
class PorchWindow final
{
public:
    explicit PorchWindow(const Limits &limits = {})
    {
        Options options;
        options.limits = limits;
        options.port = port;
        m_app = std::make_unique<WindowApp>(options);
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (QWidget *each : windows) {
            if (auto *found = qobject_cast<MainWindow *>(each))
                window = found;
        }
        m_app->show({});
    }
    ~PorchWindow()
    {
        if (!m_hasEnded)
            exitCodeAfter([this] { m_app->quit(); });
    }
    Q_DISABLE_COPY_MOVE(PorchWindow)

    template <typename Widget>
    Widget *find() const
    {
        return window->findChild<Widget *>();
    }

    void drop(const QString &folder) const
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(folder)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window, &enter);
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window, &drop);
    }
    /// Whether the drop of this folder led to sharing.
    bool share(const QString &folder) const
    {
        drop(folder);
        return says(QStringLiteral("Sharing is on"));
    }
    /// "Stop sharing" or "Start sharing".
    QString buttonText() const { return find<ShareButton>()->text().remove(u'&'); }
    void clickButton() const { QTest::mouseClick(find<ShareButton>(), Qt::LeftButton); }
    /// Whether the state line comes to begin like this.
    bool says(const QString &words) const
    {
        return QTest::qWaitFor([&] { return find<StateLine>()->accessibleName().startsWith(words); }, Soon);
    }
    /// What the message across the window says; empty while there is none.
    QString message() const
    {
        const auto *bar =
            window->centralWidget()->findChild<MessageBar *>(QString(), Qt::FindDirectChildrenOnly);
        return bar->isVisible() ? bar->text() : QString();
    }

    int rowCount() const { return find<RequestTable>()->model()->rowCount(); }
    QString cell(int row, ExchangeModel::Column column) const
    {
        return find<RequestTable>()->model()->index(row, column).data().toString();
    }
    QString answer(int row) const { return cell(row, ExchangeModel::Answer); }
    QString askedFor(int row) const { return cell(row, ExchangeModel::AskedFor); }
    QString sent(int row) const { return cell(row, ExchangeModel::Sent); }
    void clickRow(int row) const
    {
        auto *table = find<RequestTable>();
        const QRect place = table->visualRect(table->model()->index(row, ExchangeModel::Answer));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place.center());
    }
    QLineEdit *filterField() const { return find<RequestTools>()->findChild<QLineEdit *>(); }

    QMessageBox *question() const { return find<QMessageBox>(); }
    void clickAnswer(QMessageBox::ButtonRole role) const
    {
        QMessageBox *const box = question();
        const QList<QAbstractButton *> buttons = box->buttons();
        for (QAbstractButton *button : buttons) {
            if (box->buttonRole(button) == role) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
    }

    /// What the application ends with once `act` is done; -1 when it does not end.
    int exitCodeAfter(const std::function<void()> &act)
    {
        m_hasEnded = true;
        QTimer::singleShot(0, window, act);
        QTimer tooLate;
        QObject::connect(&tooLate, &QTimer::timeout, &tooLate, [] { QCoreApplication::exit(-1); });
        tooLate.start(Soon);
        return QCoreApplication::exec();
    }

    const quint16 port = freePort();
    MainWindow *window = nullptr;

private:
    /// A port that nobody listened on a moment ago.
    static quint16 freePort()
    {
        QTcpServer server;
        server.listen(QHostAddress::Any);
        return server.serverPort();
    }

    std::unique_ptr<WindowApp> m_app;
    bool m_hasEnded = false;
};

} // namespace porchlight::test
