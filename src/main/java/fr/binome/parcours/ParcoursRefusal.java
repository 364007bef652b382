package fr.binome.parcours;

import fr.binome.board.EntityId;
import fr.binome.board.Refusal;

import java.util.Map;

/** Why a rule of the parcours says no. */
public sealed interface ParcoursRefusal extends Refusal.Trade {
    /** What it is about. */
    EntityId id();

    /** The name of the record: {@code notYourWords}. */
    @Override
    default String reason() {
        String name = getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** What the sentence needs besides the id. */
    default Map<String, String> more() {
        return Map.of();
    }

    @Override
    default Map<String, String> details() {
        Map<String, String> details = new java.util.TreeMap<>(more());
        details.put("id", id().value());
        return details;
    }

    /** Nothing certificative in seconde (DOMAIN §5, invariant 4: {@code SEC-CERT}). */
    record CertificativeInSeconde(EntityId id) implements ParcoursRefusal {
        @Override
        public Map<String, String> more() {
            return Map.of("rule", "SEC-CERT");
        }
    }

    /**
     * A competence, activity or univers of a specialty that the class does not prepare (DOMAIN §5,
     * invariants 1 and 3).
     */
    record NotOfTheClasse(EntityId id, String target) implements ParcoursRefusal {
        @Override
        public Map<String, String> more() {
            return Map.of("target", target);
        }
    }

    /** A class of première or terminale prepares exactly one specialty (D-01). */
    record OneSpecialite(EntityId id) implements ParcoursRefusal {}

    /** Only a class of seconde has a table of common competences ({@code SEC-COMMUNES}). */
    record TableauHorsSeconde(EntityId id) implements ParcoursRefusal {
        @Override
        public Map<String, String> more() {
            return Map.of("rule", "SEC-COMMUNES");
        }
    }

    /** Two lines of the table of common competences stand for the same ({@code SEC-COMMUNES}). */
    record CommuneTwice(EntityId id, EntityId other) implements ParcoursRefusal {
        @Override
        public Map<String, String> more() {
            return Map.of("other", other.value(), "rule", "SEC-COMMUNES");
        }
    }

    /** A period in companies in weeks without lessons ({@code PFMP-CALENDRIER}). */
    record PfmpInHolidays(EntityId id, String holiday) implements ParcoursRefusal {
        @Override
        public Map<String, String> more() {
            return Map.of("holiday", holiday, "rule", "PFMP-CALENDRIER");
        }
    }

    /** Two periods in companies of one class at once (DOMAIN §5, invariant 5). */
    record PfmpOverlap(EntityId id, EntityId other) implements ParcoursRefusal {
        @Override
        public Map<String, String> more() {
            return Map.of("other", other.value());
        }
    }

    /** A situation while the class is in companies ({@code PFMP-CHEVAUCHEMENT}). */
    record SituationOverPfmp(EntityId id, EntityId pfmp) implements ParcoursRefusal {
        @Override
        public Map<String, String> more() {
            return Map.of("pfmp", pfmp.value(), "rule", "PFMP-CHEVAUCHEMENT");
        }
    }

    /** A co-intervention that does not start from an activity of the RAP ({@code COI-RAP}). */
    record CoInterventionWithoutRap(EntityId id) implements ParcoursRefusal {
        @Override
        public Map<String, String> more() {
            return Map.of("rule", "COI-RAP");
        }
    }

    /**
     * A co-intervention without a teacher on each side ({@code COI-DISCIPLINE}).
     *
     * @param side {@code professionnel}: nobody of the binôme; {@code general}: nobody of the class
     *     who teaches the discipline; {@code discipline}: one that may not
     */
    record CoInterventionOneSided(EntityId id, String side) implements ParcoursRefusal {
        @Override
        public Map<String, String> more() {
            return Map.of("side", side, "rule", "COI-DISCIPLINE");
        }
    }

    /** A chef-d'œuvre starts in première ({@code CDO-DES-PREMIERE}). */
    record ChefDOeuvreInSeconde(EntityId id) implements ParcoursRefusal {
        @Override
        public Map<String, String> more() {
            return Map.of("rule", "CDO-DES-PREMIERE");
        }
    }

    /** A chef-d'œuvre takes the place of no exam project ({@code CDO-PAS-SUBSTITUT}). */
    record ChefDOeuvreNoEpreuve(EntityId id) implements ParcoursRefusal {
        @Override
        public Map<String, String> more() {
            return Map.of("rule", "CDO-PAS-SUBSTITUT");
        }
    }

    /** Nobody signs, agrees, proposes or sets aside in another's name. */
    record NotYours(EntityId id) implements ParcoursRefusal {}

    /** Nobody rewrites or removes what another has said of a situation (D-56). */
    record NotYourWords(EntityId id) implements ParcoursRefusal {}

    /** A comment and an answer have words, their author and their day. */
    record CommentaireIncomplete(EntityId id) implements ParcoursRefusal {}

    /** A proposal is retained or set aside, a remark is settled. */
    record AnswerDoesNotFit(EntityId id) implements ParcoursRefusal {}

    /** Somebody else has said already what becomes of a comment. */
    record AlreadyAnswered(EntityId id) implements ParcoursRefusal {}

    /** Only the direction validates a period in companies ({@code PFMP-RESPONSABLE}). */
    record NotDirection(EntityId id) implements ParcoursRefusal {
        @Override
        public Map<String, String> more() {
            return Map.of("rule", "PFMP-RESPONSABLE");
        }
    }

    /** A finding is set aside with a reason, a name and the day, or not at all. */
    record SetAsideIncomplete(EntityId id) implements ParcoursRefusal {}
}
