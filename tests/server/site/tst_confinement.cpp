// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharedpaths.h"
#include "tests/support/temporaryfolder.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <atomic>
#include <thread>

using namespace porchlight;

namespace {

/// From now on openat2(2) fails with this error in the calling thread.
bool refuseOpenat2(int systemError)
{
    sock_filter program[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat2, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | unsigned(systemError)),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog filter{4, program};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

} // namespace

Q_DECLARE_METATYPE(porchlight::Confinement)

/// That the shared folder is never left, on systems and in moments that are hard on it.
class ConfinementTest : public QObject
{
    Q_OBJECT
private slots:
    void withoutOpenat2_data();
    void withoutOpenat2();
    void noRaceLeavesTheFolder_data();
    void noRaceLeavesTheFolder();
};

void ConfinementTest::withoutOpenat2_data()
{
    QTest::addColumn<int>("systemError");
    QTest::addRow("a kernel before 5.6") << ENOSYS;
    QTest::addRow("a sandbox that does not know the call") << EPERM;
}

void ConfinementTest::withoutOpenat2()
{
    QFETCH(int, systemError);
    TemporaryFolder top;
    top.folder("share");
    top.file("share/file", "inside");
    top.link("share/leaves", "..");
    top.file("secret");
    const SharedFolder folder(top.path("share"));

    bool refused = false;
    QByteArray inside;
    Outcome outside = Outcome::File;
    std::thread sandboxed([&] { // a filter is its thread's for good
        refused = refuseOpenat2(systemError);
        inside = contentOf(folder.resolve(pathOf("file")));
        outside = outcomeOf(folder.resolve(pathOf("leaves/secret")));
    });
    sandboxed.join();
    if (!refused)
        QSKIP("this system does not let a test set a seccomp filter");
    QCOMPARE(inside, "inside");
    QCOMPARE(outside, Outcome::LeavesFolder);
}

void ConfinementTest::noRaceLeavesTheFolder_data()
{
    QTest::addColumn<Confinement>("confinement");
    QTest::addRow("kernel") << Confinement::ByKernel;
    QTest::addRow("real path") << Confinement::ByRealPath;
}

void ConfinementTest::noRaceLeavesTheFolder()
{
    QFETCH(Confinement, confinement);
    TemporaryFolder top;
    top.folder("share");
    top.folder("share/Lake");
    top.file("share/Lake/file", "inside");
    top.folder("outside");
    top.file("outside/file", "outside");
    top.link("share/swap", top.path("outside"));

    std::atomic<bool> done = false;
    std::thread swapper([&] {
        while (!done)
            ::renameat2(AT_FDCWD, top.path("share/Lake").constData(), AT_FDCWD,
                        top.path("share/swap").constData(), RENAME_EXCHANGE);
    });
    SharedFolderOptions options;
    options.confinement = confinement;
    const SharedFolder folder(top.path("share"), options);
    int served = 0, outside = 0;
    for (int i = 0; i < 20'000 && (i < 2'000 || served == 0); ++i) {
        const Resolution resolution = folder.resolve(pathOf("Lake/file"));
        if (std::holds_alternative<resolved::File>(resolution)) {
            ++served;
            outside += contentOf(resolution) != "inside";
        }
    }
    done = true;
    swapper.join();
    QCOMPARE(outside, 0);
    QVERIFY(served > 0);
}

QTEST_APPLESS_MAIN(ConfinementTest)
#include "tst_confinement.moc"
