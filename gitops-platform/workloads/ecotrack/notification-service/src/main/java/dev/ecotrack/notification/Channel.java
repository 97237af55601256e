package dev.ecotrack.notification;

/** A way to reach people. */
interface Channel {
    void deliver(Notification notification);
}
