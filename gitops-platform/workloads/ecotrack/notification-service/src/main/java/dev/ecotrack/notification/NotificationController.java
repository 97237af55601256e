package dev.ecotrack.notification;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/notifications")
class NotificationController {
    private final NotificationService notifications;

    NotificationController(NotificationService notifications) {
        this.notifications = notifications;
    }

    /** 201 for what was told now, 200 for what was told before. */
    @PostMapping
    ResponseEntity<Void> send(@Valid @RequestBody Notification notification) {
        boolean first = notifications.send(notification);
        return ResponseEntity.status(first ? HttpStatus.CREATED : HttpStatus.OK).build();
    }

    @GetMapping("/{recipient}")
    List<String> of(@PathVariable String recipient) {
        return notifications.of(recipient);
    }
}
