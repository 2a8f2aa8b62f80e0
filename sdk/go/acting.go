package grantor

import (
	"context"
	"fmt"
	"strings"

	"google.golang.org/grpc/metadata"
)

// actingUserHeader is the metadata that names the acting user.
const actingUserHeader = "x-grantor-acting-user"

type actingUserKey struct{}

// ActingFor makes the calls with the context that it returns for this user, "users/ann", whatever
// user the client acts for. With an empty one, or one that is no users/ID, they fail with
// INVALID_ARGUMENT and are not sent: a user that got lost must not become the service account.
func ActingFor(ctx context.Context, user string) context.Context {
	return context.WithValue(ctx, actingUserKey{}, user)
}

// actingUserOf is for whom a call with this context is; nil for the service account itself.
func (c *caller) actingUserOf(ctx context.Context) (*string, error) {
	user, given := ctx.Value(actingUserKey{}).(string)
	if !given {
		return c.actingUser, nil
	}
	if !isUser(user) {
		return nil, wrongArgument("acting user", noUser(user))
	}
	return &user, nil
}

// saysForWhom tells whether a context has a say in for whom its calls are.
func saysForWhom(ctx context.Context) bool {
	if _, given := ctx.Value(actingUserKey{}).(string); given {
		return true
	}
	sent, has := metadata.FromOutgoingContext(ctx)
	return has && len(sent.Get(actingUserHeader)) > 0
}

// isUser tells whether a text is users/ID and can go as metadata. Which ids there can be, the
// server knows.
func isUser(text string) bool {
	id, is := strings.CutPrefix(text, "users/")
	return is && id != "" && !strings.Contains(id, "/") && headerSafe(id)
}

func noUser(text string) string {
	if likeKey(text) {
		return "it looks like a key; write users/ID"
	}
	return fmt.Sprintf("%q is no name of a user; write users/ID", text)
}
