package dev.ecotrack.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.content;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.header;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.web.client.RestClient;

class OtherServicesTest {
    private final RestClient.Builder builder = RestClient.builder();
    private MockRestServiceServer server;

    @BeforeEach
    void setUp() {
        server = MockRestServiceServer.bindTo(builder).build();
    }

    @Test
    void asksForAProduct() {
        server.expect(requestTo("http://products/api/products/1"))
                .andRespond(withSuccess(
                        "{\"id\": 1, \"name\": \"Bottle\", \"priceCents\": 1990, \"carbonGrams\": 420}",
                        MediaType.APPLICATION_JSON));

        assertThat(new OtherServices().products(builder, "http://products").get(1))
                .isEqualTo(new Products.Product(1, 1990, 420));
    }

    @Test
    void paysWithAKey() {
        server.expect(requestTo("http://payments/api/payments"))
                .andExpect(header("Idempotency-Key", "order-9"))
                .andExpect(content().json("{\"orderId\": 9, \"amountCents\": 1990}"))
                .andRespond(withSuccess("{\"id\": 1, \"status\": \"APPROVED\"}", MediaType.APPLICATION_JSON));

        Payments payments = new OtherServices().payments(builder, "http://payments");
        assertThat(payments.pay("order-9", new Payments.Request(9, 1990)).approved())
                .isTrue();
    }

    @Test
    void tells() {
        server.expect(requestTo("http://notifications/api/notifications"))
                .andExpect(content().json("{\"eventId\": \"e\", \"recipient\": \"user-7\", \"text\": \"Hello\"}"))
                .andRespond(withSuccess());

        new OtherServices()
                .notifications(builder, "http://notifications")
                .send(new Notifications.Message("e", "user-7", "Hello"));
        server.verify();
    }
}
