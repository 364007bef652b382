package fr.binome.board;

import fr.binome.text.Delta;

/** A rough weight of an entity in bytes of memory: what the limit of a board counts. */
final class Weight {
    private static final int ENTITY = 300;
    private static final int FIELD = 60;
    private static final int WORD = 100;

    private Weight() {}

    static long of(Entity entity) {
        long weight = ENTITY + (long) FIELD * (entity.registers().size() + entity.texts().size());
        for (Delta text : entity.texts().values()) {
            weight += 2L * text.length();
        }
        for (Value value : entity.registers().values()) {
            if (value instanceof Value.Words(var words)) {
                weight += (long) WORD * words.size();
            }
        }
        return weight;
    }
}
