package fr.binome.parcours;

import fr.binome.board.Refusal;

import java.util.Map;

/** Why a rule of the parcours says no. */
public sealed interface ParcoursRefusal extends Refusal.Trade {
    /** Nothing certificative in seconde (DOMAIN §5, invariant 4: {@code SEC-CERT}). */
    record CertificativeInSeconde(String situation) implements ParcoursRefusal {
        @Override
        public String reason() {
            return "certificativeInSeconde";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("id", situation, "rule", "SEC-CERT");
        }
    }

    /**
     * A competence or univers of a specialty that the class does not prepare (DOMAIN §5, invariants
     * 1 and 3).
     */
    record NotOfTheClasse(String id, String target) implements ParcoursRefusal {
        @Override
        public String reason() {
            return "notOfTheClasse";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("id", id, "target", target);
        }
    }

    /** A class of première or terminale prepares exactly one specialty (D-01). */
    record OneSpecialite() implements ParcoursRefusal {
        @Override
        public String reason() {
            return "oneSpecialite";
        }

        @Override
        public Map<String, String> details() {
            return Map.of();
        }
    }
}
