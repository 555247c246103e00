// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/thumbnailerprocess.h"
#include "server/photos/thumbnailers.h"
#include "tests/support/photofile.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tools.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QtTest>

#include <atomic>
#include <csignal>

#include <sys/eventfd.h>
#include <sys/resource.h>

using namespace porchlight;
using namespace std::chrono_literals;
using Outcome = PictureResult::Outcome;
using Priority = Thumbnailers::Priority;
using NoReply = ThumbnailerProcess::NoReply;

Q_DECLARE_METATYPE(Outcome)

namespace {

/// The results that have come, in their order; shared with the threads that bring them.
class Results final
{
public:
    std::function<void(PictureResult)> add(const QByteArray &name)
    {
        return [this, name](PictureResult result) {
            const QMutexLocker lock(&m_mutex);
            m_results.emplace_back(name, std::move(result));
        };
    }
    int count() const
    {
        const QMutexLocker lock(&m_mutex);
        return int(m_results.size());
    }
    PictureResult at(int i) const
    {
        const QMutexLocker lock(&m_mutex);
        return m_results.at(size_t(i)).second;
    }
    QByteArrayList names() const
    {
        const QMutexLocker lock(&m_mutex);
        QByteArrayList names;
        for (const auto &[name, result] : m_results)
            names.append(name);
        return names;
    }

private:
    mutable QMutex m_mutex;
    std::vector<std::pair<QByteArray, PictureResult>> m_results;
};

/// The ids of this process's children.
std::vector<pid_t> processes()
{
    std::vector<pid_t> pids;
    for (const QString &task :
         QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QByteArray list = test::contentOf(QStringLiteral("/proc/self/task/%1/children").arg(task));
        for (const QByteArray &pid : list.simplified().split(' ')) {
            if (!pid.isEmpty())
                pids.push_back(pid.toInt());
        }
    }
    return pids;
}

} // namespace

class TestThumbnailers final : public QObject
{
    Q_OBJECT
private slots:
    void makesCopies();
    void readsFactsAlone();
    void makesPosters();
    void tellsOutcomes_data();
    void tellsOutcomes();
    void passesOverWhatHasGone();
    void outlivesAKilledProcess();
    void replacesAProcessThatEndedIdle();
    void waitsForABoundedTime();
    void looksFirst();
    void cancels();
    void endsAtOnce();
    void opensOnlyWhatIsBeingRead();
    void confinesItsProcess();
    void staysWithoutAProgram();

private:
    PictureJob job(const QByteArray &name, const QByteArray &content);
    PictureJob jobWithTile(const QByteArray &name, const QByteArray &content);
    QStringList files() const;
    QString script(const QByteArray &text);

    const QString m_program = QStringLiteral(PORCHLIGHT_THUMBNAILER);
    const QByteArray m_jpeg = test::jpegWithExif(test::encoded(test::fourCorners({1200, 800}), "jpeg"),
                                                 {.taken = "2026:07:18 15:04:05", .model = "Phone"});
    TemporaryFolder m_folder;
    TemporaryFolder m_cache;
};

PictureJob TestThumbnailers::job(const QByteArray &name, const QByteArray &content)
{
    m_folder.file(name, content);
    const int descriptor = ::open(m_folder.path(name).constData(), O_RDONLY | O_CLOEXEC);
    return {[file = std::make_shared<const OpenFile>(descriptor)] { return file; }, name};
}

PictureJob TestThumbnailers::jobWithTile(const QByteArray &name, const QByteArray &content)
{
    PictureJob made = job(name, content);
    made.tilePath = m_cache.path(name + ".tile");
    return made;
}

QStringList TestThumbnailers::files() const
{
    return QDir(QFile::decodeName(m_cache.path())).entryList(QDir::Files | QDir::Hidden);
}

QString TestThumbnailers::script(const QByteArray &text)
{
    m_folder.file("script", "#!/bin/sh\n" + text);
    ::chmod(m_folder.path("script").constData(), 0755);
    return QFile::decodeName(m_folder.path("script"));
}

