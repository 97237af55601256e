CREATE TABLE orders (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id      bigint      NOT NULL,
  status       text        NOT NULL CHECK (status IN ('PENDING', 'PAID', 'REJECTED')),
  reason       text,
  total_cents  bigint      NOT NULL,
  carbon_grams bigint      NOT NULL,
  created_at   timestamptz NOT NULL
);

CREATE INDEX orders_user_id ON orders (user_id);

CREATE TABLE order_lines (
  order_id     bigint  NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  position     integer NOT NULL,
  product_id   bigint  NOT NULL,
  quantity     bigint  NOT NULL CHECK (quantity > 0),
  price_cents  bigint  NOT NULL,
  carbon_grams bigint  NOT NULL,
  PRIMARY KEY (order_id, position)
);
