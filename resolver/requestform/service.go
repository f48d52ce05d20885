package requestform

// service is what is particular to one request form. Adding a form is adding a row.
type service struct {
	keys  []key // what it reads, in the order in which it is sent
	local bool  // a page of Lendlink's own: its address is a path, no proxy goes in front
}

var services = map[Service]service{
	// OCLC documents neither's mapping. Both sit behind the same sign-in and are
	// fed by WorldCat Discovery, so both get what Discovery sends.
	Tipasa:     {keys: discoveryKeys},
	WorldShare: {keys: discoveryKeys},
	// The stand-in shows what a Tipasa form would receive.
	PracticeForm: {keys: discoveryKeys, local: true},
}

func serviceOf(name Service) service {
	if s, ok := services[name]; ok {
		return s
	}
	return services[Tipasa]
}

// sends tells whether a key is among those that the service reads.
func (s service) sends(name string) bool {
	for _, k := range s.keys {
		if k.name == name {
			return true
		}
	}
	return false
}
