// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/secretname.h"

#include "server/site/descriptor.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <iterator>

namespace porchlight {
namespace {

using Kind = ShareRisk::Kind;

constexpr const char *KeyFolders[] = {".ssh", ".gnupg"};
constexpr const char *SecretFolders[] = {".aws",  ".azure",   ".docker",         ".electrum",
                                         ".kube", ".mozilla", ".password-store", ".thunderbird"};
constexpr const char *SecretFiles[] = {".env",    ".git-credentials", ".my.cnf", ".netrc",      ".npmrc",
                                       ".pgpass", ".pypirc",          "key4.db", "logins.json", "wallet.dat"};
constexpr const char *KeyEndings[] = {".ppk", ".p12", ".pfx"};
constexpr const char *SafeEndings[] = {".kdbx", ".kdb", ".keychain-db"};
/// Names that may stand for a private key; the content tells.
constexpr const char *PerhapsKeyEndings[] = {".pem", ".key", ".asc"};
constexpr const char *PerhapsKeyBeginnings[] = {"id_rsa", "id_ed25519", "id_ecdsa", "id_dsa"};

template <typename List>
bool isOneOf(const List &list, const QByteArray &name)
{
    return std::any_of(std::begin(list), std::end(list), [&](const char *each) { return name == each; });
}

template <typename List>
bool endsWithOneOf(const List &list, const QByteArray &name)
{
    return std::any_of(std::begin(list), std::end(list),
                       [&](const char *each) { return name.endsWith(each); });
}

template <typename List>
bool startsWithOneOf(const List &list, const QByteArray &name)
{
    return std::any_of(std::begin(list), std::end(list),
                       [&](const char *each) { return name.startsWith(each); });
}

bool holdsPrivateKey(const QByteArray &path)
{
    const Descriptor file(
        ::open(path.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    struct stat status;
    if (!file.isOpen() || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    QByteArray start(8 * 1024, Qt::Uninitialized); // a certificate chain may stand before its key
    const ssize_t length = ::read(file.number(), start.data(), size_t(start.size()));
    return length > 0 && start.first(length).contains("PRIVATE KEY");
}

} // namespace

std::optional<Kind> secretKind(const QByteArray &name, bool isFolder, const QByteArray &path)
{
    const QByteArray folded = name.toLower();
    if (isFolder) {
        if (isOneOf(KeyFolders, folded))
            return Kind::PrivateKey;
        return isOneOf(SecretFolders, folded) ? std::optional(Kind::StoredSecrets) : std::nullopt;
    }
    if (isOneOf(SecretFiles, folded) || folded.startsWith(".env.") || endsWithOneOf(SafeEndings, folded))
        return Kind::StoredSecrets;
    if (endsWithOneOf(KeyEndings, folded))
        return Kind::PrivateKey;
    if ((endsWithOneOf(PerhapsKeyEndings, folded) || startsWithOneOf(PerhapsKeyBeginnings, folded)) &&
        holdsPrivateKey(path))
        return Kind::PrivateKey;
    return std::nullopt;
}

} // namespace porchlight
