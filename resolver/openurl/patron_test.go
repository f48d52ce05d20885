package openurl_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"lendlink/resolver/openurl"
)

// patronKeys are keys under which sources, proxies and library systems send who the
// patron is.
var patronKeys = strings.Fields(`
	req req_id req_dat req_val req_val_fmt req_ref req_ref_fmt req.id req.email req.name req.user req.emailAddress req.institution
	req.language req.ip svc svc_id svc_dat svc_val svc_val_fmt svc_ref svc.fulltext svc.user res res_id res_dat res_val res_val_fmt
	res_ref res.user user userid user_id user-id user.id username user_name user_ip userip user_email useremail user_type usr uid
	uname netid net_id login loginid login_id patron patronid patron_id patron_name patron_barcode patron_email patron_type borrower
	borrower_id borrowernumber requester requester_id requestor email e-mail mail email_address phone phone_number telephone ip
	ip_address client_ip remote_addr remote_user x-forwarded-for session sessionid session_id sess_id jsessionid phpsessid
	ASP.NET_SessionId fssessid session_key cookie ticket cas_ticket token access_token auth_token id_token jwt SAMLResponse api_key
	password passwd pwd pin barcode cardnumber card_number library_card member_id student_id staff_id eppn shib_user pi rk pds_handle
	rft.user_id rft.email rft_req_id patron_home_library borrower_group requester_unit requestor_unit session_data jsession_node
	alma_user_id alma_username proxy_user_ip alma_email my_session_id db_password site_token old_barcode proxy_ip_address campus_netid`)

