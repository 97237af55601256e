// The backend: a small REST API on PostgreSQL, as a service should be run: with timeouts, metrics, structured logs and
// an orderly end.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// drain is how long a server goes on once it is told to end: a pod that is deleted still gets requests until every proxy
// has heard of it.
const drain = 5 * time.Second

func main() {
	log := slog.New(slog.NewJSONHandler(os.Stdout, nil))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, log, os.Getenv); err != nil {
		log.Error("the service ended", "error", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, log *slog.Logger, getenv func(string) string) error {
	config, err := readConfig(getenv)
	if err != nil {
		return err
	}
	store, err := openStore(ctx, config.databaseURL)
	if err != nil {
		return err
	}
	defer store.Close()

	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	api := newAPI(store, log)
	handler := withCORS(config.allowedOrigins, instrument(registry, withLog(log, api)))

	// Metrics have a port of their own, which no ingress knows.
	metrics := http.NewServeMux()
	metrics.Handle("GET /metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))

	return serve(ctx, log, drain, newServer(config.address, handler), newServer(config.metricsAddress, metrics))
}

func newServer(address string, handler http.Handler) *http.Server {
	return &http.Server{
		Addr:    address,
		Handler: handler,
		// A client that sends its headers one byte at a time (Slowloris) is let go.
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      15 * time.Second,
		IdleTimeout:       60 * time.Second,
		MaxHeaderBytes:    16 << 10,
	}
}

// serve runs until the context ends or a server fails; then it lets open requests finish.
func serve(ctx context.Context, log *slog.Logger, drain time.Duration, servers ...*http.Server) error {
	failed := make(chan error, len(servers))
	for _, server := range servers {
		listener, err := net.Listen("tcp", server.Addr)
		if err != nil {
			return fmt.Errorf("cannot listen on %s: %w", server.Addr, err)
		}
		log.Info("listening", "address", listener.Addr().String())
		go func() { failed <- server.Serve(listener) }()
	}
	var err error
	select {
	case err = <-failed:
	case <-ctx.Done():
		log.Info("shutting down")
		time.Sleep(drain)
	}
	end, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	for _, server := range servers {
		err = errors.Join(err, server.Shutdown(end))
	}
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}
