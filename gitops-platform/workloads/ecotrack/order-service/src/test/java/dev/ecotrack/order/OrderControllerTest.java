package dev.ecotrack.order;

import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
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
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest(OrderController.class)
class OrderControllerTest {
    private static final Order ORDER = new Order(
            9L,
            7,
            Order.Status.REJECTED,
            "A product is sold out",
            1990,
            420,
            Instant.parse("2026-03-01T10:00:00Z"),
            List.of(new OrderLine(1, 1, 1990, 420)));

    @Autowired
    private MockMvc mvc;

    @MockitoBean
    private OrderService orders;

    @Test
    void placesAndSaysHowItWent() throws Exception {
        when(orders.place(new OrderRequest(7L, List.of(new OrderRequest.Line(1L, 1L))))).thenReturn(ORDER);

        mvc.perform(post("/api/orders")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"userId\": 7, \"lines\": [{\"productId\": 1, \"quantity\": 1}]}"))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/orders/9"))
                .andExpect(jsonPath("$.reason").value("A product is sold out"));
    }

    @Test
    void reads() throws Exception {
        when(orders.get(9)).thenReturn(ORDER);
        when(orders.ofUser(7)).thenReturn(List.of(ORDER));

        mvc.perform(get("/api/orders/9")).andExpect(jsonPath("$.lines[0].productId").value(1));
        mvc.perform(get("/api/orders?userId=7")).andExpect(jsonPath("$[0].id").value(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"userId\": 7, \"lines\": []}",
        "{\"userId\": 7, \"lines\": [{\"productId\": 1, \"quantity\": 0}]}",
        "{\"lines\": [{\"productId\": 1, \"quantity\": 1}]}",
    })
    void refusesWhatIsNotAnOrder(String body) throws Exception {
        mvc.perform(post("/api/orders").contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().isBadRequest());
        verifyNoInteractions(orders);
    }
}
