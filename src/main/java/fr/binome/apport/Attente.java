package fr.binome.apport;

/**
 * What a situation waits for from one person.
 *
 * @param titre of the situation
 * @param accord whether the other has agreed with it and they have not yet (DOMAIN D-30)
 * @param propositions how many étapes have somebody else's proposal of who leads them (D-08)
 * @param mention whether a text of it mentions them
 * @param commentaires how many comments of others wait for the binôme's answer (D-56)
 */
public record Attente(
        String person,
        String situation,
        String titre,
        boolean accord,
        int propositions,
        boolean mention,
        int commentaires) {}
