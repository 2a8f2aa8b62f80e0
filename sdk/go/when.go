package grantor

import (
	"time"

	"google.golang.org/protobuf/types/known/timestamppb"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// AskOption says of when an answer must be: how fresh ([FullyConsistent], [AtLeastAsFresh]), or as
// things stood ([AtTime], [AtRevision]), which has no token. Of several that say the same the last
// counts; those that contradict each other the server refuses.
type AskOption interface {
	says(*when)
}

// when is what all options together say.
type when struct {
	consistency *grantorv1.Consistency
	time        *timestamppb.Timestamp
	revision    *int64
}

// asOf is an option about the past.
type asOf func(*when)

func (say asOf) says(w *when) { say(w) }

func (c Consistency) says(w *when) { w.consistency = c.Consistency }

// AtTime asks for the answer as things stood at this time, which must be some ten seconds ago.
func AtTime(at time.Time) AskOption {
	return asOf(func(w *when) { w.time = timestamppb.New(at) })
}

// AtRevision asks for the answer as things stood at this revision of the organization, which all
// questions are then about. There is no revision 0: it is INVALID_ARGUMENT, and nothing is asked.
func AtRevision(revision int64) AskOption {
	return asOf(func(w *when) { w.revision = &revision })
}

// whenOf reads options. A message can't tell revision 0 from none, and would ask about now.
func whenOf(options []AskOption) (when, error) {
	var said when
	for _, option := range options {
		if option != nil {
			option.says(&said)
		}
	}
	if said.revision != nil && *said.revision == 0 {
		return when{}, wrongArgument("at_revision", "it is 0, and the first is 1; leave AtRevision out to ask about now")
	}
	return said, nil
}

// number is the revision as messages have it: 0 is none.
func (w when) number() int64 {
	if w.revision == nil {
		return 0
	}
	return *w.revision
}
