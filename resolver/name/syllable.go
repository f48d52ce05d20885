package name

import (
	"strings"

	"lendlink/resolver/text"
)

// romanFamilies are frequent family names of China, Taiwan and Korea in Latin letters.
var romanFamilies = text.SpelledWords(`Chan Chang Chen Cheng Cheung Chiang Chien Chiou Chiu Chou Chu Chuang Chung Fang Hong Hsieh Hsu Huang
	Hung Kuo Kwok Lai Lau Lee Leung Liao Lin Liu Lu Pu Shih Su Sun Sung Tsai Tseng Tsao Wang Weng Wong Wu Yang Yeh Yen
	Cao Deng Dong Feng Gao Guo Hu Jiang Li Liang Luo Ma Pan Peng Qian Shen Song Tang Tian Wei Xiao Xie Xu Yan Ye Yu Yuan Zeng Zhang
	Zhao Zheng Zhou Zhu Ahn Bae Baek Cho Choi Chun Hwang Jang Jeon Jeong Jung Kang Kim Ko Kwon Lim Moon Nam Noh Oh Paik Park Ryu
	Seo Shin Yoo Yoon`)

// eastAsianDoubles are family names of two syllables, folded.
var eastAsianDoubles = text.Words(`ouyang auyeung auyong owyang szeto seto situ szuma sima shangguan zhuge chuko hsiahou xiahou
	namgoong namkung seonwoo sunwoo hwangbo`)

// invertEastAsian turns a heading around whose given name is a family name and whose family name is
// a given name of two syllables: "Jia-Hao, Chen", where a program took the first word as the family
// name.
func (n *Name) invertEastAsian() {
	i := strings.IndexByte(n.Family, '-')
	if i <= 0 || !romanFamilies[n.Given] {
		return
	}
	first, second := n.Family[:i], n.Family[i+1:]
	isPair := isSyllable(first) && isSyllable(second) && !semiticParticles.Has(first)
	areFamilies := romanFamilies[first] && romanFamilies[second]
	if isPair && !areFamilies && !eastAsianDoubles.Has(first+second) {
		n.Family, n.Given = n.Given, n.Family
	}
}

// semiticParticles begin family names that are written with a hyphen, and look like syllables: Bar-Lev, Al-Amin. Folded.
var semiticParticles = text.Words(`al el an as at ez ibn bin ben bar bat abu`)

// What the syllables of romanised Chinese and Korean begin and end with, besides vowels.
var (
	syllableStarts = text.SpelledWords(`b p m f d t n l g k h j q x zh ch sh r z c s y w hs ts tz kw hw ky gy by my hy ry`)
	syllableEnds   = text.SpelledWords(`n ng m k l p h r t ck`)
)

// isSyllable reports whether a word can be a syllable of a given name in romanised Chinese or Korean.
func isSyllable(s string) bool {
	s = strings.ToLower(s)
	from := strings.IndexFunc(s, isSyllableVowel)
	if from < 0 {
		return false
	}
	rest := strings.TrimLeftFunc(s[from:], isSyllableVowel)
	return (from == 0 || syllableStarts[s[:from]]) && (rest == "" || syllableEnds[rest])
}

func isSyllableVowel(r rune) bool { return strings.ContainsRune("aeiouü", r) }
