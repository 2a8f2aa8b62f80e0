package main

import (
	"fmt"
	"log"
	"net/http"

	"google.golang.org/grpc/codes"

	grantor "grantor.dev/sdk/go"
)

// routes is what the service answers.
func routes(client *grantor.Client) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /drives/{id}", forUsersOf(client, http.HandlerFunc(showDrive)))
	return mux
}

func showDrive(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "This is %s.\n", r.PathValue("id"))
}

// forUsersOf lets through who may use the drive of the path. The header X-User stands for a real
// service's login.
func forUsersOf(client *grantor.Client, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user := r.Header.Get("X-User")
		if user == "" {
			http.Error(w, "Say who you are: X-User", http.StatusUnauthorized)
			return
		}
		drive := "organizations/acme/products/" + r.PathValue("id")
		answer, err := client.Check(r.Context(), "users/"+user, "kdrive/use", drive)
		switch {
		case err != nil:
			refuse(w, err)
		case !answer.Allowed:
			http.Error(w, "You may not use this drive", http.StatusForbidden)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// refuse answers where there is no answer of Grantor: an error is never an allow.
func refuse(w http.ResponseWriter, err error) {
	log.Print(err)
	if e := grantor.ErrorOf(err); e != nil && e.Code == codes.InvalidArgument {
		// No drive, or nobody, can have such a name.
		http.Error(w, "There is no such drive", http.StatusNotFound)
		return
	}
	http.Error(w, "Nobody can be let in now; try again", http.StatusServiceUnavailable)
}
