package counts

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// maxText bounds what Decode unpacks: a day of a busy library has some 30 KB.
const maxText = 4 << 20

// Encode writes counts as compressed text: a name and its number a line, sorted. The
// compression brings a checksum, by which a damaged day is known.
func (c Counts) Encode() []byte {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	line := make([]byte, 0, 100)
	for _, name := range slices.Sorted(maps.Keys(c)) {
		line = append(append(line[:0], name...), ' ')
		line = append(strconv.AppendUint(line, c[name], 10), '\n')
		w.Write(line) //nolint:errcheck // a buffer takes everything
	}
	w.Close() //nolint:errcheck // as above
	return packed.Bytes()
}

// Decode reads what Encode wrote.
func Decode(packed []byte) (Counts, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("counts: %w", err)
	}
	text, err := io.ReadAll(io.LimitReader(r, maxText+1))
	if err != nil {
		return nil, fmt.Errorf("counts: %w", err)
	}
	if len(text) > maxText {
		return nil, errors.New("counts: too long")
	}
	c := make(Counts, bytes.Count(text, []byte("\n")))
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		end := strings.LastIndexByte(line, ' ')
		if end <= 0 {
			return nil, fmt.Errorf("counts: line %q has no number", line)
		}
		n, err := strconv.ParseUint(line[end+1:], 10, 64)
		if err != nil {
			return nil, fmt.Errorf("counts: line %q has no number", line)
		}
		c[line[:end]] = n
	}
	return c, nil
}
