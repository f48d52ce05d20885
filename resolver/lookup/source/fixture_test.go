package source_test

import "strings"

// The answers below are made up, in the shapes that the services' documentation
// shows and their data has.

const crossrefChapter = `{"status":"ok","message-type":"work","message-version":"1.0.0","message":{
 "indexed":{"date-parts":[[2024,5,1]],"date-time":"2024-05-01T00:00:00Z","timestamp":1714521600000},
 "publisher-location":"Cham","publisher":"Springer International Publishing",
 "isbn-type":[{"value":"9783319245744","type":"electronic"},{"value":"9783319245737","type":"print"}],
 "published-print":{"date-parts":[[2015]]},"DOI":"10.5555\/978-3-319-24574-4_28","type":"book-chapter",
 "page":"234-241","title":["U-Net: networks for\n          <i>biomedical<\/i> image &amp;amp; segmentation"],
 "prefix":"10.5555","volume":"9351",
 "author":[{"given":"Olaf","family":"Ronne","sequence":"first","affiliation":[]},{"family":"Fischer","sequence":"additional"},
           {"name":"The Imaging Group","sequence":"additional"}],
 "editor":[{"given":"Nassir","family":"Editorius"}],
 "container-title":["Lecture Notes in Computer Science","Medical Image Computing"],
 "issued":{"date-parts":[[2015]]},"ISBN":["http:\/\/id.crossref.org\/isbn\/9783319245744","9783319245737"],
 "ISSN":["0302-9743","1611-3349"],"issn-type":[{"value":"0302-9743","type":"print"}],"subject":[],"is-referenced-by-count":7}}`

const crossrefArticle = `{"status":"ok","message":{"type":"journal-article",
 "title":["Search for <mml:math xmlns:mml=\"http:\/\/www.w3.org\/1998\/Math\/MathML\" altimg=\"si1.gif\" overflow=\"scroll\" some=\"an attribute list that goes on and on and on and on and on and on and on and on and on and on\"><mml:mi>B<\/mml:mi><mml:annotation encoding=\"TeX\">$B$<\/mml:annotation><\/mml:math> decays with <jats:italic>p<\/jats:italic> &lt; 0.05"],
 "subtitle":["A first look"],"short-title":["B decays"],"original-title":["Suche nach B-Zerfällen"],
 "container-title":["Physics Letters B"],"short-container-title":["Phys Lett B"],
 "author":[{"given":"","family":"WHO Collaboration"},{"given":"Madonna"}],
 "published-print":{"date-parts":[[2012,3]]},"published-online":{"date-parts":[[2011,12,30]]},"issued":{"date-parts":[[2011,12,30]]},
 "volume":716,"issue":"1","article-number":"e0123456","ISSN":["03702693"],"DOI":"10.5555/j.physletb.2012.08.020"}}`

const crossrefBook = `{"message":{"type":"edited-book","title":"Handbook of tests","subtitle":[],
 "container-title":["Studies in testing"],"editor":[{"given":"Edna","family":"Krabappel","suffix":"Jr."}],
 "issued":{"date-parts":[[null]]},"published-print":{"date-parts":[["2009","6"]]},"page":"1-400","edition-number":"2",
 "publisher":"MIT Press","ISBN":"9780306406157","DOI":null}}`

const crossrefThesis = `{"message":{"type":"dissertation","title":["On nothing"],"publisher":"Library","institution":[{"name":"University of Nowhere"}],
 "issued":{"date-parts":[[1999,1,1]]},"author":[{"family":"No","given":"Ann","ORCID":"https://orcid.org/0000-0000-0000-0000"}]}}`

const dataciteThesis = `{"data":{"id":"10.5555/xyz","type":"dois","attributes":{"doi":"10.5555/xyz","identifiers":[],
 "creators":[{"name":"García Márquez, Ana","nameType":"Personal","givenName":"Ana","familyName":"García Márquez","affiliation":[],"nameIdentifiers":[]},
             {"name":"Smith, John","affiliation":[]},{"name":"CERN","nameType":"Organizational"}],
 "titles":[{"title":"Sur la lumière","lang":"fr"},{"title":"Une étude","titleType":"Subtitle"},{"title":"On light","titleType":"TranslatedTitle"}],
 "publisher":{"name":"Zenodo","schemeUri":"https://ror.org"},"container":{},"publicationYear":2019,
 "types":{"ris":"THES","bibtex":"phdthesis","citeproc":"thesis","schemaOrg":"Thesis","resourceType":"PhD Thesis","resourceTypeGeneral":"Dissertation"}}}}`

const dataciteArticle = `{"data":{"attributes":{"doi":"10.5555/art","creators":{"name":"Lee, Kim"},"titles":[{"title":"Ice cores"}],
 "publisher":"PANGAEA","publicationYear":"2003","types":{"resourceTypeGeneral":"Text","resourceType":"article","citeproc":"article-journal"},
 "container":{"type":"Journal","title":"Polar Notes","volume":"12","issue":"3","firstPage":"101","lastPage":"110","identifier":"0370-2693","identifierType":"ISSN"}}}}`

const openLibraryBook = `{"ISBN:9780306406157":{"url":"https://openlibrary.org/books/OL1M/x","key":"/books/OL1M","title":"Quiet","subtitle":"the power of introverts",
 "authors":[{"url":"https://openlibrary.org/authors/OL1A","name":"Susan Cain"}],"number_of_pages":333,
 "identifiers":{"isbn_10":["0306406152"],"isbn_13":["9780306406157"],"oclc":["707969125"],"lccn":["2010053204","2011000001"]},
 "publishers":[{"name":"Crown Publishers"},{"name":"Broadway"}],"publish_places":[{"name":"New York"}],"publish_date":"January 24, 2012"}}`

