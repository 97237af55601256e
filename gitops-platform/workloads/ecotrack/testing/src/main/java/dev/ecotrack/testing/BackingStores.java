package dev.ecotrack.testing;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** Points a service under test at a backing store: one that is given by its address, or one in a container. */
public final class BackingStores {
    private static final String POSTGRES_IMAGE = "postgres:17.6-alpine";
    private static final String REDIS_IMAGE = "redis:8.2.1-alpine";

    private BackingStores() {}

    /**
     * Gives the service a schema of its own, so that all five can share one database.
     *
     * @param schema the schema's name
     */
    public static void postgres(DynamicPropertyRegistry registry, String schema) {
        String url = address(Backing.POSTGRES);
        if (url == null) {
            PostgreSQLContainer container = new PostgreSQLContainer(POSTGRES_IMAGE);
            container.start();
            registry.add("spring.datasource.url", container::getJdbcUrl);
            registry.add("spring.datasource.username", container::getUsername);
            registry.add("spring.datasource.password", container::getPassword);
        } else {
            registry.add("spring.datasource.url", () -> url);
        }
        registry.add("spring.datasource.hikari.schema", () -> schema);
        registry.add("spring.flyway.default-schema", () -> schema);
    }

    public static void redis(DynamicPropertyRegistry registry) {
        String url = address(Backing.REDIS);
        if (url == null) {
            GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(REDIS_IMAGE));
            container.withExposedPorts(6379).start();
            registry.add(
                    "spring.data.redis.url",
                    () -> "redis://" + container.getHost() + ":" + container.getFirstMappedPort());
        } else {
            registry.add("spring.data.redis.url", () -> url);
        }
    }

    static String address(Backing backing) {
        return System.getenv(variable(backing));
    }

    static String variable(Backing backing) {
        return switch (backing) {
            case POSTGRES -> "ECOTRACK_TEST_JDBC_URL";
            case REDIS -> "ECOTRACK_TEST_REDIS_URL";
        };
    }
}
