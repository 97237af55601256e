package dev.ecotrack.product;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

@Service
public class ProductService {
    private final ProductRepository products;

    ProductService(ProductRepository products) {
        this.products = products;
    }

    /** The products that cost the climate least come first. */
    public List<Product> list(long mostCarbonGrams, int size) {
        return products.findLowCarbon(mostCarbonGrams, size);
    }

    public Product get(long id) {
        return products.findById(id).orElseThrow(() -> notFound(id));
    }

    public Product create(ProductDraft draft) {
        return products.save(draft.as(null));
    }

    public Product replace(long id, ProductDraft draft) {
        get(id);
        return products.save(draft.as(id));
    }

    public void delete(long id) {
        get(id);
        products.deleteById(id);
    }

    /** Takes pieces out of the stock, or puts them back where the quantity is negative. */
    public Product reserve(long id, long quantity) {
        if (products.takeFromStock(id, quantity) == 0) {
            Product product = get(id);
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "Only " + product.stock() + " of product " + id + " are left");
        }
        return get(id);
    }

    private static ResponseStatusException notFound(long id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no product " + id);
    }
}
