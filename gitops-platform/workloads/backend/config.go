package main

import (
	"errors"
	"net/url"
	"strings"
)

type config struct {
	address        string
	metricsAddress string
	databaseURL    string
	allowedOrigins []string
}

func readConfig(getenv func(string) string) (config, error) {
	read := func(name, otherwise string) string {
		if value := getenv(name); value != "" {
			return value
		}
		return otherwise
	}
	c := config{
		address:        ":" + read("PORT", "8080"),
		metricsAddress: ":" + read("METRICS_PORT", "9090"),
		databaseURL:    getenv("DATABASE_URL"),
	}
	// The value holds a password: the error names the variable alone.
	if u, err := url.Parse(c.databaseURL); err != nil || (u.Scheme != "postgres" && u.Scheme != "postgresql") {
		return config{}, errors.New("DATABASE_URL must be the address of a PostgreSQL database: postgres://user@host/name")
	}
	for origin := range strings.SplitSeq(getenv("ALLOWED_ORIGINS"), ",") {
		if origin = strings.TrimSpace(origin); origin != "" {
			c.allowedOrigins = append(c.allowedOrigins, origin)
		}
	}
	return c, nil
}
