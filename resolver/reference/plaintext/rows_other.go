package plaintext

import "slices"

// otherRows are parts with a shape of their own that are neither dates nor locators.
var otherRows = slices.Concat(
	rowsOf(numberLabel, 200,
		"isbnword :? N=num|pagenum -? N=num|pagenum? -? N=num|pagenum? -? N=num|pagenum? -? N=num|pagenum|roman?",
		"isbnword :? N=isbn", "N=isbn",
		"issnword :? N=num - N=num|pagenum",
		"pmidword :? N=pagenum", "pmcword :? N=pagenum",
		"arxiv :? N=num . N=num",
		"doiword :? N=doi", "N=doi", "doiword :? N=address", "N=address",
	),
	rowsOf(editionLabel, 80,
		"( E=ordinal .? E=ordinal|edition? .? edition .? )",
		"E=ordinal .? E=ordinal? .? edition .?",
		"E=num .|small? edition .?",
		"edition E=num",
		"( edition .? E=num )",
	),
	rowsOf(note, 90, "num vol .?", "roman ,|- num pageword .?", "num pageword .?"),
	rowsOf(dateLabel, 50, "( date )", "date"),
)
