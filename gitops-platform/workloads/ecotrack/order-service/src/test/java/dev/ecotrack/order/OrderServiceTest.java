package dev.ecotrack.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.ecotrack.order.Order.Status;
import dev.ecotrack.order.Products.Reservation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.server.ResponseStatusException;

class OrderServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final OrderRequest REQUEST =
            new OrderRequest(7L, List.of(new OrderRequest.Line(1L, 2L), new OrderRequest.Line(2L, 1L)));
    private static final Payments.Request PAYMENT = new Payments.Request(9, 2 * 1990 + 500);

    private final OrderRepository repository = mock();
    private final Products products = mock();
    private final Payments payments = mock();
    private final Notifications notifications = mock();
    private final OrderService orders =
            new OrderService(repository, products, payments, notifications, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void setUp() {
        when(products.get(1)).thenReturn(new Products.Product(1, 1990, 420));
        when(products.get(2)).thenReturn(new Products.Product(2, 500, 80));
        when(repository.save(any())).thenAnswer(call -> {
            Order order = call.getArgument(0);
            return new Order(
                    9L,
                    order.userId(),
                    order.status(),
                    order.reason(),
                    order.totalCents(),
                    order.carbonGrams(),
                    order.createdAt(),
                    order.lines());
        });
    }

    private static HttpClientErrorException answer(HttpStatus status) {
        return HttpClientErrorException.create(
                status, status.getReasonPhrase(), new HttpHeaders(), new byte[0], StandardCharsets.UTF_8);
    }

    @Test
    void takesThePaymentOfTheWholeOrderAndTellsItsCustomer() {
        when(payments.pay("order-9", PAYMENT)).thenReturn(new Payments.Payment(1, "APPROVED"));

        Order order = orders.place(REQUEST);

        assertThat(order.status()).isEqualTo(Status.PAID);
        assertThat(order.totalCents()).isEqualTo(4480);
        assertThat(order.carbonGrams()).isEqualTo(920);
        verify(products).reserve(1, new Reservation(2));
        verify(notifications)
                .send(new Notifications.Message(
                        "order-9-PAID", "user-7", "Your order 9 is paid. It weighs 920 g of CO2."));
    }

    @Test
    void givesEverythingBackWhenThePaymentIsDeclined() {
        when(payments.pay("order-9", PAYMENT)).thenReturn(new Payments.Payment(1, "DECLINED"));

        assertThat(orders.place(REQUEST).reason()).isEqualTo("The payment was declined");
        verify(products).reserve(1, new Reservation(-2));
        verify(products).reserve(2, new Reservation(-1));
    }

    @Test
    void givesBackOnlyWhatItReserved() {
        when(products.reserve(2, new Reservation(1))).thenThrow(answer(HttpStatus.CONFLICT));

        assertThat(orders.place(REQUEST).reason()).isEqualTo("A product is sold out");
        verify(products).reserve(1, new Reservation(-2));
        verify(products, never()).reserve(2, new Reservation(-1));
        verify(payments, never()).pay(any(), any());
    }

    @Test
    void saysThatAServiceDidNotAnswerAndStillGivesBackWhatItCan() {
        when(payments.pay("order-9", PAYMENT)).thenThrow(new ResourceAccessException("timed out"));
        when(products.reserve(1, new Reservation(-2))).thenThrow(new ResourceAccessException("timed out"));

        assertThatThrownBy(() -> orders.place(REQUEST))
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        error -> assertThat(error.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
        verify(products).reserve(2, new Reservation(-1));
    }

    @Test
    void keepsNoOrderOfWhatIsNotSold() {
        when(products.get(2)).thenThrow(answer(HttpStatus.NOT_FOUND));

        assertThatThrownBy(() -> orders.place(REQUEST)).hasMessageContaining("There is no product 2");
        verify(repository, never()).save(any());
    }

    @Test
    void keepsNoOrderThatItCannotPrice() {
        when(products.get(anyLong())).thenThrow(new ResourceAccessException("timed out"));

        assertThatThrownBy(() -> orders.place(REQUEST)).hasMessageContaining("The product service did not answer");
        verify(repository, never()).save(any());
    }

    @Test
    void standsWithoutItsMessage() {
        when(payments.pay("order-9", PAYMENT)).thenReturn(new Payments.Payment(1, "APPROVED"));
        doThrow(new ResourceAccessException("timed out")).when(notifications).send(any());

        assertThat(orders.place(REQUEST).status()).isEqualTo(Status.PAID);
    }

    @Test
    void tellsWhatIsMissing() {
        when(repository.findById(8L)).thenReturn(Optional.empty());

        assertThatThrownBy(() -> orders.get(8)).hasMessageContaining("There is no order 8");
    }
}
