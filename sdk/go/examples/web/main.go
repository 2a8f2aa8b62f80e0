// Command web is a web service that asks Grantor before it answers.
//
//	go run ./examples/web -listen 127.0.0.1:8080
//	curl -H 'X-User: alice' http://127.0.0.1:8080/drives/drive-1
//
// Who may use the drive is answered 200, who may not 403. Where Grantor can't be asked nobody gets
// in: 503. Address and key of Grantor are in GRANTOR_ADDRESS and GRANTOR_KEY.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os/signal"
	"syscall"

	grantor "grantor.dev/sdk/go"
)

func main() {
	listen := flag.String("listen", "127.0.0.1:8080", "where to listen, HOST:PORT")
	flag.Parse()
	if err := run(*listen); err != nil {
		log.Fatal(err)
	}
}

func run(listen string) error {
	client, err := grantor.New("", "")
	if err != nil {
		return err
	}
	defer client.Close()
	listener, err := net.Listen("tcp", listen)
	if err != nil {
		return err
	}
	fmt.Printf("http://%s\n", listener.Addr())

	server := &http.Server{Handler: routes(client)}
	stopped, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(stopped, func() { server.Shutdown(context.Background()) })
	if err := server.Serve(listener); err != http.ErrServerClosed {
		return err
	}
	return nil
}
