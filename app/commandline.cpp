// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QCommandLineParser>
#include <QFile>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <climits>

namespace porchlight {

namespace {

constexpr int MaxThreads = 64;
/// Two descriptors a connection must fit under the 65,536 that raiseDescriptorLimit() asks for.
constexpr int MaxConnections = 30'000;

struct Flag
{
    static inline const QString Headless = QStringLiteral("headless");
    static inline const QString Port = QStringLiteral("port");
    static inline const QString Bind = QStringLiteral("bind");
    static inline const QString Threads = QStringLiteral("threads");
    static inline const QString ShowHidden = QStringLiteral("show-hidden");
    static inline const QString Show = QStringLiteral("show");
    static inline const QString SinglePageApp = QStringLiteral("single-page-app");
    static inline const QString RemoveLocation = QStringLiteral("remove-location");
    static inline const QString MaxConnections = QStringLiteral("max-connections");
    static inline const QString MaxPerAddress = QStringLiteral("max-per-address");
    static inline const QString Log = QStringLiteral("log");
    static inline const QString Help = QStringLiteral("help");
    static inline const QString Version = QStringLiteral("version");
};

void addOptions(QCommandLineParser &parser)
{
    for (const QString &name : {Flag::Headless, Flag::ShowHidden, Flag::SinglePageApp, Flag::RemoveLocation})
        parser.addOption(QCommandLineOption(name));
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), Flag::Help}));
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("v"), Flag::Version}));
    for (const QString &name : {Flag::Port, Flag::Bind, Flag::Threads, Flag::Show, Flag::MaxConnections,
                                Flag::MaxPerAddress, Flag::Log})
        parser.addOption(QCommandLineOption(name, QString(), QStringLiteral("value")));
}

std::optional<int> wholeNumber(const QString &text, int least, int most)
{
    const bool digitsOnly =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool ok = false;
    const int number = text.toInt(&ok);
    if (!digitsOnly || !ok || number < least || number > most)
        return std::nullopt;
    return number;
}

std::optional<QHostAddress> hostAddress(const QString &text)
{
    if (text == QLatin1String("localhost"))
        return QHostAddress(QHostAddress::LocalHost);
    const QHostAddress address(text);
    // QHostAddress reads "10.1" as 10.0.0.1; nobody who types that here means it.
    const bool shortened = address.protocol() == QAbstractSocket::IPv4Protocol && text.count(u'.') != 3;
    if (address.isNull() || shortened)
        return std::nullopt;
    return address;
}

std::optional<LogFormat> logFormat(const QString &text)
{
    if (text == QLatin1String("text"))
        return LogFormat::Text;
    if (text == QLatin1String("json"))
        return LogFormat::Json;
    if (text == QLatin1String("none"))
        return LogFormat::None;
    return std::nullopt;
}

std::optional<ShowAs> showAs(const QString &text)
{
    if (text == QLatin1String("auto"))
        return ShowAs::Automatic;
    if (text == QLatin1String("photos"))
        return ShowAs::Photos;
    if (text == QLatin1String("files"))
        return ShowAs::Files;
    if (text == QLatin1String("site"))
        return ShowAs::Site;
    return std::nullopt;
}

/// A path, or the path of a file: URL as file managers pass it.
std::variant<QString, UsageError> localFolder(const QString &argument)
{
    if (argument.isEmpty())
        return UsageError{QStringLiteral("The folder's name is empty.")};
    if (QFile::encodeName(argument).size() >= PATH_MAX)
        return UsageError{QStringLiteral("The folder's name is too long.")};
    if (argument.startsWith(QLatin1String("file:"), Qt::CaseInsensitive)) {
        const QUrl url(argument, QUrl::StrictMode);
        const bool isHere = url.host().isEmpty() || url.host() == QLatin1String("localhost");
        if (!isHere || url.path().isEmpty())
            return UsageError{QStringLiteral("\"%1\" is not a folder on this computer.").arg(argument)};
        return url.path(QUrl::FullyDecoded);
    }
    static const QRegularExpression otherScheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*://"));
    if (otherScheme.match(argument).hasMatch())
        return UsageError{QStringLiteral("\"%1\" is not a folder on this computer.").arg(argument)};
    return argument;
}

class OptionReader final
{
public:
    explicit OptionReader(const QCommandLineParser &parser)
        : m_parser(parser)
    {}

    template <typename Target, typename Reader>
    void read(const QString &name, const QString &wanted, Reader reader, Target &target)
    {
        if (m_error || !m_parser.isSet(name))
            return;
        const QString text = m_parser.value(name);
        if (const auto value = reader(text))
            target = *value;
        else
            m_error = UsageError{QStringLiteral("--%1 takes %2, not \"%3\".").arg(name, wanted, text)};
    }

