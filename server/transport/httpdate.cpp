// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/httpdate.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <span>

namespace porchlight {

namespace {

using namespace std::chrono;

constexpr std::array<QByteArrayView, 7> DayNames = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<QByteArrayView, 7> LongDayNames = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                        "Thursday", "Friday", "Saturday"};
constexpr std::array<QByteArrayView, 12> MonthNames = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

constexpr sys_seconds FirstSecond = sys_days{year{0} / January / 1};
constexpr sys_seconds LastSecond = sys_days{year{10000} / January / 1} - seconds{1};

/// Reads a date from left to right; after the first thing that does not fit it only fails.
class DateReader final
{
public:
    explicit DateReader(QByteArrayView text)
        : m_rest(text)
    {}

    bool atEnd() const { return m_good && m_rest.isEmpty(); }

    void expect(QByteArrayView literal) { take(m_rest.startsWith(literal), literal.size()); }

    unsigned number(qsizetype digits)
    {
        unsigned value = 0;
        for (qsizetype i = 0; i < digits; ++i) {
            const char c = m_rest.isEmpty() ? '\0' : m_rest.front();
            take(c >= '0' && c <= '9', 1);
            value = value * 10 + static_cast<unsigned>(c - '0');
        }
        return value;
    }

    /// asctime pads the day with a space.
    unsigned paddedDay()
    {
        if (!m_rest.startsWith(' '))
            return number(2);
        expect(" ");
        return number(1);
    }

    void dayName(std::span<const QByteArrayView> names) { indexIn(names); }
    month monthName() { return month{static_cast<unsigned>(indexIn(MonthNames)) + 1}; }

    /// "08:49:37"; a leap second counts as the first second of the next minute.
    seconds timeOfDay()
    {
        const unsigned hour = number(2);
        expect(":");
        const unsigned minute = number(2);
        expect(":");
        const unsigned second = number(2);
        take(hour < 24 && minute < 60 && second <= 60, 0);
        return hours{hour} + minutes{minute} + seconds{second};
    }

private:
    void take(bool fits, qsizetype count)
    {
        m_good = m_good && fits;
        m_rest = m_good ? m_rest.sliced(count) : QByteArrayView();
    }

    size_t indexIn(std::span<const QByteArrayView> names)
    {
        const auto found =
            std::ranges::find_if(names, [&](QByteArrayView n) { return m_rest.startsWith(n); });
        const bool fits = found != names.end();
        take(fits, fits ? found->size() : 0);
        return fits ? static_cast<size_t>(found - names.begin()) : 0;
    }

    QByteArrayView m_rest;
    bool m_good = true;
};

std::optional<qint64> secondsOf(const DateReader &reader, year_month_day date, seconds time)
{
    if (!reader.atEnd() || !date.ok())
        return std::nullopt;
    return (sys_seconds{sys_days{date}} + time).time_since_epoch().count();
}

std::optional<qint64> parseImfFixdate(DateReader reader)
{
    reader.dayName(DayNames);
    reader.expect(", ");
    const day inMonth{reader.number(2)};
    reader.expect(" ");
    const month inYear = reader.monthName();
    reader.expect(" ");
    const year y{static_cast<int>(reader.number(4))};
    reader.expect(" ");
    const seconds time = reader.timeOfDay();
    reader.expect(" GMT");
    return secondsOf(reader, y / inYear / inMonth, time);
}

std::optional<qint64> parseAsctime(DateReader reader)
{
    reader.dayName(DayNames);
    reader.expect(" ");
    const month inYear = reader.monthName();
    reader.expect(" ");
    const day inMonth{reader.paddedDay()};
    reader.expect(" ");
    const seconds time = reader.timeOfDay();
    reader.expect(" ");
    const year y{static_cast<int>(reader.number(4))};
    return secondsOf(reader, y / inYear / inMonth, time);
}

/// The latest year with these last two digits that puts the moment at most 50 years after `now`.
year fullYear(unsigned lastDigits, month inYear, day inMonth, seconds time, sys_seconds now)
{
    const year_month_day today{floor<days>(now)};
    const sys_seconds limit = sys_days{today + years{50}} + (now - floor<days>(now));
    const int century = (static_cast<int>(today.year()) / 100 + 1) * 100;
    year y{century + static_cast<int>(lastDigits)};
    while (sys_days{y / inYear / inMonth} + time > limit)
        y -= years{100};
    return y;
}

std::optional<qint64> parseRfc850(DateReader reader, sys_seconds now)
{
    reader.dayName(LongDayNames);
    reader.expect(", ");
    const day inMonth{reader.number(2)};
    reader.expect("-");
    const month inYear = reader.monthName();
    reader.expect("-");
    const unsigned lastDigits = reader.number(2);
    reader.expect(" ");
    const seconds time = reader.timeOfDay();
    reader.expect(" GMT");
    if (!reader.atEnd())
        return std::nullopt;
    return secondsOf(reader, fullYear(lastDigits, inYear, inMonth, time, now) / inYear / inMonth, time);
}

void writeNumber(char *at, int digits, unsigned value)
{
    for (int i = digits - 1; i >= 0; --i, value /= 10)
        at[i] = static_cast<char>('0' + value % 10);
}

} // namespace

QByteArray formatHttpDate(qint64 secondsSinceEpoch)
{
    const sys_seconds moment = std::clamp(sys_seconds{seconds{secondsSinceEpoch}}, FirstSecond, LastSecond);
    const sys_days day = floor<days>(moment);
    const year_month_day date{day};
    const hh_mm_ss clock{moment - day};

    QByteArray text("Sun, 06 Nov 1994 08:49:37 GMT");
    char *const out = text.data();
    std::ranges::copy(DayNames[weekday{day}.c_encoding()], out);
    writeNumber(out + 5, 2, static_cast<unsigned>(date.day()));
    std::ranges::copy(MonthNames[static_cast<unsigned>(date.month()) - 1], out + 8);
    writeNumber(out + 12, 4, static_cast<unsigned>(static_cast<int>(date.year())));
    writeNumber(out + 17, 2, static_cast<unsigned>(clock.hours().count()));
    writeNumber(out + 20, 2, static_cast<unsigned>(clock.minutes().count()));
    writeNumber(out + 23, 2, static_cast<unsigned>(clock.seconds().count()));
    return text;
}

std::optional<qint64> parseHttpDate(QByteArrayView text, qint64 now)
{
    if (text.size() < 4)
        return std::nullopt;
    switch (text[3]) {
    case ',':
        return parseImfFixdate(DateReader(text));
    case ' ':
        return parseAsctime(DateReader(text));
    default:
        return parseRfc850(DateReader(text), sys_seconds{seconds{now}});
    }
}

} // namespace porchlight
