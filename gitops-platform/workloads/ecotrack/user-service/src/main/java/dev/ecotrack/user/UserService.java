package dev.ecotrack.user;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

@Service
public class UserService {
    private final UserRepository users;
    private final Clock clock;

    UserService(UserRepository users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    public List<User> list(int page, int size) {
        return users.findAll(PageRequest.of(page, size, Sort.by("id"))).getContent();
    }

    public User get(long id) {
        return users.findById(id).orElseThrow(() -> notFound(id));
    }

    public User create(UserDraft draft) {
        // PostgreSQL keeps microseconds: what is answered now is what is read later.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return unique(draft, () -> users.save(new User(null, draft.email(), draft.name(), now)));
    }

    public User replace(long id, UserDraft draft) {
        User user = get(id);
        return unique(draft, () -> users.save(user.with(draft)));
    }

    public void delete(long id) {
        users.delete(get(id));
    }

    /** The database decides: a look before the write would let two callers pass. */
    private static User unique(UserDraft draft, Supplier<User> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException duplicate) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "There is an account for " + draft.email() + " already", duplicate);
        }
    }

    private static ResponseStatusException notFound(long id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no user " + id);
    }
}
