// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/narrator.h"

#include "ui/cafetext.h"
#include "ui/humanunits.h"
#include "ui/plaintext.h"

#include <QCoreApplication>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::DecisionText)
};

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
        clause(Words::tr("found it in %1"),
               {Bold{place(slash < 0 ? QByteArray() : found.path.first(slash))}});
    }
    void operator()(const decision::FoundFolder &found) const
    {
        if (found.path.isEmpty())
            clause(Words::tr("opened %1"),
                   {m_folder.isEmpty() ? Narrator::Argument(place({})) : Bold{place({})}});
        else
            clause(Words::tr("found the folder %1"), {Bold{place(found.path)}});
    }
    void operator()(const decision::UsedIndexPage &page) const
    {
        clause(Words::tr("took its page %1"), {Bold{plainText(page.name)}});
    }
    void operator()(decision::ListedFolder) const { clause(Words::tr("made a list of what is in it")); }
    void operator()(decision::MadeZip) const { clause(Words::tr("packed it into a zip while sending it")); }
    void operator()(decision::TooManyZips) const
    {
        sentence(Words::tr("The visitor is downloading two zips already, so the third has to wait."));
    }
    void operator()(decision::ChoiceOutdated) const
    {
        sentence(Words::tr("It has changed since the visitor chose from its list, so the visitor was asked "
                           "to choose again."));
    }
    void operator()(decision::NothingChosen) const
    {
        sentence(Words::tr("The visitor had chosen nothing to download."));
    }
    void operator()(decision::SearchedFolder) const { clause(Words::tr("searched the names in it")); }
    void operator()(decision::MadePreview) const { clause(Words::tr("made a page that shows it")); }
    void operator()(const decision::RedirectedToFolder &redirect) const
    {
        sentence(
            Words::tr(
                "That is a folder, and the address of a folder ends in a slash, so Porchlight pointed to %1 "
                "(a redirect)."),
            {Bold{readableTarget(redirect.location)}});
    }
    void operator()(decision::PathMalformed) const
    {
        sentence(Words::tr("That address breaks the rules for addresses, so Porchlight looked for nothing."));
    }
    void operator()(decision::NothingThere) const
    {
        sentence(Words::tr("There is nothing of that name in %1."), {place({})});
    }
    void operator()(decision::NameHidden) const
    {
        sentence(Words::tr("Names that begin with a dot are hidden, and hidden files are not shared."));
    }
    void operator()(decision::LeavesFolder) const
    {
        sentence(Words::tr("That leads out of %1, and nothing outside of it is shared."), {place({})});
    }
    void operator()(decision::NotAFile) const
    {
        sentence(Words::tr("That is a device or a pipe and no file, so Porchlight did not open it."));
    }
    void operator()(decision::NotReadable) const
    {
        sentence(
            Words::tr("It is there, but Porchlight may not read it. Give it read permission to share it."));
    }
    void operator()(decision::ContentUnreadable) const
    {
        sentence(Words::tr("Then its content could not be read from the disk."));
    }
    void operator()(decision::SharedFolderGone) const
    {
        sentence(Words::tr(
            "The shared folder itself is gone, perhaps with the drive it is on. Sharing goes on when it "
            "is back."));
    }
    void operator()(decision::SystemBusy) const
    {
        sentence(Words::tr(
            "The computer had no open files to spare at that moment, so the visitor was asked to come "
            "again."));
    }
    void operator()(decision::MethodNotOffered) const
    {
        sentence(Words::tr("Porchlight does not offer the method %1 here."),
                 {Bold{plainText(m_exchange.method())}});
    }
    void operator()(decision::OptionsAnswered) const
    {
        clause(Words::tr("named the methods that it offers"));
    }
    void operator()(decision::ETagMatched) const
    {
        sentence(Words::tr("The visitor has this very version already (its mark, the ETag, is the same), so "
                           "it need not be sent "
                           "again."));
    }
    void operator()(decision::UnchangedSince) const
    {
        sentence(Words::tr("It has not changed since the visitor fetched it (Last-Modified), so it need not "
                           "be sent again."));
    }
    void operator()(decision::PreconditionFailed) const
    {
        sentence(Words::tr("The visitor wanted it only in a certain version, and by now it is another."));
    }
    void operator()(const decision::RangeTaken &range) const
    {
        sentence(Words::tr("The visitor wanted only a part (a range): %1 of %2, from byte %3 on."),
                 {Bold{humanSize(range.last - range.first + 1)}, Bold{humanSize(range.size)},
                  humanCount(range.first)});
    }
    void operator()(const decision::RangesTaken &ranges) const
    {
        sentence(Words::tr("The visitor wanted %1 parts (ranges) of its %2."),
                 {Bold{humanCount(ranges.count)}, Bold{humanSize(ranges.size)}});
    }
    void operator()(decision::RangeIgnored) const
    {
        sentence(Words::tr(
            "The visitor wanted only a part (a range), but not in a way that can be met, so it gets the "
            "whole."));
    }
    void operator()(const decision::RangeUnsatisfiable &range) const
    {
        sentence(Words::tr("The visitor wanted a part (a range) beyond its end: it has only %1."),
                 {Bold{humanSize(range.size)}});
    }
    void operator()(decision::Sandboxed) const
    {
        sentence(Words::tr(
            "It can run scripts, so the visitor's browser was told to keep it apart from everything else "
            "that is shared (a sandbox)."));
    }
    void operator()(decision::OwnAsset) const { clause(Words::tr("took a part of its own pages")); }
    void operator()(const decision::ShowedAlbum &album) const
    {
        if (album.items == 1)
            clause(Words::tr("made a page of its one photo or video"));
        else
            clause(Words::tr("made a page of its %1 photos and videos"), {Bold{humanCount(album.items)}});
    }
    void operator()(const decision::SmallerCopy &copy) const
    {
        sentence(
            Words::tr(
                "It was asked for in a smaller size, and got a copy of %1 that does not tell where it was "
                "taken."),
            {Bold{humanSize(copy.size)}});
    }
    void operator()(decision::PictureUnreadable) const
    {
        sentence(Words::tr("It cannot be read as a picture, so a drawing stands in its place."));
    }
    void operator()(decision::LocationRemoved) const
    {
        sentence(Words::tr("The place where it was taken was left out."));
    }
    void operator()(decision::LocationNotRemovable) const
    {
        sentence(
            Words::tr("It may tell where it was taken. That could not be taken out, so it was not sent."));
    }
    void operator()(const decision::OwnNotFoundPage &page) const
    {
        sentence(Words::tr("The website has a page of its own for that, %1."), {Bold{plainText(page.name)}});
    }
    void operator()(const decision::AppPage &page) const
    {
        sentence(Words::tr("The website is an app of one page, so %1 answers."),
                 {Bold{plainText(page.name)}});
    }
    void operator()(decision::StatusTold) const
    {
        clause(Words::tr("told how it is doing, as it does to programs on this computer only"));
    }
    void operator()(const decision::HostNotOurs &asked) const
    {
        sentence(Words::tr("It asked for %1, which is no name or address of this computer. A website that "
                           "pretends to be "
                           "this computer does so, so Porchlight told it nothing."),
                 {Bold{plainText(asked.host)}});
    }
    void operator()(decision::CrossSite) const
    {
        sentence(Words::tr(
            "Another website asked for it through the visitor's browser, so Porchlight told it nothing."));
    }
    void operator()(const decision::Compressed &compressed) const
    {
        const Bold coding{plainText(compressed.coding)};
        if (compressed.to >= 0)
            clause(Words::tr("compressed it from %1 to %2 (%3)"),
                   {Bold{humanSize(compressed.from)}, Bold{humanSize(compressed.to)}, coding});
        else if (compressed.from >= 0)
            clause(Words::tr("compressed its %1 while sending them (%2)"),
                   {Bold{humanSize(compressed.from)}, coding});
        else
            clause(Words::tr("compressed it while sending it (%1)"), {coding});
    }
    void operator()(const decision::ReadyMadeTaken &ready) const
    {
        clause(Words::tr("took %1, its ready-made compressed form of %2 instead of %3"),
               {Bold{plainText(ready.path.sliced(ready.path.lastIndexOf('/') + 1))},
                Bold{humanSize(ready.to)}, Bold{humanSize(ready.from)}});
    }
    // How the bytes travelled stands in the timing line, see deliveryText().
    void operator()(decision::SentBySendfile) const {}
    void operator()(decision::SentFromMemory) const {}
    void operator()(decision::SentAsStream) const {}

    void operator()(decision::ValidatorsDropped) const
    {
        sentence(Words::tr(
            "The lesson has caching off, so Porchlight answered as if the visitor had no copy yet."));
    }
    void operator()(decision::HeldAtDoor) const
    {
        sentence(Words::tr("It waited at the door for the teacher."));
    }
    void operator()(decision::LetIn) const { sentence(Words::tr("The teacher let it in.")); }
    void operator()(const decision::AnsweredByTeacher &answer) const
    {
        sentence(Words::tr("The teacher chose the answer %1."), {Bold{QString::number(answer.status)}});
    }
    void operator()(decision::PassedFullDoor) const
    {
        sentence(Words::tr("So many requests waited at the door already that this one was let by."));
    }
    void operator()(const decision::SlowedDown &slowed) const
    {
        sentence(Words::tr("The lesson slowed it down by %1."),
                 {Bold{humanDuration(slowed.milliseconds * 1'000'000)}});
    }
    void operator()(const decision::AskedDatabase &asked) const
    {
        clause(asked.rows == 1 ? Words::tr("asked the database for %1 (1 row)")
                               : Words::tr("asked the database for %1 (%2 rows)"),
               {Bold{cafeText(asked.what)}, humanCount(asked.rows)});
    }
    void operator()(const decision::WroteDatabase &wrote) const
    {
        clause(Words::tr("wrote %1 into the database"), {Bold{cafeText(wrote.what)}});
    }
    void operator()(const decision::MadeByApp &made) const
    {
        clause(Words::tr("made %1"), {cafeText(made.what)});
    }
    void operator()(const decision::RefusedByApp &refused) const
    {
        clause(Words::tr("did not accept it: %1"), {cafeText(refused.why)});
    }
    void operator()(decision::OpenedEventStream) const
    {
        clause(Words::tr("keeps the answer open, so that news can follow at once"));
    }

private:
    void clause(const QString &text, Narrator::Arguments arguments = {}) const
    {
        m_narrator.porchlight(text, arguments);
    }
    void sentence(const QString &text, Narrator::Arguments arguments = {}) const
    {
        m_narrator.say(text, arguments);
    }
    /// "Summer 2026/Lake"
    QString place(const QByteArray &path) const
    {
        const QString inside = plainText(path);
        if (m_folder.isEmpty())
            return inside.isEmpty()
                       ? Words::tr("the shared folder",
                                   "stands for %1 in: found it in %1, opened %1, leads out of %1")
                       : inside;
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
