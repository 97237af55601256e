package dev.ecotrack.payment;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** @param idempotencyKey what the caller sends again when it asks again: the same key is the same payment */
@Table("payments")
public record Payment(
        @Id Long id, String idempotencyKey, long orderId, long amountCents, Status status, Instant createdAt) {
    public enum Status {
        APPROVED,
        DECLINED,
        REFUNDED
    }

    boolean isFor(PaymentRequest request) {
        return orderId == request.orderId() && amountCents == request.amountCents();
    }

    Payment with(Status next) {
        return new Payment(id, idempotencyKey, orderId, amountCents, next, createdAt);
    }
}
