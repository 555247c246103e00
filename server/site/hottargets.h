// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace porchlight {

/// What the disk said about the targets that are asked for many times a second, so that it is asked about
/// them once a second: finding and reading something small costs more than sending it. Every other target is
/// looked up for each request, so that a person who saves and reloads sees the change. What is held is let
/// go about two seconds after the last request. Belongs to one worker's thread; `now` is monotonicNow().
template <typename Found>
class HotTargets final
{
public:
    /// How long the disk's word is good for a hot target, nanoseconds.
    static constexpr qint64 GoodFor = 1'000'000'000;
    /// Targets watched at a time; more are served without.
    static constexpr size_t MaxTargets = 128;
    /// Longer targets are not watched, bytes.
    static constexpr qsizetype MaxTargetLength = 512;

    /// `hotAt`: how many requests within a second make a target hot.
    explicit HotTargets(int hotAt)
        : m_hotAt(hotAt)
    {}

    /// What was found at the target within the last second; null when the disk is to be asked.
    const Found *find(QByteArrayView target, qint64 now)
    {
        const auto it = m_targets.find(key(target));
        if (it == m_targets.end() || !it->second.found || now - it->second.since >= GoodFor)
            return nullptr;
        ++it->second.asked;
        return &*it->second.found;
    }

    /// Notes that the disk was asked just now. `found` makes what to hold; it is called only for a hot
    /// target.
    template <typename MakeFound>
    void note(QByteArrayView target, qint64 now, MakeFound found)
    {
        auto it = m_targets.find(key(target));
        if (it == m_targets.end()) {
            if (m_targets.size() == MaxTargets || target.size() > MaxTargetLength)
                return;
            it = m_targets.emplace(key(target), Watched{.since = now, .asked = 0, .found = {}}).first;
        }
        Watched &watched = it->second;
        watched.found.reset();
        const bool isHot = ++watched.asked >= m_hotAt;
        if (isHot)
            watched.found.emplace(found());
        if (isHot || now - watched.since >= GoodFor) {
            watched.since = now;
            watched.asked = 0;
        }
    }

    /// Lets go of what was not asked for lately; whether anything is left.
    bool trim(qint64 now)
    {
        std::erase_if(m_targets,
                      [now](const auto &entry) { return now - entry.second.since >= 2 * GoodFor; });
        return !m_targets.empty();
    }

    void clear() { m_targets.clear(); }

private:
    struct Watched
    {
        qint64 since; // when the disk was asked, or counting began
        int asked;    // since then
        std::optional<Found> found;
    };
    struct Hash
    {
        using is_transparent = void;
        size_t operator()(std::string_view target) const { return std::hash<std::string_view>()(target); }
    };

    static std::string_view key(QByteArrayView target) { return {target.data(), size_t(target.size())}; }

    const int m_hotAt;
    std::unordered_map<std::string, Watched, Hash, std::equal_to<>> m_targets;
};

} // namespace porchlight
