package fr.binome.journal;

import fr.binome.board.BoardId;
import fr.binome.journal.memory.MemoryJournal;
import fr.binome.journal.memory.MemoryStore;

class MemoryJournalTest extends JournalContract {
    private final MemoryStore store = new MemoryStore();

    @Override
    protected Journal start() {
        return new MemoryJournal(store, Runnable::run);
    }

    @Override
    protected void corrupt(BoardId board, long n) {
        store.corrupt(board, n);
    }

    @Override
    protected void lose(BoardId board, long n) {
        store.lose(board, n);
    }

    @Override
    protected void spoilNewestSnapshot(BoardId board) {
        store.spoilNewestSnapshot(board);
    }
}
