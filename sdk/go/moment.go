package grantor

import (
	"math"
	"time"
)

// moment is a time on both clocks of this machine, each since a beginning of its own. Something has
// lasted as long as the one says that saw more: the monotonic clock may stand still while the machine
// sleeps, and the wall's may be put back.
type moment struct {
	monotonic, wall time.Duration
}

// forever is later than every moment.
var forever = moment{math.MaxInt64, math.MaxInt64}

var processBegan = time.Now()

// presently is this moment.
func presently() moment {
	now := time.Now()
	return moment{now.Sub(processBegan), time.Duration(now.UnixNano())}
}

// plus is the moment so much later, at most forever.
func (m moment) plus(span time.Duration) moment {
	return moment{later(m.monotonic, span), later(m.wall, span)}
}

func later(at, span time.Duration) time.Duration {
	if span > 0 && at > math.MaxInt64-span {
		return math.MaxInt64
	}
	return at + span
}

// before tells whether the moment is before the other one on both clocks.
func (m moment) before(other moment) bool {
	return m.monotonic < other.monotonic && m.wall < other.wall
}

// earliest has the earlier time of each clock.
func (m moment) earliest(other moment) moment {
	return moment{min(m.monotonic, other.monotonic), min(m.wall, other.wall)}
}
