package grantor

import (
	"testing"

	"google.golang.org/protobuf/proto"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

func TestARequestIDIsPutWhereItIsMissing(t *testing.T) {
	request := &grantorv1.CreateGrantRequest{Parent: "organizations/acme", Grant: &grantorv1.Grant{Note: "why"}}
	request.ProtoReflect().SetUnknown([]byte{0xf8, 0xff, 0x06, 1})
	sent := withRequestID(request, "id-1").(*grantorv1.CreateGrantRequest)
	if request.GetRequestId() != "" {
		t.Error("the caller's own message has changed: sent again it would be the same change")
	}
	request.RequestId = "id-1"
	if !proto.Equal(request, sent) {
		t.Errorf("%v was sent in place of %v", sent, request)
	}
}

func TestWhatHasARequestIDOrNoFieldForItStaysAsItIs(t *testing.T) {
	change := &grantorv1.DeleteGrantRequest{RequestId: "mine"}
	question := &grantorv1.CheckAccessRequest{Subject: "users/alice"}
	if withRequestID(change, "id-1") != any(change) || withRequestID(question, "id-1") != any(question) {
		t.Error("copied for nothing")
	}
}

func TestAQuestionCostsNoAllocation(t *testing.T) {
	var question any = &grantorv1.CheckAccessRequest{Subject: "users/alice"}
	if count := testing.AllocsPerRun(100, func() { withRequestID(question, "id-1") }); count != 0 {
		t.Errorf("%v allocations", count)
	}
}
