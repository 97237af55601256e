package dev.ecotrack.payment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

public record PaymentRequest(@NotNull @Positive Long orderId, @NotNull @Positive Long amountCents) {}
