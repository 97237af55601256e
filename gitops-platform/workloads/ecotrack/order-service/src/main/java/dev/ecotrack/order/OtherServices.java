package dev.ecotrack.order;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The services that this one calls, by their names in the cluster. */
@Configuration(proxyBeanMethods = false)
class OtherServices {
    @Bean
    Products products(RestClient.Builder builder, @Value("${ecotrack.product-service}") String url) {
        return client(Products.class, builder, url);
    }

    @Bean
    Payments payments(RestClient.Builder builder, @Value("${ecotrack.payment-service}") String url) {
        return client(Payments.class, builder, url);
    }

    @Bean
    Notifications notifications(
            RestClient.Builder builder, @Value("${ecotrack.notification-service}") String url) {
        return client(Notifications.class, builder, url);
    }

    private static <T> T client(Class<T> type, RestClient.Builder builder, String url) {
        RestClient client = builder.baseUrl(url).build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(type);
    }
}
