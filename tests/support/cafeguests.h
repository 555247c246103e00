// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/requesthandler.h"
#include "tests/support/rawclient.h"

#include <QRegularExpression>

namespace porchlight::test {

inline QByteArray request(const QByteArray &method, const QByteArray &target, const QByteArray &cookie,
                          const QByteArray &fields = {}, const QByteArray &content = {})
{
    return method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n" +
           (cookie.isEmpty() ? QByteArray() : "Cookie: other=1; " + cookie + "\r\n") + fields +
           (method == "POST" ? "Content-Length: " + QByteArray::number(content.size()) + "\r\n"
                             : QByteArray()) +
           "\r\n" + content;
}

inline constexpr char FormType[] = "Content-Type: application/x-www-form-urlencoded\r\n";

inline QByteArray captured(const QByteArray &text, const char *pattern)
{
    return QRegularExpression(QLatin1String(pattern)).match(QString::fromUtf8(text)).captured(1).toUtf8();
}

/// A phone at a table: one cookie, one token.
class Phone final
{
public:
    explicit Phone(quint16 port)
        : m_port(port)
    {
        const RawResponse menu = ask("GET", "/");
        cookie = menu.field("Set-Cookie");
        cookie = cookie.first(qMax<qsizetype>(0, cookie.indexOf(';')));
        token = captured(menu.body, "name=\"token\" value=\"([0-9a-f]+)\"");
    }

    RawResponse ask(const QByteArray &method, const QByteArray &target, const QByteArray &content = {},
                    const QByteArray &fields = FormType) const
    {
        return test::ask(m_port, request(method, target, cookie, fields, content));
    }
    QByteArray form(const QByteArray &name = "Maria",
                    const QByteArray &rest = "dish=1&quantity=2&note=") const
    {
        return "token=" + token + "&name=" + name.toPercentEncoding() + '&' + rest;
    }
    /// The same phone, after the server began anew.
    void moveTo(quint16 port) { m_port = port; }
    RawResponse order(const QByteArray &name = "Maria") const { return ask("POST", "/order", form(name)); }

    QByteArray cookie, token;

private:
    quint16 m_port;
};

/// What was heard of a stream so far, until it holds `wanted`.
inline QByteArray heard(RawClient &client, const QByteArray &wanted)
{
    QByteArray all;
    while (!all.contains(wanted)) {
        const QByteArray more = client.receiveBytes(16 * 1024);
        if (more.isEmpty())
            break;
        all += more;
    }
    return all;
}

/// As if the visitors sat elsewhere, and not at this computer.
class FromElsewhere final : public RequestHandler
{
public:
    explicit FromElsewhere(std::unique_ptr<RequestHandler> handler)
        : m_handler(std::move(handler))
    {}
    ResponsePlan answer(const Request &request) override
    {
        return m_handler->answer(
            {request.head, QHostAddress(QStringLiteral("192.0.2.7")), request.content, request.exchange});
    }
    bool takesContent() const override { return true; }

private:
    const std::unique_ptr<RequestHandler> m_handler;
};

} // namespace porchlight::test
