// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/cafemenu.h"

#include <iterator>

namespace porchlight {
namespace {

constexpr struct
{
    const char *name, *description, *picture;
    int cents;
} Dishes[]{
    {"soup", "soupWords", "soup.svg", 480},
    {"toast", "toastWords", "toast.svg", 420},
    {"cake", "cakeWords", "cake.svg", 350},
    {"pancakes", "pancakesWords", "pancakes.svg", 520},
    {"chocolate", "chocolateWords", "chocolate.svg", 320},
    {"lemonade", "lemonadeWords", "lemonade.svg", 290},
};

} // namespace

std::vector<Dish> cafeMenu(const CafeWords &words)
{
    std::vector<Dish> menu;
    menu.reserve(std::size(Dishes));
    for (const auto &dish : Dishes) {
        menu.push_back({int(menu.size()) + 1, QString::fromUtf8(words.text(dish.name)),
                        QString::fromUtf8(words.text(dish.description)), dish.cents,
                        QString::fromLatin1(dish.picture)});
    }
    return menu;
}

} // namespace porchlight
