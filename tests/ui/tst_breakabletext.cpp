// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/breakabletext.h"

#include "ui/messagebar.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QTest>

using namespace porchlight;

class BreakableTextTest final : public QObject
{
    Q_OBJECT
private slots:
    void linesMayEnd_data();
    void linesMayEnd();
    void aMessageShowsWhatStandsBehindALongName();
};

void BreakableTextTest::linesMayEnd_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("pieces"); // '|' for where a line may end
    const QString x(30, u'x');
    QTest::addRow("words stay") << QStringLiteral("The folder “Summer 2026” is gone.")
                                << QStringLiteral("The folder “Summer 2026” is gone.");
    QTest::addRow("after a slash") << QStringLiteral("at “/home/oma/Fotos”.")
                                   << QStringLiteral("at “/|home/|oma/|Fotos”.");
    QTest::addRow("within a long name")
        << x + x + QStringLiteral("x a") << x + u'|' + x + QStringLiteral("|x a");
    QTest::addRow("not within a letter") << x + QStringLiteral("\u0308y") << x + QStringLiteral("\u0308|y");
    QTest::addRow("not within a pair")
        << QString(29, u'x') + QStringLiteral("😀😀") << QString(29, u'x') + QStringLiteral("😀|😀");
    QTest::addRow("the longest are shortened")
        << QString(100, u'a') + QString(100, u'b')
        << QString(30, u'a') + u'|' + QString(30, u'a') + u'|' + QString(20, u'a') + u'…' + QString(9, u'b') +
               u'|' + QString(30, u'b') + u'|' + QString(30, u'b') + u'|' + QString(11, u'b');
}

void BreakableTextTest::linesMayEnd()
{
    QFETCH(const QString, text);
    QFETCH(const QString, pieces);
    QCOMPARE(breakableText(text).replace(QChar(0x200B), u'|'), pieces);
}

void BreakableTextTest::aMessageShowsWhatStandsBehindALongName()
{
    Theme::apply(false);
    const QString text = QStringLiteral("There is nothing at “/%1”.").arg(QString(240, u'x'));
    MessageBar bar;
    bar.showMessage(text, {{QStringLiteral("Choose a folder…"), [] {}}});
    QCOMPARE(bar.text(), text); // for screen readers, as it is
    QVERIFY(bar.findChild<TextLabel *>()->minimumSizeHint().width() < 600);
}

QTEST_MAIN(BreakableTextTest)
#include "tst_breakabletext.moc"
