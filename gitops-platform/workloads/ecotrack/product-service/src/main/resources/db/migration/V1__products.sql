CREATE TABLE products (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name         text   NOT NULL,
  price_cents  bigint NOT NULL CHECK (price_cents >= 0),
  carbon_grams bigint NOT NULL CHECK (carbon_grams >= 0),
  stock        bigint NOT NULL CHECK (stock >= 0)
);

CREATE INDEX products_carbon_grams ON products (carbon_grams);
