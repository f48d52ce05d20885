package markdown_test

import (
	"testing"

	"lendlink/resolver/web/markdown"
)

func TestMarkdownIsHarmless(t *testing.T) {
	for _, tc := range []struct{ name, source, want string }{
		{"emphasis", "Loans take **5–10 days**.", "<p>Loans take <strong>5–10 days</strong>.</p>\n"},
		{"HTML is left out", "a <script>alert(1)</script> b", "<p>a <!-- raw HTML omitted -->alert(1)<!-- raw HTML omitted --> b</p>\n"},
		{"an address that runs is emptied", "[x](javascript:alert(1))", "<p><a href=\"\">x</a></p>\n"},
		{"headings stand under the page's, without a gap", "# Hours\n\n### More", "<h2>Hours</h2>\n<h3>More</h3>\n"},
		{"nothing", "", ""},
	} {
		got, err := markdown.HTML(tc.source)
		if err != nil || string(got) != tc.want {
			t.Errorf("%s: %q, %v", tc.name, got, err)
		}
	}
}
