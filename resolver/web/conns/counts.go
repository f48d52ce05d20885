package conns

// Plus returns the numbers of two trackers together.
func (c Counts) Plus(d Counts) Counts {
	c.Open += d.Open
	c.Headers += d.Headers
	c.Waiting += d.Waiting
	for i, n := range d.Closed {
		c.Closed[i] += n
	}
	return c
}
