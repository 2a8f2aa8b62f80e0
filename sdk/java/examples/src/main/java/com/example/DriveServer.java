package com.example;

import com.grantor.client.GrantorClient;
import com.grantor.client.GrantorException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/**
 * A web service that asks before it answers: {@code GET /drives/drive-1} for the user in {@code X-User} is 200 or 403,
 * and 503 where Grantor can't be asked. Nobody is let in by an error.
 */
public final class DriveServer {
    private static final String DRIVES = "/drives/";

    private final GrantorClient grantor;

    private DriveServer(GrantorClient grantor) {
        this.grantor = grantor;
    }

    /**
     * Serves until it is stopped.
     *
     * @param arguments the port; 0 takes a free one, which is printed
     * @throws IOException if the port can't be had
     */
    public static void main(String[] arguments) throws IOException {
        GrantorClient grantor = GrantorClient.create();
        grantor.connection().getState(true); // Connects now, so that the first visitor need not wait for it.
        Runtime.getRuntime().addShutdownHook(new Thread(grantor::close));
        int port = Integer.parseInt(arguments[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(DRIVES, new DriveServer(grantor)::serve);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        // Whoever stands before this service has signed the user in and says who it is.
        String user = exchange.getRequestHeaders().getFirst("X-User");
        String drive = exchange.getRequestURI().getPath().substring(DRIVES.length());
        if (user == null || user.isEmpty()) {
            answer(exchange, 401, "Say in X-User who you are.");
        } else if (!exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 405, "Drives are only read here.");
        } else {
            open(exchange, "users/" + user, "organizations/acme/products/" + drive);
        }
    }

    private void open(HttpExchange exchange, String user, String drive) throws IOException {
        try {
            boolean allowed = grantor.check(user, "kdrive/use", drive).allowed();
            answer(exchange, allowed ? 200 : 403, allowed ? "Here is " + drive : "Not for " + user);
        } catch (GrantorException unasked) {
            System.err.println(unasked);
            answer(exchange, 503, "Can't tell whether you may. Try again.");
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
