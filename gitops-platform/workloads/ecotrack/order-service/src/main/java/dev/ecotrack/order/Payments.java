package dev.ecotrack.order;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.PostExchange;

/** The payment service. */
interface Payments {
    @PostExchange("/api/payments")
    Payment pay(@RequestHeader("Idempotency-Key") String key, @RequestBody Request request);

    record Request(long orderId, long amountCents) {}

    record Payment(long id, String status) {
        boolean approved() {
            return "APPROVED".equals(status);
        }
    }
}
