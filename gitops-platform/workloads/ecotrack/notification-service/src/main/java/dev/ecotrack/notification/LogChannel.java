package dev.ecotrack.notification;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reaches nobody: says in the log that there was a message, and not what it said. */
@Component
class LogChannel implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(LogChannel.class);

    @Override
    public void deliver(Notification notification) {
        LOG.info("Event {} was told to {}", notification.eventId(), notification.recipient());
    }
}
