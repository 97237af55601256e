package dev.ecotrack.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.ListOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ValueOperations;

class NotificationServiceTest {
    private static final Notification MESSAGE = new Notification("order-9-PAID", "user-7", "Paid");
    private static final Duration WEEK = Duration.ofDays(7);

    private final StringRedisTemplate redis = mock();
    private final ValueOperations<String, String> values = mock();
    private final ListOperations<String, String> lists = mock();
    private final Channel channel = mock();
    private final Clock clock = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    private final NotificationService notifications =
            new NotificationService(new Inbox(redis, WEEK, clock), channel);

    @BeforeEach
    void setUp() {
        when(redis.opsForValue()).thenReturn(values);
        when(redis.opsForList()).thenReturn(lists);
    }

    @Test
    void tellsAnEventOnceAndKeepsIt() {
        when(values.setIfAbsent("event:order-9-PAID", "2026-03-01T10:00:00Z", WEEK))
                .thenReturn(true, false);

        assertThat(notifications.send(MESSAGE)).isTrue();
        assertThat(notifications.send(MESSAGE)).isFalse();

        verify(channel).deliver(MESSAGE);
        verify(lists).leftPush("recipient:user-7", "Paid");
        verify(lists).trim("recipient:user-7", 0, 99);
        verify(redis).expire("recipient:user-7", WEEK);
    }

    @Test
    void letsAnEventBeToldAgainThatCouldNotBeDelivered() {
        when(values.setIfAbsent(anyString(), anyString(), eq(WEEK))).thenReturn(true);
        doThrow(new IllegalStateException("unreachable")).when(channel).deliver(MESSAGE);

        assertThatThrownBy(() -> notifications.send(MESSAGE)).hasMessage("unreachable");
        verify(redis).delete("event:order-9-PAID");
        verify(lists, never()).leftPush(anyString(), any());
    }

    @Test
    void listsWhatWasTold() {
        when(lists.range("recipient:user-7", 0, 99))
                .thenReturn(List.of("Paid"))
                .thenReturn(null);

        assertThat(notifications.of("user-7")).containsExactly("Paid");
        assertThat(notifications.of("user-7")).isEmpty();
    }
}
