package fr.binome.parcours;

import static fr.binome.parcours.Plan.CLAIRE;
import static fr.binome.parcours.Plan.MEHDI;
import static fr.binome.parcours.Plan.creating;
import static fr.binome.parcours.Plan.day;
import static fr.binome.parcours.Plan.setting;
import static fr.binome.parcours.Plan.text;
import static fr.binome.parcours.Plan.word;

import static org.assertj.core.api.Assertions.assertThat;

import fr.binome.board.Content;
import fr.binome.board.EntityId;
import fr.binome.board.Field;
import fr.binome.board.KernelCommand;
import fr.binome.board.PersonId;
import fr.binome.board.Role;
import fr.binome.text.DeltaBuilder;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the class team may do on a situation that it does not write (D-56). */
class CommentaireTest {
    private static final PersonId SOPHIE = new PersonId("psophie");
    private static final PersonId PAUL = new PersonId("ppaul");
    private static final PersonId LECTRICE = new PersonId("plectrice");
    private static final String DENIED = "Denied[needed=%s]";

    private final Plan plan = Plan.of("seconde", "ma");
    private final EntityId situation = plan.situation("brouillon", Map.of());
    private final EntityId etape = plan.etape(situation, 55, "X");
    private EntityId remarque = situation;
    private EntityId proposition = situation;

    @BeforeEach
    void hire() {
        plan.as(PersonId.SYSTEME);
        for (PersonId colleague : List.of(SOPHIE, PAUL)) {
            plan.accept(
                    Foundation.welcomeEnseignant(plan.board(), colleague, "francais")
                            .toArray(KernelCommand[]::new));
        }
        plan.accept(
                Classe.ACCES
                        .grant(plan.board().id(), LECTRICE, Role.LECTURE)
                        .toArray(KernelCommand[]::new));
        plan.as(SOPHIE);
        remarque = commented(said(SOPHIE, "remarque"));
        proposition = commented(said(SOPHIE, "proposition"));
    }

    private static Map<Field, Content> said(PersonId author, String nature) {
        Map<Field, Content> fields = new HashMap<>();
        fields.put(CommentaireFields.AUTEUR, word(author.value()));
        fields.put(CommentaireFields.LE, day("2026-09-15"));
        fields.put(CommentaireFields.NATURE, word(nature));
        fields.put(
                CommentaireFields.TEXTE, text("Et si les élèves lisaient la lettre à voix haute"));
        return fields;
    }

    private EntityId commented(Map<Field, Content> fields) {
        return plan.create(CommentaireFields.COMMENTAIRE, situation, fields);
    }

    private KernelCommand commenting(Map<Field, Content> fields) {
        return creating(CommentaireFields.COMMENTAIRE, plan.id(), situation, fields);
    }

    private KernelCommand replying(EntityId commentaire, PersonId author) {
        return creating(
                CommentaireFields.REPONSE,
                plan.id(),
                commentaire,
                Map.of(
                        CommentaireFields.REPONSE_AUTEUR,
                        word(author.value()),
                        CommentaireFields.REPONSE_LE,
                        day("2026-09-15"),
                        CommentaireFields.REPONSE_TEXTE,
                        text("Volontiers")));
    }

    private static EntityId suite(EntityId commentaire, PersonId by) {
        return EntityId.member(commentaire, CommentaireFields.SUITE, by.value());
    }

    private static KernelCommand answering(EntityId commentaire, String issue, PersonId by) {
        return creating(
                CommentaireFields.SUITE,
                suite(commentaire, by),
                commentaire,
                Map.of(
                        CommentaireFields.SUITE_ISSUE,
                        word(issue),
                        CommentaireFields.SUITE_LE,
                        day("2026-09-15")));
    }

    private static KernelCommand writing(EntityId id, Field.Prose field) {
        return new KernelCommand.EditText(
                id, field.name(), new DeltaBuilder().insert("Ajout ").build());
    }

