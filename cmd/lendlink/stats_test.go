package main

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"lendlink/internal/freeport"
	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/store"
	"lendlink/resolver/web/statistics/store/storetest"
)

// stats runs the command with counts of today in a folder.
func stats(t *testing.T, folder string, args ...string) (string, error) {
	t.Helper()
	t.Setenv(stateVariable, folder)
	t.Setenv(configVariable, "")
	var out bytes.Buffer
	err := run(t.Context(), append([]string{"stats"}, args...), strings.NewReader(""), &out, &out)
	return out.String(), err
}

func TestStatsPrintsWhatIsKept(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "state")
	kept := counts.Days{{Library: "demo", Day: counts.DayOf(time.Now())}: {
		"link chapter ebsco confirm practice": 1234, "missing chapter ebsco page": 7, "has chapter ebsco title": 1234,
	}}
	if err := store.NewFile(folder, func(s string) { t.Log(s) }).Add(kept, 0); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		args []string
		want []string
	}{
		{nil, []string{"Links: 1,234", "EBSCO", "Shown the citation first", "What sources send: Chapter", "100 %"}},
		{[]string{"--format", "csv"}, []string{"from,to,counted", ",missing,chapter,ebsco,,,page,,,7"}},
		{[]string{"--format", "json", "--by", "month"}, []string{`"library": "demo"`, `"count": 1234`}},
	} {
		out, err := stats(t, folder, tt.args...)
		if err != nil {
			t.Errorf("%v: %v", tt.args, err)
		}
		for _, want := range tt.want {
			if !strings.Contains(out, want) {
				t.Errorf("%v: there is no %q in\n%s", tt.args, want, out)
			}
		}
	}
}

func TestStatsSaysWhatIsWrong(t *testing.T) {
	folder := t.TempDir()
	for _, tt := range []struct {
		folder string
		args   []string
		want   string
	}{
		{"", nil, "no statistics are kept"},
		{folder, []string{"--from", "yesterday"}, "is not a day such as"},
		{folder, []string{"--format", "xml"}, "must be text, csv or json"},
		{folder, []string{"--library", "nowhere"}, "there is no library"},
	} {
		if out, err := stats(t, tt.folder, tt.args...); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%v: %v, want %q; printed %q", tt.args, err, tt.want, out)
		}
	}
}

func TestStatsSaysThatTheFileIsDamaged(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, store.Name)
	for name, want := range map[string]string{path: store.Name + ": the file is damaged", path + ".damaged-1": "what this damaged file held is missing"} {
		if err := os.WriteFile(name, []byte("not a database"), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := stats(t, folder); err == nil || !strings.HasPrefix(out, "Incomplete: ") || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q; printed %q", name, err, want, out)
		}
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
	}
}

func TestStatsSaysThatADayIsDamaged(t *testing.T) {
	folder := t.TempDir()
	today := counts.DayOf(time.Now())
	for d := range counts.Day(2) {
		kept := counts.Days{{Library: "demo", Day: today - d}: {"link chapter ebsco confirm practice": 7}}
		if err := store.NewFile(folder, func(s string) { t.Log(s) }).Add(kept, 0); err != nil {
			t.Fatal(err)
		}
	}
	storetest.DamageDay(t, folder, "demo", today)
	problem := "demo on " + today.String() + " are damaged"
	for _, tt := range []struct{ args, want string }{
		{"", "Incomplete: what is kept cannot all be read."},
		{"--format csv", ""},
		{"--format csv --incomplete", ",7\n"},
		{"--format json --incomplete", `"incomplete": true`},
	} {
		out, err := stats(t, folder, strings.Fields(tt.args)...)
		if err == nil || !strings.Contains(err.Error(), problem) || !strings.Contains(out, tt.want) || (out == "") != (tt.want == "") {
			t.Errorf("%s: %v, want %q; printed %q, want %q", tt.args, err, problem, out, tt.want)
		}
	}
}

// What is damaged is in the metrics, once it is found.
func TestMetricsCountDamage(t *testing.T) {
	folder := t.TempDir()
	admin := freeport.Address(t)
	p := startProcess(t, "state_dir: "+folder+"\nadmin_listen: "+strconv.Quote(admin), nil)
	p.terminate(t)
	storetest.DamageDay(t, folder, "demo", counts.DayOf(time.Now()))
	p.restart(t)
	get := func(address string) string {
		response, err := http.Get("http://" + address)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		if err != nil {
			t.Fatal(err)
		}
		return string(body)
	}
	for _, want := range []string{"0", "1", "1"} {
		if got := get(admin + "/metrics"); !strings.Contains(got, "lendlink_statistics_damaged_total "+want+"\n") {
			t.Errorf("want %s damages in\n%s", want, got)
		}
		get(p.address + "/demo/stats")
	}
}

// counting is a server that keeps statistics in a folder and has answered one link.
func counting(t *testing.T, folder string) *process {
	t.Helper()
	return startProcess(t, "state_dir: "+folder, nil)
}

// linksIn returns what the command prints of the number of links, and its error.
func linksIn(t *testing.T, folder string) (string, error) {
	t.Helper()
	out, err := stats(t, folder)
	_, after, _ := strings.Cut(out, "Links: ")
	n, _, _ := strings.Cut(after, " ")
	return n, err
}

// While another process keeps the file locked, servers go on counting, and the command prints what
// they know: it asks them, and does not wait.
func TestStatsAsksTheServers(t *testing.T) {
	folder := t.TempDir()
	draining, fresh := counting(t, folder), counting(t, folder)
	if n, err := linksIn(t, folder); n != "2" || err != nil {
		t.Errorf("of two servers that have written nothing it prints %q, %v; want 2", n, err)
	}
	other := counts.Days{{Library: "other", Day: counts.DayOf(time.Now())}: {"page redirect": 1}}
	if err := store.NewFile(folder, func(s string) { t.Log(s) }).Add(other, 0); err != nil {
		t.Fatal(err)
	}
	locked, err := os.Open(filepath.Join(folder, store.Name))
	if err != nil {
		t.Fatal(err)
	}
	defer locked.Close()
	if err := syscall.Flock(int(locked.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	if err := fresh.ask(); err != nil {
		t.Errorf("beside a locked file: %v", err)
	}
	if n, err := linksIn(t, folder); n != "3" || err == nil || !strings.Contains(err.Error(), store.ErrLocked.Error()) {
		t.Errorf("beside a locked file it prints %q, %v; want 3 and that it is locked", n, err)
	}
	locked.Close()
	draining.terminate(t)
	if n, err := linksIn(t, folder); n != "3" || err != nil {
		t.Errorf("once one has ended it prints %q, %v; want 3", n, err)
	}
	if err := fresh.Process.Kill(); err != nil { // its socket stays
		t.Fatal(err)
	}
	<-fresh.ended
	if n, err := linksIn(t, folder); n != "1" || err != nil {
		t.Errorf("without a server it prints %q, %v; want the 1 that was written", n, err)
	}
	counting(t, folder)
	if sockets, _ := filepath.Glob(filepath.Join(folder, "*.sock")); len(sockets) != 1 {
		t.Errorf("there are sockets %q; want that of the server alone", sockets)
	}
}

// Where there can be no socket the server runs all the same.
func TestServerWithoutASocket(t *testing.T) {
	folder := filepath.Join(t.TempDir(), strings.Repeat("long/", 25))
	p := counting(t, folder)
	p.terminate(t)
	if n, err := linksIn(t, folder); n != "1" || err != nil {
		t.Errorf("it prints %q, %v; want 1", n, err)
	}
}
