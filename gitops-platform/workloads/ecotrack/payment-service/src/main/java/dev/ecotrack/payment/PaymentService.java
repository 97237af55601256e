package dev.ecotrack.payment;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

@Service
public class PaymentService {
    private final PaymentRepository payments;
    private final PaymentProvider provider;
    private final Clock clock;

    PaymentService(PaymentRepository payments, PaymentProvider provider, Clock clock) {
        this.payments = payments;
        this.provider = provider;
        this.clock = clock;
    }

    public Payment get(long id) {
        return payments.findById(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no payment " + id));
    }

    /** Pays once, however often the same key asks. */
    public Payment pay(String idempotencyKey, PaymentRequest request) {
        Payment payment =
                payments.findByIdempotencyKey(idempotencyKey).orElseGet(() -> payNow(idempotencyKey, request));
        if (!payment.isFor(request)) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "The key " + idempotencyKey + " was used for another payment");
        }
        return payment;
    }

    public Payment refund(long id) {
        Payment payment = get(id);
        return switch (payment.status()) {
            case APPROVED -> payments.save(payment.with(Payment.Status.REFUNDED));
            case REFUNDED -> payment;
            case DECLINED ->
                throw new ResponseStatusException(HttpStatus.CONFLICT, "Payment " + id + " was declined");
        };
    }

    private Payment payNow(String idempotencyKey, PaymentRequest request) {
        Payment.Status status =
                provider.approves(request) ? Payment.Status.APPROVED : Payment.Status.DECLINED;
        Payment payment = new Payment(
                null,
                idempotencyKey,
                request.orderId(),
                request.amountCents(),
                status,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        try {
            return payments.save(payment);
        } catch (DuplicateKeyException twin) {
            // The same request arrived twice at once: the first of the two is the payment.
            return payments.findByIdempotencyKey(idempotencyKey).orElseThrow(() -> twin);
        }
    }
}
