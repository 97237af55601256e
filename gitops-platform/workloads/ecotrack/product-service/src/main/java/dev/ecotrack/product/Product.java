package dev.ecotrack.product;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * @param priceCents of one piece, in cents of a euro
 * @param carbonGrams of making and moving one piece, in grams of CO₂ equivalent
 * @param stock pieces that can still be sold
 */
@Table("products")
public record Product(@Id Long id, String name, long priceCents, long carbonGrams, long stock) {}
