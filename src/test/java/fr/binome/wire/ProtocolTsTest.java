package fr.binome.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class ProtocolTsTest {
    @Test
    @DisplayName("S-3 the client's types are those of the records; write them anew with ProtocolTs")
    void isWhatIsCommitted() {
        assertThat(Path.of("webroot/src/wire/protocol.gen.ts"))
                .content()
                .isEqualTo(ProtocolTs.types());
    }
}
