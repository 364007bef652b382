package fr.binome.parcours.constat;

import fr.binome.board.EntityId;
import fr.binome.board.PersonId;
import fr.binome.parcours.Complexite;
import fr.binome.parcours.CycleYear;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/** What the sentence of a finding needs besides its rule. */
public sealed interface Detail {
    /** Rule and place say it all. */
    record Plain() implements Detail {}

    /**
     * Some of a closed list are missing: fields, blocs, univers, kinds, {@code X} and {@code Y}.
     */
    record Missing(List<String> what) implements Detail {}

    /** There are fewer than there should be. */
    record TooFew(int count, int min) implements Detail {}

    /**
     * A situation of few blocs.
     *
     * @param blocs their numbers
     */
    record FewBlocs(List<String> blocs, int min) implements Detail {}

    /**
     * Competences came first.
     *
     * @param chars of the description
     * @param sansEtape competences on no étape
     */
    record Thin(int chars, int min, List<String> sansEtape) implements Detail {}

    /**
     * A competence that the year does not work.
     *
     * @param drafts that would, once ready
     * @param week the number of the last week in which it can be caught up; null when not known
     * @param late whether that week is over
     */
    record Gap(
            String competence,
            CycleYear year,
            int drafts,
            @Nullable Integer week,
            @Nullable LocalDate monday,
            boolean late)
            implements Detail {}

    /** Another complexity than the year expects; none is null. */
    record Levels(Complexite expected, @Nullable Complexite actual) implements Detail {}

    /** A competence that is worked at a lower complexity than in an earlier year. */
    record Recedes(
            String competence, CycleYear before, Complexite was, CycleYear after, Complexite is)
            implements Detail {}

    /**
     * Nothing distinguishes a situation from the one it builds on.
     *
     * @param earlier as {@code board/entity}
     */
    record Unchanged(String earlier) implements Detail {}

    record Persons(List<PersonId> persons) implements Detail {}

    /** Hours that do not add up to the volume. */
    record HoursShared(int hours, int of) implements Detail {}

    /** More minutes a week than owed. */
    record Overloaded(PersonId person, int weekly, int service) implements Detail {}

    /**
     * A bloc led by one alone.
     *
     * @param by {@code X} or {@code Y}
     */
    record Reserved(String bloc, String by) implements Detail {}

    /** One who leads in few univers. */
    record Specialised(PersonId person, List<String> univers, int min) implements Detail {}

    /** Part of something. */
    record Share(int part, int of) implements Detail {}

    /**
     * Minutes of séances against the hours of the year.
     *
     * @param discipline null for all together
     */
    record Seances(@Nullable String discipline, int minutes, int hours) implements Detail {}

    /** Weeks in companies against what the ruleset asks. */
    record WeeksOf(String ruleset, int weeks, int of) implements Detail {}

    /** Periods of as many weeks each, which the ruleset does not know. */
    record Split(String ruleset, List<Integer> weeks) implements Detail {}

    /** A day beyond the one it should keep. */
    record Beyond(LocalDate day, LocalDate limit) implements Detail {}

    /** What starts on that day. */
    record Starts(LocalDate day) implements Detail {}

    /** Weeks without lessons: the id of the holidays. */
    record InHolidays(String holiday) implements Detail {}

    /** At the same time as a period in companies. */
    record OverPfmp(EntityId pfmp) implements Detail {}
}
