package dev.ecotrack.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecotrack.testing.Backing;
import dev.ecotrack.testing.BackingStores;
import dev.ecotrack.testing.RequiresBacking;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@RequiresBacking(Backing.REDIS)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class NotificationServiceIT {
    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        BackingStores.redis(registry);
    }

    @Autowired
    private NotificationService notifications;

    @Test
    void tellsOnceAndRemembers() {
        String user = UUID.randomUUID().toString();
        Notification first = new Notification(user + "-1", user, "First");
        Notification second = new Notification(user + "-2", user, "Second");

        assertThat(notifications.send(first)).isTrue();
        assertThat(notifications.send(first)).isFalse();
        assertThat(notifications.send(second)).isTrue();
        assertThat(notifications.of(user)).containsExactly("Second", "First");
    }
}
