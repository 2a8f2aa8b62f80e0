package grantor

import (
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// withRequestID is the request with this request_id, if its message has that field and it is empty.
// Most calls, questions above all, have no such field and cost one type assertion here.
func withRequestID(request any, id string) any {
	change, has := request.(interface {
		proto.Message
		GetRequestId() string
	})
	if !has || change.GetRequestId() != "" {
		return request
	}
	return withText(change, "request_id", id)
}

// withText is the message with a text in one of its fields. The message itself stays as it is, for
// its owner may send it again, as another call; what it holds is not copied.
func withText[M proto.Message](message M, field protoreflect.Name, text string) M {
	source := message.ProtoReflect()
	copied := source.New()
	source.Range(func(field protoreflect.FieldDescriptor, value protoreflect.Value) bool {
		copied.Set(field, value)
		return true
	})
	copied.SetUnknown(source.GetUnknown())
	copied.Set(copied.Descriptor().Fields().ByName(field), protoreflect.ValueOfString(text))
	return copied.Interface().(M)
}
