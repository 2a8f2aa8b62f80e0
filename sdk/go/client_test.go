package grantor

import (
	"reflect"
	"strings"
	"testing"

	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
)

// services has all services of grantor.v1.
func services() []protoreflect.ServiceDescriptor {
	var found []protoreflect.ServiceDescriptor
	protoregistry.GlobalFiles.RangeFilesByPackage("grantor.v1", func(file protoreflect.FileDescriptor) bool {
		for i := range file.Services().Len() {
			found = append(found, file.Services().Get(i))
		}
		return true
	})
	return found
}

func TestEveryServiceIsThere(t *testing.T) {
	client, err := New("http://localhost:1", aKey)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	stubs := map[string]bool{}
	for _, field := range reflect.VisibleFields(reflect.TypeFor[Client]()) {
		if field.IsExported() {
			stubs[field.Type.Name()] = !reflect.ValueOf(*client).FieldByIndex(field.Index).IsNil()
		}
	}
	for _, service := range services() {
		if !stubs[string(service.Name())+"Client"] {
			t.Errorf("the client has no %s", service.Name())
		}
	}
	if len(services()) != len(stubs) {
		t.Errorf("%d services, %d stubs", len(services()), len(stubs))
	}
}

func TestEveryPagedListHasItsIterator(t *testing.T) {
	client := reflect.TypeFor[*Client]()
	for _, service := range services() {
		for i := range service.Methods().Len() {
			method := service.Methods().Get(i)
			if method.Output().Fields().ByName("next_page_token") == nil {
				continue
			}
			if _, has := client.MethodByName(string(method.Name())); !has {
				t.Errorf("the client has no %s over all pages", method.Name())
			}
			if !strings.HasPrefix(string(method.Input().Name()), string(method.Name())) ||
				method.Input().Fields().ByName("page_token") == nil {
				t.Errorf("%s takes no page token", method.FullName())
			}
		}
	}
}
