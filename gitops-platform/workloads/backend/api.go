package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net/http"
	"strconv"
	"time"
)

type api struct {
	store Store
	log   *slog.Logger
}

func newAPI(store Store, log *slog.Logger) http.Handler {
	a := &api{store, log}
	mux := http.NewServeMux()
	// Says that the process answers, and nothing of the database: a restart would not mend that.
	mux.HandleFunc("GET /health", func(w http.ResponseWriter, _ *http.Request) { reply(w, http.StatusOK, status("ok")) })
	mux.HandleFunc("GET /health/ready", a.ready)
	mux.HandleFunc("GET /api/hello", hello)
	mux.HandleFunc("GET /api/data", a.list)
	mux.HandleFunc("POST /api/data", a.create)
	mux.HandleFunc("GET /api/data/{id}", a.get)
	mux.HandleFunc("PUT /api/data/{id}", a.replace)
	mux.HandleFunc("DELETE /api/data/{id}", a.delete)
	return mux
}

func status(text string) map[string]string { return map[string]string{"status": text} }

func hello(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	if name == "" {
		name = "world"
	}
	reply(w, http.StatusOK, map[string]string{"message": "Hello, " + name + "!"})
}

func (a *api) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), time.Second)
	defer cancel()
	if err := a.store.Ping(ctx); err != nil {
		a.log.WarnContext(ctx, "the database does not answer", "error", err)
		reply(w, http.StatusServiceUnavailable, status("the database does not answer"))
		return
	}
	reply(w, http.StatusOK, status("ok"))
}

func (a *api) list(w http.ResponseWriter, r *http.Request) {
	before, err := number(r.URL.Query().Get("before"), math.MaxInt64, math.MaxInt64)
	limit, second := number(r.URL.Query().Get("limit"), 50, 200)
	if err = errors.Join(err, second); err != nil {
		refuse(w, http.StatusBadRequest, err)
		return
	}
	entries, err := a.store.List(r.Context(), before, int(limit))
	a.answer(w, r, http.StatusOK, entries, err)
}

func (a *api) get(w http.ResponseWriter, r *http.Request) {
	a.withID(w, r, func(id int64) {
		entry, err := a.store.Get(r.Context(), id)
		a.answer(w, r, http.StatusOK, entry, err)
	})
}

func (a *api) create(w http.ResponseWriter, r *http.Request) {
	a.withDraft(w, r, func(draft Draft) {
		entry, err := a.store.Create(r.Context(), draft)
		if err == nil {
			w.Header().Set("Location", fmt.Sprintf("/api/data/%d", entry.ID))
		}
		a.answer(w, r, http.StatusCreated, entry, err)
	})
}

func (a *api) replace(w http.ResponseWriter, r *http.Request) {
	a.withID(w, r, func(id int64) {
		a.withDraft(w, r, func(draft Draft) {
			entry, err := a.store.Replace(r.Context(), id, draft)
			a.answer(w, r, http.StatusOK, entry, err)
		})
	})
}

func (a *api) delete(w http.ResponseWriter, r *http.Request) {
	a.withID(w, r, func(id int64) {
		if err := a.store.Delete(r.Context(), id); err != nil {
			a.answer(w, r, 0, nil, err)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	})
}

func (a *api) withID(w http.ResponseWriter, r *http.Request, then func(int64)) {
	id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if err != nil || id < 1 {
		refuse(w, http.StatusNotFound, errNotFound)
		return
	}
	then(id)
}

func (a *api) withDraft(w http.ResponseWriter, r *http.Request, then func(Draft)) {
	decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10))
	decoder.DisallowUnknownFields()
	var draft Draft
	if err := decoder.Decode(&draft); err != nil {
		if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
			refuse(w, http.StatusRequestEntityTooLarge, fmt.Errorf("the body has more than %d bytes", tooLarge.Limit))
			return
		}
		refuse(w, http.StatusBadRequest, errors.New("the body must be a JSON object with name and message"))
		return
	}
	draft, err := draft.checked()
	if err != nil {
		refuse(w, http.StatusBadRequest, err)
		return
	}
	then(draft)
}

// answer writes what the store said. What went wrong inside is for the log alone.
func (a *api) answer(w http.ResponseWriter, r *http.Request, code int, body any, err error) {
	switch {
	case err == nil:
		reply(w, code, body)
	case errors.Is(err, errNotFound):
		refuse(w, http.StatusNotFound, errNotFound)
	default:
		a.log.ErrorContext(r.Context(), "a request failed", "method", r.Method, "path", r.URL.Path, "error", err)
		refuse(w, http.StatusInternalServerError, errors.New("the request failed"))
	}
}

func number(text string, otherwise, most int64) (int64, error) {
	if text == "" {
		return otherwise, nil
	}
	value, err := strconv.ParseInt(text, 10, 64)
	if err != nil || value < 1 || value > most {
		return 0, fmt.Errorf("%q is not a number from 1 to %d", text, most)
	}
	return value, nil
}

func refuse(w http.ResponseWriter, code int, err error) {
	reply(w, code, map[string]string{"error": err.Error()})
}

func reply(w http.ResponseWriter, code int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(code)
	// A client that has gone away cannot be told anything.
	_ = json.NewEncoder(w).Encode(body)
}
