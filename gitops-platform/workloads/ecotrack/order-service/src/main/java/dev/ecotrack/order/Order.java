package dev.ecotrack.order;

import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** @param reason why it was rejected */
@Table("orders")
public record Order(
        @Id Long id,
        long userId,
        Status status,
        String reason,
        long totalCents,
        long carbonGrams,
        Instant createdAt,
        @MappedCollection(idColumn = "order_id", keyColumn = "position") List<OrderLine> lines) {
    public enum Status {
        PENDING,
        PAID,
        REJECTED
    }

    static Order pending(long userId, List<OrderLine> lines, Instant now) {
        long total = lines.stream()
                .mapToLong(line -> line.quantity() * line.priceCents())
                .sum();
        long carbon = lines.stream()
                .mapToLong(line -> line.quantity() * line.carbonGrams())
                .sum();
        return new Order(null, userId, Status.PENDING, null, total, carbon, now, lines);
    }

    Order paid() {
        return new Order(id, userId, Status.PAID, null, totalCents, carbonGrams, createdAt, lines);
    }

    Order rejected(String why) {
        return new Order(id, userId, Status.REJECTED, why, totalCents, carbonGrams, createdAt, lines);
    }
}
