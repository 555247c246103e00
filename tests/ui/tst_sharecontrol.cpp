// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sharecontrol.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace porchlight;

namespace {

const QString Photos = QStringLiteral("/photos");
const QString Videos = QStringLiteral("/videos");

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

std::atomic<bool> deadDiskAnswers = false;

} // namespace

// Of what stands at "/DEADDISK…" nothing is told before its disk answers. Which of the two is asked is Qt's
// affair.
extern "C" int access(const char *path, int mode) noexcept
{
    if (QByteArrayView(path).startsWith("/DEADDISK"))
        deadDiskAnswers.wait(false);
    return ::faccessat(AT_FDCWD, path, mode, 0);
}

extern "C" int statx(int folder, const char *path, int flags, unsigned mask, struct statx *status) noexcept
{
    if (QByteArrayView(path).startsWith("/DEADDISK"))
        deadDiskAnswers.wait(false);
    return int(::syscall(SYS_statx, folder, path, flags, mask, status));
}

class ShareControlTest final : public QObject
{
    Q_OBJECT
private slots:
    void aHarmlessFolderIsSharedAtOnce()
    {
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("beach.jpg")), "x");
        ShareControl control;
        QSignalSpy started(&control, &ShareControl::startRequested);
        control.open(folder.path());
        QTRY_COMPARE(started.size(), 1);
        QCOMPARE(started[0], (QVariantList{folder.path(), quint16(8080), false}));
        QCOMPARE(control.state(), SharingState::Starting);
    }
    void aFolderWithAPrivateKeyIsAskedAbout()
    {
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("id_rsa")),
              "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE "
              "KEY-----\n");
        ShareControl control;
        QSignalSpy started(&control, &ShareControl::startRequested);
        QSignalSpy risky(&control, &ShareControl::risksFound);
        control.open(folder.path());
        QTRY_COMPARE(risky.size(), 1);
        QCOMPARE(started.size(), 0);
        QCOMPARE(risky[0][1].value<QList<ShareRisk>>().first().path, QByteArray("id_rsa"));
        control.share(folder.path());
        QCOMPARE(started.size(), 1);
    }
    void aFileOffersItsFolder()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("beach.jpg"));
        write(file, "x");
        ShareControl control;
        QSignalSpy offered(&control, &ShareControl::fileOpened);
        control.open(file);
        QTRY_COMPARE(offered.size(), 1);
        QCOMPARE(offered[0], (QVariantList{file, folder.path()}));
    }
    void aMissingPathIsSaid()
    {
        ShareControl control;
        QSignalSpy missing(&control, &ShareControl::nothingThere);
        control.open(QStringLiteral("/no/such/folder"));
        QTRY_COMPARE(missing.size(), 1);
        QCOMPARE(control.state(), SharingState::Off);
    }
    void theLastFolderOpenedWins()
    {
        QTemporaryDir first, second;
        ShareControl control;
        QSignalSpy started(&control, &ShareControl::startRequested);
        control.open(first.path());
        control.open(second.path());
        QTRY_COMPARE(started.size(), 1);
        QCOMPARE(started[0][0].toString(), second.path());
        QCOMPARE(control.folder(), second.path());
    }

    void aDiskThatDoesNotAnswerIsSaidAndKeepsNoOtherFolder()
    {
        QTemporaryDir good;
        ShareControl control;
        QSignalSpy silent(&control, &ShareControl::diskSilent);
        QSignalSpy over(&control, &ShareControl::diskSilenceOver);
        QSignalSpy missing(&control, &ShareControl::nothingThere);
        QSignalSpy started(&control, &ShareControl::startRequested);
        const QString dead = QStringLiteral("/DEADDISK/photos");
        control.open(dead);
        QTRY_COMPARE(silent.size(), 1);
        QCOMPARE(silent[0][0].toString(), dead);
        control.open(good.path());
        QTRY_COMPARE(started.size(), 1);
        QCOMPARE(over.size(), 1);

        control.open(dead);
        QTRY_COMPARE(silent.size(), 2);
        deadDiskAnswers = true;
        deadDiskAnswers.notify_all();
        QTRY_COMPARE(missing.size(), 1); // the first look's is dropped
        QCOMPARE(over.size(), 2);
        QCOMPARE(silent.size(), 2);
    }

    void nothingWaitsForADeadDiskAtTheEnd()
    {
        deadDiskAnswers = false;
        ShareControl().open(QStringLiteral("/DEADDISK/photos"));
        deadDiskAnswers = true;
        deadDiskAnswers.notify_all();
    }

    void startedAndStopped()
    {
        ShareControl control;
        QSignalSpy states(&control, &ShareControl::stateChanged);
        control.share(Photos);
        control.noteStarting();
        control.noteRunning();
        control.stop();
        control.noteStopped();
        control.start();
        QList<SharingState> seen;
        for (const QVariantList &arguments : states)
            seen.append(arguments.first().value<SharingState>());
        const QList<SharingState> expected{SharingState::Starting, SharingState::On, SharingState::Stopping,
                                           SharingState::Off, SharingState::Starting};
        QCOMPARE(seen, expected);
    }
    void anotherFolderWaitsForTheStop()
    {
        ShareControl control;
        QSignalSpy started(&control, &ShareControl::startRequested);
        QSignalSpy stopped(&control, &ShareControl::stopRequested);
        control.share(Photos);
        control.noteRunning();
        control.share(Videos);
        QCOMPARE(stopped.size(), 1);
        QCOMPARE(started.size(), 1);
        QCOMPARE(control.folder(), Photos);
        control.noteStopped();
        QCOMPARE(started.size(), 2);
        QCOMPARE(started[1][0].toString(), Videos);
        QCOMPARE(control.folder(), Videos);
    }
    void stopForgetsTheFolderThatWaited()
    {
        ShareControl control;
        QSignalSpy started(&control, &ShareControl::startRequested);
        control.share(Photos);
        control.noteRunning();
        control.share(Videos);
        control.stop();
        control.noteStopped();
        QCOMPARE(started.size(), 1);
        QCOMPARE(control.state(), SharingState::Off);
    }
    void aChosenPortIsFixed()
    {
        ShareControl control;
        QSignalSpy started(&control, &ShareControl::startRequested);
        control.setPort(9000);
        control.share(Photos);
        QCOMPARE(started[0], (QVariantList{Photos, quint16(9000), true}));
    }
    void anotherPortWhileSharingStartsAgain()
    {
        ShareControl control;
        QSignalSpy started(&control, &ShareControl::startRequested);
        control.share(Photos);
        control.noteRunning();
        control.setPort(9000);
        QCOMPARE(control.state(), SharingState::Stopping);
        control.noteStopped();
        QCOMPARE(started.size(), 2);
        QCOMPARE(started[1], (QVariantList{Photos, quint16(9000), true}));
    }
    void aFailureIsKeptUntilTheNextTry()
    {
        ShareControl control;
        control.share(Photos);
        control.noteFailed();
        QCOMPARE(control.state(), SharingState::Failed);
        control.start();
        QCOMPARE(control.state(), SharingState::Starting);
    }
    void aStopDuringTheStartIsNotUndoneByItsSuccess()
    {
        ShareControl control;
        control.share(Photos);
        control.stop();
        control.noteRunning();
        QCOMPARE(control.state(), SharingState::Stopping);
        control.noteStopped();
        QCOMPARE(control.state(), SharingState::Off);
    }
    void aLateStopDoesNotEndTheNextStart()
    {
        ShareControl control;
        control.share(Photos);
        control.share(Videos); // asks to stop the start under way …
        control.noteFailed();  // … which fails first
        QCOMPARE(control.state(), SharingState::Starting);
        control.noteStopped();
        QCOMPARE(control.state(), SharingState::Starting);
        QCOMPARE(control.folder(), Videos);
    }
};

QTEST_GUILESS_MAIN(ShareControlTest)
#include "tst_sharecontrol.moc"
