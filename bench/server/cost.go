package server

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// tick is the unit of processor time in /proc, the same on all of Linux.
const tick = 10 * time.Millisecond

// CPU is the processor time that the server has used since its start.
func (s *Server) CPU() (time.Duration, error) {
	stat, err := os.ReadFile(s.proc("stat"))
	if err != nil {
		return 0, err
	}
	// The command's name, in parentheses, may hold anything; state is what follows.
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	var used time.Duration
	for _, field := range fields[11:13] { // utime and stime
		n, err := strconv.Atoi(field)
		if err != nil {
			return 0, err
		}
		used += time.Duration(n) * tick
	}
	return used, nil
}

// Memory returns what the server holds in memory now, and the most that it ever held,
// in bytes. The pages of its program are not counted: they come from the file, the
// kernel shares them between servers and takes them back when it needs the room.
func (s *Server) Memory() (now, peak int64, err error) {
	status, err := os.ReadFile(s.proc("status"))
	if err != nil {
		return 0, 0, err
	}
	sizes := map[string]int64{}
	for line := range strings.Lines(string(status)) {
		name, size, _ := strings.Cut(line, ":")
		var kilobytes int64
		if n, _ := fmt.Sscanf(size, "%d kB", &kilobytes); n == 1 {
			sizes[name] = kilobytes << 10
		}
	}
	if sizes["VmHWM"] == 0 || sizes["RssAnon"] == 0 {
		return 0, 0, fmt.Errorf("no memory in %s", s.proc("status"))
	}
	return sizes["RssAnon"], sizes["VmHWM"] - sizes["RssFile"] - sizes["RssShmem"], nil
}

func (s *Server) proc(file string) string { return fmt.Sprintf("/proc/%d/%s", s.cmd.Process.Pid, file) }
