package dev.ecotrack.product;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;

interface ProductRepository extends ListCrudRepository<Product, Long> {
    @Query("SELECT * FROM products WHERE carbon_grams <= :most ORDER BY carbon_grams, id LIMIT :size")
    List<Product> findLowCarbon(@Param("most") long mostCarbonGrams, @Param("size") int size);

    /** One statement: two buyers of the last piece cannot both get it. */
    @Modifying
    @Query("UPDATE products SET stock = stock - :quantity WHERE id = :id AND stock >= :quantity")
    int takeFromStock(@Param("id") long id, @Param("quantity") long quantity);
}
