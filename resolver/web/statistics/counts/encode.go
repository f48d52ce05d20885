package counts

import (
	"bytes"
	"compress/gzip"
	"errors"
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

// ErrDamaged is for what Encode has not written.
var ErrDamaged = errors.New("the counts are damaged")

// Decode reads what Encode wrote.
func Decode(packed []byte) (Counts, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, ErrDamaged
	}
	text, err := io.ReadAll(io.LimitReader(r, maxText+1))
	if err != nil || len(text) > maxText {
		return nil, ErrDamaged
	}
	c := make(Counts, bytes.Count(text, []byte("\n")))
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		end := strings.LastIndexByte(line, ' ')
		if end <= 0 {
			return nil, ErrDamaged
		}
		n, err := strconv.ParseUint(line[end+1:], 10, 64)
		if err != nil {
			return nil, ErrDamaged
		}
		c[line[:end]] = n
	}
	return c, nil
}
