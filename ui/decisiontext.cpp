// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/narrator.h"

#include "ui/humanunits.h"
#include "ui/plaintext.h"

namespace porchlight {

namespace {

/// One overload a decision: a new alternative does not build until something is said of it.
class DecisionTeller final
{
public:
    DecisionTeller(Narrator &narrator, const Exchange &exchange, const QString &folder)
        : m_narrator(narrator)
        , m_exchange(exchange)
        , m_folder(folder)
    {}

    void operator()(const decision::FoundFile &found) const
    {
        const qsizetype slash = found.path.lastIndexOf('/');
        clause("found it in %1", {Bold{place(slash < 0 ? QByteArray() : found.path.first(slash))}});
    }
    void operator()(const decision::FoundFolder &found) const
    {
        if (found.path.isEmpty())
            clause("opened %1", {m_folder.isEmpty() ? Narrator::Argument(place({})) : Bold{place({})}});
        else
            clause("found the folder %1", {Bold{place(found.path)}});
    }
    void operator()(const decision::UsedIndexPage &page) const
    {
        clause("took its page %1", {Bold{plainText(page.name)}});
    }
    void operator()(decision::ListedFolder) const { clause("made a list of what is in it"); }
    void operator()(decision::MadeZip) const { clause("packed it into a zip while sending it"); }
    void operator()(decision::TooManyZips) const
    {
        sentence("The visitor is downloading two zips already, so the third has to wait.");
    }
    void operator()(decision::ChoiceOutdated) const
    {
        sentence("It has changed since the visitor chose from its list, so the visitor was asked to choose again.");
    }
    void operator()(decision::NothingChosen) const { sentence("The visitor had chosen nothing to download."); }
    void operator()(decision::SearchedFolder) const { clause("searched the names in it"); }
    void operator()(decision::MadePreview) const { clause("made a page that shows it"); }
    void operator()(const decision::RedirectedToFolder &redirect) const
    {
        sentence("That is a folder, and the address of a folder ends in a slash, so Porchlight pointed to %1 "
                 "(a redirect).",
                 {Bold{readableTarget(redirect.location)}});
    }
    void operator()(decision::PathMalformed) const
    {
        sentence("That address breaks the rules for addresses, so Porchlight looked for nothing.");
    }
    void operator()(decision::NothingThere) const
    {
        sentence("There is nothing of that name in %1.", {place({})});
    }
    void operator()(decision::NameHidden) const
    {
        sentence("Names that begin with a dot are hidden, and hidden files are not shared.");
    }
    void operator()(decision::LeavesFolder) const
    {
        sentence("That leads out of %1, and nothing outside of it is shared.", {place({})});
    }
    void operator()(decision::NotAFile) const
    {
        sentence("That is a device or a pipe and no file, so Porchlight did not open it.");
    }
    void operator()(decision::NotReadable) const
    {
        sentence("It is there, but Porchlight may not read it. Give it read permission to share it.");
    }
    void operator()(decision::ContentUnreadable) const
    {
        sentence("Then its content could not be read from the disk.");
    }
    void operator()(decision::SharedFolderGone) const
    {
        sentence("The shared folder itself is gone, perhaps with the drive it is on. Sharing goes on when it "
                 "is back.");
    }
    void operator()(decision::SystemBusy) const
    {
        sentence("The computer had no open files to spare at that moment, so the visitor was asked to come "
                 "again.");
    }
    void operator()(decision::MethodNotOffered) const
    {
        sentence("Porchlight does not offer the method %1 here.", {Bold{plainText(m_exchange.method())}});
    }
    void operator()(decision::OptionsAnswered) const { clause("named the methods that it offers"); }
    void operator()(decision::ETagMatched) const
    {
        sentence("The visitor has this very version already (its mark, the ETag, is the same), so it need not be sent "
                 "again.");
    }
    void operator()(decision::UnchangedSince) const
    {
        sentence(
            "It has not changed since the visitor fetched it (Last-Modified), so it need not be sent again.");
    }
    void operator()(decision::PreconditionFailed) const
    {
        sentence("The visitor wanted it only in a certain version, and by now it is another.");
    }
    void operator()(const decision::RangeTaken &range) const
    {
        sentence("The visitor wanted only a part (a range): %1 of %2, from byte %3 on.",
                 {Bold{humanSize(range.last - range.first + 1)}, Bold{humanSize(range.size)},
                  humanCount(range.first)});
    }
    void operator()(const decision::RangesTaken &ranges) const
    {
        sentence("The visitor wanted %1 parts (ranges) of its %2.",
                 {Bold{humanCount(ranges.count)}, Bold{humanSize(ranges.size)}});
    }
    void operator()(decision::RangeIgnored) const
    {
        sentence("The visitor wanted only a part (a range), but not in a way that can be met, so it gets the "
                 "whole.");
    }
    void operator()(const decision::RangeUnsatisfiable &range) const
    {
        sentence("The visitor wanted a part (a range) beyond its end: it has only %1.",
                 {Bold{humanSize(range.size)}});
    }
    void operator()(decision::Sandboxed) const
    {
        sentence(
            "It can run scripts, so the visitor's browser was told to keep it apart from everything else "
            "that is shared (a sandbox).");
    }
    void operator()(decision::OwnAsset) const { clause("took a part of its own pages"); }
    void operator()(const decision::ShowedAlbum &album) const
    {
        clause("made a page of its %1 photos and videos", {Bold{humanCount(album.items)}});
    }
    void operator()(const decision::SmallerCopy &copy) const
    {
        sentence("It was asked for in a smaller size, and got a copy of %1 that does not tell where it was "
                 "taken.",
                 {Bold{humanSize(copy.size)}});
    }
    void operator()(decision::PictureUnreadable) const
    {
        sentence("It cannot be read as a picture, so a drawing stands in its place.");
    }
    void operator()(decision::LocationRemoved) const
    {
        sentence("The place where it was taken was left out.");
    }
    void operator()(decision::LocationNotRemovable) const
    {
        sentence("It may tell where it was taken. That could not be taken out, so it was not sent.");
    }
    void operator()(const decision::OwnNotFoundPage &page) const
    {
        sentence("The website has a page of its own for that, %1.", {Bold{plainText(page.name)}});
    }
    void operator()(const decision::AppPage &page) const
    {
        sentence("The website is an app of one page, so %1 answers.", {Bold{plainText(page.name)}});
    }
    void operator()(decision::StatusTold) const
    {
        clause("told how it is doing, as it does to programs on this computer only");
    }
    void operator()(const decision::HostNotOurs &asked) const
    {
        sentence(
            "It asked for %1, which is no name or address of this computer. A website that pretends to be "
            "this computer does so, so Porchlight told it nothing.",
            {Bold{plainText(asked.host)}});
    }
    void operator()(decision::CrossSite) const
    {
        sentence(
            "Another website asked for it through the visitor's browser, so Porchlight told it nothing.");
    }
    void operator()(const decision::Compressed &compressed) const
    {
        const Bold coding{plainText(compressed.coding)};
        if (compressed.to >= 0)
            clause("compressed it from %1 to %2 (%3)",
                   {Bold{humanSize(compressed.from)}, Bold{humanSize(compressed.to)}, coding});
        else if (compressed.from >= 0)
            clause("compressed its %1 while sending them (%2)", {Bold{humanSize(compressed.from)}, coding});
        else
            clause("compressed it while sending it (%1)", {coding});
    }
    void operator()(const decision::ReadyMadeTaken &ready) const
    {
        clause("took %1, its ready-made compressed form of %2 instead of %3",
               {Bold{plainText(ready.path.sliced(ready.path.lastIndexOf('/') + 1))},
                Bold{humanSize(ready.to)}, Bold{humanSize(ready.from)}});
    }
    // How the bytes travelled stands in the timing line, see deliveryText().
    void operator()(decision::SentBySendfile) const {}
    void operator()(decision::SentFromMemory) const {}
    void operator()(decision::SentAsStream) const {}

