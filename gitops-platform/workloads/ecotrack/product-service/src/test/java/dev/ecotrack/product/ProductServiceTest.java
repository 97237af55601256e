package dev.ecotrack.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.InjectMocks;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

@ExtendWith(MockitoExtension.class)
class ProductServiceTest {
    private static final Product BOTTLE = new Product(1L, "Bottle", 1990, 420, 3);

    @Mock
    private ProductRepository repository;

    @InjectMocks
    private ProductService products;

    @Test
    void reservesWhatThereIs() {
        when(repository.takeFromStock(1, 3)).thenReturn(1);
        when(repository.findById(1L)).thenReturn(Optional.of(new Product(1L, "Bottle", 1990, 420, 0)));

        assertThat(products.reserve(1, 3).stock()).isZero();
    }

    @Test
    void saysHowManyAreLeft() {
        when(repository.takeFromStock(1, 4)).thenReturn(0);
        when(repository.findById(1L)).thenReturn(Optional.of(BOTTLE));

        assertThatThrownBy(() -> products.reserve(1, 4))
                .isInstanceOfSatisfying(ResponseStatusException.class, error -> {
                    assertThat(error.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
                    assertThat(error.getReason()).isEqualTo("Only 3 of product 1 are left");
                });
    }

    @Test
    void tellsAProductThatIsNotThereFromOneThatIsSoldOut() {
        when(repository.takeFromStock(2, 1)).thenReturn(0);
        when(repository.findById(2L)).thenReturn(Optional.empty());

        assertThatThrownBy(() -> products.reserve(2, 1))
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        error -> assertThat(error.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND));
    }

    @Test
    void keepsTheNumberOfAProductThatIsReplaced() {
        Product cheaper = new Product(1L, "Bottle", 1490, 420, 3);
        when(repository.findById(1L)).thenReturn(Optional.of(BOTTLE));
        when(repository.save(cheaper)).thenReturn(cheaper);

        assertThat(products.replace(1, new ProductDraft("Bottle", 1490L, 420L, 3L)))
                .isEqualTo(cheaper);
        products.delete(1);
        verify(repository).deleteById(1L);
    }
}
