// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/statusquiz.h"

#include "server/record/statuswords.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QGridLayout>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace porchlight {

namespace {

constexpr std::array Choices{200, 206, 301, 304, 403, 404};
constexpr int ChoicesPerRow = 3;

} // namespace

StatusQuiz::StatusQuiz(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Theme::Space1);
    grid->addWidget(new TextLabel(TextLabel::Role::Normal, tr("What status comes next?"), this), 0, 0, 1,
                    ChoicesPerRow);
    int at = 0;
    const auto add = [&](const QString &text, int guess) {
        auto *button = new QPushButton(text, this);
        button->setProperty("tight", true);
        connect(button, &QPushButton::clicked, this, [this, guess] { emit guessed(guess); });
        grid->addWidget(button, 1 + at / ChoicesPerRow, at % ChoicesPerRow);
        ++at;
        return button;
    };
    for (const int status : Choices) {
        auto *button = add(QString::number(status), status);
        button->setToolTip(QString::fromLatin1(reasonPhrase(status)));
        button->setAccessibleName(
            QStringLiteral("%1 %2").arg(status).arg(QString::fromLatin1(reasonPhrase(status))));
    }
    add(tr("Another"), AnotherStatus);
}

bool StatusQuiz::isRight(int guess, int status)
{
    if (guess != AnotherStatus)
        return guess == status;
    return std::find(Choices.begin(), Choices.end(), status) == Choices.end();
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
