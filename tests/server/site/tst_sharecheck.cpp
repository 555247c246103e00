// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/sharecheck.h"

#include "tests/support/temporaryfolder.h"

using namespace porchlight;
using Kind = ShareRisk::Kind;

namespace {

constexpr char PrivateKey[] = "-----BEGIN OPENSSH PRIVATE KEY-----\n";

/// Only the place, not what lies in it.
ShareCheckBounds placeOnly()
{
    ShareCheckBounds bounds;
    bounds.entries = 0;
    return bounds;
}

} // namespace

Q_DECLARE_METATYPE(porchlight::ShareRisk::Kind)

class ShareCheckTest : public QObject
{
    Q_OBJECT
private slots:
    void places_data();
    void places();
    void homeThroughALink();
    void secrets_data();
    void secrets();
    void harmless_data();
    void harmless();
    void depthIsBounded();
    void nearestFirst();
    void bounds_data();
    void bounds();
    void aMissingFolderHoldsNoRisk();
};

void ShareCheckTest::places_data()
{
    QTest::addColumn<QByteArray>("folder");
    QTest::addColumn<QByteArray>("home");
    QTest::addColumn<QList<Kind>>("kinds");
    const auto row = [](const char *name, const char *folder, const char *home, QList<Kind> kinds) {
        QTest::addRow("%s", name) << QByteArray(folder) << QByteArray(home) << kinds;
    };
    row("the root", "/", "/home/maria", {Kind::FileSystemRoot});
    row("the whole home folder", "/home/maria", "/home/maria", {Kind::WholeHomeFolder});
    row("a slash at the end does not matter", "/home/maria/", "/home/maria", {Kind::WholeHomeFolder});
    row("what holds the home folder", "/home", "/home/maria", {Kind::WholeHomeFolder});
    row("a folder in it", "/home/maria/Pictures", "/home/maria", {});
    row("a name that begins like it", "/home/maria2", "/home/maria", {});
    row("/etc", "/etc", "/home/maria", {Kind::SystemFolder});
    row("below /usr", "/usr/share", "/home/maria", {Kind::SystemFolder});
    row("/var", "/var", "/home/maria", {Kind::SystemFolder});
    row("/var/log", "/var/log", "/home/maria", {Kind::SystemFolder});
    row("a web site", "/var/www/html", "/home/maria", {});
    row("a USB stick", "/run/media/maria/STICK", "/home/maria", {});
    row("a mounted disk", "/mnt/photos", "/home/maria", {});
    row("root's own home", "/root", "/root", {Kind::WholeHomeFolder});
    row("a folder in root's own home", "/root/Pictures", "/root", {});
    row("someone else's /root", "/root/Pictures", "/home/maria", {Kind::SystemFolder});
}

void ShareCheckTest::places()
{
    QFETCH(QByteArray, folder);
    QFETCH(QByteArray, home);
    QFETCH(QList<Kind>, kinds);
    QList<Kind> found;
    for (const ShareRisk &risk : shareRisks(folder, home, placeOnly()))
        found.append(risk.kind);
    QCOMPARE(found, kinds);
}

void ShareCheckTest::homeThroughALink()
{
    TemporaryFolder top;
    top.folder("maria");
    top.link("shortcut", "maria");
    QCOMPARE(shareRisks(top.path("shortcut"), top.path("maria")), QList<ShareRisk>{{Kind::WholeHomeFolder}});
}

void ShareCheckTest::secrets_data()
{
    QTest::addColumn<QByteArray>("name"); // a folder when it ends in a slash
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("isHidden");
    const auto row = [](const char *name, Kind kind, bool isHidden, const char *content = "") {
        QTest::addRow("%s", name) << QByteArray(name) << QByteArray(content) << kind << isHidden;
    };
    row(".ssh/", Kind::PrivateKey, true);
    row(".gnupg/", Kind::PrivateKey, true);
    row("id_rsa", Kind::PrivateKey, false, PrivateKey);
    row("id_ed25519_work", Kind::PrivateKey, false, PrivateKey);
    row("server.key", Kind::PrivateKey, false, "-----BEGIN RSA PRIVATE KEY-----\n");
    row("Server.PEM", Kind::PrivateKey, false,
        "-----BEGIN CERTIFICATE-----\nMII\n-----BEGIN PRIVATE KEY-----\n");
    row("backup.asc", Kind::PrivateKey, false, "-----BEGIN PGP PRIVATE KEY BLOCK-----\n");
    row("identity.p12", Kind::PrivateKey, false);
    row(".env", Kind::StoredSecrets, true);
    row(".env.production", Kind::StoredSecrets, true);
    row(".git-credentials", Kind::StoredSecrets, true);
    row(".netrc", Kind::StoredSecrets, true);
    row(".aws/", Kind::StoredSecrets, true);
    row("wallet.dat", Kind::StoredSecrets, false);
    row("Passwords.kdbx", Kind::StoredSecrets, false);
}

