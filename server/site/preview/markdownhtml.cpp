// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/preview/markdownhtml.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>
#include <mutex>

namespace porchlight {
namespace {

/// Cells that a table of Markdown may come to. Each row is filled up to the table's width, so that few bytes
/// could make gigabytes of them.
constexpr qint64 MaxCells = 100'000;
/// Lines times the deepest line's quotes and lists. cmark goes through all that are open at every line, blank
/// ones too: a tenth of a second for this many, 45 for the 64 KiB of one that set out to keep it busy.
constexpr qint64 MaxOpenBlocks = 1'000'000;

struct ParserFree
{
    void operator()(cmark_parser *parser) const { cmark_parser_free(parser); }
};
struct NodeFree
{
    void operator()(cmark_node *node) const { cmark_node_free(node); }
};
struct TextFree
{
    void operator()(char *text) const { cmark_get_default_mem_allocator()->free(text); }
};

/// Whether all lines together as a table as wide as the widest stay below MaxCells.
bool hasRoomForTables(const QByteArray &markdown)
{
    qint64 lines = 1;
    qint64 bars = 0;
    qint64 widest = 0;
    for (const char c : markdown) {
        bars += c == '|';
        widest = std::max(widest, bars);
        if (c == '\n' || c == '\r') {
            ++lines;
            bars = 0;
        }
    }
    return lines * (widest + 1) <= MaxCells;
}

/// Whether its lines, each as deep as the deepest, stay below MaxOpenBlocks. What opens a quote or a list, or
/// goes on with it, stands at a line's beginning, and has a character at least.
bool isShallow(const QByteArray &markdown)
{
    constexpr QByteArrayView Openers(" \t>-+*.)0123456789");
    qint64 lines = 1;
    qint64 depth = 0;
    qint64 deepest = 0;
    bool isOpening = true;
    for (const char c : markdown) {
        if (c == '\n' || c == '\r') {
            ++lines;
            depth = 0;
            isOpening = true;
        } else if (isOpening) {
            isOpening = Openers.contains(c);
            depth += isOpening;
            deepest = std::max(deepest, depth);
        }
    }
    return lines * deepest <= MaxOpenBlocks;
}

/// Whether no text without a blank holds more brackets than addresses have: to find where one ends, all of
/// them are counted again at each.
bool hasRoomForAddresses(const QByteArray &markdown)
{
    constexpr int MaxBrackets = 1'000;
    int brackets = 0;
    for (const char c : markdown) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
            brackets = 0;
        else if (c == '(' || c == ')' || c == '<')
            ++brackets;
        if (brackets > MaxBrackets)
            return false;
    }
    return true;
}

void attach(cmark_parser *parser, const char *name)
{
    if (cmark_syntax_extension *extension = cmark_find_syntax_extension(name))
        cmark_parser_attach_syntax_extension(parser, extension);
}

/// A "<" of the text is escaped, so that these are elements of cmark's. The page may be shown in a frame,
/// which is no place for what it links to; and a box says its state to whoever hears the page.
QByteArray completed(QByteArray html, const Phrases &phrases)
{
    const QByteArray box = "<input type=\"checkbox\"";
    return html.replace("<a href=", "<a target=\"_top\" rel=\"noreferrer\" href=")
        .replace(box + " checked", box + " aria-label=\"" + phrases.text("done") + "\" checked")
        .replace(box + " disabled", box + " aria-label=\"" + phrases.text("notDone") + "\" disabled");
}

} // namespace

std::optional<QByteArray> markdownHtml(const QByteArray &markdown, const Phrases &phrases)
{
    if (!isShallow(markdown))
        return std::nullopt;
    // cmark keeps which characters its extensions look at for the whole process, and clears that after each
    // text: one in two threads loses links.
    static std::mutex oneAtATime;
    const std::lock_guard alone(oneAtATime);
    cmark_gfm_core_extensions_ensure_registered();

    const int options = CMARK_OPT_SAFE | CMARK_OPT_VALIDATE_UTF8;
    const std::unique_ptr<cmark_parser, ParserFree> parser(cmark_parser_new(options));
    for (const char *name : {"strikethrough", "tasklist"})
        attach(parser.get(), name);
    if (hasRoomForAddresses(markdown))
        attach(parser.get(), "autolink");
    if (hasRoomForTables(markdown))
        attach(parser.get(), "table");
    cmark_parser_feed(parser.get(), markdown.constData(), size_t(markdown.size()));
    const std::unique_ptr<cmark_node, NodeFree> document(cmark_parser_finish(parser.get()));
    const std::unique_ptr<char, TextFree> html(
        cmark_render_html(document.get(), options, cmark_parser_get_syntax_extensions(parser.get())));
    return completed(html.get(), phrases);
}

} // namespace porchlight
