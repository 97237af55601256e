package dev.ecotrack.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

@ExtendWith(MockitoExtension.class)
class UserServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");

    @Mock
    private UserRepository repository;

    private UserService users;

    @BeforeEach
    void setUp() {
        users = new UserService(repository, Clock.fixed(NOW.plusNanos(789), ZoneOffset.UTC));
    }

    @Test
    void keepsTheAddressInLowerCaseAndTheTimeAsTheDatabaseDoes() {
        when(repository.save(any())).thenAnswer(call -> call.getArgument(0));

        User user = users.create(new UserDraft(" Ada@Example.ORG ", "Ada"));

        assertThat(user).isEqualTo(new User(null, "ada@example.org", "Ada", NOW));
    }

    @Test
    void refusesASecondAccountForAnAddress() {
        when(repository.save(any())).thenThrow(new DuplicateKeyException("users_email_key"));

        assertThatThrownBy(() -> users.create(new UserDraft("ada@example.org", "Ada")))
                .isInstanceOfSatisfying(ResponseStatusException.class, error -> {
                    assertThat(error.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
                    assertThat(error.getReason()).contains("ada@example.org");
                });
    }

    @Test
    void keepsTheDayOfAnAccountThatIsReplaced() {
        when(repository.findById(7L)).thenReturn(Optional.of(new User(7L, "ada@example.org", "Ada", NOW)));
        when(repository.save(any())).thenAnswer(call -> call.getArgument(0));

        assertThat(users.replace(7, new UserDraft("ada@example.org", "Ada Lovelace")))
                .isEqualTo(new User(7L, "ada@example.org", "Ada Lovelace", NOW));
    }

    @Test
    void deletesNothingThatIsNotThere() {
        when(repository.findById(7L)).thenReturn(Optional.empty());

        assertThatThrownBy(() -> users.delete(7))
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        error -> assertThat(error.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND));
        verify(repository, never()).delete(any());
    }
}