void TestThumbnailers::makesCopies()
{
    Results results;
    Thumbnailers thumbnailers(m_program, 2);
    PictureJob wanted = jobWithTile("a.jpg", m_jpeg);
    wanted.tile2Path = m_cache.path("a.tile2");
    wanted.screenPath = m_cache.path("a.screen");
    QVERIFY(thumbnailers.submit(wanted, Priority::Looked, results.add("a")) != 0);
    QTRY_COMPARE(results.count(), 1);
    const PictureResult result = results.at(0);
    QCOMPARE(result.outcome, Outcome::Done);
    QVERIFY(result.isCopied);
    QCOMPARE(QSize(result.facts.width, result.facts.height), QSize(1200, 800));
    QCOMPARE(result.facts.camera, QByteArray("Phone"));
    QVERIFY(result.facts.takenMs);
    const auto size = [](const QByteArray &path) { return QImage(QFile::decodeName(path)).size(); };
    QCOMPARE(size(wanted.tilePath), QSize(480, 320));
    QCOMPARE(size(wanted.tile2Path), QSize(960, 640));
    QCOMPARE(size(wanted.screenPath), QSize(1200, 800));
    QCOMPARE(::lseek(wanted.open()->descriptor(), 0, SEEK_CUR), 0); // others send from it
}

void TestThumbnailers::readsFactsAlone()
{
    Results results;
    Thumbnailers thumbnailers(m_program, 1);
    const QStringList before = files();
    thumbnailers.submit(job("a.jpg", m_jpeg), Priority::Background, results.add("a"));
    QTRY_COMPARE(results.count(), 1);
    QCOMPARE(results.at(0).outcome, Outcome::Done);
    QVERIFY(!results.at(0).isCopied);
    QCOMPARE(results.at(0).facts.width, 1200);
    QCOMPARE(files(), before);
}

void TestThumbnailers::makesPosters()
{
    if (!test::isInstalled("ffmpeg") || !test::isInstalled("ffmpegthumbnailer"))
        QSKIP("ffmpeg or ffmpegthumbnailer is not installed");
    QVERIFY(test::run("ffmpeg -v error -f lavfi -i testsrc=s=640x360:r=5:d=2 -pix_fmt yuv420p " +
                      m_folder.path("film.mp4")));
    Results results;
    Thumbnailers thumbnailers(m_program, 1);
    const QByteArray film = test::contentOf(QFile::decodeName(m_folder.path("film.mp4")));
    thumbnailers.submit(jobWithTile("film.mp4", film), Priority::Looked, results.add("film"));
    QTRY_COMPARE_WITH_TIMEOUT(results.count(), 1, 20'000);
    QCOMPARE(results.at(0).outcome, Outcome::Done);
    QVERIFY(results.at(0).isCopied);
    QVERIFY(results.at(0).facts.isVideo);
    QCOMPARE(QImage(QFile::decodeName(m_cache.path("film.mp4.tile"))).size(), QSize(480, 270));
}

void TestThumbnailers::tellsOutcomes_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("tile");
    QTest::addColumn<Outcome>("outcome");
    QByteArray bomb = m_jpeg;
    bomb.replace(bomb.indexOf("\xff\xc0") + 5, 4, "\xff\xff\xff\xff");
    QTest::addRow("text") << QByteArray("Dear grandmother,") << m_cache.path("t") << Outcome::NotAPicture;
    QTest::addRow("bomb") << bomb << m_cache.path("t") << Outcome::TooLarge;
    QTest::addRow("broken") << m_jpeg.first(100) << m_cache.path("t") << Outcome::Broken;
    QTest::addRow("no folder to write to") << m_jpeg << m_cache.path("none/t") << Outcome::CacheFailed;
    m_cache.folder("folder");
    QTest::addRow("a folder in the place") << m_jpeg << m_cache.path("folder") << Outcome::CacheFailed;
}

void TestThumbnailers::tellsOutcomes()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, tile);
    Results results;
    Thumbnailers thumbnailers(m_program, 1);
    const QStringList before = files();
    PictureJob wanted = job("a.jpg", content);
    wanted.tilePath = tile;
    thumbnailers.submit(wanted, Priority::Looked, results.add("a"));
    QTRY_COMPARE(results.count(), 1);
    QTEST(results.at(0).outcome, "outcome");
    QVERIFY(!results.at(0).isCopied);
    QCOMPARE(files(), before);
}

void TestThumbnailers::passesOverWhatHasGone()
{
    Results results;
    Thumbnailers thumbnailers(m_program, 1);
    PictureJob gone = jobWithTile("gone.jpg", m_jpeg);
    gone.open = [] { return nullptr; };
    thumbnailers.submit(gone, Priority::Looked, results.add("gone"));
    QTRY_COMPARE(results.count(), 1);
    QCOMPARE(results.at(0).outcome, Outcome::Gone);
}

