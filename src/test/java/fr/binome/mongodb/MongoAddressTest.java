package fr.binome.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MongoAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://localhost",
                "mongodb://a:27017,b:27017/binome?replicaSet=rs0",
                "mongodb://[::1]:27017/binome",
                "mongodb+srv://cluster.example.fr/binome",
                "mongodb://CN%3Dbinome@host/?authMechanism=MONGODB-X509"
            })
    @DisplayName("J-18 an address without a password holds no secret")
    void holdsNone(String address) {
        assertThat(MongoAddress.of(address).hasSecret()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://u:p@host/binome",
                "mongodb+srv://u:p@host/binome",
                "mongodb://u:p/w@host/binome",
                "mongodb://host/?proxyHost=h&proxyUsername=u&proxyPassword=p",
                "mongodb://k@host/?authMechanismProperties=AWS_SESSION_TOKEN:t"
            })
    @DisplayName("J-18 a password is noticed wherever it stands")
    void holdsOne(String address) {
        assertThat(MongoAddress.of(address).hasSecret()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "http://localhost", "mongodb://", "mongodb:///db"})
    @DisplayName("J-18 what is no address is refused without being repeated")
    void refuses(String address) {
        assertThatThrownBy(() -> MongoAddress.of(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an address of a MongoDB");
    }
}
