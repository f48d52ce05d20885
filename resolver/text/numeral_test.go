package text_test

import (
	"strconv"
	"strings"
	"testing"

	"lendlink/resolver/text"
)

func TestAtoi(t *testing.T) {
	for _, want := range []int{0, 7, 10, 2019, 123456789} {
		if got := text.Atoi(strconv.Itoa(want)); got != want {
			t.Errorf("%d is read as %d", want, got)
		}
	}
	if got := text.Atoi("0042"); got != 42 {
		t.Errorf("0042 is read as %d", got)
	}
}

func TestPlainDigits(t *testing.T) {
	cleaned{
		"":              "",
		"2019":          "2019",
		"２０１９":          "2019",
		"٠١٢٣٤٥٦٧٨٩":    "0123456789", // Arabic
		"۱۹۹۹":          "1999",       // Persian
		"१९८४":          "1984",       // Hindi
		"𝟎𝟗𝟘𝟡𝟶𝟿":        "090909",     // mathematical: bold, double-struck, monospace
		"第１２巻":          "第12巻",
		"m² in 1999–99": "m² in 1999–99", // no digits of a number, and no digits
		"Ⅳ":             "Ⅳ",
	}.check(t, text.PlainDigits)
}

// numerals are the Roman ones of which all are made.
var numerals = []struct {
	roman string
	is    int
}{
	{"M", 1000}, {"CM", 900}, {"D", 500}, {"CD", 400}, {"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1},
}

func TestRoman(t *testing.T) {
	for want := 1; want < 4000; want++ {
		written := ""
		for rest, i := want, 0; rest > 0; i++ {
			written += strings.Repeat(numerals[i].roman, rest/numerals[i].is)
			rest %= numerals[i].is
		}
		if got := text.Roman(written); got != want {
			t.Errorf("%s: got %d, want %d", written, got, want)
		}
		if got := text.Roman(strings.ToLower(written)); got != want {
			t.Errorf("%s in small letters: got %d, want %d", written, got, want)
		}
	}
	for in, want := range map[string]int{
		"iiii": 4, // as clocks and old prints have it
		"x1":   0, "4": 0, "xiv.": 0, "xiv ": 0, "Kelp": 0, "é": 0, "": 0,
	} {
		if got := text.Roman(in); got != want {
			t.Errorf("%q: got %d, want %d", in, got, want)
		}
	}
}