// spellings are ways in which a pair comes after another.
var spellings = []struct {
	name  string
	write func(key, value string) string
}{
	{"plain", func(k, v string) string { return "&" + k + "=" + v }},
	{"capitals", func(k, v string) string { return "&" + strings.ToUpper(k) + "=" + v }},
	{"a blank before", func(k, v string) string { return "& " + k + "=" + v }},
	{"a blank before, as a plus", func(k, v string) string { return "&+" + k + "=" + v }},
	{"a blank before, escaped", func(k, v string) string { return "&%20" + k + "=" + v }},
	{"a blank after", func(k, v string) string { return "&" + k + " =" + v }},
	{"a blank after, escaped, and one in front of the value", func(k, v string) string { return "&" + k + "%20=+" + v }},
	{"a tab", func(k, v string) string { return "&%09" + k + "=" + v }},
	{"a line break", func(k, v string) string { return "&%0D%0A" + k + "=" + v }},
	{"a line break for a separator", func(k, v string) string { return "%0D%0A" + k + "=" + v }},
	{"a NUL", func(k, v string) string { return "&%00" + k + "=" + v }},
	{"a no-break space", func(k, v string) string { return "&%C2%A0" + k + "=" + v }},
	{"a byte order mark", func(k, v string) string { return "&%EF%BB%BF" + k + "=" + v }},
	{"a byte order mark, raw", func(k, v string) string { return "&\ufeff" + k + "=" + v }},
	{"a zero-width space", func(k, v string) string { return "&%E2%80%8B" + k + "=" + v }},
	{"a soft hyphen inside", func(k, v string) string { return "&" + k[:1] + "%C2%AD" + k[1:] + "=" + v }},
	{"a bidi override", func(k, v string) string { return "&%E2%80%AE" + k + "%E2%80%AC=" + v }},
	{"the equals sign escaped", func(k, v string) string { return "&" + k + "%3D" + v }},
	{"the equals sign escaped twice", func(k, v string) string { return "&" + k + "%253d" + v }},
	{"a letter escaped", func(k, v string) string { return "&" + escapeFirst(k, "%") + "=" + v }},
	{"a letter escaped twice", func(k, v string) string { return "&" + escapeFirst(k, "%25") + "=" + v }},
	{"a letter escaped five times", func(k, v string) string { return "&" + escapeFirst(k, "%25252525") + "=" + v }},
	{"a letter escaped by JavaScript", func(k, v string) string { return "&" + escapeFirst(k, "%u00") + "=" + v }},
	{"a letter escaped by JavaScript, the whole pair escaped", func(k, v string) string { return "%26" + escapeFirst(k, "%25u00") + "%3D" + v }},
	{"a letter as an entity", func(k, v string) string { return fmt.Sprintf("&#%d;%s=%s", k[0], k[1:], v) }},
	{"fillers of Hangul", func(k, v string) string { return "&\u115f" + k + "\u1160=" + v }},
	{"wide letters", func(k, v string) string { return "&" + wide(k) + "=" + v }},
	{"a wide equals sign", func(k, v string) string { return "&" + k + "＝" + v }},
	{"an escaped separator", func(k, v string) string { return "&amp;" + k + "=" + v }},
	{"a separator escaped as a number", func(k, v string) string { return "&#38;" + k + "=" + v }},
	{"wide signs", func(k, v string) string { return "＆" + k + "＝" + v }},
	{"a wide semicolon", func(k, v string) string { return "；" + k + "=" + v }},
	{"a wide question mark", func(k, v string) string { return "？" + k + "=" + v }},
	{"a wide number sign", func(k, v string) string { return "＃" + k + "=" + v }},
	{"a wide line", func(k, v string) string { return "｜" + k + "=" + v }},
	{"small signs", func(k, v string) string { return "﹠" + k + "﹦" + v }},
	{"a wide percent sign", func(k, v string) string { return "＆" + k + "％3D" + v }},
	{"the whole pair escaped with wide percent signs", func(k, v string) string { return "％26" + k + "％3D" + v }},
	{"a raised equals sign", func(k, v string) string { return "&" + k + "⁼" + v }},
	{"the whole pair escaped, with a wide equals sign", func(k, v string) string { return "%26" + k + "%EF%BC%9D" + v }},
	{"a wide blank for a separator", func(k, v string) string { return "%E3%80%80" + k + "=" + v }},
	{"a line separator of Unicode's", func(k, v string) string { return "%E2%80%A8" + k + "=" + v }},
	{"a next-line character", func(k, v string) string { return "%C2%85" + k + "=" + v }},
	{"in a list", func(k, v string) string { return "&params[" + k + "]=" + v }},
	{"in a list, with a blank after", func(k, v string) string { return "%26params[" + k + "]%20=" + v }},
	{"in quotes after a word", func(k, v string) string { return "%20%22" + k + "%22=" + v }},
	{"a closed bracket for a separator", func(k, v string) string { return ")" + k + "=" + v }},
	{"quotes", func(k, v string) string { return "&%22" + k + "%22=" + v }},
	{"a list's index", func(k, v string) string { return "&" + k + "[0]=" + v }},
	{"a question mark", func(k, v string) string { return "&?" + k + "=" + v }},
	{"a question mark for a separator", func(k, v string) string { return "?" + k + "=" + v }},
	{"a semicolon for a separator", func(k, v string) string { return ";" + k + "=" + v }},
	{"the whole pair escaped", func(k, v string) string { return "%26" + k + "%3D" + v }},
	{"the whole pair escaped twice", func(k, v string) string { return "%2526" + k + "%253D" + v }},
	{"after a word of the title", func(k, v string) string { return "& Letters&" + k + "=" + v }},
	{"an element of XML", func(k, v string) string { return "&<" + k + ">" + v + "</" + k + ">" }},
	{"an element of XML, escaped", func(k, v string) string { return "%3C" + k + "%3E" + v + "%3C%2F" + k + "%3E" }},
	{"an identity sign", func(k, v string) string { return "&" + k + "%E2%89%A1" + v }},
	{"letters of Cyrillic", func(k, v string) string { return "&" + cyrillic.Replace(k) + "=" + v }},
	{"letters of Cyrillic, the whole pair escaped", func(k, v string) string { return "%26" + url.QueryEscape(cyrillic.Replace(k)) + "%3D" + v }},
	{"an accent", func(k, v string) string { return "&" + k[:1] + "\u0301" + k[1:] + "=" + v }},
	{"a line break before the separator", func(k, v string) string { return "%26" + k + "%0D%0A%3D" + v }},
	{"after a prefix with a colon", func(k, v string) string { return "%26x:" + k + "%3D" + v }},
	{"after another key", func(k, v string) string { return "%20to%3D" + k + "%3D" + v }},
	{"the end of an entity", func(k, v string) string { return "&" + k + ";=" + v }},
	{"the end of an entity, escaped", func(k, v string) string {
		if k == "pi" { // which is the number's
			return ""
		}
		return "%26" + k + ";%3D" + v
	}},
	{"a zero-width space for a separator", func(k, v string) string { return "%E2%80%8B" + k + "=" + v }},
	{"a mark of order for a separator", func(k, v string) string { return "\u200e" + k + "=" + v }},
	{"with more of the value after", func(k, v string) string { return "& " + k + "=a&" + v }},
}

