package name_test

import (
	"testing"

	"lendlink/resolver/name"
)

func TestIsAmbiguous(t *testing.T) {
	for in, want := range map[string]bool{
		"Weir Society|": true, "[Weir Society]": false, "Ann Roe|Clara Doe": true, "Ann Roe|Clara": false, "Roe|Clara Doe": false,
		"Ann B. Roe|Clara Doe": false, "Clara B. Roe|Ann Doe": false, "García Márquez|Clara Doe": false, "Ann García|Clara Doe": false,
		"Ann Roe|Clara B.": false, "Ann Roe|Clara AB": false, "Ann Roe|Clara Ed": false, "Ann Roe|Clara Maria": false, "Ann Roe|Clara van": false,
		"Ann Roe|Staff writer": true, "Ann García|Weir Gazette": true, "Ann Roe|Clara Jane Doe": false, "Weir Roe|Clara Doe": false,
		"Leigh Fermor|Clara Doe": false, "Leigh Weir|Clara Doe": true, "Ann Roe|Clara ABC": false, "Ann Roe|Clara J.R.": false,
	} {
		if parts(in).IsAmbiguous() != want {
			t.Errorf("%s: %t", in, !want)
		}
	}
}

func TestIsHanPair(t *testing.T) {
	for in, want := range map[string]bool{
		"王小 李明": true, "王小明 李芳": false, "王 李明": false, "王小 Roe": false, "王小 李明 张三": false, "Ann Roe": false,
	} {
		if name.IsHanPair(in) != want {
			t.Errorf("%s: %t", in, !want)
		}
	}
}
