// SPDX-License-Identifier: GPL-3.0-or-later
// A process that claims to be the single instance in the folder argv[1], with the folder argv[2] to hand
// over. Prints its role, then each folder handed to it.
#include "app/singleinstance.h"

#include <QCoreApplication>

#include <cstdio>

using porchlight::SingleInstance;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    SingleInstance instance(QString::fromLocal8Bit(argv[1]));
    QObject::connect(&instance, &SingleInstance::handedOver, &application, [](const QString &folder) {
        std::printf("folder '%s'\n", qPrintable(folder));
        std::fflush(stdout);
    });
    switch (instance.claim(QString::fromLocal8Bit(argv[2]))) {
    case SingleInstance::Role::First:
        std::puts("first");
        break;
    case SingleInstance::Role::HandedOver:
        std::puts("handed over");
        return 0;
    case SingleInstance::Role::NoAnswer:
        std::puts("no answer");
        return 1;
    }
    std::fflush(stdout);
    return QCoreApplication::exec();
}
