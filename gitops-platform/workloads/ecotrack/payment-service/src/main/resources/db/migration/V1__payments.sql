CREATE TABLE payments (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  idempotency_key text        NOT NULL UNIQUE,
  order_id        bigint      NOT NULL,
  amount_cents    bigint      NOT NULL CHECK (amount_cents > 0),
  status          text        NOT NULL CHECK (status IN ('APPROVED', 'DECLINED', 'REFUNDED')),
  created_at      timestamptz NOT NULL
);

CREATE INDEX payments_order_id ON payments (order_id);
