package dev.ecotrack.order;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.server.ResponseStatusException;

@Service
public class OrderService {
    private static final Logger LOG = LoggerFactory.getLogger(OrderService.class);

    private final OrderRepository orders;
    private final Products products;
    private final Payments payments;
    private final Notifications notifications;
    private final Clock clock;

    OrderService(
            OrderRepository orders,
            Products products,
            Payments payments,
            Notifications notifications,
            Clock clock) {
        this.orders = orders;
        this.products = products;
        this.payments = payments;
        this.notifications = notifications;
        this.clock = clock;
    }

    public Order get(long id) {
        return orders.findById(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no order " + id));
    }

    public List<Order> ofUser(long userId) {
        return orders.findByUserIdOrderByIdDesc(userId, Limit.of(100));
    }

    /**
     * Reserves, then takes the payment; whatever fails on the way gives the reserved pieces back. The order is kept
     * before anything else is asked for, so that its number can be the key of the payment.
     */
    public Order place(OrderRequest request) {
        List<OrderLine> lines = request.lines().stream().map(this::price).toList();
        Order order =
                orders.save(Order.pending(request.userId(), lines, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        List<OrderLine> reserved = new ArrayList<>();
        try {
            for (OrderLine line : order.lines()) {
                products.reserve(line.productId(), new Products.Reservation(line.quantity()));
                reserved.add(line);
            }
            Payments.Payment payment =
                    payments.pay("order-" + order.id(), new Payments.Request(order.id(), order.totalCents()));
            if (payment.approved()) {
                return tell(orders.save(order.paid()));
            }
            giveBack(order, reserved);
            return tell(orders.save(order.rejected("The payment was declined")));
        } catch (HttpClientErrorException.Conflict soldOut) {
            giveBack(order, reserved);
            return tell(orders.save(order.rejected("A product is sold out")));
        } catch (RestClientException unreachable) {
            giveBack(order, reserved);
            orders.save(order.rejected("A service that the order needs did not answer"));
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "Order " + order.id() + " could not be taken", unreachable);
        }
    }

    private OrderLine price(OrderRequest.Line line) {
        try {
            Products.Product product = products.get(line.productId());
            return new OrderLine(product.id(), line.quantity(), product.priceCents(), product.carbonGrams());
        } catch (HttpClientErrorException.NotFound missing) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "There is no product " + line.productId(), missing);
        } catch (RestClientException unreachable) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "The product service did not answer", unreachable);
        }
    }

    private void giveBack(Order order, List<OrderLine> reserved) {
        for (OrderLine line : reserved) {
            try {
                products.reserve(line.productId(), new Products.Reservation(-line.quantity()));
            } catch (RestClientException failed) {
                LOG.error(
                        "Order {} holds {} of product {} that it does not need",
                        order.id(),
                        line.quantity(),
                        line.productId(),
                        failed);
            }
        }
    }

    /** An order stands whether or not its customer could be told. */
    private Order tell(Order order) {
        String text = order.status() == Order.Status.PAID
                ? "Your order " + order.id() + " is paid. It weighs " + order.carbonGrams() + " g of CO2."
                : "Your order " + order.id() + " was not taken: " + order.reason();
        try {
            notifications.send(new Notifications.Message(
                    "order-" + order.id() + "-" + order.status(), "user-" + order.userId(), text));
        } catch (RestClientException failed) {
            LOG.warn("The customer was not told about order {}", order.id(), failed);
        }
        return order;
    }
}
