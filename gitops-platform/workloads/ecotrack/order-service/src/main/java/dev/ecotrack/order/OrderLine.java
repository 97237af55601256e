package dev.ecotrack.order;

import org.springframework.data.relational.core.mapping.Table;

/** A product as it was when it was ordered: a later price changes no order. */
@Table("order_lines")
public record OrderLine(long productId, long quantity, long priceCents, long carbonGrams) {}
