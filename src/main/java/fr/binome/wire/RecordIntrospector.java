package fr.binome.wire;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;

import fr.binome.board.Change;
import fr.binome.board.KernelCommand;
import fr.binome.parcours.constat.Detail;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Lets the records say how they are read, without an annotation of Jackson's: a component is
 * required unless it is nullable, and the records of a sealed interface are told apart by {@code
 * type}, their name.
 */
final class RecordIntrospector extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    private static final Set<Class<?>> UNIONS =
            Set.of(Up.class, Down.class, KernelCommand.class, Change.class, Detail.class);

    private static final JsonTypeInfo.Value BY_TYPE =
            JsonTypeInfo.Value.construct(
                    JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, true);

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        if (member instanceof AnnotatedParameter parameter
                && member.getDeclaringClass().isRecord()) {
            return !isNullable(member.getDeclaringClass(), parameter.getIndex());
        }
        return null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        boolean nullable = Boolean.FALSE.equals(requiredMarker(annotated));
        Nulls nulls = nullable ? Nulls.SET : Nulls.FAIL;
        return JsonSetter.Value.forValueNulls(nulls, Nulls.FAIL);
    }

    private @Nullable Boolean requiredMarker(Annotated annotated) {
        return annotated instanceof AnnotatedMember member ? hasRequiredMarker(member) : null;
    }

    private static boolean isNullable(Class<?> type, int component) {
        return type.getRecordComponents()[component]
                .getAnnotatedType()
                .isAnnotationPresent(Nullable.class);
    }

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
            MapperConfig<?> config, Annotated annotated) {
        return union(annotated.getRawType()) == null ? null : BY_TYPE;
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
        Class<?> type = annotated.getRawType();
        return UNIONS.contains(type)
                ? Arrays.stream(type.getPermittedSubclasses())
                        .map(permitted -> new NamedType(permitted, Words.of(permitted)))
                        .toList()
                : null;
    }

    @Override
    public @Nullable String findTypeName(AnnotatedClass annotated) {
        return union(annotated.getRawType()) == null ? null : Words.of(annotated.getRawType());
    }

    private static @Nullable Class<?> union(Class<?> type) {
        if (UNIONS.contains(type)) {
            return type;
        }
        for (Class<?> parent : type.getInterfaces()) {
            if (UNIONS.contains(parent)) {
                return parent;
            }
        }
        return null;
    }
}
