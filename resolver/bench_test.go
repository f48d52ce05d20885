package resolver_test

import (
	"net/url"
	"testing"

	"lendlink/resolver"
	"lendlink/resolver/library"
	"lendlink/resolver/requestform"
)

// primoLink is a link of a usual length: 35 keys, of which half are empty.
const primoLink = "ctx_ver=Z39.88-2004&ctx_enc=info:ofi/enc:UTF-8&ctx_tim=2019-10-02T11%3A24%3A05IST&url_ver=Z39.88-2004&url_ctx_fmt=infofi/fmt:kev:mtx:ctx" +
	"&rfr_id=info:sid/primo.exlibrisgroup.com:primo3-Article-tayfranc&rft_val_fmt=info:ofi/fmt:kev:mtx:book&rft.genre=bookitem" +
	"&rft.atitle=On%20the%20hind%20limb%20of%20a%20small%20ornithischian%20from%20Lesotho&rft.jtitle=&rft.btitle=Palaeontological%20Letters%20:%20a%20reader%20/" +
	"&rft.aulast=Mokoena&rft.aufirst=Thabo%20J.,&rft.auinit=&rft.au=Mokoena,%20Thabo%20J.,%201958-,%20author&rft.aucorp=&rft.date=2012-05-18&rft.volume=31&rft.issue=2&rft.part=" +
	"&rft.spage=203&rft.epage=21&rft.pages=&rft.artnum=&rft.pub=Taylor%20%26%20Francis%20Group,&rft.place=London%20:&rft.issn=&rft.eissn=&rft.isbn=9781118024997&rft.coden=" +
	"&rft_id=info:doi/10.1080/02724777.2012.661003&rft.object_id=&svc.fulltext=yes&rft.eisbn=&rft_dat=%3Ctayfranc%3E10.1080/02724777%3C/tayfranc%3E"

// BenchmarkResolve takes the link all the way to Tipasa.
func BenchmarkResolve(b *testing.B) {
	lib := &library.Library{Code: "demo", Form: requestform.Form{Service: requestform.Tipasa, URL: "https://12345.account.worldcat.org/profile/route/openurl?"}}
	b.ReportAllocs()
	for b.Loop() {
		resolver.Resolve(lib, primoLink, year)
	}
}

// BenchmarkParseAndEncode is what the standard library needs to read the same
// link and write twelve of its keys: the measure for BenchmarkResolve.
func BenchmarkParseAndEncode(b *testing.B) {
	keys := []string{"rft.genre", "rft.atitle", "rft.btitle", "rft.aulast", "rft.aufirst", "rft.date", "rft.volume", "rft.issue", "rft.spage", "rft.epage", "rft.isbn", "rft_id"}
	b.ReportAllocs()
	for b.Loop() {
		in, _ := url.ParseQuery(primoLink)
		out := url.Values{}
		for _, k := range keys {
			out.Set(k, in.Get(k))
		}
		_ = out.Encode()
	}
}
