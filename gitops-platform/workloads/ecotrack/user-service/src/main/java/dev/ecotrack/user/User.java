package dev.ecotrack.user;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * @param id given by the database
 * @param email in lower case: no two accounts differ by letter case alone
 */
@Table("users")
public record User(@Id Long id, String email, String name, Instant createdAt) {
    User with(UserDraft draft) {
        return new User(id, draft.email(), draft.name(), createdAt);
    }
}
