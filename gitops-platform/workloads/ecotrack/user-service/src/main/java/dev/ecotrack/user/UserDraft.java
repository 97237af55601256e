package dev.ecotrack.user;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/** What a caller says about an account. */
public record UserDraft(@NotBlank @Email @Size(max = 254) String email, @NotBlank @Size(max = 100) String name) {
    public UserDraft {
        email = email == null ? null : email.strip().toLowerCase(Locale.ROOT);
    }
}
