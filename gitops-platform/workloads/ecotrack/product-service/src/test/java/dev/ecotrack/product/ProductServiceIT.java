package dev.ecotrack.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecotrack.testing.Backing;
import dev.ecotrack.testing.BackingStores;
import dev.ecotrack.testing.RequiresBacking;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.server.ResponseStatusException;

@RequiresBacking(Backing.POSTGRES)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class ProductServiceIT {
    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        BackingStores.postgres(registry, "product_service");
    }

    @Autowired
    private ProductService products;

    @Test
    void sellsNoMoreThanThereIs() {
        Product bottle = products.create(new ProductDraft("Bottle", 1990L, 420L, 5L));
        AtomicInteger sold = new AtomicInteger();

        IntStream.range(0, 20).parallel().forEach(buyer -> {
            try {
                products.reserve(bottle.id(), 1);
                sold.incrementAndGet();
            } catch (ResponseStatusException soldOut) {
                // What most of the twenty must hear.
            }
        });

        assertThat(sold).hasValue(5);
        assertThat(products.get(bottle.id()).stock()).isZero();
    }

    @Test
    void listsTheLightestFirst() {
        Product heavy = products.create(new ProductDraft("Anvil", 9900L, 90_000L, 1L));
        Product light = products.create(new ProductDraft("Feather", 100L, 1L, 1L));

        assertThat(products.list(Long.MAX_VALUE, 200)).containsSubsequence(light, heavy);
        assertThat(products.list(1, 200)).contains(light).doesNotContain(heavy);
    }
}
