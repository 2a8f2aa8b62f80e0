package grantor

import (
	"fmt"
	"testing"
)

// sizes counts what is kept of each generation.
func (k *kept) sizes() (young, old int) {
	for i := range k.shards {
		for _, answers := range k.shards[i].young {
			young += len(answers)
		}
		for _, answers := range k.shards[i].old {
			old += len(answers)
		}
	}
	return young, old
}

func number(i int) (string, aspect) {
	return fmt.Sprintf("users/%d", i%7), aspect{fmt.Sprintf("organizations/acme/products/%d", i), "use"}
}

func TestNoMoreIsKeptThanTheBound(t *testing.T) {
	for _, bound := range []int{2, 3, 10, 100} {
		k := newKept(bound)
		for i := range 1000 {
			subject, of := number(i)
			for range 1 + i%2 {
				k.put(subject, of, &keptAnswer{})
			}
			if i%5 == 0 {
				k.forget("users/3")
			}
			young, old := k.sizes()
			if young+old > bound || young != k.young {
				t.Fatalf("%d young (%d counted) and %d old of %d", young, k.young, old, bound)
			}
			if found, _ := k.shard(subject).find(subject, of); found == nil && (i%5 != 0 || subject != "users/3") {
				t.Fatal("the last one is not kept")
			}
		}
	}
}

func TestWhatIsAskedForStaysAndTheRestGoes(t *testing.T) {
	k := newKept(20)
	for i := range 100 {
		subject, of := number(i)
		k.put(subject, of, &keptAnswer{})
		first, firstOf := number(0)
		found, old := k.shard(first).find(first, firstOf)
		if found == nil {
			t.Fatalf("gone after %d others", i)
		}
		if old {
			k.move(first, firstOf, found)
		}
	}
	gone, of := number(1)
	if found, _ := k.shard(gone).find(gone, of); found != nil {
		t.Error("what nobody asks for stays")
	}
}

func TestBothGenerationsForget(t *testing.T) {
	for name, forget := range map[string]func(*kept){
		"subject": func(k *kept) { k.forget("users/ann") }, "all": (*kept).forgetAll,
	} {
		k := newKept(4)
		for _, right := range []string{"old 1", "old 2", "young"} {
			k.put("users/ann", aspect{drive, right}, &keptAnswer{})
		}
		if young, old := k.sizes(); young != 1 || old != 2 {
			t.Fatalf("%d young, %d old", young, old)
		}
		forget(k)
		if young, old := k.sizes(); young+old != 0 || k.young != 0 {
			t.Errorf("%s: %d young, %d old are left", name, young, old)
		}
	}
}

func TestAnOldAnswerThatWasForgottenIsNotMoved(t *testing.T) {
	k := newKept(4)
	gone := &keptAnswer{}
	k.put("users/ann", aspect{drive, "use"}, gone)
	k.put("users/bob", aspect{drive, "use"}, &keptAnswer{})
	k.forget("users/ann")
	k.move("users/ann", aspect{drive, "use"}, gone)
	if found, _ := k.shard("users/ann").find("users/ann", aspect{drive, "use"}); found != nil {
		t.Error("it is back")
	}
}
