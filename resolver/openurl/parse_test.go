package openurl_test

import (
	"strings"
	"testing"

	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"

	"github.com/google/go-cmp/cmp"
)

// fields returns what a link says about the item, a line a field.
func fields(co *openurl.ContextObject) string {
	var b strings.Builder
	for f := openurl.Genre; f <= openurl.Pid; f++ {
		if co.Index(f) < 0 {
			continue
		}
		b.WriteString(f.String())
		for _, v := range co.All(f) {
			b.WriteString("|" + v)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func codes(list warning.List) string {
	var names []string
	for _, w := range list {
		names = append(names, string(w.Code))
	}
	return strings.Join(names, " ")
}

func TestParse(t *testing.T) {
	tests := []struct {
		name, query, want string
		warnings          string
	}{
		{"plus and percent are blanks", "title=Dune+Messiah%20II", "title|Dune Messiah II\n", ""},
		{"an escaped plus stays", "btitle=C%2B%2B", "btitle|C++\n", ""},
		{"a bad percent sign stays", "atitle=100%+ingenuity", "atitle|100% ingenuity\n", ""},
		{"a percent sign before two letters that are not digits", "atitle=50%zz", "atitle|50%zz\n", ""},
		{"a percent sign before one digit, a year, and a word that begins with a u", "atitle=5%1st,+10%,2019+and+50%united", "atitle|5%1st, 10%,2019 and 50%united\n", ""},
		{"attributes of templates", "volume=((rft.volume))&issue=${issue}&edition=((addata/edition", "", "placeholder-dropped placeholder-dropped placeholder-dropped"},
		{"signs of templates that are a title's", "atitle=The+<?+sign&btitle=And+the+?>&jtitle=On+f{x}+and+O((n))", "atitle|The <? sign\nbtitle|And the ?>\njtitle|On f{x} and O((n))\n", ""},
		{"a charset that does not fit", "ctx_enc=info:ofi/enc:Shift_JIS&atitle=Caf%E9", "atitle|Café\n", "encoding-repaired"},
		{"a capital of Latin-1 that could begin a letter of UTF-8", "atitle=%C2nes+et+moulins", "atitle|Ânes et moulins\n", "encoding-repaired"},
		{"a sign that JSON escapes in two", `atitle=Song+\uD834\uDD1E`, "atitle|Song 𝄞\n", "encoding-repaired"},
		{"a backslash and a letter at the end", `atitle=The+letter+\u`, "atitle|The letter \\u\n", ""},
		{"quotation marks with backslashes around a title", `atitle=\'Weirs\'`, "atitle|\\'Weirs\\'\n", ""},
		{"an empty last value is not one that was cut", "rft.volume=3&volume=", "volume|3\n", ""},
		{"a last value that another field's begins with", "rft.volume=31&issue=3", "volume|31\nissue|3\n", ""},
		{"a last value that means nothing for the item", "rft.language=eng&lang=en", "", ""},
		{"schemes of identifiers without a number", "rft_id=urn:ISSN:&id=pmid:", "", ""},
		{"a no-break space and dashes for nothing hide no value", "rft.volume=%C2%A0&volume=3&rft.issue=%E2%80%93&issue=2&rft.part=[%E2%80%93]&part=1",
			"volume|3\nissue|2\npart|1\n", ""},
		{"a character that shows nothing", "volume=%00", "", ""},
		{"raw semicolon", "au=Doe,+Jane;Roe,+Ann", "au|Doe, Jane;Roe, Ann\n", ""},
		{"keys without case", "RFT.BTitle=Dune&ID=pmid:1", "btitle|Dune\nid|pmid:1\n", ""},
		{"PHP names", "rft_title=Dune&rft_id=info:pmid/1", "title|Dune\nid|info:pmid/1\n", ""},
		{"misprints of the guidelines", "rft.aulast=Doe&rft.afirst=Jane", "aulast|Doe\naufirst|Jane\n", ""},
		{"a misprint of a library of programs", "rft_val_format=info:ofi/fmt:kev:mtx:journal", "rft_val_fmt|info:ofi/fmt:kev:mtx:journal\n", ""},
		{"an empty value of 1.0 hides none of 0.1", "rft.isbn=&isbn=0306406152", "isbn|0306406152\n", ""},
		{"1.0 before 0.1, whatever the order", "title=Old&rft.title=New", "title|New|Old\n", ""},
		{"the first that says something", "rft.title=&rft.title=Dune&title=Example+University", "title|Dune|Example University\n", ""},
		{"leading question mark", "?genre=book", "genre|book\n", ""},
		{"leading empty key", "?=&genre=book", "genre|book\n", ""},
		{"leading ampersand", "&rft_au=Doe", "au|Doe\n", ""},
		{"an address in front", "https://resolver.example.edu/openurl?genre=book", "genre|book\n", ""},
		{"a link in the first value", "openurl=resolver.example.edu/?genre=book&title=Dune", "genre|book\ntitle|Dune\n", ""},
		{"a question mark in a title is none of those", "title=Why?&genre=book", "genre|book\ntitle|Why?\n", ""},
		{"Arabic in UTF-8 that was read as Latin-1", "title=%C3%98%C2%B9%C3%99%C2%84%C3%99%C2%85%20%C3%98%C2%A7%C3%99%C2%84%C3%99%C2%85%C3%99%C2%8A%C3%98%C2%A7%C3%99%C2%87", "title|علم المياه\n", "encoding-repaired"},
		{"the same as Windows-1252", "title=%C3%98%C2%B9%C3%99%E2%80%9E%C3%99%E2%80%A6%20%C3%98%C2%A7%C3%99%E2%80%9E%C3%99%E2%80%A6%C3%99%C5%A0%C3%98%C2%A7%C3%99%E2%80%A1", "title|علم المياه\n", "encoding-repaired"},
		{"a title in Polish", "title=Dzieje%20m%C3%85%C2%82yn%C3%83%C2%B3w", "title|Dzieje młynów\n", "encoding-repaired"},
		{"a Chinese family name in one sign", "title=%C3%A7%C2%8E%C2%8B", "title|王\n", "encoding-repaired"},
		{"an accent in the last letter, whose other half is a quotation mark", "title=Pawe%C3%85%E2%80%9A", "title|Paweł\n", "encoding-repaired"},
		{"in the first letter", "title=%C3%85%C2%A0imek", "title|Šimek\n", "encoding-repaired"},
		{"Vietnamese", "title=ti%C3%A1%C2%BA%C2%BFng%20vi%C3%A1%C2%BB%E2%80%A1t", "title|tiếng việt\n", "encoding-repaired"},
		{"a ligature", "title=of%C3%AF%C2%AC%C2%81ce", "title|ofﬁce\n", "encoding-repaired"},
		{"halves of a letter with a dash between", "title=%C3%83-%C2%A9", "title|Ã-©\n", ""},
		{"a letter that is no half beside two that are", "title=Caf%C3%83%C2%A9%20%C5%81", "title|CafÃ© Ł\n", ""},
		{"two first halves", "title=%C3%83%C3%82", "title|ÃÂ\n", ""},
		{"letters of Syriac, alone and beside a mark", "title=M%C3%9C%E2%84%A2%20M%C3%9C%E2%84%A2%C3%9C%C2%BB%20M%C3%9C%C2%BB%C3%9C%E2%84%A2", "title|MÜ™ MÜ™Ü» MÜ»Ü™\n", ""},
		{"a letter with an accent alone", "title=An%20%C3%85%E2%80%9A%20B", "title|An Å‚ B\n", ""},
		{"the same between lines", "title=An%20%7C%C3%85%E2%80%9A%7C%20B", "title|An |Å‚| B\n", ""},
		{"a letter of phonetic script", "title=caf%C3%89%E2%80%99s", "title|cafÉ’s\n", ""},
		{"a capital in a word", "title=weir%C3%84%E2%80%9As", "title|weirÄ‚s\n", ""},
		{"Greek", "title=%C3%8E%E2%84%A2%C3%8F%C6%92%C3%8F%E2%80%9E%C3%8E%C2%BF%C3%8F%C2%81%C3%8E%C2%AF%C3%8E%C2%B1", "title|Ιστορία\n", "encoding-repaired"},
		{"an apostrophe after a capital with an accent is not half of a letter", "title=CAF%C3%89%E2%80%99S", "title|CAFÉ’S\n", ""},
		{"so are quotation marks", "title=M%C3%9C%C2%BB%20%C2%AB%C3%96", "title|MÜ» «Ö\n", ""},
		{"accents after their letters", "title=Flu%C2%A8sse,%20le%20franc%C2%B8ais,%20an%CB%9Co,%20Dvor%CB%87ak", "title|Flüsse, le français, año, Dvořak\n", "encoding-repaired"},
		{"an acute one after the letter in a name", "aulast=Rodr%C4%B1%C2%B4guez%20Sa%C2%B4nchez", "aulast|Rodríguez Sánchez\n", "encoding-repaired"},
		{"an acute accent for an apostrophe", "title=We%C2%B4re%20here:%20L%C2%B4%C3%A9t%C3%A9,%20the%20Mu%C2%B4tazila,%205%C2%B4", "title|We´re here: L´été, the Mu´tazila, 5´\n", ""},
		{"the same in names", "aulast=d%C2%B4Alembert%20O%C2%B4Neill%20al-Ma%C2%B4arri%20N%C2%B4Diaye", "aulast|d´Alembert O´Neill al-Ma´arri N´Diaye\n", ""},
		{"the whole query encoded", "genre%3Dbook%26title%3DDune%2520II", "genre|book\ntitle|Dune II\n", "encoding-repaired"},
		{"the whole query encoded twice", "genre%253Dbook%2526title%253DDune", "genre|book\ntitle|Dune\n", "encoding-repaired"},
		{"separators escaped for HTML", "genre=book&amp;title=Dune&amp;amp=1", "genre|book\ntitle|Dune\n", "encoding-repaired"},
		{"every value encoded twice", "ctx_enc=info%253Aofi%252Fenc%253AUTF-8&rft.atitle=Fear%253A+a+note", "atitle|Fear: a note\n", "encoding-repaired encoding-repaired"},
		{"only the values that were encoded twice are repaired", "rfr_id=info%253Asid%252Fx&title=Dune", "title|Dune\n", "encoding-repaired"},
		{"only a repeated rfr_id encoded twice", "rfr_id=info:sid%252Fx&rfr_id=info:sid%2Fx&title=50%2525", "title|50%25\n", ""},
		{"an escaped percent sign is no reason", "atitle=Al-%25Mg+alloys", "atitle|Al-%Mg alloys\n", ""},
		{"one value encoded twice", "rft.btitle=Resource%2520Title", "btitle|Resource Title\n", "encoding-repaired"},
		{"unescaped ampersand in a title", "title=Household+&+Personal+Products&volume=58", "title|Household & Personal Products\nvolume|58\n", "ampersand-glued"},
		{"words before an equals sign are not a key", "title=Worms+&+a+(title=Dune", "title|Worms & a (title=Dune\n", "ampersand-glued"},
		{"with the equals sign that a proxy adds", "title=Household+&+Personal+Products=&volume=58", "title|Household & Personal Products\nvolume|58\n", "ampersand-glued"},
		{"an entity cut at its ampersand", "atitle=Th&eacute;&acirc;tre&date=2017", "atitle|Théâtre\ndate|2017\n", "ampersand-glued"},
		{"an entity that is named as a key is", "atitle=On+&part;=3&date=2017", "atitle|On ∂=3\ndate|2017\n", "ampersand-glued"},
		{"a source's own key with a digit, after a blank", "title=Dune&+loc2=x", "title|Dune\n", ""},
		{"a source's own key after a sign that shows nothing", "title=Dune&%E2%80%8Bshelf=12", "title|Dune\n", ""},
		{"the key of another work before a wide sign", "title=Dune&rfe.btitle＝Emma", "title|Dune\n", ""},
		{"an equals sign after an ampersand", "title=Why+&=x+of+y", "title|Why &=x of y\n", "ampersand-glued"},
		{"a word too long for a key", "title=On+&" + strings.Repeat("a", 61) + "=x", "title|On &" + strings.Repeat("a", 61) + "=x\n", "ampersand-glued"},
		{"Primo's keys of providers", "title=Dune&rft_<id>=1&rft.<id>=2", "title|Dune\n", ""},
		{"a source's own key with a digit", "title=Dune&loc2=x", "title|Dune\n", ""},
		{"a brace before an equals sign", "title=Sets+&{x}=3", "title|Sets &{x}=3\n", "ampersand-glued"},
		{"brackets before an equals sign", "title=Sets+&f(x)=3", "title|Sets &f(x)=3\n", "ampersand-glued"},
		{"a sign before an equals sign", "title=Sets+&x<y=3", "title|Sets &x<y=3\n", "ampersand-glued"},
		{"a digit before an equals sign", "title=Sets+&2x=3", "title|Sets &2x=3\n", "ampersand-glued"},
		{"a digit after a blank", "title=1st+&+2nd=half", "title|1st & 2nd=half\n", "ampersand-glued"},
		{"an administrative key cut short at the end", "title=Dune&url_ve", "title|Dune\n", "truncated-dropped"},
		{"an old key cut short at the end", "title=Dune&volu", "title|Dune\n", "truncated-dropped"},
		{"one letter at the end", "title=Plan&b", "title|Plan&b\n", "ampersand-glued"},
		{"one letter that prefixes begin with", "title=R&r", "title|R&r\n", "ampersand-glued"},
		{"a word in capitals that is a key", "title=Time&Date", "title|Time&Date\n", "ampersand-glued"},
		{"keys without a value that mean nothing for the item", "title=Dune&rft.shelf&rft_shelf&url_tim&_shelf&email&date=1965", "title|Dune\ndate|1965\n", ""},
		{"words between ampersands", "title=Time&culture&date=1965", "title|Time&culture\ndate|1965\n", "ampersand-glued"},
		{"an underscore for a word", "title=Fill+in&_+blank&date=1965", "title|Fill in&_ blank\ndate|1965\n", "ampersand-glued"},
		{"a colon after a word that is a key", "title=Dune+&+title:+Emma=x", "title|Dune & title: Emma=x\n", "ampersand-glued"},
		{"two words that are a key", "title=Food+&+book+title=x", "title|Food & book title=x\n", "ampersand-glued"},
		{"a key in wide letters", "title=Dune&ｉｓｂｎ=0306406152", "title|Dune\nisbn|0306406152\n", ""},
		{"a word with the equals sign that a proxy adds", "title=Household+&+products=&volume=58", "title|Household & products\nvolume|58\n", "ampersand-glued"},
		{"a key torn from its prefix, before a colon", "title=Dune&rft.+volume:+35=x", "title|Dune&rft. volume: 35=x\n", "ampersand-glued"},
		{"the beginning of a key between ampersands", "title=Ready&se&date=1965", "title|Ready&se\ndate|1965\n", "ampersand-glued"},
		{"the beginning of a key alone", "se", "", ""},
		{"an ampersand escaped for HTML before a word", "title=AT&amp;T", "title|AT&T\n", "ampersand-glued"},
		{"an ampersand escaped for HTML before a bracket", "title=Sets+&amp;(b)=c", "title|Sets &(b)=c\n", "ampersand-glued"},
		{"an equals sign that is escaped", "title=Dune&volume%3D3&date=1965", "title|Dune&volume=3\ndate|1965\n", "ampersand-glued"},
		{"a list's index that is not closed", "title=Sets+&part[0=1", "title|Sets &part[0=1\n", "ampersand-glued"},
		{"a list's index that is no number", "title=Sets+&part[x]=1", "title|Sets &part[x]=1\n", "ampersand-glued"},
		{"two repairs of one value", "title=It%u2019s&+so", "title|It’s& so\n", "encoding-repaired ampersand-glued"},
		{"a question mark in a query that is encoded", "title%3DWhy?%26date%3D1999", "title|Why?\ndate|1999\n", "encoding-repaired"},
		{"the whole query encoded in small letters", "genre%3dbook%26title%3dDune", "genre|book\ntitle|Dune\n", "encoding-repaired"},
		{"a key without a value after a question mark", "title=Which?volume&date=1965", "title|Which?volume\ndate|1965\n", ""},
		{"another word before an equals sign after a question mark", "title=Is+it?because=so&date=1965", "title|Is it?because=so\ndate|1965\n", ""},
		{"a key without a value after a semicolon", "title=Dune;volume", "title|Dune;volume\n", ""},
		{"another word after a semicolon", "title=Dune;x=1", "title|Dune;x=1\n", ""},
		{"text after a pair of the patron's", "title=Dune&req_id=1&Jane+D", "title|Dune\n", "personal-dropped"},
		{"a usual key of the patron's", "title=Dune&user_ip=192.0.2.7", "title|Dune\n", "personal-dropped"},
		{"an entity properly escaped", "pub=Kapadia+%26amp%3B+Sons", "pub|Kapadia & Sons\n", ""},
		{"an entity is unescaped once", "pub=A+%26amp%3Bamp%3B+B", "pub|A &amp; B\n", ""},
		{"an ampersand that begins no entity", "pub=R%26D;+AT%26T", "pub|R&D; AT&T\n", ""},
		{"private keys are keys", "title=Dune&__charset=utf8&_service_type=x", "title|Dune\n", ""},
		{"a key without a value", "title=Dune&volume&date=1965", "title|Dune\ndate|1965\n", ""},
		{"a key cut short at the end", "rft.btitle=Dune&rft.pu", "btitle|Dune\n", "truncated-dropped"},
		{"a prefix cut short at the end", "rft.btitle=Dune&rf", "btitle|Dune\n", "truncated-dropped"},
		{"a value cut short that stands whole elsewhere", "title=The+blind+assassin&rft.btitle=x&rft.title=The+bl", "btitle|x\ntitle|The blind assassin\n", "truncated-dropped"},
		{"a title that begins another under the same key", "rft.title=The+blind+assassin&rft.title=The+bl", "title|The blind assassin|The bl\n", ""},
		{"the same title under both keys", "title=Dune&rft.title=Dune", "title|Dune|Dune\n", ""},
		{"marks that WorldCat lost", "sid=OCLC:WorldCat&btitle=Damia?o", "btitle|Damiao\n", "encoding-repaired"},
		{"the same, in lower case", "sid=worldcat&btitle=Damia?o", "btitle|Damiao\n", "encoding-repaired"},
		{"and in capitals", "sid=WORLDCAT&btitle=Damia?o", "btitle|Damiao\n", "encoding-repaired"},
		{"a question mark of another source", "sid=Alma&btitle=Damia?o", "btitle|Damia?o\n", ""},
		{"half an escape at the end", "rft.place=London+%3", "place|London \n", ""},
		{"a word cut off at the end", "title=Arts+&+Letters", "title|Arts & Letters\n", "ampersand-glued"},
		{"&& by accident", "isbn=1&&title=Dune&atitle=Spice", "atitle|Spice\ntitle|Dune\nisbn|1\n", ""},
		{"&& between two objects", "genre=book&title=Dune&&genre=book&title=Emma", "genre|book\ntitle|Dune\n", "object-ignored"},
		{"JavaScript escapes", "title=It%u2019s+%uD83D%uDCDA", "title|It’s 📚\n", "encoding-repaired"},
		{"JSON escapes", `title=Travellin\u2019+Mama`, "title|Travellin’ Mama\n", "encoding-repaired"},
		{"LaTeX is not JSON", `atitle=On+\upsilon+decay`, "atitle|On \\upsilon decay\n", ""},
		{"Windows-1252 bytes", "atitle=Japan%92s+Low", "atitle|Japan’s Low\n", "encoding-repaired"},
		{"Latin-1 declared", "ctx_enc=info:ofi/enc:ISO-8859-1&btitle=M%E9xico", "btitle|México\n", "encoding-repaired"},
		{"Latin-2 declared as SFX does", "__char_set=iso-8859-2&title=Brod%F9", "title|Brodů\n", "encoding-repaired"},
		{"an old link encoded twice, by its source", "sid=Ovid%253Amedline&title=50%2525+ingenuity", "title|50% ingenuity\n", "encoding-repaired encoding-repaired"},
		{"a prefix alone", "rft=1&rft.=2&title=Dune", "title|Dune\n", ""},
		{"a key that begins like a prefix", "rftbtitle=Emma&title=Dune", "title|Dune\n", ""},
		{"Big5 declared", "ctx_enc=info:ofi/enc:Big5&btitle=%A4%A4%A4%E5", "btitle|中文\n", "encoding-repaired"},
		{"what escape() of JavaScript sends, with a charset", "ctx_enc=info:ofi/enc:ISO-8859-1&btitle=M%E9moires+d%u2019un+apiculteur", "btitle|Mémoires d’un apiculteur\n", "encoding-repaired"},
		{"UTF-8 although Latin-1 is declared", "ctx_enc=info:ofi/enc:ISO-8859-1&btitle=M%C3%A9xico", "btitle|México\n", ""},
		{"one bad byte among good ones", "btitle=%C3%89t%E9", "btitle|Été\n", "encoding-repaired"},
		{"UTF-8 taken for Windows-1252 and encoded again", "btitle=Caf%C3%83%C2%A9", "btitle|Café\n", "encoding-repaired"},
		{"accents apart from their letters", "aulast=Bronte%CC%88", "aulast|Brontë\n", ""},
		{"values that say nothing", "title=,&au=-&date=uuuu&issue=issue&pub=n%2Fa&volume=null&isbn=+", "", "placeholder-dropped placeholder-dropped placeholder-dropped placeholder-dropped"},
		{"template residue", "rft.month={rft.month}&rft.au={rft.aulast},{rft.aufirst}&rft.series={{seriestitle}}&rft_id=info:eric/((addata/eric}}&title=<?php+x?>", "", "placeholder-dropped placeholder-dropped placeholder-dropped placeholder-dropped placeholder-dropped"},
		{"braces of LaTeX and brackets of chemistry are text", `atitle=x_{n}+in+\mathbb{R}+and+((2R)-methyl)`, "atitle|x_{n} in \\mathbb{R} and ((2R)-methyl)\n", ""},
		{"an imprint not known, the brackets shared", "place=%5BS.l.+%3A&pub=s.n.%5D%2C", "", "placeholder-dropped placeholder-dropped"},
		{"S. N. may be a person's", "aulast=Doe&auinit=S.N.", "aulast|Doe\nauinit|S.N.\n", ""},
		{"the citing work is another", "rft.btitle=Dune&rfe.btitle=Emma&rfe.isbn=0306406152", "btitle|Dune\n", ""},
		{"but rfe_dat may hold the OCLC number", "rfe_dat=44786349", "rfe_dat|44786349\n", ""},
		{"source is a template's own, rft.source Dublin Core's", "source=Primo&rft.source=The+Review", "source|The Review\n", ""},
		{"by reference", "url_ctx_ref=http%3A%2F%2Fexample.org%2Fx", "", "reference-ignored"},
		{"by value, encoded twice", "url_ctx_fmt=info:ofi/fmt:kev:mtx:ctx&url_ctx_val=%26rft.btitle%3DBees%2B%2526%2BAnts%26rft_id%3Durn%253AISBN%253A1", "btitle|Bees & Ants\nid|urn:ISBN:1\n", ""},
		{"no XML", "url_ctx_fmt=info:ofi/fmt:xml:xsd:ctx&url_ctx_val=%3Ca%3E%3Cb", "", "xml-unreadable"},
		{"nothing", "", "", ""},
		{"only noise", "&&&=&?", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			co := openurl.Parse(tt.query)
			if diff := cmp.Diff(tt.want, fields(co)); diff != "" {
				t.Errorf("fields (-want +got):\n%s", diff)
			}
			if got := codes(co.Warnings); got != tt.warnings {
				t.Errorf("warnings: got %q, want %q", got, tt.warnings)
			}
		})
	}
}

func TestVersion(t *testing.T) {
	for query, want := range map[string]string{
		"title=Dune": "0.1", "url_ver=Z39.88-2004&title=Dune": "1.0", "ctx_ver=Z39.88-2004": "1.0", "rft.title=Dune": "1.0", "rft_id=x": "1.0", "sid=a:b": "0.1",
		"openurl=resolver.example.edu/?url_ver=Z39.88-2004&title=Dune": "1.0",
		"rfe.btitle=Emma": "1.0", "url_tim=2026-11-28": "0.1", "ctx_tim=2026-11-28": "0.1",
	} {
		if got := openurl.Parse(query).Version; got != want {
			t.Errorf("%s: got %s, want %s", query, got, want)
		}
	}
}

func TestSource(t *testing.T) {
	tests := []struct{ name, query, want string }{
		{"rfr_id", "rfr_id=info%3Asid%2Fprimo.exlibrisgroup.com-01UNI", "primo.exlibrisgroup.com-01UNI"},
		{"sid", "sid=EBSCO:PsycINFO", "EBSCO:PsycINFO"},
		{"sid in the form of rfr_id", "sid=info:sid/sersol:RefinerQuery", "sersol:RefinerQuery"},
		{"both", "sid=a:b&rfr_id=info:sid/c.org:d", "c.org:d"},
		{"a rfr_id cut short", "sid=FirstSearch%3AWorldCat&rfr_id=info%3Asid%2Ffirstsearch", "FirstSearch:WorldCat"},
		{"a template put a DOI in front", "rfr_id=info:doi/info%3Asid%2Fprimo.exlibrisgroup.com", "primo.exlibrisgroup.com"},
		{"VuFind names itself in id", "id=info:sid/Example-Vufind", "Example-Vufind"},
		{"somebody's address is not a system's name", "rfr_id=info:sid/jane.doe@example.edu", ""},
		{"a rfr_id that is a person's", "sid=a:b&rfr_id=jdoe@x", "a:b"},
		{"a longer sid that is another", "sid=example.org:catalogue&rfr_id=info:sid/c.org:d", "c.org:d"},
		{"empty", "sid=&rfr_id=", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := openurl.Parse(tt.query).Source; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestPersonal: what may identify the patron is neither kept nor written.
func TestPersonal(t *testing.T) {
	const secret = "s3cret"
	for _, query := range []string{
		"req_id=" + secret, "req.email=" + secret, "svc_dat=" + secret, "res_id=" + secret, "user_ip=" + secret, "PI=" + secret,
		"pid=%3Cfssessid%3E" + secret + "%3C%2Ffssessid%3E%3Cedition%3E1st%3C%2Fedition%3E",
		"pid=%3Cfssessid%3E" + secret, "pid=%3Cfssessid%3E" + secret + "%3C%2Ffssessid", "pid=fssessid:" + secret,
		"url_ctx_val=<context-object><referent><title>Dune</title><user_id>" + secret + "</user_id></referent></context-object>",
		"rft_ref=http%3A%2F%2Fexample.org%2F12.xml%3Fkey%3D" + secret,
		"title=Dune&req_id=a&" + secret, "url_ctx_val=req_id%3D" + secret + "%26rft.title%3DDune",
	} {
		co := openurl.Parse(query)
		for _, p := range co.Pairs {
			if strings.Contains(p.Value+p.Raw, secret) {
				t.Errorf("%s: kept in %+v", query, p)
			}
		}
		if strings.Contains(co.Query(), secret) {
			t.Errorf("%s: written as %s", query, co.Query())
		}
	}
}

// A value whose parts were joined is shown as it is read in the end.
func TestWarningShowsTheRepairedValue(t *testing.T) {
	want := warning.List{
		{Code: warning.AmpersandGlued, Field: "btitle", Detail: "Cafés & taverns"},
		{Code: warning.AmpersandGlued, Field: "pub", Detail: "Pym & Roe"},
	}
	co := openurl.Parse("btitle=Caf&eacute;s+&amp;+taverns&pub=Pym+&amp;+Roe&date=1993")
	if diff := cmp.Diff(want, co.Warnings); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestFirstKey: a key is kept as it was sent, without what is in front of the query.
func TestFirstKey(t *testing.T) {
	for query, want := range map[string]string{
		"BTitle=Dune": "BTitle", "https://resolver.example.edu/openurl?vid=1": "vid", "openurl=resolver.example.edu/?genre=book": "genre",
		"shelf=s1&title=50%253D": "shelf",
	} {
		if got := openurl.Parse(query).Pairs[0].Key; got != want {
			t.Errorf("%s: got %q, want %q", query, got, want)
		}
	}
}

// TestRaw: the inspection shows each pair as it came.
func TestRaw(t *testing.T) {
	co := openurl.Parse("title=Arts+&+Letters&date=1999")
	var raw []string
	for _, p := range co.Pairs {
		raw = append(raw, p.Raw)
	}
	if diff := cmp.Diff([]string{"title=Arts+&+Letters", "date=1999"}, raw); diff != "" {
		t.Error(diff)
	}
}
