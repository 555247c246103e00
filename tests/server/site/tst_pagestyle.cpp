// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/pagestyle.h"

#include <QtTest>

#include <cmath>

using namespace porchlight;

namespace {

using Tokens = QHash<QByteArray, uint>;

Tokens tokensIn(const QByteArray &css)
{
    Tokens tokens;
    static const QRegularExpression token(QStringLiteral("(--[a-z-]+): ?#([0-9a-f]{6})[;}]"));
    for (auto it = token.globalMatch(QString::fromLatin1(css)); it.hasNext();) {
        const auto match = it.next();
        tokens.insert(match.captured(1).toLatin1(), match.captured(2).toUInt(nullptr, 16));
    }
    return tokens;
}

/// WCAG 2.2, relative luminance.
double luminance(uint colour)
{
    const auto channel = [colour](int shift) {
        const double c = ((colour >> shift) & 0xff) / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0);
}

double contrast(uint a, uint b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

class PageStyleTest : public QObject
{
    Q_OBJECT
private slots:
    void lightAndDarkHaveTheSameTokens();
    void textStandsOut_data();
    void textStandsOut();

private:
    const qsizetype m_dark = pageStylesheet().indexOf("(prefers-color-scheme:dark)");
    const Tokens m_lightTokens = tokensIn(pageStylesheet().first(m_dark));
    const Tokens m_darkTokens = tokensIn(pageStylesheet().mid(m_dark));
};

void PageStyleTest::lightAndDarkHaveTheSameTokens()
{
    QVERIFY(m_dark > 0);
    QVERIFY(m_lightTokens.size() > 15);
    QCOMPARE(QSet<QByteArray>(m_darkTokens.keyBegin(), m_darkTokens.keyEnd()),
             QSet<QByteArray>(m_lightTokens.keyBegin(), m_lightTokens.keyEnd()));
}

void PageStyleTest::textStandsOut_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("background");
    for (const char *text : {"--text", "--dim"}) {
        for (const char *background : {"--window", "--card", "--hover"})
            QTest::addRow("%s on %s", text, background) << QByteArray(text) << QByteArray(background);
    }
    for (const char *pair : {"green", "blue", "orange", "red", "violet", "grey"})
        QTest::addRow("%s on its soft ground", pair)
            << "--" + QByteArray(pair) << "--" + QByteArray(pair) + "-soft";
    QTest::addRow("folder icon") << QByteArray("--ink") << QByteArray("--soft");
    QTest::addRow("button") << QByteArray("#23211d") << QByteArray("--accent");
}

void PageStyleTest::textStandsOut()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, background);
    for (const Tokens *tokens : {&m_lightTokens, &m_darkTokens}) {
        const uint foreground = text.startsWith('#') ? text.mid(1).toUInt(nullptr, 16) : tokens->value(text);
        const double ratio = contrast(foreground, tokens->value(background));
        QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
    }
}

QTEST_APPLESS_MAIN(PageStyleTest)
#include "tst_pagestyle.moc"
