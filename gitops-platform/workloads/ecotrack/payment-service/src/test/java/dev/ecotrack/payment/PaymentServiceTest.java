package dev.ecotrack.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.ecotrack.payment.Payment.Status;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

class PaymentServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final PaymentRequest REQUEST = new PaymentRequest(9L, 1990L);

    private final PaymentRepository repository = mock();
    private final PaymentService payments =
            new PaymentService(repository, new LimitedTestProvider(2000), Clock.fixed(NOW, ZoneOffset.UTC));

    private static Payment payment(Status status) {
        return new Payment(1L, "order-9", 9, 1990, status, NOW);
    }

    @ParameterizedTest
    @CsvSource({"2000,APPROVED", "2001,DECLINED"})
    void asksTheProvider(long amount, Status status) {
        when(repository.save(any())).thenAnswer(call -> call.getArgument(0));

        assertThat(payments.pay("order-9", new PaymentRequest(9L, amount)))
                .isEqualTo(new Payment(null, "order-9", 9, amount, status, NOW));
    }

    @Test
    void paysOnceForAKey() {
        when(repository.findByIdempotencyKey("order-9")).thenReturn(Optional.of(payment(Status.APPROVED)));

        assertThat(payments.pay("order-9", REQUEST)).isEqualTo(payment(Status.APPROVED));
        verify(repository, never()).save(any());
    }

    @Test
    void givesTheFirstOfTwoAtOnce() {
        when(repository.findByIdempotencyKey("order-9"))
                .thenReturn(Optional.empty())
                .thenReturn(Optional.of(payment(Status.APPROVED)));
        when(repository.save(any())).thenThrow(new DuplicateKeyException("payments_idempotency_key_key"));

        assertThat(payments.pay("order-9", REQUEST).id()).isEqualTo(1);
    }

    @Test
    void refusesAKeyThatMeantAnotherPayment() {
        when(repository.findByIdempotencyKey("order-9")).thenReturn(Optional.of(payment(Status.APPROVED)));

        assertThatThrownBy(() -> payments.pay("order-9", new PaymentRequest(9L, 1L)))
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        error -> assertThat(error.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @Test
    void refundsOnce() {
        when(repository.save(any())).thenAnswer(call -> call.getArgument(0));
        when(repository.findById(1L))
                .thenReturn(Optional.of(payment(Status.APPROVED)))
                .thenReturn(Optional.of(payment(Status.REFUNDED)));

        assertThat(payments.refund(1).status()).isEqualTo(Status.REFUNDED);
        assertThat(payments.refund(1).status()).isEqualTo(Status.REFUNDED);
        verify(repository).save(payment(Status.REFUNDED));
    }

    @Test
    void refundsNothingThatWasNotPaid() {
        when(repository.findById(1L)).thenReturn(Optional.of(payment(Status.DECLINED)));

        assertThatThrownBy(() -> payments.refund(1))
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        error -> assertThat(error.getStatusCode()).isEqualTo(HttpStatus.CONFLICT));
    }
}
