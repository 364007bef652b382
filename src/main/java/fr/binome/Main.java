package fr.binome;

/** Starts the server from its parts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {}
}
