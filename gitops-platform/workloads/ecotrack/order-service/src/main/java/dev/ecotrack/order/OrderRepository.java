package dev.ecotrack.order;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.ListCrudRepository;

interface OrderRepository extends ListCrudRepository<Order, Long> {
    List<Order> findByUserIdOrderByIdDesc(long userId, Limit limit);
}
