// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/decision.h"

#include <tuple>

namespace porchlight {

template <typename Value, typename Class>
struct DecisionField
{
    const char *name;
    Value Class::*value;
};

template <typename Value, typename Class> // said by hand: Clang deduces it for aggregates since 17 only
DecisionField(const char *, Value Class::*)->DecisionField<Value, Class>;

/// How a decision is written to a file: its name, and the names of its values. An alternative without a form
/// does not compile where decisions are read or written, nor does one with a value left out.
template <typename Alternative>
struct DecisionForm;

#define PORCHLIGHT_DECISION_FORM(Alternative, ...)                                                           \
    template <>                                                                                              \
    struct DecisionForm<decision::Alternative>                                                               \
    {                                                                                                        \
        using Of [[maybe_unused]] = decision::Alternative;                                                   \
        static constexpr const char *name = #Alternative;                                                    \
        static constexpr auto fields = std::tuple{__VA_ARGS__};                                              \
    };
#define PORCHLIGHT_FIELD(field)                                                                              \
    DecisionField                                                                                            \
    {                                                                                                        \
#field, &Of::field                                                                                   \
    }

PORCHLIGHT_DECISION_FORM(FoundFile, PORCHLIGHT_FIELD(path), PORCHLIGHT_FIELD(size))
PORCHLIGHT_DECISION_FORM(FoundFolder, PORCHLIGHT_FIELD(path))
PORCHLIGHT_DECISION_FORM(UsedIndexPage, PORCHLIGHT_FIELD(name))
PORCHLIGHT_DECISION_FORM(ListedFolder)
PORCHLIGHT_DECISION_FORM(MadeZip)
PORCHLIGHT_DECISION_FORM(TooManyZips)
PORCHLIGHT_DECISION_FORM(ChoiceOutdated)
PORCHLIGHT_DECISION_FORM(NothingChosen)
PORCHLIGHT_DECISION_FORM(SearchedFolder)
PORCHLIGHT_DECISION_FORM(MadePreview)
PORCHLIGHT_DECISION_FORM(RedirectedToFolder, PORCHLIGHT_FIELD(location))
PORCHLIGHT_DECISION_FORM(PathMalformed)
PORCHLIGHT_DECISION_FORM(NothingThere)
PORCHLIGHT_DECISION_FORM(NameHidden)
PORCHLIGHT_DECISION_FORM(LeavesFolder)
PORCHLIGHT_DECISION_FORM(NotAFile)
PORCHLIGHT_DECISION_FORM(NotReadable)
PORCHLIGHT_DECISION_FORM(ContentUnreadable)
PORCHLIGHT_DECISION_FORM(SharedFolderGone)
PORCHLIGHT_DECISION_FORM(SystemBusy)
PORCHLIGHT_DECISION_FORM(MethodNotOffered)
PORCHLIGHT_DECISION_FORM(OptionsAnswered)
PORCHLIGHT_DECISION_FORM(ETagMatched)
PORCHLIGHT_DECISION_FORM(UnchangedSince)
PORCHLIGHT_DECISION_FORM(PreconditionFailed)
PORCHLIGHT_DECISION_FORM(RangeTaken, PORCHLIGHT_FIELD(first), PORCHLIGHT_FIELD(last), PORCHLIGHT_FIELD(size))
PORCHLIGHT_DECISION_FORM(RangesTaken, PORCHLIGHT_FIELD(count), PORCHLIGHT_FIELD(size))
PORCHLIGHT_DECISION_FORM(RangeIgnored)
PORCHLIGHT_DECISION_FORM(RangeUnsatisfiable, PORCHLIGHT_FIELD(size))
PORCHLIGHT_DECISION_FORM(Sandboxed)
PORCHLIGHT_DECISION_FORM(OwnAsset)
PORCHLIGHT_DECISION_FORM(ShowedAlbum, PORCHLIGHT_FIELD(items))
PORCHLIGHT_DECISION_FORM(SmallerCopy, PORCHLIGHT_FIELD(size))
PORCHLIGHT_DECISION_FORM(PictureUnreadable)
PORCHLIGHT_DECISION_FORM(LocationRemoved)
PORCHLIGHT_DECISION_FORM(LocationNotRemovable)
PORCHLIGHT_DECISION_FORM(OwnNotFoundPage, PORCHLIGHT_FIELD(name))
PORCHLIGHT_DECISION_FORM(AppPage, PORCHLIGHT_FIELD(name))
PORCHLIGHT_DECISION_FORM(StatusTold)
PORCHLIGHT_DECISION_FORM(HostNotOurs, PORCHLIGHT_FIELD(host))
PORCHLIGHT_DECISION_FORM(CrossSite)
PORCHLIGHT_DECISION_FORM(Compressed, PORCHLIGHT_FIELD(coding), PORCHLIGHT_FIELD(from), PORCHLIGHT_FIELD(to))
PORCHLIGHT_DECISION_FORM(ReadyMadeTaken, PORCHLIGHT_FIELD(path), PORCHLIGHT_FIELD(from), PORCHLIGHT_FIELD(to))
PORCHLIGHT_DECISION_FORM(SentBySendfile)
PORCHLIGHT_DECISION_FORM(SentFromMemory)
PORCHLIGHT_DECISION_FORM(SentAsStream)
PORCHLIGHT_DECISION_FORM(ValidatorsDropped)
PORCHLIGHT_DECISION_FORM(HeldAtDoor)
PORCHLIGHT_DECISION_FORM(LetIn)
PORCHLIGHT_DECISION_FORM(AnsweredByTeacher, PORCHLIGHT_FIELD(status))
PORCHLIGHT_DECISION_FORM(PassedFullDoor)
PORCHLIGHT_DECISION_FORM(SlowedDown, PORCHLIGHT_FIELD(milliseconds))
PORCHLIGHT_DECISION_FORM(AskedDatabase, PORCHLIGHT_FIELD(what), PORCHLIGHT_FIELD(rows))
PORCHLIGHT_DECISION_FORM(WroteDatabase, PORCHLIGHT_FIELD(what))
PORCHLIGHT_DECISION_FORM(MadeByApp, PORCHLIGHT_FIELD(what))
PORCHLIGHT_DECISION_FORM(RefusedByApp, PORCHLIGHT_FIELD(why))
PORCHLIGHT_DECISION_FORM(OpenedEventStream)

#undef PORCHLIGHT_FIELD
#undef PORCHLIGHT_DECISION_FORM

namespace decisionform {

struct Anything
{
    template <typename T>
    constexpr operator T() const;
};

/// How many values an aggregate has: as many as it can be made from.
template <typename T, typename... Values>
consteval size_t valueCount()
{
    if constexpr (requires { T{Values{}..., Anything{}}; })
        return valueCount<T, Values..., Anything>();
    else
        return sizeof...(Values);
}

} // namespace decisionform

/// The form of an alternative, seen to be whole.
template <typename Alternative>
consteval auto wholeForm()
{
    using Form = DecisionForm<Alternative>;
    static_assert(std::tuple_size_v<decltype(Form::fields)> == decisionform::valueCount<Alternative>(),
                  "the form names all of the decision's values");
    return Form();
}

} // namespace porchlight
