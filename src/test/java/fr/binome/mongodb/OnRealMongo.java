package fr.binome.mongodb;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Runs where {@code BINOME_TEST_MONGO} names a server, and is reported as skipped elsewhere. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(
        named = "BINOME_TEST_MONGO",
        matches = ".+",
        disabledReason = "not run: BINOME_TEST_MONGO names no MongoDB to test on")
public @interface OnRealMongo {}