// colonSpellings are those of keys that are not words of titles.
var colonSpellings = []func(key, value string) string{
	func(k, v string) string { return "&" + k + ":" + v },
	func(k, v string) string { return "& " + k + "%3A" + v },
	func(k, v string) string { return "& " + k + ": " + v },
	func(k, v string) string { return "%26" + k + ":" + v },
	func(k, v string) string { return "%26" + k + "%0A:" + v },
	func(k, v string) string { return "&" + k + "∶" + v },
}

// cyrillic writes a key with letters that look like its own.
var cyrillic = strings.NewReplacer("e", "е", "o", "о", "i", "і", "a", "а")

func escapeFirst(key, escape string) string {
	const hex = "0123456789ABCDEF"
	return escape + string([]byte{hex[key[0]>>4], hex[key[0]&15]}) + key[1:]
}

func wide(s string) string {
	return strings.Map(func(r rune) rune {
		if '!' <= r && r <= '~' {
			return r - '!' + '！'
		}
		return r
	}, s)
}

// holds reports where a secret is in what is kept of a link.
func holds(co *openurl.ContextObject, secret string) string {
	for _, p := range co.Pairs {
		if strings.Contains(p.Value+p.Raw, secret) && (p.Personal || p.Field != openurl.NoField) {
			return p.Key + "=" + p.Value
		}
	}
	for _, w := range co.Warnings {
		if strings.Contains(w.Field+w.Detail, secret) {
			return string(w.Code) + ": " + w.Detail
		}
	}
	if strings.Contains(co.Source, secret) {
		return "the source"
	}
	return ""
}

// TestPatronKeys: however a key about the patron is spelled, and whatever is before
// it, its value is not kept.
func TestPatronKeys(t *testing.T) {
	const secret = "s3cret"
	check := func(link, spelling string) {
		t.Helper()
		if where := holds(openurl.Parse(link), secret); where != "" {
			t.Errorf("%s: %s: kept in %s", spelling, link, where)
		}
	}
	for _, key := range patronKeys {
		for _, s := range spellings {
			check("rft.genre=book&rft.btitle=Arts"+s.write(key, secret)+"&rft.date=1999", s.name)
			check("rft.genre=book&rft.btitle=Arts"+s.write(key, secret), s.name)
			check("url_ctx_val="+url.QueryEscape("rft.btitle=Arts"+s.write(key, secret)), s.name)
		}
	}
	check("rft.btitle=Arts%C2%85user:+"+secret, "a line break beyond ASCII")
	check("rft.btitle=Arts%E2%80%A8user:+"+secret, "a line separator of Unicode's")
	check("rft.btitle=Arts%E2%80%A9user:+"+secret, "a paragraph separator of Unicode's")
	check("rft.btitle=Caf%C3%A9%0Auser:+"+secret, "a line break in a title that is not ASCII")
	check("rft.pub=user:+"+secret+";+Weir+Press", "a colon at the beginning of what is no title")
	check("rft.btitle=user+id%3D"+secret, "two words at the beginning of a title")
	for _, key := range strings.Fields(`req_id req.email svc_dat res_id user_ip userid user patron session ticket email mail
		jsessionid uid netid barcode phone pin card student firstname`) {
		for _, write := range colonSpellings {
			check("rft.btitle=Arts"+write(key, secret)+"&rft.date=1999", "a colon")
		}
	}
}

