package grantor

import (
	"testing"
	"time"

	"google.golang.org/grpc/codes"
)

func TestRevisionZeroIsNotAskedAsOfNow(t *testing.T) {
	const says = "at_revision: it is 0, and the first is 1; …"
	client := at(t, "http://127.0.0.1:1")
	_, err := client.Check(t.Context(), "users/alice", "use", "organizations/acme", AtRevision(0))
	expect(t, ErrorOf(err), codes.InvalidArgument, says)
	_, err = client.CheckMany(t.Context(), make([]Question, 1), AtRevision(0))
	expect(t, ErrorOf(err), codes.InvalidArgument, says)
	_, err = client.Explain(t.Context(), "users/alice", "use", "organizations/acme", AtRevision(0))
	expect(t, ErrorOf(err), codes.InvalidArgument, says)
}

func TestOfOptionsThatSayTheSameTheLastCounts(t *testing.T) {
	then := time.Unix(1_700_000_000, 5).UTC()
	said, err := whenOf([]AskOption{
		nil, FullyConsistent(), AtTime(time.Now()), AtRevision(0), AtRevision(7), AtTime(then), Consistency{},
	})
	if err != nil || said.consistency != nil || !said.time.AsTime().Equal(then) || said.number() != 7 {
		t.Errorf("%+v, %v", said, err)
	}
}
