package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

var errNotFound = errors.New("not found")

// Entry is one row of data.
type Entry struct {
	ID        int64     `json:"id"`
	Name      string    `json:"name"`
	Message   string    `json:"message"`
	CreatedAt time.Time `json:"createdAt"`
}

// Store keeps entries.
type Store interface {
	Ping(ctx context.Context) error
	List(ctx context.Context, before int64, limit int) ([]Entry, error)
	Get(ctx context.Context, id int64) (Entry, error)
	Create(ctx context.Context, draft Draft) (Entry, error)
	Replace(ctx context.Context, id int64, draft Draft) (Entry, error)
	Delete(ctx context.Context, id int64) error
}

// Two replicas that start at once both come here: the lock makes the second one wait, and the statement then does nothing.
const schema = `
SELECT pg_advisory_xact_lock(hashtext('backend.schema'));
CREATE TABLE IF NOT EXISTS entries (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       text        NOT NULL,
  message    text        NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
)`

type postgres struct{ pool *pgxpool.Pool }

func openStore(ctx context.Context, url string) (*postgres, error) {
	options, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, errors.New("DATABASE_URL is not one that pgx understands")
	}
	options.MaxConns = 5
	options.MaxConnLifetime = 30 * time.Minute
	pool, err := pgxpool.NewWithConfig(ctx, options)
	if err != nil {
		return nil, fmt.Errorf("no pool of connections: %w", err)
	}
	starting, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	if _, err := pool.Exec(starting, schema); err != nil {
		pool.Close()
		return nil, fmt.Errorf("the database cannot be prepared: %w", err)
	}
	return &postgres{pool}, nil
}

func (p *postgres) Close() { p.pool.Close() }

func (p *postgres) Ping(ctx context.Context) error { return p.pool.Ping(ctx) }

func (p *postgres) List(ctx context.Context, before int64, limit int) ([]Entry, error) {
	rows, err := p.pool.Query(ctx, "SELECT * FROM entries WHERE id < $1 ORDER BY id DESC LIMIT $2", before, limit)
	if err != nil {
		return nil, err
	}
	return pgx.AppendRows([]Entry{}, rows, pgx.RowToStructByPos[Entry])
}

func (p *postgres) Get(ctx context.Context, id int64) (Entry, error) {
	return p.one(ctx, "SELECT * FROM entries WHERE id = $1", id)
}

func (p *postgres) Create(ctx context.Context, draft Draft) (Entry, error) {
	return p.one(ctx, "INSERT INTO entries (name, message) VALUES ($1, $2) RETURNING *", draft.Name, draft.Message)
}

func (p *postgres) Replace(ctx context.Context, id int64, draft Draft) (Entry, error) {
	return p.one(ctx, "UPDATE entries SET name = $2, message = $3 WHERE id = $1 RETURNING *", id, draft.Name, draft.Message)
}

func (p *postgres) Delete(ctx context.Context, id int64) error {
	_, err := p.one(ctx, "DELETE FROM entries WHERE id = $1 RETURNING *", id)
	return err
}

func (p *postgres) one(ctx context.Context, sql string, arguments ...any) (Entry, error) {
	rows, err := p.pool.Query(ctx, sql, arguments...)
	if err != nil {
		return Entry{}, err
	}
	entry, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByPos[Entry])
	if errors.Is(err, pgx.ErrNoRows) {
		return Entry{}, errNotFound
	}
	return entry, err
}
