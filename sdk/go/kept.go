package grantor

import (
	"hash/maphash"
	"strings"
	"sync"
	"sync/atomic"
)

// keptShards is over how many locks the subjects are spread, so that goroutines that ask about several
// of them do not meet.
const keptShards = 64

// kept has answers, by subject and then by what was asked, so that those of a subject go by one removal.
// They are of two generations: new ones are young, and once half of the bound is young, the old ones
// are dropped and the young ones become the old. Whatever writes holds the lock of the rules; a hit
// takes the lock of its shard for reading, and nothing else.
type kept struct {
	seed   maphash.Seed
	half   int // as many as a generation has
	young  int // how many are; guarded by the lock of the rules
	shards [keptShards]keptShard
}

// keptShard is a part of the subjects.
type keptShard struct {
	mu         sync.RWMutex
	young, old generation
	hits       atomic.Uint64

	_ [64]byte // what one goroutine writes here is not on the line of the next shard
}

type generation map[string]map[aspect]*keptAnswer

// aspect is a question without its subject.
type aspect struct {
	resource, right string
}

func (a aspect) cloned() aspect {
	return aspect{strings.Clone(a.resource), strings.Clone(a.right)}
}

// keptAnswer is an answer, and when it ends.
type keptAnswer struct {
	answer Answer
	end    moment
}

// newKept keeps at most so many answers, 2 or more.
func newKept(maxAnswers int) *kept {
	return &kept{seed: maphash.MakeSeed(), half: maxAnswers / 2}
}

func (k *kept) shard(subject string) *keptShard {
	return &k.shards[maphash.String(k.seed, subject)%keptShards]
}

// find gives the answer to a question, and whether it is an old one; nil if there is none.
func (s *keptShard) find(subject string, of aspect) (found *keptAnswer, old bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if found = s.young[subject][of]; found != nil {
		return found, false
	}
	found = s.old[subject][of]
	return found, found != nil
}

// put keeps an answer. The texts are copied: they may be parts of much larger ones.
func (k *kept) put(subject string, of aspect, answer *keptAnswer) {
	s := k.shard(subject)
	s.mu.Lock()
	k.young += s.put(strings.Clone(subject), of.cloned(), answer)
	s.mu.Unlock()
	if k.young >= k.half {
		k.turn()
	}
}

// put makes an answer a young one, and says how many young ones there are more.
func (s *keptShard) put(subject string, of aspect, answer *keptAnswer) int {
	if s.young == nil {
		s.young = generation{}
	}
	answers := s.young[subject]
	if answers == nil {
		answers = map[aspect]*keptAnswer{}
		s.young[subject] = answers
	}
	before := len(answers)
	answers[of] = answer
	return len(answers) - before
}

// move makes an old answer a young one, as it was asked for again. A hit waits for no lock that is not for
// reading: where somebody is in the way, or the young ones are nearly enough to be the old, nothing is moved.
func (k *kept) move(subject string, of aspect, answer *keptAnswer) {
	s := k.shard(subject)
	if k.young+1 >= k.half || !s.mu.TryLock() {
		return
	}
	defer s.mu.Unlock()
	if s.old[subject][of] == answer {
		k.young += s.put(strings.Clone(subject), of.cloned(), answer)
	}
}

// turn drops the old ones; the young ones become the old.
func (k *kept) turn() {
	for i := range k.shards {
		s := &k.shards[i]
		s.mu.Lock()
		s.old, s.young = s.young, nil
		s.mu.Unlock()
	}
	k.young = 0
}

// forget drops the answers about one subject.
func (k *kept) forget(subject string) {
	s := k.shard(subject)
	s.mu.Lock()
	defer s.mu.Unlock()
	k.young -= len(s.young[subject])
	delete(s.young, subject)
	delete(s.old, subject)
}

// forgetAll drops all answers.
func (k *kept) forgetAll() {
	for i := range k.shards {
		s := &k.shards[i]
		s.mu.Lock()
		s.old, s.young = nil, nil
		s.mu.Unlock()
	}
	k.young = 0
}

func (k *kept) hits() (sum uint64) {
	for i := range k.shards {
		sum += k.shards[i].hits.Load()
	}
	return sum
}