void TestThumbnailers::outlivesAKilledProcess()
{
    Results results;
    Thumbnailers thumbnailers(m_program, 1);
    thumbnailers.submit(job("a.jpg", m_jpeg), Priority::Looked, results.add("first"));
    QTRY_COMPARE(results.count(), 1);
    const std::vector<pid_t> pids = processes();
    QCOMPARE(pids.size(), size_t(1));
    ::kill(pids[0], SIGSTOP); // so that the next job is surely in it
    thumbnailers.submit(jobWithTile("killed.jpg", m_jpeg), Priority::Looked, results.add("killed"));
    thumbnailers.submit(jobWithTile("next.jpg", m_jpeg), Priority::Looked, results.add("next"));
    QTRY_VERIFY(files().filter(QStringLiteral("killed.jpg.tile.")).size() == 1);
    QCOMPARE(results.count(), 1);
    ::kill(pids[0], SIGKILL);
    QTRY_COMPARE(results.count(), 3);
    QCOMPARE(results.at(1).outcome, Outcome::HelperDied);
    QCOMPARE(results.at(2).outcome, Outcome::Done);
    QVERIFY(files().contains(QStringLiteral("next.jpg.tile")));
    QVERIFY(files().filter(QStringLiteral("killed")).isEmpty());
}

void TestThumbnailers::replacesAProcessThatEndedIdle()
{
    Results results;
    Thumbnailers thumbnailers(m_program, 1);
    thumbnailers.submit(job("a.jpg", m_jpeg), Priority::Looked, results.add("first"));
    QTRY_COMPARE(results.count(), 1);
    ::kill(processes().at(0), SIGKILL);
    QTRY_VERIFY(processes().empty() ||
                test::contentOf(QStringLiteral("/proc/%1/stat").arg(processes()[0])).contains(") Z"));
    thumbnailers.submit(job("a.jpg", m_jpeg), Priority::Looked, results.add("second"));
    QTRY_COMPARE(results.count(), 2);
    QCOMPARE(results.at(1).outcome, Outcome::Done);
}

void TestThumbnailers::waitsForABoundedTime()
{
    const auto slow = job("a.jpg", m_jpeg).open();
    const std::array descriptors{slow->descriptor()};
    const auto request = picturemessage::requestFor("a.jpg");
    const int stop = ::eventfd(0, EFD_CLOEXEC);
    const QByteArray sleeping = QFile::encodeName(script("exec sleep 60"));
    {
        ThumbnailerProcess process(sleeping);
        QVERIFY(process.isRunning());
        QCOMPARE(std::get<NoReply>(process.ask(request, descriptors, 50ms, stop)), NoReply::TimedOut);
        QVERIFY(!process.isRunning());
        QCOMPARE(std::get<NoReply>(process.ask(request, descriptors, 50ms, stop)), NoReply::NotTaken);
    }
    {
        ThumbnailerProcess process(QFile::encodeName(script("kill -XCPU $$")));
        const auto reason = std::get<NoReply>(process.ask(request, descriptors, 5s, stop));
        QVERIFY(reason == NoReply::TimedOut ||
                reason == NoReply::NotTaken); // it may be gone before it is asked
    }
    ::eventfd_write(stop, 1);
    ThumbnailerProcess process(QFile::encodeName(script("exec sleep 60")));
    QCOMPARE(std::get<NoReply>(process.ask(request, descriptors, 10s, stop)), NoReply::Stopped);
    ::close(stop);
    QVERIFY(processes().empty());
}

void TestThumbnailers::looksFirst()
{
    Results results;
    Thumbnailers thumbnailers(m_program, 1);
    const auto submit = [&](const QByteArray &name, Priority priority) {
        thumbnailers.submit(job(name + ".jpg", m_jpeg), priority, results.add(name));
    };
    submit("first", Priority::Looked); // starts the process, which takes longer than the next lines
    submit("background", Priority::Background);
    submit("looked", Priority::Looked);
    QTRY_COMPARE(results.count(), 3);
    QCOMPARE(results.names(), (QByteArrayList{"first", "looked", "background"}));
}