void ShareCheckTest::secrets()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, content);
    QFETCH(Kind, kind);
    QFETCH(bool, isHidden);
    TemporaryFolder top;
    top.folder("sub");
    const QByteArray path = "sub/" + name;
    if (name.endsWith('/'))
        top.folder(path.chopped(1));
    else
        top.file(path, content);
    const QByteArray found = name.endsWith('/') ? path.chopped(1) : path;
    QCOMPARE(shareRisks(top.path(), "/home/maria"), (QList<ShareRisk>{{kind, found, isHidden}}));
}

void ShareCheckTest::harmless_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char *name, const char *content) {
        QTest::addRow("%s", name) << QByteArray(name) << QByteArray(content);
    };
    row("id_rsa.pub", "ssh-rsa AAAA");
    row("certificate.pem", "-----BEGIN CERTIFICATE-----\n");
    row("Keynote.key", "PK\x03\x04");
    row("environment.txt", "");
    row("caf\xe9.jpg", "");
    row("about PRIVATE KEY.txt", PrivateKey);
}

void ShareCheckTest::harmless()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, content);
    TemporaryFolder top;
    top.file(name, content);
    ::mkfifo(top.path("fifo.pem").constData(), 0644);
    top.link("link.pem", "missing");
    QCOMPARE(shareRisks(top.path(), "/home/maria"), QList<ShareRisk>());
}

void ShareCheckTest::depthIsBounded()
{
    TemporaryFolder top;
    top.folder("a");
    top.folder("a/b");
    top.file("a/b/wallet.dat");
    top.folder("a/b/c");
    top.file("a/b/c/wallet.dat");
    QCOMPARE(shareRisks(top.path(), "/home/maria"),
             (QList<ShareRisk>{{Kind::StoredSecrets, "a/b/wallet.dat"}}));
}

void ShareCheckTest::nearestFirst()
{
    TemporaryFolder top;
    top.folder("a");
    top.file("a/wallet.dat");
    top.file("wallet.dat");
    top.folder(".config");
    top.file(".config/wallet.dat");
    const QList<ShareRisk> risks = shareRisks(top.path(), "/home/maria");
    QCOMPARE(risks.size(), 3);
    QCOMPARE(risks.first(), (ShareRisk{Kind::StoredSecrets, "wallet.dat"}));
    QVERIFY(risks.contains(ShareRisk{Kind::StoredSecrets, ".config/wallet.dat", true}));
}

void ShareCheckTest::bounds_data()
{
    QTest::addColumn<ShareCheckBounds>("bounds");
    QTest::addColumn<int>("found");
    ShareCheckBounds wide, few, none, late;
    few.risks = 5;
    none.entries = 0;
    late.time = std::chrono::milliseconds(0);
    QTest::addRow("the usual bounds") << wide << 20;
    QTest::addRow("five risks are enough") << few << 5;
    QTest::addRow("no entries") << none << 0;
    QTest::addRow("no time") << late << 0;
}

void ShareCheckTest::bounds()
{
    QFETCH(ShareCheckBounds, bounds);
    QFETCH(int, found);
    TemporaryFolder top;
    for (int i = 0; i < 30; ++i)
        top.file(QByteArray::number(i) + ".kdbx");
    QCOMPARE(shareRisks(top.path(), "/home/maria", bounds).size(), found);
}

void ShareCheckTest::aMissingFolderHoldsNoRisk()
{
    TemporaryFolder top;
    QCOMPARE(shareRisks(top.path("missing"), "/home/maria"), QList<ShareRisk>());
}

QTEST_APPLESS_MAIN(ShareCheckTest)
#include "tst_sharecheck.moc"
