package main

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"
)

func TestCORS(t *testing.T) {
	handler := withCORS([]string{"https://app.example.org"}, newAPI(&memory{}, silent))
	for _, test := range []struct {
		what, method, origin, asks string
		code                       int
		allowed, methods           string
	}{
		{"a named origin", "GET", "https://app.example.org", "", 200, "https://app.example.org", ""},
		{"its question before", "OPTIONS", "https://app.example.org", "POST", 204, "https://app.example.org", "GET, POST, PUT, DELETE"},
		{"another origin", "GET", "https://evil.example.org", "", 200, "", ""},
		{"its question before", "OPTIONS", "https://evil.example.org", "POST", 204, "", ""},
		{"no origin", "GET", "", "", 200, "", ""},
	} {
		t.Run(test.what, func(t *testing.T) {
			request := httptest.NewRequest(test.method, "/api/data", nil)
			request.Header.Set("Origin", test.origin)
			request.Header.Set("Access-Control-Request-Method", test.asks)
			answer := httptest.NewRecorder()
			handler.ServeHTTP(answer, request)
			header := answer.Header()
			if answer.Code != test.code || header.Get("Access-Control-Allow-Origin") != test.allowed ||
				header.Get("Access-Control-Allow-Methods") != test.methods || header.Get("Vary") != "Origin" {
				t.Errorf("got %d %v", answer.Code, header)
			}
		})
	}
}

func TestCountsByRouteAndNotByPath(t *testing.T) {
	registry := prometheus.NewRegistry()
	handler := instrument(registry, newAPI(&memory{}, silent))
	for _, target := range []string{"/api/data/1", "/api/data/2", "/api/hello", "/nowhere", "/nowhere/else"} {
		call(handler, "GET", target, "")
	}
	call(handler, "INVENTED", "/api/hello", "")
	err := testutil.GatherAndCompare(registry, strings.NewReader(`
# HELP http_requests_in_flight Requests that are being answered.
# TYPE http_requests_in_flight gauge
http_requests_in_flight 0
# HELP http_requests_total Requests answered.
# TYPE http_requests_total counter
http_requests_total{code="200",method="GET",route="GET /api/hello"} 1
http_requests_total{code="404",method="GET",route="GET /api/data/{id}"} 2
http_requests_total{code="404",method="other",route="none"} 2
http_requests_total{code="405",method="other",route="none"} 1
`), "http_requests_total", "http_requests_in_flight")
	if err != nil {
		t.Error(err)
	}
	if got := testutil.CollectAndCount(registry, "http_request_duration_seconds"); got != 3 {
		t.Errorf("got %d histograms", got)
	}
}

func TestLogsRequestsAndNotProbes(t *testing.T) {
	var written bytes.Buffer
	handler := withLog(slog.New(slog.NewJSONHandler(&written, nil)), newAPI(&memory{}, silent))
	for _, target := range []string{"/health", "/health/ready", "/api/data/9"} {
		call(handler, http.MethodGet, target, "")
	}
	var line struct {
		Method, Path string
		Code         int
	}
	if err := json.Unmarshal(written.Bytes(), &line); err != nil {
		t.Fatal(err, written.String())
	}
	if line.Method != "GET" || line.Path != "/api/data/9" || line.Code != 404 {
		t.Errorf("got %+v", line)
	}
}
