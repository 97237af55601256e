package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"os"
	"strings"
	"sync"
	"testing"
)

func TestReadConfig(t *testing.T) {
	for _, test := range []struct {
		what        string
		environment map[string]string
		want        string
	}{
		{"defaults", map[string]string{"DATABASE_URL": "postgres://db/app"}, ":8080 :9090 []"},
		{"all of it", map[string]string{
			"DATABASE_URL":    "postgresql://db/app",
			"PORT":            "1",
			"METRICS_PORT":    "2",
			"ALLOWED_ORIGINS": "https://a.example, ,https://b.example",
		}, ":1 :2 [https://a.example https://b.example]"},
		{"no database", nil, "DATABASE_URL must be"},
		{"another database", map[string]string{"DATABASE_URL": "mysql://secret@db/app"}, "DATABASE_URL must be"},
	} {
		t.Run(test.what, func(t *testing.T) {
			config, err := readConfig(func(name string) string { return test.environment[name] })
			got := fmt.Sprint(config.address, " ", config.metricsAddress, " ", config.allowedOrigins)
			if err != nil {
				got = err.Error()
			}
			if !strings.Contains(got, test.want) || strings.Contains(got, "secret") {
				t.Errorf("got %s", got)
			}
		})
	}
}

func TestServersHaveTimeouts(t *testing.T) {
	server := newServer(":0", http.NotFoundHandler())
	for name, timeout := range map[string]int64{
		"header": int64(server.ReadHeaderTimeout),
		"read":   int64(server.ReadTimeout),
		"write":  int64(server.WriteTimeout),
		"idle":   int64(server.IdleTimeout),
	} {
		if timeout <= 0 {
			t.Errorf("no %s timeout", name)
		}
	}
}

func TestServeEndsWhenItIsToldTo(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := serve(ctx, silent, 0, newServer("127.0.0.1:0", http.NotFoundHandler())); err != nil {
		t.Error(err)
	}
}

func TestServeSaysThatAnAddressIsTaken(t *testing.T) {
	if err := serve(t.Context(), silent, 0, newServer("127.0.0.1:-1", nil)); err == nil {
		t.Error("got no error")
	}
}

func TestRunNeedsADatabase(t *testing.T) {
	if err := run(t.Context(), silent, func(string) string { return "" }); err == nil {
		t.Error("got no error")
	}
}

// Against a real PostgreSQL: DATABASE_URL_TEST=postgres://… go test ./...
func TestPostgres(t *testing.T) {
	url := os.Getenv("DATABASE_URL_TEST")
	if url == "" {
		t.Skip("DATABASE_URL_TEST is not set")
	}
	ctx := t.Context()

	// As several replicas start at once.
	var starts sync.WaitGroup
	for range 4 {
		starts.Go(func() {
			store, err := openStore(ctx, url)
			if err != nil {
				t.Error(err)
				return
			}
			store.Close()
		})
	}
	starts.Wait()

	store, err := openStore(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	handler := newAPI(store, silent)

	if answer := call(handler, "GET", "/health/ready", ""); answer.Code != 200 {
		t.Fatalf("not ready: %d", answer.Code)
	}
	created := call(handler, "POST", "/api/data", `{"name": "Robert'); DROP TABLE entries;--", "message": "Hello"}`)
	var entry Entry
	if err := json.Unmarshal(created.Body.Bytes(), &entry); err != nil || created.Code != 201 {
		t.Fatal(created.Code, err)
	}
	place := created.Header().Get("Location")
	for _, step := range []struct {
		method, target, body string
		code                 int
		contains             string
	}{
		{"GET", place, "", 200, "DROP TABLE entries"},
		{"GET", "/api/data?limit=1", "", 200, fmt.Sprintf(`[{"id":%d,`, entry.ID)},
		{"PUT", place, `{"name": "Bobby", "message": "Bye"}`, 200, `"Bobby"`},
		{"DELETE", place, "", 204, ""},
		{"GET", place, "", 404, ""},
		{"GET", fmt.Sprintf("/api/data/%d", int64(math.MaxInt64)), "", 404, ""},
	} {
		answer := call(handler, step.method, step.target, step.body)
		if answer.Code != step.code || !strings.Contains(answer.Body.String(), step.contains) {
			t.Errorf("%s %s: got %d %s", step.method, step.target, answer.Code, answer.Body)
		}
	}
}
