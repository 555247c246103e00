// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/motionwatcher.h"
#include "ui/themewatcher.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QPalette>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace porchlight;

namespace {

constexpr uint NoPreference = 0, PreferDark = 1, PreferLight = 2;

} // namespace

/// What the desktop portal answers, as far as looks and movement are concerned.
class FakePortal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    uint scheme = NoPreference;
    uint reducedMotion = 0;
    bool animations = true;

public slots:
    QDBusVariant Read(const QString &, const QString &key)
    {
        const QVariant value = key == QLatin1String("reduced-motion")      ? QVariant(reducedMotion)
                               : key == QLatin1String("enable-animations") ? QVariant(animations)
                                                                           : QVariant(scheme);
        return QDBusVariant(QVariant::fromValue(QDBusVariant(value)));
    }

signals:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

class ThemeWatcherTest final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (program.isEmpty())
            return;
        qRegisterMetaType<QDBusVariant>("QDBusVariant"); // or QtDBus does not relay a signal that carries one
        m_daemon.start(program, {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                 QStringLiteral("--print-address")});
        QVERIFY(m_daemon.waitForReadyRead());
        const QString address = QString::fromLatin1(m_daemon.readLine()).trimmed();
        QDBusConnection desktop = QDBusConnection::connectToBus(address, QStringLiteral("desktop"));
        QVERIFY(desktop.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &m_portal,
                                       QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(desktop.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
        QVERIFY(QDBusConnection::connectToBus(address, QStringLiteral("porchlight")).isConnected());
    }
    void init()
    {
        qunsetenv("PORCHLIGHT_THEME");
        QApplication::setPalette(QPalette(Qt::white));
    }
    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("porchlight"));
        QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }

    void theEnvironmentDecides()
    {
        QApplication::setPalette(QPalette(Qt::white));
        qputenv("PORCHLIGHT_THEME", "dark");
        QVERIFY(ThemeWatcher(nowhere()).isDark());
        QApplication::setPalette(QPalette(Qt::black));
        qputenv("PORCHLIGHT_THEME", "light");
        QVERIFY(!ThemeWatcher(nowhere()).isDark());
    }
    void withoutPortalThePaletteDecides()
    {
        QVERIFY(!ThemeWatcher(nowhere()).isDark());
        QApplication::setPalette(QPalette(Qt::black));
        QVERIFY(ThemeWatcher(nowhere()).isDark());
    }
    void thePortalOverrulesThePalette()
    {
        if (m_daemon.state() != QProcess::Running)
            QSKIP("dbus-daemon is not installed");
        m_portal.scheme = PreferDark;
        ThemeWatcher watcher(desktopBus());
        QTRY_VERIFY(watcher.isDark());
    }
    void aChangeOnTheDesktopIsFollowed()
    {
        if (m_daemon.state() != QProcess::Running)
            QSKIP("dbus-daemon is not installed");
        m_portal.scheme = PreferLight;
        ThemeWatcher watcher(desktopBus());
        QSignalSpy changed(&watcher, &ThemeWatcher::changed);
        const QString group = QStringLiteral("org.freedesktop.appearance");
        const QString key = QStringLiteral("color-scheme");
        emit m_portal.SettingChanged(group, QStringLiteral("contrast"), QDBusVariant(PreferDark));
        m_portal.scheme = PreferDark;
        emit m_portal.SettingChanged(group, key, QDBusVariant(PreferDark));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.last().first().toBool(), true);
        m_portal.scheme = NoPreference;
        emit m_portal.SettingChanged(group, key,
                                     QDBusVariant(NoPreference)); // back to the palette's lightness
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(!watcher.isDark());
    }

    void movementIsReducedWhereTheDesktopSaysSo()
    {
        qputenv("PORCHLIGHT_REDUCED_MOTION", "1");
        QVERIFY(MotionWatcher(nowhere()).isReduced());
        qunsetenv("PORCHLIGHT_REDUCED_MOTION");
        QVERIFY(!MotionWatcher(nowhere()).isReduced());
        if (m_daemon.state() != QProcess::Running)
            QSKIP("dbus-daemon is not installed");
        m_portal.reducedMotion = 1;
        MotionWatcher watcher(desktopBus());
        QTRY_VERIFY(watcher.isReduced());
        emit m_portal.SettingChanged(QStringLiteral("org.freedesktop.appearance"),
                                     QStringLiteral("reduced-motion"), QDBusVariant(0U));
        QTRY_VERIFY(!watcher.isReduced());
        emit m_portal.SettingChanged(QStringLiteral("org.gnome.desktop.interface"),
                                     QStringLiteral("enable-animations"), QDBusVariant(false));
        QTRY_VERIFY(watcher.isReduced());
    }

private:
    static QDBusConnection nowhere() { return QDBusConnection(QStringLiteral("no such connection")); }
    static QDBusConnection desktopBus() { return QDBusConnection(QStringLiteral("porchlight")); }

    QProcess m_daemon;
    FakePortal m_portal;
};

QTEST_MAIN(ThemeWatcherTest)
#include "tst_themewatcher.moc"
