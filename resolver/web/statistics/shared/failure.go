package shared

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"

	"github.com/redis/go-redis/v9"
)

// failure words what went wrong with the server, for those who read it in a log; nil for
// nothing.
func failure(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("the server that lookup.cache names: %w", cause(err))
}

// cause returns what the system or the server says, without the words of the libraries
// around it.
func cause(err error) error {
	if e, ok := errors.AsType[*net.DNSError](err); ok && e.IsNotFound {
		return errors.New("no such host")
	}
	if e, ok := errors.AsType[*os.SyscallError](err); ok {
		return e.Err
	}
	if e, ok := errors.AsType[net.Error](err); ok && e.Timeout() || errors.Is(err, context.DeadlineExceeded) {
		return errors.New("no answer in time")
	}
	if e, ok := errors.AsType[redis.Error](err); ok {
		return fmt.Errorf("it answered %q", e.Error())
	}
	return err
}
