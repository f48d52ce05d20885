package name

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// commonFamilies are the family names of one character that most names in Chinese, and in
// Korean's Hangul, begin with.
const commonFamilies = "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾萧蕭田董潘袁蔡蒋蔣余于杜" +
	"叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鐘姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫阎段雷龙龍黎史陶贺賀毛郝顾顧" +
	"龚龔邵万萬覃武钱錢戴严嚴莫孔向常" +
	"김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설" +
	"마길연위표명기반왕금옥육인맹제모탁국"

// splitSpacedEastAsian reads names that are in a row with spaces alone between them:
// three or more, or two of which one has three characters and both begin with a family
// name. Two of two characters are one person's family and given name.
func splitSpacedEastAsian(s string) []string {
	parts := strings.Fields(s)
	long, families := false, true
	for _, p := range parts {
		n := utf8.RuneCountInString(p)
		if n < 2 || n > 4 || !isHan(p, n) {
			return nil
		}
		first, _ := utf8.DecodeRuneInString(p)
		long = long || n == 3
		families = families && strings.ContainsRune(commonFamilies, first)
	}
	if len(parts) > 2 || len(parts) == 2 && long && families {
		return parts
	}
	return nil
}

// isHan reports whether a text is this many characters of Han or Hangul.
func isHan(s string, characters int) bool {
	n := 0
	for _, r := range s {
		if !unicode.In(r, unicode.Han, unicode.Hangul) {
			return false
		}
		n++
	}
	return n == characters
}

// plainEastAsian writes the slashes, bars and dots of a name or a list in Han plainly. Between a family and a given name, as
// Japanese catalogues have them, it sets a comma: 村上 / 春樹. Where the first name is whole, another person follows:
// 王小明 / 李芳.
func plainEastAsian(s string) string {
	for _, between := range [...]string{" / ", "/", "・", "／"} {
		first, second, found := strings.Cut(s, between)
		if !found || strings.ContainsAny(s, ";,()（） ") && between != " / " {
			continue
		}
		n, m := utf8.RuneCountInString(first), utf8.RuneCountInString(second)
		letter, _ := utf8.DecodeRuneInString(first)
		switch isWhole := n > 2 || n == 2 && strings.ContainsRune(commonFamilies, letter); {
		case n == 0 || n > 4 || !isHan(first, n):
		case isWhole && 1 < m && m < 5 && isHan(second, m):
			return first + ";" + second
		case !isWhole && 0 < m && m < 4 && isKanaOrHan(second):
			return first + ", " + second
		}
	}
	return s
}

// isKanaOrHan reports whether a text is written in Han, Hiragana and Katakana alone.
func isKanaOrHan(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
	})
}
