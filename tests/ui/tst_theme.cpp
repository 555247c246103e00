// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace porchlight;

namespace {

// WCAG 2.2, "relative luminance" and "contrast ratio".
double channel(float value)
{
    return value <= 0.04045f ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) +
           0.0722 * channel(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace

class ThemeTest final : public QObject
{
    Q_OBJECT
private slots:
    void textIsReadable_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("background");
        for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
            const char *const name = theme->isDark ? "dark" : "light";
            const std::pair<const char *, QColor> surfaces[] = {
                {"window", theme->window},          {"card", theme->card},
                {"stripe", theme->stripe},          {"selection", theme->selection},
                {"soft accent", theme->accentSoft},
            };
            for (const auto &[surface, background] : surfaces) {
                QTest::addRow("%s: text on %s", name, surface) << theme->text << background;
                QTest::addRow("%s: dim text on %s", name, surface) << theme->dimText << background;
            }
            QTest::addRow("%s: accent button", name) << theme->accentText << theme->accent;
            QTest::addRow("%s: accent text on soft accent", name) << theme->accentInk << theme->accentSoft;
            QTest::addRow("%s: field name on card", name) << theme->link << theme->card;
            const std::pair<const char *, Theme::Pill> pills[] = {
                {"2xx", theme->success},     {"3xx", theme->redirect},    {"4xx", theme->clientError},
                {"5xx", theme->serverError}, {"running", theme->running},
            };
            for (const auto &[pill, colours] : pills) {
                QTest::addRow("%s: pill %s", name, pill) << colours.text << colours.background;
                QTest::addRow("%s: status line %s on card", name, pill) << colours.text << theme->card;
            }
        }
    }
    void textIsReadable()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, background);
        const double ratio = contrast(text, background);
        QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 : 1").arg(ratio)));
    }

    void drawingsStandOut_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void drawingsStandOut()
    {
        QFETCH(bool, dark);
        const Theme &theme = dark ? Theme::dark() : Theme::light();
        QVERIFY(contrast(theme.accent, theme.card) >= 3.0); // WCAG 1.4.11
    }

    void everyStatusHasItsPill()
    {
        const Theme &theme = Theme::light();
        QCOMPARE(&theme.pillFor(200, false), &theme.success);
        QCOMPARE(&theme.pillFor(206, true), &theme.running);
        QCOMPARE(&theme.pillFor(304, false), &theme.redirect);
        QCOMPARE(&theme.pillFor(404, false), &theme.clientError);
        QCOMPARE(&theme.pillFor(503, false), &theme.serverError);
    }

    void applyingChangesTheApplication()
    {
        Theme::apply(true);
        QVERIFY(Theme::current().isDark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::dark().window);
        Theme::apply(false);
        QVERIFY(!Theme::current().isDark);
        QCOMPARE(QApplication::palette().color(QPalette::WindowText), Theme::light().text);
    }

    void theStyleSheetNamesOnlyKnownTokens()
    {
        for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
            const QString sheet = theme->styleSheet();
            QVERIFY(sheet.contains(theme->accent.name()));
            QVERIFY(!sheet.contains(u'@'));
            QVERIFY(!sheet.contains(QRegularExpression(QStringLiteral("(color|background):\\s*;"))));
            QVERIFY(!sheet.contains(QStringLiteral("#000000"))); // what an unknown token would become
        }
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
