package requestform

// PracticeForm is Lendlink's own stand-in for Tipasa's form: it shows what that
// would receive.
const PracticeForm Service = "practice"

var practice = spec{
	service: PracticeForm,
	name:    "Practice form",
	short:   "your request system",
	example: tipasa.example,
	local:   true,
	rows:    discoveryRows(),
}