    void readNumber(const QString &name, int least, int most, int &target)
    {
        read(
            name, QStringLiteral("a number from %1 to %2").arg(least).arg(most),
            [=](const QString &text) { return wholeNumber(text, least, most); }, target);
    }

    const std::optional<UsageError> &error() const { return m_error; }

private:
    const QCommandLineParser &m_parser;
    std::optional<UsageError> m_error;
};

CommandLine readOptions(const QCommandLineParser &parser)
{
    Options options;
    options.headless = parser.isSet(Flag::Headless);
    options.showHidden = parser.isSet(Flag::ShowHidden);
    options.singlePageApp = parser.isSet(Flag::SinglePageApp);
    options.keepLocation = !parser.isSet(Flag::RemoveLocation);
    options.guestsGiven = parser.isSet(Flag::Show) || options.singlePageApp || !options.keepLocation;

    OptionReader reader(parser);
    reader.read(
        Flag::Port, QStringLiteral("a number from 0 to 65535"),
        [](const QString &text) -> std::optional<quint16> {
            const auto number = wholeNumber(text, 0, 65'535);
            return number ? std::optional(quint16(*number)) : std::nullopt;
        },
        options.port);
    reader.read(Flag::Bind, QStringLiteral("an IPv4 or IPv6 address of this computer"), hostAddress,
                options.bindAddress);
    reader.read(Flag::Show, QStringLiteral("auto, photos, files or site"), showAs, options.showAs);
    reader.readNumber(Flag::Threads, 1, MaxThreads, options.threads);
    reader.readNumber(Flag::MaxConnections, 1, MaxConnections, options.limits.maxConnections);
    reader.readNumber(Flag::MaxPerAddress, 1, MaxConnections, options.limits.maxConnectionsPerAddress);
    reader.read(Flag::Log, QStringLiteral("text, json or none"), logFormat, options.log);
    if (reader.error())
        return *reader.error();

    if (parser.isSet(Flag::Log) && !options.headless)
        return UsageError{
            QStringLiteral("--log goes with --headless: the window shows the requests itself.")};

    const QStringList folders = parser.positionalArguments();
    if (folders.size() > 1)
        return UsageError{
            QStringLiteral("Porchlight shares one folder at a time, and %1 were given.").arg(folders.size())};
    if (!folders.isEmpty()) {
        const auto folder = localFolder(folders.constFirst());
        if (const auto *error = std::get_if<UsageError>(&folder))
            return *error;
        options.folder = std::get<QString>(folder);
    }
    return options;
}

} // namespace

CommandLine parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    const bool understood = parser.parse(arguments);
    if (parser.isSet(Flag::Help))
        return HelpRequested{};
    if (parser.isSet(Flag::Version))
        return VersionRequested{};
    if (!understood)
        return UsageError{parser.errorText()};
    return readOptions(parser);
}

QString versionText()
{
    return QStringLiteral("Porchlight %1 (Qt %2)\n"
                          "Licence GPL-3.0-or-later. There is no warranty, to the extent permitted by law.\n")
        .arg(QStringLiteral(PORCHLIGHT_VERSION), QLatin1String(qVersion()));
}

QString helpText()
{
    const Limits limits;
    return QStringLiteral(
               "Usage: porchlight [FOLDER] [OPTION]...\n"
               "Shares FOLDER with everyone on the network: any phone, tablet or computer opens it in its\n"
               "browser. Without FOLDER the window asks for one; with --headless it is the current folder.\n"
               "A recording (.porchlight or .har) in its place is opened to be looked at.\n"
               "\n"
               "  --headless            no window: print the address, then a line for each request\n"
               "  --port N              listen on port N and no other; 0 with --headless: any free port\n"
               "                        (default: 8080, or the next free one)\n"
               "  --bind ADDRESS        listen on this IPv4 or IPv6 address only (default: all)\n"
               "  --threads N           answer with N threads, 1 to %1 (default: one a core, at most 4)\n"
               "  --show WAY            auto, photos, files or site (default: auto): a website where there "
               "is an\n"
               "                        index.html, photos where most files are, otherwise a list of files\n"
               "  --single-page-app     with a website: a path that is not there, without an ending, gets "
               "its\n"
               "                        index.html\n"
               "  --remove-location     originals of photos leave without the place where they were taken\n"
               "  --show-hidden         share files whose names begin with a dot, too\n"
               "  --max-connections N   open connections at most (default: %2)\n"
               "  --max-per-address N   open connections at most from one address (default: %3)\n"
               "  --log FORMAT          with --headless: text, json or none (default: text)\n"
               "  -v, --version         print the version and exit\n"
               "  -h, --help            print this and exit\n"
               "\n"
               "Exit status: 0 after SIGINT or SIGTERM, 2 when the command line or the folder is wrong,\n"
               "3 when Porchlight cannot listen.\n")
        .arg(MaxThreads)
        .arg(limits.maxConnections)
        .arg(limits.maxConnectionsPerAddress);
}

} // namespace porchlight
