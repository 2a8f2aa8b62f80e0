package grantor

import (
	"sync"
	"sync/atomic"
	"time"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

const (
	// longestProof is how long what is kept is relied on after the time up to which all was told, and
	// after the message that said so.
	longestProof = 5 * time.Second
	// longestMeasure is how long a measure of the database's clock counts: clocks drift.
	longestMeasure = time.Minute
)

// keeping decides which answers are kept, and when they may be served.
type keeping struct {
	now  func() moment
	kept *kept

	// What is kept is served until then, on each of the two clocks. 0: not at all.
	untilMonotonic, untilWall atomic.Int64

	mu       sync.Mutex // whoever looks for answers does not take it
	over     bool
	token    string   // the newest of the present stream; empty before its first message
	proof    *proof   // by its last message; nil before
	measured *measure // by the latest answer; nil before
	underWay map[string]map[*inquiry]struct{}
	failure  error // why the stream does not stand
}

// proof is the time up to which all was told, and when that was read.
type proof struct {
	proved time.Time
	heard  moment
}

// measure is what an answer says of the database's clock: at the moment when it was asked for, the clock
// showed no later time than this.
type measure struct {
	evaluated time.Time
	sent      moment
}

// inquiry is a question that is under way.
type inquiry struct {
	subject string
	of      aspect
	token   string // with which it is asked; empty: it is not kept
	sent    moment
	void    bool // its answer may be from before an invalidation
}

// find gives an answer that may be served now.
func (k *keeping) find(now moment, subject string, of aspect) (Answer, bool) {
	until := moment{time.Duration(k.untilMonotonic.Load()), time.Duration(k.untilWall.Load())}
	if !now.before(until) {
		return Answer{}, false
	}
	shard := k.kept.shard(subject)
	found, old := shard.find(subject, of)
	if found == nil || !now.before(found.end) {
		return Answer{}, false
	}
	shard.hits.Add(1)
	if old && k.mu.TryLock() {
		k.kept.move(subject, of, found)
		k.mu.Unlock()
	}
	return found.answer, true
}

// ask says that a question is about to be asked, as of this moment.
func (k *keeping) ask(now moment, subject string, of aspect) *inquiry {
	k.mu.Lock()
	defer k.mu.Unlock()
	asked := &inquiry{subject: subject, of: of, token: k.token, sent: now}
	if k.underWay[subject] == nil {
		k.underWay[subject] = map[*inquiry]struct{}{}
	}
	k.underWay[subject][asked] = struct{}{}
	return asked
}

// answered says what became of a question; the response is nil if there is no answer. The answer is kept
// under the lock that invalidations take, so that none slips in between.
func (k *keeping) answered(asked *inquiry, response *grantorv1.CheckAccessResponse, answer Answer) {
	k.mu.Lock()
	defer k.mu.Unlock()
	delete(k.underWay[asked.subject], asked)
	if len(k.underWay[asked.subject]) == 0 {
		delete(k.underWay, asked.subject)
	}
	if response.GetEvaluateTime() == nil {
		return
	}
	evaluated := response.GetEvaluateTime().AsTime()
	if k.measured == nil || k.measured.sent.monotonic < asked.sent.monotonic {
		k.measured = &measure{evaluated: evaluated, sent: asked.sent}
		k.prove()
	}
	if asked.void || asked.token == "" {
		return
	}
	end := forever
	if !answer.ValidUntil.IsZero() {
		end = asked.sent.plus(answer.ValidUntil.Sub(evaluated))
	}
	k.kept.put(asked.subject, asked.of, &keptAnswer{answer: answer, end: end})
}

// begin says that a new stream is about to be opened, and that the one before has ended.
func (k *keeping) begin() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.reset()
}

// take takes a message of the stream.
func (k *keeping) take(message *grantorv1.WatchAccessResponse) {
	heard := k.now()
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.over {
		return
	}
	if message.Invalidation != nil {
		k.invalidate(message.Invalidation)
	}
	k.failure = nil
	k.token = message.GetConsistencyToken()
	k.proof = nil
	if message.ProvedTime != nil {
		k.proof = &proof{proved: message.ProvedTime.AsTime(), heard: heard}
	}
	k.prove()
}

// invalidate forgets the answers that an invalidation names, and voids those that are under way. One that
// names nobody says something that this client does not know: it is about all.
func (k *keeping) invalidate(invalidation *grantorv1.Invalidation) {
	if invalidation.GetAllSubjects() || len(invalidation.GetSubjects()) == 0 {
		k.forgetAll()
		return
	}
	for _, subject := range invalidation.GetSubjects() {
		k.kept.forget(subject)
		void(k.underWay[subject])
	}
}

func (k *keeping) forgetAll() {
	k.kept.forgetAll()
	for _, asked := range k.underWay {
		void(asked)
	}
}

func void(asked map[*inquiry]struct{}) {
	for one := range asked {
		one.void = true
	}
}

// ended says why the stream does not stand. Nothing is served until the next one has said something.
func (k *keeping) ended(why error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.over {
		k.failure = why
		k.reset()
	}
}

// end ends all keeping, for this reason; the first one counts.
func (k *keeping) end(why error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.over {
		k.over, k.failure = true, why
		k.reset()
	}
}

// reset forgets what was told and kept.
func (k *keeping) reset() {
	k.token, k.proof = "", nil
	k.prove()
	k.forgetAll()
}

// prove says until when what is kept is served: for 5 s after the last message, for 60 s after the last
// measure of the database's clock, and no longer than until that clock may show 5 s after the time up to
// which all was told.
func (k *keeping) prove() {
	var until moment
	if k.token != "" && k.proof != nil && k.measured != nil {
		age := k.proof.proved.Sub(k.measured.evaluated)
		until = k.proof.heard.plus(longestProof).
			earliest(k.measured.sent.plus(longestMeasure)).
			earliest(k.measured.sent.plus(age).plus(longestProof))
	}
	k.untilMonotonic.Store(int64(until.monotonic))
	k.untilWall.Store(int64(until.wall))
}

// keeps tells whether the stream stands and was heard lately, so that answers are kept.
func (k *keeping) keeps() bool {
	now := k.now()
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.token != "" && k.proof != nil && now.before(k.proof.heard.plus(longestProof))
}

// why is why the stream does not stand; nil while it does, or while it was not tried.
func (k *keeping) why() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.failure
}