// TestColonBeforePatron: what follows a ":" as a name, login or number would is not
// kept, though the word before it may be a title's.
func TestColonBeforePatron(t *testing.T) {
	for _, piece := range []string{
		"user: jdoe", "user:jdoe", "User: Jane Doe", "login: Jane de la Cruz", "patron: 12345", "email: jane at example.edu 7",
		"phone: 555 1234", "phone:unlisted", "student: s1234567", "lastname: Doe", "req: Jane Doe",
		"user_id: Jane and Joan",
	} {
		for _, sent := range []string{"&" + piece, "& " + piece, "%26" + piece} {
			if got := openurl.Parse("rft.btitle=Arts" + strings.ReplaceAll(sent, " ", "+") + "&rft.date=1999").Get(openurl.BTitle); got != "Arts" {
				t.Errorf("%s: title %q", sent, got)
			}
		}
	}
}

// TestPatronInBracket: in brackets what looks like a login, a number or an address goes.
func TestPatronInBracket(t *testing.T) {
	for _, bracket := range []string{"(user: jdoe)", "[user_id: 12345]", "(email: jane@example.edu)", "(card: 1234567)", "{userid: jdoe}", "(remote_user: jdoe)"} {
		if got := openurl.Parse("rft.btitle=Arts+" + strings.ReplaceAll(bracket, " ", "+") + "+and+Letters").Get(openurl.BTitle); got != "Arts  and Letters" {
			t.Errorf("%s: title %q", bracket, got)
		}
	}
}

// TestTitlesWithAmpersands: words of titles are not taken for keys about the patron.
func TestTitlesWithAmpersands(t *testing.T) {
	for _, title := range []string{
		"Theory & Research", "Theory & Resources Quarterly", "Research & Requirements: a guide", "Policy & Service = Politique et service",
		"Adv. Sci. & Res.",
		"Students & Teachers: essays", "Design & User Studies: a reader", "Time & Session Work", "Mail & Guardian", "Travel & Phone: essays",
		"Dune (user: a study)", "Design (User: interfaces)", "Encyclopedia (mail: art)", "My token (e-mail: essays)", "Property (IP): law & policy",
		"User: interfaces) and (others)", "(!) Mail: 100 letters (1912)",
		"The sign <user", "The <user> and <password> elements", "Smile (: a study", "Design (user: Interfaces)", "Design (user: people online)",
		"Design & User Type: essays on letters", "Cicero & Res Publica: a study", "Sci. & Res.Technol.",
		"A ≡ B", "The <user> element", "ТК & ГК: комментарий", "Сеть & сервис: введение",
		"Design & User: a study", "Arts & Patron: the Medici in Florence", "Poverty & Student: essays", "Letters & E-mail: how we write",
		"Dune; user: a study", "Netzwerk & Session: ein Handbuch", "Patron & Artist", "Supply & Demand", "Users & Uses", "E & m=mc2", "Arts & Letters",
	} {
		if got := openurl.Parse("rft.btitle=" + strings.ReplaceAll(title, " ", "+") + "&rft.date=1999").Get(openurl.BTitle); got != title {
			t.Errorf("%q became %q", title, got)
		}
	}
}

// TestTitleBeforePatron: what a title has before such a pair is left as it is.
func TestTitleBeforePatron(t *testing.T) {
	for _, title := range []string{"50%z1, 5%1z, Menu0041, %x0041 and %uzzzz", "نامه\u200cها", "क्\u200dष"} {
		if got := openurl.Parse("rft.btitle=" + url.QueryEscape(title+"&user=jdoe")).Get(openurl.BTitle); got != title {
			t.Errorf("%q became %q", title, got)
		}
	}
}

// TestPatronInTextForm: a form that is sent as text/plain has a pair on each line.
func TestPatronInTextForm(t *testing.T) {
	const secret = "s3cret"
	for _, contentType := range []string{"text/plain", "text/plain; charset=utf-8", "application/x-www-form-urlencoded", ""} {
		for _, key := range patronKeys {
			co := openurl.Parse(openurl.Join("", contentType, []byte("rft.btitle=Arts\r\n"+key+"="+secret+"\r\nrft.date=1999\r\n")))
			if where := holds(co, secret); where != "" {
				t.Errorf("%s: %s: kept in %s", contentType, key, where)
			}
			if got := co.Get(openurl.BTitle); got != "Arts" {
				t.Errorf("%s: %s: title %q", contentType, key, got)
			}
		}
	}
}

