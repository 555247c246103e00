// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include "ui/inspect/formparts.h"

/// The first line of the input is a Content-Type, the rest a form that was sent with it.
namespace porchlight::fuzz {

void check(QByteArrayView input)
{
    constexpr size_t Most = 20;
    const qsizetype line = input.indexOf('\n');
    const QByteArrayView type = input.first(std::max<qsizetype>(0, line)), content = input.sliced(line + 1);
    const auto parts = formParts(content, type, Most);
    if (!parts)
        return;
    REQUIRE(parts->size() <= Most);
    const char *behind = content.data(); // the part before
    for (const FormPart &part : *parts) {
        REQUIRE(part.content.data() >= behind);
        behind = part.content.data() + part.content.size();
        REQUIRE(behind <= content.data() + content.size());
        REQUIRE(part.isWhole || &part == &parts->back());
        REQUIRE(part.name.size() <= content.size() && part.type.size() <= content.size());
        REQUIRE(!part.type.contains("\r\n"));
    }
    // What comes before the first delimiter is none of the form.
    const QByteArray after = "preamble\r\n" + content.toByteArray();
    const auto again = formParts(after, type, Most);
    REQUIRE(again && again->size() == parts->size());
    // One more part does not change those before it.
    const auto fewer = formParts(content, type, Most - 1);
    REQUIRE(fewer && fewer->size() == std::min(parts->size(), Most - 1));
    for (size_t i = 0; i < fewer->size(); ++i)
        REQUIRE((*fewer)[i].content == (*parts)[i].content && (*fewer)[i].name == (*parts)[i].name);
}

} // namespace porchlight::fuzz
