// Package validators holds the programs that read deploy's manifests to what those
// programs check: Kubernetes' own decoding, defaults, validation and pod security
// standards, and the Compose specification's schema.
//
// It is a module of its own, so that all this is nothing that Lendlink requires.
package validators

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	appsv1 "k8s.io/api/apps/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer/json"
	"k8s.io/apimachinery/pkg/util/validation/field"
	yamlreader "k8s.io/apimachinery/pkg/util/yaml"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	podutil "k8s.io/kubernetes/pkg/api/pod"
	"k8s.io/kubernetes/pkg/apis/apps"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	appsvalidation "k8s.io/kubernetes/pkg/apis/apps/validation"
	"k8s.io/kubernetes/pkg/apis/core"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	corevalidation "k8s.io/kubernetes/pkg/apis/core/validation"
	"k8s.io/kubernetes/pkg/apis/networking"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
	networkingvalidation "k8s.io/kubernetes/pkg/apis/networking/validation"
	"k8s.io/kubernetes/pkg/apis/policy"
	_ "k8s.io/kubernetes/pkg/apis/policy/install"
	policyvalidation "k8s.io/kubernetes/pkg/apis/policy/validation"
	security "k8s.io/pod-security-admission/api"
	securitypolicy "k8s.io/pod-security-admission/policy"
)

func TestKubernetes(t *testing.T) {
	for _, f := range refusals(t, manifests(t)) {
		t.Error(f)
	}
}

// A check that lets everything pass would find nothing in the manifests either.
func TestKubernetesRefuses(t *testing.T) {
	for _, tc := range []struct{ name, instead, of, want string }{
		{"a field that there is not", "readOnlyRootFilesytem: true", "readOnlyRootFilesystem: true", `unknown field "spec.template.spec.containers[0].securityContext.readOnlyRootFilesytem"`},
		{"a field of another kind", "replicas: two", "replicas: 2", "cannot unmarshal string"},
		{"a field written twice", "replicas: 2\n  replicas: 3", "replicas: 2", `key "replicas" already set`},
		{"pods that the selector does not find", "template:\n    metadata:\n      labels: {app: lendlink}", "template:\n    metadata:\n      labels: {app.kubernetes.io/name: lendlink}", "`selector` does not match template `labels`"},
		{"a rollout that cannot go on", "{maxUnavailable: 0, maxSurge: 0}", "{maxUnavailable: 0, maxSurge: 1}", "may not be 0 when `maxSurge` is 0"},
		{"a volume that nothing defines", "{name: options, mountPath", "{name: settings, mountPath", `Not found: "options"`},
		{"two words on disruption", "minAvailable: 1\n  maxUnavailable: 1", "minAvailable: 1", "cannot be both set"},
		{"a port's name too long", "{name: http-of-the-public, containerPort", "{name: http, containerPort", "must be no more than 15 characters"},
		{"a path of no type", "pathType: Prefixed", "pathType: Prefix", `Unsupported value: "Prefixed"`},
		{"a version that there is not", "policy/v2", "policy/v1", `no kind "PodDisruptionBudget" is registered`},
		{"pods as root", "runAsNonRoot: false", "runAsNonRoot: true", "runAsNonRoot != true"},
		{"capabilities that are kept", "capabilities: {}", "capabilities: {drop: [ALL]}", "unrestricted capabilities"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			whole := manifests(t)
			changed := strings.Replace(whole, tc.of, tc.instead, 1)
			if changed == whole {
				t.Fatalf("the manifests no longer hold %q", tc.of)
			}
			if found := strings.Join(refusals(t, changed), "\n"); !strings.Contains(found, tc.want) {
				t.Errorf("found %q, want %q in it", found, tc.want)
			}
		})
	}
}

func manifests(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../kubernetes/lendlink.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// refusals returns what the API server would say against each object.
func refusals(t *testing.T, manifests string) (found []string) {
	t.Helper()
	decoder := json.NewSerializerWithOptions(json.DefaultMetaFactory, legacyscheme.Scheme, legacyscheme.Scheme,
		json.SerializerOptions{Yaml: true, Strict: true})
	documents := yamlreader.NewDocumentDecoder(io.NopCloser(strings.NewReader(manifests)))
	defer documents.Close()
	buffer := make([]byte, 64<<10)
	for {
		n, err := documents.Read(buffer)
		if errors.Is(err, io.EOF) {
			return found
		}
		if err != nil {
			t.Fatal(err)
		}
		object, _, err := decoder.Decode(buffer[:n], nil, nil)
		if err != nil {
			found = append(found, err.Error())
			continue
		}
		found = append(found, judge(t, object)...)
	}
}

// judge completes an object as the API server does and returns what is wrong with it.
func judge(t *testing.T, object runtime.Object) (found []string) {
	t.Helper()
	legacyscheme.Scheme.Default(object)
	internal, err := legacyscheme.Scheme.ConvertToVersion(object, runtime.InternalGroupVersioner)
	if err != nil {
		t.Fatal(err)
	}
	named, ok := internal.(metav1.Object)
	if !ok {
		t.Fatalf("%T has no name", internal)
	}
	named.SetNamespace("lendlink")
	var wrong field.ErrorList
	switch o := internal.(type) {
	case *core.ConfigMap:
		wrong = corevalidation.ValidateConfigMap(o)
	case *core.Service:
		wrong = corevalidation.ValidateServiceCreate(o)
	case *apps.Deployment:
		wrong = appsvalidation.ValidateDeployment(o, podutil.GetValidationOptionsFromPodTemplate(&o.Spec.Template, nil))
	case *policy.PodDisruptionBudget:
		wrong = policyvalidation.ValidatePodDisruptionBudget(o, policyvalidation.PodDisruptionBudgetValidationOptions{})
	case *networking.NetworkPolicy:
		wrong = networkingvalidation.ValidateNetworkPolicy(o, networkingvalidation.NetworkPolicyValidationOptions{})
	case *networking.Ingress:
		wrong = networkingvalidation.ValidateIngressCreate(o)
	default:
		t.Fatalf("%T: nobody validates it here", o)
	}
	for _, w := range wrong {
		found = append(found, fmt.Sprintf("%T %s: %v", internal, named.GetName(), w))
	}
	if d, ok := object.(*appsv1.Deployment); ok {
		found = append(found, insecurities(t, d)...)
	}
	return found
}

// insecurities returns what a namespace that is labelled "restricted" would not admit:
// the manifests' own advice is to label it so.
func insecurities(t *testing.T, d *appsv1.Deployment) (found []string) {
	t.Helper()
	evaluator, err := securitypolicy.NewEvaluator(securitypolicy.DefaultChecks(), nil)
	if err != nil {
		t.Fatal(err)
	}
	restricted := security.LevelVersion{Level: security.LevelRestricted, Version: security.LatestVersion()}
	for _, r := range evaluator.EvaluatePod(restricted, &d.Spec.Template.ObjectMeta, &d.Spec.Template.Spec) {
		if !r.Allowed {
			found = append(found, fmt.Sprintf("%s: %s: %s", d.Name, r.ForbiddenReason, r.ForbiddenDetail))
		}
	}
	slices.Sort(found)
	return found
}
