package citation

import (
	"lendlink/resolver/text"
)

// publisherAbbreviations end the names of publishers in German, French and
// Spanish catalogues.
var publisherAbbreviations = text.SpelledWords(`Off Print Govt Assoc Publs Pubs Verlagsges Verlagsbuchh Verl Buchh
	Buchges Wiss Akad Ges Gesellsch Dr Druck Impr Imp Libr Edit Ét Soc Nac Cie Cía Cia Hnos Gebr Forl
	Universitetsforl Nauk inc Int Intern Ed Eds Pr Ac Acad`)

// serialAbbreviations end the abbreviated titles of journals and conferences (ISO 4), of
// which a word may be too short for it: Dairy Ind. None of them is a word of its own.
var serialAbbreviations = text.SpelledWords(`Abh Abstr Agric
	Allg Anal Angew Anim Anthropol Antiq Appl Archaeol Archit Astron Behav Ber Bibliogr Biochem Biogr Biol
	Bioeng Biomed Biophys Biotechnol Bull Cardiol Chem Chim Chir Clin Commer Comput Congr Contrib Dermatol Dev Discuss Ecol
	Econ Educ Electr Eng Entomol Environ Epidemiol Ethnogr Exp Finanz Forsch Genet Geogr Geol Geophys Geosci Gerontol
	Gynecol Handb Hematol Hist Hortic Hydrobiol Hydrol Hyg Immunol Ind Jahrb Kongr Lett Libr Linguist Manag Manuf Mech
	Meteorol Metall Microbiol Mikrobiol Mitt Monatsh Nachr Natl Neurol Nutr Oceanogr Oncol Ophthalmol Ornithol Orthop
	Paleontol Parasitol Pathol Pediatr Pharm Pharmacol Philol Philos Phys Physiol Polit Proc Psychol Publ Radiol
	Relig Res Resour Rheumatol Sci Semin Soc Sociol Surg Symp Technol Theol Toxicol Trans Transp Univ Urol Verh Zool Ztschr`)

// editionAbbreviations end edition statements in German, French and Spanish
// catalogues.
var editionAbbreviations = text.SpelledWords(`enl abr abridg facsim Facsim illus izd изд vyd wyd uppl utg udg Aufl
	Ausg edn impr repr reimpr verb erw überarb bearb durchges corr aum augm nouv Nachdr Neuaufl reimp rprt print
	popr act ampl испр доп dop έκδ publ oppl facs`)

// placeAbbreviations are what catalogues write for states and provinces after
// those above (AACR2, appendix B.14). In a title the same letters may be a word.
var placeAbbreviations = text.SpelledWords(`Ala Ariz Ark Colo Del Fla Ill Ind Kan Mich Minn Miss Mont Neb Nev Okla Ore Tenn Tex
	Dak Wis Wyo Eng Engl Scot Hants Bucks Berks Beds Cambs Herts Lancs Lincs Notts Oxon Staffs Wilts Worcs Yorks
	Nfld Qué Alta Man Que Sask Vic Tas Qld`)
