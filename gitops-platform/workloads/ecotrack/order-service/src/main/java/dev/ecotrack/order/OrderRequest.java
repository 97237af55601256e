package dev.ecotrack.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;

public record OrderRequest(
        @NotNull @Positive Long userId, @NotEmpty @Size(max = 50) List<@Valid Line> lines) {
    public record Line(@NotNull @Positive Long productId, @NotNull @Positive Long quantity) {}
}
