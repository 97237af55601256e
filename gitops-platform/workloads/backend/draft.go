package main

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// Draft is what a caller says about an entry.
type Draft struct {
	Name    string `json:"name"`
	Message string `json:"message"`
}

func (d Draft) checked() (Draft, error) {
	d.Name, d.Message = strings.TrimSpace(d.Name), strings.TrimSpace(d.Message)
	switch {
	case d.Name == "" || utf8.RuneCountInString(d.Name) > 100:
		return Draft{}, errors.New("name must have 1 to 100 characters")
	case d.Message == "" || utf8.RuneCountInString(d.Message) > 2000:
		return Draft{}, errors.New("message must have 1 to 2000 characters")
	case strings.ContainsRune(d.Name+d.Message, 0):
		return Draft{}, errors.New("text must not hold the character NUL, which PostgreSQL does not store")
	}
	return d, nil
}
