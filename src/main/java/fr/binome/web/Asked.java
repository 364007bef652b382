package fr.binome.web;

import org.jspecify.annotations.Nullable;

/** The bodies of the API's requests; what is missing or unknown in them is refused. */
final class Asked {
    private Asked() {}

    /** There is nothing to say. */
    record Nothing() {}

    /**
     * Either login and password, or the token of a demonstration link.
     *
     * @param shared whether others use the computer: the browser forgets the session when it ends
     */
    record SignIn(
            @Nullable String login,
            @Nullable String password,
            @Nullable String token,
            @Nullable Boolean shared) {}

    record Setup(String token, String name, String login, String password) {}

    /**
     * Into a class.
     *
     * @param discipline what the invited teaches, for the class team; absent for the place of Y
     */
    record Invite(String board, @Nullable String discipline) {}

    /** The account's part is absent for one who is signed in. */
    record Redeem(
            String token,
            @Nullable String name,
            @Nullable String login,
            @Nullable String password) {}

    record Reset(String token, String password) {}

    record ResetLink(String login) {}

    /** Whether the simulated colleague is to stop. */
    record Pause(boolean paused) {}

    record NewClasse(
            String board,
            String label,
            String year,
            int rentree,
            java.util.List<String> specialites) {}
}
