package dev.ecotrack.order;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** The notification service. */
interface Notifications {
    @PostExchange("/api/notifications")
    void send(@RequestBody Message message);

    record Message(String eventId, String recipient, String text) {}
}