    void operator()(decision::ValidatorsDropped) const
    {
        sentence("The lesson has caching off, so Porchlight answered as if the visitor had no copy yet.");
    }
    void operator()(decision::HeldAtDoor) const { sentence("It waited at the door for the teacher."); }
    void operator()(decision::LetIn) const { sentence("The teacher let it in."); }
    void operator()(const decision::AnsweredByTeacher &answer) const
    {
        sentence("The teacher chose the answer %1.", {Bold{QString::number(answer.status)}});
    }
    void operator()(decision::PassedFullDoor) const
    {
        sentence("So many requests waited at the door already that this one was let by.");
    }
    void operator()(const decision::SlowedDown &slowed) const
    {
        sentence("The lesson slowed it down by %1.", {Bold{humanDuration(slowed.milliseconds * 1'000'000)}});
    }
    void operator()(const decision::AskedDatabase &asked) const
    {
        clause(asked.rows == 1 ? "asked the database for %1 (1 row)" : "asked the database for %1 (%2 rows)",
               {Bold{plainText(asked.what)}, QString::number(asked.rows)});
    }
    void operator()(const decision::WroteDatabase &wrote) const
    {
        clause("wrote %1 into the database", {Bold{plainText(wrote.what)}});
    }
    void operator()(const decision::MadeByApp &made) const { clause("made %1", {plainText(made.what)}); }
    void operator()(const decision::RefusedByApp &refused) const
    {
        clause("did not accept it: %1", {plainText(refused.why)});
    }
    void operator()(decision::OpenedEventStream) const
    {
        clause("keeps the answer open, so that news can follow at once");
    }

private:
    void clause(const char *text, Narrator::Arguments arguments = {}) const
    {
        m_narrator.porchlight(QString::fromLatin1(text), arguments);
    }
    void sentence(const char *text, Narrator::Arguments arguments = {}) const
    {
        m_narrator.say(QString::fromLatin1(text), arguments);
    }
    /// "Summer 2026/Lake"
    QString place(const QByteArray &path) const
    {
        const QString inside = plainText(path);
        if (m_folder.isEmpty())
            return inside.isEmpty() ? QStringLiteral("the shared folder") : inside;
        return inside.isEmpty() ? m_folder : m_folder + QLatin1Char('/') + inside;
    }

    Narrator &m_narrator;
    const Exchange &m_exchange;
    const QString &m_folder;
};

} // namespace

void tellDecision(Narrator &narrator, const Decision &decision, const Exchange &exchange,
                  const QString &folder)
{
    std::visit(DecisionTeller(narrator, exchange, folder), decision);
}

} // namespace porchlight
