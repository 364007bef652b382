package fr.binome.web;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;

/** Says whether a body has everything that its record needs. */
final class Bodies {
    private Bodies() {}

    /** The body itself, or null when a component that must be there is not. */
    static <B> @Nullable B whole(@Nullable B body) {
        if (body == null || !body.getClass().isRecord()) {
            return body;
        }
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    && value(body, component) == null) {
                return null;
            }
        }
        return body;
    }

    private static @Nullable Object value(Object body, RecordComponent component) {
        try {
            return component.getAccessor().invoke(body);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record shows its components", e);
        }
    }
}
