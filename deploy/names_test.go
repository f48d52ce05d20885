package deploy

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"lendlink/resolver/library"
)

// expressions returns what the dashboard asks Prometheus.
func expressions(t *testing.T) []string {
	t.Helper()
	var dashboard struct {
		Panels []struct{ Targets []struct{ Expr string } }
	}
	if err := json.Unmarshal([]byte(read(t, "grafana/lendlink.json")), &dashboard); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, p := range dashboard.Panels {
		for _, target := range p.Targets {
			all = append(all, strings.NewReplacer("$__rate_interval", "5m", "$library", ".*").Replace(target.Expr))
		}
	}
	return all
}

// promtool knows no dashboards; it reads their questions as rules.
func TestDashboardUsesExportedMetrics(t *testing.T) {
	type rule struct{ Record, Expr string }
	var rules []rule
	for _, e := range expressions(t) {
		rules = append(rules, rule{"panel", e})
	}
	if len(rules) == 0 {
		t.Fatal("the dashboard asks nothing")
	}
	text, err := yaml.Marshal(map[string]any{"groups": []any{map[string]any{"name": "dashboard", "rules": rules}}})
	if err != nil {
		t.Fatal(err)
	}
	// Panels may ask the same.
	succeed(t, "promtool", "check", "rules", "--lint=none", write(t, filepath.Join(t.TempDir(), "rules.yaml"), string(text)))
}

// A rule about a metric that does not exist never fires.
func TestMetricsOfRulesExist(t *testing.T) {
	sources, err := filepath.Glob("../resolver/web/metrics/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var counted []string
	for _, file := range sources {
		for _, m := range regexp.MustCompile(`"(lendlink_\w+)"`).FindAllStringSubmatch(read(t, file), -1) {
			counted = append(counted, m[1])
		}
	}
	queried := strings.Join(expressions(t), "\n") + read(t, "prometheus/alerts.yaml")
	names := regexp.MustCompile(`lendlink_\w+`).FindAllString(queried, -1)
	if len(names) == 0 {
		t.Fatal("nothing is asked for")
	}
	part := regexp.MustCompile(`_(bucket|count|sum)$`) // of a histogram
	for _, name := range names {
		if !slices.Contains(counted, name) && !slices.Contains(counted, part.ReplaceAllString(name, "")) {
			t.Errorf("%s is asked for, but not counted", name)
		}
	}
}

// That Kubernetes takes the objects is checked in the folder validators. This sees
// that none is missing, and that the settings in them are valid and match the ports.
func TestKubernetes(t *testing.T) {
	f, err := os.Open("kubernetes/lendlink.yaml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	kinds := map[string]bool{}
	decoder := yaml.NewDecoder(f)
	for {
		var object struct {
			Kind string
			Data map[string]string
		}
		err := decoder.Decode(&object)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		kinds[object.Kind] = true
		if object.Kind == "ConfigMap" {
			settings, err := library.Parse("lendlink.yaml", []byte(object.Data["lendlink.yaml"]), os.LookupEnv)
			if err != nil {
				t.Fatal(err)
			}
			if settings.Listen != ":8080" || settings.AdminListen != ":9090" {
				t.Errorf("listens on %s and %s, not where the pods' ports are", settings.Listen, settings.AdminListen)
			}
		}
	}
	for _, kind := range []string{"ConfigMap", "Deployment", "Service", "PodDisruptionBudget", "NetworkPolicy", "Ingress"} {
		if !kinds[kind] {
			t.Errorf("no %s", kind)
		}
	}
}
