// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/conformance/themes.h"

#include "tests/support/sharefolder.h"

namespace porchlight::test {

namespace {

QByteArray manyFields(int count)
{
    QByteArray fields;
    for (int i = 0; i < count; ++i)
        fields += "X-" + QByteArray::number(i) + ": x\r\n";
    return fields;
}

} // namespace

Rows fieldRows()
{
    const auto with = [](const QByteArray &fields) { return get("/a.txt", fields + "\r\n"); };
    const auto wrongName = [&](const char *name, const QByteArray &field) {
        return refused(name, "RFC 9110 §5.1", with(field), 400, Refusal::FieldNameMalformed);
    };
    const auto spaced = [&](const char *name, const QByteArray &field) {
        return refused(name, "RFC 9112 §5.1", with(field), 400, Refusal::SpaceBeforeColon);
    };
    const auto folded = [&](const char *name, const QByteArray &fields) {
        return refused(name, "RFC 9112 §5.2", with(fields), 400, Refusal::LineFolded);
    };
    const auto control = [&](const char *name, const QByteArray &field) {
        return refused(name, "RFC 9110 §5.5", with(field), 400, Refusal::ControlCharacter);
    };
    const auto sound = [&](const char *name, const char *source, const QByteArray &field) {
        return served(name, source, with(field));
    };
    const QByteArray before = "GET /a.txt HTTP/1.1\r\n";
    const QByteArray end = Host + "\r\n";
    const qsizetype around = with("X: ").size();
    return {
        wrongName("field without colon", "Nonsense"),
        wrongName("field with an empty name", ": x"),
        wrongName("field name with brackets", "X(y): x"),
        wrongName("field name with a space inside", "X y: x"),
        wrongName("field name in quotes", "\"X\": x"),
        wrongName("field name with an at sign", "X@y: x"),
        wrongName("field name with a semicolon", "X;y: x"),
        wrongName("field name with a slash", "X/y: x"),
        wrongName("field name with an equals sign", "X=y: x"),
        wrongName("field name with bytes above 127", "X\xc3\xa4: x"),
        wrongName("a request line among the fields", "GET /missing HTTP/1.1"),
        spaced("space before the colon", "X : x"),
        spaced("tab before the colon", "X\t: x"),
        spaced("space before the colon of Content-Length", "Content-Length : 5"),
        spaced("space before the colon of Transfer-Encoding", "Transfer-Encoding : chunked"),
        folded("folded line", "X: a\r\n b"),
        folded("folded line with a tab", "X: a\r\n\tb"),
        folded("folded line behind an empty value", "X:\r\n a"),
        folded("folded Transfer-Encoding", "Transfer-Encoding:\r\n chunked"),
        folded("a line of one space", "X: a\r\n "),
        refused("a space right behind the request line", "RFC 9112 §2.2", before + " X: a\r\n" + end, 400,
                Refusal::LineFolded),
        refused("a line of white space right behind the request line", "RFC 9112 §2.2",
                before + " \t\r\n" + end, 400, Refusal::LineFolded),
        refused("Host folded right behind the request line", "RFC 9112 §2.2",
                before + "\tHost: evil\r\n" + end, 400, Refusal::LineFolded),
        control("NUL in a value", QByteArray("X: a\0b", 6)),
        control("NUL in a name", QByteArray("X\0y: a", 6)),
        control("bare CR in a value", "X: a\rb"),
        control("bare CR before a field that would smuggle", "X: a\rTransfer-Encoding: chunked"),
        control("two CRs at the end", "X: a\r"),
        control("escape character in a value", "X: \x1b[2J"),
        control("vertical tab in a value", "X: a\x0b"),
        control("form feed before a value", "Transfer-Encoding: \x0c"
                                            "chunked"),
        control("DEL in a value", "X: a\x7f"),

        refused("101 fields", "RFC 6585 §5", before + Host + manyFields(100) + "\r\n", 431,
                Refusal::TooManyFields),
        refused("head above 16 KiB", "RFC 9112 §3", with("X: " + QByteArray(16'385 - around, 'x')), 431,
                Refusal::HeadTooLarge),
        refused("endless field", "RFC 6585 §5", before + Host + "X: " + QByteArray(17'000, 'x'), 431,
                Refusal::HeadTooLarge),
        served("100 fields", "RFC 9110 §5.4", before + Host + manyFields(99) + "\r\n"),
        sound("head of just under 16 KiB", "RFC 9110 §5.4", "X: " + QByteArray(16'383 - around, 'x')),

        sound("no space behind the colon", "RFC 9112 §5", "X:x"),
        sound("white space around a value", "RFC 9112 §5", "If-Modified-Since: \t {earlier} \t"),
        sound("an empty value", "RFC 9110 §5.5", "X:"),
        sound("a value of white space", "RFC 9110 §5.5", "X: \t "),
        sound("a colon in a value", "RFC 9110 §5.5", "X: a: b"),
        sound("a tab in a value", "RFC 9110 §5.5", "X: a\tb"),
        sound("bytes above 127 in a value", "RFC 9110 §5.5", "X: gr\xc3\xbc\xdf"),
        sound("a quotation without end", "RFC 9110 §5.6.4", "X: \"a"),
        sound("a name of every token character", "RFC 9110 §5.6.2", "!#$%&'*+-.^_`|~09azAZ: x"),
        sound("an unknown field", "RFC 9110 §5.1", "X-Never-Heard-Of: x"),
        sound("an unknown field twice", "RFC 9110 §5.3", "X: a\r\nX: b"),
        sound("an underscore is no hyphen", "RFC 9110 §5.1",
              "Content_Length: 5\r\nTransfer_Encoding: chunked"),
        {"names of fields in any case",
         "RFC 9110 §5.1",
         before + "hOsT: porch\r\niF-nOnE-mAtCh: {tag}\r\n\r\n",
         {status(304)}},
    };
}

} // namespace porchlight::test
