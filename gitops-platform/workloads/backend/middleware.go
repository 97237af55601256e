package main

import (
	"log/slog"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// recorder remembers the status that a handler wrote.
type recorder struct {
	http.ResponseWriter
	code int
}

func (r *recorder) WriteHeader(code int) {
	r.code = code
	r.ResponseWriter.WriteHeader(code)
}

func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// withCORS lets the named origins read answers. There is no "*": an origin is named or it gets nothing.
func withCORS(origins []string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		origin := r.Header.Get("Origin")
		w.Header().Add("Vary", "Origin")
		allowed := origin != "" && slices.Contains(origins, origin)
		if allowed {
			w.Header().Set("Access-Control-Allow-Origin", origin)
		}
		if r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != "" {
			if allowed {
				w.Header().Set("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
				w.Header().Set("Access-Control-Allow-Headers", "Content-Type")
				w.Header().Set("Access-Control-Max-Age", "600")
			}
			w.WriteHeader(http.StatusNoContent)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// instrument counts requests, their time and how many are open. The label is the route's pattern, never the path: a
// caller must not be able to make as many time series as there are numbers.
func instrument(registry prometheus.Registerer, next http.Handler) http.Handler {
	total := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "http_requests_total",
		Help: "Requests answered.",
	}, []string{"method", "route", "code"})
	duration := prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name:    "http_request_duration_seconds",
		Help:    "Time until the answer was written.",
		Buckets: []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
	}, []string{"method", "route"})
	open := prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "http_requests_in_flight",
		Help: "Requests that are being answered.",
	})
	registry.MustRegister(total, duration, open)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		open.Inc()
		defer open.Dec()
		began := time.Now()
		answer := &recorder{w, http.StatusOK}
		next.ServeHTTP(answer, r)
		// The mux below has written the pattern that it chose into the request.
		method, route := "other", "none"
		if r.Pattern != "" {
			method, route = r.Method, r.Pattern
		}
		total.WithLabelValues(method, route, strconv.Itoa(answer.code)).Inc()
		duration.WithLabelValues(method, route).Observe(time.Since(began).Seconds())
	})
}

func withLog(log *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		answer := &recorder{w, http.StatusOK}
		next.ServeHTTP(answer, r)
		level := slog.LevelInfo
		if r.URL.Path == "/health" || r.URL.Path == "/health/ready" {
			level = slog.LevelDebug
		}
		log.Log(r.Context(), level, "request", "method", r.Method, "path", r.URL.Path, "code", answer.code,
			"milliseconds", time.Since(began).Milliseconds())
	})
}
