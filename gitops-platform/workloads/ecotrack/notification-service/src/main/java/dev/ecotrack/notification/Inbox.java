package dev.ecotrack.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** What was told to whom, in Redis: for a while, and the newest hundred of each recipient. */
@Component
class Inbox {
    private static final int KEPT = 100;

    private final StringRedisTemplate redis;
    private final Duration remember;
    private final Clock clock;

    Inbox(StringRedisTemplate redis, @Value("${ecotrack.remember}") Duration remember, Clock clock) {
        this.redis = redis;
        this.remember = remember;
        this.clock = clock;
    }

    /** Says whether the event is new. One command: of two replicas that ask at once, one is told so. */
    boolean claim(String eventId) {
        Instant now = clock.instant();
        return Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(event(eventId), now.toString(), remember));
    }

    /** Lets the event be told after all. */
    void release(String eventId) {
        redis.delete(event(eventId));
    }

    void keep(Notification notification) {
        String key = recipient(notification.recipient());
        redis.opsForList().leftPush(key, notification.text());
        redis.opsForList().trim(key, 0, KEPT - 1);
        redis.expire(key, remember);
    }

    List<String> of(String recipient) {
        List<String> texts = redis.opsForList().range(recipient(recipient), 0, KEPT - 1);
        return texts == null ? List.of() : texts;
    }

    private static String event(String id) {
        return "event:" + id;
    }

    private static String recipient(String name) {
        return "recipient:" + name;
    }
}