void TestThumbnailers::cancels()
{
    Results results;
    Thumbnailers thumbnailers(m_program, 1);
    const auto running = thumbnailers.submit(job("a.jpg", m_jpeg), Priority::Looked, results.add("running"));
    const auto waiting = thumbnailers.submit(job("b.jpg", m_jpeg), Priority::Looked, results.add("waiting"));
    const bool gaveUp = thumbnailers.cancel(running); // unless it had begun
    QVERIFY(thumbnailers.cancel(waiting));
    QVERIFY(!thumbnailers.cancel(waiting));
    const auto last = thumbnailers.submit(job("c.jpg", m_jpeg), Priority::Looked, results.add("last"));
    QTRY_VERIFY(results.names().contains("last"));
    QCOMPARE(results.names(), gaveUp ? QByteArrayList{"last"} : (QByteArrayList{"running", "last"}));
    QVERIFY(!thumbnailers.cancel(last));
}

void TestThumbnailers::endsAtOnce()
{
    Results results;
    QElapsedTimer timer;
    {
        Thumbnailers thumbnailers(script("exec sleep 60"), 2);
        for (int i = 0; i < 10; ++i)
            thumbnailers.submit(jobWithTile("a.jpg", m_jpeg), Priority::Background, results.add("a"));
        QTRY_VERIFY(processes().size() == 2);
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 1000, QByteArray::number(timer.elapsed()));
    QCOMPARE(results.count(), 10);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(results.at(i).outcome, Outcome::Cancelled);
    QVERIFY(processes().empty());
}

void TestThumbnailers::opensOnlyWhatIsBeingRead()
{
    constexpr int Jobs = 2'000; // more than a process may have open by default
    Results results;
    std::atomic_int opened = 0;
    {
        Thumbnailers thumbnailers(script("exec sleep 60"), 2);
        PictureJob one = job("a.jpg", m_jpeg);
        one.open = [&opened, open = one.open] {
            ++opened;
            return open();
        };
        for (int i = 0; i < Jobs; ++i)
            QVERIFY(thumbnailers.submit(one, Priority::Looked, results.add("a")) != 0);
        QTRY_COMPARE(opened, 2);
    }
    QCOMPARE(results.count(), Jobs);
    QCOMPARE(opened, 2);
}

void TestThumbnailers::confinesItsProcess()
{
    Results results;
    Thumbnailers thumbnailers(m_program, 1);
    thumbnailers.submit(job("a.jpg", m_jpeg), Priority::Looked, results.add("a"));
    QTRY_COMPARE(results.count(), 1);
    const pid_t pid = processes().at(0);
    const QString folder = QStringLiteral("/proc/%1/").arg(pid);
    QVERIFY(test::contentOf(folder + QLatin1String("status")).contains("NoNewPrivs:\t1"));
    rlimit limit{};
    ::prlimit(pid, RLIMIT_CORE, nullptr, &limit);
    QCOMPARE(limit.rlim_max, rlim_t(0));
    ::prlimit(pid, RLIMIT_CPU, nullptr, &limit);
    QVERIFY(limit.rlim_cur <= 30);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    ::prlimit(pid, RLIMIT_AS, nullptr, &limit);
    QVERIFY(limit.rlim_max <= rlim_t(2) * 1024 * 1024 * 1024);
#endif
    QCOMPARE(::getpriority(PRIO_PROCESS, id_t(pid)), std::min(19, ::getpriority(PRIO_PROCESS, 0) + 10));
    // Its own socket and /dev/null, and nothing of this process.
    const QStringList open =
        QDir(folder + QLatin1String("fd")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System);
    for (const QString &name : open) {
        const QString target = QFile::symLinkTarget(folder + QLatin1String("fd/") + name);
        QVERIFY2(name == u"3" || !target.contains(QLatin1String("socket")), qPrintable(target));
        QVERIFY2(!target.contains(QFile::decodeName(m_folder.path())), qPrintable(target));
    }
}

void TestThumbnailers::staysWithoutAProgram()
{
    Results results;
    Thumbnailers thumbnailers(QStringLiteral("/nonexistent/thumbnailer"), 1);
    thumbnailers.submit(job("a.jpg", m_jpeg), Priority::Looked, results.add("a"));
    QTRY_COMPARE(results.count(), 1);
    QCOMPARE(results.at(0).outcome, Outcome::NotStarted);
}

QTEST_GUILESS_MAIN(TestThumbnailers)
#include "tst_thumbnailers.moc"
