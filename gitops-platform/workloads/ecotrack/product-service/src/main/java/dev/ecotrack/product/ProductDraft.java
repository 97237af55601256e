package dev.ecotrack.product;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/** What a caller says about a product; nothing is zero by being forgotten. */
public record ProductDraft(
        @NotBlank @Size(max = 200) String name,
        @NotNull @PositiveOrZero Long priceCents,
        @NotNull @PositiveOrZero Long carbonGrams,
        @NotNull @PositiveOrZero Long stock) {
    Product as(Long id) {
        return new Product(id, name, priceCents, carbonGrams, stock);
    }
}
