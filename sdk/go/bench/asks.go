package main

import (
	"context"
	"os"
	"strings"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/keepalive"
	"google.golang.org/grpc/metadata"

	grantor "grantor.dev/sdk/go"
	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

const (
	subject  = "users/alice"
	right    = "kdrive/use"
	resource = "organizations/acme/products/drive-1"
)

// client asks as users of the client do.
func client() (ask, error) {
	client, err := grantor.New("", "")
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context) error {
		answer, err := client.Check(ctx, subject, right, resource)
		if err == nil && !answer.Allowed {
			err = errDenied
		}
		return err
	}, nil
}

// stub asks by the generated stub alone: no ids, no deadline, no retries, and the key as metadata.
func stub() (ask, error) {
	target := strings.TrimPrefix(os.Getenv("GRANTOR_ADDRESS"), "http://")
	connection, err := grpc.NewClient("dns:///"+target,
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(16<<20)),
		grpc.WithKeepaliveParams(keepalive.ClientParameters{
			Time: 30 * time.Second, Timeout: 10 * time.Second, PermitWithoutStream: true,
		}))
	if err != nil {
		return nil, err
	}
	access := grantorv1.NewAccessServiceClient(connection)
	key := "Bearer " + os.Getenv("GRANTOR_KEY")
	return func(ctx context.Context) error {
		response, err := access.CheckAccess(metadata.AppendToOutgoingContext(ctx, "authorization", key),
			&grantorv1.CheckAccessRequest{Subject: subject, Right: right, Resource: resource})
		if err == nil && response.GetDecision() != grantorv1.Decision_DECISION_ALLOWED {
			err = errDenied
		}
		return err
	}, nil
}
