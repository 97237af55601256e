package dev.ecotrack.notification;

import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebMvcTest({NotificationController.class, LogChannel.class})
class NotificationControllerTest {
    private static final Notification MESSAGE = new Notification("order-9-PAID", "user-7", "Paid");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private LogChannel log;

    @MockitoBean
    private NotificationService notifications;

    private static MockHttpServletRequestBuilder message(String text) {
        return post("/api/notifications")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"eventId\": \"order-9-PAID\", \"recipient\": \"user-7\", \"text\": \"" + text + "\"}");
    }

    @Test
    void tellsNewFromOld() throws Exception {
        when(notifications.send(MESSAGE)).thenAnswer(call -> {
            log.deliver(call.getArgument(0));
            return true;
        }).thenReturn(false);

        mvc.perform(message("Paid")).andExpect(status().isCreated());
        mvc.perform(message("Paid")).andExpect(status().isOk());
    }

    @Test
    void refusesAnEmptyMessage() throws Exception {
        mvc.perform(message("")).andExpect(status().isBadRequest());
        verifyNoMoreInteractions(notifications);
    }

    @Test
    void lists() throws Exception {
        when(notifications.of("user-7")).thenReturn(List.of("Paid"));

        mvc.perform(get("/api/notifications/user-7")).andExpect(jsonPath("$[0]").value("Paid"));
    }
}
