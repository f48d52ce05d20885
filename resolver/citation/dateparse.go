package citation

import (
	"strings"

	"lendlink/resolver/text"
)

// ParseDate reads a date of publication as catalogues and databases write it:
// 2018-09-20, 20180920, 201809, "July 28, 2012", c1999., [2016], "1975, c1965."
// It takes the first year from 1000 to latest, with month and day where they
// are valid. A first of January is what databases fill in where they know the
// year only.
func ParseDate(s string, latest int) (Date, bool) {
	if len(s) > longestNumber {
		return Date{}, false
	}
	if len(s) == len("2018") && text.AllDigits(s) && canBe(text.Atoi(s), latest) { // most dates
		return Date{Year: text.Atoi(s)}, true
	}
	s = text.PlainDigits(s)
	if isBound(s) {
		return Date{}, false
	}
	if d, ok := compactDate(s, latest); ok {
		return d, true
	}
	if d, ok := numericDate(s, latest); ok {
		return d, true
	}
	d, rest, ok := firstYear(s, latest)
	if !ok {
		if d, ok := romanYear(s, latest); ok {
			return d, true
		}
		return letterForOne(s, latest)
	}
	if !text.IsASCII(rest) {
		rest = eastAsianDate.Replace(rest)
	}
	month, tail := leadingNumber(rest)
	day, _ := leadingNumber(tail)
	if month == 0 {
		month, day = wordedMonth(s)
	}
	return dated(d.Year, month, day), true
}

// dated returns a date without a month or day that is not valid.
func dated(year, month, day int) Date {
	switch {
	case month < 1, month > 12, month == 1 && day == 1:
		return Date{Year: year}
	case day < 1, day > daysIn(year, month):
		return Date{Year: year, Month: month}
	}
	return Date{year, month, day}
}

// canBe reports whether a year can be one of publication.
func canBe(year, latest int) bool { return 1000 <= year && year <= latest }

// romanYear reads a year of early imprints: MDCCXLIV, M.DC.LII.
func romanYear(s string, latest int) (Date, bool) {
	year := text.Roman(strings.ReplaceAll(aroundDate.Trim(s), ".", ""))
	return Date{Year: year}, canBe(year, latest)
}

var aroundDate = text.Chars(" .[]()")

// eastAsianDate writes 2012年7月 and 2012년7월 as 2012-7-.
var eastAsianDate = strings.NewReplacer("年", "-", "月", "-", "년", "-", "월", "-")

// compactDate reads YYYYMMDD and YYYYMM, and of longer runs of digits the year
// (Primo sends 2007049 and 20100325201008).
func compactDate(s string, latest int) (Date, bool) {
	digits := aroundDate.Trim(s)
	if len(digits) < 6 || !text.AllDigits(digits) {
		return Date{}, false
	}
	year, month, day := text.Atoi(digits[:4]), 0, 0
	switch len(digits) {
	case 6:
		month = text.Atoi(digits[4:])
	case 8, 14:
		month, day = text.Atoi(digits[4:6]), text.Atoi(digits[6:8])
	}
	return dated(year, month, day), canBe(year, latest)
}

// numericDate reads a date in figures with the year last: 03/2010, or 28.07.2012 and
// 07/28/2012, where it is clear which is the day: it is above 12, or there are periods
// between, as in German.
func numericDate(s string, latest int) (Date, bool) {
	if len(s) < len("1.2010") || strings.IndexByte("./-", s[len(s)-5]) < 0 {
		return Date{}, false
	}
	d, _, ok := firstYear(s[len(s)-4:], latest)
	if !ok {
		return Date{}, false
	}
	before := s[:len(s)-5]
	between := strings.IndexAny(before, "./-")
	if between < 0 {
		month := shortNumber(before)
		return dated(d.Year, month, 0), month > 0
	}
	day, month := shortNumber(before[:between]), shortNumber(before[between+1:])
	if month > 12 {
		day, month = month, day
	} else if day <= 12 && !strings.Contains(s, ".") { // either may be the day
		return Date{}, false
	}
	return dated(d.Year, month, day), day > 0 && month > 0
}

// firstYear finds the first run of exactly four digits that is a year, and
// returns what follows it. Square brackets are a cataloguer's, even inside a year
// ([19]56); "i.e." corrects what comes before it.
func firstYear(s string, latest int) (Date, string, bool) {
	// A year of another calendar with the common one in brackets: 1398 [1978].
	if i := strings.IndexByte(s, '['); i > 0 {
		first, _, _ := firstYear(s[:i], latest)
		if common, rest, _ := firstYear(s[i+1:], latest); first.Year < 1500 && common.Year > first.Year+500 {
			return common, rest, true
		}
	}
	if squareBrackets.In(s) {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "[", ""), "]", "")
	}
	if i := strings.Index(s, "i.e."); i >= 0 {
		if d, rest, ok := firstYear(s[i+4:], latest); ok {
			return d, rest, true
		}
	}
	for i := 0; i < len(s); {
		if !text.IsDigit(s[i]) {
			i++
			continue
		}
		n := i
		for n < len(s) && text.IsDigit(s[n]) {
			n++
		}
		if n-i == 4 {
			if year := text.Atoi(s[i:n]); canBe(year, latest) && !isDecade(s[n:]) {
				if isIslamic(s[n:]) { // 1428 H. / 2007 M.
					if common, rest, _ := firstYear(s[n:], latest); common.Year > year+500 {
						return common, rest, true
					}
				}
				return Date{Year: year}, s[n:], true
			}
		}
		i = n
	}
	return Date{}, "", false
}

// isDecade reports whether what follows a year says that it is the first of ten or of a
// hundred: 1990s, 1800's.
func isDecade(rest string) bool {
	rest, _ = strings.CutPrefix(rest, "'")
	return strings.HasPrefix(rest, "s") && (len(rest) == 1 || !text.HasLetter(rest[1:2]))
}

// islamicMarks come after a year of the Islamic calendars.
var islamicMarks = []string{"H", "A.H", "AH", "ه", "ق", "ش"}

// isIslamic reports whether one of them is at the beginning of a text.
func isIslamic(s string) bool {
	s = strings.TrimLeft(s, " ")
	for _, mark := range islamicMarks {
		if _, ok := text.CutFold(s, mark); ok {
			return true
		}
	}
	return false
}

// leadingNumber reads a separator and a number of one or two digits. It returns
// -1 where something else follows, as in the range 1744-1745.
func leadingNumber(s string) (n int, rest string) {
	if strings.IndexAny(s, "-/.") != 0 {
		return 0, ""
	}
	end := 1
	for end < len(s) && text.IsDigit(s[end]) {
		end++
	}
	if end > 3 {
		return -1, ""
	}
	return text.Atoi(s[1:end]), s[end:]
}

// letterForOne reads a year in which a letter l was typed for the digit one.
func letterForOne(s string, latest int) (Date, bool) {
	s = strings.Trim(s, " []().,?")
	rest, ok := strings.CutPrefix(s, "l")
	if !ok {
		return Date{}, false
	}
	d, _, ok := firstYear("1"+rest, latest)
	return d, ok
}
