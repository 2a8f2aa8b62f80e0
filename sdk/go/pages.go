package grantor

import (
	"context"
	"iter"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"
)

// pages gives the items of all pages of a list, from the page that the request names, asking for
// the next page when it is needed. An error is the last that it gives.
func pages[Request proto.Message, Response interface{ GetNextPageToken() string }, Item any](
	ctx context.Context,
	list func(context.Context, Request, ...grpc.CallOption) (Response, error),
	request Request,
	items func(Response) []Item,
) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		for page := request; ; {
			response, err := list(ctx, page)
			if err != nil {
				var none Item
				yield(none, err)
				return
			}
			for _, item := range items(response) {
				if !yield(item, nil) {
					return
				}
			}
			token := response.GetNextPageToken()
			if token == "" {
				return
			}
			page = withText(request, "page_token", token)
		}
	}
}
