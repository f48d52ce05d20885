package plaintext

import "slices"

// row is a shape that a part of a reference can have.
type row struct {
	label label
	score int // of rows that overlap, the higher counts
	shape pattern
}

func rowsOf(l label, score int, shapes ...string) []row {
	rows := make([]row, len(shapes))
	for i, s := range shapes {
		rows[i] = row{l, score, compile(s)}
	}
	return rows
}

// dateRows are the ways to write a date, the longer before the shorter.
var dateRows = []pattern{
	compile("year ,? month .? num - num"),
	compile("year ,? month .? num"),
	compile("year ,? num .? of? month"),
	compile("year ,? month .? -|/|and month"),
	compile("year ,? month"),
	compile("num -|and num .? of? month .? of? ,? year"),
	compile("num .|ordinal? of? month .? of? ,? year"),
	compile("num - month - year"),
	compile("month .? num .? - month? .? num ,? year"),
	compile("month .? num ordinal? ,? year"),
	compile("month .? -|/|and month .? ,? year"),
	compile("month .? of? ,? year"),
	compile("num . num . year"),
	compile("num / num / year"),
	compile("year - num - num"),
	compile("year / year"),
	compile("year"),
}

// dateEnd returns where the date ends that begins at a token, 0 for none.
func dateEnd(tokens []token, at int) int {
	if at >= len(tokens) || !tokens[at].is(yearNum|number|month) {
		return 0
	}
	var unused captures
	for _, p := range dateRows {
		if end := p.match(tokens, at, &unused); end > 0 {
			return end
		}
	}
	return 0
}

// locatorRows are the ways to write volume, issue and pages, with the date where it is
// between them. What has no word such as vol. or pp. counts only in full company.
var locatorRows = slices.Concat(
	// 2019;12(3):45-67, 2019, 12 (3), 45-67, 2010, 108, 16159-16163
	rowsOf(locator, 100,
		"date ;|,|.|: V=num|roman|pagenum ( I=num|part|pagenum|small .? -|/|num? I=num? ) :|,|. pageword? .? P=pagenum - P=pagenum",
		"date ;|,|.|: V=num|roman|pagenum ( I=num|part|pagenum|small .? -|/|num? I=num? ) :|,|. pageword? .? P=pagenum",
		"date ;|, V=num|roman ( I=num|part|pagenum -|/? I=num? )",
		"date ;|,|. V=num|roman :|,|. pageword? .? P=pagenum - P=pagenum",
		"date ;|, V=num :|, P=pagenum",
	),
	// 111, 468 (January 2001): 128-162; 23.4 (2010): 12-34; 45 (1930), pp. 573-77; vol. 5, no. 3 (May 2010): 60
	rowsOf(locator, 95,
		"vol? .? V=num|roman -|/? V=num? ,|.|:|/? issue? .? I=num ,? ( date ) :|,|.? pageword? .? P=pagenum - P=pagenum",
		"vol? .? V=num|roman -|/? V=num? ,|.|:|/? issue? .? I=num ,? ( date ) :|,|.? pageword? .? P=pagenum",
		"vol? .? V=num|roman ,|.|:|/? issue? .? I=num ,? ( date )",
		"vol? .? V=num|roman ( I=num -|/? I=num? ) ,|;? ( date ) :|,? pageword? .? P=pagenum - P=pagenum",
		"vol? .? V=num|roman ,? ( date ) :|,|.|;? pageword? .? P=pagenum - P=pagenum",
		"vol? .? V=num|roman ,? ( date ) :|,|.|; pageword? .? P=pagenum",
		"vol? .? V=num|roman ,? ( date )",
		"vol? .? V=num|roman ( I=num -|/? I=num? , date ) :|,|.? pageword? .? P=pagenum - P=pagenum",
		"vol? .? V=num|roman , date ,|: pageword? .? P=pagenum - P=pagenum",
	),
	// 77 (1), 81-98; vol. 5, no. 3, pp. 60-64; Bd. 3, H. 2, S. 12-20
	rowsOf(locator, 90,
		"vol? .? V=num|roman|pagenum ( issue|part? .? I=num|roman|pagenum -|/|,|and? I=num? ) ,|:|.|;? pageword? .? P=pagenum - P=pagenum",
		"vol? .? V=num|roman|pagenum ( issue|part? .? I=num|roman|pagenum -|/|,|and? I=num? ) ,|:|.|; pageword|article? .? P=pagenum",
		"vol? .? V=num|roman ( I=part|month|small .? I=num? -|/? I=num? ) ,|:|. pageword? .? P=pagenum - P=pagenum",
		"vol .? V=num|roman|pagenum -|/? V=num? ,|.|/|:|;? ( date ) ,|:|;? issue|part .? I=num|roman|pagenum -|/? I=num? ,|:|.? pageword .? P=pagenum - P=pagenum",
		"vol .? V=num|roman|pagenum -|/? V=num? ,|.|/|:|;? issue|part .? I=num|roman|pagenum -|/|and? I=num? ,|:|.|;? pageword? .? P=pagenum - P=pagenum",
		"vol .? V=num|roman|pagenum -|/? V=num? ,|.|/|:|;? issue|part .? I=num|roman|pagenum -|/|and? I=num? ,|:|.|; pageword .? P=pagenum",
		"vol .? V=num|roman|pagenum -|/? V=num? ,|.|/|:|;? issue|part .? I=num|roman|pagenum -|/|and? I=num?",
		"vol .? V=num|roman|pagenum -|/? V=num? ,|:|.|; pageword? .? P=pagenum - P=pagenum",
		"vol .? V=num|roman|pagenum -|/? V=num? ,|:|.|; pageword .? P=pagenum",
		"V=num|roman|pagenum -|/? V=num? ,|.? issue .? I=num|roman|pagenum -|/|and? I=num? ,|:|.|; pageword? .? P=pagenum - P=pagenum",
		"V=num|roman -|/? V=num? ,|.? issue .? I=num|roman|pagenum -|/|and? I=num? ,|:|.|; pageword? .? P=pagenum",
		"V=num|roman -|/? V=num? ,|.|/|: I=num -|/? I=num? ,|: pageword? .? P=num|pagenum - P=pagenum",
		"V=num|roman -|/? V=num? ,|.|/ I=num ,|: pageword .? P=pagenum",
		"V=num|roman -|/? V=num? ,|:|.|; pageword? .? P=num|pagenum - P=pagenum",
	),
	rowsOf(locator, 60,
		"vol .? V=num|roman|pagenum ( issue? .? I=num|roman -|/? I=num? )",
		"V=num|roman ( issue? .? I=num -|/? I=num? )",
		"V=num|roman ,|. issue .? I=num|roman -|/? I=num?",
		"V=num|roman : pageword? .? P=pagenum",
		"V=num|roman , pageword .? P=pagenum",
		"vol .? V=num|roman|pagenum -|/? V=num?",
		"ordinal vol",
		"issue .? I=num|roman|pagenum -|/? I=num? ,|:|. pageword? .? P=pagenum - P=pagenum",
		"issue .? I=num|roman|pagenum -|/? I=num?",
		"pageword .? P=pagenum .? - pageword? .? P=pagenum",
		"pageword .? P=pagenum",
		"( P=num|pagenum - P=num|pagenum )",
	),
	rowsOf(locator, 30,
		"V=num , P=num|pagenum",
		"P=num|pagenum - P=num|pagenum",
	),
	rowsOf(locator, 10, "V=num", "P=pagenum"),
)
