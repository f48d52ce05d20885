package library

import (
	"cmp"
	"fmt"
	"reflect"
	"strings"

	"lendlink/resolver/library/strictyaml"
	"lendlink/resolver/spelling"

	"github.com/go-playground/validator/v10"
)

// rules are the validator's tags that this package adds.
var rules = map[string]func(string) violation{
	"cache_address":  notCacheAddress,
	"check_address":  notCheckAddress,
	"code":           badCode,
	"host_name":      notHostName,
	"https":          notHTTPS,
	"item_type":      unknownType,
	"language":       unknownLanguage,
	"keep":           notKept,
	"listen_address": notListenAddress,
	"origin":         notOrigin,
	"proxy_address":  notProxyAddress,
	"record_address": notRecordAddress,
	"rgb":            notRGB,
	"service":        unknownService,
	"time_zone":      unknownTimeZone,
	"trial_origin":   notTrialOrigin,
}

// phrases say what is wrong when one of the validator's own tags, or a rule
// between two fields, does not hold.
var phrases = map[string]violation{
	"after_from":            {"is before from", ""},
	"asks_for_email":        {"lists a service that answers nobody without an e-mail address", "write yours as `contact`"},
	"base64rawurl":          {"is not a key in base64url", ""},
	"email":                 {"is not an e-mail address", ""},
	"email|https":           {"is neither an e-mail address nor an https address", ""},
	"eq=off|listen_address": {"is neither off nor host:port", ""},
	"everybody":             {"trusts everybody", "name the networks of your proxies alone"},
	"excluded_if":           {"has no use here: the practice form is on our own host", "leave it out"},
	"max":                   {"is too large", ""},
	"min":                   {"is too small", ""},
	"required":              {"is missing", ""},
	"required_unless":       {"is missing", ""},
	"required_without":      {"is missing", ""},
	"unique":                {"has duplicate entries", ""},
}

// newValidator builds the one validator of the package.
func newValidator() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string { return f.Tag.Get("yaml") })
	for tag, rule := range rules {
		check := func(fl validator.FieldLevel) bool { return rule(fl.Field().String()) == violation{} }
		if err := v.RegisterValidation(tag, check); err != nil {
			panic(err)
		}
	}
	v.RegisterStructValidation(func(sl validator.StructLevel) {
		if c := sl.Current().Interface().(fileClosed); !c.Until.IsZero() && c.Until.Before(c.From.Time) {
			sl.ReportError(c.Until, "until", "Until", "after_from", "")
		}
	}, fileClosed{})
	v.RegisterStructValidation(func(sl validator.StructLevel) {
		f := sl.Current().Interface().(fileSettings)
		if f.needsEmail() {
			sl.ReportError(f.OpenAccess.Sources, "open_access.sources", "Sources", "asks_for_email", "")
		}
		for i, n := range f.TrustedProxies {
			if n.Bits() == 0 {
				name := fmt.Sprintf("trusted_proxies[%d]", i)
				sl.ReportError(n, name, name, "everybody", "")
			}
		}
	}, fileSettings{})
	return v
}

var validate = newValidator()

// check reports what does not hold for values that could be read.
func (r *reader) check(f any) {
	if found, ok := validate.Struct(f).(validator.ValidationErrors); ok {
		for _, e := range found {
			r.checkFailed(e)
		}
	}
	r.checkForms(f)
}

// codes are the codes that libraries have taken, and where.
type codes map[string]struct {
	file string
	line int
}

// take notes the code that is at a path, and reports it when another library
// has taken it.
func (c codes) take(r *reader, path, code string) {
	first, taken := c[code]
	switch {
	case code == "", r.HasFailed(path):
	case taken && first.file == r.File:
		r.Report(path, r.At(path), "`code` is the same as in line %d; write another one", first.line)
	case taken:
		r.Report(path, r.At(path), "`code` is the same as in %s, line %d; write another one", first.file, first.line)
	default:
		first.file, first.line = r.File, r.At(path).Line
		c[code] = first
	}
}

func (r *reader) checkFailed(e validator.FieldError) {
	_, path, _ := strings.Cut(e.Namespace(), ".")
	if r.HasFailed(path) {
		return
	}
	name, at := strictyaml.FieldName(path), r.At(path)
	c := phrases[e.Tag()]
	value, _ := e.Value().(string)
	switch e.Tag() {
	case "min":
		if e.Kind() == reflect.Slice {
			c = violation{"is empty", ""}
		}
	case "required_unless":
		if r.HasFailed(strictyaml.Join(strictyaml.Parent(path), "service")) { // who knows then
			return
		}
	case "oneof":
		c = violation{"is unknown", spelling.DidYouMean(value, strings.Fields(e.Param()))}
	case "item_type": // about a name, not a value
		value = reflect.ValueOf(e.Value()).String()
		name = value
		at = cmp.Or(r.KeyAt(path), at)
	}
	if rule, ok := rules[e.Tag()]; ok {
		c = rule(value)
	}
	if c.advice == "" {
		c.advice = "write " + r.Hint(path)
	}
	r.Report(path, at, "`%s` %s; %s", name, c.wrong, c.advice)
}
