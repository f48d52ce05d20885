package source_test

import "strings"

// The answers below are made up, in the shapes that the services' documentation shows and
// their data has.

const unpaywallArticle = `{"doi":"10.5555/tug","doi_url":"https://doi.org/10.5555/tug","title":"Towage in <i>narrow</i> waters","genre":"journal-article","year":2019,
 "is_oa":true,"oa_status":"green","journal_issns":"1476-4687,1476-4688","z_authors":[{"raw_author_name":"Aiko Ruiz"}],
 "best_oa_location":{"url":"https://repository.example.edu/tug.pdf","url_for_pdf":"https://repository.example.edu/tug.pdf","url_for_landing_page":"https://repository.example.edu/tug",
  "host_type":"repository","version":"acceptedVersion","license":"cc-by-nc","evidence":"oa repository"},
 "oa_locations":[
  {"url":"https://repository.example.edu/tug.pdf","url_for_pdf":"https://repository.example.edu/tug.pdf","url_for_landing_page":null,"host_type":"repository","version":"acceptedVersion","license":"cc-by-nc"},
  {"url":"http://plain.example.edu/tug.pdf","url_for_pdf":"http://plain.example.edu/tug.pdf","url_for_landing_page":"https://plain.example.edu/tug","version":null,"license":null},
  {"url":"http://dx.doi.org/10.5555/tug","url_for_pdf":null,"url_for_landing_page":"http://dx.doi.org/10.5555/tug","version":"publishedVersion","license":"publisher-specific-oa"},
  {"url":"javascript:alert(1)","url_for_landing_page":"https://user@evil.example.com/","version":"publishedVersion","license":"cc-by"}]}`

const unpaywallClosed = `{"doi":"10.5555/tug","title":"Towage in narrow waters","genre":"journal-article","is_oa":false,"oa_status":"closed","best_oa_location":null,"oa_locations":[],"z_authors":null}`

const openAlexArticle = `{"id":"https://openalex.org/W1","doi":"https://doi.org/10.5555/tug","title":"Towage in narrow waters","type":"article",
 "ids":{"openalex":"https://openalex.org/W1","doi":"https://doi.org/10.5555/tug","pmid":"https://pubmed.ncbi.nlm.nih.gov/22241759"},
 "best_oa_location":{"is_oa":true,"landing_page_url":"http://dx.doi.org/10.5555/tug","pdf_url":null,"version":"publishedVersion","license":"cc-by","source":null}}`

const doabBook = `[
 {"uuid":"1","name":"A Fund","handle":"20.500.12854/1","metadata":[{"key":"dc.type","value":"funder"},{"key":"grantor.name","value":"Towage in narrow waters"}]},
 {"uuid":"2","name":null,"handle":"20.500.12854/26303","type":"item","metadata":[
  {"key":"dc.contributor.editor","value":"Ruiz, Aiko"},{"key":"dc.contributor.editor","value":"Lee, Kim"},{"key":"dc.date.issued","value":"2019-05-01"},
  {"key":"dc.identifier","value":"ONIX_20260101_9780306406157_16"},{"key":"dc.identifier.uri","value":"https://directory.doabooks.org/handle/20.500.12854/26303"},
  {"key":"dc.title","value":"Towage in narrow waters"},{"key":"dc.title.alternative","value":"A handbook"},{"key":"dc.type","value":"book"},
  {"key":"oapen.identifier.doi","value":"http://dx.doi.org/10.5555/TUGS"}]}]`

const openLibraryWork = `{"numFound":1,"start":0,"numFoundExact":true,"docs":[{"key":"/works/OL45804W","title":"Quiet","subtitle":"the power of introverts",
 "ebook_access":"public","isbn":["0306406152","9780870232923"]}]}`

var openLibraryEdition = strings.Replace(strings.Replace(openLibraryBook, "ISBN:9780306406157", "OCLC:707969125", 1), `"title":"Quiet"`,
	`"ebooks":[{"preview_url":"https://archive.org/details/quiet00cain","availability":"full","formats":{},"read_url":"https://archive.org/stream/quiet00cain"}],"title":"Quiet"`, 1)

const hathiBook = `{"isbn:9780306406157":{"records":{
  "000001":{"recordURL":"https://catalog.hathitrust.org/Record/000001","titles":["Quiet waters / by Aiko Ruiz."],"isbns":["0306406152"],"issns":[],"oclcs":["7"],"lccns":[]},
  "000002":{"recordURL":"https://catalog.hathitrust.org/Record/000002","titles":["Another book"],"isbns":[],"oclcs":["8"]}},
 "items":[
  {"orig":"University","fromRecord":"000001","htid":"mdp.1","itemURL":"https://hdl.handle.net/2027/mdp.1","rightsCode":"ic","lastUpdate":"20200101","enumcron":false,"usRightsString":"Limited (search-only)"},
  {"orig":"University","fromRecord":"000001","htid":"mdp.2","itemURL":"https://hdl.handle.net/2027/mdp.2","rightsCode":"pd","enumcron":"v.2","usRightsString":"Full view"},
  {"orig":"University","fromRecord":"000001","htid":"mdp.3","itemURL":"https://hdl.handle.net/2027/mdp.3","rightsCode":"pdus","enumcron":false,"usRightsString":"Full view"},
  {"orig":"University","fromRecord":"000002","htid":"mdp.5","itemURL":"https://hdl.handle.net/2027/mdp.5","rightsCode":"pd","enumcron":false,"usRightsString":"Full view"},
  {"orig":"University","fromRecord":"000001","htid":"mdp.4","itemURL":"https://hdl.handle.net/2027/mdp.4","rightsCode":"pd","enumcron":false,"usRightsString":"Full view"}]}}`