// TestCleanSource: what may be about the patron is cut from a source's name, and
// names that only look as if it held such are left whole.
func TestCleanSource(t *testing.T) {
	tests := []struct{ source, want string }{
		{"primo.exlibrisgroup.com-01UNI", "primo.exlibrisgroup.com-01UNI"},
		{"ProQuest Dissertations & Theses Global", "ProQuest Dissertations & Theses Global"},
		{"EBSCO:MLA International Bibliography", "EBSCO:MLA International Bibliography"},
		{"info:sid/Elsevier:SD", "Elsevier:SD"},
		{"ex:db?user=jdoe", "ex:db"},
		{"ex:db%3Fuser=jdoe", "ex:db"},
		{"ex:db%253Fuser%253Djdoe", "ex:db"},
		{"ex:db;jsessionid=ABC", "ex:db"},
		{"ex:db&user=jdoe", "ex:db"},
		{"ex:db & user = jdoe", "ex:db"},
		{"ex:db&amp;user=jdoe", "ex:db"},
		{"ProQuest Dissertations & Theses Global&accountid=7", "ProQuest Dissertations & Theses Global"},
		{"ex:user=jdoe", "ex"},
		{"ex=db", "ex=db"},
		{"Arts & Letters, vol=2", "Arts & Letters, vol=2"},
		{strings.Repeat("a", 600), strings.Repeat("a", 500)},
		{"ex:db user=jdoe", "ex:db"},
		{"ex:db user:jdoe", "ex:db"},
		{"user:jdoe", ""},
		{"jdoe (at) example.edu", ""},
		{"ex:db jdoe at example.edu", "ex:db"},
		{"jdoe at example.edu", ""},
		{"Index at large", "Index at large"},
		{"ex:db:jdoe[at]example.edu", "ex:db"},
		{"Elsevier:SD:Users at work", "Elsevier:SD:Users at work"},
		{"ex:db#jdoe", "ex:db"},
		{"jdoe@x", ""},
		{"jdoe%2540x", ""},
		{"jdoe＠x", ""},
		{"jdoe﹫x", ""},
		{"jdoe&#64;x", ""},
		{"jdoe％40x", ""},
		{"jdoe&#37;40x", ""},
		{"ex:db％3fuser=jdoe", "ex:db"},
		{"ex:" + strings.Repeat("&amp;", 40), "ex:&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&"},
		{"ex:&" + strings.Repeat("amp;", 40) + "#64;jdoe", ""},
		{"j\u200bdoe@x", ""},
		{"info:sid/jane.doe@example.edu", ""},
		{"mailto:jane.doe@example.edu", ""},
		{"ex:db:jane.doe@example.edu", "ex:db"},
		{"ex:db (jane.doe@example.edu)", "ex:db"},
		{"ex:\u202edb", "ex:db"},
	}
	for _, tt := range tests {
		if got := openurl.CleanSource(tt.source); got != tt.want {
			t.Errorf("%q became %q, want %q", tt.source, got, tt.want)
		}
		for _, key := range []string{"sid", "rfr_id"} {
			if got := openurl.Parse("rft.btitle=x&" + key + "=" + url.QueryEscape(tt.source)).Source; got != tt.want {
				t.Errorf("%s=%q became %q, want %q", key, tt.source, got, tt.want)
			}
		}
	}
	if whole := openurl.Parse("rfr_id=jdoe@x").WholeSource(); whole != "jdoe@x" {
		t.Errorf("whole source %q", whole)
	}
	whole := openurl.Parse("rft.btitle=x&sid=ex:db%3Fcollection=Dissertations")
	if whole.Source != "ex:db" || whole.WholeSource() != "ex:db?collection=Dissertations" {
		t.Errorf("source %q of %q", whole.Source, whole.WholeSource())
	}
}
