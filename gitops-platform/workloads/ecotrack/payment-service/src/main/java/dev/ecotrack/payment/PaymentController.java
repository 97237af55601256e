package dev.ecotrack.payment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/payments")
class PaymentController {
    private final PaymentService payments;

    PaymentController(PaymentService payments) {
        this.payments = payments;
    }

    @GetMapping("/{id}")
    Payment get(@PathVariable long id) {
        return payments.get(id);
    }

    @PostMapping
    Payment pay(
            @RequestHeader("Idempotency-Key") @Size(min = 1, max = 200) String idempotencyKey,
            @Valid @RequestBody PaymentRequest request) {
        return payments.pay(idempotencyKey, request);
    }

    @PostMapping("/{id}/refund")
    Payment refund(@PathVariable long id) {
        return payments.refund(id);
    }
}