const googleBooksList = `{"kind":"books#volumes","totalItems":2,"items":[
 {"volumeInfo":{"title":"Another book","industryIdentifiers":[{"type":"ISBN_13","identifier":"9780870232923"}]}},
 {"volumeInfo":{"title":"Quiet","subtitle":"The Power of Introverts","authors":["Susan Cain"],"publisher":"Crown","publishedDate":"2012-01-24",
  "industryIdentifiers":[{"type":"OTHER","identifier":"UOM:1"},{"type":"ISBN_10","identifier":"0306406152"}],"printType":"BOOK"}}]}`

const pubmedArticle = `{"header":{"type":"esummary","version":"0.3"},"result":{"uids":["11237011"],"11237011":{"uid":"11237011","pubdate":"2001 Feb 15","epubdate":"",
 "source":"Nature","authors":[{"name":"van der Berg JA Jr","authtype":"Author","clusterid":""},{"name":"International Consortium","authtype":"CollectiveName"},{"name":"Plato","authtype":"Author"}],
 "lastauthor":"Plato","title":"[Initial sequencing of <i>Homo</i> &amp; others].","sorttitle":"","volume":"409","issue":"6822","pages":"860-921","lang":["eng"],
 "issn":"0028-0836","essn":"1476-4687","pubtype":["Journal Article"],"fulljournalname":"Nature","vernaculartitle":"Erste Sequenzierung.",
 "articleids":[{"idtype":"pubmed","idtypen":1,"value":"11237011"},{"idtype":"doi","idtypen":3,"value":"10.1038/35057062"}],
 "doctype":"citation","booktitle":"","edition":"","publisherlocation":"","publishername":""}}}`

const pubmedChapter = `{"result":{"uids":["20301295"],"20301295":{"uid":"20301295","pubdate":"1993","source":"","authors":[{"name":"Petrucelli N","authtype":"Author"}],
 "title":"Hereditary Cancer","pages":"","issn":"","fulljournalname":"","articleids":[],"doctype":"chapter","booktitle":"GeneReviews<sup>®</sup>",
 "publisherlocation":"Seattle (WA)","publishername":"University of Washington, Seattle"}}}`

const crossrefJournal = `{"status":"ok","message-type":"journal","message-version":"1.0.0","message":{"last-status-check-time":1,
 "counts":{"total-dois":1},"publisher":"Springer","title":"Nature &amp; Test","subjects":[],"ISSN":["0028-0836","1476-4687"],
 "issn-type":[{"value":"0028-0836","type":"print"},{"value":"1476-4687","type":"electronic"}]}}`

const crossrefFound = `{"status":"ok","message-type":"work-list","message":{"facets":{},"total-results":3,"items":[
 {"DOI":"10.5555/review","type":"journal-article","title":["Review of: Harbours"],"author":[{"given":"Kim","family":"Lee"}],"issued":{"date-parts":[[2019]]}},
 {"DOI":"10.5555/untitled","type":"component","issued":{"date-parts":[[null]]}},
 {"DOI":"10.5555/tug","type":"journal-article","title":["Towage in narrow waters"],"container-title":["Journal of Harbour Studies"],
  "author":[{"given":"Aiko","family":"Ruiz"},{"given":"Kim","family":"Lee"}],"issued":{"date-parts":[[2019,12]]},"volume":"12"}],
 "items-per-page":3,"query":{"start-index":0,"search-terms":null}}}`

const europePMCArticle = `{"version":"6.9","hitCount":1,"request":{"queryString":"PMCID:PMC3258128"},"resultList":{"result":[{"id":"22241759","source":"MED",
 "pmid":"22241759","pmcid":"PMC3258128","doi":"10.5555/tug","title":"Towage of &lt;i&gt;Homo&lt;/i&gt; in narrow waters.","authorString":"Ruiz A, The Towage Group, Lee K.",
 "authorList":{"author":[{"fullName":"Ruiz A","firstName":"Aiko","lastName":"Ruiz","initials":"A"},{"collectiveName":"The Towage Group"},{"fullName":"Lee K","lastName":"Lee","initials":"K"}]},
 "journalInfo":{"issue":"3","volume":"12","journal":{"title":"Journal of Harbour Studies","medlineAbbreviation":"J Harb Stud","essn":"1476-4687","issn":"1476-4687"}},
 "pubYear":"2012","pageInfo":"101-19","isOpenAccess":"N","inEPMC":"Y","inPMC":"N","hasPDF":"Y","license":"cc by"}]}}`

// arXivFeed is what arXiv answers; ENTRIES is replaced by what it found.
const arXivFeed = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><link href="http://arxiv.org/api/query?id_list=1706.03762" rel="self" type="application/atom+xml"/>
<title type="html">ArXiv Query: id_list=1706.03762</title><id>http://arxiv.org/api/x</id><updated>2026-11-01T00:00:00-04:00</updated>
<opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">1</opensearch:totalResults>ENTRIES</feed>`

var arXivEntry = strings.Replace(arXivFeed, "ENTRIES", `<entry><id>http://arxiv.org/abs/1706.03762v5</id><updated>2017-12-06T03:30:32Z</updated><published>2017-06-12T17:57:34Z</published>
<title>Attention to all
  of the tests</title><summary>We test.</summary><author><name>Aiko Ruiz</name></author><author><name>Kim Lee</name></author>
<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.5555/tug</arxiv:doi><link title="pdf" href="http://arxiv.org/pdf/1706.03762v5" rel="related" type="application/pdf"/></entry>`, 1)

var arXivError = strings.Replace(arXivFeed, "ENTRIES", `<entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_1</id><title>Error</title><summary>incorrect id format for 1</summary></entry>`, 1)
