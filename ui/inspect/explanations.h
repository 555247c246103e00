// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <array>
#include <optional>

namespace porchlight {

/// What a part of HTTP means, for people.
struct Explanation
{
    QString meaning; ///< One plain sentence.
    QString section; ///< Where it is laid down: "RFC 9110 §13.1.2"; empty: by custom only, in no standard.
};

/// The words of resources/explanations/: one file a language, and one of the sections, which are the same in
/// all languages. Immutable, so any thread may ask.
class Explanations final
{
public:
    /// In this language ("de"). What there is no file for, or the file lacks, is in English.
    explicit Explanations(const QString &language);
    /// In the language of the window.
    static const Explanations &ofWindow();

    /// Methods are case-sensitive: RFC 9110 §9.1.
    std::optional<Explanation> method(QByteArrayView method) const;
    /// A code without words of its own has those of its class: RFC 9110 §15.
    std::optional<Explanation> status(int status) const;
    /// "HTTP/1.1"
    std::optional<Explanation> version(QByteArrayView version) const;
    /// Names in any case.
    std::optional<Explanation> requestField(QByteArrayView name) const;
    std::optional<Explanation> responseField(QByteArrayView name) const;

private:
    enum class Group : quint8 { Methods, Statuses, Versions, Fields, RequestFields, ResponseFields };
    static constexpr size_t GroupCount = 6;

    std::optional<Explanation> find(Group group, const QByteArray &key) const;

    std::array<QHash<QByteArray, Explanation>, GroupCount> m_groups;
};

} // namespace porchlight
