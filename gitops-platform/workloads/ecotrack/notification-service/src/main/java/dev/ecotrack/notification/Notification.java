package dev.ecotrack.notification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param eventId what happened: the same event is told once */
public record Notification(
        @NotBlank @Size(max = 200) String eventId,
        @NotBlank @Size(max = 200) String recipient,
        @NotBlank @Size(max = 2000) String text) {}
