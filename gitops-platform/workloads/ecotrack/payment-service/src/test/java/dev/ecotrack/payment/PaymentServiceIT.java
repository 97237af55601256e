package dev.ecotrack.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecotrack.testing.Backing;
import dev.ecotrack.testing.BackingStores;
import dev.ecotrack.testing.RequiresBacking;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@RequiresBacking(Backing.POSTGRES)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class PaymentServiceIT {
    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        BackingStores.postgres(registry, "payment_service");
    }

    @Autowired
    private PaymentService payments;

    @Test
    void paysOnceHoweverManyAskAtOnce() {
        String key = UUID.randomUUID().toString();

        assertThat(IntStream.range(0, 10)
                        .parallel()
                        .mapToObj(ask -> payments.pay(key, new PaymentRequest(9L, 1990L)).id())
                        .distinct())
                .hasSize(1);
    }
}
