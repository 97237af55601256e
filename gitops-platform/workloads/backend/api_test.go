package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// memory is a Store without a database; err, if set, is what every call answers.
type memory struct {
	entries []Entry
	err     error
}

func (m *memory) Ping(context.Context) error { return m.err }

func (m *memory) List(_ context.Context, before int64, limit int) ([]Entry, error) {
	found := []Entry{}
	for i := len(m.entries) - 1; i >= 0 && len(found) < limit; i-- {
		if m.entries[i].ID < before {
			found = append(found, m.entries[i])
		}
	}
	return found, m.err
}

func (m *memory) find(id int64) (int, error) {
	if m.err != nil {
		return 0, m.err
	}
	for i, entry := range m.entries {
		if entry.ID == id {
			return i, nil
		}
	}
	return 0, errNotFound
}

func (m *memory) Get(_ context.Context, id int64) (Entry, error) {
	i, err := m.find(id)
	if err != nil {
		return Entry{}, err
	}
	return m.entries[i], nil
}

func (m *memory) Create(_ context.Context, draft Draft) (Entry, error) {
	entry := Entry{ID: int64(len(m.entries) + 1), Name: draft.Name, Message: draft.Message}
	m.entries = append(m.entries, entry)
	return entry, m.err
}

func (m *memory) Replace(_ context.Context, id int64, draft Draft) (Entry, error) {
	i, err := m.find(id)
	if err != nil {
		return Entry{}, err
	}
	m.entries[i].Name, m.entries[i].Message = draft.Name, draft.Message
	return m.entries[i], nil
}

func (m *memory) Delete(_ context.Context, id int64) error {
	i, err := m.find(id)
	if err == nil {
		m.entries = append(m.entries[:i], m.entries[i+1:]...)
	}
	return err
}

var silent = slog.New(slog.DiscardHandler)

func call(handler http.Handler, method, target, body string) *httptest.ResponseRecorder {
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, httptest.NewRequest(method, target, strings.NewReader(body)))
	return answer
}

func TestAnswers(t *testing.T) {
	const ada = `{"name": " Ada ", "message": "Hello"}`
	for _, test := range []struct {
		what, method, target, body string
		code                       int
		contains                   string
	}{
		{"health", "GET", "/health", "", 200, `"ok"`},
		{"readiness", "GET", "/health/ready", "", 200, `"ok"`},
		{"hello", "GET", "/api/hello", "", 200, "Hello, world!"},
		{"hello with a name", "GET", "/api/hello?name=Ada", "", 200, "Hello, Ada!"},
		{"list", "GET", "/api/data?limit=1", "", 200, `[{"id":2`},
		{"list before", "GET", "/api/data?before=2", "", 200, `[{"id":1`},
		{"list nothing", "GET", "/api/data?before=1", "", 200, `[]`},
		{"list without bound", "GET", "/api/data?limit=201", "", 400, "from 1 to 200"},
		{"list from nowhere", "GET", "/api/data?before=x", "", 400, `\"x\"`},
		{"get", "GET", "/api/data/1", "", 200, `"name":"first"`},
		{"get what is not there", "GET", "/api/data/9", "", 404, "not found"},
		{"get no number", "GET", "/api/data/one", "", 404, "not found"},
		{"create", "POST", "/api/data", ada, 201, `"name":"Ada"`},
		{"create without a name", "POST", "/api/data", `{"message": "Hello"}`, 400, "name must"},
		{"create with a long message", "POST", "/api/data", `{"name": "Ada", "message": "` + strings.Repeat("é", 2001) + `"}`, 400, "message must"},
		{"create with NUL", "POST", "/api/data", `{"name": "A\u0000", "message": "Hello"}`, 400, "NUL"},
		{"create with more", "POST", "/api/data", `{"name": "Ada", "message": "Hello", "id": 1}`, 400, "JSON object"},
		{"create no JSON", "POST", "/api/data", `name=Ada`, 400, "JSON object"},
		{"create too much", "POST", "/api/data", `{"name": "` + strings.Repeat("a", 70<<10), 413, "65536 bytes"},
		{"replace", "PUT", "/api/data/1", ada, 200, `"message":"Hello"`},
		{"replace what is not there", "PUT", "/api/data/9", ada, 404, "not found"},
		{"delete", "DELETE", "/api/data/1", "", 204, ""},
		{"delete what is not there", "DELETE", "/api/data/9", "", 404, "not found"},
		{"another method", "PATCH", "/api/data/1", "", 405, ""},
		{"another path", "GET", "/metrics", "", 404, ""},
	} {
		t.Run(test.what, func(t *testing.T) {
			store := &memory{entries: []Entry{{ID: 1, Name: "first"}, {ID: 2, Name: "second"}}}
			answer := call(newAPI(store, silent), test.method, test.target, test.body)
			if answer.Code != test.code || !strings.Contains(answer.Body.String(), test.contains) {
				t.Errorf("got %d %s", answer.Code, answer.Body)
			}
		})
	}
}

func TestSaysWhereAnEntryIs(t *testing.T) {
	answer := call(newAPI(&memory{}, silent), "POST", "/api/data", `{"name": "Ada", "message": "Hello"}`)
	if got := answer.Header().Get("Location"); got != "/api/data/1" {
		t.Errorf("got %q", got)
	}
}

func TestKeepsWhatWentWrongToItself(t *testing.T) {
	handler := newAPI(&memory{err: errors.New("password authentication failed for user secret")}, silent)
	for _, test := range []struct {
		method, target, body string
		code                 int
	}{
		{"GET", "/health", "", 200},
		{"GET", "/health/ready", "", 503},
		{"GET", "/api/data", "", 500},
		{"GET", "/api/data/1", "", 500},
		{"POST", "/api/data", `{"name": "Ada", "message": "Hello"}`, 500},
		{"PUT", "/api/data/1", `{"name": "Ada", "message": "Hello"}`, 500},
		{"DELETE", "/api/data/1", "", 500},
	} {
		answer := call(handler, test.method, test.target, test.body)
		body, _ := io.ReadAll(answer.Body)
		if answer.Code != test.code || strings.Contains(string(body), "secret") || !json.Valid(body) {
			t.Errorf("%s %s: got %d %s", test.method, test.target, answer.Code, body)
		}
	}
}
