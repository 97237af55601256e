package dev.ecotrack.product;

import jakarta.validation.constraints.NotNull;

/** @param quantity pieces to take out of the stock, or to put back where it is negative */
public record Reservation(@NotNull Long quantity) {}
