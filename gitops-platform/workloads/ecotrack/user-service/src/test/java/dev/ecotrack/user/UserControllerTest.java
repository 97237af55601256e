package dev.ecotrack.user;

import static org.hamcrest.Matchers.hasSize;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.server.ResponseStatusException;

@WebMvcTest(UserController.class)
class UserControllerTest {
    private static final User ADA = new User(7L, "ada@example.org", "Ada", Instant.parse("2026-03-01T10:00:00Z"));
    private static final UserDraft DRAFT = new UserDraft("ada@example.org", "Ada");
    private static final String BODY = """
            {"email": "ada@example.org", "name": "Ada"}
            """;

    @Autowired
    private MockMvc mvc;

    @MockitoBean
    private UserService users;

    @Test
    void createsAndSaysWhere() throws Exception {
        when(users.create(DRAFT)).thenReturn(ADA);

        mvc.perform(post("/api/users").contentType(MediaType.APPLICATION_JSON).content(BODY))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/users/7"))
                .andExpect(jsonPath("$.createdAt").value("2026-03-01T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}",
        "{\"email\": \"ada\", \"name\": \"Ada\"}",
        "{\"email\": \"ada@example.org\", \"name\": \" \"}",
        "not json",
    })
    void refusesWhatIsNotAnAccount(String body) throws Exception {
        mvc.perform(post("/api/users").contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.status").value(400));
        verifyNoInteractions(users);
    }

    @Test
    void listsAPage() throws Exception {
        when(users.list(2, 10)).thenReturn(List.of(ADA));

        mvc.perform(get("/api/users?page=2&size=10"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "size=0", "size=201"})
    void refusesAPageWithoutBounds(String query) throws Exception {
        mvc.perform(get("/api/users?" + query)).andExpect(status().isBadRequest());
    }

    @Test
    void replacesReadsAndDeletes() throws Exception {
        when(users.replace(7, DRAFT)).thenReturn(ADA);
        when(users.get(7)).thenReturn(ADA);

        mvc.perform(put("/api/users/7").contentType(MediaType.APPLICATION_JSON).content(BODY))
                .andExpect(status().isOk());
        mvc.perform(get("/api/users/7")).andExpect(jsonPath("$.email").value("ada@example.org"));
        mvc.perform(delete("/api/users/7")).andExpect(status().isNoContent());
        verify(users).delete(7);
    }

    @Test
    void tellsWhatIsMissing() throws Exception {
        when(users.get(8)).thenThrow(new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no user 8"));

        mvc.perform(get("/api/users/8"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("There is no user 8"));
    }
}
