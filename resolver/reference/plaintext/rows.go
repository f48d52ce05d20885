package plaintext

// row is a shape that a part of a reference can have.
type row struct {
	label label
	score int // of rows that overlap, the higher counts
	shape pattern
	first class // what it can begin with
}

func rowsOf(l label, score int, shapes ...string) []row {
	rows := make([]row, len(shapes))
	for i, s := range shapes {
		shape := compile(s)
		rows[i] = row{l, score, shape, shape.first()}
	}
	return rows
}

// dateRows are the ways to write a date, the longer before the shorter.
var dateRows = []pattern{
	compile("year ,? month .? day - day"),
	compile("year ,? month .? day"),
	compile("year ,? day .? of? month"),
	compile("year ,? month .? -|/|and month"),
	compile("year ,? month"),
	compile("day -|and day .? of? month .? of? ,? year"),
	compile("day .|ordinal? of? month .? of? ,? year"),
	compile("day - month - year"),
	compile("month .? day .? - month? .? day ,? year"),
	compile("month .? day ordinal? ,? year"),
	compile("month .? -|/|and month .? ,? year"),
	compile("month .? of? ,? year"),
	compile("day . day . year"),
	compile("day / day / year"),
	compile("year - day - day"),
	compile("year / year"),
	compile("year - year"),
	compile("year - num"),
	compile("year"),
}

// findDates notes at each token where the date ends that begins there.
func findDates(tokens []token) {
	var unused captures
	for at := range tokens {
		if !tokens[at].is(yearNum | number | month) {
			continue
		}
		for _, p := range dateRows {
			if end := p.match(tokens, at, &unused); end > 0 {
				tokens[at].dateEnd = end
				break
			}
		}
	}
}

// dateEnd returns where the date ends that begins at a token, 0 for none.
func dateEnd(tokens []token, at int) int {
	if at >= len(tokens) || tokens[at].dateEnd > len(tokens) {
		return 0
	}
	return tokens[at].dateEnd
}

