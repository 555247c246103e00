// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visitornames.h"

#include "ui/deviceword.h"
#include "ui/plaintext.h"

namespace porchlight {

namespace {

/// The words for the dots of ui/visitordelegate.cpp.
QString colourText(int colour)
{
    const QString words[Visitors::Colours]{
        VisitorNames::tr("Orange"), VisitorNames::tr("Blue"),  VisitorNames::tr("Violet"),
        VisitorNames::tr("Teal"),   VisitorNames::tr("Pink"),  VisitorNames::tr("Green"),
        VisitorNames::tr("Cyan"),   VisitorNames::tr("Brown"),
    };
    return words[colour];
}

} // namespace

QString VisitorNames::nameOf(const Visitor &visitor) const
{
    if (m_isAnonymous) {
        const QString name =
            tr("%1 %2", "colour, device").arg(colourText(visitor.colour), deviceText(deviceOf(visitor.name)));
        return visitor.number < 1 ? name : tr("%1 %2", "name, number").arg(name).arg(visitor.number + 1);
    }
    if (const QString given = givenTo(visitor); !given.isEmpty())
        return given;
    return visitor.name.isEmpty() ? tr("Visitor")
                                  : deviceName(visitor.name); // a browser's archive may not say who asked
}

QString VisitorNames::givenTo(const Visitor &visitor) const
{
    return m_given.isEmpty() ? QString() : m_given.value({visitor.address, visitor.name});
}

void VisitorNames::give(const Visitor &visitor, const QString &name)
{
    const QString tidy = plainText(name.simplified()).left(Session::MaxNameLength);
    if (tidy == givenTo(visitor))
        return;
    if (tidy.isEmpty())
        m_given.remove({visitor.address, visitor.name});
    else if (size_t(m_given.size()) < Session::MaxGivenNames)
        m_given.insert({visitor.address, visitor.name}, tidy);
    emit changed();
}

void VisitorNames::setAnonymous(bool anonymous)
{
    if (anonymous == m_isAnonymous)
        return;
    m_isAnonymous = anonymous;
    emit changed();
}

std::vector<GivenName> VisitorNames::given() const
{
    std::vector<GivenName> names;
    for (auto each = m_given.cbegin(); each != m_given.cend(); ++each)
        names.push_back({each.key().address, each.key().device, each.value()});
    return names;
}

void VisitorNames::restore(const std::vector<GivenName> &names, bool anonymous)
{
    m_colours = std::make_shared<VisitorColours>();
    m_given.clear();
    for (const GivenName &each : names)
        m_given.insert({each.address, each.device}, plainText(each.name));
    m_isAnonymous = anonymous;
    emit changed();
}

} // namespace porchlight
