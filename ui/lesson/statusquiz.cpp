// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/statusquiz.h"

#include "server/record/statuswords.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace porchlight {

namespace {

struct Choice
{
    int status;
    const char *words;
};

constexpr std::array Choices{
    Choice{200, QT_TRANSLATE_NOOP("porchlight::StatusQuiz", "200 here it is")},
    Choice{206, QT_TRANSLATE_NOOP("porchlight::StatusQuiz", "206 a part of it")},
    Choice{301, QT_TRANSLATE_NOOP("porchlight::StatusQuiz", "301 it has moved")},
    Choice{304, QT_TRANSLATE_NOOP("porchlight::StatusQuiz", "304 your copy is good")},
    Choice{403, QT_TRANSLATE_NOOP("porchlight::StatusQuiz", "403 you may not")},
    Choice{404, QT_TRANSLATE_NOOP("porchlight::StatusQuiz", "404 not there")},
};

} // namespace

StatusQuiz::StatusQuiz(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Space1);
    column->addWidget(new TextLabel(TextLabel::Role::Normal, tr("What status comes next?"), this));
    const auto add = [&](const QString &text, int guess) {
        auto *button = new QPushButton(text, this);
        button->setProperty("tight", true);
        connect(button, &QPushButton::clicked, this, [this, guess] { emit guessed(guess); });
        column->addWidget(button);
        return button;
    };
    for (const Choice &choice : Choices)
        add(tr(choice.words), choice.status)->setToolTip(QString::fromLatin1(reasonPhrase(choice.status)));
    add(tr("Another"), AnotherStatus);
}

bool StatusQuiz::isRight(int guess, int status)
{
    if (guess != AnotherStatus)
        return guess == status;
    return std::none_of(Choices.begin(), Choices.end(),
                        [status](const Choice &choice) { return choice.status == status; });
}

QString StatusQuiz::verdict(int guess, int status)
{
    if (status == 0)
        return tr("The visitor left before there was an answer.");
    const QString was = QStringLiteral("%1 %2").arg(status).arg(QString::fromLatin1(reasonPhrase(status)));
    if (isRight(guess, status))
        return tr("Right: %1.").arg(was);
    return guess == AnotherStatus ? tr("The class said another one. It was %1.").arg(was)
                                  : tr("The class said %1. It was %2.").arg(guess).arg(was);
}

} // namespace porchlight
