// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"
#include "app/windowapp.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    return porchlight::runProgram(argc, argv,
                                  [](int count, char **arguments, const porchlight::Options &options) {
                                      const QApplication application(count, arguments);
                                      return porchlight::runWindow(options);
                                  });
}
