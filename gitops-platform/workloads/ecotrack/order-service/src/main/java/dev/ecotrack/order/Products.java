package dev.ecotrack.order;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The product service. */
interface Products {
    @GetExchange("/api/products/{id}")
    Product get(@PathVariable long id);

    /** A negative quantity gives pieces back. */
    @PostExchange("/api/products/{id}/reservations")
    Product reserve(@PathVariable long id, @RequestBody Reservation reservation);

    record Product(long id, long priceCents, long carbonGrams) {}

    record Reservation(long quantity) {}
}
