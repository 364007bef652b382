package fr.binome;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A class of its own, so that it runs beside the client's tests. Of two threads one takes the first
 * class and the other the last: with the long ones at both ends the short ones fill what is left.
 */
@Order(Integer.MAX_VALUE)
class ClientFormTest {
    @Test
    @Timeout(600)
    @DisplayName("the client is in its form and has its types")
    void isInForm() throws Exception {
        ClientTest.check("form");
    }
}
