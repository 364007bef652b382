package fr.binome.board;

/**
 * One command of a submission.
 *
 * @param <T> the trade commands of the board's kind
 */
public sealed interface Command<T> {
    record Kernel<T>(KernelCommand command) implements Command<T> {}

    record Trade<T>(T command) implements Command<T> {}
}
