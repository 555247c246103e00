// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stagecolour.h"

#include "ui/theme.h"

namespace porchlight {

namespace {

QColor halfWay(const QColor &a, const QColor &b)
{
    return QColor((a.red() + b.red()) / 2, (a.green() + b.green()) / 2, (a.blue() + b.blue()) / 2);
}

} // namespace

QColor stageColour(TimingPart::Stage stage)
{
    const Theme &theme = Theme::current();
    switch (stage) {
    case TimingPart::Stage::Asking:
        return theme.dimText;
    case TimingPart::Stage::AtDoor:
        return theme.accent;
    case TimingPart::Stage::Handled:
        return theme.redirect.text;
    case TimingPart::Stage::FirstByte:
        return halfWay(theme.redirect.text, theme.text); // the server's, too, where it is told more exactly
    case TimingPart::Stage::Sending:
        return theme.success.text;
    }
    return theme.line;
}

} // namespace porchlight
