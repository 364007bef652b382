package fr.binome;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A class of its own, so that it runs where there is room beside the client's tests. */
@Order(3)
class ClientFormTest {
    @Test
    @Timeout(600)
    @DisplayName("the client is in its form and has its types")
    void isInForm() throws Exception {
        ClientTest.check("form");
    }
}
