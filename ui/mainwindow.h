// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/lesson/door.h"
#include "server/lesson/lessonsettings.h"
#include "server/network/listenfailure.h"
#include "server/network/networkaddresses.h"
#include "server/photos/photolibrary.h"
#include "server/record/exchangefeed.h"
#include "server/transport/requestsender.h"
#include "ui/guestoptions.h"

#include <QMainWindow>

#include <memory>

class QSettings;

namespace porchlight {

class RecordingOpening;

/// The window: arranges the start page, the share panel and the pages. It owns no server; whoever composes it
/// connects the two requests below and answers them with the show…() functions. GUI thread, after
/// Theme::apply().
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// `settings` outlives the window. Restores geometry, columns, splitters, recent shares and the port.
    explicit MainWindow(QSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shares this folder as if it had been chosen by hand: asks first when it holds what people do not mean
    /// to share; offers the folder of a file; says so when nothing is there. While sharing is on, the new
    /// folder takes over. For the command line, a drop, the file manager and a second start of Porchlight.
    void openFolder(const QString &path);
    /// Shows a recording, a .porchlight or .har file, in place of what is live.
    /// `name`: what to call it; as the file is called when empty.
    void openRecording(const QString &path, const QString &name = {});
    /// The port for this run, from the command line, in place of the remembered one.
    void usePort(quint16 port);
    /// The server listens on an address of this computer alone, from the command line. Before the first
    /// addresses.
    void setThisComputerOnly(bool only);
    /// Whether visitors see hidden files: they count as items then. Before the first folder.
    void setHiddenFilesShared(bool shared);
    /// For this run, from the command line, in place of the remembered ones.
    void useGuestOptions(const GuestOptions &options);
    GuestOptions guestOptions() const;
    LessonSettings lessonSettings() const;
    /// Nothing moves on its own, see ui/motionwatcher.h.
    void setReducedMotion(bool reduced);
    /// Comes to the front, restored if minimised.
    void raiseToFront();

public slots:
    void showStarting();
    void showRunning(quint16 port);
    void showStopping();
    void showStopped();
    void showFailure(const porchlight::ListenFailure &failure);
    /// The shared folder itself is gone (a stick pulled) or there again; sharing goes on meanwhile.
    void showFolderVanished();
    void showFolderReturned();

    /// Who waits for the lesson, the longest waiting first.
    void showWaiting(const std::vector<porchlight::WaitingRequest> &waiting);
    void showAnswer(const porchlight::DraftAnswer &answer);
    /// What contentWanted() asked for; null when it is not to be had.
    void showContent(quint64 exchange, const QByteArray &content);
    void showPhotoProgress(const porchlight::PhotoProgress &progress);
    /// Whether the dine-in café is what is shared.
    void showCafe(bool isServed);

    void showAddresses(const QList<porchlight::ReachableAddress> &addresses); ///< Best first.
    void
    showMachineName(const QString &name); ///< "kitchen-laptop.local" when it resolves; empty: it does not.

    /// What the feed yielded since the last call, about 15 times a second, also when it is empty: the rate
    /// and its curve move on with time.
    void addBatch(porchlight::ExchangeBatch batch);

signals:
    /// Only while nothing is being shared: to change folder or port the window requests a stop, waits for
    /// showStopped(), and then requests the start. `portIsFixed`: a person asked for this very port.
    void startRequested(const QString &folder, quint16 port, bool portIsFixed);
    void stopRequested();
    void guestOptionsChanged(const porchlight::GuestOptions &options);
    void photosPauseRequested(bool pause);
    void lessonChanged(const porchlight::LessonSettings &settings);
    void requestAnswered(quint64 exchange, const porchlight::TeacherAnswer &answer);
    void allRequestsLetIn();
    void nextStepRequested();
    void ownVisitRequested();
    void emptyPhotoCacheRequested();
    /// A request that was put together by hand, to be sent to the server; answered by showAnswer().
    void sendRequested(const porchlight::RequestDraft &draft);
    void stopSendingRequested();
    /// The content of this answer is to be seen, of which no copy was kept; answered by showContent().
    void contentWanted(const porchlight::Exchange &exchange);
    /// The window has closed and its state is saved; nothing else will come from it.
    void closed();

protected:
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void arrange();
    void fitScreen();
    void connectParts();
    void connectRecordings();
    void addShortcuts();
    void showState();
    void showFolder(const QString &folder);
    void toggleSharing();

    struct Parts;
    const std::unique_ptr<Parts> m_parts;
    RecordingOpening *const m_recordings;
};

} // namespace porchlight
