package text_test

import (
	"testing"

	"lendlink/resolver/text"
)

// texts are what editors of BibTeX write for letters that a keyboard lacks; in print both readings are the same.
var texLetters = cleaned{
	`M{\"u}ller`:             "Müller",
	`\'{E}tudes`:             "Études",
	`Na{\"\i}ve`:             "Naïve",
	`Garc{\'{\i}}a`:          "García",
	`\v{S}ibenik`:            "Šibenik",
	`Erd{\H o}s`:             "Erdős",
	`\c{C}elik`:              "Çelik",
	`L{\"{u}}beck`:           "Lübeck",
	`Bj{\o}rn`:               "Bjørn",
	`S\o ren`:                "Søren",
	`\O{}rsted`:              "Ørsted",
	`Stra{\ss}e`:             "Straße",
	`{\AA}rhus`:              "Århus",
	`{\oe}uvre`:              "œuvre",
	`Salt \& Mud: 50\%`:      "Salt & Mud: 50%",
	`\emph{Kelp} beds`:       "Kelp beds",
	`\textit{Kelp} beds`:     "Kelp beds",
	`{\em Kelp} beds`:        "Kelp beds",
	`{\it Kelp} beds`:        "Kelp beds",
	`\textsc{Kelp} beds`:     "Kelp beds",
	`1990{\textendash}95`:    "1990–95",
	`The {\LaTeX} Companion`: "The LaTeX Companion",
	`The \LaTeX\ Companion`:  "The LaTeX Companion",
	`{\TeX}book`:             "TeXbook",
	`Kelp`:                   "Kelp",
	`O'Hara`:                 "O'Hara",
	`\`:                      `\`,
	`Kelp\`:                  `Kelp\`,
	``:                       ``,
}

func TestTeX(t *testing.T) {
	texLetters.check(t, text.PlainTeX)
	texLetters.check(t, text.UnescapeTeX)
}

// TestPlainTeX: in an entry of BibTeX all is TeX, where in a link it may be something else.
func TestPlainTeX(t *testing.T) {
	cleaned{
		`Caf\'e`:                 "Café",
		`Espa\~na`:               "España",
		`Repair of {DNA}`:        "Repair of DNA",
		`D.~E. Knuth`:            "D. E. Knuth",
		"Kelp --\n a history":    "Kelp – a history",
		`Kelp---a history`:       "Kelp—a history",
		"The ``Kelp'' beds":      "The “Kelp” beds",
		`$\lambda$-calculus`:     `$\lambda$-calculus`,
		`\url{http://a.example}`: "http://a.example",
		`\textbf{Kelp}`:          "Kelp",
	}.check(t, text.PlainTeX)
}

// TestUnescapeTeX: what may be meant otherwise stays as it was sent.
func TestUnescapeTeX(t *testing.T) {
	cleaned{
		`{\\"o}`:                 `{\\"o}`,
		`Fl\"usse`:               "Flüsse",
		`D\'Haene`:               `D\'Haene`,
		`On \"a\" lamp`:          `On \"a\" lamp`,
		`X\Y, C:\old`:            `X\Y, C:\old`,
		`On \alpha-weirs`:        `On \alpha-weirs`,
		`$\hat{\'{a}}$ {\'e}`:    `$\hat{\'{a}}$ {\'e}`,
		`Repair of {DNA}`:        `Repair of {DNA}`,
		`\cite{roe}`:             `\cite{roe}`,
		`kelp_\o`:                `kelp_\o`,
		`{\i`:                    "i",
		`\e\e\em m m Kelp`:       `\e\e\em m m Kelp`, // what becomes TeX only when TeX is gone is none
		`B{\textbackslash"u}sch`: `B{\textbackslash"u}sch`,
	}.check(t, text.UnescapeTeX)
}