    private KernelCommand act(String name, PersonId asker) {
        return switch (name) {
            case "commenter" -> commenting(said(asker, "remarque"));
            case "répondre" -> replying(remarque, asker);
            case "réécrire le commentaire d'une autre" ->
                    writing(remarque, CommentaireFields.TEXTE);
            case "retirer le commentaire d'une autre" -> new KernelCommand.Remove(remarque);
            case "retenir une proposition" -> answering(proposition, "retenue", asker);
            case "régler une remarque" -> answering(remarque, "reglee", asker);
            case "écrire dans la feuille" -> writing(situation, SituationFields.CONSIGNE);
            case "changer l'avancement" -> setting(situation, SituationFields.STATUS, word("pret"));
            case "ajouter une étape" -> creating(EtapeFields.ETAPE, plan.id(), situation, Map.of());
            case "retirer une étape" -> new KernelCommand.Remove(etape);
            case "déplacer une étape" -> new KernelCommand.Move(etape, situation, null);
            case "inviter" -> Classe.ACCES.grant(plan.board().id(), PAUL, Role.ECRITURE).getLast();
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    commenter                           | COMMENTAIRE  | ''           | ''
                    répondre                            | COMMENTAIRE  | ''           | ''
                    réécrire le commentaire d'une autre | COMMENTAIRE  | notYourWords | notYourWords
                    retirer le commentaire d'une autre  | COMMENTAIRE  | notYourWords | notYourWords
                    retenir une proposition             | ECRITURE     | ECRITURE     | ''
                    régler une remarque                 | ECRITURE     | ECRITURE     | ''
                    écrire dans la feuille              | ECRITURE     | ECRITURE     | ''
                    changer l'avancement                | ECRITURE     | ECRITURE     | ''
                    ajouter une étape                   | ECRITURE     | ECRITURE     | ''
                    retirer une étape                   | ECRITURE     | ECRITURE     | ''
                    déplacer une étape                  | ECRITURE     | ECRITURE     | ''
                    inviter                             | RESPONSABLE  | RESPONSABLE  | RESPONSABLE
                    """)
    @DisplayName("Y-6 Y-7 each role does on a situation what it may, and nothing else")
    void keepsToRoles(String act, String lecture, String commentaire, String ecriture) {
        assertThat(plan.as(LECTRICE).refusal(act(act, LECTRICE))).isEqualTo(no(lecture));
        assertThat(plan.as(PAUL).refusal(act(act, PAUL))).isEqualTo(no(commentaire));
        assertThat(plan.as(MEHDI).refusal(act(act, MEHDI))).isEqualTo(no(ecriture));
    }

    private static String no(String said) {
        return said.isEmpty() || said.equals("notYourWords") ? said : DENIED.formatted(said);
    }

    @Test
    @DisplayName("Y-6 one's own comment is rewritten, removed and put back; nobody signs another's")
    void keepsWordsTheirAuthors() {
        plan.as(SOPHIE)
                .accept(writing(remarque, CommentaireFields.TEXTE))
                .accept(new KernelCommand.Remove(remarque))
                .accept(new KernelCommand.Restore(remarque));

        plan.remove(remarque).as(CLAIRE);
        assertThat(plan.refusal(new KernelCommand.Restore(remarque))).isEqualTo("notYourWords");
        assertThat(plan.refusal(commenting(said(SOPHIE, "remarque")))).isEqualTo("notYourWords");
        assertThat(plan.refusal(setting(proposition, CommentaireFields.AUTEUR, word("pclaire"))))
                .isEqualTo("notYourWords");
        plan.as(SOPHIE);
        assertThat(plan.refusal(setting(proposition, CommentaireFields.AUTEUR, word("pclaire"))))
                .isEqualTo("notYourWords");
    }

    @Test
    @DisplayName("Y-6 what comes with no words, no author or another day is no comment")
    void asksForWords() {
        Map<Field, Content> empty = said(SOPHIE, "remarque");
        empty.put(CommentaireFields.TEXTE, text("   "));
        Map<Field, Content> early = said(SOPHIE, "remarque");
        early.put(CommentaireFields.LE, day("2026-08-15"));

        assertThat(plan.refusal(commenting(empty))).isEqualTo("commentaireIncomplete");
        assertThat(plan.refusal(commenting(early))).isEqualTo("commentaireIncomplete");
        assertThat(plan.refusal(setting(remarque, CommentaireFields.LE, day("2026-09-14"))))
                .isEqualTo("commentaireIncomplete");
        assertThat(plan.refusal(commenting(Map.of()))).isEqualTo("notYourWords");
    }

    @Test
    @DisplayName(
            "Y-6 others' comments keep their order; ranks that are spread anew change no order")
    void keepsTheOrderOfOthers() {
        plan.as(PAUL);
        assertThat(plan.refusal(new KernelCommand.Move(proposition, situation, remarque)))
                .isEqualTo("notYourWords");

        EntityId before = remarque;
        for (int i = 0; i < 400; i++) {
            EntityId own = plan.id();
            plan.accept(
                    new KernelCommand.Create(
                            "commentaire", own, situation, before, named(said(PAUL, "remarque"))),
                    new KernelCommand.Remove(own));
        }
        assertThat(plan.board().children(situation, CommentaireFields.COMMENTAIRE)).hasSize(2);
    }

    private static Map<String, Content> named(Map<Field, Content> fields) {
        Map<String, Content> named = new HashMap<>();
        fields.forEach((field, content) -> named.put(field.name(), content));
        return named;
    }

    @ParameterizedTest
    @CsvSource({
        "remarque,reglee,''",
        "remarque,retenue,answerDoesNotFit",
        "remarque,ecartee,answerDoesNotFit",
        "proposition,retenue,''",
        "proposition,ecartee,''",
        "proposition,reglee,answerDoesNotFit",
    })
    @DisplayName("Y-8 a proposal is retained or set aside, a remark is settled")
    void takesTheAnswerThatFits(String nature, String issue, String refusal) {
        EntityId asked = nature.equals("remarque") ? remarque : proposition;

        assertThat(plan.as(MEHDI).refusal(answering(asked, issue, MEHDI))).isEqualTo(refusal);
    }

    @Test
    @DisplayName("Y-8 an answer is given in one's own name, once, and taken away by whoever writes")
    void answersOnce() {
        plan.as(MEHDI);
        assertThat(plan.refusal(answering(proposition, "retenue", CLAIRE))).isEqualTo("notYours");
        plan.accept(answering(proposition, "ecartee", MEHDI));
        EntityId suite = suite(proposition, MEHDI);
        assertThat(plan.refusal(setting(suite, CommentaireFields.SUITE_LE, day("2026-08-14"))))
                .isEqualTo("commentaireIncomplete");
        assertThat(plan.refusal(setting(suite, CommentaireFields.SUITE_ISSUE, null)))
                .isEqualTo("commentaireIncomplete");

        plan.as(CLAIRE);
        assertThat(plan.refusal(answering(proposition, "retenue", CLAIRE)))
                .isEqualTo("alreadyAnswered");
        assertThat(plan.refusal(setting(suite, CommentaireFields.SUITE_ISSUE, word("retenue"))))
                .isEqualTo("notYours");
        plan.remove(suite);
        assertThat(plan.refusal(answering(proposition, "retenue", MEHDI))).isEqualTo("notYours");
        plan.accept(new KernelCommand.Restore(suite));
        plan.accept(new KernelCommand.Remove(suite), answering(proposition, "retenue", CLAIRE));

        plan.as(MEHDI).on("2026-12-01");
        assertThat(plan.refusal(new KernelCommand.Restore(suite))).isEqualTo("alreadyAnswered");
        plan.accept(
                new KernelCommand.Remove(suite(proposition, CLAIRE)),
                new KernelCommand.Restore(suite));

        plan.as(SOPHIE);
        assertThat(plan.refusal(setting(proposition, CommentaireFields.NATURE, word("remarque"))))
                .as("what was answered stays what it was")
                .isEqualTo("answerDoesNotFit");
    }

    @Test
    @DisplayName("Y-9 a comment outlives the étape that it is about, and goes with its situation")
    void outlivesItsEtape() {
        Map<Field, Content> fields = said(SOPHIE, "remarque");
        fields.put(CommentaireFields.SECTION, word("deroule"));
        fields.put(CommentaireFields.ETAPE, word(etape.value()));
        EntityId about = commented(fields);

        plan.as(CLAIRE).remove(etape);
        assertThat(plan.board().live(about)).isNotNull();
        plan.remove(situation);
        assertThat(plan.board().live(about)).isNull();
    }

    @Test
    @DisplayName("P-22 who joins the team reads, comments and has a discipline; a second beside it")
    void welcomesTheTeam() {
        EntityId member = EntityId.member(plan.root(), EquipeFields.ENSEIGNANT, SOPHIE.value());
        assertThat(Classe.ACCES.of(plan.board(), SOPHIE)).isEqualTo(Role.COMMENTAIRE);

        for (String discipline : List.of("francais", "mathematiques", "mathematiques")) {
            plan.as(PersonId.SYSTEME)
                    .accept(
                            Foundation.welcomeEnseignant(plan.board(), SOPHIE, discipline)
                                    .toArray(KernelCommand[]::new));
        }
        assertThat(plan.board().live(member))
                .extracting(
                        known -> known.word(EquipeFields.DISCIPLINE),
                        known -> known.word(EquipeFields.AUTRE_DISCIPLINE))
                .containsExactly("francais", "mathematiques");
    }

    @Test
    @DisplayName("P-23 whoever takes an invitation keeps the greater role that they had")
    void lowersNobody() {
        plan.as(PersonId.SYSTEME);
        for (PersonId person : List.of(CLAIRE, MEHDI, LECTRICE)) {
            plan.accept(
                    Foundation.welcomeEnseignant(plan.board(), person, "francais")
                            .toArray(KernelCommand[]::new));
        }
        plan.accept(
                Foundation.welcomeY(
                                plan.board(),
                                CLAIRE,
                                java.time.LocalDate.of(2026, 9, 15),
                                plan.id())
                        .toArray(KernelCommand[]::new));

        assertThat(List.of(CLAIRE, MEHDI, LECTRICE))
                .extracting(person -> Classe.ACCES.of(plan.board(), person))
                .containsExactly(Role.RESPONSABLE, Role.ECRITURE, Role.COMMENTAIRE);
    }

    @Test
    @DisplayName(
            "V-146 what waits for either of the binôme is told, for nobody else and until answered")
    void waitsForTheBinome() {
        assertThat(waiting(MEHDI)).isEqualTo(2);
        assertThat(waiting(CLAIRE)).isEqualTo(2);
        assertThat(waiting(SOPHIE)).isZero();

        plan.as(CLAIRE).accept(answering(remarque, "reglee", CLAIRE));
        plan.accept(commenting(said(CLAIRE, "remarque")));
        assertThat(waiting(CLAIRE)).as("one's own waits for the other").isEqualTo(1);
        assertThat(waiting(MEHDI)).isEqualTo(2);
        plan.set(situation, SituationFields.STATUS, word("bilan"));
        assertThat(waiting(MEHDI)).isZero();
    }

    private int waiting(PersonId person) {
        return ((fr.binome.apport.ClasseDigest) plan.digest())
                .attentes().stream()
                        .filter(attente -> attente.person().equals(person.value()))
                        .mapToInt(fr.binome.apport.Attente::commentaires)
                        .sum();
    }
}