// locatorRows are the ways to write volume, issue and pages, with the date where it is
// between them. Of several that overlap the one that holds most counts.
var locatorRows = rowsOf(locator, 0,
	// 2019;12(3):45-67 · 2019, 12 (3), 45-67 · 2010, 108, 16159-16163 · 2019;12:45
	"date ;|,|.|: vol? .? V=num|roman|pagenum ,? ( issue|part|small? .? I=num|part|pagenum|roman|month|small .? -|/|,|and|num|month? "+
		".? I=num? ,? I=num? ) :|,|.|;? pageword? .? P=pagenum - P=pagenum",
	"date ;|,|.|: vol? .? V=num|roman|pagenum ,? ( issue|part|small? .? I=num|part|pagenum|roman|month|small .? -|/|,|and|num|month? "+
		".? I=num? ) :|,|.|; pageword|article? .? P=pagenum",
	"date ;|,|.|: V=num|roman|pagenum ,? ( issue|part? .? I=num|part|pagenum -|/? I=num? )",
	"date ;|,|.|: V=num|roman|pagenum :|,|.|; pageword? .? P=pagenum - P=pagenum",
	// 2002;42 Suppl 2:S93-9 · 2002;58(12 Suppl 7):S6-12
	"date ;|,|.|: V=num I=part I=.? I=num? :|,|.|; pageword? .? P=pagenum - P=pagenum",
	"date ;|,|.|: V=num ( I=num I=part I=.? I=num? ) :|,|.|; pageword? .? P=pagenum - P=pagenum",
	"date ;|, ( I=num ) : pageword? .? P=pagenum - P=pagenum",
	"date ;|,|: V=num|roman :|,|; pageword|article? .? P=pagenum",
	"date ;|, V=num|roman issue .? I=num ,|:|. pageword? .? P=pagenum - P=pagenum",
	"date V=num ,|:? I=num ,|:? P=num - P=num",
	"date V=num P=num - P=num",
	// 111, 468 (January 2001): 128-162 · 23.4 (2010): 12-34 · 45 (1930), pp. 573-77
	"vol? .? V=num|roman|pagenum -|/? V=num? ,|.|:|/? issue? .? I=num ,? ( date ) :|,|.? .? pageword? .? P=pagenum - P=pagenum",
	"vol? .? V=num|roman|pagenum -|/? V=num? ,|.|:|/? issue? .? I=num ,? ( date ) :|,|. pageword? .? P=pagenum",
	"vol? .? V=num|roman|pagenum -|/? V=num? ,|.|:|/? issue .? I=num -|/? I=num? ,? ( date )",
	"vol? .? V=num|roman|pagenum -|/? V=num? .|:|/ I=num /? I=num? ,? ( date )",
	"vol? .? V=num|roman|pagenum ( I=num -|/? I=num? ) ,|;? ( date ) :|,? pageword? .? P=pagenum - P=pagenum",
	"vol? .? V=num|roman|pagenum ,? ( date ) :|,|.|;? pageword? .? P=pagenum - P=pagenum",
	"vol? .? V=num|roman|pagenum ,? ( date ) :|,|.|;? pageword? .? P=pagenum",
	"vol? .? V=num|roman|pagenum ,? ( date ) ,|. issue .? I=num ,|.|: pageword? .? P=pagenum - P=pagenum",
	"vol? .? V=num|roman|pagenum ,? ( date )",
	"issue .? I=num ,? ( date ) ,|:|.? pageword? .? P=pagenum - P=pagenum",
	"issue .? I=num ,? ( date )",
	"issue .? I=num ,? date ,|: pageword? .? P=pagenum - P=pagenum",
	"vol? .? V=num|roman|pagenum ( I=num -|/? I=num? , date ) :|,|.? pageword? .? P=pagenum - P=pagenum",
	"vol? .? V=num|roman|pagenum ,? date ,|: pageword? .? P=pagenum - P=pagenum",
	"vol? .? V=num|roman ,|:? pageword? .? P=pagenum - P=pagenum ,? ( date )",
	"vol? .? V=num|roman ,|: pageword? .? P=pagenum ,? ( date )",
	"vol? .? V=num|roman ,? ( I=num ) ,|: pageword? .? P=pagenum - P=pagenum ,? ( date )",
	// 77 (1), 81-98 · vol. 5, no. 3, pp. 60-64 · Bd. 3, H. 2, S. 12-20
	"vol? .? V=num|roman|pagenum ,? ( issue|part|small? .? I=num|roman|pagenum|part|month|small .? -|/|,|and|num|month? .? I=num? ,? "+
		"I=num? ) ,|:|.|;? pageword? .? P=pagenum - P=pagenum",
	"vol? .? V=num|roman|pagenum ,? ( issue|part? .? I=num|roman|pagenum|part|month -|/|,|and? I=num? ) ,|:|.|;? pageword|article? .? "+
		"P=pagenum",
	"vol? .? V=num|roman|pagenum ,|.? issue .? I=num|roman|pagenum ,? ( D=month -|/? D=month? ) :|,|.|; pageword? .? P=pagenum - P=pagenum",
	"vol .? V=num|roman|pagenum -|/? V=num? ,|.|/|:|;? ( date ) ,|:|;? issue|part .? I=num|roman|pagenum -|/? I=num? ,|:|.? pageword "+
		".? P=pagenum - P=pagenum",
	"vol .? V=num|roman|pagenum -|/? V=num? ,|.|/|:|;? issue|part .? I=num|roman|pagenum -|/|and? I=num? ,|:|.|;? pageword? .? "+
		"P=pagenum - P=pagenum",
	"vol .? V=num|roman|pagenum -|/? V=num? ,|.|/|:|;? issue|part .? I=num|roman|pagenum -|/|and? I=num? ,|:|.|;? pageword .? P=pagenum",
	"vol .? V=num|roman|pagenum -|/? V=num? ,|.|/|:|;? issue|part .? I=num|roman|pagenum -|/|and? I=num?",
	"vol .? V=num|roman|pagenum ,|.|/|:|;? issue|part .? I=num|roman|pagenum -|/|and? I=num? ,? date ,|:|.|;? pageword? .? P=pagenum - "+
		"P=pagenum",
	"vol .? V=num|roman|pagenum ,|.|/|:|;? issue|part .? I=num|roman|pagenum -|/|and? I=num? ,? date ,|:|.|;? pageword? .? P=pagenum",
	"vol .? V=num|roman|pagenum ,? date ,|:|.|;? pageword? .? P=pagenum - P=pagenum",
	"vol .? V=num|roman|pagenum -|/? V=num? ,|:|.|; pageword? .? P=pagenum - P=pagenum",
	"vol .? V=num|roman|pagenum -|/? V=num? ,|:|.|;? pageword .? P=pagenum",
	"V=num|roman|pagenum -|/? V=num? ,|.? issue .? I=num|roman|pagenum -|/|and? I=num? ,|:|.|; pageword? .? P=pagenum - P=pagenum",
	"V=num|roman -|/? V=num? ,|.? issue .? I=num|roman|pagenum -|/|and? I=num? ,|:|.|; pageword? .? P=pagenum",
	"V=num|roman -|/? V=num? ,|.|/|: I=num -|/? I=num? ,|: pageword? .? P=num|pagenum - P=pagenum",
	"V=num|roman : I=num : pageword? .? P=pagenum",
	"V=num|roman -|/? V=num? ,|.|/ I=num ,|: pageword .? P=pagenum",
	"V=num|roman|pagenum -|/? V=num? ,|:|.|;? pageword? .? P=num|pagenum - P=pagenum",
	"( V=num ) : P=num - P=num",
	"( I=num -|/? I=num? ) , pageword? .? P=pagenum - P=pagenum",
	"date ,|.|: pageword? .? P=pagenum - P=pagenum",
	"date ,|.|: pageword .? P=pagenum", "date , P=pagenum",
	// parts
	"vol .? V=num|roman|pagenum ( issue? .? I=num|roman -|/? I=num? )",
	"V=num|roman|pagenum ,? ( issue? .? I=num -|/|,|and? I=num? )",
	"V=num|roman ,|. issue .? I=num|roman -|/? I=num?",
	"V=num|roman|pagenum : pageword? .? P=pagenum",
	"V=num|roman|pagenum ,? pageword .? P=pagenum",
	"vol .? V=num|roman|pagenum -|/? V=num?",
	"V=num . vol .?",
	"V=pagenum|ordinal vol ,|.? issue .? I=num ,? date ,|:? pageword? .? P=pagenum - P=pagenum",
	"V=pagenum|ordinal vol ,|.? issue .? I=num -|/? I=num?",
	"issue .? I=num|roman|pagenum -|/? I=num? ,|:|. pageword? .? P=pagenum - P=pagenum",
	"issue .? I=num|roman|pagenum -|/? I=num?",
	"pageword .? P=pagenum .? - pageword? .? P=pagenum",
	"pageword .? P=pagenum",
	"( P=num|pagenum - P=num|pagenum )",
	"V=num|pagenum , P=num|pagenum",
	"P=num|pagenum - P=num|pagenum",
	"V=num|pagenum", "P=pagenum",
)
