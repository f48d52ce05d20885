package counts_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/web/statistics/counts"
)

func TestDays(t *testing.T) {
	west := time.FixedZone("west", -8*60*60)
	late := counts.DayOf(time.Date(2026, 11, 23, 23, 59, 0, 0, west)) // the 24th in UTC
	for _, tt := range []struct {
		name string
		got  counts.Day
		want string
	}{
		{"the day of its own time zone", late, "2026-11-23"},
		{"the day after", late + 1, "2026-11-24"},
		{"the first of its month", late.FirstOfMonth(0), "2026-11-01"},
		{"of a month in the next year", late.FirstOfMonth(2), "2027-01-01"},
		{"of a month two years before", late.FirstOfMonth(-24), "2024-11-01"},
		{"before 1970", counts.DayOf(time.Date(1969, 12, 31, 1, 0, 0, 0, west)), "1969-12-31"},
	} {
		if got := tt.got.String(); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
		if read, err := counts.ParseDay(tt.want); err != nil || read != tt.got {
			t.Errorf("ParseDay(%s) = %d, %v; want %d", tt.want, read, err, tt.got)
		}
	}
}

func TestEncodeAndDecode(t *testing.T) {
	want := counts.Counts{
		counts.Name(counts.Link, "book", "primo", "redirect", "tipasa"): 12,
		counts.Name(counts.Free, "taken"):                               1 << 60,
		"of-a-newer-version x":                                          3,
	}
	packed := want.Encode()
	got, err := counts.Decode(packed)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("differs (-want +got):\n%s", diff)
	}
	for i := range packed {
		if i >= 3 && i <= 9 { // flags, time and system in gzip's header: not covered by its checksum
			continue
		}
		damaged := append([]byte{}, packed...)
		damaged[i] ^= 0x55
		if got, err := counts.Decode(damaged); err == nil && !cmp.Equal(want, got) {
			t.Fatalf("with byte %d damaged it reads %v", i, got)
		}
	}
	if _, err := counts.Decode(packed[:len(packed)/2]); err == nil {
		t.Error("half of it is read")
	}
}

func TestSplit(t *testing.T) {
	kind, labels := counts.Split(counts.Name(counts.Missing, "chapter", "ebsco", "page"))
	if kind != counts.Missing || !cmp.Equal(labels, []string{"chapter", "ebsco", "page"}) {
		t.Errorf("Split gives %s %q", kind, labels)
	}
}
