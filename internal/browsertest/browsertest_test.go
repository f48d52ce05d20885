package browsertest_test

import (
	"bytes"
	"flag"
	"fmt"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lendlink/internal/browsertest"
)

// TestMain runs none of these tests where all would be skipped: then go test says
// "[no tests to run]" behind the package's name, even where it shows nothing else.
func TestMain(m *testing.M) {
	if !browsertest.Installed() && os.Getenv("CI") != "true" {
		_ = flag.Set("test.run", "^$") // the flag is there in every test binary
	}
	browsertest.Main(m)
}

// serve returns the address of a page with this body. /plain is another page.
func serve(t *testing.T, body string) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/plain", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "<!doctype html><html lang=en><title>Plain</title><p id=p>q=%s", r.FormValue("q"))
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, "<!doctype html><html lang=en><title>Page</title><link rel=icon href=data:,><p id=lang>%s</p>%s",
			r.Header.Get("Accept-Language"), body)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

func TestOptionsReachThePage(t *testing.T) {
	url := serve(t, `<meta name=viewport content="width=device-width">
		<p id=script>off</p><script>document.getElementById("script").textContent = "on"</script>`)
	for _, test := range []struct {
		name                   string
		options                browsertest.Options
		width                  int
		script, dark, language string
	}{
		{"zero value is a desktop", browsertest.Options{}, 1280, "on", "false", "en-US,en;q=0.9"},
		{"phone", browsertest.Options{Width: 320, Height: 640, Mobile: true}, 320, "on", "false", "en-US,en;q=0.9"},
		{"no JavaScript", browsertest.Options{NoScript: true}, 1280, "off", "false", "en-US,en;q=0.9"},
		{"dark colours", browsertest.Options{Dark: true}, 1280, "on", "true", "en-US,en;q=0.9"},
		{"language", browsertest.Options{Language: "es-MX,es"}, 1280, "on", "false", "es-MX,es;q=0.9"},
	} {
		t.Run(test.name, func(t *testing.T) {
			tab := browsertest.Start(t).Tab(t, test.options)
			tab.Open(url)
			if got := browsertest.Eval[int](tab, "innerWidth"); got != test.width {
				t.Errorf("width %d, want %d", got, test.width)
			}
			if got := tab.Text("#script"); got != test.script {
				t.Errorf("JavaScript is %s, want %s", got, test.script)
			}
			if got := browsertest.Eval[string](tab, `String(matchMedia("(prefers-color-scheme: dark)").matches)`); got != test.dark {
				t.Errorf("dark: %s, want %s", got, test.dark)
			}
			if got := tab.Text("#lang"); got != test.language {
				t.Errorf("language %q, want %q", got, test.language)
			}
		})
	}
}

func TestFormByMouseAndKeyboard(t *testing.T) {
	url := serve(t, `<form action=/plain><label>Query <input name=q value=old></label> <button>Go</button></form>`)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(url)
	tab.Type("[name=q]", "Dune")
	tab.Follow("button")
	if got := tab.Text("#p"); got != "q=Dune" {
		t.Errorf("by mouse: %q", got)
	}
	tab.Open(url)
	tab.Press("Tab")
	if got := tab.Focused(); got != "Query" {
		t.Errorf("focus on %q, want the field", got)
	}
	tab.Press("End", "Backspace", "X", "Tab", "Shift+Tab", "Tab")
	if got := tab.Focused(); got != "Go" {
		t.Errorf("focus on %q, want the button", got)
	}
	tab.PressFollow("Enter")
	if got, want := tab.Location(), url+"/plain?q=olX"; got != want {
		t.Errorf("by keyboard: at %s, want %s", got, want)
	}
}

// What is drawn late, covered or on its way is clicked when it can be.
func TestClickWaitsForTheElement(t *testing.T) {
	const button = `<button id=b style="position: absolute; left: 0" onclick="document.title = 'clicked ' + this.style.left">Go</button>`
	for _, test := range []struct{ name, body, want string }{
		{"drawn late", `<div id=d></div><script>setTimeout(() => { document.getElementById("d").innerHTML = ` + "`" + button + "`" + ` }, 300)</script>`, "clicked 0px"},
		{"covered", button + `<div id=d style="position: fixed; inset: 0"></div><script>setTimeout(() => document.getElementById("d").remove(), 300)</script>`, "clicked 0px"},
		{"on its way", button + `<script>
			const b = document.getElementById("b");
			const go = () => { const x = parseInt(b.style.left) + 15; b.style.left = x + "px"; if (x < 600) requestAnimationFrame(go); };
			requestAnimationFrame(go);
		</script>`, "clicked 600px"},
	} {
		t.Run(test.name, func(t *testing.T) {
			tab := browsertest.Start(t).Tab(t, browsertest.Options{})
			tab.Open(serve(t, test.body))
			tab.Click("#b")
			if got := browsertest.Eval[string](tab, "document.title"); got != test.want {
				t.Errorf("the page is called %q, want %q", got, test.want)
			}
		})
	}
}

func TestOpenedReturnsTheNewTab(t *testing.T) {
	url := serve(t, `<a href="/plain?q=new" target=_blank rel=noopener>New</a>`)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(url)
	opened := tab.Opened(func() { tab.Click("a") })
	if got := opened.Text("#p"); got != "q=new" {
		t.Errorf("the new tab shows %q", got)
	}
}

func TestRequestsNamesThirdParties(t *testing.T) {
	other := serve(t, "")
	url := serve(t, `<img alt="" src="`+other+`/plain">`)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(url)
	if want := []string{url + "/", other + "/plain"}; !slices.Equal(tab.Requests(), want) {
		t.Errorf("requests %q, want %q", tab.Requests(), want)
	}
}

func TestAxe(t *testing.T) {
	for _, test := range []struct {
		name, body string
		noScript   bool
		want       []string
	}{
		{"clean page", `<main><h1>Title</h1><p>Text</main>`, false, nil},
		{"picture without text", `<main><h1>Title</h1><img src="data:,"></main>`, false, []string{"image-alt"}},
		{"JavaScript off", `<main><h1>Title</h1><img src="data:,"></main>`, true, []string{"image-alt"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			tab := browsertest.Start(t).Tab(t, browsertest.Options{NoScript: test.noScript})
			tab.Open(serve(t, `<script>document.querySelector("#lang").remove()</script>
				<noscript><style>#lang { display: none }</style></noscript>`+test.body))
			var got []string
			for _, v := range tab.Axe() {
				got = append(got, v.ID)
				if !strings.Contains(v.String(), v.Help) || len(v.Nodes) == 0 {
					t.Errorf("the message lacks what to do or where: %s", v)
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("violations %q, want %q", got, test.want)
			}
		})
	}
}

func TestScreenshotIsSavedAtTheRoot(t *testing.T) {
	tab := browsertest.Start(t).Tab(t, browsertest.Options{Width: 400, Height: 300})
	tab.Open(serve(t, `<div style="height: 900px"></div>`))
	tab.Screenshot("browser/page")
	data, err := os.ReadFile(filepath.Join("..", "..", "screenshots", "browser", "page.png"))
	if err != nil {
		t.Fatal(err)
	}
	image, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if size := image.Bounds().Size(); size.X != 400 || size.Y < 900 {
		t.Errorf("picture is %v, want the whole page, 400 wide", size)
	}
}
