// Package leftover carries the part of a pasted text that has no field to the page that
// shows it. Patrons may write anything into such a text, so no address may show it, and
// nothing is kept on the server or on their device. The address has it sealed, in AES-GCM
// with a key that this process makes and keeps to itself: readers of the address, in a log
// or a history, learn nothing. Reload and Back show the text again, for a while. After
// that, or at another server, the page can still say that there was something.
//
// It imports nothing of Lendlink.
package leftover

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"strings"
	"time"
)

const (
	lifetime = 15 * time.Minute // how long a text can be shown
	most     = 400              // bytes of a text that are shown
	stamp    = 8                // bytes of the time until which it can be
)

// Sealer seals texts, and opens what it has sealed. It is safe for concurrent use.
type Sealer struct {
	box cipher.AEAD
	now func() time.Time
}

// NewSealer returns a sealer with a key of its own.
func NewSealer(now func() time.Time) (*Sealer, error) {
	key := make([]byte, 32)
	if _, err := rand.Read(key); err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	box, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		return nil, err
	}
	return &Sealer{box, now}, nil
}

// Seal returns a text for an address, "" for none. Of a long text it takes the beginning.
func (s *Sealer) Seal(text string) string {
	text = start(strings.TrimLeft(strings.TrimSpace(text), " .,;:")) // a sign between it and the rest
	if text == "" {
		return ""
	}
	plain := binary.BigEndian.AppendUint64(nil, uint64(s.now().Add(lifetime).Unix()))
	return base64.RawURLEncoding.EncodeToString(s.box.Seal(nil, nil, append(plain, text...), nil))
}

// Open returns the text, "" where it cannot be shown, or no longer.
func (s *Sealer) Open(sealed string) string {
	b, err := base64.RawURLEncoding.DecodeString(sealed)
	if err != nil {
		return ""
	}
	plain, err := s.box.Open(nil, nil, b, nil)
	if err != nil || len(plain) < stamp {
		return ""
	}
	if until := binary.BigEndian.Uint64(plain); uint64(s.now().Unix()) > until {
		return ""
	}
	return string(plain[stamp:])
}

// start returns the beginning of a text, up to the end of a word.
func start(text string) string {
	if len(text) <= most {
		return text
	}
	text = strings.ToValidUTF8(text[:most], "")
	if i := strings.LastIndexByte(text, ' '); i > most/2 {
		text = text[:i]
	}
	return text + " …"
}
