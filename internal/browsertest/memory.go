package browsertest

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/memory"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Memory is what the page of a tab holds.
type Memory struct {
	Nodes     int64 // of all documents, those on no page included
	Listeners int64
	Heap      float64 // bytes
}

// Memory returns what the page holds once garbage is collected.
func (tab *Tab) Memory() Memory {
	tab.t.Helper()
	var counts memory.GetDOMCountersResult
	var heap runtime.GetHeapUsageResult
	tab.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) (err error) {
		for range 3 { // what the first leaves can hold what the next finds
			if _, err := cdp.Call(ctx, t, heapprofiler.CollectGarbage, cdp.Empty{}); err != nil {
				return err
			}
		}
		if counts, err = cdp.Call(ctx, t, memory.GetDOMCounters, cdp.Empty{}); err != nil {
			return err
		}
		heap, err = cdp.Call(ctx, t, runtime.GetHeapUsage, cdp.Empty{})
		return err
	}))
	return Memory{counts.Nodes, counts.JsEventListeners, heap.UsedSize}
}
