package fr.binome;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Plain requests, as a browser or anybody else makes them; keeps the cookie of a session. */
final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final String url;
    private String cookie = "";

    Http(String url) {
        this.url = url;
    }

    /** An answer, whatever it is. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        JsonNode json() throws IOException {
            return ScriptedClient.JSON.readTree(response.body());
        }

        String reason() throws IOException {
            return json().path("reason").asText();
        }

        List<String> header(String name) {
            return response.headers().allValues(name);
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    /** As our own pages post; JSON may be written with single quotes. */
    Answer post(String path, String body) throws IOException, InterruptedException {
        return send(posting(path, body).header("x-binome", "1"));
    }

    /** A post that lacks what our own pages send with it. */
    HttpRequest.Builder posting(String path, String body) {
        return request(path)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    }

    Answer signOut() throws IOException, InterruptedException {
        return send(request("/api/session").header("x-binome", "1").DELETE());
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        return cookie.isEmpty() ? request : request.header("cookie", cookie);
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        response.headers()
                .firstValue("set-cookie")
                .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        return new Answer(response);
    }

    String cookie() {
        return cookie;
    }

    /** Goes on as somebody who brings that cookie. */
    Http as(String other) {
        Http http = new Http(url);
        http.cookie = other;
        return http;
    }
}
