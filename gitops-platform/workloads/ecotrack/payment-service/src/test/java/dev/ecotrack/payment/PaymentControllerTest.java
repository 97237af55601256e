package dev.ecotrack.payment;

import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest(PaymentController.class)
class PaymentControllerTest {
    private static final Payment PAYMENT =
            new Payment(1L, "order-9", 9, 1990, Payment.Status.APPROVED, Instant.parse("2026-03-01T10:00:00Z"));
    private static final String BODY = "{\"orderId\": 9, \"amountCents\": 1990}";

    @Autowired
    private MockMvc mvc;

    @MockitoBean
    private PaymentService payments;

    @Test
    void paysReadsAndRefunds() throws Exception {
        when(payments.pay("order-9", new PaymentRequest(9L, 1990L))).thenReturn(PAYMENT);
        when(payments.get(1)).thenReturn(PAYMENT);
        when(payments.refund(1)).thenReturn(PAYMENT.with(Payment.Status.REFUNDED));

        mvc.perform(post("/api/payments")
                        .header("Idempotency-Key", "order-9")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(BODY))
                .andExpect(jsonPath("$.status").value("APPROVED"));
        mvc.perform(get("/api/payments/1")).andExpect(jsonPath("$.amountCents").value(1990));
        mvc.perform(post("/api/payments/1/refund")).andExpect(jsonPath("$.status").value("REFUNDED"));
    }

    @Test
    void asksForAKeyAndAnAmount() throws Exception {
        mvc.perform(post("/api/payments").contentType(MediaType.APPLICATION_JSON).content(BODY))
                .andExpect(status().isBadRequest());
        mvc.perform(post("/api/payments")
                        .header("Idempotency-Key", "order-9")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"orderId\": 9, \"amountCents\": 0}"))
                .andExpect(status().isBadRequest());
        verifyNoInteractions(payments);
    }
}
