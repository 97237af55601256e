package dev.ecotrack.product;

import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest(ProductController.class)
class ProductControllerTest {
    private static final Product BOTTLE = new Product(1L, "Bottle", 1990, 420, 3);
    private static final ProductDraft DRAFT = new ProductDraft("Bottle", 1990L, 420L, 3L);
    private static final String BODY = """
            {"name": "Bottle", "priceCents": 1990, "carbonGrams": 420, "stock": 3}
            """;

    @Autowired
    private MockMvc mvc;

    @MockitoBean
    private ProductService products;

    @Test
    void createsReplacesAndDeletes() throws Exception {
        when(products.create(DRAFT)).thenReturn(BOTTLE);
        when(products.replace(1, DRAFT)).thenReturn(BOTTLE);

        mvc.perform(post("/api/products").contentType(MediaType.APPLICATION_JSON).content(BODY))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/products/1"));
        mvc.perform(put("/api/products/1").contentType(MediaType.APPLICATION_JSON).content(BODY))
                .andExpect(jsonPath("$.carbonGrams").value(420));
        mvc.perform(delete("/api/products/1")).andExpect(status().isNoContent());
        verify(products).delete(1);
    }

    @Test
    void listsByFootprint() throws Exception {
        when(products.list(500, 50)).thenReturn(List.of(BOTTLE));

        mvc.perform(get("/api/products?mostCarbonGrams=500"))
                .andExpect(jsonPath("$[0].name").value("Bottle"));
    }

    @Test
    void reserves() throws Exception {
        when(products.reserve(1, 2)).thenReturn(BOTTLE);
        when(products.get(1)).thenReturn(BOTTLE);

        mvc.perform(post("/api/products/1/reservations")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"quantity\": 2}"))
                .andExpect(status().isOk());
        mvc.perform(get("/api/products/1")).andExpect(jsonPath("$.stock").value(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"name\": \"Bottle\", \"priceCents\": -1, \"carbonGrams\": 420, \"stock\": 3}",
        "{\"name\": \"Bottle\", \"priceCents\": 1990, \"stock\": 3}",
        "{\"name\": \"\", \"priceCents\": 1990, \"carbonGrams\": 420, \"stock\": 3}",
    })
    void refusesWhatIsNotAProduct(String body) throws Exception {
        mvc.perform(post("/api/products").contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().isBadRequest());
        verifyNoInteractions(products);
    }
}
