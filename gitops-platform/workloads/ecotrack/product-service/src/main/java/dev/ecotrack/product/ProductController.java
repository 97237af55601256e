package dev.ecotrack.product;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/products")
class ProductController {
    private final ProductService products;

    ProductController(ProductService products) {
        this.products = products;
    }

    @GetMapping
    List<Product> list(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) @PositiveOrZero long mostCarbonGrams,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        return products.list(mostCarbonGrams, size);
    }

    @GetMapping("/{id}")
    Product get(@PathVariable long id) {
        return products.get(id);
    }

    @PostMapping
    ResponseEntity<Product> create(@Valid @RequestBody ProductDraft draft) {
        Product product = products.create(draft);
        return ResponseEntity.created(URI.create("/api/products/" + product.id()))
                .body(product);
    }

    @PutMapping("/{id}")
    Product replace(@PathVariable long id, @Valid @RequestBody ProductDraft draft) {
        return products.replace(id, draft);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        products.delete(id);
    }

    @PostMapping("/{id}/reservations")
    Product reserve(@PathVariable long id, @Valid @RequestBody Reservation reservation) {
        return products.reserve(id, reservation.quantity());
    }
}
