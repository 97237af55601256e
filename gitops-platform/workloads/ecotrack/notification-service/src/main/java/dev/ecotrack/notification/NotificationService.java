package dev.ecotrack.notification;

import java.util.List;
import org.springframework.stereotype.Service;

@Service
public class NotificationService {
    private final Inbox inbox;
    private final Channel channel;

    NotificationService(Inbox inbox, Channel channel) {
        this.inbox = inbox;
        this.channel = channel;
    }

    /** Tells an event once, and returns whether it was this time. */
    public boolean send(Notification notification) {
        if (!inbox.claim(notification.eventId())) {
            return false;
        }
        try {
            channel.deliver(notification);
        } catch (RuntimeException failed) {
            inbox.release(notification.eventId());
            throw failed;
        }
        inbox.keep(notification);
        return true;
    }

    /** The newest first. */
    public List<String> of(String recipient) {
        return inbox.of(recipient);
    }
}
