package dev.ecotrack.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import dev.ecotrack.testing.Backing;
import dev.ecotrack.testing.BackingStores;
import dev.ecotrack.testing.RequiresBacking;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@RequiresBacking(Backing.POSTGRES)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class OrderServiceIT {
    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        BackingStores.postgres(registry, "order_service");
    }

    @Autowired
    private OrderService orders;

    @MockitoBean
    private Products products;

    @MockitoBean
    private Payments payments;

    @MockitoBean
    private Notifications notifications;

    @Test
    void keepsAnOrderWithItsLines() {
        when(products.get(1)).thenReturn(new Products.Product(1, 1990, 420));
        when(payments.pay(any(), any())).thenReturn(new Payments.Payment(1, "APPROVED"));
        long user = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);

        Order order = orders.place(new OrderRequest(user, List.of(new OrderRequest.Line(1L, 2L))));

        assertThat(order.status()).isEqualTo(Order.Status.PAID);
        assertThat(orders.get(order.id())).isEqualTo(order);
        assertThat(orders.ofUser(user)).containsExactly(order);
    }
}
