package strictyaml

import (
	"fmt"
	"regexp"
	"strings"
)

// Env returns the value of an environment variable and whether it is set.
// [os.LookupEnv] is one.
type Env func(name string) (string, bool)

// variable is ${NAME}, or anything else that begins like it; $${ is not one.
var variable = regexp.MustCompile(`\$?\$\{([^}]*)\}?`)

var variableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// expand puts the environment's values in place of ${NAME}. The violations are
// about variables that are not set or not named properly.
func expand(text string, env Env) (expanded string, violations []string) {
	if !strings.Contains(text, "${") {
		return text, nil
	}
	expanded = variable.ReplaceAllStringFunc(text, func(m string) string {
		if strings.HasPrefix(m, "$$") {
			return m[1:]
		}
		name := strings.TrimSuffix(m[len("${"):], "}")
		if !strings.HasSuffix(m, "}") || !variableName.MatchString(name) {
			violations = append(violations, fmt.Sprintf("%q is not the name of an environment variable; write ${NAME}, or $${ for a plain ${", m))
			return ""
		}
		value, ok := env(name)
		if !ok {
			violations = append(violations, fmt.Sprintf("the environment variable %s is not set; set it, or write the value here", name))
		}
		return value
	})
	return expanded, violations
}
