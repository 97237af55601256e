package dev.ecotrack.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecotrack.testing.Backing;
import dev.ecotrack.testing.BackingStores;
import dev.ecotrack.testing.RequiresBacking;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.server.ResponseStatusException;

@RequiresBacking(Backing.POSTGRES)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class UserServiceIT {
    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        BackingStores.postgres(registry, "user_service");
    }

    @Autowired
    private UserService users;

    @Test
    void keepsAccountsInPostgres() {
        String email = UUID.randomUUID() + "@example.org";
        User created = users.create(new UserDraft(email, "Ada"));

        assertThat(users.get(created.id())).isEqualTo(created);
        assertThat(users.replace(created.id(), new UserDraft(email, "Ada Lovelace")).name())
                .isEqualTo("Ada Lovelace");
        assertThatThrownBy(() -> users.create(new UserDraft(email.toUpperCase(), "Eve")))
                .isInstanceOf(ResponseStatusException.class)
                .hasMessageContaining("409");

        users.delete(created.id());
        assertThatThrownBy(() -> users.get(created.id())).isInstanceOf(ResponseStatusException.class);
    }
}
